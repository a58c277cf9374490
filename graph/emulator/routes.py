"""Which handler answers which path. Paths are matched without regard to case; `{name}` takes one segment.

What is under /me is also under /users/{id or user principal name}.
"""

from collections.abc import Callable

from graph.emulator import (
    accounts,
    availability,
    calendar_groups,
    calendars,
    categories,
    contacts,
    directory,
    event_deltas,
    event_extensions,
    events,
    forwarding,
    groups,
    mail_folders,
    mailbox,
    meeting_times,
    messages,
    outlook,
    people,
    photos,
    places,
    presence,
    reminders,
    sending,
    sharing,
    subscriptions,
)
from graph.emulator.attachments import Attachments, Holder
from graph.emulator.calls import Answer, Call
from graph.emulator.counts import counted
from graph.emulator.errors import GraphError, segment_not_found
from graph.emulator.event_files import EventFiles
from graph.emulator.message_files import MessageFiles
from graph.emulator.paths import segments_of

Handler = Callable[[Call], Answer]

_EVENT_FILES = EventFiles()
_MESSAGE_FILES = MessageFiles()
HOLDERS: tuple[Holder, ...] = (_EVENT_FILES, _MESSAGE_FILES)
"""What may have attachments."""

_OF_A_USER: list[tuple[str, str, Handler]] = [
    ("GET", "", directory.get_user),
    ("PATCH", "", accounts.update_user),
    ("DELETE", "", accounts.delete_user),
    ("GET", "manager", directory.get_manager),
    ("GET", "directReports", directory.list_direct_reports),
    ("GET", "memberOf", groups.member_of),
    ("GET", "transitiveMemberOf", groups.transitive_member_of),
    ("GET", "people", people.list_people),
    ("GET", "presence", presence.get_presence),
    ("GET", "photo", photos.get_photo),
    ("DELETE", "photo", photos.delete_photo),
    ("GET", "photo/$value", photos.get_photo_content),
    ("PUT", "photo/$value", photos.set_photo),
    ("GET", "photos", photos.list_photos),
    ("GET", "photos/{size}", photos.get_photo),
    ("GET", "photos/{size}/$value", photos.get_photo_content),
    ("GET", "contacts", contacts.list_contacts),
    ("POST", "contacts", contacts.create_contact),
    ("GET", "contacts/{contact}", contacts.get_contact),
    ("PATCH", "contacts/{contact}", contacts.update_contact),
    ("DELETE", "contacts/{contact}", contacts.delete_contact),
    ("GET", "mailboxSettings", mailbox.get_settings),
    ("PATCH", "mailboxSettings", mailbox.update_settings),
    *(("GET", f"mailboxSettings/{name}", mailbox.get_setting) for name in mailbox.SETTINGS),
    ("GET", "outlook/supportedTimeZones", outlook.supported_time_zones),
    ("GET", "outlook/supportedTimeZones/{standard}", outlook.supported_time_zones),
    ("GET", "outlook/supportedLanguages", outlook.supported_languages),
    ("GET", "outlook/masterCategories", categories.list_categories),
    ("POST", "outlook/masterCategories", categories.create_category),
    ("GET", "outlook/masterCategories/{category}", categories.get_category),
    ("PATCH", "outlook/masterCategories/{category}", categories.update_category),
    ("DELETE", "outlook/masterCategories/{category}", categories.delete_category),
    ("GET", "calendar", calendars.get_calendar),
    ("PATCH", "calendar", calendars.update_calendar),
    ("GET", "calendars", calendars.list_calendars),
    ("POST", "calendars", calendars.create_calendar),
    ("GET", "calendars/{calendar}", calendars.get_calendar),
    ("PATCH", "calendars/{calendar}", calendars.update_calendar),
    ("DELETE", "calendars/{calendar}", calendars.delete_calendar),
    ("GET", "calendars/$count", counted(calendars.list_calendars)),
    ("GET", "calendarGroups", calendar_groups.list_groups),
    ("POST", "calendarGroups", calendar_groups.create_group),
    ("GET", "calendarGroups/{group}", calendar_groups.get_group),
    ("PATCH", "calendarGroups/{group}", calendar_groups.update_group),
    ("DELETE", "calendarGroups/{group}", calendar_groups.delete_group),
    ("GET", "calendarGroups/{group}/calendars", calendar_groups.list_calendars),
    ("POST", "calendarGroups/{group}/calendars", calendar_groups.create_calendar),
    ("GET", "calendarGroups/{group}/calendars/{calendar}", calendars.get_calendar),
    ("PATCH", "calendarGroups/{group}/calendars/{calendar}", calendars.update_calendar),
    ("DELETE", "calendarGroups/{group}/calendars/{calendar}", calendars.delete_calendar),
    ("GET", "events/{event}/calendar", calendars.get_calendar_of_event),
    ("POST", "findMeetingTimes", meeting_times.find_meeting_times),
    ("GET", "mailFolders", mail_folders.list_folders),
    ("POST", "mailFolders", mail_folders.create_folder),
    ("GET", "mailFolders/{folder}", mail_folders.get_folder),
    ("PATCH", "mailFolders/{folder}", mail_folders.update_folder),
    ("DELETE", "mailFolders/{folder}", mail_folders.delete_folder),
    ("GET", "mailFolders/{folder}/childFolders", mail_folders.list_folders),
    ("POST", "mailFolders/{folder}/childFolders", mail_folders.create_folder),
    ("GET", "messages/$count", counted(messages.list_messages)),
    ("GET", "messages/{message}/$value", messages.get_content),
    ("POST", "sendMail", sending.send_mail),
    ("POST", "messages/{message}/send", sending.send_draft),
    ("POST", "messages/{message}/reply", sending.reply),
    ("POST", "messages/{message}/replyAll", sending.reply_all),
    ("POST", "messages/{message}/forward", sending.forward_message),
    ("POST", "messages/{message}/createReply", sending.create_reply),
    ("POST", "messages/{message}/createReplyAll", sending.create_reply_all),
    ("POST", "messages/{message}/createForward", sending.create_forward),
    *Attachments(_MESSAGE_FILES).routes("messages/{message}"),
    ("POST", "messages/{message}/move", messages.move_message),
    ("POST", "messages/{message}/copy", messages.copy_message),
]
_OF_A_MAIL_FOLDER: list[tuple[str, str, Handler]] = [
    ("GET", "messages", messages.list_messages),
    ("POST", "messages", messages.create_draft),
    ("GET", "messages/{message}", messages.get_message),
    ("PATCH", "messages/{message}", messages.update_message),
    ("DELETE", "messages/{message}", messages.delete_message),
]
_MAIL_FOLDERS = ("", "mailFolders/{folder}/")
_OF_A_CALENDAR: list[tuple[str, str, Handler]] = [
    ("GET", "calendarView", events.calendar_view),
    ("GET", "calendarView/delta", event_deltas.calendar_view_delta),
    ("GET", "events", events.list_events),
    ("GET", "events/delta", event_deltas.events_delta),
    ("GET", "events/$count", counted(events.list_events)),
    ("POST", "events", events.create_event),
    ("GET", "events/{event}", events.get_event),
    ("PATCH", "events/{event}", events.update_event),
    ("DELETE", "events/{event}", events.delete_event),
    ("GET", "events/{event}/instances", events.instances),
    ("POST", "events/{event}/accept", events.accept),
    ("POST", "events/{event}/tentativelyAccept", events.tentatively_accept),
    ("POST", "events/{event}/decline", events.decline),
    ("POST", "events/{event}/cancel", events.cancel_event),
    ("POST", "events/{event}/forward", forwarding.forward),
    ("POST", "events/{event}/snoozeReminder", reminders.snooze_reminder),
    ("POST", "events/{event}/dismissReminder", reminders.dismiss_reminder),
    ("GET", "events/{event}/extensions", event_extensions.list_extensions),
    ("POST", "events/{event}/extensions", event_extensions.create_extension),
    ("GET", "events/{event}/extensions/{extension}", event_extensions.get_extension),
    ("PATCH", "events/{event}/extensions/{extension}", event_extensions.update_extension),
    ("DELETE", "events/{event}/extensions/{extension}", event_extensions.delete_extension),
    *Attachments(_EVENT_FILES).routes("events/{event}"),
]
_OF_A_NAMED_ONE: list[tuple[str, str, Handler]] = [
    ("POST", "getSchedule", availability.get_schedule),
    ("GET", "calendarPermissions", sharing.list_permissions),
    ("POST", "calendarPermissions", sharing.create_permission),
    ("GET", "calendarPermissions/{permission}", sharing.get_permission),
    ("PATCH", "calendarPermissions/{permission}", sharing.update_permission),
    ("DELETE", "calendarPermissions/{permission}", sharing.delete_permission),
]
_CALENDARS = ("", "calendar/", "calendars/{calendar}/")
_ELSEWHERE: list[tuple[str, str, Handler]] = [
    ("GET", "users", directory.list_users),
    ("GET", "users/$count", directory.count_users),
    ("GET", "users/delta", accounts.users_delta),
    ("GET", "groups", groups.list_groups),
    ("GET", "groups/{group}", groups.get_group),
    ("GET", "groups/{group}/members", groups.list_members),
    ("GET", "groups/{group}/members/{kind}", groups.list_members_of_kind),
    ("GET", "groups/{group}/transitiveMembers", groups.list_transitive_members),
    ("POST", "communications/getPresencesByUserId", presence.get_presences),
    ("GET", "communications/presences/{presence}", presence.get_presence_by_id),
    ("GET", "subscriptions", subscriptions.list_subscriptions),
    ("POST", "subscriptions", subscriptions.create_subscription),
    ("GET", "subscriptions/{subscription}", subscriptions.get_subscription),
    ("PATCH", "subscriptions/{subscription}", subscriptions.renew_subscription),
    ("DELETE", "subscriptions/{subscription}", subscriptions.delete_subscription),
    ("POST", "subscriptions/{subscription}/reauthorize", subscriptions.reauthorize_subscription),
    *places.routes(),
    ("GET", "places/{place}", places.get_place),
    ("GET", "places/{place}/descendants", places.list_descendants),
    ("GET", "places/{place}/graph.roomList/rooms", places.list_rooms_of_list),
    ("GET", "places/{place}/graph.roomList/workspaces", places.list_workspaces_of_list),
]


class Routes:
    """The table, indexed by the number of segments."""

    def __init__(self) -> None:
        self._by_length: dict[int, list[tuple[str, list[str], Handler]]] = {}
        for method, path, handler in table():
            pattern = path.split("/")
            self._by_length.setdefault(len(pattern), []).append((method, pattern, handler))
        for routes in self._by_length.values():  # what a path says itself comes before what it leaves to a key
            routes.sort(key=lambda route: [segment.startswith("{") for segment in route[1]])

    def find(self, method: str, path: str) -> tuple[Handler, dict[str, str]]:
        """The handler of a path below the service root, still percent-encoded, and what its segments name.

        Raises GraphError 400 for a path that there is not, 405 for a method that it does not take.
        """
        segments = segments_of(path)
        other_methods = False
        for wanted, pattern, handler in self._by_length.get(len(segments), []):
            parameters = _match(pattern, segments)
            if parameters is None:
                continue
            if wanted == method:
                return handler, parameters
            other_methods = True
        if other_methods:
            raise GraphError(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")
        raise segment_not_found(segments[-1])


def table() -> list[tuple[str, str, Handler]]:
    """Every route: method, path below the service root, handler."""
    of_a_user = [
        *_OF_A_USER,
        *((method, prefix + path, handler) for prefix in _CALENDARS for method, path, handler in _OF_A_CALENDAR),
        *((method, prefix + path, handler) for prefix in _CALENDARS[1:] for method, path, handler in _OF_A_NAMED_ONE),
        *((method, prefix + path, handler) for prefix in _MAIL_FOLDERS for method, path, handler in _OF_A_MAIL_FOLDER),
    ]
    return _ELSEWHERE + [(method, f"users/{{user}}/{path}".rstrip("/"), handler) for method, path, handler in of_a_user]


def _match(pattern: list[str], segments: list[str]) -> dict[str, str] | None:
    parameters: dict[str, str] = {}
    for wanted, segment in zip(pattern, segments, strict=True):
        if wanted.startswith("{"):
            parameters[wanted[1:-1]] = segment
        elif wanted.casefold() != segment.casefold():
            return None
    return parameters
