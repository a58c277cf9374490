"""What others find in a meeting that was booked for a ticket."""

from pathlib import Path

from tests.conversations.office import address
from tests.conversations.player import playing
from tests.conversations.written import Step


async def test_the_ticket_is_in_the_meeting_and_who_booked_it_for_whom(tmp_path: Path) -> None:
    """Everybody who opens the invitation can tell why it is there."""
    async with playing(tmp_path, restarts=False) as player:
        for line in (
            "Mon 1 Mar 2027, 09:00",
            "Nuno: book an hour for Katherine with Tom tomorrow at 11:00, INC0012345",
            "Nuno: [Book]",
        ):
            await player.step(Step(line))
        [made] = [each.request_body for each in player.graph.requests if each.path.endswith("/events")]
    assert isinstance(made, dict)
    content = made["body"]["content"]
    assert "Nuno Prata booked this on behalf of Katherine Odell." in content
    assert "Ticket INC0012345" in content


async def test_a_right_that_was_taken_back_is_missed_at_the_tap(tmp_path: Path) -> None:
    """What was offered while the calendar was shared is not booked after, and it is said why."""
    async with playing(tmp_path, restarts=False) as player:
        for line in ("Mon 1 Mar 2027, 09:00", "Nuno: book an hour for Katherine with Tom tomorrow at 11:00"):
            await player.step(Step(line))
        store = player.graph.tenant.store
        owner = store.mailbox(address("katherine.odell"))
        assert owner is not None
        store.revoke(owner.id, address("nuno.prata"))
        answer = await player.step(Step("Nuno: [Book]"))
        calendar = await player.step(Step("Calendar of Katherine on 2 Mar:"))
    assert "     I can't change Katherine Odell's calendar" in answer
    assert not any("->" in line for line in answer)
    assert calendar == ["  14:00-15:00 Proofs (organizer: Ana accepted)"]
