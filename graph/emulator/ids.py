"""Ids that look and behave like Graph's: opaque, URL-safe, stable for the same world.

An occurrence of a series has no row of its own; its id carries the series' id and the day it was planned for.
"""

import base64
import hashlib
import uuid
from datetime import date

_NAMESPACE = uuid.UUID("6f1e4c0a-3f0b-5c55-9a43-0d9d2f7b6a11")
_ITEM = "AAMkAD"
_OCCURRENCE = "AAMkAO"
_GLOBAL_OBJECT = "040000008200E00074C5B7101A82E008"


def guid(*seed: str) -> str:
    """A GUID that is the same for the same seed."""
    return str(uuid.uuid5(_NAMESPACE, "\n".join(seed)))


def item_id(*seed: str) -> str:
    """The id of an item in a mailbox."""
    digest = hashlib.blake2b("\n".join(seed).encode(), digest_size=44).digest()
    return _ITEM + base64.urlsafe_b64encode(digest).decode()


def is_item_id(text: str) -> bool:
    """Whether `text` looks like the id of an item."""
    return text.startswith(_ITEM)


def calendar_id(mailbox: str) -> str:
    """The id of a mailbox's own calendar."""
    return item_id("calendar", mailbox)


def occurrence_id(master: str, day: date) -> str:
    """The id of the occurrence that the series `master` planned for `day` (by the series' own clock)."""
    return _OCCURRENCE + base64.urlsafe_b64encode(f"{day:%Y%m%d}{master}".encode()).decode()


def split_occurrence_id(text: str) -> tuple[str, date] | None:
    """The series' id and the day; None where `text` is no occurrence's id."""
    if not text.startswith(_OCCURRENCE):
        return None
    try:
        plain = base64.urlsafe_b64decode(text.removeprefix(_OCCURRENCE)).decode()
        return plain[8:], date.fromisoformat(plain[:8])
    except ValueError:
        return None


def ical_uid(*seed: str) -> str:
    """An iCalUId in the layout of Outlook's global object id, with no occurrence in it."""
    tail = hashlib.blake2b("\n".join(seed).encode(), digest_size=16).hexdigest().upper()
    return f"{_GLOBAL_OBJECT}00000000" + "0" * 24 + "10000000" + tail


def occurrence_uid(uid: str, day: date) -> str:
    """The iCalUId of one occurrence: Outlook writes its day into the series' own."""
    stamp = f"{day.year:04X}{day.month:02X}{day.day:02X}"
    if uid.startswith(_GLOBAL_OBJECT):
        at = len(_GLOBAL_OBJECT)
        return uid[:at] + stamp + uid[at + 8 :]
    return uid + stamp


def change_key(item: str, version: int) -> str:
    """The changeKey of an item's version."""
    digest = hashlib.blake2b(f"{item}\n{version}".encode(), digest_size=16).digest()
    return base64.b64encode(digest).decode()


def etag(item: str, version: int) -> str:
    """The @odata.etag of an item's version."""
    return f'W/"{change_key(item, version)}"'
