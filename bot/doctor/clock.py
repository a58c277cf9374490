"""Does our clock agree with the others': tokens are good from one instant to another."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import median

from bot.channel.signed import SKEW
from bot.doctor.finding import Finding, failed, ok, warning

CHECK = "clock"
NOTABLE = timedelta(seconds=30)
_MEND = "Let the machine set its clock by NTP (`timedatectl set-ntp true`); a container has the clock of its host."


def clock(ahead: Sequence[timedelta]) -> Finding:
    """`ahead`: by how much our clock is ahead of each server's that was asked. The middle one counts."""
    if not ahead:
        return warning(CHECK, "The clock could not be compared with anybody's.", "Mend what cannot be reached first.")
    seconds = median(each.total_seconds() for each in ahead)
    apart = timedelta(seconds=abs(seconds))
    side = "ahead of" if seconds > 0 else "behind"
    if apart >= SKEW:
        says = f"The clock is {_words(apart)} {side} Microsoft's: messages are refused, since their tokens seem wrong."
        return failed(CHECK, says, _MEND)
    if apart > NOTABLE:
        return warning(
            CHECK, f"The clock is {_words(apart)} {side} Microsoft's; from {_words(SKEW)} on nothing works.", _MEND
        )
    return ok(CHECK, "The clock is right.")


def _words(apart: timedelta) -> str:
    minutes, seconds = divmod(round(apart.total_seconds()), 60)
    if minutes >= 120:
        return f"{minutes // 60} hours"
    return f"{minutes} min {seconds} s" if minutes and seconds else f"{minutes} min" if minutes else f"{seconds} s"
