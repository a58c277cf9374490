"""What is kept for somebody: days away, reminders, calendars, settings."""

from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from dialogs.cards import absence, calendars, preferences, reminders
from dialogs.decisions.habits import Habits, Settings
from dialogs.frame import Absence, CalendarAct, SettingsChange, Sharer
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.calendars import Calendar, Permission
from graph.model import Person, Window, WorkingHours
from tests.cards.samples.office import CARD, LISBON, OWNER, at, event


def _absence(reader: Reader) -> list[tuple[str, Json]]:
    away = Absence(CARD, Window(at(26, 0), at(28, 0)), is_all_day=True, text="I am away until Monday.")
    return [
        ("absence", absence.preview(away, 5, OWNER, reader)),
        ("absence-alone", absence.preview(away, 0, OWNER, reader)),
        ("absence-set", absence.done(away, OWNER, reader, failed=False)),
        ("absence-partly", absence.done(away, OWNER, reader, failed=True)),
        ("absence-off", absence.off(away, OWNER, reader)),
    ]


def _reminders(reader: Reader) -> list[tuple[str, Json]]:
    review = event("Design review", at(26, 10), 60)
    words = reader.say("remind-set", left=reader.duration(timedelta(minutes=10)))
    own = {"card": CARD, "subject": "Call Tom", "start": at(26, 16).isoformat()}
    return [
        ("reminded", reminders.reminded(review, words, OWNER, reader, undo={"event": "id", "minutes": 15})),
        ("reminder-offer", reminders.offer("Call Tom", at(26, 16), own, OWNER, reader)),
        ("reminder-added", reminders.added(review, {"card": CARD, "event": "id"}, OWNER, reader)),
    ]


def _calendars(reader: Reader) -> list[tuple[str, Json]]:
    ines, priya = Person("Inês Carvalho", "ines@contoso.example"), Person("Priya Raman", "priya@contoso.example")
    own = Calendar("1", "Calendar", ines, is_default=True, can_edit=True)
    travel, theirs = Calendar("2", "Travel", ines, can_edit=True), Calendar("3", "Data on duty", priya)
    permissions = (
        Permission("1", Person("My Organization", ""), "freeBusyRead", is_removable=False),
        Permission("2", priya, "write"),
        Permission("3", Person("Alex Moreau", "alex@contoso.example"), "delegateWithoutPrivateEventAccess"),
    )
    share = CalendarAct(CARD, "share", "", "", role="read", sharers=(Sharer(priya, "freeBusyRead"),))
    delete = CalendarAct(CARD, "delete", "2", "Travel", count=3)
    flights = [event("Flight to Berlin", at(26, 7), 180), event("Flight home", at(27, 18), 180)]
    window = Window(at(23, 0), at(30, 0))
    return [
        ("calendars", calendars.listed([own, travel, theirs], ines.email, reader)),
        ("calendars-who", calendars.shared_with(permissions, "", OWNER, reader)),
        ("calendar-share", calendars.preview(share, OWNER, reader)),
        ("calendar-unshare", calendars.preview(replace(share, kind="unshare"), OWNER, reader)),
        ("calendar-delete", calendars.preview(delete, OWNER, reader)),
        ("calendar-shared", calendars.done(share, OWNER, reader, can_undo=True)),
        ("calendar-made", calendars.done(replace(delete, kind="create"), OWNER, reader, can_undo=True)),
        ("calendar-deleted", calendars.done(delete, OWNER, reader, can_undo=False)),
        ("calendar-inside", calendars.inside("Travel", window, flights, reader)),
        ("calendar-empty", calendars.inside("Travel", window, (), reader)),
    ]


def _preferences(reader: Reader) -> list[tuple[str, Json]]:
    hours = WorkingHours(LISBON, time(9), time(18), frozenset(range(5)))
    plain = Settings(LISBON, hours, hours24=True)
    habits = Habits(timedelta(minutes=25), timedelta(minutes=10), (time(12, 30), time(13, 30)), time(10))
    own = Settings(LISBON, hours, hours24=True, habits=replace(habits, meeting_free=frozenset((4,)), first_weekday=6))
    tokyo = ZoneInfo("Asia/Tokyo")
    moved = SettingsChange(CARD, plain, replace(plain, zone=tokyo, hours=replace(hours, zone=tokyo)))
    problem = reader.say("settings-bad-lunch")
    return [
        ("settings", preferences.form(own, OWNER, reader)),
        ("settings-problem", preferences.form(plain, OWNER, reader, problem=problem)),
        ("settings-preview", preferences.preview(moved, OWNER, reader)),
        ("settings-stay", preferences.preview(moved, OWNER, reader, is_stay=True)),
        ("settings-saved", preferences.saved(SettingsChange(CARD, plain, own), OWNER, reader)),
        ("settings-forgotten", preferences.saved(SettingsChange(CARD, own, plain), OWNER, reader, forgets=True)),
        ("settings-same", preferences.told(reader.say("settings-same"), OWNER, reader)),
        ("settings-of-another", preferences.of_another("Noah Williams", plain, reader)),
        ("settings-hidden", preferences.not_theirs("Noah Williams", hours, "MailboxSettings.Read", reader)),
        ("settings-refused", preferences.not_theirs("Noah Williams", None, "MailboxSettings.ReadWrite", reader)),
    ]


KINDS = (_absence, _reminders, _calendars, _preferences)
