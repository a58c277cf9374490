"""`convene understand`: a line in, a line out."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.understand_command import run
from dialogs.turn import Json

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)


def answers(*lines: str, explain: bool = False) -> list[str]:
    """What is written for these lines."""
    out = io.StringIO()
    run(lines, out, explain, now=NOW)
    return out.getvalue().splitlines()


def answer(**fields: str) -> Json:
    """The answer to one JSON line."""
    loaded: Json = json.loads(answers(json.dumps(fields))[0])
    return loaded


def test_plain_text_is_answered_in_json() -> None:
    """Intent, confidence, times, people and subject are always there."""
    said = json.loads(answers("30 minutes with Alex tomorrow at 3 about hiring")[0])
    assert said["intent"] == "schedule_meeting"
    assert 0 < said["confidence"] <= 1
    assert [w["kind"] for w in said["when"]] == ["duration", "datetime"]
    assert said["when"][0]["seconds"] == 1800
    assert said["when"][1]["start"] == "2026-11-19T15:00:00+00:00"
    assert [p["text"] for p in said["people"]] == ["Alex"]
    assert said["subject"] == "hiring"


def test_a_json_line_brings_its_own_clock() -> None:
    """now is a local time in the given zone; the id comes back."""
    said = answer(id="7", text="tomorrow at 3", now="2027-07-01T10:00:00", timezone="Europe/Madrid", locale="en-GB")
    assert said["id"] == "7"
    assert said["when"][0]["start"] == "2027-07-02T15:00:00+02:00"


def test_a_span_has_an_excluded_end() -> None:
    """A range says both sides, an open one says which side is not bound."""
    (whole,) = answer(text="Thursday afternoon")["when"]
    assert (whole["start"][:16], whole["end"][:16]) == ("2026-11-19T12:00", "2026-11-19T18:00")
    (side,) = answer(text="before Friday")["when"]
    assert (side["open"], side["start"], side["end"][:10]) == ("before", None, "2026-11-20")


def test_a_bad_line_does_not_stop_the_others() -> None:
    """It is answered by what is wrong with it."""
    first, second, third = answers("{not json", '{"id": "1"}', "help")
    assert "error" in json.loads(first)
    assert "error" in json.loads(second)
    assert json.loads(third)["intent"] == "help"


def test_an_unknown_zone_is_told() -> None:
    """As an error of that line."""
    assert "error" in answer(text="tomorrow", timezone="Atlantis/City")


def test_each_line_is_answered_before_the_next_is_read() -> None:
    """An answer is there as soon as its line was read."""
    out = io.StringIO()
    seen: list[int] = []

    def lines() -> Iterator[str]:
        for text in ("hello", "help", "bye"):
            seen.append(len(out.getvalue().splitlines()))
            yield text

    run(lines(), out, False, now=NOW)
    assert seen == [0, 1, 2]


def test_explain_says_which_words_became_what() -> None:
    """For people: the words, and what was made of them."""
    said = "\n".join(answers("decline the review on Friday", explain=True))
    assert "respond_decline" in said
    assert "“on Friday” is a date" in said


def test_all_of_a_stretch_is_which_one_and_how_long() -> None:
    """ "All week" is this week, and a week; where another day is said, "all day" is of that one."""
    which, long = answer(text="am I free all week")["when"]
    assert (which["start"][:10], which["end"][:10], long["kind"], long["seconds"]) == (
        "2026-11-16",
        "2026-11-23",
        "duration",
        7 * 86400,
    )
    (only,) = answer(text="put an all day training in for Friday")["when"]
    assert only["start"][:10] == "2026-11-20"


def test_a_second_change_has_its_times_told() -> None:
    """Of "rename it and move it" the line has both."""
    text = "call it design review and make it half past 3"
    (at,) = answer(text=text)["when"]
    assert (at["start"][11:16], text[slice(*at["span"])]) == ("15:30", "half past 3")


def test_a_second_request_is_answered_too() -> None:
    """It stands in `then`; the times of the whole line are told where they stand in it."""
    text = "cancel the sync tomorrow and book an hour with Tom on Friday"
    said = json.loads(answers(text)[0])
    assert (said["intent"], said["then"]["intent"]) == ("cancel_meeting", "schedule_meeting")
    assert [text[slice(*w["span"])] for w in said["when"]] == ["tomorrow", "an hour", "on Friday"]
    assert [text[slice(*p["span"])] for p in said["people"]] == ["Tom"]
