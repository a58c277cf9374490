"""The plan, carried out with O365: reads the plan from standard input, prints what it saw.

O365 has no batch, no findMeetingTimes, no rooms, no mailbox settings, and cannot propose another time.
Runs in an environment of its own, see `environment`; nothing of Convene is there.
"""

import json
import sys
from base64 import b64decode
from datetime import date, datetime, timezone
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import requests
from O365 import Account, MSGraphProtocol

Json = dict[str, Any]
ZONE = ZoneInfo("UTC")


def account_of(root: str, token: str) -> Any:
    """An account whose session carries the token."""

    class Local(MSGraphProtocol):  # type: ignore[misc]  # its package is not installed where types are checked
        _protocol_url = root.removesuffix("v1.0")

    account = Account(("id", "secret"), protocol=Local(timezone="UTC"), requests_delay=0)
    session = requests.Session()
    session.trust_env = False
    session.headers["Authorization"] = f"Bearer {token}"
    account.con.session = session
    account.con.get_session = lambda *_, **__: session
    account.con.load_token_from_backend = lambda *_, **__: True
    return account


def seen(plan: Json) -> Json:
    """Everything that the plan makes somebody see, by the name of the step."""
    ana, tom = account_of(plan["root"], plan["ana"]), account_of(plan["root"], plan["tom"])
    sights = look_around(ana, plan)
    sights |= keep_calendars(ana, plan)
    sights |= meet(ana, tom, plan)
    sights |= repeat(ana, plan)
    sights |= file(ana, plan)
    sights |= correspond(ana, tom, plan["mail"])
    sights |= watch(ana, plan)
    return sights


def look_around(ana: Any, plan: Json) -> Json:
    """Who is there, and what is in the calendar, page by page."""
    calendar = ana.schedule().get_default_calendar()
    events = calendar.get_events(limit=None, batch=plan["page"], include_recurring=False)
    stated = plan["schedule"]
    schedules = ana.schedule().get_availability(
        stated["of"], moment(stated["start"]), moment(stated["end"]), stated["minutes"]
    )
    try:
        calendar.get_event(plan["missing"])
        code = ""
    except requests.HTTPError as error:
        code = error.response.json()["error"]["code"] if error.response is not None else ""
    return {
        "me": ana.get_current_user_data().display_name,
        "users": [user.display_name for user in ana.directory().get_users(limit=None, batch=2)],
        "subjects": sorted(event.subject for event in events),
        "busy": [
            [minute(item["start"]), minute(item["end"])] for one in schedules for item in one.get("scheduleItems", ())
        ],
        "missing": code,
    }


def keep_calendars(ana: Any, plan: Json) -> Json:
    """A calendar comes and goes."""
    schedule = ana.schedule()
    made = schedule.new_calendar(plan["calendar"]["name"])
    names = [calendar.name for calendar in schedule.list_calendars()]
    made.delete()
    return {"calendars": names, "calendars left": [calendar.name for calendar in schedule.list_calendars()]}


def meet(ana: Any, tom: Any, plan: Json) -> Json:
    """An event from its invitation to its end."""
    stated = plan["created"]
    schedule = ana.schedule()

    def create() -> Any:
        event = schedule.new_event(stated["subject"])
        event.start, event.end = moment(stated["start"]), moment(stated["end"])
        event.transaction_id = stated["transactionId"]
        event.attendees.add(stated["attendees"])
        event.is_online_meeting = True
        event.save()
        return event

    made, again = create(), create()
    sights: Json = {
        "created": [made.subject, minute(made.start), sorted(one.address for one in made.attendees)],
        "created once": again.object_id == made.object_id,
    }
    theirs = tom.schedule().get_default_calendar()
    view = theirs.get_events(
        limit=50, start_recurring=plan["day"]["start"], end_recurring=plan["day"]["end"], include_recurring=True
    )
    invitation = next(event for event in view if event.subject == stated["subject"])
    sights["invited"] = [invitation.organizer.address, camel(invitation.response_status.status.value)]
    own = schedule.get_default_calendar()
    made = own.get_event(made.object_id)
    made.start, made.end = moment(plan["moved"]["start"]), moment(plan["moved"]["end"])
    made.save()
    followed = theirs.get_event(invitation.object_id)
    sights["moved"] = [minute(own.get_event(made.object_id).start), minute(followed.start)]
    followed.accept_event("Yes")
    (answer,) = [one for one in own.get_event(made.object_id).attendees if one.address == plan["schedule"]["of"][0]]
    sights["accepted"] = camel(answer.response_status.status.value)
    made.cancel_event("Another time")
    response = tom.con.get(f"{plan['root']}/me/events/{invitation.object_id}")
    sights["cancelled"] = response.json()["isCancelled"]
    return sights


def repeat(ana: Any, plan: Json) -> Json:
    """A series, an occurrence less, and its end."""
    stated = plan["series"]
    series = ana.schedule().new_event(stated["subject"])
    series.start, series.end = moment(stated["start"]), moment(stated["end"])
    series.recurrence.set_weekly(
        1,
        days_of_week=stated["days"],
        first_day_of_week="monday",
        start=date.fromisoformat(stated["first"]),
        occurrences=stated["count"],
    )
    series.save()
    calendar = ana.schedule().get_default_calendar()
    series = calendar.get_event(series.object_id)

    def occurrences() -> list[Any]:
        return list(series.get_occurrences(instant(stated["from"]), instant(stated["to"]), limit=50))

    found = occurrences()
    found[1].delete()
    left = occurrences()
    series.delete()
    month = calendar.get_events(limit=50, start_recurring=stated["from"], end_recurring=stated["to"])
    return {
        "series": [minute(event.start) for event in found],
        "series left": [minute(event.start) for event in left],
        "month": len(list(month)),
    }


def file(ana: Any, plan: Json) -> Json:
    """A small file that comes with the event, and a large one that comes later, in pieces."""
    stated = plan["filed"]
    event = ana.schedule().new_event(stated["subject"])
    event.start, event.end = moment(stated["start"]), moment(stated["end"])
    event.attachments.add([(BytesIO(stated["content"].encode()), stated["name"])])
    event.save()
    calendar = ana.schedule().get_default_calendar()
    event = calendar.get_event(event.object_id)
    event.attachments.add([(BytesIO(bytes(stated["size"])), stated["large"])])
    event.save()
    event = calendar.get_event(event.object_id)
    has_some = event.has_attachments
    event.attachments.download_attachments()
    small, large = event.attachments
    event.delete()
    return {
        "files": [small.name],
        "file": b64decode(small.content).decode(),
        "large file": [large.name, len(b64decode(large.content))],
        "has files": has_some,
    }


def correspond(ana: Any, tom: Any, stated: Json) -> Json:
    """A message from one to the other, its answer, and what becomes of it."""
    message = ana.mailbox().new_message()
    message.to.add(stated["to"])
    message.subject, message.body, message.body_type = stated["subject"], stated["text"], "text"
    message.send()
    (received,) = tom.mailbox().inbox_folder().get_messages()
    query = tom.mailbox().new_query().search(f"subject:{stated['subject']}")
    found = [one.subject for one in tom.mailbox().get_messages(query=query)]
    answer = received.reply(to_all=False)
    answer.body = stated["answer"]
    answer.send()
    (answered,) = ana.mailbox().inbox_folder().get_messages()
    folder = tom.mailbox().create_child_folder(stated["folder"])
    sights = {
        "mail": [received.subject, received.body_preview, received.sender.address, received.is_read],
        "mail found": found,
        "mail sent": [one.subject for one in ana.mailbox().sent_folder().get_messages()],
        "mail answered": [answered.subject, answered.body_preview[: len(stated["answer"])]],
    }
    received.move(folder)
    within = [one.subject for one in folder.get_messages()]
    received.delete()
    deleted = [one.subject for one in tom.mailbox().deleted_folder().get_messages()]
    return sights | {"mail moved": [folder.name, within], "mail deleted": deleted}


def watch(ana: Any, plan: Json) -> Json:
    """A subscription from its making to its end, and something that it tells of."""
    stated = plan["watch"]
    own = ana.subscriptions()
    made = own.create_subscription(
        plan["subscriber"],
        stated["resource"],
        stated["changes"],
        expiration_datetime=instant(stated["expires"]),
        client_state="secret",
    )
    event = ana.schedule().new_event(stated["subject"])
    event.start, event.end = moment(stated["start"]), moment(stated["end"])
    event.save()
    event.delete()
    longer = own.renew_subscription(made["id"], expiration_datetime=instant(stated["renewed"]))
    listed = own.list_subscriptions()
    own.delete_subscription(made["id"])
    return {
        "watched": [made["resource"], made["changeType"], made["expirationDateTime"][:16]],
        "watched longer": longer["expirationDateTime"][:16],
        "watching": [one["id"] == made["id"] for one in listed],
        "watching no more": len(list(own.list_subscriptions())),
    }


def moment(text: str) -> datetime:
    """A time of the plan."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def camel(text: str) -> str:
    """A word as Graph writes it, which O365 has taken apart."""
    first, *others = text.split("_")
    return first + "".join(word.title() for word in others)


def instant(text: str) -> datetime:
    """An instant of the plan."""
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(ZONE)


def minute(moment: datetime) -> str:
    """A time as the plan writes it."""
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M")  # noqa: UP017  older Pythons run this too


if __name__ == "__main__":
    print(json.dumps(seen(json.load(sys.stdin))))
