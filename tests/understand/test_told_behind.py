"""What is told behind a request, or before it, and tells which one, how, or for how long."""

from datetime import timedelta

import pytest

from dialogs.understand.behalf import behalf
from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "the kiln rota is winding down: the one on 12 June is the last, cancel everything after that",
        "our kiln rota is coming to an end, friday's is the last one so drop the rest",
        "the kiln rota stops soon. the last one is the 12th of June, please cancel everything after it",
        "The kiln rota on Friday is our last, scrap all the later ones",
        "friday's kiln rota is the last one, remove everything after that",
        "cancel everything after 12 June in the kiln rota",
        "Please delete all the sessions of the kiln rota after next week",
        "drop everything after friday in the kiln rota series",
        "the one on 12 June is the last kiln rota, cancel everything after that",
        "12 June is the last kiln rota so cancel the ones after that",
        "the kiln rota is over after 12 June, cancel the rest",
    ],
)
def test_the_last_of_a_series_stays(read: Read, said: str) -> None:
    """Only what comes behind it goes, and nothing of any other series."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, "series_end")
    assert understood.event and "kiln rota" in understood.event.subject
    assert understood.time.slots[0].end is not None


@pytest.mark.parametrize(
    "said",
    ["cancel all the kiln rotas from 5 november", "cancel everything in the kiln rota series from 5 november"],
)
def test_from_a_day_on(read: Read, said: str) -> None:
    """A number before a month is its day, and no hour; the series goes on beyond that month."""
    (slot,) = read(said).time.slots
    assert slot.start and (slot.start.day, slot.start.month, slot.end) == (5, 11, None)


@pytest.mark.parametrize("said", ["cancel everything after friday in my calendar", "cancel everything after 3"])
def test_everything_is_everything(read: Read, said: str) -> None:
    """Of no series is spoken there."""
    understood = read(said)
    assert (understood.intent, understood.scope) == (Intent.CANCEL, "all")


@pytest.mark.parametrize(
    "said",
    [
        "make the glaze crit a full hour and put it online",
        "make the glaze crit an hour, and then do it on Teams",
        "make the glaze crit one hour and get it online please",
        "the glaze crit should be an hour, and put it on teams",
    ],
)
def test_as_long_and_online(read: Read, said: str) -> None:
    """Both are done."""
    understood = read(said)
    assert (understood.intent, understood.online) == (Intent.RESCHEDULE, True)
    assert understood.time.duration == timedelta(hours=1)


@pytest.mark.parametrize(
    ("said", "is_private"),
    [
        ("put an all-day private entry in my calendar for friday called Moving house", True),
        ("put a private half hour in my diary friday at 2, called Physio", True),
        ("add a private 30 minutes friday at 2, Physio", True),
        ("book a half-hour private chat with Femi tomorrow at 2", True),
        ("put a 20 minute private call with Femi in for friday at 9", True),
        ("schedule an all day private event on friday called Scan", True),
        ("book a meeting with Femi about private event hosting tomorrow at 3", False),
    ],
)
def test_private_wherever_it_stands(read: Read, said: str, is_private: bool) -> None:
    """Before what is put down, whatever else stands there."""
    understood = read(said)
    assert (understood.intent, understood.extras.privacy == "private") == (Intent.SCHEDULE, is_private)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("I need an hour with Femi on tuesday at 2pm to start on year end", "year end"),
        ("can we get an hour with Femi tomorrow at 10 to begin on the budget?", "budget"),
        ("30 mins with Femi tomorrow at 11 to make a start on hiring", "hiring"),
        ("set up an hour with Femi tomorrow 11 to get started on the audit", "audit"),
        ("can you get Femi and me half an hour tomorrow at 2 to go over the lease wording", "lease wording"),
        ("could you find femi and i 30 minutes on friday to go over the lease", "lease"),
    ],
)
def test_what_it_begins_with(read: Read, said: str, subject: str) -> None:
    """It is the title, and no time."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)
    assert [who.text.lower() for who in understood.people] == ["femi"]


@pytest.mark.parametrize(
    ("said", "shift", "scope"),
    [
        ("pull my wednesday with Femi forward by an hour this week", -60, "this"),
        ("push the glaze crit back half an hour next week", 30, "this"),
        ("push the glaze crit back half an hour, only this week", 30, "this"),
        ("can we start the glaze crit 15 minutes later this week", 15, "this"),
        ("push the glaze crit back half an hour on friday", 30, ""),
        ("delay the glaze crit by 20 minutes tomorrow", 20, ""),
    ],
)
def test_how_far_and_then_which(read: Read, said: str, shift: int, scope: str) -> None:
    """The day or week behind it is the event's, and nowhere to move to."""
    understood = read(said)
    assert (understood.intent, understood.scope) == (Intent.RESCHEDULE, scope)
    assert understood.shift == timedelta(minutes=shift)
    assert understood.event and understood.event.time.slots


@pytest.mark.parametrize(
    "said",
    [
        "move the glaze crit to friday at 3 as i've a train on tuesday",
        "put the glaze crit to friday at 3 as we've got visitors on tuesday",
        "move the glaze crit to friday at 3 as i'm on leave then",
        "move the glaze crit to friday at 3 as Femi is away on thursday",
        "move the glaze crit to friday at 3 as we agreed",
    ],
)
def test_why_tells_no_time(read: Read, said: str) -> None:
    """Nor is it a part of what the event is called."""
    understood = read(said)
    assert (understood.intent, understood.when[0].text) == (Intent.RESCHEDULE, "friday at 3")
    assert understood.event and (understood.event.subject, understood.event.when) == ("glaze crit", ())


@pytest.mark.parametrize(
    "said",
    [
        "can't do half three for Femi's crit, could we say 4:30? propose that",
        "could we say 4:30 for Femi's crit instead? propose that",
        "what about 4:30 for Femi's crit? suggest that please",
        "propose 4:30 tomorrow to Femi for the crit, tentative till then",
        "offer Femi 4:30 for his crit tomorrow, maybe until then",
    ],
)
def test_asked_about_and_proposed(read: Read, said: str) -> None:
    """It is proposed to whoever asks for it, and nothing is booked."""
    understood = read(said)
    assert understood.intent is Intent.PROPOSE
    assert understood.time.exact and f"{understood.time.exact:%H:%M}" == "16:30"


@pytest.mark.parametrize(
    "said",
    [
        "cancel my budget... no sorry, my lease call with Femi",
        "delete the mail... sorry, i mean cancel the lease call with Femi",
        "cancel the budget, no wait, the lease call with Femi",
    ],
)
def test_begun_anew(read: Read, said: str) -> None:
    """What was taken back is nowhere in it."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.CANCEL, "lease call")


def test_nothing_is_begun_anew(read: Read) -> None:
    """Why it is called off is no other event."""
    assert read("cancel the review, sorry, the train is late").subject == "review"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("ask Femi along to the glaze crit this thursday, only that one", Intent.ADD_ATTENDEE),
        ("can you ask Femi to come along to the glaze crit", Intent.ADD_ATTENDEE),
        ("ask Femi to bring the slides to the glaze crit", Intent.EMAIL_SEND),
    ],
)
def test_asked_along(read: Read, said: str, intent: Intent) -> None:
    """Who is asked along is invited; who is asked for something is written to."""
    assert read(said).intent is intent


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("book Mia an hour with Tom at 3 in her own calendar", "book an hour with Tom at 3"),
        ("book Mia half an hour with Tom directly in her diary at 4", "book half an hour with Tom at 4"),
    ],
)
def test_in_their_own_calendar(said: str, rest: str) -> None:
    """It is a meeting of hers, and no other."""
    found = behalf.find(said)
    assert found and (found.name, found.rest, found.invited, found.sure) == ("Mia", rest, "", True)


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("my last meeting tomorrow is at 4, cancel everything after that", "2026-11-19 17:00"),
        ("friday is the last day of the sprint, cancel everything after that", "2026-11-21 00:00"),
    ],
)
def test_the_last_is_not_what_goes(read: Read, said: str, start: str) -> None:
    """What comes behind it does."""
    understood = read(said)
    (slot,) = understood.time.slots
    assert (understood.intent, understood.scope) == (Intent.CANCEL, "all")
    assert slot.start and f"{slot.start:%Y-%m-%d %H:%M}" == start


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("30 min with Femi tomorrow at 3 about the fee scale and he's right to worry", "fee scale"),
        ('30 min with Femi tomorrow at 3, "Rain and it was late"', "Rain and it was late"),
    ],
)
def test_a_remark_is_no_title(read: Read, said: str, subject: str) -> None:
    """What somebody thinks of it stands in no invitation, unless it was dictated."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)
