"""The local channel speaks to the bot as Teams does, and shows what the bot sends."""

import asyncio
from typing import Any

from aiohttp import web

from bot.web.talk import REMEMBERED
from tests.web.site import ANA, CARD, TOM, Site

CARD_BEFORE = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Times"}]}
CARD_AFTER = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Booked"}]}
BOOK = {"type": "Action.Execute", "title": "Book", "verb": "book", "data": {"n": 1}}


def answering(body: object, status: int = 200) -> Any:
    """A bot that answers every invoke so, and takes everything else."""
    return lambda activity: (
        web.json_response(body, status=status) if activity["type"] == "invoke" else web.Response(status=202)
    )


async def test_a_chat_that_is_opened_is_announced_once(office: Site) -> None:
    """So that the welcome comes once, however often the page is loaded."""
    for _ in range(2):
        async with office.watch() as news:
            await news.next()
    await office.say("hello")
    assert office.bot.kinds() == ["conversationUpdate", "message"]
    assert {each["id"] for each in office.bot.heard[0]["membersAdded"]} == {"28:convene", f"29:{ANA}"}


async def test_a_chat_that_could_not_be_announced_is_announced_the_next_time(office: Site) -> None:
    """A bot that was not ready does not cost anybody the welcome."""
    office.bot.answers = lambda _activity: web.Response(status=503)
    await office.say("hello")
    office.bot.answers = lambda _activity: web.Response(status=202)
    await office.say("hello")
    await office.say("hello")
    assert office.bot.kinds() == [*["conversationUpdate", "message"] * 2, "message"]


async def test_words_do_not_overtake_the_welcome(office: Site) -> None:
    """However quickly somebody types: while the bot still greets them they wait."""
    office.bot.is_ready.clear()
    saying = asyncio.create_task(office.say("hello"))
    await asyncio.wait({saying}, timeout=0.3)
    assert office.bot.kinds() == ["conversationUpdate"]
    office.bot.is_ready.set()
    await saying
    assert office.bot.kinds() == ["conversationUpdate", "message"]


async def test_words_reach_the_bot_as_a_message_of_teams(office: Site) -> None:
    """Who speaks, their language and zone, and where the answers go."""
    assert await office.say("book something") == (200, {})
    heard = office.bot.heard[-1]
    assert (heard["type"], heard["text"]) == ("message", "book something")
    assert heard["channelId"] == "msteams"
    assert heard["from"] == {"id": f"29:{ANA}", "name": "Ana Ruiz", "aadObjectId": ANA}
    assert heard["recipient"]["id"] == "28:convene"
    assert heard["conversation"]["conversationType"] == "personal"
    assert heard["serviceUrl"] == f"{office.url}/channel/"
    assert (heard["locale"], heard["localTimezone"]) == ("es-ES", "Europe/Paris")
    assert heard["entities"][0]["type"] == "clientInfo"
    assert heard["timestamp"].startswith("2026-11-23T08:00:00")


async def test_every_activity_has_an_id_of_its_own(office: Site) -> None:
    """The bot answers an id once; the same words twice are two messages."""
    await office.say("hello")
    await office.say("hello")
    assert len({activity["id"] for activity in office.bot.heard}) == len(office.bot.heard) == 3


async def test_what_the_bot_sends_is_shown(office: Site) -> None:
    """Words, a card, and prompts to tap."""
    await office.say("hello")
    async with office.watch() as news:
        await news.next()
        prompts = {"actions": [{"type": "imBack", "title": "Help", "value": "help"}]}
        status, sent = await office.send({"type": "message", "text": "Hi", "suggestedActions": prompts})
        shown = (await news.next())["message"]
        assert (status, sent["id"]) == (201, shown["id"])
        assert (shown["from"], shown["text"]) == ("bot", "Hi")
        assert shown["prompts"] == [{"title": "Help", "text": "help"}]
        await office.show(CARD_BEFORE)
        assert (await news.next())["message"]["cards"] == [CARD_BEFORE]


async def test_typing_is_shown_and_not_kept(office: Site) -> None:
    """A page that is loaded later sees no trace of it."""
    await office.say("hello")
    async with office.watch() as news:
        await news.next()
        await office.send({"type": "typing"})
        assert (await news.next())["kind"] == "typing"
    async with office.watch() as news:
        assert [message["text"] for message in (await news.next())["messages"]] == ["hello"]


async def test_a_tap_replaces_the_card_in_place(office: Site) -> None:
    """The same message has another card; no second one is stacked."""
    await office.say("book")
    message = await office.show(CARD_BEFORE)
    office.bot.answers = answering({"statusCode": 200, "type": CARD, "value": CARD_AFTER})
    async with office.watch() as news:
        before = (await news.next())["messages"]
        assert await office.press(message, BOOK) == (200, {})
        changed = await news.next()
        assert (changed["kind"], changed["message"]["id"]) == ("change", message)
        assert changed["message"]["cards"] == [CARD_AFTER]
    async with office.watch() as news:
        assert len((await news.next())["messages"]) == len(before)
    invoke = office.bot.heard[-1]
    assert (invoke["type"], invoke["name"], invoke["replyToId"]) == ("invoke", "adaptiveCard/action", message)
    assert invoke["value"] == {"action": BOOK, "trigger": "manual"}


async def test_a_tap_that_is_answered_in_words_leaves_the_card(office: Site) -> None:
    """The words stand beneath it; no words, nothing."""
    await office.say("book")
    message = await office.show(CARD_BEFORE)
    async with office.watch() as news:
        await news.next()
        for words in ("", "Not yours to press."):
            answer = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": words}
            office.bot.answers = answering(answer)
            await office.press(message, BOOK)
        told = await news.next()
        assert (told["kind"], told["message"]["text"]) == ("message", "Not yours to press.")


async def test_a_tap_that_fails_is_told_and_the_card_stays(office: Site) -> None:
    """Whatever the bot answers: its own words where it has any."""
    await office.say("book")
    message = await office.show(CARD_BEFORE)
    error = {"statusCode": 400, "type": "application/vnd.microsoft.error", "value": {"code": "X", "message": "Stale."}}
    office.bot.answers = answering(error)
    assert await office.press(message, BOOK) == (502, {"problem": "Stale."})
    office.bot.answers = answering({"error": {}}, status=500)
    status, told = await office.press(message, BOOK)
    assert status == 502
    assert "nothing was done" in told["problem"]
    async with office.watch() as news:
        assert (await news.next())["messages"][-1]["cards"] == [CARD_BEFORE]


async def test_a_submit_button_sends_a_message_with_its_data(office: Site) -> None:
    """As Teams does it for Action.Submit."""
    await office.say("book")
    message = await office.show(CARD_BEFORE)
    await office.press(message, {"type": "Action.Submit", "data": {"verb": "book"}})
    heard = office.bot.heard[-1]
    assert (heard["type"], heard["value"], heard["replyToId"]) == ("message", {"verb": "book"}, message)


async def test_a_sent_message_can_be_updated_and_taken_back(office: Site) -> None:
    """The connector's PUT and DELETE; what is not there is 404."""
    await office.say("hello")
    message = await office.show(CARD_BEFORE)
    async with office.watch() as news:
        await news.next()
        update = {"type": "message", "attachments": [{"contentType": CARD, "content": CARD_AFTER}]}
        assert (await office.send(update, to=message, method="PUT"))[0] == 200
        assert (await news.next())["message"]["cards"] == [CARD_AFTER]
        assert (await office.send({}, to=message, method="DELETE"))[0] == 200
        assert await news.next() == {"kind": "remove", "message": {"id": message}, "id": news.last}
        assert (await office.send(update, to=message, method="PUT"))[0] == 404
        assert (await office.send({}, to=message, method="DELETE"))[0] == 404
    nowhere = "/channel/v3/conversations/a:nobody/activities"
    assert (await office.post(nowhere, {"type": "message"}))[0] == 404


async def test_a_page_that_comes_back_hears_again_only_what_it_has_missed(office: Site) -> None:
    """Nothing when nothing was said meanwhile, everything otherwise."""
    await office.say("one")
    async with office.watch() as news:
        await news.next()
        seen = news.last
    async with office.watch(seen=seen) as news:
        assert (await news.next())["kind"] == "calendar"
    await office.say("two")
    async with office.watch(seen=seen) as news:
        told = await news.next()
        assert [message["text"] for message in told["messages"]] == ["one", "two"]


async def test_a_long_talk_forgets_its_beginning(office: Site) -> None:
    """The page stays quick however long the demo runs."""
    await office.say("first")
    for number in range(REMEMBERED):
        await office.send({"type": "message", "text": str(number)})
    async with office.watch() as news:
        messages = (await news.next())["messages"]
    assert len(messages) == REMEMBERED
    assert messages[0]["text"] == "0"


async def test_everybody_has_a_talk_of_their_own(office: Site) -> None:
    """Nobody reads what another has said."""
    await office.say("mine", ANA)
    async with office.watch(TOM) as news:
        assert (await news.next())["messages"] == []


async def test_a_bot_that_does_not_answer_is_told_in_words(office: Site) -> None:
    """What was typed stays in the talk."""
    office.bot.answers = lambda _activity: web.Response(status=500)
    status, told = await office.say("hello")
    assert status == 502
    assert "Try again" in told["problem"]
    async with office.watch() as news:
        assert [message["text"] for message in (await news.next())["messages"]] == ["hello"]


async def test_a_bot_may_ask_who_is_in_a_conversation(office: Site) -> None:
    """It is the one person whose page it is."""
    await office.say("hello")
    told = await office.get(f"/channel/v3/conversations/a:{ANA}/pagedmembers")
    assert [member["aadObjectId"] for member in told["members"]] == [ANA]
