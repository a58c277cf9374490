"""Answers that are put together of a few words, as people say them in many places."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read

BOOKS = Question("yes_no", (), frozenset(("book",)))
CANCELS = Question("yes_no", (), frozenset(("cancel",)))
MOVES = Question("yes_no", (), frozenset(("change",)))
DECLINES = Question("several", ("Tasting", "Fire drill"), frozenset(("decline",)))
TIMES = Question("choice", ("Thu 10:00", "Thu 14:30", "Fri 09:00"), frozenset(("book",)))
WRITES = Question("yes_no", (), frozenset(("send",)))


@pytest.mark.parametrize(
    "said",
    [
        "grand so",
        "lovely, go ahead please",
        "beauty",
        "sweet as, lock it in",
        "sweet, lock that in mate",
        "too easy",
        "fire away",
        "that's grand, work away",
        "och aye, crack on",
        "nae bother, book it",
        "right you are",
        "yea do it",
        "yeh",
        "please do the needful",
        "kindly proceed",
        "ok sir, you may book",
        "yes please kindly book the same",
        "fine from my side, please proceed",
        "oya book it",
        "no wahala, go ahead",
        "lekker, go ahead",
        "ja please do",
        "yebo, send it",
        "sige po, book na",
        "opo, please book",
        "you bet, ship it",
        "that'd be great, thanks",
        "sounds like a plan",
        "I am agree, please confirm",
        "it is good for me",
        "that suits me grand",
        "cool send the invite",
        "pop it in the calendar",
        "can you book it please?",
        "yeah, you can go ahead and send the invite",
        "no objections from my side",
        "ja nee fine",
        "sounds grand altogether",
        "much obliged, book away",
        "ok da, book",
        "👍🏽 book it",
        "👍👍",
    ],
)
def test_a_nice_word_and_what_bids_the_act_say_yes(read: Read, said: str) -> None:
    """In any order, with courtesies around them."""
    understood = read(said, BOOKS)
    assert understood.intent is Intent.YES
    assert understood.certain


@pytest.mark.parametrize(
    "said",
    [
        "lovely weather",
        "grand, but not Friday",
        "sweet as cake",
        "grand canyon prep",
        "great, who else is free?",
        "perfect, and add Tom",
        "lovely day for it",
        "perfect timing for lunch",
        "ok as long as Tom can come",
        "sounds good?",
        "sound check",
        "deal review",
        "game day",
        "beauty contest",
        "done with this",
        "go ahead and cancel it",
        "let's",
        "yeah nah",
        "nice try",
        "thanks",
        "cheers mate",
        "I'm good thanks",
        "no worries",
        "so so",
        "lock in Ana",
        "send it to Tom",
        "book it for Friday",
    ],
)
def test_what_says_anything_besides_is_no_yes(read: Read, said: str) -> None:
    """A yes may send things."""
    assert read(said, BOOKS).intent is not Intent.YES


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("yep bin it", CANCELS),
        ("yeah get rid of it", CANCELS),
        ("ok take it out of the diary", CANCELS),
        ("kindly cancel the same", CANCELS),
        ("yes cancel it and let everyone know", CANCELS),
        ("shift it then", MOVES),
        ("yes please make the change", MOVES),
        ("yes decline", DECLINES),
        ("yep turn them down", DECLINES),
        ("send", WRITES),
        ("aye post it", WRITES),
    ],
)
def test_a_card_is_bidden_its_act_by_its_own_verbs(read: Read, said: str, question: Question) -> None:
    """As people put it."""
    assert read(said, question).intent is Intent.YES


@pytest.mark.parametrize("said", ["bin it", "yes, get rid of it", "decline"])
def test_the_act_of_another_card_is_no_yes(read: Read, said: str) -> None:
    """To a card that would book."""
    assert read(said, BOOKS).intent is not Intent.YES


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("yep bin it and say sorry", "sorry"),
        ("yes axe it and apologise for the short notice", "Sorry for the short notice"),
        ("yes tell them its rained out", "its rained out"),
        ("aye, let him know I'm off sick", "I'm off sick"),
        ("lovely, do it. tell everyone we ran out of time", "we ran out of time"),
    ],
)
def test_a_word_to_the_others_goes_with_it(read: Read, said: str, note: str) -> None:
    """Behind the yes."""
    understood = read(said, CANCELS)
    assert (understood.intent, understood.note) == (Intent.YES, note)


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("second one pls", 2),
        ("first one is fine thx", 1),
        ("second slot pls", 2),
        ("third pls mate", 3),
        ("I prefer second option", 2),
        ("top one", 1),
        ("either is fine", 1),
        ("whichever, you decide", 1),
        ("kindly take option 2", 2),
        ("the 2nd slot is convenient for me", 2),
        ("ja the first one", 1),
        ("make it the third abeg", 3),
        ("sure, second one is grand", 2),
        ("we prefer the first", 1),
        ("can we do the second one?", 2),
        ("the top one works best for us", 1),
        ("second one, book it", 2),
        ("bottom one please sir", 3),
        ("second is preferable", 2),
        ("option two it is", 2),
        ("num 2", 2),
    ],
)
def test_a_pick_has_a_tail(read: Read, said: str, choice: int) -> None:
    """What praises it or asks nicely."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.choice) == (Intent.SELECT, choice)


@pytest.mark.parametrize(
    "said",
    [
        "maybe on the second",
        "second thoughts, no",
        "the first one doesn't work",
        "not the second",
        "first thing tomorrow",
        "one hour",
        "first or second?",
        "make it 4",
        "first week of May",
    ],
)
def test_what_only_speaks_of_a_place_picks_nothing(read: Read, said: str) -> None:
    """It may be a day, a length or a refusal."""
    assert read(said, TIMES).intent is not Intent.SELECT


@pytest.mark.parametrize(
    "said",
    [
        "none of those are great, leave it where it is",
        "hmm none of those work, keep it as is",
        "too hard, forget it",
        "nope, leave it as it was",
        "not really, keep the original time",
        "no good, forget it abeg",
        "nah, leave it be mate",
        "neither suits me, let's leave it",
        "sorry, none are suitable, kindly leave it as it is",
    ],
)
@pytest.mark.parametrize("question", [TIMES, MOVES])
def test_nothing_suits_and_all_is_to_stay(read: Read, said: str, question: Question) -> None:
    """Nothing is changed, and no further times are wanted."""
    assert read(said, question).intent in (Intent.NO, Intent.CANCEL_DIALOG)


@pytest.mark.parametrize(
    "said",
    [
        "nah none suit",
        "not the first one",
        "none of the above",
        "none of these are suitable",
        "these won't work for me",
    ],
)
def test_nothing_suits_so_others_are_wanted(read: Read, said: str) -> None:
    """As long as nobody says that it is to be left."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, "more")


@pytest.mark.parametrize(
    "said",
    [
        "keep friday then",
        "nope, stay with friday",
        "none of those suit, stick to Friday please",
        "leave it on friday mate",
    ],
)
def test_who_keeps_its_day_leaves_it(read: Read, said: str) -> None:
    """Where it is to be moved to none of that day."""
    offered = Question("choice", ("Mon 15 Mar, 15:00", "Tue 16 Mar, 9:00"), frozenset(("change",)))
    assert read(said, offered).intent is Intent.NO
    assert read(said, Question("choice", ("Fri 09:00", "Fri 14:00"), frozenset(("change",)))).intent is not Intent.NO


@pytest.mark.parametrize("said", ["book it", "yes book it", "lock it in"])
def test_the_verb_of_another_act_agrees_to_nothing(read: Read, said: str) -> None:
    """ "Book it" cancels no meeting."""
    understood = read(said, CANCELS)
    assert understood.intent is not Intent.YES or understood.confidence < 0.5


@pytest.mark.parametrize("said", ["grand", "sweet as", "too easy", "lovely, thanks a million", "splendid mate"])
def test_praise_thanks_where_nothing_is_asked(read: Read, said: str) -> None:
    """And agrees where something is."""
    assert read(said).intent is Intent.THANKS
    assert read(said, BOOKS).intent is Intent.YES
