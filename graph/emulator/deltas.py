"""Delta functions: what has changed since the last time, found by comparing versions with those that were told of.

A token stands for a state on the shelf: what was asked, the versions that were told of, and what is still to be told.
A state does not change, so a page can be asked for again. Source: Graph concepts, delta-query-overview.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from graph.emulator.calls import Answer, Call
from graph.emulator.errors import GraphError, Json
from graph.emulator.moments import iso

_STATE = "deltaState"
_STATES_KEPT = 64
_SKIP, _DELTA = "$skiptoken", "$deltatoken"
_LATEST = "latest"


@dataclass(frozen=True)
class Tracked:
    """What a delta function looks at, at this moment.

    `versions` by id, in the order in which they are told of; another text is another version.
    """

    versions: Mapping[str, str]
    show: Callable[[str], Json]


@dataclass(frozen=True)
class Delta:
    """A delta function. `owner` is whose states are kept together; a token is good for `lifetime`, if that is known."""

    owner: str
    fragment: str
    page: int
    asked: Callable[[], Json]
    """What the query asks for, as it is kept with the state. Raises GraphError 400."""
    look: Callable[[Json], Tracked]
    lifetime: timedelta | None = None

    def answer(self, call: Call) -> Answer:
        """A page of changes, with the link to the next page, or to what changes after this. Raises GraphError 410."""
        state = self._begun(call)
        tracked = self.look(state["asked"])
        if _SKIP not in call.query:
            state = self._round(state, tracked, is_silent=call.query.get(_DELTA) == _LATEST)
        size = call.page_size or self.page
        due, rest = state["due"][:size], state["due"][size:]
        link = self._link(call, {**state, "due": rest, "at": call.tenant.now_text})
        shown = [tracked.show(key) if key in tracked.versions else _removed(key) for key in due]
        name = "@odata.nextLink" if rest else "@odata.deltaLink"
        return Answer(200, call.context(self.fragment) | {name: link, "value": shown})

    def _begun(self, call: Call) -> Json:
        token = call.query.get(_SKIP) or call.query.get(_DELTA)
        if not token or token == _LATEST:
            return {"path": call.path.casefold(), "asked": self.asked(), "told": {}, "due": []}
        state = call.tenant.store.shelf.get(_STATE, self.owner, token)
        is_late = state and self.lifetime and iso(state["at"]) + self.lifetime < call.tenant.now
        if state is None or is_late or state["path"] != call.path.casefold():
            raise GraphError(
                410,
                "SyncStateNotFound",
                "The sync state generation is not found.",
                {"Location": f"{call.root}{call.path}"},
            )
        return state

    @staticmethod
    def _round(state: Json, tracked: Tracked, *, is_silent: bool) -> Json:
        now, told = dict(tracked.versions), state["told"]
        due = [key for key in now if told.get(key) != now[key]] + [key for key in told if key not in now]
        return {**state, "told": now, "due": [] if is_silent else due}

    def _link(self, call: Call, state: Json) -> str:
        token = secrets.token_urlsafe(48)
        shelf = call.tenant.store.shelf
        shelf.put(_STATE, self.owner, token, state)
        shelf.keep_newest(_STATE, self.owner, _STATES_KEPT)
        return f"{call.root}{call.path}?{urlencode({_SKIP if state['due'] else _DELTA: token})}"


def _removed(key: str) -> Json:
    return {"id": key, "@removed": {"reason": "deleted"}}
