"""What stands in a clause of its own, put where it is looked for."""

import pytest

from dialogs.understand.understood import Intent
from dialogs.understand.wording import gathered
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (
            "the call with Pavel... sorry no, the vineyard review, move it to Friday",
            "the vineyard review, move it to Friday",
        ),
        ("our lunch, oops I mean our wine list, can go to Thursday", "our wine list, can go to Thursday"),
        ("shift it to 11 please, the lab walkthrough", "shift the lab walkthrough to 11"),
        ("push it back an hour - my dentist", "push my dentist back an hour"),
        ("just this once, have thursday's tasting at 2... no, 3", "move thursday's tasting to 3, just this once"),
        ("can we have friday's 1:1 with Tom at 4:30 instead of 10", "can we move friday's 1:1 with Tom to 4:30"),
        (
            "change the room of the tasting tomorrow from Douro to Tejo",
            "change the room of the tasting tomorrow to Tejo",
        ),
        ("switch the location of our review to Tejo", "change the room of our review to Tejo"),
        ("the harvest review still doesn't have a room. could you add Tejo?", "get Tejo for the harvest review"),
        ("harvest review on Friday: swap Douro for the Tejo", "swap Douro for Tejo in harvest review on Friday"),
        ("tasting: swap Douro for Tejo, only tomorrow", "swap Douro for Tejo in tasting, only this one"),
        ("cancel friday's dentist and book Tom in its place", "cancel friday's dentist and book Tom in that slot"),
        (
            "all of the remaining tastings are off, the cellar is flooded. tell Ana and Tom",
            "cancel the whole tastings series and tell Ana and Tom that the cellar is flooded",
        ),
        ("could you ask Ana whether the tasting could start at 3", "ask Ana if 3 works instead for the tasting"),
        (
            "the inspector is away - move her visit to Friday",
            "the inspector is away - move the inspector's visit to Friday",
        ),
        ("Pavel wants to know about the corks. reply to him: the natural ones", "reply to Pavel: the natural ones"),
        ("forward the tasting invite to Tom so that he can listen in", "forward the tasting invite to Tom"),
        ("tell them I'll bring the cake", "tell them that I'll bring the cake"),
    ],
)
def test_it_is_put_where_it_is_looked_for(words: str, plain: str) -> None:
    """In the one clause that is read."""
    assert gathered.plainly(words) == plain


@pytest.mark.parametrize(
    "words",
    [
        "the review, actually the projector is broken so move it to Fado",
        "my sync, sorry, I'm late for it",
        "move it to 4, the room is taken",
        "move it to 4, the sooner the better",
        "decline it, the boss wants me elsewhere",
        "do I have friday's review at 4:30?",
        "have friday's lunch at noon with Tom",
        "move the room for the tasting from 3 to 4",
        "the sync has no room, get one",
        "ask Ana whether she can be there",
        "get rid of the Teams link in the review",
        "get rid of that email",
        "my boss is ill, cancel her 1:1",
        "tell him I can't make it",
        "tell them I'm running late",
    ],
)
def test_what_tells_something_else_stays(words: str) -> None:
    """A reason, an answer or a question of its own is no part of the request."""
    assert gathered.plainly(words) == words


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("keep my friday afternoons free for writing, 3:30 to 5", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=30"),
        ("protect wednesday mornings for thesis work, 9:30 to 11:30", "FREQ=WEEKLY;BYDAY=WE;BYHOUR=9;BYMINUTE=30"),
        ("keep my friday afternoons free for writing", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=14;BYMINUTE=0"),
    ],
)
def test_the_hours_behind_what_time_is_kept_for(read: Read, words: str, rule: str) -> None:
    """They are no word of its title."""
    said = read(words)
    assert (said.facet, said.time.rrule, "," in said.subject) == ("focus", rule, False)


def test_until_when_time_is_kept(read: Read) -> None:
    """A series has the end that is said of it."""
    said = read("keep my friday afternoons free for writing, 3:30 to 5, every week until christmas")
    assert (said.subject, "UNTIL=" in said.time.rrule) == ("writing", True)


def test_a_weekday_of_this_year_is_over(read: Read) -> None:
    """Who names the weekday of a day that is over means that day, and no other year's."""
    said = read("meeting with Tom on Tuesday November 10 at 9")
    assert said.intent is Intent.SCHEDULE
    assert said.time.exact is not None
    assert (said.time.exact.year, said.time.impossible) == (2026, "")
