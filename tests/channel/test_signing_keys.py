"""Keys are there before they are needed, follow the issuer's, and outlive its bad days."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.channel.authentication import Call
from bot.channel.refusals import Refused
from bot.channel.signed import Registration, Signed
from bot.channel.signing_keys import Freshness, NoKeys, SigningKeys, UnknownKey
from tests.channel.conftest import Naps
from tests.channel.signed_channel import (
    APP,
    NOW,
    TENANT,
    Bots,
    SignedBot,
    Stopwatch,
    connector_claims,
    message,
    signed_bot,
    teams_token,
)
from tests.channel.token_service import Json, TokenService, encoded, jwk, private_key, signed
from tests.channel_client import FakeConnector

HASTY = Freshness(patience=0.05)


class Alarm:
    """Sleeps until it is rung, and knows for how long it should have."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._rung = asyncio.Condition()
        self._rings = 0

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        async with self._rung:
            self._rung.notify_all()
            mine = len(self.seconds)
            await self._rung.wait_for(lambda: self._rings >= mine)

    async def ring(self) -> None:
        """End the sleep that is going on, and wait for the next one."""
        async with self._rung:
            self._rings += 1
            self._rung.notify_all()
            await self._rung.wait_for(lambda: len(self.seconds) > self._rings)

    async def asleep(self) -> None:
        """Wait for a sleep to begin."""
        async with self._rung:
            await self._rung.wait_for(lambda: len(self.seconds) > self._rings)


@asynccontextmanager
async def service(*idents: str) -> AsyncIterator[tuple[TokenService, SigningKeys, Alarm, Stopwatch]]:
    """A token service that signs with the keys of these ids, and what we know of them."""
    alarm, watch = Alarm(), Stopwatch()
    tokens = TokenService([jwk(1, ident) for ident in idents])
    async with tokens.running(), ClientSession() as session:
        yield (
            tokens,
            SigningKeys(session, tokens.metadata_url, freshness=HASTY, sleep=alarm, monotonic=watch),
            alarm,
            watch,
        )


async def test_keys_are_fetched_before_the_first_turn() -> None:
    """No caller waits for them, however many come."""
    async with service("a") as (tokens, keys, _, _), keys.kept_fresh():
        assert tokens.asked == 1
        await asyncio.gather(*(keys.key("a") for _ in range(50)))
        assert tokens.asked == 1


async def test_keys_are_fetched_again_every_day() -> None:
    """A key that is withdrawn is trusted no longer than that."""
    async with service("a") as (tokens, keys, alarm, _), keys.kept_fresh():
        tokens.keys = [jwk(1, "b")]
        await alarm.asleep()
        await alarm.ring()
        await keys.key("b")
        with pytest.raises(UnknownKey):
            await keys.key("a")
        assert alarm.seconds == [24 * 3600.0] * 2


async def test_an_unknown_key_asks_once_a_minute() -> None:
    """Forgers with invented ids do not make us ask the issuer for each; callers at the same time share one fetch."""
    async with service("a") as (tokens, keys, _, watch), keys.kept_fresh():
        watch.seconds += 60
        refused = await asyncio.gather(*(keys.key(f"x{n}") for n in range(30)), return_exceptions=True)
        assert [type(one) for one in refused] == [UnknownKey] * 30
        assert tokens.asked == 2
        watch.seconds += 59
        with pytest.raises(UnknownKey):
            await keys.key("y")
        assert tokens.asked == 2
        watch.seconds += 1
        with pytest.raises(UnknownKey):
            await keys.key("y")
        assert tokens.asked == 3


async def test_a_new_key_is_found_at_once() -> None:
    """A token signed with a key published since is not refused."""
    async with service("a") as (tokens, keys, _, watch), keys.kept_fresh():
        tokens.keys.append(jwk(1, "b"))
        watch.seconds += 60
        assert (await keys.key("b")).key.key_id == "b"


async def test_a_caller_waits_only_so_long() -> None:
    """The fetch goes on without them, and the next caller has its keys."""
    async with service("a") as (tokens, keys, _, watch), keys.kept_fresh():
        tokens.keys.append(jwk(1, "b"))
        tokens.held.clear()
        watch.seconds += 60
        with pytest.raises(UnknownKey):
            await keys.key("b")
        tokens.held.set()
        assert (await keys.key("b")).key.key_id == "b"
        assert tokens.asked == 2


@pytest.mark.parametrize(
    "trouble",
    [
        {"broken": 500},
        {"broken": 302},
        {"answer": b"<html>"},
        {"answer": b"[]"},
        {"answer": b"{}"},
        {"answer": b'{"keys": []}'},
        {"answer": b'{"keys": [7, {"kid": "a"}, {"kid": "a", "kty": "RSA", "n": "!", "e": ""}]}'},
        {"answer": b'{"keys": ' + b"[" * 100_000},
        {"answer": b" " * 3_000_000},
        {"jwks_uri": "http://keys.example/"},
        {"jwks_uri": "http://127.0.0.1:9/"},
        {"keys": [{"kid": "a", "kty": "EC"}, jwk(1, "a", use="enc")]},
    ],
)
async def test_known_keys_serve_on_where_a_fetch_fails(trouble: dict[str, Any]) -> None:
    """Whatever the issuer answers; the next attempt comes soon, then less and less often."""
    async with service("a") as (tokens, keys, alarm, _), keys.kept_fresh():
        for name, value in trouble.items():
            setattr(tokens, name, value)
        await alarm.asleep()
        for _ in range(3):
            await alarm.ring()
        assert alarm.seconds == [24 * 3600.0, 5.0, 10.0, 20.0]
        assert (await keys.key("a")).key.key_id == "a"


async def test_no_keys_at_all_is_not_the_callers_fault(session: ClientSession, connector: FakeConnector) -> None:
    """A service that starts while the issuer is away says 503, and serves as soon as the keys are there."""
    tokens = TokenService([jwk(1, "teams", ["msteams"])], broken=503)
    async with signed_bot(Bots(freshness=HASTY), tokens) as bot:
        request = message(connector.url), teams_token(connector.url)
        status, answer = await bot.post(session, *request)
        assert (status, answer["error"]["code"]) == (503, "ServiceUnavailable")
        tokens.broken = 0
        bot.watch.seconds += 60
        assert await bot.post(session, *request) == (200, None)


async def test_a_slow_issuer_does_not_hold_up_the_start() -> None:
    """The service starts without the keys; the fetch goes on and is let go with the service."""
    tokens = TokenService([jwk(1, "a")])
    tokens.held.clear()
    async with tokens.running(), ClientSession() as session:
        keys = SigningKeys(session, tokens.metadata_url, freshness=HASTY, sleep=Naps().long)
        async with keys.kept_fresh():
            with pytest.raises(NoKeys):
                await keys.key("a")
        tokens.held.set()


async def test_a_key_that_can_be_broken_is_none() -> None:
    """Below 2048 bits."""
    async with service("a") as (tokens, keys, _, watch), keys.kept_fresh():
        weak = private_key(50, 1024).public_key().public_numbers().n
        tokens.keys.append(jwk(1, "weak") | {"n": encoded(weak.to_bytes(128))})
        watch.seconds += 60
        with pytest.raises(UnknownKey):
            await keys.key("weak")


async def test_keys_rotate_under_load(session: ClientSession, connector: FakeConnector) -> None:
    """Twenty clients talk while the issuer changes its key five times: every turn is served."""
    generation, rotated = 0, asyncio.Condition()
    tokens = TokenService([jwk(100, "k0", ["msteams"])])
    answers: list[tuple[int, Any]] = []

    def reached(count: int) -> bool:
        return len(answers) >= count

    async def client(number: int, bot: SignedBot) -> None:
        for turn in range(30):
            key = generation
            token = signed(connector_claims(connector.url), 100 + key % 3, {"kid": f"k{key}"})
            activity = message(connector.url, id=f"{number}-{turn}", conversation={"id": f"a:{number}"})
            answers.append(await bot.post(session, activity, token))
            async with rotated:
                rotated.notify_all()

    async with signed_bot(connector_tokens=tokens) as bot:
        clients = [asyncio.create_task(client(number, bot)) for number in range(20)]
        for key in range(1, 6):
            async with rotated:
                await rotated.wait_for(partial(reached, 90 * key))
            tokens.keys = [*tokens.keys[-1:], jwk(100 + key % 3, f"k{key}", ["msteams"])]
            bot.watch.seconds += 60
            generation = key
        await asyncio.gather(*clients)
    assert [status for status, _ in answers] == [200] * 600
    assert tokens.asked == 6
    assert len(bot.heard) == 600


async def test_a_token_that_was_taken_before_is_as_good_as_its_key() -> None:
    """It is refused once its issuer withdraws the key, or publishes another under the same id."""
    tokens, watch = TokenService([jwk(1, "a", ["msteams"])]), Stopwatch()
    call = Call("127.0.0.1", "bot", f"Bearer {signed(connector_claims('https://smba.example/'), 1, {'kid': 'a'})}")
    async with (
        tokens.running(),
        ClientSession() as session,
        SigningKeys(session, tokens.metadata_url, monotonic=watch).kept_fresh() as keys,
    ):
        bot = Signed(Registration(APP, TENANT), lambda: NOW, connector_keys=keys)

        async def published(*now: Json) -> None:
            tokens.keys = list(now)
            watch.seconds += 60
            with pytest.raises(UnknownKey):
                await keys.key("asks for the keys again")

        await bot.admit(call)
        await published(jwk(2, "a", ["msteams"]))
        with pytest.raises(Refused, match="signature is wrong"):
            await bot.admit(call)
        await published(jwk(2, "b", ["msteams"]))
        with pytest.raises(Refused, match="not one of its issuer's"):
            await bot.admit(call)
        await published(jwk(1, "a", ["msteams"]))
        await bot.admit(call)


async def test_a_token_that_was_taken_before_expires() -> None:
    """Its times are looked at each time."""
    tokens, hours = TokenService([jwk(1, "a", ["msteams"])]), [0]
    token = signed(connector_claims("https://smba.example/"), 1, {"kid": "a"})
    async with (
        tokens.running(),
        ClientSession() as session,
        SigningKeys(session, tokens.metadata_url).kept_fresh() as keys,
    ):
        bot = Signed(Registration(APP, TENANT), lambda: NOW + timedelta(hours=hours[0]), connector_keys=keys)
        await bot.admit(Call("127.0.0.1", "bot", f"Bearer {token}"))
        hours.append(hours.pop() + 1)
        with pytest.raises(Refused, match="expired"):
            await bot.admit(Call("127.0.0.1", "bot", f"Bearer {token}"))


async def test_a_token_that_resembles_one_taken_before_is_checked_whole() -> None:
    """Its signature, and nothing else, was changed."""
    tokens = TokenService([jwk(1, "a", ["msteams"])])
    token = signed(connector_claims("https://smba.example/"), 1, {"kid": "a"})
    content, _, _ = token.rpartition(".")
    async with (
        tokens.running(),
        ClientSession() as session,
        SigningKeys(session, tokens.metadata_url).kept_fresh() as keys,
    ):
        bot = Signed(Registration(APP, TENANT), lambda: NOW, connector_keys=keys)
        await bot.admit(Call("127.0.0.1", "bot", f"Bearer {token}"))
        with pytest.raises(Refused, match="signature is wrong"):
            await bot.admit(Call("127.0.0.1", "bot", f"Bearer {content}.{encoded(bytes(256))}"))
