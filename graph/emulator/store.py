"""The tenant on SQLite: users, groups, places, events, messages, permissions.

Documents are kept as JSON in Graph's names; what is searched for has a column. One connection, used by one event
loop; every request is one transaction, so two requests at the same instant cannot see half of each other.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from graph.emulator import changes, shelf
from graph.emulator.errors import Json

FOREVER = 2**53
"""`until` of a series without end, in seconds since 1970."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS mailboxes (
    id TEXT PRIMARY KEY, address TEXT NOT NULL COLLATE NOCASE UNIQUE, name TEXT NOT NULL, is_room INTEGER NOT NULL,
    zone TEXT NOT NULL, settings TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY, upn TEXT NOT NULL COLLATE NOCASE UNIQUE, mail TEXT COLLATE NOCASE, manager TEXT,
    document TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS users_by_mail ON users (mail);
CREATE INDEX IF NOT EXISTS users_by_manager ON users (manager);
CREATE TABLE IF NOT EXISTS groups (
    id TEXT PRIMARY KEY, mail TEXT COLLATE NOCASE, document TEXT NOT NULL, members TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS places (
    id TEXT PRIMARY KEY, address TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL, document TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS events (
    id TEXT PRIMARY KEY, mailbox TEXT NOT NULL, uid TEXT NOT NULL, kind TEXT NOT NULL,
    start INTEGER NOT NULL, finish INTEGER NOT NULL, until INTEGER NOT NULL,
    master TEXT, day TEXT, version INTEGER NOT NULL, transaction_id TEXT, document TEXT NOT NULL,
    calendar TEXT NOT NULL DEFAULT '');
CREATE INDEX IF NOT EXISTS events_by_time ON events (mailbox, start, until);
CREATE INDEX IF NOT EXISTS events_by_uid ON events (uid, mailbox);
CREATE INDEX IF NOT EXISTS events_by_master ON events (master) WHERE master IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS events_by_transaction ON events (mailbox, transaction_id)
    WHERE transaction_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS removed_days (master TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (master, day));
CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY, mailbox TEXT NOT NULL, received TEXT NOT NULL, document TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS messages_by_time ON messages (mailbox, received);
CREATE TABLE IF NOT EXISTS permissions (
    mailbox TEXT NOT NULL, grantee TEXT NOT NULL COLLATE NOCASE, role TEXT NOT NULL, PRIMARY KEY (mailbox, grantee));
CREATE TABLE IF NOT EXISTS outbox (
    number INTEGER PRIMARY KEY, due INTEGER NOT NULL, letter TEXT NOT NULL);
"""


@dataclass(frozen=True)
class Mailbox:
    """Somebody's or some room's mailbox. `zone` is the name its settings state."""

    id: str
    address: str
    name: str
    is_room: bool
    zone: str
    settings: Json


@dataclass
class Item:
    """One mailbox's copy of an event. `start` and `finish` are seconds since 1970, the finish excluded.

    `kind` is Graph's eventType. `uid` is shared by all copies of a meeting. Of an occurrence or exception, `master`
    is the series' id in the same mailbox and `day` the ISO date it was planned for; `until` is when the series ends.
    """

    id: str
    mailbox: str
    uid: str
    kind: str
    start: int
    finish: int
    document: Json
    until: int = 0
    master: str | None = None
    day: str | None = None
    version: int = 1
    transaction_id: str | None = None
    calendar: str = ""
    """The id of the calendar that holds it; empty for the mailbox's own."""
    is_stored: bool = field(default=True, compare=False)
    """False for an occurrence that was worked out from its series."""


_ITEM_COLUMNS = "id, mailbox, uid, kind, start, finish, document, until, master, day, version, transaction_id, calendar"


_compact = json.JSONEncoder(separators=(",", ":")).encode


def _item(row: tuple[str, str, str, str, int, int, str, int, str | None, str | None, int, str | None, str]) -> Item:
    return Item(*row[:6], json.loads(row[6]), *row[7:])


class Store:
    """Everything the tenant knows. Rows go in and come out as values; rules live elsewhere."""

    def __init__(self, database: Path | str) -> None:
        self._db = sqlite3.connect(database, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(_SCHEMA + shelf.SCHEMA)
        if not self._db.execute("SELECT 1 FROM pragma_table_info('events') WHERE name = 'calendar'").fetchone():
            self._db.execute("ALTER TABLE events ADD COLUMN calendar TEXT NOT NULL DEFAULT ''")  # of an older version
        self.shelf = shelf.Shelf(self._db)
        """Calendars, contacts, categories and the like."""
        self.journal = changes.Journal(self._db)
        """What requests have changed in mailboxes."""
        self._mailboxes: dict[str, Mailbox] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it, or nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            self._mailboxes.clear()
            raise
        self._db.execute("COMMIT")

    def read_note(self, key: str) -> str | None:
        """A small fact about the tenant itself."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def write_note(self, key: str, value: str) -> None:
        """Keep a small fact."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # Mailboxes

    def add_mailbox(self, mailbox: Mailbox) -> None:
        """A new mailbox, or other settings of one."""
        settings = json.dumps(mailbox.settings)
        self._db.execute(
            "INSERT OR REPLACE INTO mailboxes VALUES (?, ?, ?, ?, ?, ?)",
            (mailbox.id, mailbox.address, mailbox.name, mailbox.is_room, mailbox.zone, settings),
        )
        self._mailboxes.clear()

    def mailbox(self, key: str) -> Mailbox | None:
        """By id, user principal name or address, in any case."""
        folded = key.casefold()
        if folded not in self._mailboxes:
            found = self._find_mailbox(key)
            if found is None:
                return None
            self._mailboxes[folded] = found
        return self._mailboxes[folded]

    def _find_mailbox(self, key: str) -> Mailbox | None:
        row = self._db.execute(
            "SELECT id, address, name, is_room, zone, settings FROM mailboxes WHERE id = ?1 COLLATE NOCASE"
            " OR address = ?1 OR id IN (SELECT id FROM users WHERE upn = ?1 OR mail = ?1) LIMIT 1",
            (key,),
        ).fetchone()
        return Mailbox(row[0], row[1], row[2], bool(row[3]), row[4], json.loads(row[5])) if row else None

    # Directory

    def add_user(self, document: Json, manager: str | None) -> None:
        """A user; `manager` is the id of theirs."""
        self._db.execute(
            "INSERT INTO users VALUES (?, ?, ?, ?, ?)",
            (document["id"], document["userPrincipalName"], document.get("mail"), manager, json.dumps(document)),
        )

    def change_user(self, document: Json) -> None:
        """Another document of a user, by its id; names of sign-in and addresses are as they were."""
        self._db.execute("UPDATE users SET document = ? WHERE id = ?", (json.dumps(document), document["id"]))

    def remove_user(self, user_id: str) -> None:
        """A user less, and their mailbox."""
        self._db.execute("DELETE FROM users WHERE id = ?", (user_id,))
        self._db.execute("DELETE FROM mailboxes WHERE id = ?", (user_id,))
        self._mailboxes.clear()

    def users(self) -> list[Json]:
        """Everybody, by display name."""
        rows = self._db.execute("SELECT document FROM users")
        return sorted((json.loads(row[0]) for row in rows), key=lambda user: str(user["displayName"]).casefold())

    def user(self, key: str) -> Json | None:
        """By id, user principal name or address."""
        row = self._db.execute(
            "SELECT document FROM users WHERE id = ?1 COLLATE NOCASE OR upn = ?1 OR mail = ?1 LIMIT 1", (key,)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def manager(self, user_id: str) -> Json | None:
        """Whom they report to."""
        row = self._db.execute(
            "SELECT document FROM users WHERE id = (SELECT manager FROM users WHERE id = ?)", (user_id,)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def direct_reports(self, user_id: str) -> list[Json]:
        """Who reports to them."""
        rows = self._db.execute("SELECT document FROM users WHERE manager = ?", (user_id,))
        return [json.loads(row[0]) for row in rows]

    def add_group(self, document: Json, members: list[str]) -> None:
        """A group or distribution list; members are addresses."""
        self._db.execute(
            "INSERT INTO groups VALUES (?, ?, ?, ?)",
            (document["id"], document.get("mail"), json.dumps(document), json.dumps(members)),
        )

    def groups(self) -> list[Json]:
        """Every group."""
        return [json.loads(row[0]) for row in self._db.execute("SELECT document FROM groups")]

    def group(self, key: str) -> Json | None:
        """By id or address."""
        row = self._db.execute(
            "SELECT document FROM groups WHERE id = ?1 COLLATE NOCASE OR mail = ?1 LIMIT 1", (key,)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def members(self, key: str) -> list[str]:
        """The addresses in the group of that id or address; empty where there is no such group."""
        row = self._db.execute(
            "SELECT members FROM groups WHERE id = ?1 COLLATE NOCASE OR mail = ?1 LIMIT 1", (key,)
        ).fetchone()
        return json.loads(row[0]) if row else []

    def add_place(self, document: Json, kind: str) -> None:
        """A place; `kind` is the type's name in lower case."""
        row = (document["id"], document.get("emailAddress") or "", kind, json.dumps(document))
        self._db.execute("INSERT INTO places VALUES (?, ?, ?, ?)", row)

    def places(self, kind: str) -> list[Json]:
        """Every place of a kind."""
        rows = self._db.execute("SELECT document FROM places WHERE kind = ? ORDER BY rowid", (kind,))
        return [json.loads(row[0]) for row in rows]

    def place(self, key: str) -> tuple[Json, str] | None:
        """A place and its kind, by id or address."""
        row = self._db.execute(
            "SELECT document, kind FROM places WHERE id = ?1 COLLATE NOCASE OR address = ?1 LIMIT 1", (key,)
        ).fetchone()
        return (json.loads(row[0]), row[1]) if row else None

    # Permissions

    # Of a mailbox's own calendar they are kept under the mailbox's id, of another calendar under that one's.

    def grant(self, calendar: str, grantee: str, role: str) -> None:
        """`grantee` (an address) has Graph's calendarRoleType `role`."""
        self._db.execute(
            "INSERT INTO permissions VALUES (?1, ?2, ?3) ON CONFLICT (mailbox, grantee) DO UPDATE SET role = ?3",
            (calendar, grantee, role),
        )

    def role(self, calendar: str, grantee: str) -> str | None:
        """What was granted; None: nothing was."""
        row = self._db.execute(
            "SELECT role FROM permissions WHERE mailbox = ? AND grantee = ?", (calendar, grantee)
        ).fetchone()
        return row[0] if row else None

    def roles(self, calendar: str) -> list[tuple[str, str]]:
        """Everybody to whom something was granted, with their role, in the order in which it was."""
        rows = self._db.execute("SELECT grantee, role FROM permissions WHERE mailbox = ? ORDER BY rowid", (calendar,))
        return [(row[0], row[1]) for row in rows]

    def revoke(self, calendar: str, grantee: str) -> None:
        """Take back what was granted."""
        self._db.execute("DELETE FROM permissions WHERE mailbox = ? AND grantee = ?", (calendar, grantee))

    # Events

    def put_event(self, item: Item) -> None:
        """A new copy, or a changed one."""
        self.put_events([item])

    def put_events(self, items: Iterable[Item]) -> None:
        """Many copies at once."""
        self._db.executemany(
            f"INSERT OR REPLACE INTO events ({_ITEM_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constants
            (
                (
                    item.id,
                    item.mailbox,
                    item.uid,
                    item.kind,
                    item.start,
                    item.finish,
                    _compact(item.document),
                    item.until or item.finish,
                    item.master,
                    item.day,
                    item.version,
                    item.transaction_id,
                    item.calendar,
                )
                for item in items
            ),
        )

    def event(self, event_id: str) -> Item | None:
        """By id; ids are case-sensitive."""
        return self._one_event("id = ?", event_id)

    def copies(self, uid: str, mailbox: str) -> list[Item]:
        """What a mailbox holds of a meeting: the single event, or the series and its exceptions."""
        return self._events("uid = ? AND mailbox = ?", uid, mailbox)

    def event_by_transaction(self, mailbox: str, transaction_id: str) -> Item | None:
        """What an earlier create with this transactionId made."""
        return self._one_event("mailbox = ? AND transaction_id = ?", mailbox, transaction_id)

    def events_between(self, mailbox: str, start: int, finish: int, calendar: str = "") -> list[Item]:
        """Single events, exceptions and series that may touch the stretch; exact for all but the series.

        Of the mailbox's own calendar, or of the one with the id `calendar`.
        """
        return self._events(
            "mailbox = ? AND calendar = ? AND start < ? AND (until > ? OR (start = finish AND start >= ?))"
            " ORDER BY start, finish, rowid",
            mailbox,
            calendar,
            finish,
            start,
            start,
        )

    def events_of(self, mailbox: str, calendar: str = "") -> list[Item]:
        """Single events and series of the mailbox's own calendar, or of another of its calendars, by start."""
        return self._events("mailbox = ? AND calendar = ? AND master IS NULL ORDER BY start, rowid", mailbox, calendar)

    def exceptions(self, master: str) -> list[Item]:
        """What differs from the series."""
        return self._events("master = ? ORDER BY start", master)

    def delete_event(self, event_id: str) -> None:
        """The copy, and with a series what differs from it."""
        self._db.execute("DELETE FROM events WHERE id = ?1 OR master = ?1", (event_id,))
        self._db.execute("DELETE FROM removed_days WHERE master = ?", (event_id,))

    def remove_day(self, master: str, day: str) -> None:
        """The series no longer takes place on that day."""
        self._db.execute("INSERT OR IGNORE INTO removed_days VALUES (?, ?)", (master, day))

    def removed_days(self, master: str) -> list[str]:
        """The ISO dates that were taken out of a series."""
        rows = self._db.execute("SELECT day FROM removed_days WHERE master = ? ORDER BY day", (master,))
        return [row[0] for row in rows]

    def restore_days(self, master: str) -> None:
        """A changed series starts without exceptions."""
        self._db.execute("DELETE FROM removed_days WHERE master = ?", (master,))
        self._db.execute("DELETE FROM events WHERE master = ?", (master,))

    def _one_event(self, condition: str, *values: str) -> Item | None:
        found = self._events(condition + " LIMIT 1", *values)
        return found[0] if found else None

    def _events(self, condition: str, *values: str | int) -> list[Item]:
        rows = self._db.execute(f"SELECT {_ITEM_COLUMNS} FROM events WHERE {condition}", values)  # noqa: S608 - constants
        return [_item(row) for row in rows]

    # Messages and letters under way

    def put_message(self, message_id: str, mailbox: str, document: Json) -> None:
        """A new message in a mailbox, or a changed one."""
        row = (message_id, mailbox, document["receivedDateTime"], json.dumps(document))
        self._db.execute(
            "INSERT INTO messages VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET received = ?3, document = ?4",
            row,
        )

    def messages(self, mailbox: str) -> list[Json]:
        """The newest first."""
        rows = self._db.execute(
            "SELECT document FROM messages WHERE mailbox = ? ORDER BY received DESC, rowid DESC", (mailbox,)
        )
        return [json.loads(row[0]) for row in rows]

    def message(self, mailbox: str, message_id: str) -> Json | None:
        """A mailbox's message of that id."""
        row = self._db.execute(
            "SELECT document FROM messages WHERE mailbox = ? AND id = ?", (mailbox, message_id)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def delete_message(self, message_id: str) -> None:
        """Keep it no longer."""
        self._db.execute("DELETE FROM messages WHERE id = ?", (message_id,))

    def post(self, due: int, letter: Json) -> None:
        """Keep a letter until it is due (seconds since 1970)."""
        self._db.execute("INSERT INTO outbox (due, letter) VALUES (?, ?)", (due, json.dumps(letter)))

    def collect(self, now: int) -> list[Json]:
        """Take the letters that are due, oldest first."""
        rows = self._db.execute("SELECT number, letter FROM outbox WHERE due <= ? ORDER BY number", (now,)).fetchall()
        self._db.executemany("DELETE FROM outbox WHERE number = ?", [(row[0],) for row in rows])
        return [json.loads(row[1]) for row in rows]
