"""A day called by its name, and its week said apart from it: "Tuesday at 9 for an hour with Ana next week". Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.understand.lexicon.patterns import is_weekday, patterns
from dialogs.understand.understood import Kind, When

_FARTHEST = 80
"""Characters between the two."""
_OF_A_DAY = (Kind.DATE, Kind.DATETIME, Kind.RANGE)


def of_its_week(utterance: str, when: tuple[When, ...]) -> tuple[When, ...]:
    """The same with the day in that week; a stretch of its hours stands for the week too."""
    weeks = [each for each in when if each.grain == "week" and each.start and each.end and not each.excluded]
    if len(weeks) != 1 or not weeks[0].start:
        return when
    [week] = weeks
    days = [each for each in when if _is_of_a_weekday(each) and _belongs(utterance, each, week)]
    if not days or any(each.start and each.start >= weeks[0].start for each in days):
        return when
    moved = {each.span: _in(each, weeks[0].start) for each in days}
    spares = not any(each.kind is Kind.DATETIME for each in days)
    return tuple(moved.get(each.span, each) if each in days else each for each in when if not (spares and each is week))


def _is_of_a_weekday(when: When) -> bool:
    is_one = when.start is not None and (when.end is None or when.end - when.start <= timedelta(days=1))
    return when.kind in _OF_A_DAY and is_one and not when.dayless and is_weekday(when.text)


def _belongs(utterance: str, day: When, week: When) -> bool:
    """Whether nothing between the two tells that they are two times."""
    between = utterance[day.span[1] : week.span[0]]
    return 0 < len(between) <= _FARTHEST and patterns()["week-apart"].fullmatch(between) is not None


def _in(when: When, monday: datetime) -> When:
    assert when.start is not None
    ahead = monday + timedelta(days=(when.start.weekday() - monday.weekday()) % 7)
    shift = ahead.date() - when.start.date()
    others = tuple(
        replace(each, start=each.start + shift, end=each.end and each.end + shift)
        for each in when.alternatives
        if each.start and each.start.date() == when.start.date()
    )
    return replace(when, start=when.start + shift, end=when.end and when.end + shift, alternatives=others)
