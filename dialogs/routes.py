"""Which job answers a request, and which a button."""

from collections.abc import Awaitable, Callable, Mapping

from dialogs import resuming
from dialogs.asker import Asker
from dialogs.booking import again, book, copying, picking
from dialogs.changing import alike, cancel, change, everything, making, preview
from dialogs.frame import Frame
from dialogs.invitations import apiece, other, proposals, proposing, respond, several
from dialogs.knowing import agenda, knowing
from dialogs.mail import mailing, messages
from dialogs.personal import absence, calendars, focus, preferences
from dialogs.places import rooms
from dialogs.turn import Json, Reply
from dialogs.understand.parting.apiece import APIECE
from dialogs.understand.replies.other_one import OTHER
from dialogs.understand.understood import Intent, Understood

WRITING_INTENTS = frozenset({Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE})
WRITING_TAPS = (
    knowing.WRITING
    | mailing.WRITING
    | preferences.VERBS
    | calendars.VERBS
    | {
        "book",
        "undo_book",
        "respond",
        "undo_respond",
        "cancel",
        "change",
        "undo_change",
        "alike",
        "undo_alike",
        "several",
        "undo_several",
        "reshuffle",
        "undo_reshuffle",
        "book_again",
        "propose_send",
        "letter_send",
        "absence",
        "undo_absence",
    }
)


Job = Callable[[Understood, Frame, Asker], Awaitable[tuple[Frame, Reply]]]
Pressed = Callable[[Json, Frame, Asker], Awaitable[tuple[Frame, Reply]]]


JOBS: Mapping[Intent, Job] = {
    Intent.SCHEDULE: book.book,
    Intent.RESCHEDULE: change.change,
    Intent.UPDATE: change.change,
    Intent.ADD_ATTENDEE: change.change,
    Intent.REMOVE_ATTENDEE: change.change,
    Intent.CANCEL: cancel.cancel,
    Intent.ACCEPT: respond.respond,
    Intent.TENTATIVE: respond.respond,
    Intent.DECLINE: respond.respond,
    Intent.PROPOSE: proposing.propose,
    Intent.CONTACT_ATTENDEES: messages.about_event,
    Intent.FORWARD: messages.about_event,
    Intent.EMAIL_SEND: messages.write,
    Intent.AWAY: absence.away,
    Intent.LIST_EVENTS: agenda.list_events,
    Intent.NEXT_MEETING: agenda.next_meeting,
    Intent.NAVIGATE: agenda.turn_page,
    Intent.CHECK_AVAILABILITY: book.check,
    Intent.FIND_ROOM: rooms.find,
    Intent.PREFERENCES: preferences.serve,
    Intent.CALENDARS: calendars.serve,
}
"""What answers a request that nothing else has taken."""


MOVES: Mapping[tuple[Intent, str], Job] = {
    (Intent.SCHEDULE, "focus"): focus.block,
    (Intent.SCHEDULE, "travel"): focus.beside,
    (Intent.RESCHEDULE, "proposed"): proposals.take,
    (Intent.RESCHEDULE, "stay"): proposals.stay,
    (Intent.RESCHEDULE, "several"): everything.move,
    (Intent.RESCHEDULE, "exchange"): everything.exchange,
    (Intent.SCHEDULE, "copy"): copying.copy,
    (Intent.SCHEDULE, "follow_up"): copying.copy,
    (Intent.SCHEDULE, "another"): copying.copy,
    (Intent.RESCHEDULE, "recur"): change.change,
    (Intent.RESCHEDULE, "series_end"): change.change,
    (Intent.RESCHEDULE, "series_longer"): change.change,
    (Intent.RESCHEDULE, "one_off"): change.change,
    (Intent.NAVIGATE, "resume"): resuming.resume,
    (Intent.ACCEPT, APIECE): apiece.answer,
    (Intent.TENTATIVE, APIECE): apiece.answer,
    (Intent.DECLINE, APIECE): apiece.answer,
    (Intent.ACCEPT, OTHER): other.answer,
    (Intent.TENTATIVE, OTHER): other.answer,
    (Intent.DECLINE, OTHER): other.answer,
}
"""What answers a request of such a facet, whatever is open."""


async def _choose_person(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Whom a name means: for the message, the change or the booking that asked."""
    if frame.letter and frame.letter.id == data.get("card"):
        return await messages.choose_person(data, frame, asker)
    if frame.change(data.get("card")):
        return await preview.choose_person(data, frame, asker)
    return await book.choose_person(data, frame, asker)


async def _leave_out(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    if frame.letter and frame.letter.id == data.get("card"):
        return await messages.choose_person(data, frame, asker)
    if frame.change(data.get("card")):
        return await preview.choose_person(data, frame, asker)
    return await book.leave_out(data, frame, asker)


TAPS: Mapping[str, Pressed] = {
    "book": picking.book_tapped,
    "undo_book": picking.undo,
    "other_times": picking.other_times,
    "compromise": book.compromise,
    "dont_book": picking.stop_tapped,
    "choose_person": _choose_person,
    "find_time": book.find_time,
    "leave_out": _leave_out,
    "respond": respond.respond_tapped,
    "cancel": cancel.cancel_tapped,
    "cancel_show": cancel.show_tapped,
    "cancel_keep": cancel.keep_tapped,
    "undo_respond": respond.undo,
    "propose": proposing.show_tapped,
    "propose_send": proposing.send_tapped,
    "propose_leave": proposing.leave,
    "letter_event": messages.event_tapped,
    "letter_send": messages.send,
    "letter_leave": messages.leave,
    "letter_undo": messages.undo,
    "absence": absence.set_up,
    "absence_leave": absence.leave,
    "undo_absence": absence.undo,
    "several": several.send,
    "several_keep": several.keep,
    "several_move": everything.instead_tapped,
    "undo_several": several.undo,
    "book_again": again.book,
    "book_again_offer": again.offer_tapped,
    "reshuffle": everything.send,
    "reshuffle_without": everything.leave_out,
    "reshuffle_keep": everything.keep,
    "reshuffle_decline": everything.decline_rest,
    "undo_reshuffle": everything.undo,
    "change": making.tapped,
    "change_show": preview.show_tapped,
    "change_room": preview.room_tapped,
    "change_other": preview.other_times,
    "change_keep": preview.keep_tapped,
    "undo_change": making.undo,
    "alike": alike.make,
    "alike_keep": alike.keep,
    "undo_alike": alike.undo,
    "agenda": agenda.agenda_tapped,
    "calendar_do": calendars.do_tapped,
    "calendar_leave": calendars.leave,
    "calendar_gone": calendars.gone,
    "undo_calendar": calendars.undo,
    "preferences_show": preferences.show_tapped,
    "preferences_save": preferences.save_tapped,
    "preferences_form": preferences.form_tapped,
    "preferences_leave": preferences.leave,
    "undo_preferences": preferences.undo,
}
"""What each button does."""
