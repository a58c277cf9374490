"""What a locale decides about reading times."""

from functools import lru_cache

_REMEMBERED = 64
"""Locales. A speaker has one, which is looked at several times while they are understood."""
_MONTH_FIRST = ("US", "PH", "FM", "GU", "PR", "VI", "BZ", "KY")


def country(locale: str) -> str:
    """The country of a BCP 47 locale, or ""."""
    for part in locale.replace("_", "-").split("-")[1:]:
        if len(part) == 2 and part.isalpha():
            return part.upper()
    return ""


@lru_cache(_REMEMBERED)
def language(locale: str) -> str:
    """The language of a BCP 47 locale in lower case, "en" where it says none."""
    return locale.replace("_", "-").split("-")[0].lower() or "en"


@lru_cache(_REMEMBERED)
def day_first(locale: str) -> bool:
    """Whether 3/4 is the third of April."""
    place = country(locale)
    return place not in _MONTH_FIRST if place else language(locale) != "en"
