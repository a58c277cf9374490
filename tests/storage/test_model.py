"""Any sequence of operations leaves the storage as it would leave a plain dict."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.storage.database import Database
from bot.storage.documents import SqliteStorage, StaleDocument

KEYS = st.sampled_from(["a", "b", "c"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
CONTENT = st.dictionaries(st.text().filter(lambda name: name != "e_tag"), JSON, max_size=3)


class Stored(RuleBasedStateMachine):
    """Two stores on one file against one dict; reads are kept and written back later, stale or not."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / "model.db"
        self.databases = [Database(file), Database(file)]
        for database in self.databases:
            self.runner.run(database.open())
        self.stores = [SqliteStorage(database) for database in self.databases]
        self.content: dict[str, Any] = {}
        self.versions: dict[str, int] = {}
        self.writes = 0
        self.held: dict[str, tuple[str, int]] = {}

    @initialize(content=CONTENT)
    def begin(self, content: dict[str, Any]) -> None:
        self._overwrite(0, "a", content, None)

    @rule(side=st.integers(0, 1), key=KEYS, content=CONTENT, tag=st.sampled_from([None, "*"]))
    def overwrite(self, side: int, key: str, content: dict[str, Any], tag: str | None) -> None:
        self._overwrite(side, key, content, tag)

    @rule(side=st.integers(0, 1), key=KEYS)
    def hold(self, side: int, key: str) -> None:
        found = self.runner.run(self.stores[side].read([key]))
        if key in found:
            self.held[key] = (found[key]["e_tag"], self.versions[key])

    @rule(side=st.integers(0, 1), key=KEYS, content=CONTENT)
    def replace_what_is_held(self, side: int, key: str, content: dict[str, Any]) -> None:
        if key not in self.held:
            return
        tag, version = self.held[key]
        writing = self.stores[side].write({key: {**content, "e_tag": tag}, "other": {"n": self.writes}})
        try:
            self.runner.run(writing)
        except StaleDocument:
            assert self.versions.get(key) != version
        else:
            assert self.versions.get(key) == version
            self._wrote(key, content)
            self._wrote("other", {"n": self.writes - 1})

    @rule(side=st.integers(0, 1), keys=st.lists(KEYS, max_size=3))
    def delete(self, side: int, keys: list[str]) -> None:
        self.runner.run(self.stores[side].delete(keys))
        for key in keys:
            self.content.pop(key, None)
            self.versions.pop(key, None)

    @invariant()
    def both_read_what_the_dict_holds(self) -> None:
        for store in self.stores:
            found = self.runner.run(store.read(["a", "b", "c", "other", "never"]))
            for document in found.values():
                assert document.pop("e_tag")
            assert found == self.content

    def teardown(self) -> None:
        for database in self.databases:
            self.runner.run(database.close())
        self.runner.close()
        self.folder.cleanup()

    def _overwrite(self, side: int, key: str, content: dict[str, Any], tag: str | None) -> None:
        self.runner.run(self.stores[side].write({key: {**content, "e_tag": tag}}))
        self._wrote(key, content)

    def _wrote(self, key: str, content: dict[str, Any]) -> None:
        self.writes += 1
        self.content[key], self.versions[key] = content, self.writes


TestStored = Stored.TestCase
TestStored.settings = settings(max_examples=25, stateful_step_count=20, deadline=None, derandomize=True)
