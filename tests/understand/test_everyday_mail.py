"""Mail, calendars and settings as they are spoken of from day to day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.mail.headline import headline
from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent, Question, Understood
from tests.understand.conftest import MADRID, NOW, Read

WITH_MAIL = Context(NOW, MADRID, has_mail=True)


def on_screen(words: str) -> Understood:
    """What is said while a mail is shown."""
    return understand(words, WITH_MAIL)


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("I like meetings of 20 minutes", 20),
        ("our meetings are normally 40 minutes", 40),
        ("most of my calls last half an hour", 30),
        ("normally my meetings take an hour", 60),
        ("unless I say otherwise, plan 50 minutes", 50),
        ("if I don't say how long, take 25 min", 25),
        ("35 minutes is enough for my meetings", 35),
        ("we usually keep meetings to 45 minutes", 45),
    ],
)
def test_how_long_meetings_are_is_a_setting(said: str, length: int, read: Read) -> None:
    """Whoever tells how long theirs usually are, or are to be, wants no meeting."""
    [setting] = read(said).settings
    assert (setting.kind, setting.length) == ("duration", timedelta(minutes=length))


@pytest.mark.parametrize(
    "said", ["my meetings today are 45 minutes", "I have meetings of 45 minutes with Tom tomorrow"]
)
def test_the_length_of_some_meetings_is_no_setting(said: str, read: Read) -> None:
    """What is said of a day, or with somebody, is not of all of them."""
    assert read(said).intent is not Intent.PREFERENCES


@pytest.mark.parametrize(
    ("said", "name", "then"),
    [
        ("Create a calendar called Rota and share it with Ana", "Rota", 'share the "Rota" calendar with Ana'),
        ("make a calendar for Off site, let Tom edit it", "Off site", 'let Tom edit the "Off site" calendar'),
        ("add a calendar named Vans that Ana can see", "Vans", 'let Ana see the "Vans" calendar'),
        ("set up a new calendar called Vans shared with Tom", "Vans", 'share the "Vans" calendar with Tom'),
        ("new calendar On call. Then give Tom access", "On call", 'give Tom access to the "On call" calendar'),
    ],
)
def test_a_calendar_is_made_and_then_shared(said: str, name: str, then: str, read: Read) -> None:
    """Two requests of one calendar, and no meeting with whom it is shared."""
    made = read(said)
    assert made.calendar is not None
    assert (made.intent, made.facet, made.calendar.to, made.then) == (Intent.CALENDARS, "create", name, then)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("reply that the budget is fine and we'll start next week", "the budget is fine and we'll start next week"),
        ("write back that the survey is done", "the survey is done"),
        ("tell him yes", "yes"),
        ("tell her that she may keep it", "You may keep it"),
        ("say thanks, we'll be in touch", "thanks, we'll be in touch"),
        ("ask him if he can come earlier", "Can you come earlier?"),
        ("ask her when she can start", "When can you start?"),
        ("ask him to send the list", "Please send the list"),
        ("thank her", "Thank you"),
        ("thank him for the list and say I'll read it tonight", "Thank you for the list. I'll read it tonight"),
    ],
)
def test_a_reply_says_what_is_to_be_told(said: str, note: str) -> None:
    """Whatever it speaks of, in the person of those who read it."""
    told = on_screen(said)
    assert (told.intent, told.facet, told.note) == (Intent.EMAIL_SEND, "reply", note)


@pytest.mark.parametrize("said", ["tell him she may keep it", "tell her that he is late"])
def test_a_third_party_stays_one(said: str) -> None:
    """Who is spoken of need not be whom it is told to."""
    assert "you" not in on_screen(said).note


def test_an_invitation_is_answered_though_mail_is_shown() -> None:
    """A yes to something that is named is no reply."""
    assert on_screen("say yes to the review").intent is Intent.ACCEPT


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("find the mail about the van and book a call with her on Friday", "book a call with her on Friday about van"),
        (
            "look up Tom's mail about the van, then set up a meeting with the sender to discuss prices",
            "set up a meeting with them to discuss prices",
        ),
    ],
)
def test_a_meeting_with_whoever_wrote(said: str, then: str, read: Read) -> None:
    """The mail is found first, and then its sender is "her"."""
    found = read(said)
    assert (found.intent, found.facet, found.then) == (Intent.EMAIL_SEARCH, "read", then)


@pytest.mark.parametrize("said", ["do I have any unread mail?", "have we any new mails", "did I get any urgent mail?"])
def test_kinds_of_mail_are_nobody(said: str, read: Read) -> None:
    """ "Any unread" is no name."""
    mail = read(said).mail
    assert mail is not None
    assert mail.people == ()


@pytest.mark.parametrize(
    "said",
    [
        "nudge people who haven't answered about Van check",
        "chase everyone who hasn't replied about the budget survey",
        "remind the people who haven't responded to yearly budget review",
        "nudge them",
    ],
)
def test_the_silent_are_nudged(said: str, read: Read) -> None:
    """Whatever the meeting is called."""
    assert (read(said).intent, read(said).facet) == (Intent.CONTACT_ATTENDEES, "nudge")


@pytest.mark.parametrize("said", ["I'm running late for the review, 10 minutes", "running late - about 10 min"])
def test_how_late_may_stand_behind(said: str, read: Read) -> None:
    """The amount is not lost."""
    assert (read(said).facet, read(said).time.duration) == ("late", timedelta(minutes=10))


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("drop Ana a line to say the van is back", "the van is back"),
        ("send Tom a quick note saying the test is on", "the test is on"),
        ("write to the design team: please park behind the house", "please park behind the house"),
        ("message Tom: the price of the van is up", "the price of the van is up"),
    ],
)
def test_a_word_to_somebody(said: str, note: str, read: Read) -> None:
    """It may be of any topic."""
    assert (read(said).intent, read(said).facet, read(said).note) == (Intent.EMAIL_SEND, "new", note)


def test_other_words_for_what_is_to_be_sent() -> None:
    """Of a new mail as of a reply."""
    context = replace(WITH_MAIL, has_mail=False, question=Question("yes_no", acts=frozenset(("send", "write"))))
    said = understand("make it say I'll be there at 10", context)
    assert (said.intent, said.note) == (Intent.AMEND, "I'll be there at 10")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("the van keys are in the drawer", "Van keys"),
        ("please bring the figures", "Bring the figures"),
        ("I'm on my way", "I'm on my way"),
        ("Hi Tom, the survey is done. Have a look.", "Survey"),
        ("we went through all of the numbers with the team and found nothing", "We went through all of the numbers…"),
        ("", ""),
    ],
)
def test_a_mail_has_a_subject(text: str, subject: str) -> None:
    """What it speaks of first, or how it begins."""
    assert headline(text) == subject


@pytest.mark.parametrize(
    ("said", "name"),
    [("create a calendar Site visits", "Site visits"), ("add a new calendar Van rota please", "Van rota")],
)
def test_a_calendar_may_have_several_words(said: str, name: str, read: Read) -> None:
    """What stands behind "a calendar" is its name, and no meeting's."""
    made = read(said)
    assert made.calendar is not None
    assert (made.facet, made.calendar.to) == ("create", name)


@pytest.mark.parametrize("said", ["create a calendar entry tomorrow at 3", "add a calendar event Van check on Friday"])
def test_an_entry_in_a_calendar_is_none(said: str, read: Read) -> None:
    """It goes into one."""
    assert read(said).intent is Intent.SCHEDULE


@pytest.mark.parametrize(
    ("said", "facet"),
    [("is my out of office on?", "status"), ("do I have an auto reply set?", "status"), ("turn off my ooo", "off")],
)
def test_automatic_replies_are_asked_about(said: str, facet: str, read: Read) -> None:
    """And not only set."""
    assert (read(said).intent, read(said).facet) == (Intent.AWAY, facet)


@pytest.mark.parametrize("said", ["how do I join my 11 o'clock?", "where can I dial in to the sync?"])
def test_how_to_join(said: str, read: Read) -> None:
    """A question for the link."""
    assert read(said).intent is Intent.JOIN


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("ask Tom if he can bring the list", "Can you bring the list?"),
        ("ask Tom to bring the list", "please bring the list"),
        ("thank Ana for yesterday", "Thank you for yesterday"),
        ("tell Ana well done on the audit", "well done on the audit"),
    ],
)
def test_a_request_or_thanks_to_somebody(said: str, note: str, read: Read) -> None:
    """In the words that they read."""
    assert (read(said).intent, read(said).note) == (Intent.EMAIL_SEND, note)


@pytest.mark.parametrize("said", ["ask Tom if he can meet on Thursday", "ask Tom if he's free on Thursday"])
def test_a_time_with_somebody_is_no_message(said: str, read: Read) -> None:
    """Their calendar answers it."""
    assert read(said).intent is not Intent.EMAIL_SEND


@pytest.mark.parametrize(
    ("said", "names", "facet"),
    [("no, to Priya", ["Priya"], "instead"), ("also to Priya", ["Priya"], ""), ("copy Priya in", ["Priya"], "")],
)
def test_to_whom_it_goes_instead(said: str, names: list[str], facet: str) -> None:
    """While what is to be sent is shown."""
    told = understand(said, replace(WITH_MAIL, question=Question("yes_no", acts=frozenset(("send", "write")))))
    assert (told.intent, [each.text for each in told.people], told.facet) == (Intent.AMEND, names, facet)


def test_an_answer_and_what_then_becomes_of_the_mail() -> None:
    """The second waits until the first is sent."""
    told = on_screen("reply yes and delete it")
    assert (told.note, told.then) == ("yes", "delete it")
