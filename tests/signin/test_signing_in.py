"""Signing in as people live it: over HTTP, with MSAL and the local Entra, to the answer they had asked for."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.signin.site import OTHER_KEY, Site, link_of, site, state_of, words_of

ASKED = "what's on tomorrow"


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as begun:
        yield begun


async def test_what_was_asked_is_answered_after_the_sign_in(running: Site) -> None:
    """The card asks, the person allows, and the answer comes by itself: once, and from then on at once."""
    chat = running.chat("ana")
    card = await chat.say(ASKED)
    assert "Sign in" in card.card["speak"]
    page = await running.sign_in(link_of(card), "ana")
    assert (page.status, page.title) == (200, "You are signed in")
    _, answer = running.said()
    assert "Budget review" in words_of(answer)
    assert answer["conversation"]["id"] == "a:ana"
    assert "Budget review" in (await chat.say(ASKED)).card["speak"]


async def test_a_link_works_once(running: Site) -> None:
    """A second visit, and the browser's way back taken twice, even at the same time: no second answer."""
    link = link_of(await running.chat("ana").say(ASKED))
    back = await running.back_from(link, "ana")
    pages = await asyncio.gather(*(running.get(back) for _ in range(4)))
    assert sorted(page.title for page in pages) == ["This link was used already"] * 3 + ["You are signed in"]
    assert (await running.get(link)).status == 410
    assert len(running.said()) == 2


@pytest.mark.parametrize(("minutes", "title"), [(14, "You are signed in"), (16, "This link is no longer good")])
async def test_a_link_expires(running: Site, minutes: int, title: str) -> None:
    """After a quarter of an hour, also where the sign-in had begun; no token is kept then."""
    chat = running.chat("ana")
    link = link_of(await chat.say(ASKED))
    running.watch.advance(timedelta(minutes=7))
    back = await running.back_from(link, "ana")
    running.watch.advance(timedelta(minutes=minutes - 7))
    assert (await running.get(back)).title == title
    assert ("Sign in" in (await chat.say(ASKED)).card["speak"]) == (minutes > 15)


async def test_somebody_elses_account_is_refused(running: Site) -> None:
    """Who follows a colleague's link does not lend them a calendar: nobody is signed in, neither of the two."""
    ana, tom = running.chat("ana"), running.chat("tom")
    page = await running.sign_in(link_of(await ana.say(ASKED)), "tom")
    assert (page.status, page.title) == (403, "That was another account")
    for chat in (ana, tom):
        assert "Sign in" in (await chat.say(ASKED)).card["speak"]


async def test_a_refusal_is_taken_for_one(running: Site) -> None:
    """Cancel keeps nothing, says so, and uses the link up."""
    chat = running.chat("ana")
    link = link_of(await chat.say(ASKED))
    page = await running.sign_in(link, "ana", "deny")
    assert (page.status, page.title) == (200, "You have not signed in")
    assert len(running.said()) == 1
    assert (await running.get(link)).title == "This link was used already"
    assert "Sign in" in (await chat.say(ASKED)).card["speak"]


@pytest.mark.parametrize("path", ["start", "start?state=guessed", "callback", "callback?state=guessed&code=1"])
async def test_a_guessed_state_leads_nowhere(running: Site, path: str) -> None:
    """A plain page, no token, no word to anybody."""
    page = await running.get(f"{running.url}/signin/{path}")
    assert (page.status, page.title) == (410, "This link is no longer good")
    assert running.said() == []


async def test_a_code_of_another_sign_in_is_refused(running: Site) -> None:
    """Tom's code under Ana's state: PKCE and the nonce give it away."""
    ana = running.chat("ana")
    anas = link_of(await ana.say(ASKED))
    toms = link_of(await running.chat("tom").say(ASKED))
    await running.back_from(anas, "ana")
    back = await running.back_from(toms, "ana")
    page = await running.get(back.replace(state_of(toms), state_of(anas)))
    assert (page.status, page.title) == (502, "Signing in did not work")
    assert "Sign in" in (await ana.say(ASKED)).card["speak"]


async def test_a_forged_code_is_refused(running: Site) -> None:
    """A code that Entra never gave."""
    link = link_of(await running.chat("ana").say(ASKED))
    await running.get(link)
    page = await running.get(f"{running.url}/signin/callback?state={state_of(link)}&code=forged")
    assert (page.status, page.title) == (502, "Signing in did not work")


async def test_log_me_out(running: Site) -> None:
    """The tokens are deleted and Convene says so; the next question asks for a sign-in."""
    chat = running.chat("ana")
    await running.sign_in(link_of(await chat.say(ASKED)), "ana")
    assert "You are signed out" in (await chat.say("log me out")).text
    assert "not signed in" in (await chat.say("log me out")).text
    assert "Sign in" in (await chat.say(ASKED)).card["speak"]


async def test_a_sign_out_erases_how_meetings_are_wanted(running: Site) -> None:
    """Whoever signs in again begins as everybody does."""
    chat = running.chat("ana")
    await running.sign_in(link_of(await chat.say(ASKED)), "ana")
    assert "Saved" in (await chat.say("leave 10 minutes between meetings")).card["speak"]
    await chat.say("log me out")
    await running.sign_in(link_of(await chat.say(ASKED)), "ana")
    assert "keep no preferences" in (await chat.say("forget my preferences")).text


async def test_one_persons_sign_out_is_theirs_alone(running: Site) -> None:
    """Tom stays signed in."""
    ana, tom = running.chat("ana"), running.chat("tom")
    await running.sign_in(link_of(await ana.say(ASKED)), "ana")
    await running.sign_in(link_of(await tom.say(ASKED)), "tom")
    await ana.say("log me out")
    assert "Sign in" not in (await tom.say(ASKED)).card["speak"]


async def test_tokens_are_renewed_before_they_expire(running: Site) -> None:
    """Two hours later the token is long gone; several questions at once renew it one time, and nobody notices."""
    chats = [running.chat("ana", conversation=f"a:ana-{number}") for number in range(4)]
    await running.sign_in(link_of(await chats[0].say(ASKED)), "ana")
    running.watch.advance(timedelta(hours=2))
    answers = await asyncio.gather(*(chat.say(ASKED) for chat in chats))
    assert all("Sign in" not in words_of(one) for answer in answers for one in answer.activities)


async def test_a_sign_in_outlives_a_restart(tmp_path: Path) -> None:
    """Begun before it, ended after it; and what is kept is good in a third run, but not with another key."""
    async with site(tmp_path) as first:
        link = link_of(await first.chat("ana").say(ASKED))
        state = state_of(link)
        async with site(tmp_path, graph=first.graph, watch=first.watch) as second:
            page = await second.sign_in(f"{second.url}/signin/start?state={state}", "ana")
            assert page.title == "You are signed in"
        async with site(tmp_path, graph=first.graph, watch=first.watch) as third:
            assert "Budget review" in (await third.chat("ana", conversation="a:third").say(ASKED)).card["speak"]
        async with site(tmp_path, graph=first.graph, watch=first.watch, key=OTHER_KEY) as fourth:
            assert "Sign in" in (await fourth.chat("ana", conversation="a:fourth").say(ASKED)).card["speak"]


async def test_nothing_of_a_person_lies_open_in_the_database(running: Site) -> None:
    """Neither tokens nor, in a sign-in that is open, what they said."""
    link = link_of(await running.chat("ana").say("what's on tomorrow about pomegranates"))
    await running.sign_in(link, "ana")
    await running.chat("tom").say("what's on tomorrow about pomegranates")
    content = b"".join(path.read_bytes() for path in running.data.glob("convene.sqlite*"))
    assert b"sealed" in content
    for secret in (b"eyJ", b"code_verifier", state_of(link).encode()):
        assert secret not in content


async def test_in_a_group_the_card_is_for_one(running: Site) -> None:
    """It names the person; a colleague's account is refused, their own taken, and the answer goes to the group."""
    group = running.chat("ana", conversation="19:group", kind="groupChat")
    card = await group.say(ASKED)
    assert card.card["speak"] == "Ana Ruiz, sign in to go on"
    page = await running.sign_in(link_of(card), "ana")
    assert page.title == "You are signed in"
    assert running.said()[-1]["conversation"]["id"] == "19:group"


async def test_a_tap_is_carried_on_too(running: Site) -> None:
    """The tapped card stays, the sign-in card comes below it, and the answer as a message of its own."""
    chat = running.chat("ana")
    data = {"text": ASKED}
    value = {"action": {"type": "Action.Execute", "verb": "say", "data": data}, "trigger": "manual"}
    status, body = await chat.post(chat.activity("invoke", name="adaptiveCard/action", value=value))
    assert (status, body["type"]) == (200, "application/vnd.microsoft.activity.message")
    card = running.said()[-1]["attachments"][0]["content"]
    page = await running.sign_in(card["actions"][0]["url"], "ana")
    assert page.title == "You are signed in"
    assert "Budget review" in words_of(running.said()[-1])


async def test_the_message_extension_leads_to_the_sign_in(running: Site) -> None:
    """A search and a dialog answer with the way to it; nothing is said in the chat once it is done."""
    ana = running.chat("ana")
    for name, value in (("query", {}), ("fetchTask", {"commandId": "meetingFromMessage"})):
        _, body = await ana.post(ana.activity("invoke", name=f"composeExtension/{name}", value=value))
        assert body["composeExtension"]["type"] == "auth"
        [action] = body["composeExtension"]["suggestedActions"]["actions"]
        assert action["type"] == "openUrl"
    before = len(running.said())
    assert (await running.sign_in(action["value"], "ana")).status == 200
    assert len(running.said()) == before
    _, body = await ana.post(
        ana.activity("invoke", name="composeExtension/fetchTask", value={"commandId": "meetingFromMessage"})
    )
    assert body["task"]["type"] == "continue"


async def test_what_teams_tells_of_its_own_sign_in(running: Site) -> None:
    """A token of Teams' is declined, so that it shows the card; a failure leads to the card's button."""
    chat = running.chat("ana")
    value = {"id": "1", "connectionName": "", "token": "eyJ"}
    status, body = await chat.post(chat.activity("invoke", name="signin/tokenExchange", value=value))
    assert (status, body["failureDetail"]) == (412, "Sign in with the button of the card.")
    for name, told in (("signin/failure", {"code": "x", "message": ""}), ("signin/verifyState", {"state": "123456"})):
        assert (await chat.post(chat.activity("invoke", name=name, value=told)))[0] == 200
        assert "Use the button" in words_of(running.said()[-1])
