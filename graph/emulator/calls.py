"""One request as a handler sees it, and what a handler gives back. No HTTP library in sight."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.emulator.errors import (
    Json,
    access_denied,
    bad_request,
    item_not_found,
    mailbox_not_found,
    resource_not_found,
    unreadable_body,
    unsupported_zone,
)
from graph.emulator.ids import calendar_id
from graph.emulator.shapes import Malformed, Shape, conform
from graph.emulator.store import Mailbox
from graph.emulator.tenant import Tenant
from graph.timezones import zone

_PREFERENCE = re.compile(r'([\w.-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,;]+)))?')


@dataclass(frozen=True)
class Caller:
    """Whose token it is. `user_id` is None for an application's own token."""

    user_id: str | None
    permissions: frozenset[str]


@dataclass(frozen=True)
class Answer:
    """What goes back: JSON, text, bytes (whose type a Content-Type header names), or with None no body."""

    status: int = 200
    body: Json | str | bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Call:
    """A request whose token is proven. `parameters` come from the path; names in `query` and
    `headers` are in lower case."""

    tenant: Tenant
    caller: Caller
    path: str
    root: str
    """The service root as the client wrote it, "http://127.0.0.1:4010/v1.0"."""
    parameters: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    content: bytes = b""
    content_type: str = ""
    confirmations: Mapping[str, str] = field(default_factory=dict)
    """What keeps an address from being notified, by address; empty where it has agreed."""
    applied: list[str] = field(default_factory=list)
    """The preferences that were followed, for Preference-Applied."""

    def body(self, shape: Shape) -> Json:
        """The JSON body in canonical names; empty where there is none. Raises GraphError 400."""
        try:
            found: Json | None = conform(json_of(self.content, self.content_type), shape)
        except Malformed as problem:
            raise unreadable_body(str(problem)) from None
        return found or {}

    def preference(self, name: str) -> str | None:
        """The value of a preference of the Prefer header; empty where it has none."""
        for match in _PREFERENCE.finditer(self.headers.get("prefer", "")):
            if match[1].casefold() == name.casefold():
                return match[2] if match[2] is not None else match[3] or ""
        return None

    @property
    def zone_name(self) -> str:
        """The zone that times are answered in, as the client named it. Raises GraphError 400."""
        name = self.preference("outlook.timezone")
        if not name:
            return "UTC"
        if zone(name) is None:
            raise unsupported_zone(name)
        self.follow(f'outlook.timezone="{name}"')
        return name

    @property
    def wants_text(self) -> bool:
        """Whether bodies are answered as plain text; otherwise as HTML."""
        asked = self.preference("outlook.body-content-type")
        if asked is None or asked.casefold() not in {"text", "html"}:
            return False
        self.follow(f'outlook.body-content-type="{asked}"')
        return asked.casefold() == "text"

    @property
    def page_size(self) -> int | None:
        """odata.maxpagesize, where it is asked for."""
        asked = self.preference("odata.maxpagesize")
        if not asked or not asked.isdecimal() or not int(asked):
            return None
        self.follow(f"odata.maxpagesize={asked}")
        return int(asked)

    def follow(self, preference: str) -> None:
        """Say in the answer that a preference was followed."""
        if preference not in self.applied:
            self.applied.append(preference)

    @property
    def user_key(self) -> str:
        """Whom the path speaks of. "me" is the token's user, and nobody for an application."""
        key = self.parameters["user"]
        if key.casefold() != "me":
            return key
        if self.caller.user_id is None:
            raise bad_request("/me request is only valid with delegated authentication flow.")
        return self.caller.user_id

    def user(self) -> Json:
        """The user the path speaks of. Raises GraphError 404."""
        found = self.tenant.store.user(self.user_key)
        if found is None:
            raise resource_not_found(self.user_key)
        return found

    def mailbox(self) -> Mailbox:
        """The mailbox the path speaks of, whoever may read it. Raises GraphError 404, also for a calendar it lacks."""
        found = self.tenant.store.mailbox(self.user_key)
        if found is None:
            raise mailbox_not_found()
        self.calendar_in(found)
        return found

    def calendar_in(self, mailbox: Mailbox) -> str:
        """The id of the calendar that the path names; empty for the mailbox's own. Raises GraphError 404."""
        stated = self.parameters.get("calendar")
        if stated is None or stated == calendar_id(mailbox.id):
            return ""
        if self.tenant.store.shelf.get("calendar", mailbox.id, stated) is None:
            raise item_not_found()
        return stated

    def own_mailbox(self) -> Mailbox:
        """The same, for what only its owner or an application may do. Raises GraphError 403, 404."""
        found = self.mailbox()
        if self.caller.user_id not in (None, found.id):
            raise access_denied()
        return found

    def context(self, fragment: str) -> Json:
        """The @odata.context of an answer."""
        return {"@odata.context": f"{self.root}/$metadata#{fragment}"}


def json_of(content: bytes, content_type: str) -> object:
    """The JSON of a request's body; None where it has none. Raises GraphError 400."""
    text = content.decode("utf-8", "replace")
    if not text.strip():
        return None
    if "json" not in content_type:
        raise unreadable_body(
            f"A supported MIME type could not be found that matches the content type '{content_type}'."
        )
    try:
        found: object = json.loads(text)
        json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except ValueError:
        raise bad_request("Unable to read JSON request payload.") from None
    return found
