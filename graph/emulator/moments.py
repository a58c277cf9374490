"""Graph's ways to write a time: dateTimeTimeZone, DateTimeOffset, Duration, TimeOfDay."""

import re
from datetime import UTC, datetime, time, timedelta, tzinfo

from graph.emulator.errors import Json, bad_request, unreadable_body, unsupported_zone
from graph.timezones import zone

NEVER = "0001-01-01T00:00:00Z"
"""What Graph writes for a response that was not given yet."""

_FIRST_YEAR, _LAST_YEAR = 1601, 4500  # what Exchange can store
_SEVENTH_DIGIT = re.compile(r"(\.\d{6})\d+")
_DURATION = re.compile(r"P(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?")


def wall_text(moment: datetime) -> str:
    """A dateTime as Graph answers it: seven fractional digits, no offset."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond:06d}0"


def utc_text(moment: datetime) -> str:
    """A DateTimeOffset as Graph answers it, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond:06d}0Z"


def iso(text: str) -> datetime:
    """An ISO 8601 date or date and time, aware where it says an offset. Raises ValueError."""
    if "." in text:
        text = _SEVENTH_DIGIT.sub(r"\1", text)
    moment = datetime.fromisoformat(text.strip())
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(f"{moment.year} is no year of a calendar")
    return moment


def named_zone(name: str | None) -> tzinfo:
    """The zone of a request; UTC where none is named. Raises GraphError 400."""
    if not name:
        return UTC
    found = zone(name)
    if found is None:
        raise unsupported_zone(name)
    return found


def moment_of(value: Json | None, what: str) -> datetime:
    """The instant of a dateTimeTimeZone, in its own zone. Raises GraphError 400."""
    if not value or not value.get("dateTime"):
        raise unreadable_body(f"The required property '{what}' is missing.")
    own = named_zone(value.get("timeZone"))
    try:
        read = iso(value["dateTime"])
        return read.astimezone(own) if read.tzinfo else settle(read, own)
    except ValueError:
        raise unreadable_body(
            f"Cannot convert the literal '{value['dateTime']}' to the expected type 'Edm.DateTime'."
        ) from None


def settle(wall: datetime, own: tzinfo) -> datetime:
    """A wall time as an instant in `own`. One that a clock change skips moves past it; of two, the first."""
    return wall.replace(tzinfo=own).astimezone(UTC).astimezone(own)


def zoned(moment: datetime, name: str) -> Json:
    """The dateTimeTimeZone of an instant, in the zone of that name."""
    return {"dateTime": wall_text(moment.astimezone(named_zone(name))), "timeZone": name}


def query_moment(text: str | None, what: str) -> datetime:
    """startDateTime or endDateTime of a view, in UTC: its offset counts, none is UTC. Raises GraphError 400."""
    if not text:
        raise bad_request(
            "This request requires a time window specified by the query string parameters"
            " StartDateTime and EndDateTime.",
            "ErrorInvalidParameter",
        )
    try:
        read = iso(text.replace(" ", "+"))  # a plus sign that was not percent-encoded
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except ValueError:
        raise bad_request(f"The value '{text}' of parameter '{what}' is invalid.", "ErrorInvalidParameter") from None


def duration_of(text: str) -> timedelta:
    """An Edm.Duration, "PT1H30M". Raises GraphError 400."""
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groupdict().values()):
        raise unreadable_body(f"Cannot convert the literal '{text}' to the expected type 'Edm.Duration'.")
    try:
        duration = timedelta(**{unit: int(count) for unit, count in match.groupdict().items() if count})
    except OverflowError:
        duration = timedelta()
    if not duration:
        raise unreadable_body(f"The duration '{text}' is out of range.")
    return duration


def time_of_day_text(text: str) -> str:
    """An Edm.TimeOfDay as Graph answers it, with seconds and seven digits. Raises ValueError."""
    return f"{time_of_day(text):%H:%M:%S.%f}0"


def time_of_day(text: str) -> time:
    """An Edm.TimeOfDay, "08:00:00.0000000". Raises ValueError."""
    return time.fromisoformat(_SEVENTH_DIGIT.sub(r"\1", text))
