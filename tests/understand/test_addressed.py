"""What is told to somebody, as they read it: "you" for them, and for nobody else who is spoken of."""

import pytest

from dialogs.understand.slots.addressed import to_them
from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("text", "whom", "read_by_them"),
    [
        ("he needs to sign the form", "Otto", "You need to sign the form"),
        ("she goes first", "Iris", "You go first"),
        ("he hasn't replied", "Otto", "You haven't replied"),
        ("her clay order has arrived", "Iris", "Your clay order has arrived"),
        ("I'll send him the plans", "Otto", "I'll send you the plans"),
        ("the van is here and I'll meet her at the gate", "Iris", "The van is here and I'll meet you at the gate"),
        ("on Monday he starts at 8", "Otto", "On Monday you start at 8"),
        ("she can leave early if Marek agrees", "Iris", "You can leave early if Marek agrees"),
        ("Marek wants to see her on Friday", "Iris", "Marek wants to see you on Friday"),
        ("the plumber needs her to sign", "Iris", "The plumber needs you to sign"),
    ],
)
def test_they_are_you(text: str, whom: str, read_by_them: str) -> None:
    """With the verb as it is said to them."""
    assert to_them(text, whom) == read_by_them


@pytest.mark.parametrize(
    ("text", "whom", "read_by_them"),
    [
        ("he's on the list and Iris will bring her drawings", "Otto",
         "You're on the list and Iris will bring her drawings"),
        ("I've asked Marek and he will call her about his badge", "Iris",
         "I've asked Marek and he will call you about his badge"),
        ("Iris has left and she will call him tomorrow", "Otto", "Iris has left and she will call you tomorrow"),
        ("I saw Iris and told her that we start at 9", "Otto", "I saw Iris and told her that we start at 9"),
        ("the plumber came and I let him in", "Otto", "The plumber came and I let him in"),
        ("Marek has his keys", "Otto", "Marek has his keys"),
        ("the kilns are hot and they need a look", "Otto", "The kilns are hot and they need a look"),
        ("he starts at 9 and they finish at 10", "Otto", "You start at 9 and they finish at 10"),
    ],
)  # fmt: skip
def test_somebody_else_is_not(text: str, whom: str, read_by_them: str) -> None:
    """Where they were spoken of before, and may be meant."""
    assert to_them(text, whom) == read_by_them


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("let Iris know that her order is here", "Your order is here"),
        ("tell Otto he can collect his keys from Marek", "You can collect your keys from Marek"),
        ("Tell Otto that Iris has left and she will call him tomorrow", "Iris has left and she will call you tomorrow"),
        ("tell Iris the kiln is ready", "the kiln is ready"),
    ],
)
def test_a_mail_says_you(read: Read, said: str, note: str) -> None:
    """Whatever it is about."""
    assert (read(said).intent, read(said).note) == (Intent.EMAIL_SEND, note)
