"""Windows zone names and IANA names, both ways.

Outlook speaks Windows names ("W. Europe Standard Time"), Python IANA names ("Europe/Berlin"). The pairs are CLDR's
windowsZones, as the tzlocal package carries them.
"""

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tzlocal.windows_tz import tz_win, win_tz

_IANA_BY_WINDOWS = {windows.casefold(): iana for windows, iana in win_tz.items()}
_IANA_BY_WINDOWS["tzone://microsoft/utc"] = "UTC"  # how Outlook writes UTC in older items
_WINDOWS_BY_IANA = {iana.casefold(): windows for iana, windows in tz_win.items() if iana}
_IANA_CASING = {iana.casefold(): iana for iana in tz_win if iana}


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo | None:
    """The zone that a Windows or an IANA name stands for, whatever its case.

    None for what cannot be known from the name alone: "Customized Time Zone", "tzone://Microsoft/Custom",
    an empty or unknown name. The caller then degrades to a zone it knows and says so.
    """
    folded = name.strip().casefold()
    key = _IANA_BY_WINDOWS.get(folded) or _IANA_CASING.get(folded) or name.strip()
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a directory of the database
        return None


def windows_name(of: ZoneInfo) -> str:
    """The Windows name of a zone, as Outlook shows it; its IANA key where Windows has none."""
    return _WINDOWS_BY_IANA.get(of.key.casefold(), of.key)


def windows_names() -> tuple[str, ...]:
    """Every Windows name, by the alphabet."""
    return tuple(sorted(win_tz))


def iana_names() -> tuple[str, ...]:
    """Every IANA name that has a Windows name, by the alphabet."""
    return tuple(sorted(name for name in tz_win if name))
