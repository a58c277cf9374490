"""Which job answers a question: about a meeting, a day, a person or the time. `conversation.py` asks here first."""

from collections.abc import Awaitable, Callable, Mapping

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.invitations import proposals
from dialogs.knowing import blockers, dayends, details, elsewhere, lookup, nextfree, publicdays, workload
from dialogs.personal import reminders
from dialogs.turn import Json, Reply
from dialogs.understand.understood import Intent, Understood

Job = Callable[[Understood, Frame, Asker], Awaitable[tuple[Frame, Reply]]]
Tapped = Callable[[Json, Frame, Asker], Awaitable[tuple[Frame, Reply]]]

ANY = "*"
"""Every facet of the intent that is not named."""
JOBS: Mapping[tuple[Intent, str], Job] = {
    (Intent.EVENT_DETAILS, ANY): details.tell,
    (Intent.EVENT_DETAILS, "proposals"): proposals.tell,
    (Intent.EVENT_DETAILS, "declined"): blockers.tell,
    (Intent.TIME_REMAINING, ANY): details.tell,
    (Intent.JOIN, ANY): details.tell,
    (Intent.NEXT_MEETING, "first"): dayends.tell,
    (Intent.NEXT_MEETING, "start"): dayends.tell,
    (Intent.LIST_EVENTS, "last"): dayends.tell,
    (Intent.LIST_EVENTS, "finish"): dayends.tell,
    (Intent.LIST_EVENTS, "ends"): dayends.tell,
    (Intent.LIST_EVENTS, "load"): workload.tell,
    (Intent.CHECK_AVAILABILITY, "next"): nextfree.tell,
    (Intent.CHECK_AVAILABILITY, "everybody"): nextfree.everybody,
    (Intent.CHECK_AVAILABILITY, "blockers"): blockers.tell,
    (Intent.LOOKUP_PERSON, ANY): lookup.tell,
    (Intent.ASK_TIME, ANY): elsewhere.tell,
    (Intent.ASK_TIME, "again"): elsewhere.again,
    (Intent.ASK_TIME, "holiday"): publicdays.tell,
    (Intent.SET_REMINDER, ANY): reminders.remind,
    (Intent.LIST_EVENTS, "reminders"): reminders.tell,
}
TAPS: Mapping[str, Tapped] = {
    "details": details.details_tapped,
    "take_proposal": proposals.take_tapped,
    "person": lookup.person_tapped,
    "remind": reminders.remind_tapped,
    "undo_reminder": reminders.undo,
    "add_reminder": reminders.add_tapped,
    "undo_added": reminders.undo_added,
    "dont_remind": reminders.leave,
}
"""What a button of that verb does."""


WRITING = frozenset(("remind", "undo_reminder", "add_reminder", "undo_added"))


def job_for(said: Understood) -> Job | None:
    """The job that answers it, where it is such a question."""
    if said.intent is Intent.CHECK_AVAILABILITY and any(each.kind == "chat" for each in said.people):
        return nextfree.everybody
    return JOBS.get((said.intent, said.facet)) or JOBS.get((said.intent, ANY))
