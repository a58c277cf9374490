"""Who votes: of the guests those whom the vote reaches, and of a chat everybody in it."""

from collections.abc import Sequence
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.frame import Guest, Unresolved
from dialogs.turn import Mentioned
from dialogs.understand.understood import PersonMention, Role
from dialogs.voting.board import Board
from dialogs.voting.poll import Poll, Voter

CHAT = PersonMention("this chat", (0, 0), kind="chat")


def of_the_chat(
    guests: Sequence[Guest], unresolved: Sequence[Unresolved], members: Sequence[Mentioned]
) -> tuple[tuple[Guest, ...], tuple[Unresolved, ...]]:
    """Of two people with the name that was said, the one who is in this chat is meant."""
    here = {each.id for each in members if each.id}
    found, left = list(guests), []
    for unclear in unresolved:
        present = [person for person in unclear.candidates if person.id in here] if unclear.ambiguous else []
        if len(present) == 1:
            found.append(Guest(present[0], unclear.role))
        elif unclear.kind not in {"guest", "no_address"}:
            # Who is in the chat and cannot be invited votes all the same.
            left.append(unclear)
    return tuple(found), tuple(left)


def account_of(ident: str, members: Sequence[Mentioned]) -> str:
    """What the channel calls a member of that Entra object id; empty: it is not known."""
    return next((each.account for each in members if each.id == ident), "")


async def with_voters(poll: Poll, asker: Asker, board: Board) -> Poll:
    """Who votes: those of the guests whom the vote reaches, and of a chat everybody in it."""
    guests = poll.booking.guests
    if asker.turn.in_group:
        members = asker.turn.members
        if members is None:
            members = await board.members(poll.conversation)
        return _voters_of_chat(poll, members, asker.id)
    voters, unreachable = [], []
    for guest in guests:
        person = guest.person
        if person.id and await board.personal_chat(person.id):
            voters.append(_voter(guest))
        else:
            unreachable.append(person.name)
    return replace(poll, voters=tuple(voters), unreachable=tuple(unreachable))


def _voters_of_chat(poll: Poll, members: Sequence[Mentioned] | None, organizer: str) -> Poll:
    guests = poll.booking.guests
    if members is None:
        return replace(poll, voters=tuple(_voter(guest) for guest in guests if guest.person.id))
    by_id = {guest.person.id: guest for guest in guests if guest.person.id}
    by_email = {guest.person.email.lower(): guest for guest in guests}
    voters, seen = [], set()
    for member in members:
        guest = by_id.get(member.id or "") or by_email.get(member.email.lower() or "-")
        ident = member.id or member.account
        if ident == organizer or not ident or not (guest or poll.is_for_chat):
            continue
        voters.append(replace(_voter(guest) if guest else Voter(ident, member.name), id=ident, account=member.account))
        seen.add(guest.person.email if guest else "")
    away = tuple(guest.person.name for guest in guests if guest.person.email not in seen)
    return replace(poll, voters=tuple(voters), unreachable=away)


def _voter(guest: Guest) -> Voter:
    person = guest.person
    return Voter(person.id, person.name, person.email, is_optional=guest.role is Role.OPTIONAL)
