"""Graph itself: one request in, one answer out, without a network.

Every request is one transaction. A request of $batch is a request like any other.
"""

import json
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl

from graph.emulator.attachments import attacher
from graph.emulator.batch import AT_ONCE, Step, as_json, in_batches, steps_of
from graph.emulator.calls import Answer, Call, json_of
from graph.emulator.delivery import deliver_due
from graph.emulator.entra import Entra
from graph.emulator.errors import GraphError, Json, error_body
from graph.emulator.faults import Fault, next_fault
from graph.emulator.limits import Throttled, Turnstile
from graph.emulator.paths import segments_of
from graph.emulator.routes import HOLDERS, Routes
from graph.emulator.scopes import CALENDAR, MAIL, needed
from graph.emulator.subscriptions import Unconfirmed
from graph.emulator.tenant import Tenant
from graph.emulator.uploads import Arrival, piece_or_end

SERVICE = "/v1.0"
_BATCH = "/$batch"
_SUBSCRIPTIONS = "subscriptions"
OUTLOOK = CALENDAR | MAIL | {"contacts", "mailboxsettings", "outlook", "people"}
"""What of a user is served by their mailbox, and throttled with it."""
ChangeListener = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """A request. `path` is below the service root and still percent-encoded, `root` the service root itself.

    Names of headers are in lower case.
    """

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    content_type: str
    content: bytes
    root: str
    confirmations: Mapping[str, str] = field(default_factory=dict)
    """What keeps an address from being notified, by address; empty where it has agreed."""


@dataclass(frozen=True)
class Sent:
    """An answer, ready to be sent."""

    status: int
    body: Json | str | bytes | None
    headers: Mapping[str, str]


class Service:
    """Answers requests on a tenant, and tells listeners which mailboxes they have changed."""

    def __init__(
        self,
        tenant: Tenant,
        entra: Entra,
        listeners: list[ChangeListener],
        turnstile: Turnstile,
        faults: list[Fault],
    ) -> None:
        self._tenant = tenant
        self._entra = entra
        self._listeners = listeners
        self._turnstile = turnstile
        self._faults = faults
        self._routes = Routes()
        self._attach = attacher(HOLDERS)

    def places(self, asked: Asked) -> Counter[str]:
        """How many requests at once a request is to each mailbox: a batch has several."""
        if not _is_batch(asked):
            mailbox = self._mailbox(asked)
            return Counter([mailbox] if mailbox else [])
        counted = Counter(self._mailbox(inner) for inner in self._requests(asked))
        return Counter({mailbox: min(count, AT_ONCE) for mailbox, count in counted.items() if mailbox})

    def unconfirmed(self, asked: Asked) -> list[str]:
        """The addresses that a request would have notified, and that have still to be asked. It changes nothing."""
        found: list[str] = []
        for one in self._requests(asked):
            if one.method == "POST" and segments_of(one.path) == [_SUBSCRIPTIONS]:
                try:
                    with self._tenant.store.transaction():
                        self._handle(one)
                except Unconfirmed as lacking:
                    found += lacking.addresses
                except GraphError:  # which it is answered with later
                    continue
        self._tenant.changed.clear()
        return found

    def _requests(self, asked: Asked) -> list[Asked]:
        """The request, or those of a batch."""
        if not _is_batch(asked):
            return [asked]
        try:
            return [self._inner(asked, step) for step in steps_of(json_of(asked.content, asked.content_type))]
        except GraphError:
            return []

    def throttled(self, asked: Asked) -> Sent | None:
        """The refusal of a request that its mailbox has no place for; the steps of a batch are refused one by one."""
        if _is_batch(asked):
            return None
        refused = self._turnstile.refusal(self._mailbox(asked), self._tenant.now)
        return None if refused is None else _told(refused)

    def _mailbox(self, asked: Asked) -> str | None:
        """The id of the mailbox that a request is served by; None: it is served elsewhere."""
        match segments_of(asked.path):
            case ["users", key, head, *_] if head.casefold() in OUTLOOK:
                pass
            case _:
                return None
        try:
            caller = self._entra.prove(asked.headers.get("authorization"))
        except GraphError:
            return None
        found = self._tenant.store.mailbox((caller.user_id or "") if key.casefold() == "me" else key)
        return found.id if found else None

    def answer(self, asked: Asked) -> Sent:
        """The answer, refusals included."""
        return self._answered(asked, self._graph)

    def upload(self, asked: Asked) -> Sent:
        """The same for a piece of a file, whose `path` is below Outlook's root."""
        return self._answered(asked, self._uploaded)

    def _answered(self, asked: Asked, handle: Callable[[Asked], tuple[Answer, list[str]]]) -> Sent:
        request_id = str(uuid.uuid4())
        client_request_id = asked.headers.get("client-request-id", request_id)
        headers = {"request-id": request_id, "client-request-id": client_request_id, "OData-Version": "4.0"}
        try:
            answer, applied = handle(asked)
        except GraphError as refusal:
            self._tenant.changed.clear()
            body = error_body(refusal.code, refusal.message, self._tenant.now, request_id, client_request_id)
            return Sent(refusal.status, body, headers | refusal.headers)
        self._tell_listeners()
        headers |= answer.headers
        if applied:
            headers["Preference-Applied"] = ", ".join(applied)
        if isinstance(answer.body, dict) and "@odata.etag" in answer.body:
            headers["ETag"] = answer.body["@odata.etag"]
        return Sent(answer.status, answer.body, headers)

    def _graph(self, asked: Asked) -> tuple[Answer, list[str]]:
        if _is_batch(asked):  # each of its requests is a transaction
            return Answer(200, self._batch(asked)), []
        with self._tenant.store.transaction():
            return self._handle(asked)

    def _uploaded(self, asked: Asked) -> tuple[Answer, list[str]]:
        query = dict(parse_qsl(asked.query))
        arrival = Arrival(asked.method, asked.path, query, asked.headers, asked.content, asked.root)
        with self._tenant.store.transaction():
            return piece_or_end(self._tenant, arrival, self._attach), []

    def _handle(self, asked: Asked) -> tuple[Answer, list[str]]:
        caller = self._entra.prove(asked.headers.get("authorization"))
        handler, parameters = self._routes.find(asked.method, asked.path)
        deliver_due(self._tenant)
        call = Call(
            tenant=self._tenant,
            caller=caller,
            path=asked.path,
            root=asked.root,
            parameters=parameters,
            query={name.lower(): value for name, value in parse_qsl(asked.query, keep_blank_values=True)},
            headers=asked.headers,
            content=asked.content,
            content_type=asked.content_type,
            confirmations=asked.confirmations,
        )
        self._check_permission(call, asked.method)
        return handler(call), call.applied

    def _check_permission(self, call: Call, method: str) -> None:
        segments = segments_of(call.path)
        key = segments[1] if segments[0] == "users" and len(segments) > 1 else "me"
        found = None if key.casefold() == "me" else self._tenant.store.mailbox(key)
        caller = call.caller
        is_application = caller.user_id is None
        is_own = is_application or found is None or found.id == caller.user_id
        needed(method, segments, is_own=is_own, is_application=is_application).check(caller.permissions)

    @staticmethod
    def _inner(asked: Asked, step: Step) -> Asked:
        path, _, query = step.url.partition("?")
        headers = {**step.headers, "authorization": asked.headers.get("authorization", "")}
        return replace(
            asked,
            method=step.method,
            path=path,
            query=query,
            headers=headers,
            content=b"" if step.body is None else json.dumps(step.body).encode(),
            content_type=headers.get("content-type", ""),
        )

    def _batch(self, asked: Asked) -> Json:
        self._entra.prove(asked.headers.get("authorization"))

        def run(step: Step) -> Json:
            inner = self._inner(asked, step)
            fault = next_fault(self._faults, inner.method, inner.path, within_batch=True)
            if fault is not None and fault.status is not None:
                sent = Sent(fault.status, fault.body, fault.headers)
            else:
                sent = self.throttled(inner) or self.answer(inner)
            answer: Json = {"id": step.id, "status": sent.status, "headers": dict(sent.headers)}
            if sent.body is None:
                return answer
            answer["headers"].setdefault("Content-Type", "application/json")
            return answer | {"body": as_json(sent.body)}

        return {"responses": in_batches(steps_of(json_of(asked.content, asked.content_type)), run)}

    def _tell_listeners(self) -> None:
        changed, self._tenant.changed = sorted(self._tenant.changed), set()
        for address in changed:
            for listener in list(self._listeners):
                listener(address)


def _is_batch(asked: Asked) -> bool:
    return asked.path.casefold() == _BATCH and asked.method == "POST"


def _told(refused: Throttled) -> Sent:
    return Sent(429, refused.body, refused.headers)
