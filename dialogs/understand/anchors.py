"""Times that are said by another event: "after the review", "an hour before my flight". The dialog finds the event."""

from collections.abc import Sequence

from dialogs.understand.patterns import patterns
from dialogs.understand.understood import Anchor, Kind, When

_OPENING = 1200
"""Characters in which an anchor is looked for."""


def find(text: str, when: Sequence[When]) -> Anchor | None:
    """The event by which a time is said, or None. An amount that stands right before it is its distance."""
    words = patterns()
    shown = list(text[:_OPENING])
    for one in when:
        start, end = (min(at, len(shown)) for at in one.span)
        shown[start:end] = "|" * (end - start)
    low = "".join(shown).lower().replace("’", "'")
    if len(low) != len(shown):
        return None
    for found in words["anchor"].finditer(low):
        event = text[found.start("x") : found.end("x")].strip()
        if words["no-anchor"].search(event.lower()):
            continue
        lengths = [w for w in when if w.kind is Kind.DURATION and not text[w.span[1] : found.start()].strip()]
        away = next((w for w in lengths if w.span[1] <= found.start()), None)
        side = "before" if "before" in found["way"] or "prior" in found["way"] else found["way"].split()[-1]
        return Anchor(
            event,
            "after" if side == "following" else side,
            away.duration if away else None,
            (away.span[0] if away else found.start(), found.start("x") + len(event)),
        )
    return None
