"""The plan, carried out with our own client: what the others see is compared with what it sees."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from graph import attachments, availability, calendars, delta, events, mail, mailbox, people, places, subscriptions
from graph.attachments import File
from graph.batch import Step, batch
from graph.client import GraphClient
from graph.errors import GraphError, NotFound
from graph.mail import NewMessage
from graph.model import Attendee, EmptyReason, EventChanges, NewEvent, Person, Schedule, Window
from graph.recurrence import WEEKDAYS, Pattern, Recurrence
from graph.subscriptions import Subscription
from tests.conformance.office import Json

ZONE = ZoneInfo("UTC")


async def seen(ana: GraphClient, tom: GraphClient, plan: Json) -> Json:
    """Everything that the plan makes somebody see, by the name of the step."""
    sights: Json = {}
    sights |= await _look_around(ana, plan)
    sights |= await _keep_calendars(ana, plan)
    sights |= await _find_times(ana, plan)
    sights |= await _meet(ana, tom, plan)
    sights |= await _repeat(ana, plan)
    sights |= await _ask_several(ana, plan)
    sights |= await _file(ana, tom, plan)
    sights |= await _follow(ana, plan)
    sights |= await _correspond(ana, tom, plan["mail"])
    sights |= await _watch(ana, plan)
    return sights


async def _look_around(ana: GraphClient, plan: Json) -> Json:
    sizes: list[int] = []
    subjects: list[str] = []
    pages = ana.pages("/me/events", _subject, params={"$top": str(plan["page"]), "$select": "subject"})
    async for page in pages:
        sizes.append(len(page))
        subjects += page
    settings = await mailbox.mailbox_settings(ana)
    return {
        "me": (await people.me(ana)).name,
        "users": [person.name for person in await people.list_users(ana, top=2)],
        "pages": sizes,
        "subjects": sorted(subjects),
        "zone": settings.zone_name,
        "rooms": [[room.name, room.capacity] for room in await places.list_rooms(ana)],
    }


async def _keep_calendars(ana: GraphClient, plan: Json) -> Json:
    made = await calendars.create_calendar(ana, plan["calendar"]["name"], color=plan["calendar"]["color"])
    names = [calendar.name for calendar in await calendars.list_calendars(ana)]
    await calendars.delete_calendar(ana, made.id)
    left = [calendar.name for calendar in await calendars.list_calendars(ana)]
    return {"calendar": [made.name, made.color], "calendars": names, "calendars left": left}


async def _find_times(ana: GraphClient, plan: Json) -> Json:
    async def times(stated: Json) -> Any:
        attendees = [Attendee("", stated["attendee"])]
        span = _window(stated)
        half_hour = availability.HALF_HOUR
        found = await availability.find_meeting_times(
            ana, attendees, [span], half_hour, ZONE, max_candidates=3, minimum_attendee_percentage=100
        )
        if isinstance(found, EmptyReason):
            return found.value.casefold()
        return [[_minute(one.window.start), one.confidence] for one in found]

    stated = plan["schedule"]
    schedules = await availability.get_schedule(ana, stated["of"], _window(stated), ZONE)
    busy = [
        [_minute(one.window.start), _minute(one.window.end)]
        for schedule in schedules.values()
        if isinstance(schedule, Schedule)
        for one in schedule.busy
    ]
    return {"times": await times(plan["times"]), "no times": await times(plan["no times"]), "busy": busy}


async def _meet(ana: GraphClient, tom: GraphClient, plan: Json) -> Json:
    stated = plan["created"]
    span = _window(stated)
    attendees = tuple(Attendee("", email) for email in stated["attendees"])
    wanted = NewEvent(stated["subject"], span.start, span.end, stated["transactionId"], attendees)
    made = await events.create_event(ana, wanted)
    again = await events.create_event(ana, wanted)
    sights: Json = {
        "created": [made.subject, _minute(made.start), sorted(one.email for one in made.attendees)],
        "online": bool(made.join_url),
        "created once": again.id == made.id,
    }
    day = Window(*(datetime.fromisoformat(plan["day"][edge]) for edge in ("start", "end")))
    invitation = next(event for event in await events.calendar_view(tom, day, ZONE) if event.subject == made.subject)
    sights["invited"] = [invitation.organizer.email, invitation.response.value]
    await events.tentatively_accept(tom, invitation.id, "Later?", proposed_new_time=_window(plan["proposed"]))
    answer = (await events.get_event(ana, made.id, ZONE)).attendees[0]
    sights["answered"] = [answer.response.value, _minute(answer.proposed.start) if answer.proposed else None]
    moved = await events.update_event(ana, made.id, EventChanges(window=_window(plan["moved"])), ZONE)
    followed = await events.get_event(tom, invitation.id, ZONE)
    sights["moved"] = [_minute(moved.start), _minute(followed.start)]
    sights["changed"] = moved.etag != made.etag
    await events.accept(tom, invitation.id)
    sights["accepted"] = (await events.get_event(ana, made.id, ZONE)).attendees[0].response.value
    await events.cancel_event(ana, made.id, "Another time")
    sights["cancelled"] = (await events.get_event(tom, invitation.id, ZONE)).is_cancelled
    return sights


async def _repeat(ana: GraphClient, plan: Json) -> Json:
    stated = plan["series"]
    recurrence = Recurrence(
        Pattern.WEEKLY,
        date.fromisoformat(stated["first"]),
        weekdays=tuple(WEEKDAYS.index(day) for day in stated["days"]),
        count=stated["count"],
    )
    span = _window(stated)
    series = await events.create_event(
        ana, NewEvent(stated["subject"], span.start, span.end, "", is_online=False, recurrence=recurrence)
    )
    month = Window(*(datetime.fromisoformat(stated[edge]) for edge in ("from", "to")))
    found = await events.instances(ana, series.id, month, ZONE)
    await events.delete_event(ana, found[1].id)
    left = await events.instances(ana, series.id, month, ZONE)
    await events.delete_event(ana, series.id)
    return {
        "series": [_minute(event.start) for event in found],
        "series left": [_minute(event.start) for event in left],
        "month": len(await events.calendar_view(ana, month, ZONE)),
    }


async def _ask_several(ana: GraphClient, plan: Json) -> Json:
    missing = f"/me/events/{plan['missing']}"
    outcomes = await batch(
        ana,
        [
            Step("1", "GET", "/me", _name),
            Step("2", "GET", missing, _name, depends_on=("1",)),
            Step("3", "GET", "/me", _name, depends_on=("2",)),
        ],
    )
    try:
        await events.get_event(ana, plan["missing"], ZONE)
        code = ""
    except GraphError as error:
        code = error.code
    return {
        "batch": [outcomes["1"], _code(outcomes["2"])],
        "batch statuses": [404 if isinstance(outcomes[step], NotFound) else 200 for step in ("1", "2")],
        "batch dependent": _code(outcomes["3"]),
        "missing": code,
    }


async def _file(ana: GraphClient, tom: GraphClient, plan: Json) -> Json:
    stated = plan["filed"]
    span = _window(stated)
    made = await events.create_event(ana, NewEvent(stated["subject"], span.start, span.end, "filed"))
    await attachments.attach_to_event(ana, made.id, File(stated["name"], stated["content"].encode(), "text/plain"))
    await attachments.attach_to_event(ana, made.id, File(stated["large"], bytes(stated["size"])))
    listed = await attachments.list_event_attachments(ana, made.id)
    files = [await attachments.get_event_attachment(ana, made.id, one.id) for one in listed]
    has_some = (await events.get_event(ana, made.id, ZONE)).has_attachments
    await events.delete_event(ana, made.id)
    return {
        "files": [file.name for file in files[:1]],
        "file": files[0].content.decode(),
        "large file": [files[1].name, len(files[1].content)],
        "has files": has_some,
    }


async def _follow(ana: GraphClient, plan: Json) -> Json:
    stated = plan["followed"]
    span = _window(stated)
    day = Window(datetime.fromisoformat(stated["from"]), datetime.fromisoformat(stated["to"]))
    before = await delta.events_delta(ana, day, ZONE)
    made = await events.create_event(ana, NewEvent(stated["subject"], span.start, span.end, "followed"))
    later = await delta.events_delta(ana, day, ZONE, link=before.link)
    await events.delete_event(ana, made.id)
    last = await delta.events_delta(ana, day, ZONE, link=later.link)
    return {
        "followed": [len(before.changed), [event.subject for event in later.changed], len(last.changed)],
        "gone": [one == made.id for one in last.removed],
    }


async def _correspond(ana: GraphClient, tom: GraphClient, stated: Json) -> Json:
    await mail.send_mail(ana, NewMessage(stated["subject"], stated["text"], (Person("", stated["to"]),)))
    (received,) = await mail.list_messages(tom, ZONE, folder_id="inbox")
    found = await mail.list_messages(tom, ZONE, search=f"subject:{stated['subject']}")
    await mail.reply(tom, received.id, stated["answer"])
    (answer,) = await mail.list_messages(ana, ZONE, folder_id="inbox")
    folder = await mail.create_folder(tom, stated["folder"])
    moved = await mail.move_message(tom, received.id, folder.id)
    within = await mail.list_messages(tom, ZONE, folder_id=folder.id)
    await mail.delete_message(tom, moved.id)
    return {
        "mail": [received.subject, received.body, received.sender.email, received.is_read],
        "mail found": [one.subject for one in found],
        "mail sent": [one.subject for one in await mail.list_messages(ana, ZONE, folder_id="sentitems")],
        "mail answered": [answer.subject, answer.body[: len(stated["answer"])]],
        "mail moved": [folder.name, [one.subject for one in within]],
        "mail deleted": [one.subject for one in await mail.list_messages(tom, ZONE, folder_id="deleteditems")],
    }


async def _watch(ana: GraphClient, plan: Json) -> Json:
    stated = plan["watch"]
    expires, renewed = (datetime.fromisoformat(stated[name]) for name in ("expires", "renewed"))
    wanted = Subscription(stated["resource"], stated["changes"], plan["subscriber"], expires, client_state="secret")
    made = await subscriptions.create_subscription(ana, wanted)
    span = _window(stated)
    event = await events.create_event(ana, NewEvent(stated["subject"], span.start, span.end, "", is_online=False))
    await events.delete_event(ana, event.id)
    longer = await subscriptions.renew_subscription(ana, made.id, renewed)
    listed = await subscriptions.list_subscriptions(ana)
    await subscriptions.delete_subscription(ana, made.id)
    return {
        "watched": [made.resource, made.change_type, _minute(made.expires)],
        "watched longer": _minute(longer.expires),
        "watching": [one.id == made.id for one in listed],
        "watching no more": len(await subscriptions.list_subscriptions(ana)),
    }


def _code(outcome: object) -> str:
    return outcome.code if isinstance(outcome, GraphError) else ""


def _name(data: Any) -> str:
    return str(data["displayName"])


def _subject(data: Any) -> str:
    return str(data["subject"])


def _minute(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")


def _window(stated: Json) -> Window:
    start, end = (datetime.fromisoformat(stated[edge]).replace(tzinfo=ZONE) for edge in ("start", "end"))
    return Window(start, end)
