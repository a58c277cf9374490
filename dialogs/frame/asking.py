"""What the newest card asks and can press, and what can be taken back."""

from dataclasses import dataclass
from datetime import datetime

from dialogs.turn import Tap
from dialogs.understand.understood import Question, Understood


@dataclass(frozen=True)
class Asked:
    """What the newest card asks. Words answer it as its buttons do: `yes` and `choices` are what they press.

    `id` is on those buttons, so that a button of an older card is known as such. `left` names the words that tell that
    nothing was done, once the answer is no. `yes` is None where a bare yes answers nothing.
    """

    id: str
    question: Question
    choices: tuple[Tap, ...] = ()
    yes: Tap | None = None
    bidden: Tap | None = None
    """What a yes meant before something else was told in between: words that name the act still press it."""
    left: str = "nothing-booked"
    is_older: bool = False
    """Another list was shown since, so that "the second" is none of its choices."""
    is_doubtful: bool = False
    """What was said since was not understood, and may have been about it: only a tap, or a choice, still does it."""


@dataclass(frozen=True)
class Anchored:
    """What was said by another event, while the card `id` asks which one; `asked` is what was asked before."""

    id: str
    said: Understood
    asked: Asked | None = None


@dataclass(frozen=True)
class Request:
    """What was asked last of a meeting: the words, those of them that name it, and what could be taken back before."""

    words: str
    named: str
    undo: Tap | None = None


@dataclass(frozen=True)
class Done:
    """Something that was done at `at` (aware); `tap` is the button that takes it back."""

    tap: Tap
    at: datetime


@dataclass(frozen=True)
class Button:
    """The words on a button, folded, and what a tap on it sends."""

    title: str
    tap: Tap
