"""Graph itself: one request in, one answer out, without a network.

Every request is one transaction. A request of $batch is a request like any other.
"""

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from graph.emulator.batch import Step, as_json, in_batches, steps_of
from graph.emulator.calls import Answer, Call, json_of
from graph.emulator.delivery import deliver_due
from graph.emulator.entra import Entra
from graph.emulator.errors import GraphError, Json, error_body
from graph.emulator.routes import Routes
from graph.emulator.tenant import Tenant

SERVICE = "/v1.0"
_BATCH = "/$batch"
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


@dataclass(frozen=True)
class Sent:
    """An answer, ready to be sent."""

    status: int
    body: Json | str | bytes | None
    headers: Mapping[str, str]


class Service:
    """Answers requests on a tenant, and tells listeners which mailboxes they have changed."""

    def __init__(self, tenant: Tenant, entra: Entra, listeners: list[ChangeListener]) -> None:
        self._tenant = tenant
        self._entra = entra
        self._listeners = listeners
        self._routes = Routes()

    def answer(self, asked: Asked) -> Sent:
        """The answer, refusals included."""
        request_id = str(uuid.uuid4())
        client_request_id = asked.headers.get("client-request-id", request_id)
        headers = {"request-id": request_id, "client-request-id": client_request_id, "OData-Version": "4.0"}
        try:
            if asked.path.casefold() == _BATCH and asked.method == "POST":
                return Sent(200, self._batch(asked), headers)
            with self._tenant.store.transaction():
                answer, applied = self._handle(asked)
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
        )
        return handler(call), call.applied

    def _batch(self, asked: Asked) -> Json:
        self._entra.prove(asked.headers.get("authorization"))

        def run(step: Step) -> Json:
            path, _, query = step.url.partition("?")
            headers = {**step.headers, "authorization": asked.headers["authorization"]}
            content = b"" if step.body is None else json.dumps(step.body).encode()
            inner = replace(asked, method=step.method, path=path, query=query, headers=headers, content=content)
            sent = self.answer(replace(inner, content_type=headers.get("content-type", "")))
            answer: Json = {"id": step.id, "status": sent.status, "headers": dict(sent.headers)}
            return answer if sent.body is None else answer | {"body": as_json(sent.body)}

        return {"responses": in_batches(steps_of(json_of(asked.content, asked.content_type)), run)}

    def _tell_listeners(self) -> None:
        changed, self._tenant.changed = sorted(self._tenant.changed), set()
        for address in changed:
            for listener in list(self._listeners):
                listener(address)
