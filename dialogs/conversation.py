"""Take one turn: understand it, pick the job that answers it, and keep the frame. The only place that routes."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from dialogs import (
    afterwards,
    antecedents,
    behalf,
    correcting,
    courtesy,
    elliptic,
    likewise,
    pressing,
    remarks,
    routes,
    serving,
    sign_in,
    stale,
    trouble,
    undoing,
)
from dialogs.asker import Asker, asker_of, reader_of
from dialogs.booking import book, leftover, questions, slips
from dialogs.cards import notices
from dialogs.changing import cancel, change, preview, redoing
from dialogs.decisions import abroad
from dialogs.frame import Frame
from dialogs.invitations import respond
from dialogs.invitations import told as told_answers
from dialogs.knowing import agenda, beside, conversion, knowing, whether
from dialogs.mail import mailing
from dialogs.people import groupnames
from dialogs.people.circles import RosterUnknown
from dialogs.people.names import names_of
from dialogs.personal import away_with, once_more, preferences, reminders
from dialogs.places import by_name, housing, of_these, rooms
from dialogs.referents import anchoring, besides, extent, grounding, rows, topical, troubled
from dialogs.turn import Json, Reply, Tap, Turn
from dialogs.understand import Context, understand
from dialogs.understand.behalf import parties
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.parting import preambles
from dialogs.understand.parting.in_turn import in_turn
from dialogs.understand.parting.told_before import request_alone
from dialogs.understand.replies.anew import behind_giving_up
from dialogs.understand.replies.joined import together
from dialogs.understand.second import Ask, checked, opinion
from dialogs.understand.slots import tickets
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.wording import asked_of_one, courtesies, deeds, referring, typed
from dialogs.voting import hearing
from dialogs.voting.board import Board
from dialogs.voting.hearing import Hearer
from dialogs.words.reader import Reader
from graph.client import GraphClient
from graph.errors import GraphError

LONGEST_UTTERANCE = 2000
"""Characters. What is longer is not one request, and half-read requests do harm."""
AMENDING = frozenset({Intent.AMEND, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE, Intent.UPDATE, Intent.RESCHEDULE})
GUESSED = 0.5
"""Below this, words without time and people ask for no booking."""
FOREIGN = 0.9
"""From this on, words that are none of ours were understood so, and not merely not read."""
KEEPS_DAY = frozenset(("agenda", "behalf", "courtesy"))
"""Dialogs after which the day whose agenda was shown is still what is spoken of."""
HEARD = frozenset(("help", "greet", "thanks", "human", "left_to_them", "sends_nothing", "time_told"))
"""Outcomes of a courtesy that was understood; small talk and the like are also what the model takes a slip for."""
FINDING = frozenset(("change", "cancel", "respond", "details"))
"""Dialogs that look for a meeting, and may find none."""
CHANGING = frozenset({Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE})


async def converse(
    turn: Turn, frame: Frame, graph: GraphClient, second_reader: Ask | None = None, board: Board | None = None
) -> tuple[Frame, Reply]:
    """Answer one turn; return what is known afterwards and what to say. `graph` acts for the speaker.

    `second_reader` is asked about words that we hardly know. `board` is where votes are; without it there are none.

    What Graph refuses is told in words; nothing is raised but for a fault of our own.
    """
    after, reply = await _taken(turn, frame, graph, second_reader, board)
    for number in range(afterwards.MOST):
        following = afterwards.next_turn(turn, frame, after, reply, number)
        if following is None:
            break
        frame = undoing.noted(frame, replace(after, then=""), turn.now)
        after, second = await _taken(
            following, afterwards.on_screen(frame, following.utterance), graph, second_reader, board
        )
        reply = afterwards.below(reply, second)
    after = replace(afterwards.dropped(after, reply), buttons=pressing.buttons(reply.card))
    after = antecedents.rows_kept(frame, after)
    after = _doubted(frame, after, reply)
    after = after if reply.dialog in KEEPS_DAY else replace(after, day_shown=None)
    return undoing.noted(frame, after, turn.now), reply


def _sets_something_up(context: Context) -> bool:
    """Whether the open card would set something up itself: an absence, a setting."""
    return context.question is not None and "set" in context.question.acts


async def _taken(
    turn: Turn, frame: Frame, graph: GraphClient, second_reader: Ask | None, board: Board | None
) -> tuple[Frame, Reply]:
    words = typed.plainly(turn.utterance)
    turn = replace(turn, utterance=words if frame.asked else preambles.without_news(words))
    reader = reader_of(turn, frame)
    if not turn.tap:
        turn, frame = await redoing.redone(turn, frame, graph)
    if turn.tap:
        return await _tapped(turn, turn.tap, frame, graph, reader, board=board)
    if turn.arrived:
        return frame, courtesy.welcome(turn, reader)
    if len(turn.utterance) > LONGEST_UTTERANCE:
        return frame, Reply(text=reader.say("too-long"), dialog="conversation", outcome="too_long")
    context = _context(turn, frame, reader.zone)
    says = any(letter.isalnum() for letter in turn.utterance)
    if (not says and not (frame.asked or frame.undo)) or not (says or understand(turn.utterance, context).certain):
        return frame, Reply(text=reader.say("empty"), dialog="conversation", outcome="empty")
    turn, frame = _asked_alone(turn, frame, reader.zone)
    turn, frame = await _in_full(turn, frame, graph, reader.zone)
    context = _context(turn, frame, reader.zone)
    if not frame.booking and (things := in_turn(turn.utterance, context, understand)):
        first = replace(turn, utterance=things.first)
        answer = await _said(first, frame, graph, reader, second_reader=second_reader, board=board)
        return afterwards.with_next(things, frame, answer)
    if remark := courtesy.remark(turn.utterance, reader):
        return _older(frame, frame), remark
    doubted = patterns()["asks-dispensable"].fullmatch(turn.utterance)
    if doubted:
        # Whether one may stay away is nothing that we answer for anybody, and no answer to an invitation.
        turn = replace(turn, utterance=f"who is in {doubted['which']}?")
    answer = await _said(turn, frame, graph, reader, second_reader=second_reader, board=board)
    return remarks.remarked(answer, reader.say("for-you-to-say") if doubted else "")


def _asked_alone(turn: Turn, frame: Frame, zone: ZoneInfo) -> tuple[Turn, Frame]:
    """The turn without what is only told around what it asks for, and without what its speaker has given up."""
    alone = request_alone(turn.utterance, _context(turn, frame, zone), understand)
    polite = alone if frame.asked else courtesies.plainly(alone, is_open=False)
    # "Oh and Tom" goes on with what was said; what begins like a request is one.
    turn = replace(turn, utterance=polite if patterns()["before-opens"].match(polite) else alone)
    begun = behind_giving_up(turn.utterance, _context(turn, frame, zone), understand)
    return (replace(turn, utterance=begun), frame.at_rest()) if begun else (turn, frame)


async def _in_full(turn: Turn, frame: Frame, graph: GraphClient, zone: ZoneInfo) -> tuple[Turn, Frame]:
    """The turn with its words saying what they leave out since it was shown or said before. Raises GraphError."""
    words, frame = antecedents.booking_undone(turn.utterance, antecedents.with_its_rows(turn.utterance, frame))
    turn, frame = await _told_apart(replace(turn, utterance=words), frame, graph)
    words, frame = antecedents.leaves_message(
        once_more.in_full(turn.utterance, frame, turn.now.astimezone(zone)), frame
    )
    turn = replace(turn, utterance=words)
    words = antecedents.with_those_asked(cancel.with_its_days(words, frame), frame)
    frame = frame.only_asking() if words != turn.utterance else frame
    context = _context(turn, frame, zone)
    words = likewise.of_the_series(likewise.spelt_out(words, frame), frame)
    words = likewise.in_the_week_offered(likewise.further(words, frame, context), frame, context)
    words = likewise.on_that_day(words, frame, context)
    words = antecedents.on_the_day_shown(likewise.at_that_time(words, frame, context), frame, context)
    words = antecedents.at_freed_time(elliptic.asked_again(words, frame, context), frame, context)
    words = antecedents.cancelled_moved(words, frame, context)
    words, frame = antecedents.booking_named(antecedents.calendar_at_hand(words, frame, context), frame)
    words = await rows.with_article(antecedents.of_them(words, frame), turn, frame, graph)
    words = antecedents.in_other_words(words, frame, context)
    words, frame = of_these.named_beside(words, frame)
    words = parties.plainly(rooms.by_its_name(of_these.told_apart(words, frame), frame))
    return replace(turn, utterance=words if _sets_something_up(context) else parties.booked(words)), frame


async def _told_apart(turn: Turn, frame: Frame, graph: GraphClient) -> tuple[Turn, Frame]:
    """The turn with its words telling which meetings they are of: the card's and another, or a row that is listed."""
    words, frame = await besides.both(turn, frame, graph)
    words, frame = await rows.told_apart(replace(turn, utterance=words), frame, graph)
    return replace(turn, utterance=words), frame


async def _said(
    turn: Turn, frame: Frame, graph: GraphClient, reader: Reader, *, second_reader: Ask | None, board: Board | None
) -> tuple[Frame, Reply]:
    utterance = turn.utterance
    said = _understood(turn, utterance, frame, reader.zone)
    is_apart = said.intent is Intent.PREFERENCES or not (frame.asked or frame.booking)
    if turn.in_group and is_apart and patterns()["holds-for-one"].fullmatch(utterance):
        # What somebody says of one meeting, among others, is nothing that they want for ever.
        return frame, Reply(text=reader.say("said-for-one"), dialog="preferences", outcome="of_one")
    told = ""
    if second_reader:
        told = await opinion(second_reader, said, utterance, _context(turn, frame, reader.zone))
        said = checked(said, told, utterance)
    if said.intent is Intent.TALK_TO_HUMAN:
        return frame, courtesy.human(turn.help_contact, reader)
    if said.intent is Intent.CANCEL_DIALOG and said.facet == "later":
        return _older(frame, frame), courtesy.waiting(frame, reader)
    if said.intent is Intent.CANCEL_DIALOG and said.facet == "kept":
        return _older(frame, frame), courtesy.kept(reader)
    if board:
        hearer = Hearer(
            turn, graph, reader, lambda zone: checked(_understood(turn, utterance, frame, zone), told, utterance)
        )
        pressed = pressing.pressed(said, frame, utterance)
        if (voted := await hearing.heard(said, frame, board, hearer, pressed=pressed)) is not None:
            return _older(frame, voted[0]), voted[1]
    presses = pressing.pressed(said, frame, utterance) is not None or behalf.is_of_another(utterance, frame)
    presses = presses or serving.speaks_of_it(utterance, frame)
    asks_more = grounding.asks_advice(utterance) or pressing.bids(frame, utterance)
    asks_more = asks_more or grounding.may_drop_one(said, utterance, frame) or by_name.may_be(said, frame, utterance)
    asks_more = asks_more or away_with.hears(utterance, frame)
    quick = None if presses or asks_more else _without_calendar(said, frame, reader, utterance)
    if quick is not None:
        return _older(frame, quick[0]), quick[1]
    try:
        known, asker = await asker_of(turn, frame, graph)
        if asker.zone != reader.zone:
            said = checked(_understood(turn, utterance, known, asker.zone), told, utterance)
        after, reply, said = await _serve_whose(utterance, said, known, asker)
        after = redoing.noted(utterance, said, frame, after)
        after = mailing.seen(frame, after, reply)
        # To "which one?" the card that asked is still what is answered.
        asks_on = reply.outcome in ("nothing_to_choose", "named_already")
        settled = _asking_on(after) if asks_on else _older(frame, after)
        return afterwards.kept(said, frame, settled), _with_the_next(said, frame, reply)
    except RosterUnknown:
        unknown = reader.say("members-unknown")
        return frame, Reply(text=unknown, needs_members=True, dialog="conversation", outcome="members_unknown")
    except GraphError as error:
        again = ("say", {"text": utterance, "for": turn.speaker.id})
        pressed = pressing.pressed(said, frame, utterance)
        writes = said.intent in routes.WRITING_INTENTS or mailing.writes(said)
        writing = writes or (pressed is not None and pressed.verb in routes.WRITING_TAPS)
        return frame, trouble.apology(error, reader, again, writing=writing, is_mail=said.mail is not None)


async def _serve_whose(utterance: str, said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply, Understood]:
    """Serve what was said in the calendar that it is about."""
    plain, ticket = tickets.cut(utterance)
    if served := await serving.taken_up(plain, frame, asker) or await correcting.of_card(frame, asker):
        return *served, replace(said, then="")

    def understand_again(words: str) -> Understood:
        return replace(_understood(asker.turn, words, frame, asker.zone), ticket=ticket)

    meant = await behalf.whose(
        plain, said, frame, asker, pressed=pressing.pressed(said, frame, utterance), understand=understand_again
    )
    if meant.reply:
        frame = replace(frame, named=(meant.named,), day_shown=meant.day) if meant.named else frame
        return frame, meant.reply, meant.said
    context = _context(asker.turn, frame, asker.zone)
    # Nobody is looked for in what was only told, or was put right.
    plain = asked_of_one.plainly(referring.plainly(plain, context), context)
    plain = plain if context.question else deeds.plainly(plain, context)
    said = meant.said
    told = await conversion.told(frame, meant.asker) or await whether.answered(plain, frame, meant.asker, context)
    told = told or await beside.told(plain, frame, meant.asker)
    if told:
        return *behalf.marked(frame, *told, meant.asker), replace(said, intent=Intent.EVENT_DETAILS, then="")
    if meant.asker.turn.utterance != asker.turn.utterance:
        # What its owner would say is what is read again.
        plain = meant.asker.turn.utterance
    if troubling := await troubled.moved(plain, said, frame, meant.asker, context):
        said = troubling
    elif titled := await grounding.under_its_title(plain, said, frame, meant.asker, context):
        said = titled
    elif grounding.is_doubtful(plain, said, frame):
        said = await grounding.of_an_event(plain, said, meant.asker, context) or said
        if grounding.may_drop_one(said, plain, frame) and (
            quick := _without_calendar(said, frame, asker.reader, plain)
        ):
            return *quick, said
    if not meant.asker.acting:
        said = await grounding.with_names(plain, said, meant.asker, context)
    plain, said = await groupnames.heard(plain, said, meant.asker, context)
    said = await housing.of_what_there_is(plain, said, frame, meant.asker)
    said, out = await leftover.heard(plain, said, meant.asker)
    if advised := await grounding.advised(plain, said, frame, meant.asker, context):
        return *advised, said
    after, reply = await _serve(said, frame, meant.asker)
    if grounding.is_lost(reply, after) or grounding.names_stranger(after):
        said, after, reply = await _grounded(plain, said, frame, meant.asker, context) or (said, after, reply)
    after, reply = remarks.remarked((after, reply), leftover.told(out, after, reply, meant.asker))
    after, reply = remarks.remarked((after, reply), remarks.of_unheard(said, reply, meant.asker))
    after, reply = remarks.remarked((after, reply), remarks.of_day(reply, after, meant.asker))
    after, reply = remarks.remarked((after, reply), remarks.of_title(reply, frame, after, meant.asker))
    after, reply = remarks.remarked((after, reply), await remarks.of_bare_days(said, after, reply, meant.asker))
    return *behalf.marked(frame, after, reply, meant.asker, said), said


async def _grounded(
    utterance: str, said: Understood, frame: Frame, asker: Asker, context: Context
) -> tuple[Understood, Frame, Reply] | None:
    """Words that led nowhere, served as they read with what calendar and directory know; None: they lead nowhere."""
    again = await grounding.reread(utterance, said, asker, context)
    if again is None:
        return None
    again, _ = await leftover.heard(utterance, again, asker)
    after, reply = await _serve(again, frame, asker)
    if not (grounding.is_lost(reply, after) or grounding.names_stranger(after)):
        return again, after, reply
    if said.intent not in grounding.IDLE:
        return None
    if cancel.is_asked(frame) and again.subject:
        # "Sorry, I meant the critique" is said to the card that asks about another one.
        return again, *await cancel.correct(again, frame, asker)
    asked = await grounding.ask_what(utterance, again, frame, asker)
    return (again, *asked) if asked else None


def _understood(turn: Turn, utterance: str, frame: Frame, zone: ZoneInfo) -> Understood:
    context = _context(turn, frame, zone)
    if slip := slips.corrected(utterance, frame, context):
        return slip
    plain, ticket = tickets.cut(utterance)
    said = (
        replace(abroad.understood(plain, context), ticket=ticket) if ticket else abroad.understood(utterance, context)
    )
    if said.intent in AMENDING and not said.event and (day := frame.day_at_hand):
        # "Make it the 20th" is of the month of what is discussed; "what's on the 20th?" is not.
        again = understand(plain, replace(context, at_hand=day.astimezone(zone).date()))
        return replace(again, ticket=ticket) if again.intent is said.intent else said
    return topical.of_booking(utterance, said, frame)


def _context(turn: Turn, frame: Frame, zone: ZoneInfo) -> Context:
    return Context(
        turn.now.astimezone(zone),
        zone,
        turn.locale,
        pressing.question(frame),
        has_mail=frame.has_mail,
        first_weekday=frame.habits.first_weekday or 0,
        names=names_of(frame.just_named),
    )


def _with_the_next(said: Understood, before: Frame, reply: Reply) -> Reply:
    """Of two requests in one message the second is a tap away, where it is not taken up by itself.

    What bids the card do its act is on its buttons.
    """
    asks = said.then and reply.outcome not in afterwards.DONE and not pressing.is_bid(said.then, before)
    return replace(reply, prompts=(said.then, *reply.prompts)[:3]) if asks else reply


def _asking_on(frame: Frame) -> Frame:
    """Once it was said that one of the choices is to be named, "the second" is one of them, and "yes" the only one."""
    if frame.asked is None:
        return frame
    only = frame.asked.choices[0] if len(frame.asked.choices) == 1 else frame.asked.yes
    return replace(frame, asked=replace(frame.asked, is_older=False, yes=only))


def _doubted(before: Frame, after: Frame, reply: Reply) -> Frame:
    """What was not understood, or led to no meeting, may have been meant to change what is open: no yes does that as
    it was before.
    """
    is_lost = (
        (reply.dialog == "courtesy" and reply.outcome not in HEARD)
        or (reply.dialog in FINDING and reply.outcome == "nothing")
        or reply.outcome == "what_instead"
    )
    if not is_lost or after.asked is None or before.asked is None or after.asked.id != before.asked.id:
        return after
    return replace(after, asked=replace(after.asked, yes=None, bidden=None, is_doubtful=True))


def _older(before: Frame, after: Frame) -> Frame:
    """A bare yes answers the newest message alone: once something else was told, it answers nothing.

    "Her" is who was asked about, until the booking at hand changes.
    """
    if after.named == before.named and after.booking != before.booking:
        after = replace(after, named=())
    if after.asked is None or after.asked != before.asked:
        return after
    lists = after.listed != before.listed and len(after.listed) > 1
    bidden = after.asked.yes or after.asked.bidden
    return replace(after, asked=replace(after.asked, yes=None, bidden=bidden, is_older=after.asked.is_older or lists))


def _without_calendar(said: Understood, frame: Frame, reader: Reader, words: str) -> tuple[Frame, Reply] | None:
    """What is answered at once; None where the mailbox is needed."""
    match said.intent:
        case Intent.HELP:
            return frame, courtesy.help_reply(reader)
        case Intent.SIGN_OUT:
            return Frame(habits=frame.habits), sign_in.sign_out(reader)
        case Intent.CANCEL_DIALOG if said.facet == "undo":
            return None if undoing.meant(words, frame) else (frame, courtesy.nothing_to_undo(reader))
        case Intent.NO if said.facet == "unsaid" and frame.open_offer:
            return questions.what_instead(frame, reader)
        case Intent.CANCEL_DIALOG | Intent.NO if not frame.booking or pressing.is_plain(said):
            return frame.at_rest(), courtesy.stopped(frame, reader)
        case Intent.SMALLTALK if said.facet == "by_oneself":
            return frame, courtesy.left_to_you(reader)
        case Intent.GREET | Intent.THANKS | Intent.GOODBYE | Intent.SMALLTALK if grounding.is_idle(said):
            return frame, courtesy.answer(said.intent, reader, words=words)
    return None


async def _serve(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    if told := await respond.told_besides(asker.turn.utterance, frame, asker):
        return told
    if answer := await told_answers.answered(said, frame, asker):
        return answer
    if said.intent in (Intent.EMAIL_SEARCH, Intent.EMAIL_SEND) and (about_mail := mailing.job_for(said)):
        # "reply that I'll call after the review" has no time that is to be settled.
        return await about_mail(said, frame, asker)
    if not said.when and (already := courtesy.named_already(frame, asker)):
        return frame, already
    if not said.event and (theirs := courtesy.nothing_of_yours(frame, asker)):
        return frame, theirs
    said = anchoring.instead(said, frame)
    timed = await anchoring.settled(said, frame, asker)
    words = timed.told or (remarks.of_zone(said, asker) if said.intent is not Intent.ASK_TIME else "")
    if not words and said.intent in (Intent.RESCHEDULE, Intent.PROPOSE):
        words = questions.clock_change(said, asker)
    return timed.asks or remarks.remarked(await _serve_timed(timed.said, frame, asker), words)


async def _serve_timed(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    if of_mail := mailing.job_for(said):
        return await of_mail(said, frame, asker)
    if move := routes.MOVES.get((said.intent, said.facet)):
        return await move(said, frame, asker)
    said = rooms.for_another(said)
    # "Ok cancel it" is a yes to the card, and as little says how much of a series is meant.
    said = Understood(Intent.YES, 1.0) if pressing.bids(frame, asker.turn.utterance) else said
    if (went_on := await _with_what_is_open(said, frame, asker)) is not None:
        return went_on
    if said.time.impossible and said.intent not in (Intent.SCHEDULE, Intent.CHECK_AVAILABILITY):
        return frame, courtesy.impossible(said.time.impossible, asker.reader)
    if said.intent is Intent.SCHEDULE and said.confidence < GUESSED and not (said.people or said.when or said.room):
        return frame, courtesy.answer(Intent.OUT_OF_SCOPE, asker.reader)
    if question := knowing.job_for(said):
        return await question(said, frame, asker)
    match said.intent:
        case Intent.LIST_EVENTS if said.facet == "invitations":
            return await respond.show_waiting(said, frame, asker)
        case Intent.AMEND if said.time.rrule and len(frame.listed) == 1 and not said.people:
            return await change.change(replace(said, intent=Intent.RESCHEDULE, facet="recur"), frame, asker)
        case Intent.AMEND if said.people:
            return await book.check(said, frame, asker)
        case Intent.AMEND if said.time.exact or said.time.slots:
            # "And on Thursday?", with nothing being booked, goes on asking what is on.
            return await agenda.list_events(said, frame, asker)
        case intent if job := routes.JOBS.get(intent):
            return await job(said, frame, asker)
    if called := await rooms.wanted_by_name(said, frame, asker):
        return called
    is_foreign = said.intent is Intent.OUT_OF_SCOPE and said.confidence >= FOREIGN
    return frame, courtesy.answer(said.intent, asker.reader, is_foreign=is_foreign)


async def _pressed_or_picked(said: Understood, frame: Frame, asker: Asker) -> tuple[Tap | None, str]:
    """The button that the words press, or the row whose room they take, and what it is about, told beside."""
    utterance = asker.turn.utterance
    topic = topical.of_pick(utterance, said, frame, _context(asker.turn, frame, asker.zone))
    topic = "" if topic and await leftover.names_somebody(topic, asker) else topic
    tap = pressing.pressed(said, frame, utterance) or rooms.picked(said, frame, asker, topic=topic)
    if asker.turn.in_group and pressing.leaves_open_which(frame, utterance):
        tap = None
    if tap is None and topic and not (said.people or said.when):
        pick = patterns()["leads-to-topic"].sub("", utterance.partition(topic)[0]).rstrip(" ,;:.!–—-")
        tap = pressing.pressed(_understood(asker.turn, pick, frame, asker.zone), frame, pick)
    return tap, topic


async def _with_what_is_open(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """What the words do to the card that asks or to the booking at hand; None where they speak of something else."""
    tap, topic = await _pressed_or_picked(said, frame, asker)
    tap = tap or await extent.of_one(said, frame, asker)
    if tap and not pressing.against_odds(said, tap, frame, asker.turn.utterance):
        frame = topical.called(topic, tap, frame)
        return await _act(tap.verb, pressing.with_words(tap, said), frame, asker)
    if frame.asked and frame.asked.question.kind == "event" and said.intent is Intent.SELECT and said.event:
        named = change.name_event if frame.open_change else cancel.cancel
        return await named(said.event, frame, asker)
    if (corrected := await correcting.corrected(said, frame, asker)) is not None:
        return corrected
    match said.intent:
        case Intent.AMEND if reminders.is_open(frame):
            return await reminders.amend(said, frame, asker)
        case intent if intent in CHANGING and (said.event or not frame.booking):
            return await change.change(said, frame, asker)
        case Intent.AMEND | Intent.CHECK_AVAILABILITY if frame.open_change and correcting.speaks_of_it(said):
            return await change.change(said, frame, asker)
        case Intent.NAVIGATE if frame.open_change:
            return await preview.navigate(said, frame, asker)
        case Intent.SCHEDULE if frame.booking and correcting.takes_up(said, frame.booking, asker.turn.utterance):
            return await book.amend(said, frame, asker)
        case Intent.CHECK_AVAILABILITY if frame.open_offer and said.time.clock and not said.people:
            # "Is 3 possible?" is about the meeting on the card.
            return await book.amend(said, frame, asker)
        case Intent.NAVIGATE if frame.open_offer:
            return await book.elsewhere(said, frame, asker)
        case Intent.YES | Intent.SELECT if not frame.booking or (pressing.is_plain(said) and not said.when):
            return frame, courtesy.nothing_to_choose(said, frame, asker)
        case intent if intent in AMENDING | correcting.DECIDING and frame.booking:
            return await book.amend(together(said), frame, asker)
    return None


async def _tapped(
    turn: Turn, tap: Tap, frame: Frame, graph: GraphClient, reader: Reader, *, board: Board | None
) -> tuple[Frame, Reply]:
    owner = tap.data.get("for")
    if owner is not None and owner != turn.speaker.id:
        return frame, Reply(text=reader.say("not-yours"), dialog="conversation", outcome="not_theirs")
    if tap.verb == "say" and isinstance(text := tap.data.get("text"), str):
        return await _taken(replace(turn, tap=None, utterance=text), frame, graph, None, board)
    if board and (voted := await hearing.tapped(tap, frame, board, Hearer(turn, graph, reader))):
        return voted
    try:
        known, asker = await asker_of(turn, frame, graph)
        asker = await behalf.of_tap(tap.data, asker)
        after, reply = await _act(tap.verb, tap.data, known, asker)
        return behalf.marked(known, mailing.seen(known, after, reply), reply, asker)
    except GraphError as error:
        return frame, trouble.apology(
            error,
            reader,
            (tap.verb, tap.data),
            writing=tap.verb in routes.WRITING_TAPS,
            is_mail=mailing.is_about_mail(tap.verb),
        )


async def _act(verb: str, data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    if too_late := undoing.too_late(Tap(verb, data), frame, asker.now, asker.reader):
        return frame, too_late
    if verb in routes.WRITING_TAPS - mailing.WRITING - preferences.VERBS and (refusal := behalf.missing_right(asker)):
        return frame, refusal
    if verb == "anchor":
        return await _choose_anchor(data, frame, asker)
    if pressed := routes.TAPS.get(verb) or knowing.TAPS.get(verb) or mailing.tapped(verb):
        return await pressed(data, frame, asker)
    return frame, Reply(card=notices.expired(asker.reader), dialog="conversation", outcome="unknown_verb")


async def _choose_anchor(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """By which event the time was said."""
    timed = await anchoring.chosen(data, frame, asker)
    if timed is None or frame.anchored is None:
        return frame, stale.expired("anchoring", asker)
    frame = replace(frame, asked=frame.anchored.asked, anchored=None)
    return timed.asks or remarks.remarked(await _serve_timed(timed.said, frame, asker), timed.told)
