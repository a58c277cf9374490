"""The plan, carried out with Microsoft's SDK for Python: reads the plan from standard input, prints what it saw.

Runs in an environment of its own, see `environment`; nothing of Convene is there.
"""

import asyncio
import json
import sys
from datetime import date, datetime
from typing import Any

from kiota_abstractions.authentication import (
    AccessTokenProvider,
    AllowedHostsValidator,
    BaseBearerTokenAuthenticationProvider,
)
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.generated.models.attendee import Attendee
from msgraph.generated.models.attendee_base import AttendeeBase
from msgraph.generated.models.body_type import BodyType
from msgraph.generated.models.calendar import Calendar
from msgraph.generated.models.calendar_color import CalendarColor
from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
from msgraph.generated.models.day_of_week import DayOfWeek
from msgraph.generated.models.email_address import EmailAddress
from msgraph.generated.models.event import Event
from msgraph.generated.models.file_attachment import FileAttachment
from msgraph.generated.models.item_body import ItemBody
from msgraph.generated.models.mail_folder import MailFolder
from msgraph.generated.models.message import Message
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.online_meeting_provider_type import OnlineMeetingProviderType
from msgraph.generated.models.patterned_recurrence import PatternedRecurrence
from msgraph.generated.models.recipient import Recipient
from msgraph.generated.models.recurrence_pattern import RecurrencePattern
from msgraph.generated.models.recurrence_pattern_type import RecurrencePatternType
from msgraph.generated.models.recurrence_range import RecurrenceRange
from msgraph.generated.models.recurrence_range_type import RecurrenceRangeType
from msgraph.generated.models.subscription import Subscription
from msgraph.generated.models.time_constraint import TimeConstraint
from msgraph.generated.models.time_slot import TimeSlot
from msgraph.generated.users.item.calendar.get_schedule.get_schedule_post_request_body import GetSchedulePostRequestBody
from msgraph.generated.users.item.calendar_view.calendar_view_request_builder import CalendarViewRequestBuilder
from msgraph.generated.users.item.calendar_view.delta.delta_request_builder import DeltaRequestBuilder
from msgraph.generated.users.item.events.events_request_builder import EventsRequestBuilder
from msgraph.generated.users.item.events.item.accept.accept_post_request_body import AcceptPostRequestBody
from msgraph.generated.users.item.events.item.cancel.cancel_post_request_body import CancelPostRequestBody
from msgraph.generated.users.item.events.item.instances.instances_request_builder import InstancesRequestBuilder
from msgraph.generated.users.item.events.item.tentatively_accept.tentatively_accept_post_request_body import (
    TentativelyAcceptPostRequestBody,
)
from msgraph.generated.users.item.find_meeting_times.find_meeting_times_post_request_body import (
    FindMeetingTimesPostRequestBody,
)
from msgraph.generated.users.item.messages.item.move.move_post_request_body import MovePostRequestBody
from msgraph.generated.users.item.messages.item.reply.reply_post_request_body import ReplyPostRequestBody
from msgraph.generated.users.item.messages.messages_request_builder import MessagesRequestBuilder
from msgraph.generated.users.item.send_mail.send_mail_post_request_body import SendMailPostRequestBody
from msgraph.generated.users.users_request_builder import UsersRequestBuilder
from msgraph_core.requests.batch_request_builder import BatchRequestBuilder
from msgraph_core.requests.batch_request_content import BatchRequestContent
from msgraph_core.requests.batch_request_item import BatchRequestItem
from msgraph_core.tasks.page_iterator import PageIterator

Json = dict[str, Any]


class Fixed(AccessTokenProvider):  # type: ignore[misc]  # its package is not installed where types are checked
    """One token, which may go to the loopback."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def get_authorization_token(self, uri: str, additional_authentication_context: Any = None) -> str:
        """The token."""
        return self._token

    def get_allowed_hosts_validator(self) -> Any:
        """Every host."""
        return AllowedHostsValidator([])


def client_of(root: str, token: str) -> tuple[Any, Any]:
    """The SDK's client, and its adapter."""
    adapter = GraphRequestAdapter(BaseBearerTokenAuthenticationProvider(Fixed(token)))
    client = GraphServiceClient(request_adapter=adapter)
    adapter.base_url = root
    return client, adapter


async def seen(plan: Json) -> Json:
    """Everything that the plan makes somebody see, by the name of the step."""
    ana, adapter = client_of(plan["root"], plan["ana"])
    tom, _ = client_of(plan["root"], plan["tom"])
    sights = await look_around(ana, adapter, plan)
    sights |= await keep_calendars(ana, plan)
    sights |= await find_times(ana, plan)
    sights |= await meet(ana, tom, plan)
    sights |= await repeat(ana, plan)
    sights |= await ask_several(ana, adapter, plan)
    sights |= await file(ana, plan)
    sights |= await follow(ana, plan)
    sights |= await correspond(ana, tom, plan["mail"])
    sights |= await watch(ana, plan)
    return sights


async def look_around(ana: Any, adapter: Any, plan: Json) -> Json:
    """Who is there, and what is in the calendar, page by page."""
    query = EventsRequestBuilder.EventsRequestBuilderGetQueryParameters(top=plan["page"], select=["subject"])
    page = await ana.me.events.get(request_configuration=RequestConfiguration(query_parameters=query))
    sizes, subjects = [], []
    while page is not None:
        sizes.append(len(page.value))
        subjects += [event.subject for event in page.value]
        link = page.odata_next_link
        page = await ana.me.events.with_url(link).get() if link else None
    by_two = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(top=2)
    first = await ana.users.get(request_configuration=RequestConfiguration(query_parameters=by_two))
    names: list[str] = []

    def note(user: Any) -> bool:
        names.append(user.display_name)
        return True

    await PageIterator(first, adapter).iterate(note)
    rooms = await ana.places.graph_room.get()
    return {
        "me": (await ana.me.get()).display_name,
        "users": names,
        "pages": sizes,
        "subjects": sorted(subjects),
        "zone": (await ana.me.mailbox_settings.get()).time_zone,
        "rooms": [[room.display_name, room.capacity] for room in rooms.value],
    }


async def keep_calendars(ana: Any, plan: Json) -> Json:
    """A calendar comes and goes."""
    color = CalendarColor(plan["calendar"]["color"])
    made = await ana.me.calendars.post(Calendar(name=plan["calendar"]["name"], color=color))
    names = [calendar.name for calendar in (await ana.me.calendars.get()).value]
    await ana.me.calendars.by_calendar_id(made.id).delete()
    left = [calendar.name for calendar in (await ana.me.calendars.get()).value]
    return {"calendar": [made.name, made.color.value], "calendars": names, "calendars left": left}


async def find_times(ana: Any, plan: Json) -> Json:
    """Suggestions, none of them with its reason, and who is busy."""

    async def times(stated: Json) -> Any:
        found = await ana.me.find_meeting_times.post(
            FindMeetingTimesPostRequestBody(
                attendees=[AttendeeBase(email_address=EmailAddress(address=stated["attendee"]))],
                time_constraint=TimeConstraint(
                    time_slots=[TimeSlot(start=moment(stated["start"]), end=moment(stated["end"]))]
                ),
                max_candidates=3,
                minimum_attendee_percentage=100.0,
            )
        )
        if not found.meeting_time_suggestions:
            return found.empty_suggestions_reason.casefold()
        return [[minute(one.meeting_time_slot.start), one.confidence] for one in found.meeting_time_suggestions]

    stated = plan["schedule"]
    answer = await ana.me.calendar.get_schedule.post(
        GetSchedulePostRequestBody(
            schedules=stated["of"],
            start_time=moment(stated["start"]),
            end_time=moment(stated["end"]),
            availability_view_interval=stated["minutes"],
        )
    )
    busy = [
        [minute(item.start), minute(item.end)] for schedule in answer.value for item in schedule.schedule_items or []
    ]
    return {"times": await times(plan["times"]), "no times": await times(plan["no times"]), "busy": busy}


async def meet(ana: Any, tom: Any, plan: Json) -> Json:
    """An event from its invitation to its end."""
    stated = plan["created"]

    async def create() -> Any:
        return await ana.me.events.post(
            Event(
                subject=stated["subject"],
                start=moment(stated["start"]),
                end=moment(stated["end"]),
                transaction_id=stated["transactionId"],
                attendees=[Attendee(email_address=EmailAddress(address=email)) for email in stated["attendees"]],
                is_online_meeting=True,
                online_meeting_provider=OnlineMeetingProviderType.TeamsForBusiness,
            )
        )

    made, again = await create(), await create()
    emails = sorted(one.email_address.address for one in made.attendees)
    sights: Json = {
        "created": [made.subject, minute(made.start), emails],
        "online": bool(made.online_meeting.join_url),
        "created once": again.id == made.id,
    }
    day = CalendarViewRequestBuilder.CalendarViewRequestBuilderGetQueryParameters(
        start_date_time=plan["day"]["start"], end_date_time=plan["day"]["end"], top=50
    )
    view = await tom.me.calendar_view.get(request_configuration=RequestConfiguration(query_parameters=day))
    invitation = next(event for event in view.value if event.subject == made.subject)
    sights["invited"] = [invitation.organizer.email_address.address, invitation.response_status.response.value]
    theirs, own = tom.me.events.by_event_id(invitation.id), ana.me.events.by_event_id(made.id)
    proposed = TimeSlot(start=moment(plan["proposed"]["start"]), end=moment(plan["proposed"]["end"]))
    await theirs.tentatively_accept.post(
        TentativelyAcceptPostRequestBody(comment="Later?", send_response=True, proposed_new_time=proposed)
    )
    answer = (await own.get()).attendees[0]
    sights["answered"] = [answer.status.response.value, minute(answer.proposed_new_time.start)]
    moved = await own.patch(Event(start=moment(plan["moved"]["start"]), end=moment(plan["moved"]["end"])))
    sights["moved"] = [minute(moved.start), minute((await theirs.get()).start)]
    sights["changed"] = moved.change_key != made.change_key
    await theirs.accept.post(AcceptPostRequestBody(send_response=True))
    sights["accepted"] = (await own.get()).attendees[0].status.response.value
    await own.cancel.post(CancelPostRequestBody(comment="Another time"))
    sights["cancelled"] = (await theirs.get()).is_cancelled
    return sights


async def repeat(ana: Any, plan: Json) -> Json:
    """A series, an occurrence less, and its end."""
    stated = plan["series"]
    series = await ana.me.events.post(
        Event(
            subject=stated["subject"],
            start=moment(stated["start"]),
            end=moment(stated["end"]),
            recurrence=PatternedRecurrence(
                pattern=RecurrencePattern(
                    type=RecurrencePatternType.Weekly,
                    interval=1,
                    days_of_week=[DayOfWeek(day) for day in stated["days"]],
                    first_day_of_week=DayOfWeek.Monday,
                ),
                range=RecurrenceRange(
                    type=RecurrenceRangeType.Numbered,
                    start_date=date.fromisoformat(stated["first"]),
                    number_of_occurrences=stated["count"],
                ),
            ),
        )
    )
    query = InstancesRequestBuilder.InstancesRequestBuilderGetQueryParameters(
        start_date_time=stated["from"], end_date_time=stated["to"]
    )
    month = RequestConfiguration(query_parameters=query)
    own = ana.me.events.by_event_id(series.id)
    found = (await own.instances.get(request_configuration=month)).value
    await ana.me.events.by_event_id(found[1].id).delete()
    left = (await own.instances.get(request_configuration=month)).value
    await own.delete()
    whole = CalendarViewRequestBuilder.CalendarViewRequestBuilderGetQueryParameters(
        start_date_time=stated["from"], end_date_time=stated["to"]
    )
    view = await ana.me.calendar_view.get(request_configuration=RequestConfiguration(query_parameters=whole))
    return {
        "series": [minute(event.start) for event in found],
        "series left": [minute(event.start) for event in left],
        "month": len(view.value),
    }


async def ask_several(ana: Any, adapter: Any, plan: Json) -> Json:
    """A batch with a failure in it, and the code of one. The SDK loses the bodies of a batch's answers."""
    content = BatchRequestContent({})
    paths = {"1": "/me", "2": f"/me/events/{plan['missing']}"}
    for key, path in paths.items():
        item = BatchRequestItem(ana.me.to_get_request_information(), id=key)
        item.url = path
        item._depends_on = None  # the SDK would write it with a name that Graph does not have
        content.add_request(key, item)
    answer = await BatchRequestBuilder(adapter).post(content)
    statuses = [answer.responses[key].status for key in paths]
    try:
        await ana.me.events.by_event_id(plan["missing"]).get()
        code = ""
    except ODataError as error:
        code = error.error.code
    return {"batch statuses": statuses, "missing": code}


async def file(ana: Any, plan: Json) -> Json:
    """A small file. What the SDK has for large ones sends its token along, which Outlook refuses."""
    stated = plan["filed"]
    body = Event(subject=stated["subject"], start=moment(stated["start"]), end=moment(stated["end"]))
    event = await ana.me.events.post(body)
    own = ana.me.events.by_event_id(event.id)
    small = FileAttachment(
        odata_type="#microsoft.graph.fileAttachment",
        name=stated["name"],
        content_type="text/plain",
        content_bytes=stated["content"].encode(),
    )
    await own.attachments.post(small)
    listed = (await own.attachments.get()).value
    has_some = (await own.get()).has_attachments
    await own.delete()
    return {
        "files": [one.name for one in listed],
        "file": listed[0].content_bytes.decode(),
        "has files": has_some,
    }


async def follow(ana: Any, plan: Json) -> Json:
    """What has changed in a day: nothing, an event that came, an event that went."""
    stated = plan["followed"]
    day = DeltaRequestBuilder.DeltaRequestBuilderGetQueryParameters(
        start_date_time=stated["from"], end_date_time=stated["to"]
    )
    changes = ana.me.calendar_view.delta
    before = await changes.get(request_configuration=RequestConfiguration(query_parameters=day))
    body = Event(subject=stated["subject"], start=moment(stated["start"]), end=moment(stated["end"]))
    event = await ana.me.events.post(body)
    later = await changes.with_url(before.odata_delta_link).get()
    await ana.me.events.by_event_id(event.id).delete()
    last = (await changes.with_url(later.odata_delta_link).get()).value
    gone = [one for one in last if "@removed" in one.additional_data]
    return {
        "followed": [len(before.value), [one.subject for one in later.value], len(last) - len(gone)],
        "gone": [one.id == event.id for one in gone],
    }


async def correspond(ana: Any, tom: Any, stated: Json) -> Json:
    """A message from one to the other, its answer, and what becomes of it."""

    async def within(person: Any, folder: str) -> list[Any]:
        messages: list[Any] = (await person.me.mail_folders.by_mail_folder_id(folder).messages.get()).value
        return messages

    message = Message(
        subject=stated["subject"],
        body=ItemBody(content_type=BodyType.Text, content=stated["text"]),
        to_recipients=[Recipient(email_address=EmailAddress(address=stated["to"]))],
    )
    await ana.me.send_mail.post(SendMailPostRequestBody(message=message, save_to_sent_items=True))
    (received,) = await within(tom, "inbox")
    by_subject = MessagesRequestBuilder.MessagesRequestBuilderGetQueryParameters(
        search=f'"subject:{stated["subject"]}"'
    )
    found = await tom.me.messages.get(request_configuration=RequestConfiguration(query_parameters=by_subject))
    own = tom.me.messages.by_message_id(received.id)
    await own.reply.post(ReplyPostRequestBody(comment=stated["answer"]))
    (answer,) = await within(ana, "inbox")
    folder = await tom.me.mail_folders.post(MailFolder(display_name=stated["folder"]))
    moved = await own.move.post(MovePostRequestBody(destination_id=folder.id))
    in_folder = [one.subject for one in await within(tom, folder.id)]
    await tom.me.messages.by_message_id(moved.id).delete()
    return {
        "mail": [received.subject, received.body_preview, received.from_.email_address.address, received.is_read],
        "mail found": [one.subject for one in found.value],
        "mail sent": [one.subject for one in await within(ana, "sentitems")],
        "mail answered": [answer.subject, answer.body_preview[: len(stated["answer"])]],
        "mail moved": [folder.display_name, in_folder],
        "mail deleted": [one.subject for one in await within(tom, "deleteditems")],
    }


async def watch(ana: Any, plan: Json) -> Json:
    """A subscription from its making to its end, and something that it tells of."""
    stated = plan["watch"]
    made = await ana.subscriptions.post(
        Subscription(
            resource=stated["resource"],
            change_type=stated["changes"],
            notification_url=plan["subscriber"],
            expiration_date_time=datetime.fromisoformat(stated["expires"]),
            client_state="secret",
        )
    )
    body = Event(subject=stated["subject"], start=moment(stated["start"]), end=moment(stated["end"]))
    event = await ana.me.events.post(body)
    await ana.me.events.by_event_id(event.id).delete()
    own = ana.subscriptions.by_subscription_id(made.id)
    longer = await own.patch(Subscription(expiration_date_time=datetime.fromisoformat(stated["renewed"])))
    listed = (await ana.subscriptions.get()).value
    await own.delete()
    return {
        "watched": [made.resource, made.change_type, f"{made.expiration_date_time:%Y-%m-%dT%H:%M}"],
        "watched longer": f"{longer.expiration_date_time:%Y-%m-%dT%H:%M}",
        "watching": [one.id == made.id for one in listed],
        "watching no more": len((await ana.subscriptions.get()).value),
    }


def moment(text: str) -> Any:
    """A time of the plan as Graph takes it."""
    return DateTimeTimeZone(date_time=text, time_zone="UTC")


def minute(moment: Any) -> str:
    """A time of Graph's as the plan writes it."""
    assert moment.time_zone == "UTC"
    found: str = moment.date_time[:16]
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(seen(json.load(sys.stdin)))))
