"""Changes as people speak of them: who is put on, what a freed slot is for, what is told and what is asked."""

import pytest

from dialogs.understand.understood import Intent, Role
from dialogs.understand.wording import spoken
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "stick Ana and Rui on the budget review and take Tom off it",
        "put ana and rui on the budget review and take tom off",
        "pop Ana and Rui onto the budget review, and drop Tom",
        "take Tom off the budget review and stick Ana and Rui on",
        "can you chuck ana and rui on the budget review and kick tom off it",
        "add Ana and Rui to the budget review and take Tom off please",
    ],
)
def test_nobody_who_is_put_on_or_taken_off_is_dropped(read: Read, said: str) -> None:
    """Whatever the verb, and whether "it" is said or not."""
    understood = read(said)
    people = [each for one in (understood, *understood.also) for each in one.people]
    added = {each.text.lower() for each in people if each.role is Role.REQUIRED}
    gone = {each.text.lower() for each in people if each.role is Role.WITHOUT}
    assert (added, gone) == ({"ana", "rui"}, {"tom"})


@pytest.mark.parametrize(
    "said",
    [
        "stick the budget review on my calendar",
        "pop half an hour with Ana in for Tuesday",
        "stick the retro in Fado",
        "put the retro on Friday",
        "take Friday off",
    ],
)
def test_what_is_put_down_stays(said: str) -> None:
    """Nobody is put on anything here."""
    assert spoken.plainly(said, is_open=False) == said


@pytest.mark.parametrize(
    "said",
    [
        "don't add a Teams link to the budget review",
        "remove the teams link from the budget review",
        "no Teams link for the budget review please",
        "take the online link off the budget review",
        "the budget review doesn't need a teams link",
        "we don't need a meeting link for the budget review",
        "the budget review shouldn't be online",
    ],
)
def test_without_a_link_it_is_in_person(read: Read, said: str) -> None:
    """ "Teams" is nobody, and a link that is not wanted is not made."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.people) == (Intent.UPDATE, "in_person", ())
    assert not understood.online


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("budget review is now at 3.30", "move budget review to 3.30"),
        ("Ana's bank visit on Thursday is now at 3.30, same length", "move Ana's bank visit on Thursday to 3.30"),
        ("fyi the retro is now on Thursday at 10, everything else the same", "move the retro to Thursday at 10"),
        ("lunch with Rui's now 1pm", "move lunch with Rui to 1pm"),
        ("the audit, the tax one - can we do it at 4", "the tax audit - can we do it at 4"),
        ("cancel tomorrow's catch-up, the shops one", "cancel tomorrow's shops catch-up"),
        ("cancel the retro, the second one", "cancel the retro, the second one"),
        ("it is now 3.30", "it is now 3.30"),
        ("the retro is now 45 minutes", "the retro is now 45 minutes"),
        ("is the retro now at 3?", "is the retro now at 3?"),
        ("the deadline is now Friday", "the deadline is now Friday"),
        ("move the retro to Monday but Tom's away", "move the retro to Monday"),
        ("move the retro to Monday but mark me away", "move the retro to Monday but mark me away"),
    ],
)
def test_told_as_a_fact_or_in_two_parts(said: str, plain: str) -> None:
    """A meeting of which it is told when it is now is moved; which of several is said behind it."""
    assert spoken.plainly(said, is_open=False) == plain


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ("i'd love to move the retro to Monday but Tom's away", True),
        ("I'd love to cancel the audit but Rui would cry lol", True),
        ("wish I could skip the all-hands but it's mandatory", False),
        ("I wish I could skip the all-hands but sadly it's mandatory", True),
        ("we'd love to push the budget review, but Ana needs the numbers", True),
        ("I'd love to move the retro to Friday but keep the room", False),
        ("I'd love to cancel the retro but I don't know how", False),
        ("I'd love to move the retro to Friday but it needs to be after 3", False),
        ("I'd love to move the retro. Can you do Friday?", False),
    ],
)
def test_what_one_would_love_to_do_is_told(read: Read, said: str, remark: bool) -> None:
    """With why it cannot be, nothing is asked."""
    assert spoken.is_remark(said) == remark
    if remark:
        assert read(said).intent is Intent.SMALLTALK


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("drop the label check on Monday and use that slot for 30 min with Ana", "book 30 min with Ana in that slot"),
        ("cancel the audit and use the time to meet Rui", "book time with Rui in that slot"),
        (
            "scrap the audit on Thursday, use that hour for a lease chat with Rui",
            "book a lease chat with Rui in that slot",
        ),
    ],
)
def test_what_a_freed_slot_is_for(read: Read, said: str, then: str) -> None:
    """It is booked once the other is cancelled."""
    understood = read(said)
    assert (understood.intent, understood.then) == (Intent.CANCEL, then)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("no stand-up today sorry, the audit will run over. cancel just today's", "stand-up"),
        ("no stand-up today. cancel just today's", "stand-up"),
        ("no budget review on Monday, Ana is sick. Just cancel this one please", "budget review"),
    ],
)
def test_what_is_no_more_is_called_off_once(read: Read, said: str, subject: str) -> None:
    """ "Just today's" is the one that is spoken of."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.scope) == (Intent.CANCEL, subject, "this")
    assert (understood.then, understood.others) == ("", ())
