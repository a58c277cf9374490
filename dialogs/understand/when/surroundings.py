"""What stands before and after the words that a rule looks at."""

from collections.abc import Sequence

from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Scene

_ENDS = frozenset(".,!?;:)\"'")


def before(scene: Scene, items: Sequence[Item]) -> str:
    """The token before, or ""."""
    at = items[0].first - 1
    return scene.words[at] if at >= 0 else ""


def after(scene: Scene, items: Sequence[Item]) -> str:
    """The token after, or ""."""
    at = items[-1].last
    return scene.words[at] if at < len(scene.words) else ""


def ends(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether a clause ends here."""
    word = after(scene, items)
    return not word or word in _ENDS


def alone(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether the utterance says nothing else."""
    return items[0].first == 0 and ends(scene, items) and items[-1].last >= len(scene.words) - 1


def lasts(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether "last" is the verb: "it will last two hours"."""
    if not any(i.text.startswith("last") for i in items) or items[0].text != "last":
        return False
    return before(scene, items) not in ("", "in", "for", "over", "during", "within", "the", "from")
