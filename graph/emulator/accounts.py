"""Changes of the directory: another profile of a user, a user less, and users/delta, which tells of them.

Source: Graph documentation, user: update, delete and delta.
"""

import hashlib
import json
from datetime import timedelta

from graph.emulator.calls import Answer, Call
from graph.emulator.deltas import Delta, Tracked
from graph.emulator.directory import USER, USERS
from graph.emulator.errors import Json, bad_request
from graph.emulator.filters import parse_filter

_PROFILE = frozenset(
    {
        "accountEnabled",
        "businessPhones",
        "city",
        "companyName",
        "country",
        "department",
        "displayName",
        "employeeId",
        "givenName",
        "jobTitle",
        "mobilePhone",
        "officeLocation",
        "postalCode",
        "preferredLanguage",
        "state",
        "streetAddress",
        "surname",
        "usageLocation",
    }
)
_PAGE = 100
_LIFETIME = timedelta(days=7)
_NOT_TAKEN = ("$search", "$orderby", "$skip")


def update_user(call: Call) -> Answer:
    """PATCH a user's profile; names of sign-in and addresses stay."""
    user = call.user()
    stated = call.body(USER)
    if unknown := sorted(stated.keys() - _PROFILE):
        raise bad_request(f"The property '{unknown[0]}' cannot be updated.", "Request_BadRequest")
    call.tenant.store.change_user({**user, **stated})
    return Answer(204)


def delete_user(call: Call) -> Answer:
    """DELETE a user, with the mailbox."""
    call.tenant.store.remove_user(call.user()["id"])
    return Answer(204)


def users_delta(call: Call) -> Answer:
    """GET users/delta; $select and $filter are kept by the tokens."""

    def asked() -> Json:
        if any(name in call.query for name in _NOT_TAKEN):
            raise bad_request(
                f"The query options {', '.join(_NOT_TAKEN)} are not supported with delta.", "Request_UnsupportedQuery"
            )
        return {"select": call.query.get("$select"), "filter": call.query.get("$filter")}

    def look(asked: Json) -> Tracked:
        users = {user["id"]: user for user in call.tenant.store.users()}
        if asked["filter"]:
            test = parse_filter(asked["filter"])
            users = {key: user for key, user in users.items() if test(user)}
        return Tracked(
            {key: _version(user) for key, user in users.items()},
            lambda key: USERS.select(users[key], asked["select"]),
        )

    return Delta("", "users", _PAGE, asked, look, _LIFETIME).answer(call)


def _version(user: Json) -> str:
    return hashlib.blake2b(json.dumps(user, sort_keys=True).encode(), digest_size=12).hexdigest()
