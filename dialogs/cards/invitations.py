"""Cards of invitations: those that wait for an answer, and the answer that was given."""

from collections.abc import Mapping, Sequence
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
    facts,
    fine,
    heading,
    note_input,
    open_url,
    text,
    under,
    verbatim,
)
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event, EventType, Response

SHOWN = 5
GLYPH = {Response.ACCEPTED: "✓", Response.TENTATIVE: "○", Response.DECLINED: "✕"}
STYLE = {Response.ACCEPTED: "Good", Response.TENTATIVE: "Warning", Response.DECLINED: "Attention"}
WORD = {
    Response.ACCEPTED: "answered-accepted",
    Response.TENTATIVE: "answered-tentative",
    Response.DECLINED: "answered-declined",
}
ONE_OF_MANY = (EventType.OCCURRENCE, EventType.EXCEPTION)
ANSWERS = (("accept", Response.ACCEPTED), ("tentative", Response.TENTATIVE), ("decline", Response.DECLINED))


@dataclass(frozen=True)
class Invitation:
    """An event that waits for an answer, and what it overlaps in the reader's calendar."""

    event: Event
    clash: Event | None = None


def invitations(
    waiting: Sequence[Invitation],
    owner_id: str,
    reader: Reader,
    *,
    title: str = "",
    answered: tuple[Event, Response] | None = None,
) -> Json:
    """Everything that waits: each answered with one tap, a note beside. `answered` was so from this list just now."""
    if len(waiting) == 1 and not answered:
        return _single(waiting[0], owner_id, reader)
    shown = waiting[:SHOWN]
    unanswered = all(invitation.event.is_unanswered for invitation in waiting)
    body: list[Element] = [_just_answered(*answered, reader)] if answered else []
    body += [
        heading(title or reader.say("invitations-title", count=len(waiting))),
        under(reader.say("invitations-under" if unanswered else "times-in", city=reader.city())),
    ]
    for invitation in shown:
        lines = [text(_subject(invitation.event, reader), bold=True), *_lines(invitation, reader)]
        actions = _answers(invitation.event, owner_id, reader, rest=True)
        body.append(container([*lines, action_set(*actions)], separator=True))
    if len(waiting) > len(shown):
        body.append(text(reader.say("invitations-more", count=len(waiting) - len(shown)), subtle=True))
    body.append(_note(reader))
    first = f"{shown[0].event.subject}, {reader.moment(shown[0].event.window)}"
    speak = reader.say("invitations-speak", count=len(waiting), first=first)
    return card(body, speak=speak, language=reader.language)


def _just_answered(event: Event, answer: Response, reader: Reader) -> Element:
    return columns(
        column([badge(GLYPH[answer], reader.say(WORD[answer]), STYLE[answer])], width="auto", middle=True),
        column([text(f"{_subject(event, reader)}, {_when(event, reader, year=False)}", subtle=True)], middle=True),
    )


def _single(invitation: Invitation, owner_id: str, reader: Reader) -> Json:
    event = invitation.event
    others = [attendee.name for attendee in event.attendees if attendee.kind != "resource"]
    body: list[Element] = [
        text(reader.say("invited-by", name=verbatim(event.organizer.name)), size="Small", subtle=True),
        heading(_subject(event, reader)),
        facts(
            [
                (reader.say("when"), f"{_when(event, reader)} ({reader.city()}){_repeats(event, reader)}"),
                (reader.say("where"), verbatim(_where(event, reader))),
                (reader.say("who"), verbatim(reader.names(others))),
            ]
        ),
    ]
    if invitation.clash:
        body.append(container([text(f"⚠ {_clash(invitation.clash, reader)}")], style="warning"))
    body.append(_note(reader))
    actions = _answers(event, owner_id, reader)
    if event.web_link:
        actions.append(open_url(reader.say("open-outlook"), event.web_link))
    speak = reader.say("invitations-speak", count=1, first=f"{event.subject}, {reader.moment(event.window)}")
    return card(body, speak=speak, language=reader.language, actions=actions)


def answered(
    event: Event, answer: Response, told: str, owner_id: str, reader: Reader, *, undo: Json | None = None
) -> Json:
    """The answer that was given, with a way to change it; `told` says who has heard of it.

    `undo`: what brings back the answer before, where there was one.
    """
    others: Mapping[str, Response] = {verb: response for verb, response in ANSWERS if response is not answer}
    body = [
        columns(
            column([badge(GLYPH[answer], reader.say(WORD[answer]), STYLE[answer])], width="auto", middle=True),
            column([text(verbatim(told), subtle=True)], middle=True),
        ),
        heading(_subject(event, reader)),
        under(f"{_when(event, reader)} ({reader.city()}){_reach(event, reader)}"),
    ]
    actions = [
        execute(reader.say(verb), "respond", {"event": event.id, "answer": response.value, "for": owner_id})
        for verb, response in others.items()
    ]
    if undo is not None:
        actions.append(execute(reader.say("undo"), "undo_respond", {**undo, "for": owner_id}))
    if event.type in ONE_OF_MANY and event.series_id:
        whole = {"event": event.series_id, "answer": answer.value, "for": owner_id}
        actions.append(execute(reader.say("answer-series"), "respond", whole))
    if answer is Response.ACCEPTED and event.join_url:
        actions.append(open_url(reader.say("join"), event.join_url))
    if event.web_link:
        actions.append(open_url(reader.say("open-outlook"), event.web_link))
    speak = reader.say(
        "answered-speak", answer=reader.say(WORD[answer]), subject=event.subject, moment=reader.moment(event.window)
    )
    return card(body, speak=speak, language=reader.language, actions=actions)


def _subject(event: Event, reader: Reader) -> str:
    return verbatim(event.subject or reader.say("no-subject"))


def _when(event: Event, reader: Reader, *, year: bool = True) -> str:
    day = reader.day(event.start, year=year)
    return f"{day}, {reader.say('agenda-all-day') if event.is_all_day else reader.hours(event.window)}"


def _repeats(event: Event, reader: Reader) -> str:
    return "" if event.type is EventType.SINGLE else f" · {reader.say('every-series')}"


def _reach(event: Event, reader: Reader) -> str:
    """Of a series: how much of it was answered."""
    if event.type is EventType.SINGLE:
        return ""
    return f" · {reader.say('reach-series' if event.type is EventType.MASTER else 'reach-one')}"


def _where(event: Event, reader: Reader) -> str:
    return event.location or (reader.say("teams-meeting") if event.is_online else "")


def _lines(invitation: Invitation, reader: Reader) -> list[Element]:
    event = invitation.event
    moment = f"{_when(event, reader, year=False)}{_repeats(event, reader)}"
    line = reader.say("organizer-line", moment=moment, name=verbatim(event.organizer.name))
    lines = [fine(line)]
    if invitation.clash:
        lines.append(text(f"⚠ {_clash(invitation.clash, reader)}", size="Small", spacing="None"))
    return lines


def _clash(other: Event, reader: Reader) -> str:
    subject = f"“{_subject(other, reader)}”"
    return reader.say("clash-with", subject=subject, hours=reader.hours(other.window))


def _note(reader: Reader) -> Element:
    return note_input("note", reader.say("note-label"), reader.say("note-placeholder"))


def _answers(event: Event, owner_id: str, reader: Reader, *, rest: bool = False) -> list[Element]:
    """Three buttons. `rest`: the card has others below, which are to stay."""
    subject = event.subject or reader.say("no-subject")
    more = {"rest": True} if rest else {}
    return [
        execute(
            reader.say(verb),
            "respond",
            {"event": event.id, "answer": response.value, "for": owner_id, **more},
            style="positive" if verb == "accept" and not rest else "",
            tooltip=reader.say(f"{verb}-tooltip", subject=subject),
        )
        for verb, response in ANSWERS
    ]
