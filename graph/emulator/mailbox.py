"""A mailbox itself: its settings. Source: Graph resource mailboxSettings."""

from dataclasses import replace

from graph.emulator.automatic_replies import settled_replies, unscheduled_replies
from graph.emulator.calls import Answer, Call
from graph.emulator.errors import Json, unreadable_body, unsupported_zone
from graph.emulator.moments import time_of_day_text
from graph.emulator.vocabulary import MAILBOX_SETTINGS
from graph.timezones import zone

SETTINGS = (
    "automaticRepliesSetting",
    "dateFormat",
    "delegateMeetingMessageDeliveryOptions",
    "language",
    "timeFormat",
    "timeZone",
    "userPurpose",
    "workingHours",
)
"""Each can be read by itself."""


def get_settings(call: Call) -> Answer:
    """GET mailboxSettings."""
    mailbox = call.own_mailbox()
    context = call.context(f"users('{mailbox.id}')/mailboxSettings")
    return Answer(200, context | _shown(call, mailbox.settings))


def get_setting(call: Call) -> Answer:
    """GET one of the settings, the last segment of the path; a plain value comes as `value`."""
    mailbox = call.own_mailbox()
    wanted = call.path.rpartition("/")[2].casefold()
    name = next(name for name in SETTINGS if name.casefold() == wanted)
    context = call.context(f"users('{mailbox.id}')/mailboxSettings/{name}")
    value = _shown(call, mailbox.settings)[name]
    return Answer(200, context | (value if isinstance(value, dict) else {"value": value}))


def update_settings(call: Call) -> Answer:
    """PATCH mailboxSettings: what is stated replaces what was, one level deep."""
    mailbox = call.own_mailbox()
    stated = _without_nulls(call.body(MAILBOX_SETTINGS))
    stated.pop("userPurpose", None)
    if "automaticRepliesSetting" in stated:
        current = mailbox.settings["automaticRepliesSetting"]
        stated["automaticRepliesSetting"] = settled_replies({**current, **stated["automaticRepliesSetting"]})
    if "timeZone" in stated and zone(stated["timeZone"]) is None:
        raise unsupported_zone(stated["timeZone"])
    _settle_hours(stated.get("workingHours") or {})
    settings = dict(mailbox.settings)
    for name, value in stated.items():
        settings[name] = {**settings[name], **value} if isinstance(settings.get(name), dict) else value
    changed = replace(mailbox, settings=settings, zone=settings["timeZone"])
    call.tenant.store.add_mailbox(changed)
    call.tenant.touch(changed)
    context = call.context(f"users('{mailbox.id}')/mailboxSettings")
    return Answer(200, context | _shown(call, settings))


def _shown(call: Call, settings: Json) -> Json:
    replies = unscheduled_replies(call.tenant.now) | settings["automaticRepliesSetting"]
    return {**settings, "automaticRepliesSetting": replies}


def _without_nulls(settings: Json) -> Json:
    """No setting can be taken away."""
    return {
        name: _without_nulls(value) if isinstance(value, dict) else value
        for name, value in settings.items()
        if value is not None
    }


def _settle_hours(hours: Json) -> None:
    for edge in ("startTime", "endTime"):
        if hours.get(edge) is not None:
            try:
                hours[edge] = time_of_day_text(hours[edge])
            except ValueError:
                raise unreadable_body(
                    f"Cannot convert the literal '{hours[edge]}' to the expected type 'Edm.TimeOfDay'."
                ) from None
