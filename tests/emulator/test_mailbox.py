"""A mailbox's settings, what it answers by itself, and what Outlook offers to it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from graph import mailbox
from graph.errors import Conflict, NotFound, Refused
from graph.model import Window
from graph.timezones import zone
from tests.emulator.clients import client_of
from tests.emulator.office import Office

MADRID = ZoneInfo("Europe/Madrid")
FRIDAY = datetime(2026, 11, 27, 18, tzinfo=MADRID)


async def test_automatic_replies_are_set_and_read(office: Office) -> None:
    """Off at first; then in a window, by any clock; then always."""
    async with client_of(office, "ana") as graph:
        assert (await mailbox.automatic_replies(graph, MADRID)).is_on is False
        window = Window(FRIDAY, FRIDAY + timedelta(days=10))
        away = mailbox.AutomaticReplies(True, window, "Back on the 7th", "Away", "contactsOnly")
        await mailbox.set_automatic_replies(graph, away)
        assert await mailbox.automatic_replies(graph, MADRID) == away
        stated = (await office.ana.get("/me/mailboxSettings"))["automaticRepliesSetting"]
        assert stated["scheduledStartDateTime"] == {"dateTime": "2026-11-27T17:00:00.0000000", "timeZone": "UTC"}
        always = mailbox.AutomaticReplies(True, None, "Ask Tom")
        await mailbox.set_automatic_replies(graph, always)
        assert await mailbox.automatic_replies(graph, MADRID) == always


async def test_replies_end_after_they_start(office: Office) -> None:
    """What was set before stays."""
    async with client_of(office, "ana") as graph:
        backwards = mailbox.AutomaticReplies(True, Window(FRIDAY, FRIDAY - timedelta(hours=1)))
        with pytest.raises(Refused) as refused:
            await mailbox.set_automatic_replies(graph, backwards)
        assert refused.value.code == "ErrorInvalidScheduledOofDuration"
        assert (await mailbox.automatic_replies(graph, MADRID)).is_on is False
    no_times = {"automaticRepliesSetting": {"status": "scheduled"}}
    assert (await office.ana.refusal("PATCH", "/me/mailboxSettings", no_times))[0] == 400


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("timeZone", {"value": "Romance Standard Time"}),
        ("userPurpose", {"value": "user"}),
        ("language", {"locale": "en-US", "displayName": "en-US"}),
    ],
)
async def test_one_setting(office: Office, name: str, expected: dict[str, str]) -> None:
    """A plain value comes as `value`, an object as itself."""
    found = await office.ana.get(f"/me/mailboxSettings/{name}")
    assert {key: value for key, value in found.items() if not key.startswith("@")} == expected


async def test_what_is_no_setting(office: Office) -> None:
    """It is no path either."""
    assert await office.ana.refusal("GET", "/me/mailboxSettings/colour") == (400, "BadRequest")


async def test_zones_that_outlook_knows(office: Office) -> None:
    """By their Windows names, which we understand every one; by their IANA names on request."""
    async with client_of(office, "ana") as graph:
        names = await mailbox.supported_time_zones(graph)
    assert {"Romance Standard Time", "India Standard Time", "UTC"} <= set(names)
    assert [name for name in names if zone(name) is None] == []
    path = "/me/outlook/supportedTimeZones"
    labels = {one["alias"]: one["displayName"] for one in (await office.ana.get(f"{path}()"))["value"]}
    assert labels["India Standard Time"] == "(UTC+05:30) India Standard Time"
    assert labels["Pacific Standard Time"] == "(UTC-08:00) Pacific Standard Time"
    iana = await office.ana.get(f"{path}(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')")
    assert {"alias": "Europe/Madrid", "displayName": "Europe/Madrid"} in iana["value"]
    assert (await office.ana.refusal("GET", f"{path}(TimeZoneStandard=microsoft.graph.timeZoneStandard'Moon')"))[
        0
    ] == 400


async def test_languages_that_outlook_knows(office: Office) -> None:
    """Each by its own name."""
    async with client_of(office, "ana") as graph:
        languages = await mailbox.supported_languages(graph)
    assert languages["es-ES"] == "español (España)"
    assert languages["en-US"] == "English (United States)"


async def test_categories_from_the_given_to_ones_own(office: Office) -> None:
    """Six are given; a further one is made, recoloured and deleted."""
    async with client_of(office, "ana") as graph:
        given = await mailbox.list_categories(graph)
        assert [one.name for one in given][:2] == ["Red category", "Orange category"]
        made = await mailbox.create_category(graph, mailbox.Category("Travel", "preset9"))
        with pytest.raises(Conflict):
            await mailbox.create_category(graph, mailbox.Category("travel"))
        assert await mailbox.list_categories(graph) == (*given, made)
        path = f"/me/outlook/masterCategories/{made.id}"
        assert (await office.ana.patch(path, {"color": "preset15"}))["color"] == "preset15"
        assert (await office.ana.get(path))["displayName"] == "Travel"
        await mailbox.delete_category(graph, made.id)
        await mailbox.delete_category(graph, given[0].id)
        assert await mailbox.list_categories(graph) == given[1:]
        with pytest.raises(NotFound):
            await mailbox.delete_category(graph, made.id)
    assert len((await office.tom.get("/me/outlook/masterCategories"))["value"]) == 6


async def test_settings_are_ones_own(office: Office) -> None:
    """Nobody else reads or changes them; an application does."""
    theirs = "/users/ana@contoso.example"
    for path in ("mailboxSettings", "mailboxSettings/timeZone", "outlook/masterCategories"):
        assert await office.tom.refusal("GET", f"{theirs}/{path}") == (403, "ErrorAccessDenied")
    assert (await office.application.get(f"{theirs}/mailboxSettings"))["timeZone"] == "Romance Standard Time"


async def test_a_zone_of_ones_own_making_is_kept(office: Office) -> None:
    """Hours may state one; we fall back to the mailbox's zone."""
    custom = {
        "bias": -200,
        "name": "Customized Time Zone",
        "standardOffset": {
            "time": "02:00:00.0000000",
            "dayOccurrence": 4,
            "dayOfWeek": "sunday",
            "month": 5,
            "year": 0,
        },
        "daylightOffset": {
            "daylightBias": -100,
            "time": "02:00:00.0000000",
            "dayOccurrence": 2,
            "dayOfWeek": "sunday",
            "month": 10,
            "year": 0,
        },
    }
    hours = {"startTime": "09:00:00", "timeZone": custom}
    await office.ana.patch("/me/mailboxSettings", {"workingHours": hours})
    async with client_of(office, "ana") as graph:
        settings = await mailbox.mailbox_settings(graph)
    assert FRIDAY.astimezone(settings.zone).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 11, 27, tzinfo=UTC).astimezone(settings.hours.zone).utcoffset() == timedelta(hours=1)
