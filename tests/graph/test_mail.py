"""Mail, and files on messages and events."""

import base64
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph import attachments, mail, replies
from graph.attachments import Attachment, File
from graph.client import GraphClient
from graph.errors import Unavailable
from graph.mail import Folder, Message, NewMessage
from graph.model import Importance, Person
from tests.graph.service import Service, answering, dropping, refusing

MADRID = ZoneInfo("Europe/Madrid")
DANA = Person("Dana", "dana@fabrikam.example")
TO_DANA = {"emailAddress": {"address": "dana@fabrikam.example", "name": "Dana"}}
INVITE = NewMessage("Lunch", "<p>At one?</p>", (DANA,), is_html=True)
HELLO: dict[str, Any] = {
    "id": "m1",
    "subject": "Hello",
    "from": TO_DANA,
    "toRecipients": [TO_DANA],
    "receivedDateTime": "2026-11-23T08:00:00Z",
    "isRead": True,
    "importance": "high",
    "bodyPreview": "At",
    "body": {"contentType": "text", "content": "At one?"},
}


async def test_folders(described: Service, graph: GraphClient) -> None:
    plans = {"id": "f1", "displayName": "Plans", "parentFolderId": "f0", "totalItemCount": 3, "unreadItemCount": 1}
    described.answers(
        answering({"value": [plans]}),
        answering({"value": []}),
        answering(plans, 201),
        answering(status=204),
        answering(plans),
    )
    assert await mail.list_folders(graph) == (Folder("f1", "Plans", "f0", 0, 3, 1),)
    await mail.list_folders(graph, "inbox")
    await mail.create_folder(graph, "Plans", "inbox")
    await mail.delete_folder(graph, "f1")
    assert (await mail.get_folder(graph, "deleteditems")).id == "f1"
    assert [(asked.method, asked.path) for asked in described.asked] == [
        ("GET", "/me/mailFolders"),
        ("GET", "/me/mailFolders/inbox/childFolders"),
        ("POST", "/me/mailFolders/inbox/childFolders"),
        ("DELETE", "/me/mailFolders/f1"),
        ("GET", "/me/mailFolders/deleteditems"),
    ]


async def test_messages_are_searched_or_filtered(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": [HELLO, HELLO]}))
    (found,) = await mail.list_messages(graph, MADRID, search='a "b"', limit=1)
    assert (found.sender, found.importance, found.received) == (
        DANA,
        Importance.HIGH,
        datetime(2026, 11, 23, 9, tzinfo=MADRID),
    )
    assert described.asked[0].query["$search"] == '"a \\"b\\""'
    await mail.list_messages(graph, MADRID, folder_id="inbox", filtered="isRead eq false", top=5, skip=10)
    assert described.asked[1].path == "/me/mailFolders/inbox/messages"
    assert described.asked[1].query["$skip"] == "10"
    with pytest.raises(ValueError, match="search"):
        await mail.list_messages(graph, MADRID, search="a", filtered="isRead eq false")


async def test_one_message_and_its_wire_form(described: Service, graph: GraphClient) -> None:
    mime = b"From: Dana <dana@fabrikam.example>\r\nSubject: =?utf-8?q?D=C3=ADa?=\r\n\r\nAt one?\r\n"
    described.answers(answering(HELLO), answering(raw=mime))
    message = await mail.get_message(graph, "m1", MADRID)
    assert isinstance(message, Message)
    assert message.body == "At one?"
    parsed = await mail.get_mime(graph, "m1")
    assert (parsed["Subject"], parsed.get_content().strip()) == ("Día", "At one?")


async def test_sending(described: Service, graph: GraphClient) -> None:
    described.answers(answering(status=202))
    await mail.send_mail(
        graph,
        NewMessage("Lunch", "At one?", (DANA,), (DANA,), (DANA,), files=(File("plan.txt", b"Plan", "text/plain"),)),
        keep=False,
    )
    assert described.asked[0].path == "/me/sendMail"
    assert described.asked[0].body == {
        "message": {
            "subject": "Lunch",
            "body": {"contentType": "text", "content": "At one?"},
            "toRecipients": [TO_DANA],
            "ccRecipients": [TO_DANA],
            "bccRecipients": [TO_DANA],
            "importance": "normal",
            "attachments": [
                {
                    "@odata.type": "#microsoft.graph.fileAttachment",
                    "name": "plan.txt",
                    "contentType": "text/plain",
                    "contentBytes": base64.b64encode(b"Plan").decode(),
                }
            ],
        },
        "saveToSentItems": False,
    }


async def test_mail_is_never_sent_twice(service: Service, graph: GraphClient) -> None:
    service.answers(dropping, answering(status=202))
    with pytest.raises(Unavailable) as raised:
        await mail.send_mail(graph, INVITE)
    assert raised.value.may_have_happened
    assert len(service.asked) == 1


async def test_a_draft_is_sent_and_messages_are_answered_passed_on_moved_and_deleted(
    described: Service, graph: GraphClient
) -> None:
    described.answers(answering(HELLO, 201), *[answering(status=202)] * 4, answering(HELLO, 201), answering(status=204))
    draft = await mail.create_draft(graph, INVITE)
    await mail.send_draft(graph, draft.id)
    await mail.reply(graph, "m1", "Yes")
    await mail.reply(graph, "m1", "Yes", to_all=True)
    await mail.forward_message(graph, "m1", [DANA], "See below")
    await mail.move_message(graph, "m1", "archive")
    await mail.delete_message(graph, "m1")
    assert [(asked.method, asked.path) for asked in described.asked] == [
        ("POST", "/me/messages"),
        ("POST", "/me/messages/m1/send"),
        ("POST", "/me/messages/m1/reply"),
        ("POST", "/me/messages/m1/replyAll"),
        ("POST", "/me/messages/m1/forward"),
        ("POST", "/me/messages/m1/move"),
        ("DELETE", "/me/messages/m1"),
    ]
    assert described.asked[0].body["body"]["contentType"] == "html"
    assert described.asked[5].body == {"destinationId": "archive"}


async def test_a_message_is_marked(described: Service, graph: GraphClient) -> None:
    described.answers(answering(HELLO), answering(HELLO))
    await mail.mark_read(graph, "m1")
    await mail.mark_read(graph, "m1", is_read=False)
    assert [asked.body for asked in described.asked] == [{"isRead": True}, {"isRead": False}]


async def test_a_message_is_flagged(described: Service, graph: GraphClient) -> None:
    described.answers(answering(HELLO | {"flag": {"flagStatus": "flagged"}}), answering(HELLO), answering(HELLO))
    assert (await mail.get_message(graph, "m1", MADRID)).is_flagged
    await mail.flag_message(graph, "m1")
    await mail.flag_message(graph, "m1", is_flagged=False)
    statuses = [asked.body["flag"]["flagStatus"] for asked in described.asked[1:]]
    assert statuses == ["flagged", "notFlagged"]


async def test_markup_is_read_as_words(described: Service, graph: GraphClient) -> None:
    """Where a server gives HTML although words were asked for."""
    described.answers(answering(HELLO | {"body": {"contentType": "html", "content": "<p>At <b>one</b>?</p>"}}))
    assert (await mail.get_message(graph, "m1", MADRID)).body == "At one?"


async def test_replies_are_drafted_under_an_id_of_their_writer(described: Service, graph: GraphClient) -> None:
    described.answers(*[answering(HELLO | {"isDraft": True}, 201)] * 3)
    await replies.create_reply(graph, "m1", "Yes", "<c@x>")
    await replies.create_reply(graph, "m1", "Yes", "<c@x>", to_all=True)
    await replies.create_forward(graph, "m1", [DANA], "See below", "<c@x>")
    assert [(asked.path, asked.body) for asked in described.asked] == [
        ("/me/messages/m1/createReply", {"message": {"internetMessageId": "<c@x>"}, "comment": "Yes"}),
        ("/me/messages/m1/createReplyAll", {"message": {"internetMessageId": "<c@x>"}, "comment": "Yes"}),
        (
            "/me/messages/m1/createForward",
            {"message": {"internetMessageId": "<c@x>", "toRecipients": [TO_DANA]}, "comment": "See below"},
        ),
    ]


async def test_what_was_sent_is_found_by_its_own_id(described: Service, graph: GraphClient) -> None:
    """A draft is sent, what is sent already is not; the sent one wins where both are there."""
    draft, sent = HELLO | {"id": "d1", "isDraft": True}, HELLO | {"id": "s1", "isDraft": False}
    described.answers(answering({"value": [draft, sent]}), answering({"value": []}), answering(status=202))
    found = await replies.find_by_internet_id(graph, "<c@x>")
    assert found is not None and found.id == "s1"
    assert described.asked[0].query["$filter"] == "internetMessageId eq '<c@x>'"
    assert await replies.find_by_internet_id(graph, "<c@x>") is None
    await replies.send_once(graph, found)
    await replies.send_once(graph, replace(found, id="d1", is_draft=True))
    assert [asked.path for asked in described.asked[2:]] == ["/me/messages/d1/send"]


async def test_a_large_file_goes_up_in_pieces_without_a_token(service: Service, graph: GraphClient) -> None:
    """The address itself is the permission, and may be somebody else's server."""
    content = b"x" * (attachments.CHUNK + 10)
    service.answers(
        answering({"uploadUrl": f"{service.root.replace('localhost', '127.0.0.1')}/upload"}, 201),
        refusing(503, "ServiceUnavailable", headers={"Retry-After": "1"}),
        answering({"nextExpectedRanges": ["1"]}),
        answering(status=201),
    )
    await attachments.attach_to_event(graph, "e1", File("big.bin", content))
    session, _, first, second = service.asked
    assert session.body["AttachmentItem"]["size"] == len(content)
    assert [asked.headers["content-range"] for asked in (first, second)] == [
        f"bytes 0-{attachments.CHUNK - 1}/{len(content)}",
        f"bytes {attachments.CHUNK}-{len(content) - 1}/{len(content)}",
    ]
    assert not [asked for asked in service.asked[1:] if "authorization" in asked.headers]
    assert len(str(first.body)) == attachments.CHUNK


async def test_a_large_file_is_not_sent_in_the_clear(service: Service, graph: GraphClient) -> None:
    service.answers(answering({"uploadUrl": "http://elsewhere.example/upload"}, 201))
    with pytest.raises(Unavailable):
        await attachments.attach_to_event(graph, "e1", File("big.bin", b"x" * 4 * 2**20))


async def test_mail_with_a_large_file_goes_by_way_of_a_draft(service: Service, graph: GraphClient) -> None:
    service.answers(
        answering(HELLO, 201),
        answering({"uploadUrl": f"{service.root}/upload"}, 201),
        answering(status=201),
        answering(status=202),
    )
    await mail.send_mail(graph, NewMessage("Lunch", "", (DANA,), files=(File("big.bin", b"x" * (3 * 2**20 + 1)),)))
    assert [asked.path for asked in service.asked] == [
        "/me/messages",
        "/me/messages/m1/attachments/createUploadSession",
        "/upload",
        "/me/messages/m1/send",
    ]
    assert "attachments" not in service.asked[0].body


async def test_files_on_events(described: Service, graph: GraphClient) -> None:
    listed = {"id": "a1", "name": "plan.txt", "contentType": "text/plain", "size": 120, "isInline": False}
    whole = listed | {
        "@odata.type": "#microsoft.graph.fileAttachment",
        "contentBytes": base64.b64encode(b"Plan").decode(),
    }
    described.answers(answering(whole, 201), answering({"value": [listed]}), answering(whole), answering(status=204))
    await attachments.attach_to_event(graph, "e1", File("plan.txt", b"Plan", "text/plain"))
    assert await attachments.list_event_attachments(graph, "e1") == (Attachment("a1", "plan.txt", "text/plain", 120),)
    assert await attachments.get_event_attachment(graph, "e1", "a1") == File("plan.txt", b"Plan", "text/plain")
    await attachments.delete_event_attachment(graph, "e1", "a1")


async def test_files_on_messages(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": []}), answering({"id": "a1", "name": "x"}), answering({"id": "a1"}, 201))
    assert await attachments.list_message_attachments(graph, "m1") == ()
    assert await attachments.get_message_attachment(graph, "m1", "a1") == File("x", b"")
    await attachments.attach_to_message(graph, "m1", File("x", b"Plan"))
    assert (described.asked[2].path, described.asked[2].body["name"]) == ("/me/messages/m1/attachments", "x")
