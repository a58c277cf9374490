"""Somebody's own settings, by words and on a card: zone, working hours, and how their meetings are to be.

Ana: set my time zone to Tokyo
Bot: Change your settings? Time zone: Lisbon → Tokyo …              [Save] [Leave it]
Ana: leave 10 minutes between meetings
Bot: Saved. Between meetings: none → 10 min                          [Undo] [All settings]

The zone, the hours and the clock are the mailbox's own, for Outlook too, and are shown before they are written; the
rest is kept here and has no effect on anybody else, so that it is saved at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogs import stale
from dialogs.asker import Asker, hours24_of, zone_of
from dialogs.cards import notices
from dialogs.cards import preferences as cards
from dialogs.decisions.habits import Habits, Settings, Unusable, changed, problem
from dialogs.frame import Asked, Frame, SettingsChange
from dialogs.turn import Json, Reply, Tap
from dialogs.understand import Context
from dialogs.understand.builds.settings import preferred
from dialogs.understand.understood import Question, Understood
from dialogs.understand.when.cities import zones_of
from graph import mailbox, timezones
from graph.errors import NotAllowed

CLOCKS = {True: "HH:mm", False: "h:mm tt"}
"""As Outlook writes times: .NET patterns."""
VERBS = frozenset(("preferences_save", "preferences_form", "undo_preferences"))
"""The buttons that write settings, which takes no right to a calendar."""
LEADS = ("my working hours are", "my time zone is", "my working days are")
"""What a correction of a card that asks may be short for."""
AGAIN = ("make it", "no", "actually", "i meant", "rather", "better", "sorry", "to", "and")


async def serve(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show the settings, change some of them, or forget them. Raises GraphError."""
    try:
        before = await _read(frame, asker)
        match said.facet:
            case "show":
                return _show(before, frame, asker)
            case "forget":
                return await _forget(before, frame, asker)
        return await _change(said, before, frame, asker)
    except NotAllowed:
        if asker.principal is None:
            raise
        return frame, _not_theirs(said, asker)


async def _read(frame: Frame, asker: Asker) -> Settings:
    """The settings as they are now, whatever was known of them before."""
    stored = await mailbox.mailbox_settings(asker.graph)
    zone = stored.zone if asker.principal else zone_of(stored, asker.turn.zone)
    habits = Habits() if asker.principal else frame.habits
    hours = stored.hours
    if timezones.windows_name(hours.zone) == timezones.windows_name(zone):
        # One zone to Outlook (Lisbon and London): told by the same name.
        hours = replace(hours, zone=zone)
    return Settings(zone, hours, hours24_of(stored), habits)


def _show(settings: Settings, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader = asker.reader
    if asker.principal:
        card = cards.of_another(asker.me.name, settings, reader)
    else:
        card = cards.form(settings, asker.id, reader)
    return frame, Reply(card=card, dialog="preferences", outcome="shown")


async def show_tapped(_data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "All settings". Raises GraphError."""
    return _show(await _read(frame, asker), frame, asker)


async def _forget(before: Settings, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What is kept here; the zone and the hours are the mailbox's."""
    if asker.principal or before.habits == Habits():
        words = asker.reader.say("settings-nothing-kept")
        return frame, Reply(text=words, dialog="preferences", outcome="nothing")
    change = SettingsChange(asker.card_id, before, replace(before, habits=Habits()))
    return await _save(change, frame, asker, forgets=True)


async def _change(said: Understood, before: Settings, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader, zones = asker.reader, []
    for place in (each.place for each in said.settings if each.kind == "zone"):
        found = zones_of(place, asker.now)
        if len(found) != 1:
            return frame, _which_zone(place, found, asker)
        zones.append(found[0])
    after = changed(before, said.settings, zones)
    if isinstance(after, Unusable):
        return frame, Reply(text=reader.say(after.name), dialog="preferences", outcome="unusable")
    if asker.principal and after.habits != before.habits:
        words = reader.say("settings-own-only", name=asker.me.name)
        return frame, Reply(text=words, dialog="preferences", outcome="own_only")
    is_same_clock = before.zone.key == after.zone.key or _offset(before, asker) == _offset(after, asker)
    if said.facet == "later":
        words = reader.say("settings-stay-later", place=_capital(said.settings[0].place), city=reader.city(before.zone))
        return frame, Reply(text=words, dialog="preferences", outcome="later")
    if said.facet == "stay" and is_same_clock:
        words = reader.say("settings-stay-same", place=_capital(said.settings[0].place), city=reader.city(before.zone))
        return frame, Reply(text=words, dialog="preferences", outcome="same")
    if after == before:
        words = reader.say("settings-same")
        return frame, Reply(card=cards.told(words, asker.id, reader), dialog="preferences", outcome="same")
    change = SettingsChange(asker.card_id, before, after)
    if (after.zone, after.hours) == (before.zone, before.hours):
        return await _save(change, frame, asker)
    return _ask(change, frame, asker, is_stay=said.facet == "stay")


def _offset(settings: Settings, asker: Asker) -> timedelta | None:
    return asker.now.astimezone(settings.zone).utcoffset()


def _capital(place: str) -> str:
    return place.title() if place.islower() else place


def _which_zone(place: str, found: Sequence[ZoneInfo], asker: Asker) -> Reply:
    """A place that is not known, or that has several clocks."""
    reader = asker.reader
    if not found:
        words = reader.say("settings-zone-unknown", place=place)
        return Reply(text=words, dialog="preferences", outcome="unknown_place")
    cities = [reader.city(zone) for zone in found]
    words = reader.say("settings-zone-which", place=_capital(place), cities=reader.names(cities))
    prompts = tuple(reader.say("settings-zone-say", city=city) for city in cities[:3])
    return Reply(text=words, prompts=prompts, dialog="preferences", outcome="asked_place")


def _ask(change: SettingsChange, frame: Frame, asker: Asker, *, is_stay: bool = False) -> tuple[Frame, Reply]:
    yes = Tap("preferences_save", {"card": change.id})
    asked = Asked(change.id, Question("yes_no"), (), yes, left="settings-kept")
    frame = replace(frame, settings=change, asked=asked)
    card = cards.preview(change, asker.id, asker.reader, is_stay=is_stay)
    return frame, Reply(card=card, dialog="preferences", outcome="asked")


async def amend(frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """Another value for what the card asks about: "make it 9 to 5"; None where it is none. Raises GraphError."""
    change = frame.settings
    words = asker.turn.utterance.strip()
    while found := next((lead for lead in AGAIN if words.lower().startswith(f"{lead} ")), ""):
        words = words[len(found) :].lstrip(" ,")
    context = Context(asker.now, asker.zone, asker.turn.locale)
    readings = (preferred(f"{lead} {words}", context) for lead in LEADS)
    said = next((each for each in readings if each and each.settings), None)
    if change is None or said is None:
        return None
    return await _change(said, change.before, frame.closing(change.id), asker)


async def save_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Write what the card shows. Raises GraphError."""
    change = frame.settings
    if change is None or change.id != data.get("card") or change.id in frame.closed:
        return frame, stale.expired("preferences", asker)
    return await _save(change, frame, asker)


async def form_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Save what was typed into the card of all settings. Raises GraphError."""
    before = await _read(frame, asker)
    after = typed(data, before)
    if isinstance(after, Unusable):
        card = cards.form(before, asker.id, asker.reader, problem=asker.reader.say(after.name))
        return frame, Reply(card=card, dialog="preferences", outcome="unusable")
    if after == before:
        words = asker.reader.say("settings-same")
        return frame, Reply(card=cards.told(words, asker.id, asker.reader), dialog="preferences", outcome="same")
    return await _save(SettingsChange(asker.card_id, before, after), frame, asker)


def typed(data: Json, before: Settings) -> Settings | Unusable:
    """The settings as the inputs of the card have them; what a client did not send stays as it was."""
    try:
        zone = ZoneInfo(str(data["zone"])) if data.get("zone") else before.zone
        days = frozenset(int(day) for day in str(data["days"]).split(",") if day) if "days" in data else None
        free = frozenset(int(day) for day in str(data["free_days"]).split(",") if day) if "free_days" in data else None
        start, end = _clock(data, "start", before.hours.start), _clock(data, "end", before.hours.end)
        lunch = (_clock(data, "lunch_start", None), _clock(data, "lunch_end", None))
        earliest, latest = _clock(data, "earliest", None), _clock(data, "latest", None)
        length = _minutes(data, "length")
        buffer = _minutes(data, "buffer")
        first = int(data["first_weekday"]) % 7 if data.get("first_weekday") else None
    except (ValueError, ZoneInfoNotFoundError):
        return Unusable("settings-unreadable")
    if (lunch[0] is None) != (lunch[1] is None):
        return Unusable("settings-half-lunch")
    hours = replace(
        before.hours,
        zone=zone if zone != before.zone else before.hours.zone,
        start=start or before.hours.start,
        end=end or before.hours.end,
        weekdays=before.hours.weekdays if days is None else days & frozenset(range(7)),
    )
    # What everybody has is not kept until it is something else.
    duration = None if length == before.habits.usual_length and before.habits.duration is None else length
    first = None if not first and before.habits.first_weekday is None else first
    habits = Habits(
        duration,
        buffer or timedelta(),
        (lunch[0], lunch[1]) if lunch[0] and lunch[1] else None,
        earliest,
        latest,
        before.habits.meeting_free if free is None else free & frozenset(range(7)),
        first,
    )
    clock = {"24": True, "12": False}.get(str(data.get("clock", "")), before.hours24)
    settings = Settings(zone, hours, clock, habits)
    return problem(settings) or settings


def _clock(data: Json, name: str, missing: time | None) -> time | None:
    """Raises ValueError for what is no time of day."""
    said = str(data.get(name) or "").strip()
    return time.fromisoformat(said) if said else missing


def _minutes(data: Json, name: str) -> timedelta | None:
    """Raises ValueError for what is no whole number of minutes."""
    said = str(data.get(name) or "").strip()
    return timedelta(minutes=int(float(said))) if said else None


async def _save(change: SettingsChange, frame: Frame, asker: Asker, *, forgets: bool = False) -> tuple[Frame, Reply]:
    try:
        frame, told = await _written(change.before, change.after, frame, asker)
    except NotAllowed:
        if asker.principal is None:
            raise
        return frame, _not_theirs(None, asker)
    frame = replace(frame.closing(change.id), settings=change, undo=Tap("undo_preferences", {"card": change.id}))
    card = cards.saved(change, asker.id, told.reader, forgets=forgets)
    return frame, Reply(card=card, dialog="preferences", outcome="saved")


async def _written(before: Settings, after: Settings, frame: Frame, asker: Asker) -> tuple[Frame, Asker]:
    """What differs, written; the frame and the asker know it. Raises GraphError."""
    is_clock = after.hours24 != before.hours24 and after.hours24 is not None
    if (after.zone, after.hours) != (before.zone, before.hours) or is_clock:
        await mailbox.update_mailbox_settings(
            asker.graph,
            zone=after.zone if after.zone != before.zone else None,
            hours=after.hours if after.hours != before.hours else None,
            time_format=CLOCKS[after.hours24] if is_clock and after.hours24 is not None else None,
        )
    if asker.principal:
        return frame, asker
    profile = replace(asker.profile, zone=after.zone, hours=after.hours, hours24=after.hours24)
    reader = replace(asker.reader, zone=after.zone, hours24=after.hours24)
    return replace(frame, profile=None, habits=after.habits), replace(asker, profile=profile, reader=reader)


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The settings as they were, as far as this card has changed them. Raises GraphError."""
    change = frame.settings
    if change is None or change.id != data.get("card"):
        return frame, stale.expired("preferences", asker)
    frame, told = await _written(change.after, change.before, frame, asker)
    card = cards.told(told.reader.say("settings-undone"), asker.id, told.reader)
    return replace(frame, settings=None, undo=None), Reply(card=card, dialog="preferences", outcome="undone")


async def leave(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing is changed."""
    words = asker.reader.say("settings-kept")
    frame = replace(frame.closing(data.get("card")), settings=None)
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="preferences", outcome="left")


def _not_theirs(said: Understood | None, asker: Asker) -> Reply:
    """Somebody else's settings, without the right to them: which one is missing, and what is visible all the same."""
    shown = said is not None and said.facet == "show"
    hours, permission = (asker.profile.hours, mailbox.READ) if shown else (None, mailbox.READ_WRITE)
    card = cards.not_theirs(asker.me.name, hours, permission, asker.reader)
    return Reply(card=card, dialog="preferences", outcome="right_missing")
