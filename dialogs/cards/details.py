"""Cards about one event: the answer to what was asked, above what else is known of it."""

from collections.abc import Sequence

from dialogs.cards.elements import (
    Element,
    action_set,
    card,
    column,
    columns,
    container,
    execute,
    facts,
    fine,
    heading,
    open_url,
    text,
    under,
    verbatim,
)
from dialogs.cards.proposals import Proposal, take_action
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Attendee, Event, Response

SHOWN = 6
NAMED = 8
"""People named under one answer; more are counted."""
GROUPS = (
    ("answer-accepted", (Response.ACCEPTED, Response.ORGANIZER)),
    ("answer-tentative", (Response.TENTATIVE,)),
    ("answer-declined", (Response.DECLINED,)),
    ("answer-none", (Response.NONE, Response.NOT_RESPONDED)),
)


def details(
    event: Event, answer: str, reader: Reader, *, proposals: Sequence[Proposal] = (), owner_id: str = ""
) -> Json:
    """`answer` is plain words; below it stand subject, time, place and people with their answers.

    `proposals` are the other times that they ask for; a single one is a tap away.
    """
    body: list[Element] = [
        heading(verbatim(answer)),
        under(verbatim(subject_of(event, reader))),
        facts(
            [
                (reader.say("when"), moment_of(event, reader)),
                (reader.say("where"), verbatim(where_of(event, reader))),
                (reader.say("organizer"), verbatim(event.organizer.name or event.organizer.email)),
                *_answers(event, reader),
                *[(reader.say("proposed"), _proposed(each, reader)) for each in proposals],
                (reader.say("about"), verbatim(event.body.strip()[:240])),
            ]
        ),
    ]
    actions = [take_action(proposals[0], owner_id, reader)] if len(proposals) == 1 else []
    actions += [open_url(reader.say("join"), event.join_url)] if event.join_url else []
    if event.web_link:
        actions.append(open_url(reader.say("open-outlook"), event.web_link))
    return card(body, speak=f"{subject_of(event, reader)}: {answer}", language=reader.language, actions=actions)


def _proposed(proposal: Proposal, reader: Reader) -> str:
    return verbatim(f"{proposal.attendee.name}: {reader.moment(proposal.window)}")


def which(
    candidates: Sequence[Event],
    owner_id: str,
    reader: Reader,
    *,
    verb: str,
    data: Json,
    facet: str = "",
    nearly: bool = False,
) -> Json:
    """Several events fit, or `nearly` do; what tells them apart is told at once."""
    title = reader.say("details-nearly" if nearly else "which-event-title")
    body: list[Element] = [heading(title)]
    for event in candidates[:SHOWN]:
        about = [moment_of(event, reader), where_of(event, reader) if facet == "where" else "", _with(event, reader)]
        told = [
            text(verbatim(subject_of(event, reader)), bold=True),
            fine(verbatim(" · ".join(part for part in about if part))),
        ]
        button = execute(
            reader.say("choose"), verb, {**data, "event": event.id, "for": owner_id}, tooltip=subject_of(event, reader)
        )
        row = columns(column(told), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)


def subject_of(event: Event, reader: Reader) -> str:
    """Its subject, or words for having none."""
    return event.subject or reader.say("no-subject")


def moment_of(event: Event, reader: Reader) -> str:
    """Its day with the year, and its hours."""
    day = reader.day(event.start, year=True)
    return f"{day}, {reader.say('agenda-all-day') if event.is_all_day else reader.hours(event.window)}"


def where_of(event: Event, reader: Reader) -> str:
    """Its place; else that it is online; else nothing."""
    return event.location or (reader.say("teams-meeting") if event.is_online else "")


def people_of(event: Event) -> tuple[Attendee, ...]:
    """Who is invited; rooms are no people."""
    return tuple(each for each in event.attendees if each.kind != "resource")


def _with(event: Event, reader: Reader) -> str:
    return reader.say("invited-by", name=event.organizer.name) if not event.is_organizer else ""


def _answers(event: Event, reader: Reader) -> list[tuple[str, str]]:
    """The people by their answer; the organizer has a line of their own."""
    organizer = event.organizer.email.lower()
    guests = [each for each in people_of(event) if each.email.lower() != organizer]
    pairs = []
    for name, responses in GROUPS:
        names = [each.name or each.email for each in guests if each.response in responses]
        if names:
            pairs.append((reader.say(name), verbatim(reader.names(names[:NAMED]))))
    return pairs
