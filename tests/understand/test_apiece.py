"""Several invitations that are answered in one message, each in its own way; answers that stand behind their title."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import understand
from dialogs.understand.context import Context
from dialogs.understand.parting.apiece import APIECE
from dialogs.understand.understood import Intent, Understood
from tests.understand.conftest import Read

ZONE = ZoneInfo("Europe/Lisbon")
CONTEXT = Context(datetime(2026, 11, 23, 9, 10, tzinfo=ZONE), ZONE, "en-GB")
WORD = {Intent.ACCEPT: "yes", Intent.DECLINE: "no", Intent.TENTATIVE: "maybe"}


def told(said: Understood) -> str:
    """An answer, what it is to, and the note with it."""
    name = said.subject or ("all" if said.scope == "all" else "")
    spared = f" but {said.spared.subject}" if said.spared else ""
    note = f" ({said.note})" if said.note else ""
    return f"{WORD[said.intent]}: {name}{spared}{note}"


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("tannery visit - yes. dye audit, no", ["yes: tannery visit", "no: dye audit"]),
        (
            "Tannery visit: no. Dye audit: yes. Loom demo: maybe",
            ["no: Tannery visit", "yes: Dye audit", "maybe: Loom demo"],
        ),
        ("dye audit is a no from me, the loom demo is fine", ["no: dye audit", "yes: loom demo"]),
        ("im in for the loom demo, maybe on dye audit", ["yes: loom demo", "maybe: dye audit"]),
        ("I can do the loom demo, can't make dye audit tho", ["yes: loom demo", "no: dye audit"]),
        ("not sure about the dye audit, loom demo i'll have to skip", ["maybe: dye audit", "no: loom demo"]),
        ("dye audit? yes. loom demo? no", ["yes: dye audit", "no: loom demo"]),
        ("loom demo no, the rest yes", ["no: loom demo", "yes: all"]),
        ("skip loom demo, i'm in for everything else", ["no: loom demo", "yes: all"]),
        ("yes to all but dye audit, that's a no", ["yes: all but dye audit", "no: dye audit"]),
        ("accept all of them except the loom demo, maybe on that one", ["yes: all but loom demo", "maybe: loom demo"]),
        ("all good except dye audit - that one i have to miss", ["yes: all but dye audit", "no: dye audit"]),
        (
            "say no to dye audit and tell Mara i'm at the vet, say yes to loom demo",
            ["no: dye audit (i'm at the vet)", "yes: loom demo"],
        ),
        (
            "yes to loom demo, can't do dye audit - tell mara im in court",
            ["yes: loom demo", "no: dye audit (im in court)"],
        ),
        ("yes to loom demo. dye audit clashes with my physio so no", ["yes: loom demo", "no: dye audit"]),
    ],
)
def test_each_is_answered_as_it_was_said(words: str, answers: list[str]) -> None:
    """Wherever the answer stands, and whatever is told beside it."""
    said = understand(words, CONTEXT)
    assert (said.facet, [told(each) for each in said.others]) == (APIECE, answers)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("the dye audit is a no from me", "no: dye audit"),
        ("loom demo - accept", "yes: loom demo"),
        ("the tannery visit i'll have to skip", "no: tannery visit"),
        ("loom demo: I won't make it, please decline and tell Mara I'll call", "no: loom demo (I'll call)"),
        ("yes to all except dye audit", "yes: all but dye audit"),
        ("on second thought decline it", "no: "),
    ],
)
def test_one_is_answered_behind_its_title(words: str, answer: str) -> None:
    """As before it."""
    said = understand(words, CONTEXT)
    assert (said.facet, told(said)) == ("", answer)


@pytest.mark.parametrize(
    ("words", "facet", "event"),
    [
        ("can't do loom demo at 10 on the 17th, see if Mara will do 2 that day", "", "loom demo"),
        ("cant do dye audit at 11 on fri. decline but suggest 3:30 same day", "decline", "dye audit"),
    ],
)
def test_another_time_is_proposed_behind_a_refusal(words: str, facet: str, event: str) -> None:
    """Which is no answer to anything else."""
    said = understand(words, CONTEXT)
    assert said.event
    assert (said.intent, said.facet, said.event.subject) == (Intent.PROPOSE, facet, event)


@pytest.mark.parametrize(
    "words",
    [
        "Tom can't make it",
        "I can do 3 but not 4",
        "im in on monday, maybe on tuesday",
        "no rush, thanks",
        "3 works, 4 doesn't",
    ],
)
def test_nothing_is_answered_by_the_way(words: str) -> None:
    """Times and people are no invitations."""
    assert understand(words, CONTEXT).facet != APIECE


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("change my loom demo to a yes", "yes: loom demo"),
        ("switch my answer on the dye audit to maybe", "maybe: dye audit"),
        ("turn my dye audit answer into a no", "no: dye audit"),
        ("make the tannery visit a no", "no: tannery visit"),
        ("say no and tell her I'm double booked", "no:  (I'm double booked)"),
    ],
)
def test_an_answer_is_changed(words: str, answer: str) -> None:
    """By what it was given to, or as it is shown."""
    said = understand(words, CONTEXT)
    assert (said.facet, told(said)) == ("", answer)


@pytest.mark.parametrize(
    "words",
    [
        "whats waiting for me to answer",
        "what's still waiting for me to reply to?",
        "anything waiting on me to answer?",
        "is anything pending for my response",
        "which ones are still open for me to rsvp to",
        "what have i not answered yet",
    ],
)
def test_what_waits_is_asked_about(words: str) -> None:
    """In whatever words."""
    said = understand(words, CONTEXT)
    assert (said.intent, said.facet) == (Intent.LIST_EVENTS, "invitations")


@pytest.mark.parametrize("said", ["uh no, that is not what I meant", "uhh no, you misheard me", "the answer is no"])
def test_a_no_with_a_sound_before_it_declines_nothing(read: Read, said: str) -> None:
    """ "Uh" is no title of an invitation."""
    assert read(said).intent is not Intent.DECLINE
