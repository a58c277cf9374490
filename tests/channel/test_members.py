"""Who is in a chat is asked of the channel, and only where a turn needs it."""

from aiohttp import ClientSession

from dialogs.turn import Mentioned, Reply, Turn
from tests.channel.conftest import StartBot
from tests.channel_client import ANA, Channel, FakeConnector, Person

CREW = [ANA, Person("Ben Cole", "5f0d3c1e-0000-4000-8000-00000000000b"), Person("Guest", None)]


async def names(turn: Turn) -> Reply:
    """Needs the members, and says their names."""
    if turn.members is None:
        return Reply(text="I cannot see them", needs_members=True)
    return Reply(text=", ".join(f"{each.name}{'' if each.id else ' (unknown)'}" for each in turn.members))


async def test_the_turn_is_taken_again_with_everybody_in_the_chat(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """Page by page, those whom Entra does not know among them; one message goes back."""
    connector.rosters["19:crew"] = CREW
    async with bot(names) as url:
        heard = await Channel(session, url, connector, conversation="19:crew", kind="groupChat").say("who is here?")
    assert heard.text == "Ana Ruiz, Ben Cole, Guest (unknown)"


async def test_a_channel_that_does_not_tell_leaves_the_first_answer(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """What the handler says without the members stands."""
    async with bot(names) as url:
        heard = await Channel(session, url, connector, conversation="19:crew", kind="groupChat").say("who is here?")
    assert heard.text == "I cannot see them"


async def test_nobody_is_asked_for_where_nobody_needs_to_know(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """A turn that names its people costs no question."""
    connector.rosters["19:crew"] = CREW
    seen: list[tuple[Mentioned, ...] | None] = []

    async def hello(turn: Turn) -> Reply:
        seen.append(turn.members)
        return Reply(text="Hello")

    async with bot(hello) as url:
        await Channel(session, url, connector, conversation="19:crew", kind="groupChat").say("hi")
    assert seen == [None]
