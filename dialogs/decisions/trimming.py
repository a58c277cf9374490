"""Where what is booked at a stated time begins or ends instead: "only till 4", of one's own time also "from 2". Pure.

Ana: block tomorrow afternoon
Bot: Reserved, 13:00 – 18:00 …
Ana: only till 4
Bot: Reserved, 13:00 – 16:00 …
"""

import re
from datetime import datetime, timedelta
from typing import Final

from dialogs.decisions.refining import at_clock
from dialogs.frame import Booking
from dialogs.understand.understood import Understood, When
from graph.model import Window

_UNTIL: Final = re.compile(r"(?:until|till|til)\b", re.I)
_FROM: Final = re.compile(r"from\b", re.I)
_HALF_A_DAY: Final = timedelta(hours=12)


def trimmed(booking: Booking, said: Understood, now: datetime) -> Window | None:
    """The time between the stated start and the new end, or the other way round; None where nothing such is said."""
    if booking.time.exact is None or booking.time.rrule or len(said.when) != 1:
        return None
    whole = Window.of(booking.time.exact.astimezone(now.tzinfo), booking.length)
    [when] = said.when
    if _UNTIL.match(when.text) and when.dayless and when.end:
        end = _on(whole.start, when.end, when)
        return Window(whole.start, end) if end > whole.start else None
    if _FROM.match(when.text) and said.time.clock and not booking.guests:
        start = at_clock(whole.start, said.time.clock[0])
        return Window(start, whole.end) if whole.start < start < whole.end else None
    return None


def _on(start: datetime, clock: datetime, when: When) -> datetime:
    """That time of day on the day of `start`; the later half of it where the earlier is before."""
    end = at_clock(start, clock.hour * 60 + clock.minute)
    return end + _HALF_A_DAY if end <= start and clock.hour < 12 and when.doubt == "am_pm" else end
