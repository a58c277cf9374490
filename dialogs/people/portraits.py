"""The photos of people who are to be told apart, small enough to travel in a card."""

import asyncio
import base64
from collections.abc import Iterable, Mapping

from dialogs.asker import Asker
from graph import people
from graph.errors import GraphError
from graph.model import Person

SIZE = 48
"""Pixels: the smallest that Graph keeps. Source: Graph resource profilePhoto."""
LARGEST = 6_000
"""Bytes of one photo; a card with many choices stays under Teams' limit."""
MOST = 8
PATIENCE_S = 1.0
"""A question is not kept waiting for pictures."""

Portraits = Mapping[str, str]
"""Photos as data addresses, by the id of the person."""

NONE: Portraits = {}


async def of(persons: Iterable[Person], asker: Asker) -> Portraits:
    """The photos that there are and that come in time; none of them matters enough to fail for."""
    known = [person for person in persons if person.id][:MOST]
    taken = {person.id: asyncio.create_task(people.photo(asker.own, person.id, SIZE)) for person in known}
    if not taken:
        return NONE
    _, late = await asyncio.wait(taken.values(), timeout=PATIENCE_S)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    return {ident: uri for ident, task in taken.items() if task not in late and (uri := _address(task))}


def _address(task: asyncio.Task[bytes | None]) -> str:
    try:
        content = task.result()
    except GraphError:
        return ""
    if not content or len(content) > LARGEST:
        return ""
    kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"
