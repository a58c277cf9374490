"""Cards of a vote: its draft for the organizer, the one that a chat shares, a reminder, and how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.elements import (
    Element,
    action_set,
    badge,
    card,
    column,
    columns,
    container,
    execute,
    fine,
    heading,
    text,
    under,
    verbatim,
)
from dialogs.decisions.openings import Standing
from dialogs.turn import Json
from dialogs.voting.poll import MOST_CANDIDATES, MOST_VOTERS, Answer, Quorum, Status, Voter
from dialogs.words.reader import Reader
from graph.model import Window

QUORUMS = ("all", "majority", "2", "3", "4", "5")
"""What the draft's choice offers, as its values."""
CALENDAR = {
    Standing.FREE: "vote-you-free",
    Standing.ELSEWHERE: "vote-you-elsewhere",
    Standing.TENTATIVE: "vote-you-tentative",
    Standing.OUTSIDE: "vote-you-outside",
    Standing.BUSY: "vote-you-busy",
    Standing.OUT: "vote-you-out",
}


@dataclass(frozen=True)
class Row:
    """One time: who says what of it, and to its reader alone what they say themselves and what their calendar says."""

    id: str
    window: Window
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    mine: Answer | None = None
    calendar: Standing | None = None
    is_filled: bool = False
    is_past: bool = False
    is_chosen: bool = False
    suits: str = ""
    """Of a draft: how it suits those who are to vote, in words that name nobody."""


@dataclass(frozen=True)
class Shown:
    """What a card of a vote shows. `viewer`: for whom it is made; None: for everybody in the chat."""

    poll: str
    subject: str
    organizer: Voter
    organizer_name: str
    minutes: str
    rows: tuple[Row, ...]
    status: Status
    voted: int
    voters: tuple[Voter, ...]
    missing: tuple[str, ...]
    quorum: Quorum
    viewer: str | None = None
    closes: str = ""
    best: Row | None = None
    """The time that leads, where one does."""
    tied: tuple[str, ...] = ()
    is_early: bool = False
    stuck: str = ""
    """Why it goes no further by itself: all have voted and no time has enough "votes", or the one that has "filled"."""
    may_undo: bool = False
    unreachable: tuple[str, ...] = ()

    @property
    def is_organizers(self) -> bool:
        """Made for the one who asked."""
        return self.viewer == self.organizer.id


def draft(shown: Shown, reader: Reader, *, asked: str = "") -> Json:
    """What the organizer sees before anybody else is asked: the times, to be edited. `asked` is a note above them."""
    data = {"poll": shown.poll, "for": shown.organizer.id}
    people = reader.names([voter.name for voter in shown.voters])
    about = reader.say("vote-draft-facts", duration=shown.minutes, who=verbatim(people), city=reader.city())
    body: list[Element] = [
        heading(reader.say("vote-draft-title", subject=f"“{verbatim(shown.subject)}”")),
        under(about),
    ]
    if asked:
        body.append(container([text(verbatim(asked))], style="warning"))
    if shown.unreachable:
        names = reader.names(shown.unreachable)
        body.append(fine(verbatim(reader.say("vote-unreachable", names=names, count=len(shown.unreachable)))))
    if uninvited := [voter.name for voter in shown.voters if not voter.email]:
        body.append(fine(verbatim(reader.say("vote-uninvited", names=reader.names(uninvited)))))
    body += [_draft_row(row, shown, data, reader) for row in shown.rows]
    if len(shown.rows) < MOST_CANDIDATES:
        body.append(_adding(data, reader))
    body += [_quorum_choice(shown, reader), text(reader.say("vote-draft-holds"), size="Small", subtle=True)]
    actions = [
        execute(reader.say("vote-post"), "vote_post", data, style="positive"),
        execute(reader.say("vote-dont-post"), "vote_drop_draft", data),
    ]
    speak = reader.say("vote-draft-speak", subject=shown.subject, count=len(shown.rows))
    return card(body, speak=speak, language=reader.language, actions=actions)


def _draft_row(row: Row, shown: Shown, data: Json, reader: Reader) -> Element:
    words = [text(reader.day(row.window.start), bold=True), text(reader.hours(row.window), spacing="None")]
    words += [fine(row.suits)] if row.suits else []
    moment = reader.moment(row.window)
    drop = execute(
        reader.say("vote-drop"),
        "vote_drop",
        {**data, "t": row.id},
        tooltip=reader.say("vote-drop-tooltip", moment=moment),
    )
    cells = [column(words)]
    if len(shown.rows) > 1:
        cells.append(column([action_set(drop)], width="auto", middle=True))
    return columns(*cells, separator=True)


def _adding(data: Json, reader: Reader) -> Element:
    field_: Element = {
        "type": "Input.Text",
        "id": "time",
        "label": reader.say("vote-add-label"),
        "placeholder": reader.say("vote-add-example"),
        "maxLength": 100,
    }
    add = execute(reader.say("vote-add"), "vote_add", data)
    cells = columns(column([field_]), column([action_set(add)], width="auto"))
    cells["columns"][1]["verticalContentAlignment"] = "Bottom"
    return container([cells], separator=True)


def _quorum_choice(shown: Shown, reader: Reader) -> Element:
    value = str(shown.quorum.number) if shown.quorum.kind == "number" else shown.quorum.kind
    most = len(shown.voters)
    offered = [each for each in QUORUMS if not each.isdigit() or int(each) < most]
    if value not in offered:
        offered.append(value)
    return {
        "type": "Input.ChoiceSet",
        "id": "quorum",
        "label": reader.say("vote-quorum-label"),
        "style": "compact",
        "value": value,
        "wrap": True,
        "choices": [{"title": _quorum_title(each, reader), "value": each} for each in offered],
    }


def _quorum_title(value: str, reader: Reader) -> str:
    if value.isdigit():
        return reader.say("vote-quorum-number", count=int(value))
    return reader.say(f"vote-quorum-{value}")


def shared(shown: Shown, reader: Reader) -> Json:
    """The card of a vote that is or was posted: the same for all, but for what concerns its reader alone."""
    body: list[Element] = [
        columns(column([heading(verbatim(shown.subject))]), column([_state(shown, reader)], width="auto", middle=True)),
        under(
            reader.say(
                "vote-facts", organizer=verbatim(shown.organizer_name), duration=shown.minutes, city=reader.city()
            )
        ),
    ]
    if result := _result(shown, reader):
        body.append(container([text(line) for line in result], style="emphasis"))
    body += [_row(row, shown, reader) for row in shown.rows]
    body.append(
        container(
            [text(line, size="Small", subtle=True, spacing="Small") for line in _standing(shown, reader)],
            separator=True,
        )
    )
    made = dict(card(body, speak=_speak(shown, reader), language=reader.language, actions=_actions(shown, reader)))
    # Without accounts a small chat refreshes for everybody in it.
    accounts = [voter.account for voter in shown.voters if voter.account]
    view = execute(reader.say("vote-refresh"), "vote_view", {"poll": shown.poll})
    made["refresh"] = {"action": view} | ({"userIds": accounts[:MOST_VOTERS]} if accounts else {})
    return made


def _state(shown: Shown, reader: Reader) -> Element:
    match shown.status:
        case Status.BOOKED:
            return badge("✓", reader.say("booked"), "Good")
        case Status.BOOKING:
            return badge("…", reader.say("vote-state-booking"))
        case Status.CLOSED:
            return badge("■", reader.say("vote-state-closed"))
        case Status.CANCELLED:
            return badge("✕", reader.say("vote-state-cancelled"))
    return badge("?", reader.say("vote-state-open"), "Accent")


def _result(shown: Shown, reader: Reader) -> list[str]:
    """How it ended, or what it waits for."""
    chosen = next((row for row in shown.rows if row.is_chosen), None)
    match shown.status:
        case Status.BOOKED if chosen:
            day = reader.day(chosen.window.start, year=True)
            lines = [reader.say("vote-booked", moment=f"{day}, {reader.hours(chosen.window)} ({reader.city()})")]
            if shown.tied:
                lines.append(reader.say("vote-tied", times=reader.names(shown.tied)))
            if shown.is_early:
                lines.append(reader.say("vote-early", organizer=verbatim(shown.organizer_name)))
            return lines
        case Status.BOOKING if chosen:
            return [
                reader.say(
                    "vote-booking", moment=reader.moment(chosen.window), organizer=verbatim(shown.organizer_name)
                )
            ]
        case Status.CLOSED:
            return [reader.say("vote-closed")]
        case Status.CANCELLED:
            return [reader.say("vote-cancelled")]
    organizer = verbatim(shown.organizer_name)
    return [reader.say(f"vote-stuck-{shown.stuck}", organizer=organizer)] if shown.stuck else []


def _row(row: Row, shown: Shown, reader: Reader) -> Element:
    words = [text(reader.day(row.window.start), bold=True), text(reader.hours(row.window), spacing="None")]
    words.append(fine(_tally(row, reader)))
    mine = _mine(row, shown, reader)
    if mine:
        words.append(text(mine, size="Small", spacing="None"))
    if row.is_filled:
        words.append(fine(f"○ {reader.say('vote-filled')}"))
    cells = [column(words)]
    buttons = _buttons(row, shown, reader)
    if buttons:
        cells.append(column([action_set(*buttons)], width="auto", middle=True))
    made = columns(*cells)
    return container([made], style="emphasis" if row.is_chosen else "", separator=True)


def _tally(row: Row, reader: Reader) -> str:
    yes, no = (reader.names([verbatim(name) for name in names]) for names in (row.yes, row.no))
    parts = [f"✓ {reader.say('vote-yes', count=len(row.yes), names=yes)}"] if row.yes else []
    parts += [f"✕ {reader.say('vote-no', count=len(row.no), names=no)}"] if row.no else []
    return " · ".join(parts) or reader.say("vote-none-yet")


def _mine(row: Row, shown: Shown, reader: Reader) -> str:
    """What only its reader is told."""
    if shown.viewer is None or shown.status is not Status.OPEN:
        return ""
    parts = []
    if row.mine:
        glyph = "✓" if row.mine is Answer.YES else "✕"
        parts.append(f"{glyph} {reader.say(f'vote-mine-{row.mine}')}")
    if row.calendar in CALENDAR:
        parts.append(reader.say(CALENDAR[row.calendar]))
    return " · ".join(parts)


def _buttons(row: Row, shown: Shown, reader: Reader) -> list[Element]:
    if shown.status is not Status.OPEN:
        return []
    if row.is_past:
        return []
    moment = reader.moment(row.window)
    return [
        execute(
            reader.say(f"vote-say-{answer}"),
            "vote_cast",
            {"poll": shown.poll, "t": row.id, "a": str(answer)},
            tooltip=reader.say(f"vote-say-{answer}-tooltip", moment=moment),
        )
        for answer in (Answer.YES, Answer.NO)
        if row.mine is not answer
    ]


def _standing(shown: Shown, reader: Reader) -> list[str]:
    """How far it is, and how it goes on."""
    lines = [reader.say("vote-voted", voted=shown.voted, count=len(shown.voters))]
    if shown.missing:
        names = reader.names([verbatim(name) for name in shown.missing])
        lines[0] += f" · {reader.say('vote-missing', names=names)}"
    if shown.status is not Status.OPEN:
        return lines
    kind = shown.quorum.kind
    lines.append(reader.say(f"vote-rule-{kind}", count=shown.quorum.number))
    if shown.closes:
        lines.append(reader.say("vote-closes", moment=shown.closes))
    if shown.unreachable:
        names = reader.names([verbatim(name) for name in shown.unreachable])
        lines.append(reader.say("vote-unreachable", names=names, count=len(shown.unreachable)))
    return lines


def _actions(shown: Shown, reader: Reader) -> list[Element]:
    data: Element = {"poll": shown.poll}
    own = {**data, "for": shown.organizer.id}
    match shown.status:
        case Status.OPEN:
            several = len([row for row in shown.rows if not row.is_past]) > 1
            actions = [
                execute(reader.say("vote-all-work"), "vote_cast", {**data, "t": "all", "a": "yes"}),
                execute(reader.say("vote-none-work"), "vote_cast", {**data, "t": "all", "a": "no"}),
            ]
            actions = actions if several else []
            if shown.is_organizers:
                actions += _organizers(shown, own, reader)
            return actions
        case Status.BOOKING if shown.is_organizers:
            return [execute(reader.say("vote-book-now"), "vote_view", own)]
        case Status.BOOKED if shown.is_organizers and shown.may_undo:
            return [execute(reader.say("undo"), "vote_undo", own)]
        case Status.CLOSED if shown.is_organizers:
            book = [_book(shown.best, own, reader)] if shown.best else []
            ahead = any(not row.is_past for row in shown.rows)
            again = [execute(reader.say("vote-reopen"), "vote_reopen", own)] if ahead else []
            return [*book, *again]
    return []


def _organizers(shown: Shown, own: Json, reader: Reader) -> list[Element]:
    actions = [_book(shown.best, own, reader)] if shown.best else []
    if shown.missing:
        actions.append(execute(reader.say("vote-remind"), "vote_remind", own, secondary=True))
    actions.append(execute(reader.say("vote-close"), "vote_close", own, secondary=True))
    actions.append(execute(reader.say("vote-cancel"), "vote_cancel", own, secondary=True))
    return actions


def _book(best: Row, own: Json, reader: Reader) -> Element:
    title = reader.say("vote-book", day=reader.day(best.window.start))
    return execute(
        title, "vote_book", {**own, "t": best.id}, tooltip=reader.say("book-tooltip", moment=reader.moment(best.window))
    )


def _speak(shown: Shown, reader: Reader) -> str:
    chosen = next((row for row in shown.rows if row.is_chosen), None)
    if shown.status is Status.BOOKED and chosen:
        return reader.say("booked-speak", subject=shown.subject, moment=reader.moment(chosen.window))
    if shown.status is Status.OPEN:
        return reader.say("vote-speak", subject=shown.subject, count=len(shown.rows))
    return reader.say(f"vote-speak-{shown.status}", subject=shown.subject)


def confirm(shown: Shown, row: Row, reader: Reader) -> Json:
    """Whether to book a time before enough people have agreed."""
    own = {"poll": shown.poll, "for": shown.organizer.id}
    moment = f"{reader.day(row.window.start, year=True)}, {reader.hours(row.window)} ({reader.city()})"
    body = [
        heading(reader.say("vote-confirm-title", subject=f"“{verbatim(shown.subject)}”")),
        text(moment, bold=True),
        fine(_tally(row, reader)),
        *([fine(f"○ {reader.say('vote-filled')}")] if row.is_filled else []),
        text(reader.say("vote-confirm-text")),
    ]
    actions = [
        execute(reader.say("book"), "vote_book", {**own, "t": row.id}, style="positive"),
        execute(reader.say("dont-book"), "vote_leave", own),
    ]
    return card(body, speak=moment, language=reader.language, actions=actions)


def reminder(shown: Shown, missing: Sequence[Voter], reader: Reader) -> Json:
    """The vote once more, with a word to those who have not voted, by name."""
    tags = [f"<at>{verbatim(each.name)}</at>" for each in missing]
    words = reader.say("vote-reminder", names=reader.names(tags), subject=f"“{verbatim(shown.subject)}”")
    made = dict(shared(shown, reader))
    made["body"] = [text(words), *made["body"]]
    made["speak"] = made["fallbackText"] = reader.say(
        "vote-reminder", names=reader.names([each.name for each in missing]), subject=shown.subject
    )
    named = [
        {"type": "mention", "text": tag, "mentioned": {"id": each.account or each.id, "name": each.name}}
        for tag, each in zip(tags, missing, strict=True)
        # More are counted, and a mention that does not stand in the text is refused.
        if tag in words
    ]
    made["msteams"] = {"width": "full", "entities": named}
    return made
