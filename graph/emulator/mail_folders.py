"""The folders of a mailbox's mail: those that every mailbox has, and further ones within them.

A folder's own id is that of its well-known name, or of its making. Source: Graph resource mailFolder.
"""

from collections import Counter

from graph.emulator import ids
from graph.emulator.calls import Answer, Call
from graph.emulator.documents import require
from graph.emulator.errors import GraphError, Json, access_denied, bad_request, item_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.store import Mailbox, Store
from graph.emulator.vocabulary import MAIL_FOLDER

ROOT = "msgfolderroot"
_KIND = "mailFolder"
_WELL_KNOWN = {
    ROOT: "Top of Information Store",
    "archive": "Archive",
    "conversationhistory": "Conversation History",
    "deleteditems": "Deleted Items",
    "drafts": "Drafts",
    "inbox": "Inbox",
    "junkemail": "Junk Email",
    "outbox": "Outbox",
    "sentitems": "Sent Items",
}
_FOLDERS = Listing(MAIL_FOLDER)


def well_known(mailbox: Mailbox, name: str) -> str:
    """The id of the folder with that well-known name."""
    return ids.item_id("folder", mailbox.id, name)


def find_folder(store: Store, mailbox: Mailbox, key: str) -> Json:
    """The folder of that id or well-known name. Raises GraphError 400, 404."""
    if key.casefold() in _WELL_KNOWN:
        key = well_known(mailbox, key.casefold())
    found = _all(store, mailbox).get(key)
    if found is not None:
        return found
    if ids.is_item_id(key):
        raise item_not_found()
    raise bad_request("Id is malformed.", "ErrorInvalidIdMalformed")


def is_thrown_away(store: Store, mailbox: Mailbox, folder_id: str) -> bool:
    """Whether a folder is Deleted Items, or lies within."""
    folders, thrown_away = _all(store, mailbox), well_known(mailbox, "deleteditems")
    while folder_id not in {thrown_away, well_known(mailbox, ROOT)}:
        folder_id = folders[folder_id]["parentFolderId"]
    return folder_id == thrown_away


def list_folders(call: Call) -> Answer:
    """GET mailFolders, those at the top; or childFolders, those within one."""
    mailbox = call.own_mailbox()
    store = call.tenant.store
    parent = find_folder(store, mailbox, call.parameters.get("folder", ROOT))["id"]
    with_hidden = call.query.get("includehiddenfolders", "").casefold() == "true"
    within = [
        folder
        for folder in _all(store, mailbox).values()
        if folder["parentFolderId"] == parent and folder["id"] != parent and (with_hidden or not folder["isHidden"])
    ]
    within.sort(key=lambda folder: str(folder["displayName"]).casefold())
    return collection(call, f"users('{mailbox.id}')/mailFolders", _counted(store, mailbox, within), _FOLDERS)


def get_folder(call: Call) -> Answer:
    """GET one folder."""
    mailbox = call.own_mailbox()
    return _one(call, mailbox, find_folder(call.tenant.store, mailbox, call.parameters["folder"]))


def create_folder(call: Call) -> Answer:
    """POST a folder at the top, or within one."""
    mailbox = call.own_mailbox()
    parent = find_folder(call.tenant.store, mailbox, call.parameters.get("folder", ROOT))["id"]
    stated = call.body(MAIL_FOLDER)
    require(stated, "displayName")
    _check_name(call, mailbox, stated["displayName"], parent)
    folder = {
        "id": ids.item_id("folder", mailbox.id, call.tenant.serial(), "made"),
        "displayName": stated["displayName"],
        "parentFolderId": parent,
        "isHidden": bool(stated.get("isHidden")),
    }
    return _kept(call, mailbox, folder, 201)


def update_folder(call: Call) -> Answer:
    """PATCH a folder: another name."""
    mailbox = call.own_mailbox()
    folder = _own_folder(call, mailbox)
    name = call.body(MAIL_FOLDER).get("displayName") or folder["displayName"]
    if name.casefold() != folder["displayName"].casefold():
        _check_name(call, mailbox, name, folder["parentFolderId"])
    return _kept(call, mailbox, {**folder, "displayName": name})


def delete_folder(call: Call) -> Answer:
    """DELETE a folder: it moves to Deleted Items; from there it goes with what is in it."""
    mailbox = call.own_mailbox()
    folder = _own_folder(call, mailbox)
    if is_thrown_away(call.tenant.store, mailbox, folder["id"]):
        _remove(call.tenant.store, mailbox, folder["id"])
    else:
        _kept(call, mailbox, {**folder, "parentFolderId": well_known(mailbox, "deleteditems")})
    return Answer(204)


def _remove(store: Store, mailbox: Mailbox, folder_id: str) -> None:
    for message in store.messages(mailbox.id):
        if message["parentFolderId"] == folder_id:
            store.delete_message(message["id"])
    for folder in _all(store, mailbox).values():
        if folder["parentFolderId"] == folder_id:
            _remove(store, mailbox, folder["id"])
    store.shelf.remove(_KIND, mailbox.id, folder_id)


def _all(store: Store, mailbox: Mailbox) -> dict[str, Json]:
    """Every folder by its id; the root is its own parent."""
    root = well_known(mailbox, ROOT)
    given = [
        {"id": well_known(mailbox, name), "displayName": shown, "parentFolderId": root, "isHidden": False}
        for name, shown in _WELL_KNOWN.items()
    ]
    return {folder["id"]: folder for folder in (*given, *store.shelf.all(_KIND, mailbox.id))}


def _own_folder(call: Call, mailbox: Mailbox) -> Json:
    """The folder of the path, unless it is one that every mailbox has."""
    folder = find_folder(call.tenant.store, mailbox, call.parameters["folder"])
    if call.tenant.store.shelf.get(_KIND, mailbox.id, folder["id"]) is None:
        raise access_denied()
    return folder


def _check_name(call: Call, mailbox: Mailbox, name: str, parent: str) -> None:
    for folder in _all(call.tenant.store, mailbox).values():
        if folder["parentFolderId"] == parent and folder["displayName"].casefold() == name.casefold():
            message = f"A folder with the specified name already exists., Could not create folder '{name}'."
            raise GraphError(409, "ErrorFolderExists", message)


def _counted(store: Store, mailbox: Mailbox, folders: list[Json]) -> list[Json]:
    messages = store.messages(mailbox.id)
    total = Counter(message["parentFolderId"] for message in messages)
    unread = Counter(message["parentFolderId"] for message in messages if not message["isRead"])
    children = Counter(folder["parentFolderId"] for folder in _all(store, mailbox).values())
    children[well_known(mailbox, ROOT)] -= 1  # the root itself
    return [
        {
            **folder,
            "childFolderCount": children[folder["id"]],
            "unreadItemCount": unread[folder["id"]],
            "totalItemCount": total[folder["id"]],
        }
        for folder in folders
    ]


def _kept(call: Call, mailbox: Mailbox, folder: Json, status: int = 200) -> Answer:
    call.tenant.store.shelf.put(_KIND, mailbox.id, folder["id"], folder)
    call.tenant.touch(mailbox)
    return _one(call, mailbox, folder, status)


def _one(call: Call, mailbox: Mailbox, folder: Json, status: int = 200) -> Answer:
    shown = _FOLDERS.select(_counted(call.tenant.store, mailbox, [folder])[0], call.query.get("$select"))
    return Answer(status, call.context(f"users('{mailbox.id}')/mailFolders/$entity") | shown)
