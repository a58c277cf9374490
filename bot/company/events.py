"""The lines of the tables as Graph events: days become dates, aliases attendees, rooms places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.company.people import GROUPS, NAMES, ZONES, address
from bot.company.rooms import ROOM_NAMES
from bot.company.weeks import SERIES, SINGLES, WHOLE_DAYS, Series, Single, WholeDays
from graph.timezones import zone

_FIRST_WEEK = -2
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
_ANSWERS = {"~": "tentativelyAccepted", "-": "declined", "?": "notResponded"}
_HOME = zone("GMT Standard Time") or UTC


@dataclass(frozen=True)
class Days:
    """Counts days from `today`: the day of the demo, or the Friday before a weekend."""

    today: date

    @staticmethod
    def around(now: datetime) -> "Days":
        """Counted from `now` (aware), by the clock of Lisbon and London."""
        day = now.astimezone(_HOME).date()
        return Days(day - timedelta(days=max(0, day.weekday() - 4)))

    def week(self, number: int) -> date:
        """The Monday of a week; 0 is that of today."""
        return self.today + timedelta(weeks=number, days=-self.today.weekday())

    def named(self, when: str) -> list[date]:
        """The days that a table's `when` stands for."""
        if when[0] in "+-" and " " not in when:
            return [self.working(int(when))]
        weeks, _, weekday = when.partition(" ")
        return [self.week(int(number)) + timedelta(days=_weekday(weekday)) for number in weeks.split(",")]

    def working(self, steps: int) -> date:
        """The working day that many working days from today."""
        weeks, weekday = divmod(self.today.weekday() + steps, len(_DAYS))
        return self.week(weeks) + timedelta(days=weekday)


def events(now: datetime) -> list[dict[str, Any]]:
    """Every event of the company, each in its organizer's mailbox; `now` is aware."""
    days = Days.around(now)
    planned = [_series(row, days) for row in SERIES]
    planned += [_meeting(row, day) for row in SINGLES for day in days.named(row.when)]
    planned += [_whole_days(row, day) for row in WHOLE_DAYS for day in days.named(row.when)]
    latest = now.astimezone(UTC) - timedelta(hours=3)
    return [event | {"createdDateTime": _created(event, latest, serial)} for serial, event in enumerate(planned)]


def _series(row: Series, days: Days) -> dict[str, Any]:
    pattern = _pattern(row.repeats)
    first = days.week(_FIRST_WEEK)
    while not _begins(pattern, first):
        first += timedelta(days=1)
    span = {"type": "noEnd", "startDate": first.isoformat(), "recurrenceTimeZone": ZONES[address(row.organizer)]}
    return _meeting(row, first) | {"recurrence": {"pattern": pattern, "range": span}}


def _pattern(repeats: str) -> dict[str, Any]:
    """Graph's recurrencePattern of "Mon Wed", "Tue/2" or "first Tue"."""
    if repeats.startswith("first "):
        day = _DAYS[_weekday(repeats.removeprefix("first "))]
        return {"type": "relativeMonthly", "interval": 1, "index": "first", "daysOfWeek": [day]}
    names, _, interval = repeats.partition("/")
    chosen = [_DAYS[_weekday(name)] for name in names.split()]
    return {"type": "weekly", "interval": int(interval or 1), "daysOfWeek": chosen, "firstDayOfWeek": "monday"}


def _begins(pattern: dict[str, Any], day: date) -> bool:
    """Whether a pattern may begin on this day."""
    is_named = day.weekday() < len(_DAYS) and _DAYS[day.weekday()] in pattern["daysOfWeek"]
    return is_named and ("index" not in pattern or day.day <= 7)


def _meeting(row: Series | Single, day: date) -> dict[str, Any]:
    organizer = address(row.organizer)
    start = datetime.fromisoformat(f"{day.isoformat()}T{row.at}")
    places = row.where.split("+") if row.where else []
    rooms = [place for place in places if place in ROOM_NAMES]
    names = [ROOM_NAMES.get(place, place) for place in places if place != "online"]
    event: dict[str, Any] = {
        "mailbox": organizer,
        "subject": row.subject,
        "start": _moment(start, organizer),
        "end": _moment(start + timedelta(minutes=row.minutes), organizer),
        "attendees": [*_guests(row.guests.split(), organizer), *map(_room, rooms)],
        "isOnlineMeeting": "online" in places,
        "isAllDay": False,
        "showAs": row.mark if row.mark not in {"private", "cancelled"} else "busy",
        "sensitivity": "private" if row.mark == "private" else "normal",
        "categories": ["Focus"] if row.subject.startswith("Focus") else [],
    }
    if names:
        event["location"] = {"displayName": names[0], "locationType": "conferenceRoom" if rooms else "default"}
    if rooms:
        event["location"]["locationEmailAddress"] = address(rooms[0])
    if row.mark == "cancelled":
        event["isCancelled"] = True
    if row.guests:
        event["body"] = {"contentType": "text", "content": f"{row.subject}. Add your points before we meet."}
    return event | _organized_outside(organizer)


def _whole_days(row: WholeDays, day: date) -> dict[str, Any]:
    owner = address(row.owner)
    start = datetime.combine(day, time())
    return {
        "mailbox": owner,
        "subject": row.subject,
        "start": _moment(start, owner),
        "end": _moment(start + timedelta(days=row.days), owner),
        "isAllDay": True,
        "showAs": row.mark,
        "sensitivity": "normal",
        "categories": ["Away"] if row.mark == "oof" else [],
    }


def _guests(words: Iterable[str], organizer: str) -> Iterator[dict[str, Any]]:
    """Attendees; each once, never the organizer."""
    seen = {organizer}
    for word in words:
        for alias, response in _answered(word):
            email = address(alias)
            if email not in seen:
                seen.add(email)
                yield _attendee("required", NAMES[email], email, response)


def _answered(word: str) -> list[tuple[str, str]]:
    """Alias and response of a word in a guest list; those of every member of a group."""
    if word.startswith("group:"):
        members = next(members for _, alias, members in GROUPS if alias == word.removeprefix("group:"))
        return [(member, "accepted") for member in members.split()]
    if word[-1] in _ANSWERS:
        return [(word[:-1], _ANSWERS[word[-1]])]
    return [(word, "accepted")]


def _room(alias: str) -> dict[str, Any]:
    return _attendee("resource", ROOM_NAMES[alias], address(alias), "accepted")


def _attendee(kind: str, name: str, email: str, response: str) -> dict[str, Any]:
    return {"type": kind, "emailAddress": {"name": name, "address": email}, "status": {"response": response}}


def _organized_outside(email: str) -> dict[str, Any]:
    """Who invites, where their mailbox is not in this company."""
    is_colleague = address(email.partition("@")[0]) == email
    return {} if is_colleague else {"organizer": {"emailAddress": {"name": NAMES[email], "address": email}}}


def _moment(wall: datetime, owner: str) -> dict[str, str]:
    return {"dateTime": wall.isoformat(), "timeZone": ZONES[owner]}


def _created(event: dict[str, Any], latest: datetime, serial: int) -> str:
    """When an invitation went out: some days before the meeting, and before now."""
    start = datetime.fromisoformat(event["start"]["dateTime"]).replace(tzinfo=UTC)
    moment = min(start - timedelta(days=4), latest) - timedelta(minutes=37 * (serial % 40))
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _weekday(name: str) -> int:
    return ("Mon", "Tue", "Wed", "Thu", "Fri").index(name)
