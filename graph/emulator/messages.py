"""The messages of a mailbox: list, get, draft, change, move, copy, delete. Sending is in `sending.py`.

Source: Graph resource message and its methods.
"""

from graph.emulator import ids
from graph.emulator.calls import Answer, Call
from graph.emulator.documents import require
from graph.emulator.errors import Json, bad_request, changed_meanwhile, item_not_found
from graph.emulator.files import KEPT_AS, content_of, stated_files
from graph.emulator.mail_folders import find_folder, is_thrown_away, well_known
from graph.emulator.mail_search import find_messages
from graph.emulator.message_documents import changed_message, message_document, party, shown_message
from graph.emulator.mime import CONTENT_TYPE, Part, mime_of
from graph.emulator.odata import Listing, lazy_collection
from graph.emulator.store import Mailbox
from graph.emulator.tenant import Tenant
from graph.emulator.vocabulary import DESTINATION, MESSAGE

_MESSAGES = Listing(MESSAGE, finds=find_messages)
_NOT_WITH_SEARCH = {"$filter": "SearchWithFilter", "$orderby": "SearchWithOrderBy", "$skip": "SearchWithSkip"}


def list_messages(call: Call) -> Answer:
    """GET messages, the newest first: of the whole mailbox, or of a folder."""
    mailbox = call.own_mailbox()
    _check_options(call)
    messages = call.tenant.store.messages(mailbox.id)
    fragment = f"users('{mailbox.id}')/messages"
    if "folder" in call.parameters:
        folder = find_folder(call.tenant.store, mailbox, call.parameters["folder"])["id"]
        messages = [message for message in messages if message["parentFolderId"] == folder]
        fragment = f"users('{mailbox.id}')/mailFolders('{folder}')/messages"
    text = call.wants_text
    return lazy_collection(call, fragment, messages, _MESSAGES, show=lambda one: shown_message(one, text=text))


def get_message(call: Call) -> Answer:
    """GET one message."""
    mailbox = call.own_mailbox()
    return one_message(call, mailbox, existing_message(call, mailbox))


def get_content(call: Call) -> Answer:
    """GET $value: as it goes over the wire."""
    message = existing_message(call, call.own_mailbox())
    parts = [
        Part(entry["name"], entry["contentType"], content_of(call.tenant.store, entry)) for entry in message[KEPT_AS]
    ]
    return Answer(200, mime_of(message, parts), {"Content-Type": CONTENT_TYPE})


def create_draft(call: Call) -> Answer:
    """POST a draft: among the drafts, or in a folder."""
    mailbox = call.own_mailbox()
    folder = find_folder(call.tenant.store, mailbox, call.parameters.get("folder", "drafts"))
    draft = new_message(call.tenant, mailbox, call.body(MESSAGE), folder["id"])
    keep_message(call.tenant, mailbox, draft)
    return one_message(call, mailbox, draft, 201)


def update_message(call: Call) -> Answer:
    """PATCH: a draft as its writer, what was sent as its reader."""
    mailbox = call.own_mailbox()
    message = existing_message(call, mailbox)
    _check_version(call, message)
    changed = changed_message(call.tenant.store, message, call.body(MESSAGE), call.tenant.now_text)
    keep_message(call.tenant, mailbox, changed)
    return one_message(call, mailbox, changed)


def move_message(call: Call) -> Answer:
    """POST move: in the other folder it has another id, unless ids are asked to be immutable."""
    mailbox = call.own_mailbox()
    message = existing_message(call, mailbox)
    return one_message(call, mailbox, moved(call, mailbox, message, _destination(call, mailbox)), 201)


def copy_message(call: Call) -> Answer:
    """POST copy."""
    mailbox = call.own_mailbox()
    message = existing_message(call, mailbox)
    copied = {**message, "id": new_id(call.tenant, mailbox), "parentFolderId": _destination(call, mailbox)}
    keep_message(call.tenant, mailbox, copied)
    return one_message(call, mailbox, copied, 201)


def delete_message(call: Call) -> Answer:
    """DELETE: it moves to Deleted Items; from there it goes for good."""
    mailbox = call.own_mailbox()
    message = existing_message(call, mailbox)
    _check_version(call, message)
    if is_thrown_away(call.tenant.store, mailbox, message["parentFolderId"]):
        call.tenant.store.delete_message(message["id"])
        call.tenant.touch(mailbox)
    else:
        moved(call, mailbox, message, well_known(mailbox, "deleteditems"))
    return Answer(204)


def existing_message(call: Call, mailbox: Mailbox) -> Json:
    """The message of the path, in the folder of the path. Raises GraphError 404."""
    found = call.tenant.store.message(mailbox.id, call.parameters["message"])
    if found is None:
        raise item_not_found()
    if "folder" in call.parameters:
        folder = find_folder(call.tenant.store, mailbox, call.parameters["folder"])
        if found["parentFolderId"] != folder["id"]:
            raise item_not_found()
    return found


def new_message(tenant: Tenant, mailbox: Mailbox, stated: Json, folder: str) -> Json:
    """A draft for the folder of that id, of the mailbox unless it says otherwise, not kept yet. Raises GraphError."""
    own = {"from": party(mailbox), **{name: value for name, value in stated.items() if value is not None}}
    own.pop("conversationId", None)
    draft = message_document(tenant.store, own, new_id(tenant, mailbox), tenant.now_text, folder)
    return draft | {"isDraft": True, "isRead": True, KEPT_AS: stated_files(tenant, own.get(KEPT_AS))}


def moved(call: Call, mailbox: Mailbox, message: Json, folder: str) -> Json:
    """The message after it was put into the folder of that id."""
    tenant = call.tenant
    is_immutable = (call.preference("IdType") or "").casefold() == "immutableid"
    key = message["id"] if is_immutable else new_id(tenant, mailbox)
    if key != message["id"]:
        tenant.store.delete_message(message["id"])
    there = {**message, "id": key, "parentFolderId": folder, "version": message["version"] + 1}
    keep_message(tenant, mailbox, there)
    return there


def keep_message(tenant: Tenant, mailbox: Mailbox, message: Json) -> None:
    """A new message of a mailbox, or a changed one."""
    tenant.store.put_message(message["id"], mailbox.id, message)
    tenant.touch(mailbox)


def new_id(tenant: Tenant, mailbox: Mailbox) -> str:
    """An id that no message has had."""
    return ids.item_id("message", mailbox.id, tenant.serial(), "made")


def one_message(call: Call, mailbox: Mailbox, message: Json, status: int = 200) -> Answer:
    """The answer that shows a message."""
    shown = _MESSAGES.select(shown_message(message, text=call.wants_text), call.query.get("$select"))
    return Answer(status, call.context(f"users('{mailbox.id}')/messages/$entity") | shown)


def _destination(call: Call, mailbox: Mailbox) -> str:
    stated = call.body(DESTINATION)
    require(stated, "destinationId")
    found: str = find_folder(call.tenant.store, mailbox, stated["destinationId"])["id"]
    return found


def _check_options(call: Call) -> None:
    """Words stand alone; what is sorted by stands in the filter too, in this order. Raises GraphError 400."""
    if "$search" in call.query:
        for option, code in _NOT_WITH_SEARCH.items():
            if option in call.query:
                raise bad_request(f"The query parameter '{option}' is not supported with '$search'.", code)
    condition, order = call.query.get("$filter"), call.query.get("$orderby")
    if condition and order:
        places = [
            condition.casefold().find(clause.split()[0].casefold()) for clause in order.split(",") if clause.strip()
        ]
        if -1 in places or places != sorted(places):
            raise bad_request("The restriction or sort order is too complex for this operation.", "InefficientFilter")


def _check_version(call: Call, message: Json) -> None:
    wanted = call.headers.get("if-match")
    if wanted and wanted != "*" and wanted.strip() != ids.etag(message["id"], message["version"]):
        raise changed_meanwhile()
