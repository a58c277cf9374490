"""Times in languages without a grammar of ours: what dateparser finds, as far as it can be believed.

It is good at written dates and at "in two days" in many languages, and silently wrong on parts of the day, ranges
and durations; so only spans that look like a date or a time are taken. Imported only where such a language is read.
"""

from datetime import datetime, timedelta

from dialogs.understand.context import Context
from dialogs.understand.understood import Kind, When
from dialogs.understand.when.locale import day_first
from dialogs.understand.when.zones import aware


def read(utterance: str, context: Context, language: str) -> tuple[When, ...]:
    """What dateparser finds in `utterance`; nothing where it does not know the language."""
    from dateparser.search import search_dates  # noqa: PLC0415  slow to import, and English does without

    now = context.now.astimezone(context.zone).replace(tzinfo=None)
    order = "DMY" if day_first(context.locale) else "MDY"
    settings = {
        "RELATIVE_BASE": now,
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": order,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        found = search_dates(utterance, languages=[language], settings=settings) or ()
    except ValueError:
        return ()
    out: list[When] = []
    at = 0
    for said, wall in found:
        start = utterance.find(said, at)
        if start < 0 or not _plausible(said):
            continue
        at = start + len(said)
        out.append(_when(said, (start, at), wall.replace(tzinfo=None), now, context))
    return tuple(out)


def _plausible(said: str) -> bool:
    """A digit beside something else, or a word that is long enough to mean a day."""
    letters = sum(c.isalpha() for c in said)
    return letters >= 4 or (any(c.isdigit() for c in said) and len(said) >= 3) or not said.isascii()


def _when(said: str, span: tuple[int, int], wall: datetime, now: datetime, context: Context) -> When:
    clockless = (wall.hour, wall.minute) in ((now.hour, now.minute), (0, 0))
    if clockless:
        day = wall.replace(hour=0, minute=0, second=0, microsecond=0)
        return When(
            Kind.DATE, said, span, aware(day, context.zone)[0], aware(day + timedelta(days=1), context.zone)[0], "day"
        )
    start, dst = aware(wall, context.zone)
    return When(Kind.DATETIME, said, span, start, grain="minute", doubt=dst, ask=bool(dst))
