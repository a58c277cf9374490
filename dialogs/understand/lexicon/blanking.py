"""What is left of a text once parts of it are known. Pure."""

from collections.abc import Iterable


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with spaces in the place of `spans`; every other letter stays where it is."""
    left = list(text)
    for start, end in spans:
        left[start:end] = " " * (end - start)
    return "".join(left)
