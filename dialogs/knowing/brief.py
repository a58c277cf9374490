"""What is worth knowing of a day as a whole, in a line or two. Pure."""

from collections.abc import Sequence

from dialogs.cards.agenda import Day
from dialogs.decisions import openings
from dialogs.knowing.dayends import at_end, takes_time
from dialogs.words.reader import Reader


def of(days: Sequence[Day], reader: Reader) -> tuple[str, ...]:
    """When the first of these days begins and ends, what overlaps, what waits for an answer, the longest gap."""
    if len(days) != 1:
        return ()
    [day] = days
    taken = [entry.event for entry in day.entries if takes_time(entry.event)]
    if not taken:
        return (reader.say("brief-nothing"),)
    first, last = reader.clock(taken[0].start), reader.clock(at_end(taken).end)
    lines = [reader.say("brief-first", first=first, last=last)]
    if overlapping := len(openings.conflicts([event.window for event in taken])):
        lines.append(reader.say("brief-clash", count=overlapping))
    if waiting := sum(entry.mark == "not-answered" for entry in day.entries):
        lines.append(reader.say("brief-waiting", count=waiting))
    if day.free:
        longest = max(day.free, key=lambda gap: gap.length)
        lines.append(reader.say("brief-free", hours=reader.hours(longest)))
    return (" ".join(lines),)
