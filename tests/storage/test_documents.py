"""The contract of the Bot Framework's Storage, with the stale tags that its own suite leaves out."""

import asyncio
import inspect
from pathlib import Path
from typing import Any

import pytest
from botbuilder.core import ConversationState, Storage, TurnContext
from botbuilder.core.adapters import TestAdapter
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

from bot.storage.database import Database
from bot.storage.documents import SqliteStorage, StaleDocument


async def test_what_was_written_is_read(storage: SqliteStorage) -> None:
    await storage.write({"a": {"said": "grüße 👋", "list": [1, 2.5, None, {"deep": True}]}})
    found = await storage.read(["a"])
    assert found["a"].pop("e_tag")
    assert found == {"a": {"said": "grüße 👋", "list": [1, 2.5, None, {"deep": True}]}}


async def test_unknown_keys_are_left_out(storage: SqliteStorage) -> None:
    await storage.write({"known": {}})
    assert set(await storage.read(["known", "unknown"])) == {"known"}
    assert await storage.read([]) == {}


async def test_keys_may_hold_anything(storage: SqliteStorage) -> None:
    keys = ["msteams/conversations/a:1_x;messageid=1", 'quote"quote', "per%cent", "ключ", "", "back\\slash"]
    await storage.write({key: {"n": n} for n, key in enumerate(keys)})
    assert {key: found["n"] for key, found in (await storage.read(keys)).items()} == {
        key: n for n, key in enumerate(keys)
    }


async def test_nothing_instead_of_keys_or_changes_is_an_error(storage: SqliteStorage) -> None:
    nothing: Any = None
    with pytest.raises(ValueError, match="required"):
        await storage.read(nothing)
    with pytest.raises(ValueError, match="required"):
        await storage.write(nothing)
    with pytest.raises(ValueError, match="required"):
        await storage.delete(nothing)


async def test_an_empty_write_changes_nothing(storage: SqliteStorage) -> None:
    await storage.write({"a": {"n": 1}})
    await storage.write({})
    assert (await storage.read(["a"]))["a"]["n"] == 1


async def test_a_write_puts_the_new_tag_into_the_document(storage: SqliteStorage) -> None:
    """So that the next write of the same document in the same turn is not stale."""
    document: dict[str, Any] = {"n": 1}
    await storage.write({"a": document})
    assert document["e_tag"] == (await storage.read(["a"]))["a"]["e_tag"]
    document["n"] = 2
    await storage.write({"a": document})
    assert (await storage.read(["a"]))["a"]["n"] == 2


@pytest.mark.parametrize("tag", [None, "*"])
async def test_without_a_tag_it_overwrites(storage: SqliteStorage, tag: str | None) -> None:
    await storage.write({"a": {"n": 1}})
    await storage.write({"a": {"n": 2, "e_tag": tag}})
    assert (await storage.read(["a"]))["a"]["n"] == 2


async def test_a_stale_tag_is_refused(storage: SqliteStorage) -> None:
    """Who has read before somebody else wrote does not overwrite it."""
    await storage.write({"a": {"n": 1}})
    mine, theirs = await storage.read(["a"]), await storage.read(["a"])
    theirs["a"]["n"] = 2
    await storage.write(theirs)
    mine["a"]["n"] = 3
    with pytest.raises(StaleDocument) as refusal:
        await storage.write(mine)
    assert refusal.value.key == "a"
    assert (await storage.read(["a"]))["a"]["n"] == 2


async def test_the_tag_of_a_deleted_document_is_stale(storage: SqliteStorage) -> None:
    await storage.write({"a": {"n": 1}})
    found = await storage.read(["a"])
    await storage.delete(["a"])
    with pytest.raises(StaleDocument):
        await storage.write(found)
    assert await storage.read(["a"]) == {}


async def test_the_tag_of_an_earlier_document_of_the_same_key_is_stale(storage: SqliteStorage) -> None:
    await storage.write({"a": {"n": 1}})
    found = await storage.read(["a"])
    await storage.delete(["a"])
    await storage.write({"a": {"n": 1}})
    with pytest.raises(StaleDocument):
        await storage.write(found)


async def test_an_empty_tag_is_an_error(storage: SqliteStorage) -> None:
    with pytest.raises(ValueError, match="tag"):
        await storage.write({"a": {"e_tag": ""}})
    assert await storage.read(["a"]) == {}


async def test_all_keys_of_a_write_or_none(storage: SqliteStorage) -> None:
    """One stale document keeps the others out, and leaves the caller's tags as they were."""
    await storage.write({"a": {"n": 1}})
    fresh: dict[str, Any] = {"n": 1}
    with pytest.raises(StaleDocument):
        await storage.write({"new": fresh, "a": {"n": 2, "e_tag": "stale"}})
    assert set(await storage.read(["new", "a"])) == {"a"}
    assert "e_tag" not in fresh


async def test_what_is_not_json_is_refused_before_anything_is_written(storage: SqliteStorage) -> None:
    with pytest.raises(TypeError):
        await storage.write({"good": {}, "bad": {"when": object()}})
    with pytest.raises(ValueError, match="JSON"):
        await storage.write({"good": {}, "bad": {"n": float("nan")}})
    assert await storage.read(["good"]) == {}


async def test_what_is_read_is_a_copy(storage: SqliteStorage) -> None:
    """An unsaved change is seen by nobody, whether it was made to what was read or to what was written."""
    document: dict[str, Any] = {"list": [1]}
    await storage.write({"a": document})
    document["list"].append(2)
    (await storage.read(["a"]))["a"]["list"].append(3)
    assert (await storage.read(["a"]))["a"]["list"] == [1]


async def test_a_stored_document_is_data_and_never_runs(storage: SqliteStorage) -> None:
    """The names by which picklers mark objects mean nothing here."""
    payload = {"py/reduce": [{"py/function": "os.getcwd"}, {"py/tuple": []}]}
    await storage.write({"a": payload})
    found = (await storage.read(["a"]))["a"]
    assert found["py/reduce"] == [{"py/function": "os.getcwd"}, {"py/tuple": []}]


async def test_delete_is_idempotent(storage: SqliteStorage) -> None:
    await storage.write({"a": {}, "b": {}})
    await storage.delete(["a", "never"])
    await storage.delete(["a"])
    await storage.delete([])
    assert set(await storage.read(["a", "b"])) == {"b"}


async def test_of_concurrent_writers_with_the_same_tag_one_wins(
    storage: SqliteStorage, elsewhere: SqliteStorage
) -> None:
    """In one process or in two."""
    await storage.write({"a": {"by": "nobody"}})
    views = [await store.read(["a"]) for store in (storage, elsewhere) * 4]
    for n, view in enumerate(views):
        view["a"]["by"] = n
    stores = (storage, elsewhere) * 4
    results = await asyncio.gather(
        *(store.write(view) for store, view in zip(stores, views, strict=True)), return_exceptions=True
    )
    assert [type(result) for result in results if result is not None] == [StaleDocument] * 7
    assert (await storage.read(["a"]))["a"]["by"] == results.index(None)


async def test_no_increment_is_lost(storage: SqliteStorage, elsewhere: SqliteStorage) -> None:
    """Read, change, write, and again when stale: a counter comes out right."""
    await storage.write({"counter": {"n": 0}})

    async def increment(store: SqliteStorage, times: int) -> None:
        while times:
            found = await store.read(["counter"])
            found["counter"]["n"] += 1
            try:
                await store.write(found)
            except StaleDocument:
                continue
            times -= 1

    await asyncio.gather(*(increment(store, 10) for store in (storage, elsewhere) * 2))
    assert (await storage.read(["counter"]))["counter"]["n"] == 40


async def test_a_reader_sees_both_documents_of_a_write_or_neither(
    storage: SqliteStorage, elsewhere: SqliteStorage
) -> None:
    await storage.write({"left": {"n": 0}, "right": {"n": 0}})

    async def write() -> None:
        for n in range(50):
            await storage.write({"left": {"n": n}, "right": {"n": n}})

    writing = asyncio.create_task(write())
    while not writing.done():
        await asyncio.sleep(0)
        found = await elsewhere.read(["left", "right"])
        assert found["left"]["n"] == found["right"]["n"]
    await writing


async def test_a_cancelled_write_leaves_the_storage_usable(storage: SqliteStorage) -> None:
    """A turn that is given up in the middle of a write does not block the next."""
    for steps in range(8):
        writing = asyncio.create_task(storage.write({"a": {"n": steps}, "b": {"n": steps}}))
        for _ in range(steps):
            await asyncio.sleep(0)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
        found = await storage.read(["a", "b"])
        assert len({document["n"] for document in found.values()}) <= 1
    await storage.write({"a": {"n": "after"}})
    assert (await storage.read(["a"]))["a"]["n"] == "after"


async def test_what_was_written_is_there_after_a_restart(file: Path) -> None:
    async with Database(file) as database:
        await SqliteStorage(database).write({"a": {"n": 1}})
    async with Database(file) as database:
        assert (await SqliteStorage(database).read(["a"]))["a"]["n"] == 1


async def test_a_closed_database_says_so(database: Database, storage: SqliteStorage) -> None:
    await database.close()
    await database.close()
    with pytest.raises(RuntimeError, match="not open"):
        await storage.read(["a"])


async def test_many_may_open_a_new_file_at_the_same_time(file: Path) -> None:
    """Replicas that start together do not trip over each other."""
    databases = [Database(file) for _ in range(6)]
    try:
        await asyncio.gather(*(database.open() for database in databases))
        await asyncio.gather(*(SqliteStorage(database).write({"a": {}}) for database in databases))
    finally:
        await asyncio.gather(*(database.close() for database in databases))


def test_it_has_the_shape_of_the_bot_frameworks_storage() -> None:
    """Every method that the interface names, with its parameters by the same names."""
    for name in Storage.__abstractmethods__:
        theirs, ours = getattr(Storage, name), getattr(SqliteStorage, name)
        assert inspect.iscoroutinefunction(ours)
        assert list(inspect.signature(ours).parameters) == list(inspect.signature(theirs).parameters)


def _turn() -> TurnContext:
    """A turn of one conversation, as the Bot Framework sees it."""
    account = ChannelAccount(id="bot")
    activity = Activity(
        type="message", channel_id="msteams", conversation=ConversationAccount(id="a:1"), recipient=account
    )
    return TurnContext(TestAdapter(), activity)


async def test_the_bot_frameworks_own_state_runs_on_it(storage: SqliteStorage) -> None:
    """It loads, changes, saves and clears; of two turns that overlap the second is told that it is stale."""
    state = ConversationState(storage)
    frame = state.create_property("frame")
    first, second = _turn(), _turn()
    await frame.set(first, {"subject": "Plan"})
    await state.save_changes(first)
    await frame.set(second, {"subject": "Plan B"})
    rival = _turn()
    await frame.set(rival, {"subject": "Plan C"})
    await state.save_changes(rival)
    with pytest.raises(StaleDocument):
        await state.save_changes(second)
    later = _turn()
    assert await frame.get(later) == {"subject": "Plan C"}
    await state.delete(later)
    assert await storage.read([state.get_storage_key(later)]) == {}
