"""What people say and tap becomes a turn, and its reply comes back the way that they can see."""

import asyncio
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientSession

from dialogs.turn import Chat, Mentioned, Reply, Speaker, Tap, Turn
from tests.channel.conftest import NOW, StartBot
from tests.channel_client import ANA, BOT, CARD, Channel, FakeConnector, Person

OFFER = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [{"type": "Input.Text", "id": "subject", "value": "Budget"}],
    "actions": [
        {
            "type": "Action.Execute",
            "title": "15:00",
            "verb": "book",
            "data": {"start": "15:00"},
            "fallback": {"type": "Action.Submit", "title": "15:00", "data": {"start": "15:00", "verb": "book"}},
        }
    ],
}
BOOKED = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Booked"}]}


class Script:
    """A handler that answers with the given replies in order, and keeps the turns."""

    def __init__(self, *replies: Reply | None) -> None:
        self.replies = list(replies)
        self.turns: list[Turn] = []

    async def __call__(self, turn: Turn) -> Reply | None:
        self.turns.append(turn)
        return self.replies.pop(0)

    @property
    def turn(self) -> Turn:
        [turn] = self.turns
        return turn


async def test_a_message_becomes_a_turn(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """Who, where, when, in which language and zone, and the words: all as the channel states them."""
    script = Script(Reply(text="Hello"))
    async with bot(script) as url:
        await Channel(session, url, connector, locale="de-DE", zone="Europe/Berlin").say("  hallo ")
    assert script.turn == Turn(
        id="a:conversation-1-1",
        conversation="a:conversation-1",
        chat=Chat.PERSONAL,
        speaker=Speaker("5f0d3c1e-0000-4000-8000-00000000000a", "Ana Ruiz"),
        now=NOW,
        locale="de-DE",
        zone=ZoneInfo("Europe/Berlin"),
        utterance="hallo",
    )


async def test_text_is_answered_as_one_message(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """One POST to the connector, addressed to the speaker as a reply to their message."""
    async with bot(Script(Reply(text="Hello", prompts=("What's on today?", "Help")))) as url:
        heard = await Channel(session, url, connector).say("hi")
    [sent] = connector.sent
    assert (heard.status, heard.body) == (200, None)
    assert (sent.method, sent.conversation, sent.target) == ("POST", "a:conversation-1", "a:conversation-1-1")
    assert sent.activity == {
        "type": "message",
        "text": "Hello",
        "inputHint": "expectingInput",
        "channelId": "msteams",
        "serviceUrl": f"{connector.url}/",
        "conversation": {"id": "a:conversation-1", "conversationType": "personal"},
        "from": BOT,
        "recipient": ANA.account(),
        "locale": "en-US",
        "replyToId": "a:conversation-1-1",
        "suggestedActions": {
            "actions": [
                {"type": "imBack", "title": "What's on today?", "value": "What's on today?"},
                {"type": "imBack", "title": "Help", "value": "Help"},
            ]
        },
    }


async def test_a_card_travels_without_text(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """Teams splits a message with both, and its id would be lost."""
    async with bot(Script(Reply(text="see below", card=OFFER))) as url:
        await Channel(session, url, connector).say("book")
    [message] = connector.messages()
    assert "text" not in message
    assert message["attachments"] == [{"contentType": CARD, "content": OFFER}]


async def test_expected_replies_are_in_the_response(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """With deliveryMode expectReplies the answer is complete in the HTTP response; the connector is never called."""
    async with bot(Script(Reply(card=OFFER))) as url:
        heard = await Channel(session, url, connector).say("book", deliveryMode="expectReplies")
    assert connector.sent == []
    [message] = heard.body["activities"]
    assert message["attachments"][0]["content"] == OFFER
    assert message["replyToId"] == "a:conversation-1-1"


async def test_silence_is_an_empty_answer(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """A handler that has nothing to say sends nothing."""
    async with bot(Script(None, None)) as url:
        called = await Channel(session, url, connector).say("hm")
        expected = await Channel(session, url, conversation="other").say("hm")
    assert (called.status, called.body, connector.sent) == (200, None, [])
    assert expected.body == {"activities": []}


@pytest.mark.parametrize("buttons", ["execute", "submit"])
@pytest.mark.parametrize("delivery", ["connector", "expectReplies"])
async def test_both_kinds_of_button_are_the_same_tap(
    bot: StartBot, session: ClientSession, connector: FakeConnector, buttons: Any, delivery: str
) -> None:
    """Action.Execute and its Action.Submit fallback give one and the same tap, with what was typed into the card."""
    script = Script(Reply(card=OFFER), Reply(card=BOOKED))
    async with bot(script) as url:
        through = connector if delivery == "connector" else None
        channel = Channel(session, url, through, buttons=buttons)
        offered = await channel.say("book")
        booked = await channel.tap(offered.card, "15:00", subject="Q3")
    assert booked.card == BOOKED
    assert script.turns[1].tap == Tap("book", {"start": "15:00", "subject": "Q3"})
    assert script.turns[1].utterance == ""


async def test_execute_is_answered_by_the_replacing_card(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """The card is the invoke's response, also under expectReplies; nothing else is sent."""
    async with bot(Script(Reply(card=OFFER), Reply(card=BOOKED), Reply(card=BOOKED))) as url:
        channel = Channel(session, url, connector)
        offered = await channel.say("book")
        pressed = channel.pressed(offered.card, "15:00")
        plain = await channel.post(pressed)
        expected = await channel.post(pressed | {"id": "again", "deliveryMode": "expectReplies"})
    assert plain == expected == (200, {"statusCode": 200, "type": CARD, "value": BOOKED})
    assert len(connector.sent) == 1


async def test_execute_can_be_answered_in_words(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """Words, or nothing, leave the tapped card as it is."""
    async with bot(Script(Reply(text="This button is for Tom."), None)) as url:
        channel = Channel(session, url, connector)
        worded = await channel.tap(OFFER, "15:00")
        silent = await channel.tap(OFFER, "15:00")
    message = "application/vnd.microsoft.activity.message"
    assert worded.body == {"statusCode": 200, "type": message, "value": "This button is for Tom."}
    assert silent.body == {"statusCode": 200, "type": message, "value": ""}


async def test_a_stacked_card_goes_below_the_tapped_one(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """It is a message of its own, for either kind of button; the tapped card stays."""
    stacked = Reply(card=BOOKED, stacked=True)
    async with bot(Script(Reply(card=OFFER), stacked, stacked)) as url:
        execute = Channel(session, url, connector)
        offered = await execute.say("book")
        executed = await execute.tap(offered.card, "15:00")
        submit = Channel(session, url, connector, conversation="other", buttons="submit")
        submitted = await submit.tap(offered.card, "15:00")
    assert executed.replacement is None
    assert executed.body["value"] == ""
    assert executed.card == submitted.card == BOOKED
    assert [sent.method for sent in connector.sent] == ["POST"] * 3


async def test_a_stacked_card_replaces_where_nothing_else_may_be_sent(bot: StartBot, session: ClientSession) -> None:
    """Under expectReplies an invoke has one answer, so the card is not lost."""
    async with bot(Script(Reply(card=BOOKED, stacked=True))) as url:
        heard = await Channel(session, url).tap(OFFER, "15:00")
    assert heard.replacement == BOOKED


async def test_submit_updates_the_tapped_message(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """The message with the tapped card is replaced; no second one is stacked."""
    async with bot(Script(Reply(card=OFFER), Reply(card=BOOKED))) as url:
        channel = Channel(session, url, connector, buttons="submit")
        offered = await channel.say("book")
        await channel.tap(offered.card, "15:00")
    first, second = connector.sent
    assert (second.method, second.target) == ("PUT", first.id)
    assert second.activity["attachments"][0]["content"] == BOOKED


async def test_a_refused_update_becomes_a_new_message(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """A channel that cannot update, or has lost the message, still shows the answer."""
    async with bot(Script(Reply(card=OFFER), Reply(card=BOOKED))) as url:
        channel = Channel(session, url, connector, buttons="submit")
        offered = await channel.say("book")
        connector.script(405)
        await channel.tap(offered.card, "15:00")
    assert [sent.method for sent in connector.sent] == ["POST", "PUT", "POST"]
    assert connector.sent[-1].activity["attachments"][0]["content"] == BOOKED


async def test_an_update_that_may_have_happened_is_not_stacked(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """A channel that is out of order is not a refusal: the card is not shown a second time below."""
    async with bot(Script(Reply(card=OFFER), Reply(card=BOOKED))) as url:
        channel = Channel(session, url, connector, buttons="submit")
        offered = await channel.say("book")
        connector.script(503, 503, 503, 503)
        heard = await channel.tap(offered.card, "15:00")
    assert heard.status == 200
    assert [sent.method for sent in connector.sent] == ["POST", "PUT", "PUT", "PUT", "PUT"]


async def test_a_button_without_a_verb_is_a_tap_that_says_nothing(bot: StartBot, session: ClientSession) -> None:
    """A card of an older version reaches the dialogs, which say so."""
    script = Script(Reply(text="That card is too old."))
    async with bot(script) as url:
        channel = Channel(session, url)
        await channel.send(channel.activity("message", value={"what": "?"}))
    assert script.turn.tap == Tap("", {"what": "?"})


MENTION_OF_BOT = {"type": "mention", "mentioned": BOT, "text": "<at>Convene</at>"}
TOM = {"id": "29:Tom", "name": "Tom Lee", "aadObjectId": "tom-entra"}
MENTION_OF_TOM = {"type": "mention", "mentioned": TOM, "text": "<at>Tom Lee</at>"}
GUEST = {"type": "mention", "mentioned": {"id": "29:Guest", "name": "Kim"}, "text": "<at>Kim</at>"}


@pytest.mark.parametrize(
    ("text", "entities", "utterance", "people"),
    [
        ("<at>Convene</at> book a room", [MENTION_OF_BOT], "book a room", ()),
        ("<at>Convene</at>&nbsp;book a room", [MENTION_OF_BOT], "book a room", ()),
        ("book a room <at>Convene</at>", [MENTION_OF_BOT], "book a room", ()),
        ("hey <at>Convene</at>  book", [MENTION_OF_BOT], "hey book", ()),
        ("<at>Convene</at> <at>Convene</at> help", [MENTION_OF_BOT, MENTION_OF_BOT], "help", ()),
        ("<at>Convene</at>", [MENTION_OF_BOT], "", ()),
        ("<at>Convene</at>, book a room", [MENTION_OF_BOT], "book a room", ()),
        ("Hey <at>Convene</at>: help", [MENTION_OF_BOT], "Hey help", ()),
        ("<at>Convene</at> help", [], "help", ()),
        (
            "<at>Convene</at> 30 min with <at>Tom Lee</at> and <at>Kim</at>",
            [MENTION_OF_BOT, MENTION_OF_TOM, GUEST],
            "30 min with Tom Lee and Kim",
            (Mentioned("tom-entra", "Tom Lee"), Mentioned(None, "Kim")),
        ),
        ("R&amp;D &lt;review&gt;", [], "R&D <review>", ()),
        ("Convene the board", [], "Convene the board", ()),
    ],
)
async def test_mentions(
    bot: StartBot,
    session: ClientSession,
    *,
    text: str,
    entities: list[Any],
    utterance: str,
    people: tuple[Mentioned, ...],
) -> None:
    """The bot's own mention goes without a trace, other people's become their names and are told apart."""
    script = Script(None)
    async with bot(script) as url:
        await Channel(session, url, kind="groupChat").say(text, entities=entities)
    assert (script.turn.utterance, script.turn.mentions) == (utterance, people)


@pytest.mark.parametrize(
    ("stated", "zone", "locale"),
    [
        ({}, "Europe/Madrid", "en-US"),
        ({"localTimezone": None}, "Europe/Madrid", "en-US"),
        ({"localTimezone": "Asia/Kolkata", "locale": "fr-FR"}, "Asia/Kolkata", "fr-FR"),
        ({"localTimezone": "Nowhere/City"}, None, "en-US"),
        ({"localTimezone": "../../etc/passwd"}, None, "en-US"),
        ({"localTimezone": "Europe"}, None, "en-US"),
        ({"localTimezone": None, "entities": None, "locale": None}, None, "en-US"),
        ({"locale": "no locale!"}, "Europe/Madrid", "en-US"),
    ],
)
async def test_zone_and_locale(
    bot: StartBot, session: ClientSession, stated: dict[str, Any], zone: str | None, locale: str
) -> None:
    """The activity's own word wins over the client's; nonsense is no zone, and English."""
    script = Script(None)
    async with bot(script) as url:
        await Channel(session, url).say("hi", **stated)
    assert script.turn.zone == (ZoneInfo(zone) if zone else None)
    assert script.turn.locale == locale


@pytest.mark.parametrize(
    ("conversation", "chat"),
    [
        ({"conversationType": "groupChat"}, Chat.GROUP),
        ({"conversationType": "channel", "isGroup": True}, Chat.CHANNEL),
        ({"isGroup": True}, Chat.GROUP),
        ({}, Chat.PERSONAL),
        ({"conversationType": "meeting"}, Chat.PERSONAL),
    ],
)
async def test_kinds_of_conversation(
    bot: StartBot, session: ClientSession, conversation: dict[str, Any], chat: Chat
) -> None:
    """A channel that knows no conversation types still tells groups."""
    script = Script(None)
    async with bot(script) as url:
        await Channel(session, url).say("hi", conversation={"id": "c", **conversation})
    assert script.turn.chat is chat


async def test_a_speaker_unknown_to_entra_is_known_by_the_channels_id(bot: StartBot, session: ClientSession) -> None:
    """Channels besides Teams state no aadObjectId."""
    script = Script(None)
    async with bot(script) as url:
        await Channel(session, url, speaker=Person("Ana", None, "user-7")).say("hi")
    assert script.turn.speaker == Speaker("user-7", "Ana")


async def test_ids_are_quoted_in_the_connectors_addresses(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """A conversation id of Teams holds colons, semicolons and slashes."""
    ident = "19:a/b@thread.tacv2;messageid=17/../x"
    async with bot(Script(Reply(text="hi"))) as url:
        await Channel(session, url, connector, conversation=ident, kind="channel").say("hi")
    assert connector.sent[0].conversation == ident


async def test_a_turn_without_an_id_gets_one(bot: StartBot, session: ClientSession) -> None:
    """Each activity without an id is run, under an id of its own."""
    script = Script(None, None)
    async with bot(script) as url:
        channel = Channel(session, url)
        await channel.say("hi", id=None)
        await channel.say("hi", id=None)
    first, second = script.turns
    assert first.id != second.id
    assert replace(first, id="") == replace(second, id="")


@pytest.mark.parametrize("piece", [" ", "<at ", "<at>Convene</at> ", "&nbsp;", "word "])
async def test_a_very_long_message_takes_no_time(bot: StartBot, session: ClientSession, piece: str) -> None:
    """Nothing in reading it grows faster than its length: others are served meanwhile."""
    script = Script(None)
    async with bot(script) as url:
        channel = Channel(session, url, kind="groupChat")
        activity = channel.activity("message", text=piece * (200_000 // len(piece)), entities=[MENTION_OF_BOT])
        async with asyncio.timeout(2):
            assert (await channel.post(activity))[0] == 200
