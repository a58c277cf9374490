"""The shapes of the documents that the emulator takes, in Graph's names.

Source: Microsoft Graph v1.0 metadata. Read-only properties are listed too: clients post back what they got.
"""

from graph.emulator.shapes import Kind, Properties, Shape

_TEXT, _FLAG, _WHOLE, _NUMBER = Kind.TEXT, Kind.FLAG, Kind.WHOLE, Kind.NUMBER

RESPONSES = ("none", "organizer", "tentativelyAccepted", "accepted", "declined", "notResponded")
STATUSES = ("unknown", "free", "tentative", "busy", "oof", "workingElsewhere")
DAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
ROLES = (
    "none",
    "freeBusyRead",
    "limitedRead",
    "read",
    "write",
    "delegateWithoutPrivateEventAccess",
    "delegateWithPrivateEventAccess",
    "custom",
)

MOMENT = Properties({"dateTime": _TEXT, "timeZone": _TEXT}, "dateTimeTimeZone")
TIME_SLOT = Properties({"start": MOMENT, "end": MOMENT}, "timeSlot")
EMAIL_ADDRESS = Properties({"name": _TEXT, "address": _TEXT}, "emailAddress")
RECIPIENT = Properties({"emailAddress": EMAIL_ADDRESS}, "recipient")
BODY = Properties({"contentType": ("text", "html"), "content": _TEXT}, "itemBody")
ADDRESS = Properties(
    dict.fromkeys(("street", "city", "state", "countryOrRegion", "postalCode"), _TEXT), "physicalAddress"
)
COORDINATES = Properties(
    dict.fromkeys(("accuracy", "altitude", "altitudeAccuracy", "latitude", "longitude"), _NUMBER),
    "outlookGeoCoordinates",
)
_LOCATION: dict[str, Shape] = {
    "displayName": _TEXT,
    "locationEmailAddress": _TEXT,
    "locationUri": _TEXT,
    "locationType": (
        "default",
        "conferenceRoom",
        "homeAddress",
        "businessAddress",
        "geoCoordinates",
        "streetAddress",
        "hotel",
        "restaurant",
        "localBusiness",
        "postalAddress",
    ),
    "uniqueId": _TEXT,
    "uniqueIdType": ("unknown", "locationStore", "directory", "private", "bing"),
    "address": ADDRESS,
    "coordinates": COORDINATES,
}
LOCATION = Properties(_LOCATION, "location")
ATTENDEE_TYPES = ("required", "optional", "resource")
RESPONSE_STATUS = Properties({"response": RESPONSES, "time": _TEXT}, "responseStatus")
ATTENDEE = Properties(
    {
        "type": ATTENDEE_TYPES,
        "status": RESPONSE_STATUS,
        "emailAddress": EMAIL_ADDRESS,
        "proposedNewTime": TIME_SLOT,
    },
    "attendee",
)
RECURRENCE = Properties(
    {
        "pattern": Properties(
            {
                "type": (
                    "daily",
                    "weekly",
                    "absoluteMonthly",
                    "relativeMonthly",
                    "absoluteYearly",
                    "relativeYearly",
                ),
                "interval": _WHOLE,
                "month": _WHOLE,
                "dayOfMonth": _WHOLE,
                "daysOfWeek": [DAYS],
                "firstDayOfWeek": DAYS,
                "index": ("first", "second", "third", "fourth", "last"),
            },
            "recurrencePattern",
        ),
        "range": Properties(
            {
                "type": ("endDate", "noEnd", "numbered"),
                "startDate": _TEXT,
                "endDate": _TEXT,
                "recurrenceTimeZone": _TEXT,
                "numberOfOccurrences": _WHOLE,
            },
            "recurrenceRange",
        ),
    },
    "patternedRecurrence",
)
ONLINE_PROVIDERS = ("unknown", "skypeForBusiness", "skypeForConsumer", "teamsForBusiness")
EVENT = Properties(
    {
        "id": _TEXT,
        "createdDateTime": _TEXT,
        "lastModifiedDateTime": _TEXT,
        "changeKey": _TEXT,
        "categories": [_TEXT],
        "transactionId": _TEXT,
        "originalStartTimeZone": _TEXT,
        "originalEndTimeZone": _TEXT,
        "originalStart": _TEXT,
        "iCalUId": _TEXT,
        "uid": _TEXT,
        "reminderMinutesBeforeStart": _WHOLE,
        "isReminderOn": _FLAG,
        "hasAttachments": _FLAG,
        "subject": _TEXT,
        "bodyPreview": _TEXT,
        "importance": ("low", "normal", "high"),
        "sensitivity": ("normal", "personal", "private", "confidential"),
        "isAllDay": _FLAG,
        "isCancelled": _FLAG,
        "isOrganizer": _FLAG,
        "isDraft": _FLAG,
        "responseRequested": _FLAG,
        "seriesMasterId": _TEXT,
        "showAs": STATUSES,
        "type": ("singleInstance", "occurrence", "exception", "seriesMaster"),
        "webLink": _TEXT,
        "onlineMeetingUrl": _TEXT,
        "isOnlineMeeting": _FLAG,
        "onlineMeetingProvider": ONLINE_PROVIDERS,
        "onlineMeeting": Kind.ANYTHING,
        "allowNewTimeProposals": _FLAG,
        "hideAttendees": _FLAG,
        "occurrenceId": _TEXT,
        "recurrence": RECURRENCE,
        "responseStatus": RESPONSE_STATUS,
        "body": BODY,
        "start": MOMENT,
        "end": MOMENT,
        "location": LOCATION,
        "locations": [LOCATION],
        "attendees": [ATTENDEE],
        "organizer": RECIPIENT,
        "calendar": Kind.ANYTHING,
        "attachments": Kind.ANYTHING,
        "extensions": Kind.ANYTHING,
        "singleValueExtendedProperties": Kind.ANYTHING,
        "multiValueExtendedProperties": Kind.ANYTHING,
    },
    "event",
)
READ_ONLY_OF_EVENT = frozenset(
    {
        "id",
        "createdDateTime",
        "lastModifiedDateTime",
        "changeKey",
        "originalStartTimeZone",
        "originalEndTimeZone",
        "originalStart",
        "iCalUId",
        "uid",
        "hasAttachments",
        "bodyPreview",
        "isCancelled",
        "isOrganizer",
        "isDraft",
        "seriesMasterId",
        "type",
        "webLink",
        "onlineMeetingUrl",
        "onlineMeeting",
        "occurrenceId",
        "responseStatus",
        "organizer",
        "calendar",
        "attachments",
        "extensions",
        "singleValueExtendedProperties",
        "multiValueExtendedProperties",
    }
)

EVENT_AS_WRITTEN = Properties(
    {name: Kind.ANYTHING if name in READ_ONLY_OF_EVENT else shape for name, shape in EVENT.shapes.items()}, "event"
)
"""An event in a request: clients send read-only properties back, right or wrong, and they are not looked at."""

WORKING_HOURS = Properties(
    {
        "daysOfWeek": [DAYS],
        "startTime": _TEXT,
        "endTime": _TEXT,
        "timeZone": Properties(
            {
                "name": _TEXT,
                "bias": Kind.ANYTHING,
                "standardOffset": Kind.ANYTHING,
                "daylightOffset": Kind.ANYTHING,
            },
            "customTimeZone",
        ),
    },
    "workingHours",
)
MAILBOX_SETTINGS = Properties(
    {
        "archiveFolder": _TEXT,
        "automaticRepliesSetting": Properties(
            {
                "status": ("disabled", "alwaysEnabled", "scheduled"),
                "externalAudience": ("none", "contactsOnly", "all"),
                "scheduledStartDateTime": MOMENT,
                "scheduledEndDateTime": MOMENT,
                "internalReplyMessage": _TEXT,
                "externalReplyMessage": _TEXT,
            },
            "automaticRepliesSetting",
        ),
        "dateFormat": _TEXT,
        "timeFormat": _TEXT,
        "timeZone": _TEXT,
        "language": Properties({"locale": _TEXT, "displayName": _TEXT}, "localeInfo"),
        "delegateMeetingMessageDeliveryOptions": (
            "sendToDelegateAndInformationToPrincipal",
            "sendToDelegateAndPrincipal",
            "sendToDelegateOnly",
        ),
        "userPurpose": ("user", "linked", "shared", "room", "equipment", "others"),
        "workingHours": WORKING_HOURS,
    },
    "mailboxSettings",
)

MESSAGE = Properties(
    {
        **dict.fromkeys(
            (
                "id",
                "bodyPreview",
                "changeKey",
                "conversationId",
                "conversationIndex",
                "createdDateTime",
                "internetMessageId",
                "lastModifiedDateTime",
                "parentFolderId",
                "receivedDateTime",
                "sentDateTime",
                "subject",
                "webLink",
            ),
            _TEXT,
        ),
        **dict.fromkeys(
            (
                "attachments",
                "extensions",
                "internetMessageHeaders",
                "multiValueExtendedProperties",
                "singleValueExtendedProperties",
                "uniqueBody",
            ),
            Kind.ANYTHING,
        ),
        "body": BODY,
        "categories": [_TEXT],
        "from": RECIPIENT,
        "sender": RECIPIENT,
        "toRecipients": [RECIPIENT],
        "ccRecipients": [RECIPIENT],
        "bccRecipients": [RECIPIENT],
        "replyTo": [RECIPIENT],
        "flag": Properties(
            {
                "flagStatus": ("notFlagged", "complete", "flagged"),
                "startDateTime": MOMENT,
                "dueDateTime": MOMENT,
                "completedDateTime": MOMENT,
            },
            "followupFlag",
        ),
        "importance": ("low", "normal", "high"),
        "inferenceClassification": ("focused", "other"),
        "isDeliveryReceiptRequested": _FLAG,
        "isDraft": _FLAG,
        "isRead": _FLAG,
        "isReadReceiptRequested": _FLAG,
        "hasAttachments": _FLAG,
    },
    "message",
)
MAIL_FOLDER = Properties(
    {
        "id": _TEXT,
        "displayName": _TEXT,
        "parentFolderId": _TEXT,
        "isHidden": _FLAG,
        **dict.fromkeys(("childFolderCount", "totalItemCount", "unreadItemCount"), _WHOLE),
        **dict.fromkeys(
            (
                "childFolders",
                "messageRules",
                "messages",
                "multiValueExtendedProperties",
                "singleValueExtendedProperties",
            ),
            Kind.ANYTHING,
        ),
    },
    "mailFolder",
)
DESTINATION = Properties({"destinationId": _TEXT}, "move")
MAIL_TO_SEND = Properties({"message": MESSAGE, "saveToSentItems": _FLAG}, "sendMail")
MAIL_TO_PASS_ON = Properties({"comment": _TEXT, "message": MESSAGE, "toRecipients": [RECIPIENT]}, "forward")
"""Of a reply and of a message that is forwarded."""

ANSWER = Properties({"comment": _TEXT, "sendResponse": _FLAG, "proposedNewTime": TIME_SLOT}, "answer")
CANCELLATION = Properties({"comment": _TEXT}, "cancellation")
FORWARD = Properties({"comment": _TEXT, "toRecipients": [RECIPIENT]}, "forward")
SNOOZE = Properties({"newReminderTime": MOMENT}, "snoozeReminder")
SCHEDULE_REQUEST = Properties(
    {"schedules": [_TEXT], "startTime": MOMENT, "endTime": MOMENT, "availabilityViewInterval": _WHOLE},
    "getSchedule",
)
FIND_MEETING_TIMES = Properties(
    {
        "attendees": [Properties({"type": ATTENDEE_TYPES, "emailAddress": EMAIL_ADDRESS}, "attendeeBase")],
        "isOrganizerOptional": _FLAG,
        "locationConstraint": Properties(
            {
                "isRequired": _FLAG,
                "suggestLocation": _FLAG,
                "locations": [Properties({**_LOCATION, "resolveAvailability": _FLAG}, "locationConstraintItem")],
            },
            "locationConstraint",
        ),
        "maxCandidates": _WHOLE,
        "meetingDuration": _TEXT,
        "minimumAttendeePercentage": _NUMBER,
        "returnSuggestionReasons": _FLAG,
        "timeConstraint": Properties(
            {
                "activityDomain": ("unknown", "work", "personal", "unrestricted"),
                "timeSlots": [TIME_SLOT],
            },
            "timeConstraint",
        ),
    },
    "findMeetingTimes",
)
