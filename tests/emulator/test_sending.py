"""Mail that is sent: it arrives in the office, and the sender keeps a copy."""

from collections.abc import AsyncIterator
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from graph import attachments, mail
from graph.attachments import LARGEST_AT_ONCE, File
from graph.client import GraphClient
from graph.errors import Refused
from graph.mail import Message, NewMessage
from graph.model import Importance, Person
from tests.emulator.clients import client_of
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Asker, Json, Office

MADRID = ZoneInfo("Europe/Madrid")
ANA, TOM, PRIYA = (
    Person(name, f"{name.split()[0].lower()}@contoso.example") for name in ("Ana Ruiz", "Tom Fox", "Priya Nair")
)
DANA = Person("Dana", "dana@fabrikam.example")
LUNCH = NewMessage("Lunch", "<p>At one?</p>", (TOM,), is_html=True)


@pytest.fixture
async def ana(office: Office) -> AsyncIterator[GraphClient]:
    """Our client as Ana."""
    async with client_of(office, "ana") as graph:
        yield graph


@pytest.fixture
async def tom(office: Office) -> AsyncIterator[GraphClient]:
    """Our client as Tom."""
    async with client_of(office, "tom") as graph:
        yield graph


async def in_folder(graph: GraphClient, folder: str = "inbox") -> list[Message]:
    """The messages of a folder, the newest first, whole."""
    listed = await mail.list_messages(graph, MADRID, folder_id=folder)
    return [await mail.get_message(graph, one.id, MADRID) for one in listed]


async def only(asker: Asker, folder: str = "inbox") -> Json:
    """The one message of a folder, as Graph shows it."""
    (found,) = (await asker.get(f"/me/mailFolders/{folder}/messages"))["value"]
    shown: Json = found
    return shown


def addresses(recipients: list[Json]) -> list[str]:
    """The parts before the @."""
    return [one["emailAddress"]["address"].partition("@")[0] for one in recipients]


async def test_mail_arrives_and_is_kept(office: Office, ana: GraphClient, tom: GraphClient) -> None:
    """Unread in the inbox of everybody in the tenant, read in Sent Items; blind copies are the sender's secret."""
    sent = NewMessage("Lunch", "At one?", (TOM, DANA), (ANA,), (PRIYA,), importance=Importance.HIGH)
    await mail.send_mail(ana, sent)
    (received,) = await in_folder(tom)
    assert (received.subject, received.body, received.sender) == ("Lunch", "At one?", ANA)
    assert (received.to, received.cc, received.importance) == ((TOM, DANA), (ANA,), Importance.HIGH)
    assert (received.is_read, received.is_draft) == (False, False)
    assert [await only(asker) for asker in (office.ana, office.priya)]
    shown, kept = await only(office.tom), await only(office.ana, "sentitems")
    assert (shown["bccRecipients"], addresses(kept["bccRecipients"]), kept["isRead"]) == ([], ["priya"], True)
    assert (shown["internetMessageId"], shown["id"] == kept["id"]) == (kept["internetMessageId"], False)


async def test_no_copy_where_none_is_wanted(ana: GraphClient, tom: GraphClient) -> None:
    """It arrives all the same."""
    await mail.send_mail(ana, LUNCH, keep=False)
    assert await in_folder(ana, "sentitems") == []
    assert [one.body for one in await in_folder(tom)] == ["At one?"]


async def test_mail_to_a_list(office: Office, ana: GraphClient) -> None:
    """Everybody on it gets it once, also who is named beside."""
    await mail.send_mail(ana, NewMessage("All", "", (Person("Finance", "finance@contoso.example"), TOM)))
    assert (await only(office.tom))["subject"] == (await only(office.ana))["subject"] == "All"


async def test_a_draft_is_sent(ana: GraphClient, tom: GraphClient) -> None:
    """It leaves the drafts for Sent Items; a second time there is nothing to send."""
    draft = await mail.create_draft(ana, LUNCH)
    assert await in_folder(tom) == []
    await mail.send_draft(ana, draft.id)
    assert await in_folder(ana, "drafts") == []
    (sent,) = await in_folder(ana, "sentitems")
    assert [one.subject for one in await in_folder(tom)] == ["Lunch"]
    with pytest.raises(Refused):
        await mail.send_draft(ana, sent.id)


async def test_what_is_not_sent(office: Office, ana: GraphClient) -> None:
    """Mail to nobody, and mail in somebody else's name."""
    with pytest.raises(Refused) as refused:
        await mail.send_mail(ana, NewMessage("x", "", ()))
    assert refused.value.code == "ErrorInvalidRecipients"
    to_tom = {"toRecipients": [{"emailAddress": {"address": TOM.email}}]}
    forged = {"message": {**to_tom, "from": {"emailAddress": {"address": PRIYA.email}}}}
    assert await office.ana.refusal("POST", "/me/sendMail", forged) == (403, "ErrorSendAsDenied")
    assert (await office.ana.refusal("POST", "/me/sendMail", {"saveToSentItems": True}))[0] == 400
    readers = office.graph.user_token(ANA.email, "Mail.ReadWrite")
    assert (await Asker(office.http, office.graph.url, readers).refusal("POST", "/me/sendMail", {"message": to_tom}))[
        0
    ] == 403
    assert await in_folder(ana, "sentitems") == []


async def test_replies(office: Office, ana: GraphClient, tom: GraphClient) -> None:
    """To the sender, or to everybody but oneself, with what was answered below; all is one conversation."""
    await mail.send_mail(ana, NewMessage("Lunch", "At one?", (TOM,), (PRIYA,)))
    (received,) = await in_folder(tom)
    await mail.reply(tom, received.id, "Yes <3")
    (answer,) = await in_folder(ana)
    assert (answer.subject, answer.to, answer.cc) == ("RE: Lunch", (ANA,), ())
    assert answer.body.startswith("Yes <3")
    assert "At one?" in answer.body
    assert answer.conversation_id == received.conversation_id
    await mail.reply(ana, answer.id, "Good")
    assert (await in_folder(tom))[0].subject == "RE: Lunch"
    await mail.reply(tom, received.id, "All of us?", to_all=True)
    assert (await in_folder(ana))[0].cc == (PRIYA,)
    assert {one["subject"] for one in (await office.priya.get("/me/messages"))["value"]} == {"Lunch", "RE: Lunch"}


async def test_replies_go_where_they_were_asked_for(office: Office, tom: GraphClient) -> None:
    """To replyTo where it is stated, and to the recipients of the reply before all."""
    party = {"emailAddress": {"address": PRIYA.email}}
    message = {"subject": "x", "toRecipients": [{"emailAddress": {"address": TOM.email}}], "replyTo": [party]}
    await office.ana.post("/me/sendMail", {"message": message})
    (received,) = await in_folder(tom)
    await mail.reply(tom, received.id, "Here")
    assert (await only(office.priya))["subject"] == "RE: x"
    body = {"message": {"toRecipients": [{"emailAddress": {"address": ANA.email}}]}, "comment": "There"}
    await office.tom.post(f"/me/messages/{received.id}/reply", body)
    assert (await only(office.ana))["subject"] == "RE: x"
    twice = {"message": {"body": {"contentType": "text", "content": "a"}}, "comment": "b"}
    assert (await office.tom.refusal("POST", f"/me/messages/{received.id}/reply", twice))[0] == 400


async def test_a_forwarded_message_has_its_files(office: Office, ana: GraphClient, tom: GraphClient) -> None:
    """And what it said."""
    await mail.send_mail(ana, NewMessage("Plan", "Attached", (TOM,), files=(File("plan.txt", b"Plan", "text/plain"),)))
    (received,) = await in_folder(tom)
    assert received.has_attachments
    await mail.forward_message(tom, received.id, [PRIYA], "See below")
    async with client_of(office, "priya") as priya:
        (passed_on,) = await in_folder(priya)
        assert (passed_on.subject, passed_on.sender) == ("FW: Plan", TOM)
        assert "Attached" in passed_on.body
        (listed,) = await attachments.list_message_attachments(priya, passed_on.id)
        found = await attachments.get_message_attachment(priya, passed_on.id, listed.id)
        assert found == File("plan.txt", b"Plan", "text/plain")
        mime = await mail.get_mime(priya, passed_on.id)
        assert [(part.get_filename(), part.get_content()) for part in mime.iter_attachments()] == [("plan.txt", "Plan")]
    nobody: Json = {"comment": "x", "toRecipients": []}
    refused = await office.tom.refusal("POST", f"/me/messages/{received.id}/forward", nobody)
    assert refused == (400, "ErrorInvalidRecipients")


async def test_a_reply_that_is_written_first(office: Office) -> None:
    """createReply and its like make drafts, which are changed and sent."""
    message = {"subject": "x", "toRecipients": [{"emailAddress": {"address": TOM.email}}]}
    await office.ana.post("/me/sendMail", {"message": message})
    received = await only(office.tom)
    path = f"/me/messages/{received['id']}"
    drafts = [
        await office.tom.post(f"{path}/{action}") for action in ("createReply", "createReplyAll", "createForward")
    ]
    assert [(one["subject"], one["isDraft"], addresses(one["toRecipients"])) for one in drafts] == [
        ("RE: x", True, ["ana"]),
        ("RE: x", True, ["ana"]),
        ("FW: x", True, []),
    ]
    await office.tom.patch(f"/me/messages/{drafts[0]['id']}", {"subject": "RE: y"})
    assert (await office.tom.ask("POST", f"/me/messages/{drafts[0]['id']}/send")).status_code == 202
    assert (await only(office.ana))["subject"] == "RE: y"


async def test_a_large_file_goes_by_way_of_a_draft(ana: GraphClient, tom: GraphClient) -> None:
    """In an upload session; it arrives whole."""
    large = File("plan.bin", bytes(range(256)) * (LARGEST_AT_ONCE // 256 + 1))
    await mail.send_mail(ana, NewMessage("Plan", "", (TOM,), files=(large,)))
    (received,) = await in_folder(tom)
    (listed,) = await attachments.list_message_attachments(tom, received.id)
    assert (await attachments.get_message_attachment(tom, received.id, listed.id)).content == large.content
    assert await in_folder(ana, "drafts") == []


async def test_a_file_that_is_none(office: Office) -> None:
    """It is refused, and nothing is sent."""
    to = [{"emailAddress": {"address": TOM.email}}]
    for file in ({"name": "x"}, {"@odata.type": "#microsoft.graph.fileAttachment", "name": "x", "contentBytes": "?"}):
        message = {"toRecipients": to, "attachments": [file]}
        assert (await office.ana.refusal("POST", "/me/sendMail", {"message": message}))[0] == 400
    assert (await office.tom.get("/me/messages"))["value"] == []


async def test_mail_is_under_way_for_a_while(open_office: OpenOffice) -> None:
    """As invitations are, where the emulator is told so."""
    async with (
        open_office(delivery_delay=timedelta(minutes=5)) as office,
        client_of(office, "ana") as ana,
        client_of(office, "tom") as tom,
    ):
        await mail.send_mail(ana, LUNCH)
        assert len(await in_folder(ana, "sentitems")) == 1
        assert await in_folder(tom) == []
        office.watch.advance(timedelta(minutes=5))
        assert len(await in_folder(tom)) == 1


async def test_an_application_sends_for_somebody(office: Office, tom: GraphClient) -> None:
    """In their name, since it has no mailbox of its own; a colleague may not."""
    body = {"message": {"subject": "x", "toRecipients": [{"emailAddress": {"address": TOM.email}}]}}
    await office.application.post(f"/users/{ANA.email}/sendMail", body)
    assert [one.sender for one in await in_folder(tom)] == [ANA]
    assert await office.tom.refusal("POST", f"/users/{ANA.email}/sendMail", body) == (403, "ErrorAccessDenied")
