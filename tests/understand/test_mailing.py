"""What is said of mail that there is: what becomes of it, and which it is."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent, Understood

LISBON = ZoneInfo("Europe/Lisbon")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=LISBON)


def said(utterance: str, *, on_screen: bool = True) -> Understood:
    """Read on a Monday; `on_screen`: mail was shown last."""
    return understand(utterance, Context(MONDAY, LISBON, "en-GB", has_mail=on_screen))


@pytest.mark.parametrize(
    ("utterance", "facet"),
    [
        ("any new emails?", ""),
        ("did anyone email me about the pilot?", ""),
        ("mails i havent read", ""),
        ("have I heard back from Dana?", ""),
        ("got mail?", ""),
        ("have i got any new messages", ""),
        ("anything from tom?", ""),
        ("latest email", "read"),
        ("pull up dana's last email", "read"),
        ("can you check whether Priya answered my email", "replied"),
        ("did priya answer me", "replied"),
        ("empty my inbox", "delete"),
        ("archive everything from type weekly", "archive"),
        ("what did Tom write", "read"),
        ("can you read me my last email", "read"),
        ("what does Ana's mail say", "read"),
        ("did sofia email me back?", "replied"),
        ("did priya reply to my mail?", "replied"),
        ("delete the mails from newsletter", "delete"),
        ("get rid of that email", "delete"),
        ("throw the mail from Tom away", "delete"),
        ("archive the budget mail", "archive"),
        ("mark everything in my inbox as read", "mark_read"),
        ("mark Tom's mail as unread", "mark_unread"),
        ("what did Tom want", "read"),
        ("put Tom's mail in the bin", "delete"),
        ("did I send anything to Tom this week?", ""),
        ("mark everything as read", "mark_read"),
        ("what did Dana say about the pilot?", "read"),
        ("report the newsletter mail as spam", "junk"),
        ("move Tom's mail to junk", "junk"),
        ("flag the mail from Ana for follow-up", "flag"),
        ("take the flag off the mail from Ana", "unflag"),
        ("snooze Tom's mail until Friday", "cannot"),
        ("put the last mail into my Budget folder", "cannot"),
    ],
)
def test_what_becomes_of_mail(utterance: str, facet: str) -> None:
    """The same whatever is on the screen."""
    for on_screen in (True, False):
        understood = said(utterance, on_screen=on_screen)
        assert (understood.intent, understood.facet) == (Intent.EMAIL_SEARCH, facet)
        assert understood.mail


@pytest.mark.parametrize(
    ("utterance", "facet", "note"),
    [
        ("reply that I'll be there", "reply", "I'll be there"),
        ("answer it with: sounds good", "reply", "sounds good"),
        ("tell him I'm in", "reply", "I'm in"),
        ("reply yes, works for me", "reply", "yes, works for me"),
        ("write back", "reply", ""),
        ("send tom a reply saying ok", "reply", "ok"),
        ("write back to dana: twelve", "reply", "twelve"),
        ("reply to all on the offsite thread saying I'm in", "reply_all", "I'm in"),
        ("forward the offsite email to alex and ana reis", "forward", ""),
        ("reply all: thanks, see you there", "reply_all", "thanks, see you there"),
        ("reply to everyone saying done", "reply_all", "done"),
        ("reply to Alex's mail about the budget: I agree", "reply", "I agree"),
        ("forward it to Bruno", "forward", ""),
        ("forward Alex's email to Priya with a note please handle", "forward", "please handle"),
    ],
)
def test_what_is_written(utterance: str, facet: str, note: str) -> None:
    """The words alone, without what leads to them."""
    understood = said(utterance)
    assert (understood.intent, understood.facet, understood.note) == (Intent.EMAIL_SEND, facet, note)


@pytest.mark.parametrize(
    "utterance",
    [
        "turn this mail into a meeting",
        "make a meeting out of that email",
        "schedule a meeting with the people in this mail",
        "can you set up 30 minutes tomorrow with everybody on the thread",
        "make this email a meeting on Thursday for an hour",
    ],
)
def test_a_meeting_is_made_of_it(utterance: str) -> None:
    """And not of the words."""
    understood = said(utterance)
    assert (understood.intent, understood.facet) == (Intent.SCHEDULE, "mail")
    assert understood.mail


@pytest.mark.parametrize("utterance", ["it", "the second", "the one from Ana", "number 3", "next"])
def test_it_is_a_mail_only_while_mail_is_on_the_screen(utterance: str) -> None:
    """ "Delete it" speaks of a meeting otherwise."""
    assert said(f"delete {utterance}").facet == "delete"
    assert said(f"delete {utterance}", on_screen=False).intent is not Intent.EMAIL_SEARCH


@pytest.mark.parametrize(
    "utterance",
    [
        "delete the meeting",
        "cancel it",
        "move it to 4",
        "reply to the invitation",
        "reply yes to the invitation",
        "forward the invite to Tom",
        "forward the roadmap meeting to Priya",
        "what's Tom's email",
        "show the first meeting",
        "send an email to Tom saying hi",
        "write to Priya that the room changed",
        "book a meeting with Tom about the email migration",
        "turn it into a recurring meeting",
        "remove Tom from the meeting",
        "clear my afternoon",
    ],
)
def test_what_speaks_of_no_mail_that_there_is(utterance: str) -> None:
    """Even while mail is on the screen."""
    assert said(utterance).mail is None


@pytest.mark.parametrize(
    ("utterance", "who", "about"),
    [
        ("any mail from Ana about the budget", ["Ana"], "budget"),
        ("show me the offsite mail", [], "offsite"),
        ("find the mail where Alex mentions the audit", ["Alex"], "audit"),
        ("search my mail for contract", [], "contract"),
        ("got any mail from fabrikam lately?", ["fabrikam"], ""),
        ("delete everything from noreply@fabrikam.example", ["noreply@fabrikam.example"], ""),
        ("do i have new mail", [], ""),
        ("whats new in my mail", [], ""),
        ("emails with the word dashboard", [], "dashboard"),
        ("look for the email with the contract from ana brandt", ["ana brandt"], "contract"),
        ("show dana's email", ["dana"], ""),
        ("delete the newsletter", [], "newsletter"),
        ("emails with attachments", [], ""),
        ("what did sofia say in her email about the launch", ["sofia"], "launch"),
    ],
)
def test_who_wrote_it_and_what_about(utterance: str, who: list[str], about: str) -> None:
    """Nobody and nothing else."""
    mail = said(utterance).mail
    assert mail is not None
    assert ([person.text for person in mail.people], mail.about) == (who, about)


@pytest.mark.parametrize(
    ("utterance", "first", "last"),
    [
        ("mails from yesterday", 22, 23),
        ("emails between tuesday and thursday", 17, 20),
        ("show me mail from last friday", 20, 21),
        ("mail from friday", 20, 21),
        ("show me todays emails", 23, 24),
    ],
)
def test_its_day_has_gone_by(utterance: str, first: int, last: int) -> None:
    """A weekday is the last one, not the next."""
    mail = said(utterance).mail
    assert mail is not None
    [slot] = mail.time.slots
    assert (slot.start, slot.end) == (
        datetime(2026, 11, first, tzinfo=LISBON),
        datetime(2026, 11, last, tzinfo=LISBON),
    )


@pytest.mark.parametrize(
    ("utterance", "count", "places"),
    [
        ("show my last three emails", 3, ()),
        ("my 5 latest mails please", 5, ()),
        ("delete the last couple of emails", 2, ()),
        ("any emails from the last three days?", 0, ()),
        ("archive the first and the third", 0, (1, 3)),
        ("delete 1, 2 and 4", 0, (1, 2, 4)),
        ("reply to the second and the third: done", 0, (2, 3)),
        ("delete the first two", 0, (1, 2)),
        ("read the second one", 0, (2,)),
    ],
)
def test_how_many_and_which_of_a_list(utterance: str, count: int, places: tuple[int, ...]) -> None:
    """So many of the newest, or those at some places."""
    mail = said(utterance).mail
    assert mail and (mail.count, mail.places) == (count, places)


def test_older_than_a_week_reaches_back_from_there() -> None:
    """Not the last week, which would be the others."""
    mail = said("delete all mails from type weekly older than a week").mail
    assert mail is not None
    assert [person.text for person in mail.people] == ["type weekly"]
    [slot] = mail.time.slots
    assert (slot.start, slot.end) == (None, datetime(2026, 11, 16, 9, tzinfo=LISBON))


def test_words_without_end_are_read_in_time() -> None:
    """What nobody says is no reason to stop."""
    for words in (
        "reply to the mail from ",
        "forward the one about ",
        "book a call with everyone on the ",
        "read the ",
    ):
        assert said(words * 120) is not None
        assert said((words * 30)[:590]) is not None


@pytest.mark.parametrize(
    ("utterance", "minutes"),
    [
        ("turn it into a 20 minute meeting", 20),
        ("turn it into a meeting, half an hour", 30),
        ("make a 45 minute meeting of it", 45),
    ],
)
def test_how_long_the_meeting_of_a_mail_takes(utterance: str, minutes: int) -> None:
    """Said before it, or behind."""
    found = said(utterance)
    assert (found.intent, found.facet) == (Intent.SCHEDULE, "mail")
    assert found.time.duration == timedelta(minutes=minutes)
