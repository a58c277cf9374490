"""What is kept of people who have signed in: renewed in time and one at a time, let go when Entra says so."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.signin.seal import BadKey, Seal
from bot.signin.tokens import UserTokens
from bot.storage.database import Database
from bot.storage.documents import SqliteStorage
from graph.credentials import Flow, Grant
from graph.errors import NotSignedIn, Unavailable
from tests.emulator.office import Watch
from tests.signin.site import KEY, OTHER_KEY

ANA, TOM = "5f0d3c1e-0000-4000-8000-0000000000a1", "5f0d3c1e-0000-4000-8000-0000000000b2"


@dataclass
class FakeEntra:
    """Renews with a number that counts up; answers only while `open` is set, with `refuses` where there is one."""

    renewed: list[str] = field(default_factory=list)
    refuses: Exception | None = None
    open: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    gives_refresh_token: bool = True

    async def begin_code_flow(self, redirect_uri: str, state: str) -> Flow:
        raise AssertionError("nobody signs in")

    async def by_code(self, flow: Flow, answer: dict[str, str]) -> Grant:
        raise AssertionError("nobody signs in")

    async def by_refresh_token(self, refresh_token: str) -> Grant:
        self.renewed.append(refresh_token)
        self.asked.set()
        await self.open.wait()
        if self.refuses:
            raise self.refuses
        number = len(self.renewed)
        return Grant(f"access-{number}", 3600, f"refresh-{number}" if self.gives_refresh_token else "")


@dataclass
class Kept:
    """The tokens under test, and what they stand on."""

    tokens: UserTokens
    entra: FakeEntra
    watch: Watch
    storage: SqliteStorage


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    """Ana has signed in, for an hour."""
    entra, watch = FakeEntra(), Watch()
    entra.open.set()
    async with Database(tmp_path / "convene.sqlite") as database:
        storage = SqliteStorage(database)
        tokens = UserTokens(storage, Seal(KEY), entra, watch)
        await tokens.keep(ANA, Grant("access-0", 3600, "refresh-0", ANA))
        yield Kept(tokens, entra, watch, storage)


async def test_a_good_token_is_handed_out_as_it_is(kept: Kept) -> None:
    """Entra is not asked while there are more than five minutes left."""
    kept.watch.advance(timedelta(minutes=54))
    assert (await kept.tokens.of(ANA).token(), kept.entra.renewed) == ("access-0", [])


async def test_renewed_before_it_expires_and_kept(kept: Kept) -> None:
    """Five minutes ahead; the next time, with the refresh token that came along."""
    kept.watch.advance(timedelta(minutes=56))
    assert await kept.tokens.of(ANA).token() == "access-1"
    kept.watch.advance(timedelta(minutes=56))
    assert await kept.tokens.of(ANA).token() == "access-2"
    assert kept.entra.renewed == ["refresh-0", "refresh-1"]


async def test_a_refresh_token_is_kept_where_no_new_one_comes(kept: Kept) -> None:
    """Entra need not give another."""
    kept.entra.gives_refresh_token = False
    for _ in range(2):
        kept.watch.advance(timedelta(minutes=56))
        await kept.tokens.of(ANA).token()
    assert kept.entra.renewed == ["refresh-0", "refresh-0"]


async def test_one_renewal_serves_all_who_wait(kept: Kept) -> None:
    """Also where one of them gives up."""
    kept.watch.advance(timedelta(minutes=56))
    kept.entra.open.clear()
    waiting = [asyncio.create_task(kept.tokens.of(ANA).token()) for _ in range(5)]
    await kept.entra.asked.wait()
    waiting[0].cancel()
    kept.entra.open.set()
    answers = await asyncio.gather(*waiting, return_exceptions=True)
    assert [str(answer) for answer in answers[1:]] == ["access-1"] * 4
    assert kept.entra.renewed == ["refresh-0"]


async def test_a_token_that_graph_refuses_is_renewed_at_once(kept: Kept) -> None:
    """Whatever its age; an older one that is refused late changes nothing."""
    source = kept.tokens.of(ANA)
    source.forget("access-0")
    assert await source.token() == "access-1"
    source.forget("access-0")
    assert (await source.token(), len(kept.entra.renewed)) == ("access-1", 1)


async def test_revoked_is_signed_out(kept: Kept) -> None:
    """What Entra takes no more is deleted, and Entra is not asked again."""
    kept.watch.advance(timedelta(hours=2))
    kept.entra.refuses = NotSignedIn("revoked", code="invalid_grant")
    for _ in range(2):
        with pytest.raises(NotSignedIn):
            await kept.tokens.of(ANA).token()
    assert len(kept.entra.renewed) == 1
    assert await kept.tokens.forget(ANA) is False


async def test_entra_out_of_order_costs_nothing_while_the_token_is_good(kept: Kept) -> None:
    """The old one serves on; once it has expired the outage shows, and the sign-in is kept."""
    kept.entra.refuses = Unavailable("down")
    kept.watch.advance(timedelta(minutes=57))
    assert await kept.tokens.of(ANA).token() == "access-0"
    kept.watch.advance(timedelta(minutes=5))
    with pytest.raises(Unavailable):
        await kept.tokens.of(ANA).token()
    kept.entra.refuses = None
    assert (await kept.tokens.of(ANA).token()).startswith("access-")


async def test_a_sign_out_during_a_renewal_holds(kept: Kept) -> None:
    """What Entra brings then is not kept."""
    kept.watch.advance(timedelta(minutes=56))
    kept.entra.open.clear()
    renewing = asyncio.create_task(kept.tokens.of(ANA).token())
    await kept.entra.asked.wait()
    assert await kept.tokens.forget(ANA) is True
    kept.entra.open.set()
    with pytest.raises(NotSignedIn):
        await renewing
    with pytest.raises(NotSignedIn):
        await kept.tokens.of(ANA).token()


async def test_who_has_not_signed_in_has_no_token(kept: Kept) -> None:
    """Nobody gets another's."""
    with pytest.raises(NotSignedIn):
        await kept.tokens.of(TOM).token()


async def test_another_key_opens_nothing(kept: Kept) -> None:
    """It is as if nobody had signed in."""
    with pytest.raises(NotSignedIn):
        await UserTokens(kept.storage, Seal(OTHER_KEY), kept.entra, kept.watch).of(ANA).token()


@pytest.mark.parametrize("key", ["", "short", "0" * 44, "é" * 44])
def test_a_key_that_is_none(key: str) -> None:
    """It is said before anything is kept."""
    with pytest.raises(BadKey, match="32 random bytes"):
        Seal(key)
