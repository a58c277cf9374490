"""Marks of our own on events, that people do not see: open extensions. Source: Graph resource openTypeExtension."""

from collections.abc import Mapping

from graph.client import GraphClient, nothing, segment
from graph.errors import NotFound
from graph.wire import Json

READ_WRITE = "Calendars.ReadWrite"

_TYPE = "microsoft.graph.openTypeExtension"


async def mark_event(graph: GraphClient, event_id: str, name: str, marks: Mapping[str, str]) -> None:
    """Put `marks` on an event under `name`, which reads like a reversed domain name; one of that name is replaced."""
    body = {"@odata.type": _TYPE, "extensionName": name, **marks}
    path = _path(graph, event_id)
    try:
        await graph.write(
            "PATCH",
            f"{path}/{segment(name)}",
            body,
            nothing,
            repeatable=True,
            what="mark",
            permission=READ_WRITE,
        )
    except NotFound:
        await graph.write("POST", path, body, nothing, what="event", permission=READ_WRITE)


async def marks_of_event(graph: GraphClient, event_id: str, name: str) -> dict[str, str]:
    """What was marked under `name`; empty: nothing. Raises GraphError."""
    path = f"{_path(graph, event_id)}/{segment(name)}"
    try:
        return await graph.get(path, _marks, what="mark", permission="Calendars.Read")
    except NotFound:
        return {}


async def unmark_event(graph: GraphClient, event_id: str, name: str) -> None:
    """Take the marks of `name` off an event."""
    path = f"{_path(graph, event_id)}/{segment(name)}"
    await graph.write("DELETE", path, None, nothing, what="mark", permission=READ_WRITE)


def _path(graph: GraphClient, event_id: str) -> str:
    return f"{graph.mailbox}/events/{segment(event_id)}/extensions"


def _marks(data: Json) -> dict[str, str]:
    return {
        name: value
        for name, value in data.items()
        if isinstance(value, str) and name not in ("id", "extensionName") and not name.startswith("@")
    }
