"""Cards of somebody else's calendar: whose it is on every one of them, and what to do where a right is missing."""

from collections.abc import Iterator, Sequence

from dialogs.cards.elements import Element, card, container, fine, heading, text, verbatim
from dialogs.frame import Principal, Reach
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Busy, Hidden, Schedule, ShowAs

RIGHTS = {Reach.DELEGATE: "behalf-delegate", Reach.WRITE: "behalf-write", Reach.READ: "behalf-read"}

TAKEN = {
    ShowAs.TENTATIVE: "busy-as-tentative",
    ShowAs.OUT_OF_OFFICE: "busy-as-away",
    ShowAs.WORKING_ELSEWHERE: "busy-as-elsewhere",
}


def banner(
    principal: Principal | None, ticket: str, reader: Reader, *, organizes: bool, is_mail: bool = False
) -> Element:
    """Whose calendar or mail, by which right, who organizes what is booked there, and for which ticket."""
    lines = []
    if principal:
        name = verbatim(principal.person.first_name)
        whose = "behalf-mail" if is_mail else "behalf-calendar"
        lines.append(text(reader.say(whose, name=verbatim(principal.person.name)), bold=True))
        said = [reader.say(RIGHTS[principal.reach], name=name)] if principal.reach in RIGHTS and not is_mail else []
        said += [reader.say("behalf-organizer", name=name)] if organizes else []
        lines += [fine(" ".join(said))] if said else []
    if ticket:
        lines.append(fine(reader.say("behalf-ticket", ticket=verbatim(ticket))))
    return container(lines, style="accent")


def marked(made: Json, principal: Principal | None, banner: Element) -> Json:
    """A card of any job with the banner above it, and with buttons that work on that calendar again."""
    body, actions = list(made["body"]), list(made.get("actions", ()))
    if principal:
        # An example to say next would be understood of one's own calendar.
        actions = [each for each in _carrying(actions, principal) if each.get("verb") != "say"]
        body = _carrying(body, principal)
    spoken = f"{banner['items'][0]['text']}. {made['speak']}"
    told = {"body": [banner, *body], "speak": spoken, "fallbackText": spoken}
    return {**made, **told} | ({"actions": actions} if actions else {})


def _carrying(parts: Sequence[Element], principal: Principal) -> list[Element]:
    return [dict(_with_mailbox(part, principal)) for part in parts]


def _with_mailbox(part: Element, principal: Principal) -> Iterator[tuple[str, object]]:
    """The same element; the data of its buttons names the mailbox."""
    is_button = part.get("type") in ("Action.Execute", "Action.Submit")
    for key, value in part.items():
        if key == "data" and is_button:
            yield key, {**value, "mailbox": principal.person.id}
        elif isinstance(value, dict):
            yield key, dict(_with_mailbox(value, principal))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield key, _carrying(value, principal)
        else:
            yield key, value


def missing(principal: Principal, reader: Reader, *, books: bool = False) -> Json:
    """The right to change somebody's calendar is missing: which one, how to get it, what can be done without.

    `books`: a meeting was asked for, to which that person could be invited.
    """
    name = principal.person.first_name
    why = "rights-missing-read" if principal.reach is Reach.READ else "rights-missing-hidden"
    told = reader.say(why, name=name)
    body = [
        heading(reader.say("rights-title", name=verbatim(principal.person.name))),
        text(verbatim(told)),
        text(verbatim(reader.say("rights-how", name=name)), subtle=True),
    ]
    body += [text(verbatim(reader.say("rights-instead", name=name)), subtle=True)] if books else []
    return card(body, speak=told, language=reader.language)


def taken(principal: Principal, schedule: Schedule | Hidden, reader: Reader) -> Json:
    """When somebody is taken, where no more than that may be seen."""
    name = principal.person.first_name
    title = reader.say("busy-title", name=verbatim(principal.person.name))
    if isinstance(schedule, Hidden):
        told = reader.say("busy-hidden", name=name)
        return card([heading(title), text(verbatim(told))], speak=told, language=reader.language)
    lines = [text(_line(busy, reader)) for busy in schedule.busy] or [text(reader.say("busy-none"))]
    why = text(verbatim(reader.say("busy-why", name=name)), subtle=True)
    return card([heading(title), *lines, why], speak=title, language=reader.language)


def _line(busy: Busy, reader: Reader) -> str:
    how = reader.say(TAKEN.get(busy.show_as, "busy-as-busy"))
    return reader.say("busy-line", moment=reader.moment(busy.window), how=how)
