"""What Outlook offers to a mailbox: time zones and languages.

Zones are CLDR's pairs of Windows and IANA names, languages the locales that the Babel package describes and Exchange
has a region for. Source: Graph methods outlookUser: supportedTimeZones, supportedLanguages.
"""

import re
from datetime import timedelta
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from graph.emulator.calls import Answer, Call
from graph.emulator.errors import bad_request
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties
from graph.timezones import iana_names, windows_names, zone

_ZONES = Listing(Properties(dict.fromkeys(("alias", "displayName"), Kind.TEXT), "timeZoneInformation"), page=1000)
_LANGUAGES = Listing(Properties(dict.fromkeys(("locale", "displayName"), Kind.TEXT), "localeInfo"), page=1000)
_STANDARD = re.compile(r"timeZoneStandard\s*=\s*(?:microsoft\.graph\.timeZoneStandard)?'(\w+)'", re.IGNORECASE)
_LOCALES = """
    ar-SA bg-BG ca-ES cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-US en-ZA es-AR es-ES
    es-MX et-EE eu-ES fi-FI fil-PH fr-BE fr-CA fr-CH fr-FR gl-ES he-IL hi-IN hr-HR hu-HU id-ID it-CH it-IT ja-JP kk-KZ
    ko-KR lt-LT lv-LV ms-MY nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sv-SE th-TH tr-TR uk-UA ur-PK
    vi-VN
"""


def supported_time_zones(call: Call) -> Answer:
    """GET the zones by their Windows names, or as the path wants by their IANA names."""
    stated = _STANDARD.search(call.parameters.get("standard", ""))
    wanted = stated[1].casefold() if stated else "windows"
    if wanted not in {"windows", "iana"}:
        raise bad_request(f"'{wanted}' is no timeZoneStandard.")
    names = iana_names() if wanted == "iana" else windows_names()
    shown = [{"alias": name, "displayName": _zone_label(call, name, wanted)} for name in names]
    return collection(call, "Collection(microsoft.graph.timeZoneInformation)", shown, _ZONES)


def supported_languages(call: Call) -> Answer:
    """GET the languages, each by its own name."""
    shown = [{"locale": tag, "displayName": _language(tag)} for tag in _LOCALES.split()]
    return collection(call, "Collection(microsoft.graph.localeInfo)", shown, _LANGUAGES)


def _zone_label(call: Call, name: str, standard: str) -> str:
    """As Outlook shows it: the standard offset before a Windows name, an IANA name alone."""
    found = zone(name)
    if standard == "iana" or found is None:
        return name
    january = call.tenant.now.replace(month=1, day=1).astimezone(found)
    offset = (january.utcoffset() or timedelta()) - (january.dst() or timedelta())
    minutes = offset // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    return f"(UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}) {name}" if minutes else f"(UTC) {name}"


@lru_cache(maxsize=256)
def _language(tag: str) -> str:
    try:
        return str(Locale.parse(tag, sep="-").get_display_name())
    except (UnknownLocaleError, ValueError):
        return tag
