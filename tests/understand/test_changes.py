"""Changes of events that exist: which event is meant, and what becomes of it."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Role
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "event", "new"),
    [
        ("move the roadmap to Thursday at 3", "roadmap", "19 15:00"),
        ("could you shift the roadmap meeting on Tuesday at 10 to 11?", "roadmap meeting 24 10:00", "18 11:00"),
        ("move my 3pm to 4", "18 15:00", "18 16:00"),
        ("move the 9 to 10 call to 11", "9 to 10 call", "18 11:00"),
        ("reschedule my planning from Tuesday to Thursday", "planning", ""),
        ("the roadmap should be at 4 instead", "roadmap", "18 16:00"),
        ("reschedule the roadmap for Friday at noon, please", "roadmap", "20 12:00"),
        ("change the time of the roadmap to 16:30", "roadmap", "18 16:30"),
        ("make the roadmap a quarter to 11", "roadmap", "18 10:45"),
        ("move the roadmap at a quarter to 11 to noon", "roadmap 18 10:45", "18 12:00"),
        ("can you make the roadmap on the 20th at a quarter to 5 in the evening", "roadmap", "20 16:45"),
        ("let's do the roadmap at 11 rather than 10", "roadmap", "18 11:00"),
        ("can we have the roadmap at 4pm instead of 3pm", "roadmap", "18 16:00"),
        ("the roadmap should be at 2, not at 3", "roadmap", "18 14:00"),
        ("move the roadmap to Friday at 10 instead of Thursday", "roadmap", "20 10:00"),
        ("put the roadmap at 4.30 instead", "roadmap", "18 16:30"),
        ("schedule my roadmap on Friday at 3 rather, please", "roadmap", "20 15:00"),
        ("the roadmap is to start at 3", "roadmap", "18 15:00"),
        ("kindly begin the roadmap at 3 on Friday", "roadmap", "20 15:00"),
    ],
)
def test_the_event_and_its_new_time_are_told_apart(read: Read, said: str, event: str, new: str) -> None:
    """Of two times in a sentence one is the event's, the other the new one."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event
    described = understood.event.time.exact
    assert (
        f"{understood.event.subject} {described:%d %H:%M}".strip() == event
        if described
        else (understood.event.subject == event)
    )
    exact = understood.time.exact
    assert (f"{exact:%d %H:%M}" if exact else "") == new


@pytest.mark.parametrize(
    ("said", "shift", "longer", "duration"),
    [
        ("push the roadmap by half an hour", 30, None, None),
        ("push my 3pm meeting half an hour", 30, None, None),
        ("can we do the roadmap an hour later", 60, None, None),
        ("the roadmap needs to be an hour later", 60, None, None),
        ("the roadmap should only be 10 minutes", None, None, 10),
        ("bring the roadmap forward by 15 minutes", -15, None, None),
        ("extend the roadmap by 30 minutes", None, 30, None),
        ("make the roadmap 45 minutes", None, None, 45),
        ("shorten the roadmap to 20 minutes", None, None, 20),
    ],
)
def test_amounts(read: Read, said: str, shift: int | None, longer: int | None, duration: int | None) -> None:
    """How much later, how much longer, and how long."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event

    def minutes(length: timedelta | None) -> int | None:
        return None if length is None else int(length / timedelta(minutes=1))

    assert (minutes(understood.shift), minutes(understood.longer), minutes(understood.time.duration)) == (
        shift,
        longer,
        duration,
    )


@pytest.mark.parametrize(
    ("said", "facet", "value"),
    [
        ("rename the roadmap to Roadmap 2027", "title", "Roadmap 2027"),
        ("change the title of tomorrow's 10am to Planning", "title", "Planning"),
        ("change the location of the roadmap to Café Central", "location", "Café Central"),
        ("move the roadmap to room 4", "location", "room 4"),
        ("add a note to the roadmap: bring the figures", "description", "bring the figures"),
        ("make the roadmap private", "private", ""),
        ("mark the roadmap as free", "free", ""),
        ("make the roadmap a Teams meeting", "online", ""),
    ],
)
def test_what_is_changed(read: Read, said: str, facet: str, value: str) -> None:
    """Title, place, text and marks; the value is taken as it was written."""
    understood = read(said)
    assert understood.intent is Intent.UPDATE
    assert understood.event
    assert understood.facet == facet
    assert value in (understood.subject, understood.location, understood.note)


@pytest.mark.parametrize(
    ("said", "intent", "people"),
    [
        ("add Tom to the roadmap", Intent.ADD_ATTENDEE, [("Tom", Role.REQUIRED)]),
        ("add tom to the roadmap", Intent.ADD_ATTENDEE, [("tom", Role.REQUIRED)]),
        ("loop Priya in on the audit", Intent.ADD_ATTENDEE, [("Priya", Role.REQUIRED)]),
        ("invite Alex to the audit as optional", Intent.ADD_ATTENDEE, [("Alex", Role.OPTIONAL)]),
        ("take Priya off the sync", Intent.REMOVE_ATTENDEE, [("Priya", Role.WITHOUT)]),
        ("replace Tom with Alex in the audit", Intent.ADD_ATTENDEE, [("Tom", Role.WITHOUT), ("Alex", Role.REQUIRED)]),
    ],
)
def test_who_comes(read: Read, said: str, intent: Intent, people: list[tuple[str, Role]]) -> None:
    """Those who come and those who do not, beside the event they are spoken of with."""
    understood = read(said)
    assert understood.intent is intent
    assert understood.event
    assert [(each.text, each.role) for each in understood.people] == people


@pytest.mark.parametrize(
    "said",
    [
        "add milk to my shopping list",
        "set the timer for ten minutes",
        "take a break at 3",
        "have lunch with Ana at 1",
        "set up a call with Tom for Thursday",
        "put the dentist on my calendar for Friday at 9",
    ],
)
def test_no_event_is_changed(read: Read, said: str) -> None:
    """Lists, timers and new events are none that exist."""
    assert read(said).event is None


def test_spans_count_in_the_utterance(read: Read) -> None:
    """Also where a part of it was read by itself."""
    text = "move Tuesday's sync with Tom to Friday at 4, please"
    understood = read(text)
    assert understood.event
    found = [(each.text, each.span) for each in (*understood.event.when, *understood.when)]
    found += [(each.text, each.span) for each in understood.event.people]
    assert [text[slice(*span)] for _, span in found] == [words for words, _ in found]
    assert len(found) == 3


def test_what_follows_the_event_is_told_to_others(read: Read) -> None:
    """Days and people of a note say nothing about which meeting is answered."""
    said = read("decline the review on Friday and tell Sofia I am away until Monday")
    assert (said.subject, said.note, said.people) == ("review", "I am away until Monday", ())
    assert [when.text for when in said.when] == ["on Friday"]


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("let's do lunch with Fatima on Friday", "lunch"),
        ("I can't make the retrospective on Friday", "retrospective"),
        ("I'll be at the sprint review", "sprint review"),
    ],
)
def test_what_is_spoken_of_without_a_verb_of_booking(read: Read, said: str, subject: str) -> None:
    """The words that lead up to it are none of its name."""
    assert read(said).subject == subject


@pytest.mark.parametrize(
    ("said", "facet", "subject", "note"),
    [
        ("change the title to Glaze plan", "title", "Glaze plan", ""),
        ("change its name to Glaze plan, please", "title", "Glaze plan", ""),
        ("add the agenda: 1. budget 2. hiring", "description", "", "1. budget 2. hiring"),
        ("make that private", "private", "", ""),
    ],
)
def test_what_was_spoken_of_is_changed_without_its_name(
    read: Read, said: str, facet: str, subject: str, note: str
) -> None:
    """The title, the agenda and the privacy of what is at hand need no other words."""
    understood = read(said)
    assert (understood.intent, understood.event) == (Intent.UPDATE, None)
    assert (understood.facet, understood.subject, understood.note) == (facet, subject, note)


@pytest.mark.parametrize("said", ["move just this week's roadmap to 10", "take the roadmap off my calendar"])
def test_small_words_hide_no_name(read: Read, said: str) -> None:
    """ "Just", "off my calendar" are no part of what an event is called."""
    understood = read(said)
    assert (understood.event or understood).subject == "roadmap"


@pytest.mark.parametrize(
    ("said", "intent", "facet", "scope"),
    [
        ("from now on I want my supplier audit at 15:30", Intent.RESCHEDULE, "", "following"),
        ("I'd like the supplier audit at 10 from now on", Intent.RESCHEDULE, "", "following"),
        ("the supplier audit needs to be an hour and a half this time", Intent.RESCHEDULE, "length", "this"),
        ("move the supplier audit to 10 from June", Intent.RESCHEDULE, "", "following"),
        ("the supplier audit on Friday should be cancelled", Intent.CANCEL, "", ""),
        ("the supplier audit only needs an hour", Intent.RESCHEDULE, "length", ""),
        ("an hour is enough for the supplier audit", Intent.RESCHEDULE, "length", ""),
        ("the supplier audit needs another 30 minutes", Intent.RESCHEDULE, "length", ""),
        ("could Tom and Priya also come to the supplier audit?", Intent.ADD_ATTENDEE, "", ""),
        ("mark the supplier audit as accepted", Intent.ACCEPT, "", ""),
        ("can the supplier audit finish by 3:15 instead?", Intent.RESCHEDULE, "end", ""),
        ("put tomorrow's supplier audit at 8:45", Intent.RESCHEDULE, "", ""),
        ("can you make the supplier audit tentative in my calendar", Intent.UPDATE, "tentative", ""),
        ("tell Tom I'd prefer 10am for the supplier audit", Intent.PROPOSE, "", ""),
        ("I've got a clash at the supplier audit so decline it", Intent.DECLINE, "", ""),
        ("let Tom and Priya know I'll be ten minutes late to the supplier audit", Intent.CONTACT_ATTENDEES, "late", ""),
        ("could we push the supplier audit to the afternoon, say 2?", Intent.RESCHEDULE, "", ""),
        ("do we have a room for the supplier audit? if not book Maxwell", Intent.UPDATE, "location", ""),
        ("rename the supplier audit", Intent.UPDATE, "title", ""),
        ("change the title of the supplier audit", Intent.UPDATE, "title", ""),
    ],
)
def test_wishes_for_an_event_that_there_is(read: Read, said: str, intent: Intent, facet: str, scope: str) -> None:
    """However the wish is put, it is about the event that is named, and about so much of its series as is said."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.scope) == (intent, facet, scope)
    assert (understood.event or understood).subject == "supplier audit"


@pytest.mark.parametrize(
    ("said", "event", "place"),
    [
        ("Quarterly review to be in Tejo", "review", "Tejo"),
        ("budget review to be in Mylapore", "budget review", "Mylapore"),
        ("the roadmap is to be held in Tejo", "roadmap", "Tejo"),
        ("I'd like the roadmap to be in Tejo", "roadmap", "Tejo"),
        ("can you arrange for our roadmap to be in Tejo", "roadmap", "Tejo"),
        ("standup to be in Room 4", "standup", "Room 4"),
    ],
)
def test_where_an_event_is_to_be(read: Read, said: str, event: str, place: str) -> None:
    """What is to be somewhere is there already, and is held elsewhere."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.location) == (Intent.UPDATE, "location", place)
    assert understood.event
    assert understood.event.subject == event


@pytest.mark.parametrize(
    "said",
    [
        "Quarterly review to be in Tejo, and kindly start it at 2.30",
        "the review is to be held in Tejo and start at 2.30",
        "review to be in Tejo, kindly start it at 2.30",
        "the review should be in Tejo. Please begin at 2.30",
    ],
)
def test_where_and_when_it_is_to_be(read: Read, said: str) -> None:
    """Both are changes of the one event."""
    understood = read(said)
    assert (understood.location, understood.event and understood.event.subject) == ("Tejo", "review")
    assert [f"{also.time.exact:%H:%M}" for also in understood.also if also.time.exact] == ["14:30"]


def test_a_meeting_that_is_to_be_somewhere_is_new(read: Read) -> None:
    """Nobody says "a meeting" of one that exists."""
    assert read("a meeting with Tom to be in Tejo tomorrow at 3").intent is Intent.SCHEDULE


def test_two_requests_of_somebody_who_is_away(read: Read) -> None:
    """What is to be done besides is no part of the automatic reply."""
    said = read("I'm out on Friday, set my auto reply and decline the supplier audit")
    assert (said.intent, said.note, said.then) == (Intent.AWAY, "", "decline the supplier audit")
