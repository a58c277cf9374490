"""What was just put down for oneself, spoken of again in few words: another reminder, its hour, the reply turned off.

Ana: remind me at 3 to water the plants
Bot: Put this reminder into your calendar? …
Ana: make it quarter past, and another at 5 to lock up

Only the words are put in full here; the jobs do what they say. Pure.
"""

from datetime import datetime, timedelta
from typing import Final

from dialogs.frame import Frame
from dialogs.people.names import goes_by
from dialogs.turn import Tap
from dialogs.understand.builds.calendars import role_of
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.wording import courtesies

_BY_ROLE: Final = {"read": "read only", "write": "as editor", "freeBusyRead": "only when I'm busy"}
_PARTS: Final = {"quarter past": 15, "half past": 30, "half": 30, "quarter to": -15}


def in_full(utterance: str, frame: Frame, zone_at: datetime) -> str:
    """The words with what they leave out; `zone_at` is any moment on the speaker's clock."""
    words = patterns()
    reminder = _reminder(frame)
    if reminder and (found := words["another-reminder"].fullmatch(utterance)):
        return f"remind me {found['rest']}"
    if reminder and (what := reminder.data.get("subject")) and (found := words["reminder-again"].fullmatch(utterance)):
        return f"remind me {found['time']} to {what[:1].lower()}{what[1:]}"
    start = _start(reminder) if reminder else frame.day_at_hand
    if start and (found := words["part-of-its-hour"].fullmatch(courtesies.plainly(utterance, is_open=False))):
        hour = start.astimezone(zone_at.tzinfo).replace(minute=0)
        at = hour + timedelta(minutes=_PARTS[found["part"].lower()])
        return f"make it {at:%H:%M}"
    if frame.is_asked(frame.absence) and (found := words["reply-for-that"].match(utterance)):
        return f"{found['lead']}{utterance[found.end() :]}"
    if frame.is_asked(frame.calendar) and (role := _role(utterance, frame)):
        return _BY_ROLE[role]
    newest = frame.undo.verb if frame.undo else ""
    if (newest == "undo_absence" or frame.is_asked(frame.absence)) and words["turns-it-off"].fullmatch(utterance):
        return "turn off my out of office"
    return utterance


def _role(utterance: str, frame: Frame) -> str:
    """ "Tom should only see it", of those with whom the calendar is to be shared; "" of anybody else."""
    found = patterns()["sharer-may-only"].fullmatch(utterance)
    sharers = frame.calendar.sharers if frame.calendar else ()
    if found is None or not (found["them"] or any(goes_by(found["who"], each.person.name) for each in sharers)):
        return ""
    role = role_of(utterance)
    return role if role in _BY_ROLE else ""


def _reminder(frame: Frame) -> Tap | None:
    """The reminder that is shown, or was put down last."""
    if frame.asked:
        return next((tap for tap in frame.asked.choices if tap.verb == "add_reminder"), None)
    return frame.undo if frame.undo and frame.undo.verb == "undo_added" else None


def _start(reminder: Tap) -> datetime | None:
    start = reminder.data.get("start")
    return datetime.fromisoformat(start) if isinstance(start, str) else None
