"""Two requests in one message, two changes of one event, and events that are told in another order than usual."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question, Role
from dialogs.understand.wording.rephrased import rephrased
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("take Tom off the audit and put Priya on", Intent.REMOVE_ATTENDEE, "Priya"),
        ("remove Tom from the audit and add Priya", Intent.REMOVE_ATTENDEE, "Priya"),
        ("move the audit to 11 and invite Priya too", Intent.RESCHEDULE, "Priya"),
        ("move the audit to 11 and make it private", Intent.RESCHEDULE, "private"),
        ("add Priya to the audit, and then make it online", Intent.ADD_ATTENDEE, "online"),
        ("move it to 3 and add Priya", Intent.RESCHEDULE, "Priya"),
    ],
)
def test_two_changes_of_one_event(read: Read, said: str, first: Intent, second: str) -> None:
    """The second one speaks of the event of the first."""
    understood = read(said)
    assert understood.intent is first
    (also,) = understood.also
    assert also.event is None
    assert second in (also.facet, *(each.text for each in also.people))


def test_a_new_title_ends_where_the_next_change_begins(read: Read) -> None:
    """What follows is no part of the title."""
    understood = read("rename the audit to Yearly audit and make it 45 minutes")
    assert understood.subject == "Yearly audit"
    assert [each.time.duration for each in understood.also] == [timedelta(minutes=45)]


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("move the audit to 11 and tell them the lift is broken", "tell everyone that the lift is broken"),
        ("move the audit to 11 and let everyone know", ""),
        ("accept the audit, decline the retro", "decline the retro"),
        ("accept the audit and decline the retro", "decline the retro"),
        ("cancel the audit and book Tom at 1 for 30 minutes", "book Tom at 1 for 30 minutes"),
        ("free up Thursday morning, move everything to Friday", ""),
    ],
)
def test_what_waits_until_the_first_is_done(read: Read, said: str, then: str) -> None:
    """A request of its own, as it was said."""
    assert read(said).then == then


@pytest.mark.parametrize(
    "said",
    [
        "I don't need the audit anymore",
        "we no longer need the audit",
        "the audit is no longer needed",
        "we won't be needing the audit",
        "cancel supplier audit",
    ],
)
def test_what_is_not_needed_is_cancelled(read: Read, said: str) -> None:
    """Whoever says so means that it is to go; it is asked about first."""
    understood = read(said)
    assert understood.intent is Intent.CANCEL
    assert "audit" in understood.subject
    assert not understood.certain


@pytest.mark.parametrize(
    ("said", "out", "come"),
    [
        ("Priya will replace Tom in the audit", "Tom", "Priya"),
        ("can Priya stand in for Tom at the audit", "Tom", "Priya"),
        ("swap Tom for Priya in the audit", "Tom", "Priya"),
    ],
)
def test_who_takes_whose_place(read: Read, said: str, out: str, come: str) -> None:
    """Whichever of them is named first."""
    understood = read(said)
    assert {(each.text, each.role) for each in understood.people} == {(out, Role.WITHOUT), (come, Role.REQUIRED)}
    assert understood.event
    assert understood.event.subject == "audit"


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("make Priya optional for the audit", "optional"),
        ("put the audit in the nook", "location"),
        ("show me as free during the audit", "free"),
        ("add to the audit: bring the reading lists", "description"),
    ],
)
def test_what_is_new_may_come_before_the_event(read: Read, said: str, facet: str) -> None:
    """The event is told from what becomes of it by the build of the sentence."""
    understood = read(said)
    assert understood.facet == facet
    assert understood.event
    assert understood.event.subject == "audit"


@pytest.mark.parametrize(
    "said",
    [
        "from next week on, the audit should be at 4",
        "starting next week onwards the audit should be at 4",
        "move the audit to 4, from next week on",
    ],
)
def test_from_when_on_a_series_is_to_be_otherwise(read: Read, said: str) -> None:
    """Said first or last: which of the series are meant, and the hour of each."""
    understood = read(said)
    assert (understood.intent, understood.scope, understood.time.clock) == (Intent.RESCHEDULE, "following", (960, None))
    assert understood.event
    assert f"{understood.event.time.slots[0].start:%d}" == "23"


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("push everything back 15", 15),
        ("running behind today, push everything back 20 minutes", 20),
        ("I'm running late, please bump everything by 10", 10),
    ],
)
def test_everything_of_today_is_later(read: Read, said: str, minutes: int) -> None:
    """A bare number beside "push" is minutes; without a day, it is the rest of today."""
    understood = read(said)
    assert (understood.facet, understood.shift) == ("several", timedelta(minutes=minutes))
    assert understood.event
    assert f"{understood.event.time.slots[0].start:%d %H}" == "18 09"


@pytest.mark.parametrize("said", ["one to one", "one-on-one", "1-2-1", "1 to 1"])
def test_a_meeting_of_two_by_any_name(read: Read, said: str) -> None:
    """However it is written, it is a 1:1."""
    assert read(f"cancel my {said} with Priya").subject == "1:1"


def test_from_one_to_one_thirty_is_a_time(read: Read) -> None:
    """The same words between times are times."""
    assert read("book Tom tomorrow from 1 to 1:30").time.exact is not None


def test_only_is_read_of_what_is_listed(read: Read) -> None:
    """ "No, only the retro" names what is to be done."""
    said = read("no, only the retro", Question("several", ("Audit", "Retro")))
    assert (said.facet, said.spared and said.spared.subject) == ("only", "retro")


@pytest.mark.parametrize(
    "said",
    [
        "swap the audit and the retro",
        "switch the times of the audit and the retro, please",
        "can you swap the audit with the retro",
    ],
)
def test_two_events_change_places(read: Read, said: str) -> None:
    """Neither is a time of the other."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, "exchange")
    assert understood.event
    assert (understood.event.subject, *(each.subject for each in understood.others)) == ("audit", "retro")


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("move the audit and the retro to Friday", "several"),
        ("make the audit and the retro private", "private"),
        ("move the research and development review to 3", ""),
    ],
)
def test_one_change_of_two_events(read: Read, said: str, facet: str) -> None:
    """Where each is named with an article; "and" alone may stand in a title."""
    understood = read(said)
    assert understood.facet == facet
    assert understood.event
    assert len(understood.event.others) == (1 if facet else 0)


@pytest.mark.parametrize(
    "said",
    [
        "delay the audit by 45 minutes, Tom has a delivery",
        "push the audit back 45 because I am stuck in traffic",
        "push the audit back 45 minutes - we're still waiting for the figures",
    ],
)
def test_why_it_is_changed_says_nothing_of_it(read: Read, said: str) -> None:
    """The reason names no further people, times or events."""
    understood = read(said)
    assert (understood.shift, understood.people) == (timedelta(minutes=45), ())
    assert understood.event
    assert understood.event.subject == "audit"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("make that a maybe", Intent.TENTATIVE),
        ("actually change it to yes", Intent.ACCEPT),
        ("I can't make safety induction, I'm teaching then", Intent.DECLINE),
        ("skip the layout this week", Intent.DECLINE),
    ],
)
def test_further_ways_to_answer(read: Read, said: str, intent: Intent) -> None:
    """A change of mind, and an invitation that is called by its bare title."""
    assert read(said).intent is intent


def test_the_time_is_kept_and_the_rest_is_changed(read: Read) -> None:
    """What was said of the time before is taken back."""
    said = read("actually keep the time, just make it 45 minutes", Question("yes_no"))
    assert (said.keeps_time, said.time.duration) == (True, timedelta(minutes=45))


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("start the audit at 1 but still finish at 4", "move the audit to 1 to 4"),
        ("the audit needs another 15 minutes", "extend the audit by 15 minutes"),
        ("can u do chat with Priya on Thursday instead of Friday", "move chat with Priya to on Thursday"),
        ("in the audit swap Tom for Priya", "replace Tom with Priya in the audit"),
        ("accept whatever Priya sent me", "accept all invitations from Priya"),
        ("decline everything others have invited me to on Friday", "decline all invitations on Friday"),
        ("cancel the audit from next week", "cancel the audit from next week on"),
        ("cancel everything I have planned for Thursday", "cancel everything for Thursday"),
        ("push the audit back 15", "push the audit back 15 minutes"),
        ("the audit isn't needed any more, cancel it", "cancel the audit"),
        ("the audit is on Thursday, move it to 4", "move the audit on Thursday to 4"),
        ("add Priya and drop Tom from the audit", "replace Tom with Priya in the audit"),
        ("drop Tom and add Priya to the audit", "replace Tom with Priya in the audit"),
        ("Tom can't come to the audit, take him off", "remove Tom from the audit"),
        ("going forward the audit is at 1:30", "move the audit to 1:30 from now on"),
        ("we no longer need the audit, tell them I'm sorry", "cancel the audit, tell them I'm sorry"),
        ("cancel my own meetings and decline the rest", "cancel everything"),
        ("actually I can go, accept it", "accept it"),
        ("I can't attend supplier audit, please decline with apologies", "I can't attend supplier audit"),
        ("book Tom every Monday from next week", "book Tom every Monday from next week"),
        ("I want tea instead of coffee", "I want tea instead of coffee"),
    ],
)
def test_the_same_request_in_the_plain_order(said: str, plainly: str) -> None:
    """What is said in another order, or by other words, is read as it is said plainly."""
    assert rephrased(said) == plainly


@pytest.mark.parametrize(
    ("said", "kind", "intent", "facet"),
    [
        ("no, Priya", "yes_no", Intent.AMEND, "instead"),
        ("yep both", "several", Intent.YES, ""),
        ("all of them", "several", Intent.YES, ""),
        ("no", "yes_no", Intent.NO, ""),
    ],
)
def test_short_answers(read: Read, said: str, kind: str, intent: Intent, facet: str) -> None:
    """Somebody else than was understood, and all that is listed."""
    understood = read(said, Question(kind, ("Audit", "Retro") if kind == "several" else ()))
    assert (understood.intent, understood.facet) == (intent, facet)


def test_another_one_of_the_series(read: Read) -> None:
    """ "Next week's" tells which one is meant, and not to when it is moved."""
    said = read("next week's, not today's", Question("yes_no"))
    assert (said.intent, said.facet) == (Intent.AMEND, "other_one")
    assert f"{said.time.slots[0].start:%d}" == "23"


@pytest.mark.parametrize("said", ["cancel the next supplier audit", "skip my next supplier audit"])
def test_the_next_one_keeps_its_title(read: Read, said: str) -> None:
    """ "Next" is no part of it, and does not end it either."""
    assert read(said).subject == "supplier audit"


@pytest.mark.parametrize(
    ("said", "facet", "value"),
    [
        ("the audit should be in Maxwell", "location", "Maxwell"),
        ("supplier audit has to be in Maxwell", "location", "Maxwell"),
        ("safety drill needs to be in maxwell", "location", "maxwell"),
        ("every supplier audit in May must be in Maxwell", "location", "Maxwell"),
        ("supplier audit should be in Maxwell from June", "location", "Maxwell"),
        ("supplier audit should be private", "private", ""),
        ("do the audit on Teams instead", "online", ""),
    ],
)
def test_what_an_event_should_be(read: Read, said: str, facet: str, value: str) -> None:
    """A wish without a verb of changing."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.location) == (Intent.UPDATE, facet, value)


@pytest.mark.parametrize(
    "said",
    [
        "drop the room for the audit and do it online",
        "we don't need the room for the audit any more, let's meet online",
        "cancel the room for the audit, we'll meet on Teams",
    ],
)
def test_a_room_is_given_back_for_a_call(read: Read, said: str) -> None:
    """Both are said of the same meeting."""
    understood = read(said)
    assert understood.event and understood.event.subject == "audit"
    assert [understood.facet, *(each.facet for each in understood.also)] == ["no_room", "online"]


@pytest.mark.parametrize("said", ["move the audit to Friday at 3 on Teams", "move the audit to 3pm, online"])
def test_a_move_to_a_call(read: Read, said: str) -> None:
    """How it is held is said behind the new time, and is no part of what it is called."""
    understood = read(said)
    assert understood.event and understood.event.subject == "audit"
    assert (understood.intent, understood.online) == (Intent.RESCHEDULE, True)


def test_a_day_of_a_week_is_that_day_alone(read: Read) -> None:
    """ "Friday … this week" is no other day of the week."""
    understood = read("put Priya on all of my Friday meetings this week")
    assert understood.event
    assert [f"{slot.start:%d}" for slot in understood.event.time.slots] == ["20"]


def test_a_text_tells_no_time(read: Read) -> None:
    """What is written into an invitation moves nothing."""
    understood = read("add a note to the audit: we start at 12:45")
    assert (understood.note, understood.when, understood.time.exact) == ("we start at 12:45", (), None)


def test_oops_undo(read: Read) -> None:
    """However startled it is said."""
    assert read("oops, undo that").facet == "undo"


@pytest.mark.parametrize("said", ["the vendor demo", "vendor demo", "the audit", "delivery check-in"])
def test_a_bare_title_answers_which_meeting(read: Read, said: str) -> None:
    """Whatever it may be taken for by itself."""
    understood = read(said, Question("event"))
    assert understood.intent is Intent.SELECT
    assert understood.event is not None


@pytest.mark.parametrize(
    ("said", "also"),
    [
        ("make the audit online and only 30 minutes", [30]),
        ("make it private and 15 minutes longer", [15]),
        ("the audit should be online and only half an hour", [30]),
        ("make the audit 45 minutes and private", ["private"]),
        ("make the audit private, important and show me as free", ["important", "free"]),
        ("have the audit at 3 instead, with Priya", ["Priya"]),
        ("move the audit to 3 with Priya as well", ["Priya"]),
        ("move the audit to 3, add Priya and call it Launch", ["Priya", "Launch"]),
        ("set the audit to 10am, 45 min, and add Priya", [45, "Priya"]),
        ("the audit needs Tom too and should start at 3", [15]),
    ],
)
def test_several_things_of_one_event(read: Read, said: str, also: list[str | int]) -> None:
    """What comes second may leave out its verb; all of it is of one event."""
    heard: list[str | int] = []
    for each in read(said).also:
        amount = each.time.duration or each.longer
        told = [each.facet if each.facet != "title" else each.subject, *(who.text for who in each.people)]
        hour = each.time.exact.hour if each.time.exact else 0
        heard.append(next((word for word in told if word), "") or (amount.seconds // 60 if amount else hour))
    assert heard == also


@pytest.mark.parametrize(
    ("said", "come", "out"),
    [
        ("invite Tom to the audit as well, and Priya doesn't need to come", "Tom", "Priya"),
        ("invite Tom as well, and Priya doesn't need to come", "Tom", "Priya"),
        ("add Tom to the audit, Priya is not needed", "Tom", "Priya"),
        ("add Tom, Priya can drop off", "Tom", "Priya"),
        ("take Priya off the audit, Tom should come", "Tom", "Priya"),
        ("Tom is coming to the audit, Priya isn't", "Tom", "Priya"),
        ("Priya doesn't need to be in the audit, but Tom does", "Tom", "Priya"),
    ],
)
def test_one_comes_and_another_does_not(read: Read, said: str, come: str, out: str) -> None:
    """Both are heard, whichever is said first."""
    understood = read(said)
    people = [each for said in (understood, *understood.also) for each in said.people]
    assert {(each.text, each.role) for each in people} == {(come, Role.REQUIRED), (out, Role.WITHOUT)}


@pytest.mark.parametrize("said", ["move the audit to 3, Priya can't make 2", "invite Tom to the audit, Priya is out"])
def test_why_it_is_to_be_so_takes_nobody_off(read: Read, said: str) -> None:
    """Who is away stays invited until somebody says otherwise."""
    understood = read(said)
    assert "Priya" not in [each.text for said in (understood, *understood.also) for each in said.people]


@pytest.mark.parametrize(
    "said",
    [
        "make the audit an hour and 15 minutes",
        "rename the audit to Ads, online and offline",
        "rename it to Sales and Me",
    ],
)
def test_what_is_one_thing_stays_one(read: Read, said: str) -> None:
    """An "and" within an amount or a title begins nothing new."""
    assert read(said).also == ()


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("find another time for the audit, Wednesday or Thursday of the same week", "Wed Thu"),
        ("move the audit to Thursday the same week", "Thu"),
        ("push the audit to Friday that week", "Fri"),
        ("move the audit to another day in the same week", ""),
        ("can we do the audit on a different day that week", ""),
        ("find another day in the same week for the audit", ""),
        ("reschedule the audit to later in the same week", ""),
    ],
)
def test_the_week_of_the_event_itself(read: Read, said: str, days: str) -> None:
    """Which week that is, only the event tells."""
    understood = read(said)
    assert understood.event and understood.event.subject == "audit"
    assert (understood.intent, understood.time.own_week) == (Intent.RESCHEDULE, True)
    assert " ".join(f"{slot.start:%a}" for slot in understood.time.slots if slot.start) == days


@pytest.mark.parametrize("said", ["move the audit to another day", "find another day for the audit"])
def test_another_day_is_no_day_more(read: Read, said: str) -> None:
    """It says neither by how much nor how long."""
    understood = read(said)
    assert (understood.shift, understood.time.duration, understood.time.other_day) == (None, None, True)
