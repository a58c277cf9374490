"""Mail: folders, and messages that are listed, searched, read, changed, moved and deleted."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from graph import mail
from graph.errors import Conflict, NotAllowed, NotFound, Refused
from graph.model import Importance, Person
from tests.emulator.clients import client_of
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Json, Office

MADRID = ZoneInfo("Europe/Madrid")
TOM = Person("Tom Fox", "tom@contoso.example")


def party(name: str) -> Json:
    """A recipient of the office."""
    return {"emailAddress": {"address": f"{name}@contoso.example"}}


def letter(subject: str, day: int = 20, sender: str = "tom", text: str = "", **more: object) -> Json:
    """A message in Ana's mailbox, of a day of November 2026."""
    return {
        "mailbox": "ana@contoso.example",
        "subject": subject,
        "from": party(sender),
        "toRecipients": [party("ana")],
        "receivedDateTime": f"2026-11-{day:02}T09:00:00Z",
        "body": {"contentType": "text", "content": text},
        **more,
    }


LETTERS = [
    letter("Budget", 20, text="Numbers are nearly ready"),
    letter("Offer", 21, sender="priya", text="About the budget", isRead=True, importance="high"),
    letter("Newsletter", 19, parentFolderId="archive"),
    letter("Plan", 18, isDraft=True),
]


async def test_the_folders_that_every_mailbox_has(open_office: OpenOffice) -> None:
    """By name, with what is in them; each is found by its well-known name and by its id."""
    async with open_office(messages=LETTERS) as office, client_of(office, "ana") as graph:
        folders = {folder.name: folder for folder in await mail.list_folders(graph)}
        assert list(folders) == sorted(folders)
        assert {"Archive", "Deleted Items", "Drafts", "Inbox", "Junk Email", "Sent Items"} <= set(folders)
        assert [(folders[name].total, folders[name].unread) for name in ("Inbox", "Drafts")] == [(2, 1), (1, 0)]
        by_name = await office.ana.get("/me/mailFolders/inbox")
        assert by_name == await office.ana.get(f"/me/mailFolders/{folders['Inbox'].id}")
        assert (await office.ana.get("/me/mailFolders/msgfolderroot"))["id"] == folders["Inbox"].parent_id
        assert await office.ana.refusal("GET", "/me/mailFolders/nonsense") == (400, "ErrorInvalidIdMalformed")


async def test_a_folder_from_its_making_to_its_end(open_office: OpenOffice) -> None:
    """Its name is taken once in its parent; deleted, it lies in Deleted Items, and there it goes with its messages."""
    async with open_office(messages=LETTERS) as office, client_of(office, "ana") as graph:
        plans = await mail.create_folder(graph, "Plans", "inbox")
        await mail.create_folder(graph, "Plans")
        with pytest.raises(Conflict):
            await mail.create_folder(graph, "plans", "inbox")
        assert await mail.list_folders(graph, "inbox") == (plans,)
        assert (await office.ana.patch(f"/me/mailFolders/{plans.id}", {"displayName": "Ideas"}))[
            "displayName"
        ] == "Ideas"
        (budget,) = await mail.list_messages(graph, MADRID, search="subject:budget")
        await mail.move_message(graph, budget.id, plans.id)
        await mail.delete_folder(graph, plans.id)
        assert [(one.name, one.total) for one in await mail.list_folders(graph, "deleteditems")] == [("Ideas", 1)]
        await mail.delete_folder(graph, plans.id)
        assert await mail.list_folders(graph, "deleteditems") == ()
        assert await mail.list_messages(graph, MADRID, search="subject:budget") == ()
        with pytest.raises(NotAllowed):
            await mail.delete_folder(graph, "inbox")


async def test_messages_are_listed_by_folder(open_office: OpenOffice) -> None:
    """The newest first, and all of them where no folder is named."""
    async with open_office(messages=LETTERS) as office, client_of(office, "ana") as graph:

        async def subjects(folder: str = "") -> list[str]:
            return [one.subject for one in await mail.list_messages(graph, MADRID, folder_id=folder)]

        assert await subjects() == ["Offer", "Budget", "Newsletter", "Plan"]
        assert await subjects("inbox") == ["Offer", "Budget"]
        assert await subjects("archive") == ["Newsletter"]
        assert await subjects("sentitems") == []
        (first, _) = await mail.list_messages(graph, MADRID, folder_id="inbox")
        assert (first.sender, first.importance) == (Person("Priya Nair", "priya@contoso.example"), Importance.HIGH)
        assert first.received == datetime(2026, 11, 21, 9, tzinfo=UTC)
        with pytest.raises(Refused):
            await mail.list_messages(graph, MADRID, folder_id="nonsense")


async def test_pages_of_messages(open_office: OpenOffice) -> None:
    """Ten where nothing is said, a thousand at most; the client follows the links to the end."""
    many = [letter(f"Note {number}", number + 1) for number in range(25)]
    async with open_office(messages=many) as office, client_of(office, "ana") as graph:
        first = await office.ana.get("/me/messages?$count=true")
        assert (len(first["value"]), first["@odata.count"]) == (10, 25)
        assert "$skiptoken" in first["@odata.nextLink"].replace("%24", "$")
        assert len(await mail.list_messages(graph, MADRID, top=10)) == 25
        assert [one.subject for one in await mail.list_messages(graph, MADRID, skip=24)] == ["Note 0"]
        assert (await office.ana.refusal("GET", "/me/messages?$top=1001"))[0] == 400
        assert (await office.ana.ask("GET", "/me/messages/$count")).text == "25"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("budget", ["Offer", "Budget"]),
        ("subject:budget", ["Budget"]),
        ("'subject:budget'", ["Budget"]),
        ("from:priya budget", ["Offer"]),
        ("from:tom OR from:priya", ["Offer", "Budget", "Newsletter", "Plan"]),
        ("importance:high", ["Offer"]),
        ('body:"numbers are"', ["Budget"]),
        ("nothing", []),
    ],
)
async def test_search(open_office: OpenOffice, words: str, expected: list[str]) -> None:
    """By words of subject, body and people, or of one of them, the newest first."""
    async with open_office(messages=LETTERS) as office, client_of(office, "ana") as graph:
        assert [one.subject for one in await mail.list_messages(graph, MADRID, search=words)] == expected


async def test_a_filter(open_office: OpenOffice) -> None:
    """By a property, also by the sender's address."""
    async with open_office(messages=LETTERS) as office, client_of(office, "ana") as graph:
        for condition in (
            "isRead eq true and isDraft eq false",
            "from/emailAddress/address eq 'priya@contoso.example'",
        ):
            found = await mail.list_messages(graph, MADRID, filtered=condition)
            assert [one.subject for one in found] == ["Offer"]
        query = "$filter=receivedDateTime ge 2026-11-19T00:00:00Z&$orderby=receivedDateTime&$select=subject"
        found_raw = (await office.ana.get(f"/me/messages?{query}"))["value"]
        assert [one["subject"] for one in found_raw] == ["Newsletter", "Budget", "Offer"]
        assert {name for name in found_raw[0] if "@" not in name} == {"id", "subject"}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('$search="a"&$filter=isRead eq true', "SearchWithFilter"),
        ('$search="a"&$orderby=subject', "SearchWithOrderBy"),
        ("$filter=isRead eq true&$orderby=subject", "InefficientFilter"),
    ],
)
async def test_what_graph_does_not_combine(office: Office, query: str, code: str) -> None:
    """It is refused, not guessed."""
    assert await office.ana.refusal("GET", f"/me/messages?{query}") == (400, code)


async def test_one_message_and_its_wire_form(open_office: OpenOffice) -> None:
    """HTML unless text is asked for; over the wire with its headers, whatever the subject holds."""
    odd = letter("Día\r\nBcc: x@y.z", text="Número <1>", ccRecipients=[party("priya")])
    async with open_office(messages=[odd]) as office, client_of(office, "ana") as graph:
        (listed,) = await mail.list_messages(graph, MADRID)
        assert (await mail.get_message(graph, listed.id, MADRID)).body == "Número <1>"
        assert "Número &lt;1&gt;" in (await office.ana.get(f"/me/messages/{listed.id}"))["body"]["content"]
        mime = await mail.get_mime(graph, listed.id)
        assert (mime["Subject"], mime["Bcc"]) == ("Día Bcc: x@y.z", None)
        assert (mime["From"].addresses[0].addr_spec, mime["Cc"].addresses[0].display_name) == (TOM.email, "Priya Nair")
        assert mime["Date"].datetime == datetime(2026, 11, 20, 9, tzinfo=UTC)
        assert mime.get_content().strip() == "Número <1>"
        with pytest.raises(NotFound):
            await mail.get_mime(graph, "none")


async def test_a_draft_is_written_and_rewritten(office: Office) -> None:
    """It lies among the drafts, and its etag keeps two writers apart."""
    async with client_of(office, "ana") as graph:
        draft = await mail.create_draft(graph, mail.NewMessage("Lunch", "<p>At one?</p>", (TOM,), is_html=True))
        assert (draft.is_draft, draft.body, draft.to) == (True, "At one?", (TOM,))
        assert [one.id for one in await mail.list_messages(graph, MADRID, folder_id="drafts")] == [draft.id]
    path = f"/me/messages/{draft.id}"
    first = await office.ana.get(path)
    changed = await office.ana.patch(path, {"subject": "Dinner"}, If_Match=first["@odata.etag"])
    assert (changed["subject"], changed["toRecipients"]) == ("Dinner", first["toRecipients"])
    refused = await office.ana.refusal("PATCH", path, {"subject": "Tea"}, If_Match=first["@odata.etag"])
    assert refused == (412, "ErrorIrresolvableConflict")
    nobody = {"subject": "x", "toRecipients": [{"emailAddress": {"name": "Tom"}}]}
    assert await office.ana.refusal("POST", "/me/messages", nobody) == (400, "ErrorInvalidRecipients")


async def test_a_reader_marks_and_does_not_rewrite(open_office: OpenOffice) -> None:
    """Read, categories and flag are the reader's; the words are the writer's."""
    async with open_office(messages=[letter("Budget")]) as office:
        (message,) = (await office.ana.get("/me/messages"))["value"]
        path = f"/me/messages/{message['id']}"
        marked = await office.ana.patch(path, {"isRead": True, "categories": ["Red category"]})
        assert (marked["isRead"], marked["categories"]) == (True, ["Red category"])
        assert (await office.ana.get("/me/mailFolders/inbox"))["unreadItemCount"] == 0
        assert await office.ana.refusal("PATCH", path, {"subject": "x"}) == (400, "ErrorInvalidPropertySet")


async def test_moving_and_deleting(open_office: OpenOffice) -> None:
    """Each move gives another id; what is deleted goes to Deleted Items, and from there for good."""
    async with open_office(messages=[letter("Budget")]) as office, client_of(office, "ana") as graph:
        (message,) = await mail.list_messages(graph, MADRID)
        kept = await mail.move_message(graph, message.id, "archive")
        assert kept.id != message.id
        with pytest.raises(NotFound):
            await mail.delete_message(graph, message.id)
        await mail.delete_message(graph, kept.id)
        (deleted,) = await mail.list_messages(graph, MADRID, folder_id="deleteditems")
        await mail.delete_message(graph, deleted.id)
        assert await mail.list_messages(graph, MADRID) == ()


async def test_an_id_that_outlives_a_move(open_office: OpenOffice) -> None:
    """Where ids are asked to be immutable."""
    async with open_office(messages=[letter("Budget")]) as office, client_of(office, "ana") as graph:
        immutable = graph.with_immutable_ids()
        (message,) = await mail.list_messages(immutable, MADRID)
        assert (await mail.move_message(immutable, message.id, "archive")).id == message.id


async def test_mail_is_ones_own(open_office: OpenOffice) -> None:
    """Nobody else reads it; an application does."""
    async with open_office(messages=[letter("Budget")]) as office:
        theirs = "/users/ana@contoso.example"
        for path in ("messages", "mailFolders", "mailFolders/inbox/messages"):
            assert await office.tom.refusal("GET", f"{theirs}/{path}") == (403, "ErrorAccessDenied")
        (message,) = (await office.application.get(f"{theirs}/mailFolders/inbox/messages"))["value"]
        assert (await office.ana.ask("GET", f"/me/mailFolders/inbox/messages/{message['id']}")).status_code == 200
        assert (await office.ana.refusal("GET", f"/me/mailFolders/drafts/messages/{message['id']}"))[0] == 404
