"""Cards of somebody's settings: all of them to fill in, what would change, and what did."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs.cards.elements import (
    Element,
    badge,
    card,
    column,
    columns,
    container,
    execute,
    facts,
    heading,
    text,
    under,
    verbatim,
)
from dialogs.decisions.habits import LONGEST, LONGEST_BUFFER, SHORTEST, Settings
from dialogs.frame import SettingsChange
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph import timezones
from graph.model import WorkingHours

WEEK = range(7)
MONDAY = date(2024, 1, 1)
"""Any; days of the week are written as those of its week."""
MINUTE = timedelta(minutes=1)


def form(settings: Settings, owner_id: str, reader: Reader, *, problem: str = "") -> Json:
    """All settings, to be filled in and saved by one tap. `problem`: why they could not be saved."""
    title, habits = reader.say("settings-title"), settings.habits
    lunch = habits.lunch or (None, None)
    body: list[Element] = [heading(title)]
    if problem:
        body.append(container([text(verbatim(problem))], style="warning"))
    body += [
        _zones(settings.zone, reader),
        _choices("days", "settings-days", _weekdays(reader), sorted(settings.hours.weekdays), reader, several=True),
        _pair(
            _time("start", "settings-from", settings.hours.start, reader, required=True),
            _time("end", "settings-until", settings.hours.end, reader, required=True),
        ),
        text(reader.say("settings-meetings"), bold=True, spacing="Large"),
        _pair(
            _number("length", "settings-length", habits.usual_length, (SHORTEST, LONGEST), reader),
            _number("buffer", "settings-buffer", habits.buffer, (timedelta(), LONGEST_BUFFER), reader),
        ),
        _pair(
            _time("lunch_start", "settings-lunch-from", lunch[0], reader),
            _time("lunch_end", "settings-lunch-until", lunch[1], reader),
        ),
        _pair(
            _time("earliest", "settings-earliest", habits.earliest, reader),
            _time("latest", "settings-latest", habits.latest, reader),
        ),
        _choices(
            "free_days", "settings-free-days", _weekdays(reader), sorted(habits.meeting_free), reader, several=True
        ),
        _pair(
            _choices("clock", "settings-clock", _clocks(reader), _clock_of(settings), reader),
            _choices("first_weekday", "settings-week", _weekdays(reader), [habits.first_weekday or 0], reader),
        ),
    ]
    save = execute(reader.say("settings-save"), "preferences_form", {"for": owner_id}, style="positive")
    return card(body, speak=title, language=reader.language, actions=[save])


def _clock_of(settings: Settings) -> list[int]:
    return [] if settings.hours24 is None else [24 if settings.hours24 else 12]


def _pair(first: Element, second: Element) -> Element:
    return columns(column([first]), column([second]))


def _time(ident: str, label: str, value: time | None, reader: Reader, *, required: bool = False) -> Element:
    made: Element = {"type": "Input.Time", "id": ident, "label": reader.say(label)}
    if value is not None:
        made["value"] = f"{value:%H:%M}"
    if required:
        made |= {"isRequired": True, "errorMessage": reader.say("settings-need-time")}
    return made


def _number(ident: str, label: str, value: timedelta, bounds: tuple[timedelta, timedelta], reader: Reader) -> Element:
    least, most = (bound // MINUTE for bound in bounds)
    return {
        "type": "Input.Number",
        "id": ident,
        "label": reader.say(label),
        "value": value // MINUTE,
        "min": least,
        "max": most,
        "isRequired": True,
        "errorMessage": reader.say("settings-need-number", least=least, most=most),
    }


def _choices(
    ident: str,
    label: str,
    offered: Sequence[tuple[str, int]],
    chosen: Iterable[int],
    reader: Reader,
    *,
    several: bool = False,
) -> Element:
    choices = [{"title": title, "value": str(value)} for title, value in offered]
    made: Element = {"type": "Input.ChoiceSet", "id": ident, "label": reader.say(label), "choices": choices}
    made["value"] = ",".join(str(each) for each in chosen)
    made |= {"isMultiSelect": True} if several else {"style": "compact"}
    return made


def _weekdays(reader: Reader) -> list[tuple[str, int]]:
    return [(reader.weekday(day), day) for day in WEEK]


def _clocks(reader: Reader) -> list[tuple[str, int]]:
    return [(reader.say("settings-24"), 24), (reader.say("settings-12"), 12)]


def _zones(now: ZoneInfo, reader: Reader) -> Element:
    """One zone for each that Outlook knows, from west to east, the present one among them; typed to be found."""
    known = {zone.key: zone for name in timezones.windows_names() if (zone := timezones.zone(name))}
    known[now.key] = now
    winter = datetime.combine(MONDAY, time())
    ordered = sorted(known.values(), key=lambda zone: (zone.utcoffset(winter) or timedelta(), zone.key))
    return {
        "type": "Input.ChoiceSet",
        "id": "zone",
        "label": reader.say("settings-zone"),
        "style": "filtered",
        "choices": [{"title": _zone_title(zone, winter, reader), "value": zone.key} for zone in ordered],
        "value": now.key,
        "isRequired": True,
        "errorMessage": reader.say("settings-need-zone"),
    }


def _zone_title(zone: ZoneInfo, winter: datetime, reader: Reader) -> str:
    minutes = (zone.utcoffset(winter) or timedelta()) // MINUTE
    sign, (hours, rest) = "+" if minutes >= 0 else "−", divmod(abs(minutes), 60)
    return f"{reader.city(zone)} (UTC{sign}{hours}{f':{rest:02}' if rest else ''})"


def preview(change: SettingsChange, owner_id: str, reader: Reader, *, is_stay: bool = False) -> Json:
    """What would change, old → new, before it is written. `is_stay`: somebody only said where they are."""
    city = reader.city(change.after.zone)
    title = reader.say("settings-stay-ask", city=city) if is_stay else reader.say("settings-ask")
    note = "settings-stay-note" if is_stay else "settings-ask-note"
    body = [
        heading(title),
        facts(_differences(change, reader)),
        text(reader.say(note, city=reader.city(change.before.zone)), size="Small", subtle=True),
    ]
    identity = {"card": change.id, "for": owner_id}
    actions = [
        execute(reader.say("settings-save"), "preferences_save", identity, style="positive"),
        execute(reader.say("settings-leave"), "preferences_leave", identity),
    ]
    return card(body, speak=title, language=reader.language, actions=actions)


def saved(change: SettingsChange, owner_id: str, reader: Reader, *, forgets: bool = False) -> Json:
    """It is done: what was and what is. `forgets`: all that was kept is gone."""
    word = reader.say("settings-forgotten" if forgets else "settings-saved")
    told = reader.say("settings-forgotten-told" if forgets else "settings-saved-told")
    body = [
        columns(
            column([badge("✓", word, "Good")], width="auto", middle=True),
            column([text(verbatim(told), subtle=True)], middle=True),
        ),
        facts(_differences(change, reader)),
    ]
    actions = [
        execute(reader.say("undo"), "undo_preferences", {"card": change.id, "for": owner_id}),
        _all(owner_id, reader),
    ]
    return card(body, speak=f"{word}. {told}", language=reader.language, actions=actions)


def told(words: str, owner_id: str, reader: Reader) -> Json:
    """One line, and the way to all settings."""
    return card([text(verbatim(words))], speak=words, language=reader.language, actions=[_all(owner_id, reader)])


def of_another(name: str, settings: Settings, reader: Reader) -> Json:
    """What somebody else's mailbox says."""
    title = reader.say("settings-not-yours", name=verbatim(name))
    pairs = [
        (reader.say("settings-zone"), verbatim(reader.city(settings.zone))),
        (reader.say("settings-hours"), _hours(settings.hours, reader)),
    ]
    return card([heading(title), facts(pairs)], speak=title, language=reader.language)


def not_theirs(name: str, hours: WorkingHours | None, permission: str, reader: Reader) -> Json:
    """The right to somebody else's settings is missing. `hours`: what free/busy time tells of them anyway."""
    title = reader.say("settings-not-yours", name=verbatim(name))
    short = name.partition(" ")[0]
    name_of = "settings-read-missing" if hours else "settings-write-missing"
    told = reader.say(name_of, name=short, permission=permission)
    body: list[Element] = [heading(title)]
    if hours:
        pairs = [
            (reader.say("settings-zone"), verbatim(reader.city(hours.zone))),
            (reader.say("settings-hours"), _hours(hours, reader)),
        ]
        body.append(facts(pairs))
    body += [text(verbatim(told)), under(verbatim(reader.say("settings-right-how", name=short)))]
    return card(body, speak=told, language=reader.language)


def _all(owner_id: str, reader: Reader) -> Element:
    return execute(reader.say("settings-all"), "preferences_show", {"for": owner_id})


def _differences(change: SettingsChange, reader: Reader) -> list[tuple[str, str]]:
    zones = {each for settings in (change.before, change.after) for each in (settings.zone, settings.hours.zone)}
    told = [dict(_lines(settings, reader, cities=len(zones) > 1)) for settings in (change.before, change.after)]
    before, after = told
    return [(name, f"{before[name]} → **{after[name]}**") for name in after if before[name] != after[name]]


def _lines(settings: Settings, reader: Reader, *, cities: bool) -> list[tuple[str, str]]:
    """Each setting in words. `cities`: the clock of the working hours is told."""
    habits, none = settings.habits, reader.say("settings-none")
    lunch = _span(*habits.lunch, reader) if habits.lunch else reader.say("settings-lunch-any")
    first = reader.weekday(habits.first_weekday or 0)
    clock = reader.say("settings-24" if settings.hours24 else "settings-12")
    return [
        (reader.say("settings-zone"), verbatim(reader.city(settings.zone))),
        (reader.say("settings-hours"), _hours(settings.hours, reader, city=cities)),
        (reader.say("settings-length-line"), reader.duration(habits.usual_length)),
        (reader.say("settings-buffer-line"), reader.duration(habits.buffer) if habits.buffer else none),
        (reader.say("settings-lunch-line"), lunch),
        (reader.say("settings-earliest-line"), _at(habits.earliest, reader) if habits.earliest else none),
        (reader.say("settings-latest-line"), _at(habits.latest, reader) if habits.latest else none),
        (reader.say("settings-free-days"), reader.weekdays(habits.meeting_free) if habits.meeting_free else none),
        (reader.say("settings-clock"), clock),
        (reader.say("settings-week"), first),
    ]


def _hours(hours: WorkingHours, reader: Reader, *, city: bool = True) -> str:
    when = f"{_span(hours.start, hours.end, reader)}, {reader.weekdays(hours.weekdays)}"
    return f"{when} ({reader.city(hours.zone)})" if city else when


def _span(start: time, end: time, reader: Reader) -> str:
    return f"{_at(start, reader)} – {_at(end, reader)}"


def _at(clock: time, reader: Reader) -> str:
    return reader.clock(datetime.combine(MONDAY, clock, reader.zone))
