"""Put the time expressions of an utterance together into one `TimeConstraint`. Pure."""

from datetime import datetime, timedelta

from dialogs.understand.understood import Kind, Slot, TimeConstraint, When


def constrain(found: tuple[When, ...], earliest: bool = False) -> TimeConstraint:
    """What a search for times needs: a stated start, or where to look and where not."""
    exact: datetime | None = None
    slots: list[Slot] = []
    excluded: list[Slot] = []
    duration: timedelta | None = None
    rrule, doubt = "", ""
    clock: tuple[int, int | None] | None = None
    for when in found:
        if when.kind is Kind.DURATION:
            duration = duration or when.duration
        elif when.kind is Kind.SET:
            rrule = rrule or when.rrule
        elif when.excluded:
            excluded.append(Slot(when.start, when.end))
        elif when.kind in (Kind.TIME, Kind.DATETIME) and when.start is not None:
            if exact is None:
                exact, doubt = when.start, when.doubt
                if when.kind is Kind.TIME:
                    clock = (when.start.hour * 60 + when.start.minute, None)
        else:
            slots.append(Slot(when.start, when.end))
            doubt = doubt or when.doubt
    if exact is not None:
        slots = []
    return TimeConstraint(exact, tuple(slots), tuple(excluded), duration, rrule, earliest, False, clock, doubt)
