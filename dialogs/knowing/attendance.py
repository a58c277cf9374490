"""Who comes to a meeting, and what they have answered, in a line; with yes or no where that is asked for.

Ana: is Tom coming to the review?
Bot: Yes, Tom has accepted.
Ana: has everyone accepted it?
Bot: No. Not answered: Priya.
"""

from collections.abc import Sequence

from dialogs.asker import Asker
from dialogs.cards import details as cards
from dialogs.understand.builds.whether import Claim
from dialogs.understand.lexicon.patterns import patterns
from dialogs.words.reader import Reader
from graph.model import Attendee, Event, Person, Response

_SILENT = frozenset((Response.NONE, Response.NOT_RESPONDED))
SAID_OF_ALL = {
    "accepted": ("answer-accepted", "nobody-accepted", frozenset((Response.ACCEPTED,))),
    "declined": ("answer-declined", "nobody-declined", frozenset((Response.DECLINED,))),
    "tentative": ("answer-tentative", "nobody-tentative", frozenset((Response.TENTATIVE,))),
    "unanswered": ("answer-none", "nobody-silent", _SILENT),
}
"""Of the people of an event: what those with an answer are called, what is said where there are none."""
ANSWERED = {
    Response.ACCEPTED: "has-accepted",
    Response.ORGANIZER: "has-organized",
    Response.TENTATIVE: "has-tentative",
    Response.DECLINED: "has-declined",
    Response.NONE: "has-not-answered",
    Response.NOT_RESPONDED: "has-not-answered",
}
MINE = {
    Response.ACCEPTED: "mine-accepted",
    Response.ORGANIZER: "mine-organized",
    Response.TENTATIVE: "mine-tentative",
    Response.DECLINED: "mine-declined",
}
"""What one has answered oneself."""
_COMING = frozenset((Response.ACCEPTED, Response.ORGANIZER))
_YES, _NO, _MAYBE = "verdict-yes", "verdict-no", "verdict-maybe"
_VERDICTS = {
    "come": {Response.ACCEPTED: _YES, Response.ORGANIZER: _YES, Response.TENTATIVE: _MAYBE},
    "accept": {Response.ACCEPTED: _YES, Response.ORGANIZER: _YES},
    "reply": {Response.ACCEPTED: _YES, Response.TENTATIVE: _YES, Response.DECLINED: _YES},
    "decline": {Response.DECLINED: _YES},
    "invite": dict.fromkeys(Response, _YES),
}
"""By what is asked of somebody, which answers make it so; with every other one it is not."""


def who(event: Event, about: Sequence[Attendee | Person], asker: Asker) -> str:
    """Who comes; of those who were asked about, what each has answered."""
    reader, me = asker.reader, asker.me.email.lower()
    if about:
        told = " ".join(_of_one(each, event, reader) for each in about)
        asked = _asked(asker.turn.utterance)
        answers = {_answer(each, event) for each in about}
        # Whoever organizes it has nothing to answer.
        is_owed = not (asked == "reply" and Response.ORGANIZER in answers)
        verdicts = {_verdict(asked, each) for each in answers} if asked and is_owed else set()
        return _with(verdicts.pop() if len(verdicts) == 1 else "", told, reader)
    organizer = event.organizer.email.lower()
    others = [each.name or each.email for each in cards.people_of(event) if each.email.lower() not in (me, organizer)]
    if not event.is_organizer:
        others.insert(0, event.organizer.name or event.organizer.email)
    return reader.say("who-others", names=reader.names(others)) if others else reader.say("who-alone")


def answered_so(event: Event, facet: str) -> Sequence[Attendee]:
    """Whom an answer by that facet names; nobody where it is about no answers."""
    _, _, answers = SAID_OF_ALL.get(facet, ("", "", frozenset()))
    return [each for each in _guests(event) if each.response in answers]


def mine(event: Event, asker: Asker) -> str:
    """What the asker has answered."""
    response = Response.ORGANIZER if event.is_organizer else event.response
    told = asker.reader.say(MINE.get(response, "mine-not-answered"))
    asked = _asked(asker.turn.utterance)
    return _with(_verdict(asked, response) if asked and not event.is_organizer else "", told, asker.reader)


def needed(event: Event, about: Sequence[Attendee | Person], asker: Asker) -> str:
    """Whether those who were asked about, or the asker where nobody was, are required or optional."""
    reader = asker.reader
    if not about:
        if event.is_organizer:
            return reader.say("mine-runs")
        own = next((each for each in event.attendees if each.email.lower() == asker.me.email.lower()), None)
        return reader.say("mine-optional" if own and own.kind == "optional" else "mine-needed")
    return " ".join(_need_of(each, event, reader) for each in about)


def _need_of(somebody: Attendee | Person, event: Event, reader: Reader) -> str:
    name, response = somebody.name or somebody.email, _answer(somebody, event)
    if response in (None, Response.ORGANIZER):
        return reader.say(ANSWERED[response] if response else "has-no-invitation", name=name)
    kind = next(each.kind for each in event.attendees if each.email.lower() == somebody.email.lower())
    return reader.say("is-optional" if kind == "optional" else "is-needed", name=name)


def of_all(event: Event, facet: str, reader: Reader) -> str:
    """Those with one answer: "Accepted: Tom and Yuki"."""
    title, nobody, _ = SAID_OF_ALL[facet]
    names = [each.name or each.email for each in answered_so(event, facet)]
    return f"{reader.say(title)}: {reader.names(names)}" if names else reader.say(nobody)


def of_everyone(event: Event, claim: Claim, reader: Reader) -> str:
    """Whether all of its people come or have answered; or whether any of them does, or does not."""
    guests = _guests(event)
    if not guests:
        return reader.say("who-alone")
    if claim.kind == "any":
        return _of_any(guests, claim, reader)
    wanted = {"come": _COMING, "decline": frozenset((Response.DECLINED,)), "miss": frozenset((Response.DECLINED,))}
    rest = [each for each in guests if each.response in _SILENT]
    if claim.does != "reply":
        rest = [each for each in guests if each.response not in wanted[claim.does]]
    if not rest:
        return reader.say("whether-all-replied" if claim.does == "reply" else "whether-all-come")
    return reader.say("whether-not-all", rest=_by_answer(rest, reader))


def _of_any(guests: Sequence[Attendee], claim: Claim, reader: Reader) -> str:
    match claim.does:
        case "come":
            some = [each for each in guests if each.response in _COMING]
        case "reply":
            some = [each for each in guests if each.response not in _SILENT]
        case "decline":
            some = [each for each in guests if each.response is Response.DECLINED]
        case _:
            some = [each for each in guests if each.response not in _COMING]
    if some:
        return reader.say("whether-some", some=_by_answer(some, reader))
    none = {"come": "nobody-accepted", "reply": "nobody-replied", "decline": "nobody-declined"}
    return reader.say("whether-none", words=reader.say(none.get(claim.does, "whether-none-missing")))


def _by_answer(people: Sequence[Attendee], reader: Reader) -> str:
    """ "Tentative: Tom. Not answered: Priya and Yuki" """
    groups = [(title, [each for each in people if each.response in answers]) for title, answers in cards.GROUPS]
    named = [(title, [each.name or each.email for each in some]) for title, some in groups if some]
    return ". ".join(f"{reader.say(title)}: {reader.names(names)}" for title, names in named)


def _guests(event: Event) -> Sequence[Attendee]:
    """Everybody but the organizer, who is there in any case."""
    organizer = event.organizer.email.lower()
    return [each for each in cards.people_of(event) if each.email.lower() != organizer]


def _asked(utterance: str) -> str:
    """What is asked of somebody that is answered by yes or no: come, accept, reply, decline, invite; else nothing."""
    found = patterns()["whether-somebody"].fullmatch(utterance)
    return next((name for name, said in found.groupdict().items() if said), "come") if found else ""


def _verdict(asked: str, response: Response | None) -> str:
    if response is None:
        return _NO
    return _VERDICTS[asked].get(response, _NO)


def _with(verdict: str, told: str, reader: Reader) -> str:
    return reader.say(verdict, told=told) if verdict else told


def _answer(somebody: Attendee | Person, event: Event) -> Response | None:
    """What somebody has answered; None where they are not invited."""
    email = somebody.email.lower()
    if event.organizer.email.lower() == email:
        return Response.ORGANIZER
    return next((each.response for each in event.attendees if email and each.email.lower() == email), None)


def _of_one(somebody: Attendee | Person, event: Event, reader: Reader) -> str:
    response = _answer(somebody, event)
    return reader.say(ANSWERED[response] if response else "has-no-invitation", name=somebody.name or somebody.email)
