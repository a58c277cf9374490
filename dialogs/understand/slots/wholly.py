"""What takes whole days though nobody says so: "a trip to Osaka from 5 to 9 April"."""

from dataclasses import replace

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, Understood


def as_days(read: Understood) -> Understood:
    """ "A trip to Osaka from 5 to 9 April": what is said of nobody's hours takes the days themselves."""
    time = read.time
    if read.intent is not Intent.SCHEDULE or not read.subject or read.people or read.bare or read.room:
        return read
    if time.exact or time.duration or time.rrule or time.clock or time.excluded or len(time.slots) != 1:
        return read
    said = next((when for when in read.when if when.kind is Kind.RANGE), None)
    is_run = said is not None and said.grain == "day" and patterns()["from-day-to-day"].search(said.text)
    return replace(read, time=replace(time, all_day=True)) if is_run else read
