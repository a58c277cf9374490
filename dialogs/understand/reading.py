"""Text to `Understood`: requests are told apart, and each is read by its build, or else plainly, as its words stand."""

from collections.abc import Callable
from dataclasses import replace

from dialogs.understand import plain
from dialogs.understand.behalf import parties
from dialogs.understand.builds.absent_for import absent_for
from dialogs.understand.builds.acts import act
from dialogs.understand.builds.altered import altered, is_housed, named, of_that_day
from dialogs.understand.builds.asides import corrected, with_asides
from dialogs.understand.builds.asking import asked
from dialogs.understand.builds.away import away_and_answered, away_besides, with_reply
from dialogs.understand.builds.backward import looked_back
from dialogs.understand.builds.calendars import in_turn, spoken_of
from dialogs.understand.builds.counted import next_few
from dialogs.understand.builds.focus import guarded
from dialogs.understand.builds.mailing import mailed, with_mail
from dialogs.understand.builds.moves import moves
from dialogs.understand.builds.settings import preferred
from dialogs.understand.builds.voting import voting
from dialogs.understand.context import Context
from dialogs.understand.intent.decision import ANSWERS
from dialogs.understand.intent.topics import is_stray, names_strange
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.parting import parted, preambles, requests
from dialogs.understand.parting.all_while_away import all_while_away
from dialogs.understand.parting.amid import one_request
from dialogs.understand.parting.apiece import apiece
from dialogs.understand.parting.around import around
from dialogs.understand.parting.background import (
    behind_absence,
    behind_fact,
    behind_story,
    blocked_for_fact,
    put_down_fact,
)
from dialogs.understand.parting.breaths import in_breaths
from dialogs.understand.parting.called_off import called_off
from dialogs.understand.parting.clauses import asked_in
from dialogs.understand.parting.headed import headed
from dialogs.understand.parting.joint import chained, says_more, two_changes
from dialogs.understand.parting.own_entry import for_oneself
from dialogs.understand.parting.refused import refused
from dialogs.understand.parting.tails import with_one_side, without_tail
from dialogs.understand.parting.told_before import without_story
from dialogs.understand.parting.told_then import told_then
from dialogs.understand.parting.two_questions import two_questions
from dialogs.understand.replies.anew import anew
from dialogs.understand.replies.assent import assented, contradicts, praises
from dialogs.understand.replies.at_hand import of_those_at_hand
from dialogs.understand.replies.choosing import of_a_day, picked_and_changed, taken_with_more
from dialogs.understand.replies.holding import held_off
from dialogs.understand.replies.joined import joined, tells
from dialogs.understand.replies.other_one import other_one
from dialogs.understand.replies.taken_back import taken_back
from dialogs.understand.replies.told_answer import answer_told, with_answer
from dialogs.understand.replies.told_others import told_others
from dialogs.understand.replies.yes_then import yes_then
from dialogs.understand.slots import entitled, extras, untitled
from dialogs.understand.slots.as_said import as_said
from dialogs.understand.slots.besides import with_roles
from dialogs.understand.slots.called import called
from dialogs.understand.slots.day_beside import beside_its_day
from dialogs.understand.slots.kept import kept
from dialogs.understand.slots.sided import with_side
from dialogs.understand.slots.told_why import with_reason
from dialogs.understand.understood import NO_EXTRAS, Extras, Intent, Kind, Question, Understood
from dialogs.understand.wording import (
    apologies,
    courtesies,
    deeds,
    forenamed,
    forms,
    in_order,
    misspelt,
    rephrased,
    retold,
    roomless,
    spoken,
    typed,
)

_ALTERED_TIME = frozenset((Intent.AMEND, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE, Intent.RESCHEDULE))
"""What may be said of one of the times that are offered, besides that it is taken."""

_LOST = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.GOODBYE))
"""What words come to of which nothing is known."""
_CORRECTING = _ALTERED_TIME | {Intent.FIND_ROOM}
"""What may be said of the card that is open."""
_OF_PRAISE = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.GREET))
_OF_MEETINGS = frozenset(("nudge", "late"))
"""Facets of what is only ever said to those who come to a meeting, whatever that is called."""
_BRIEF = 3
"""Letters of a note that may be a part of any other word."""
_DECIDED = 0.97
_TWO = 2
"""Requests at the most where the second only tells where what is moved is to be."""
_REFUSING = frozenset((Intent.NO, Intent.NAVIGATE, Intent.CANCEL_DIALOG, Intent.AMEND))

_BY_WORD = frozenset(("yes_no", "choice"))
"""Questions to which nobody writes a text."""
_UNTOLD = Understood(Intent.OUT_OF_SCOPE, 0.0)
_TOLD = Understood(Intent.SMALLTALK, 0.5)
"""What is only told, as far as the words alone go."""


class _Once:
    """Reads an utterance and its parts, each of them once, however many readers ask for it."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, str, Context], Understood] = {}
        self._built: dict[tuple[str, Context], Understood | None] = {}
        self._altered: dict[tuple[str, Context], Understood | None] = {}

    def whole(self, words: str, context: Context) -> Understood:
        """All that is said."""
        return self._read("whole", lambda: _whole(words, context, self), words, context)

    def unparted(self, words: str, context: Context) -> Understood:
        """All that is said, where it is no row of answers."""
        return self._read("unparted", lambda: _unparted(words, context, self), words, context)

    def requested(self, words: str, context: Context) -> Understood:
        """The first request, and what is left of the message."""
        return self._read("requested", lambda: _requested(words, context, self), words, context)

    def request(self, words: str, context: Context) -> Understood:
        """One request."""
        return self._read("request", lambda: _request(words, context, self), words, context)

    def built(self, words: str, context: Context) -> Understood | None:
        """One request of which the build tells what it means; None where only its words do."""
        if (key := (words, context)) not in self._built:
            self._built[key] = _built(words, context, self)
        return self._built[key]

    def altered(self, words: str, context: Context) -> Understood | None:
        """The change of an event that exists, or None."""
        if (key := (words, context)) not in self._altered:
            self._altered[key] = altered(words, context, self.plainly)
        return self._altered[key]

    def acted(self, words: str, context: Context) -> Understood:
        """What a part of a request says, which may have many parts itself."""
        return act(words, context, self.plainly) or self.plainly(words, context)

    def plainly(self, words: str, context: Context) -> Understood:
        """The words as they stand, whatever their build."""
        return self._read("plainly", lambda: plain.plainly(words, context), words, context)

    def _read(self, way: str, read: Callable[[], Understood], words: str, context: Context) -> Understood:
        key = (way, words, context)
        if (said := self._said.get(key)) is None:
            said = self._said[key] = read()
        return said


class _Glance(_Once):
    """Reads requests by their build alone, which is soon done, to see whether any of them changes an event."""

    def __init__(self, once: _Once) -> None:
        super().__init__()
        self._once = once
        self.changes = False

    def request(self, words: str, context: Context) -> Understood:
        """One request, as far as its build tells what it means."""
        said = self._once.built(words, context)
        self.changes |= said is not None and preambles.is_change(said)
        return said or _UNTOLD

    def plainly(self, words: str, context: Context) -> Understood:
        """The words of a part of a request."""
        return self._once.plainly(words, context)


def understand(utterance: str, context: Context) -> Understood:
    """What `utterance` means to somebody who says it at `context.now`. Never raises, whatever the text."""
    if besides := yes_then(typed.plainly(utterance), context, _heard):
        return besides
    if corrects := _corrected(utterance, context):
        return corrects
    several = joined(typed.plainly(utterance), context, _heard) if context.question else None
    said = several or _heard(utterance, context)
    is_vague = said.intent is Intent.SCHEDULE and not (said.certain or tells(said))
    is_change = is_vague or said.intent in _CORRECTING | _LOST | {Intent.SET_REMINDER}
    if context.question is None and is_change and not (said.also and tells(said)):
        said = joined(typed.plainly(utterance), context, _heard) or said
    if context.question is not None:
        return told_others(typed.plainly(utterance), said, context.question)
    if said.intent in _LOST:
        said = _once_plain(utterance, said, context)
    return with_side(without_story(typed.plainly(utterance), said, context, _heard), utterance)


def _once_plain(utterance: str, said: Understood, context: Context) -> Understood:
    """What is left without what is only courtesy, where the whole was read as nothing."""
    plain = deeds.plainly(courtesies.plainly(typed.plainly(utterance), is_open=False), context)
    again = said if plain == utterance else _heard(plain, context)
    return said if again.intent in _LOST else replace(again, certain=False)


def _corrected(utterance: str, context: Context) -> Understood | None:
    """The correction amid what is only told, and the bid behind it; None where there is none."""
    found = around(typed.plainly(utterance), context)
    if found is None:
        return None
    said = joined(found.correction, context, _heard) or _heard(found.correction, context)
    if said.intent not in _CORRECTING or said.then or (found.choice and said.choice):
        return None
    return replace(said, then=found.bid, choice=found.choice or said.choice)


def _heard(utterance: str, context: Context) -> Understood:
    """What is heard in the words at first."""
    once = _Once()
    utterance = typed.plainly(utterance)
    utterance = utterance if context.question else preambles.without_news(utterance)
    utterance = utterance if context.question else typed.unshouted(utterance)
    if (context.question is None or context.question.kind in _BY_WORD) and spoken.is_remark(utterance):
        return replace(_TOLD, confidence=1.0)
    for away in (away_and_answered, absent_for):
        if said := away(misspelt.mended(utterance), context, once.whole):
            return said
    if said := for_oneself(utterance, context, _heard):
        return said
    written, utterance = utterance, in_order.plainly(utterance, context)
    said = kept(utterance, lambda words: _whole(words, context, once)) or _whole(utterance, context, once)
    said = entitled.read_apart(utterance, said, lambda words: _whole(words, context, once))
    if said.intent is Intent.RESCHEDULE and (clock := patterns()["somebodys-time"].search(utterance)):
        # By whose clock "10 her time" is, the dialog reckons; it tells nothing of which event.
        bare = _whole(f"{utterance[: clock.start()].rstrip()}{utterance[clock.end() :]}", context, once)
        said = bare if bare.intent is said.intent else said
    unasked = replace(context, question=None)
    said = anew(utterance, said, context, lambda: _whole(in_order.plainly(written, unasked), unasked, once)) or said
    said = looked_back(utterance, of_that_day(untitled.with_title(utterance, said, context)), context)
    said = with_reason(utterance, as_said(utterance, said, lambda words: _plain_words(words, context)))
    said = _without_reminder(utterance, apologies.with_them(utterance, said))
    said = entitled.without_way(utterance, entitled.without_remark(utterance, said))
    said = with_answer(said, lambda words: _whole(words, context.alone, once))
    if context.question is None and said.intent in _OF_PRAISE and praises(utterance):
        return replace(said, intent=Intent.THANKS, confidence=1.0, facet="")
    answer = assented(utterance, context.question)
    if answer is None and context.question and said.intent is Intent.YES and contradicts(utterance, context.question):
        return replace(said, confidence=0.0, certain=False)
    return said if answer is None or _says_more(said, answer) else answer


def _without_reminder(utterance: str, said: Understood) -> Understood:
    """ "Tell her it's fine, and remind me on Friday": nobody but the speaker is to read the second request."""
    words = patterns()
    told = words["note-then-reminds"].fullmatch(said.note) if said.note and not said.then else None
    asked = words["note-then-reminds"].fullmatch(utterance) if told else None
    return replace(said, note=told["note"], then=asked["then"]) if told and asked else said


def _says_more(said: Understood, answer: Understood) -> bool:
    """Whether what was read tells more than the parts of which an answer is put together: "book it anyway"."""
    if said.scope or said.intent is Intent.POLL:
        return True
    match answer.intent:
        case Intent.YES:
            return said.intent is Intent.YES and said.certain and not answer.note
        case Intent.NO:
            return said.intent is Intent.CANCEL_DIALOG and said.confidence >= _DECIDED
        case Intent.NAVIGATE:
            return said.intent in _REFUSING
    return False


def _plain_words(words: str, context: Context) -> str:
    return rephrased.rephrased(misspelt.mended(words), is_open=context.question is not None)


def _whole(utterance: str, context: Context, once: _Once) -> Understood:
    written = forenamed.request_of(misspelt.mended(forms.filled_in(utterance)), context)
    written = parties.plainly(retold.retold(written, context))
    if context.has_mail and not context.question and (said := _replied(written, context, once)):
        return said
    if said := _told_whom(written, context, once):
        return said
    if context.question and (
        said := _with_its_topic(written, context, once) or of_a_day(written, context, once.unparted)
    ):
        return said
    written = written if context.question else with_reply(roomless.plainly(written))
    if said := held_off(written, context) or taken_back(written, context):
        return said
    if not (context.question or context.is_about_event) and patterns()["is-away"].fullmatch(written):
        return _TOLD
    if said := in_turn(written, context, once.request):
        return said
    if said := refused(written, context, once.whole) or other_one(written, context, once.unparted):
        return said
    if said := two_questions(written, context, once.unparted) or in_breaths(written, context, once.whole):
        return said
    if said := called_off(written, context, once.whole) or away_besides(written, context, once.whole):
        return said
    if said := apiece(written, context, once.unparted):
        return said
    if said := with_one_side(written, lambda words: once.whole(words, context)):
        return said
    if said := headed(written, context, once.whole):
        return said
    said = once.unparted(written, context)
    more = chained(written, context, once.whole)
    return more if more and says_more(more, said) else said


def _told_whom(written: str, context: Context, once: _Once) -> Understood | None:
    """What somebody is to be told of it: that one is away, what comes behind that, or whether one comes."""
    return (
        all_while_away(written, context, once.whole)
        or told_then(written, context, once.whole)
        or answer_told(written, context, once.unparted)
    )


def _with_its_topic(written: str, context: Context, once: _Once) -> Understood | None:
    """ "Make it 45. It's about the lease", of what is being booked."""
    found = patterns()["change-on-topic"].fullmatch(written)
    said = once.whole(found["change"], context) if found else None
    if found is None or said is None or said.intent is not Intent.AMEND or said.subject:
        return None
    return replace(said, subject=patterns()["leading-article"].sub("", found["topic"]))


def _replied(written: str, context: Context, once: _Once) -> Understood | None:
    """An answer to the mail that is shown, whose words are taken as they stand; None where nothing is answered."""
    said = mailed(written, context, once.plainly)
    return said if said and said.intent is Intent.EMAIL_SEND and said.note else None


def _unparted(written: str, context: Context, once: _Once) -> Understood:
    """What is said once its parts are put in the plain order, where it is no row of answers."""
    utterance = rephrased.rephrased(written, is_open=context.question is not None)
    utterance = rephrased.bounded(utterance) if context.question else utterance
    is_list = context.question is not None and context.question.kind == "several"
    rest, extra = (utterance, NO_EXTRAS) if is_list else extras.cut(utterance, context)
    marks = extra != NO_EXTRAS and patterns()["marks-it"].fullmatch(utterance)
    if extra != NO_EXTRAS and not marks and (said := _with_extras(rest, extra, context, once)):
        return said
    return once.requested(utterance, context)


def _with_extras(rest: str, extra: Extras, context: Context, once: _Once) -> Understood | None:
    """What is said beside what the event is to be; None where no event is being booked.

    "Set the sync to show as free" says neither when nor with whom, and is about an event that exists.
    """
    if extras.is_all(rest):
        return Understood(Intent.AMEND, 1.0, extras=extra) if context.question else None
    said = once.requested(rest, context)
    alone = said.facet == "names" or (len(said.bare) == 1 and said.bare[0].kind == "part")
    if alone and (extra.show_as or extra.privacy):
        # "Travel to Leeds on Friday 5 to 7pm, show me as away" is in one's own calendar, whatever it is called.
        title = rest[said.bare[0].span[0] : said.bare[-1].span[1]]
        parts = all(each.kind == "part" for each in said.bare)
        said = replace(said, facet="", subject=said.subject or title, bare=() if parts else said.bare)
    is_told = bool(said.when or said.people or said.time.slots or said.facet == "focus")
    books = (said.intent is Intent.SCHEDULE and is_told) or (said.intent is Intent.AMEND and context.question)
    extra = replace(extra, show_as=extra.show_as or said.extras.show_as)
    return replace(said, extras=extra) if books else None


def _requested(utterance: str, context: Context, once: _Once) -> Understood:
    """The first request, and what is left of the message."""
    if said := without_tail(
        utterance, lambda words: once.requested(words, context), lambda words: once.whole(words, context)
    ):
        return said
    if said := behind_absence(utterance, context, once.request):
        return said
    if context.question:
        return (
            taken_with_more(utterance, context, once.request)
            or parted.answered(utterance, context, once.request)
            or once.request(utterance, context)
        )
    if both := two_changes(utterance, context, once.request):
        return both
    housed = once.altered(utterance, context) if is_housed(utterance) and asked_in(utterance) <= _TWO else None
    if housed and (housed.location or housed.room):
        return housed
    if said := with_roles(utterance, lambda words: once.requested(words, context)):
        return said
    if said := parted.parted(utterance, context, once.request):
        return said
    if said := behind_fact(utterance, context, once.request) or put_down_fact(utterance, context, once.request):
        return said
    if said := blocked_for_fact(utterance, context, once.whole):
        return said
    first, second = requests.split(utterance, context, once.request)
    said = once.request(first, context)
    return replace(said, then=second) if second else _amid_what_is_told(utterance, said, context, once)


def _amid_what_is_told(utterance: str, said: Understood, context: Context, once: _Once) -> Understood:
    """The one request of a message that may tell more than that; `said` is how the whole of it was read."""
    if told := behind_story(utterance, said, context, once.whole, untitled.of_story):
        return told

    def changes(words: str) -> bool:
        glance = _Glance(once)
        glance.requested(words, context)
        return glance.changes

    if behind := preambles.behind(utterance, said, lambda words: once.requested(words, context), changes):
        return behind
    if alone := one_request(utterance, said, lambda words: once.request(words, context)):
        return alone
    if said.certain and requests.answers_apart(said, utterance):
        # Two answers in one breath that could not be told apart: what is sent is shown first.
        return replace(said, certain=False)
    return said


def _answering(utterance: str, question: Question) -> str:
    """An answer without what only leads to it: "no wait, Ana", "keep it but drop Tom", "Friday, I mean"."""
    words = patterns()
    if corrects := words["i-meant"].fullmatch(utterance):
        utterance = corrects["meant"]
    elif corrects := words["means-behind"].fullmatch(utterance):
        utterance = f"no, I meant {corrects['meant']}"
    utterance = words["no-wait"].sub("no, ", utterance)
    if "write" in question.acts:
        utterance = _readdressed(utterance)
    if stays := words["stays-on"].fullmatch(utterance):
        return f"{stays['lead']}keep {stays['who']}"
    if other := words["the-other-one"].fullmatch(utterance):
        utterance = f"no, I meant {other['who']}"
    if elsewhere := words["not-there"].fullmatch(utterance):
        utterance = f"not {elsewhere['room']}"
    if kept := words["kept-but"].match(utterance):
        utterance = utterance[kept.end() :]
    utterance = words["kept-behind"].sub("", utterance)
    if topical := words["length-on-topic"].fullmatch(utterance):
        return f"{topical['length']} about {topical['topic']}"
    if supposed := words["what-if"].fullmatch(utterance):
        return f"make it {supposed['rest']}"
    if wished := words["may-it-be"].fullmatch(utterance):
        return f"move it {wished['rest']}"
    by_week = question.kind == "yes_no" or (question.kind == "choice" and "week" in utterance.lower())
    return "a week later" if by_week and words["one-after"].fullmatch(utterance) else utterance


def _readdressed(utterance: str) -> str:
    """ "No, to Tom", "copy Tom in", of what is about to be sent."""
    words = patterns()
    for name, way in (("goes-to-instead", "no, I meant {}"), ("goes-to-also", "add {}")):
        if found := words[name].fullmatch(utterance):
            return way.format(next(filter(None, found.groups())))
    return utterance


def _request(utterance: str, context: Context, once: _Once) -> Understood:
    """What one request means."""
    if context.question and (turned := patterns()["other-way"].fullmatch(utterance)):
        return Understood(Intent.NAVIGATE, 0.95, facet=turned["way"].lower())
    if context.question and (day := patterns()["own-day"].fullmatch(utterance)):
        which = "_that_day" if "same" in utterance.lower() else ""
        return Understood(Intent.NAVIGATE, 1.0, facet=f"{(day['way'] or day['then']).lower()}{which}")
    utterance = _answering(utterance, context.question) if context.question else utterance
    if picked := picked_and_changed(utterance, context.question):
        number, rest = picked
        if (changed := once.request(rest, context)).intent in _ALTERED_TIME:
            return replace(changed, choice=number)
    if (said := called(utterance, context, once.request)) is not None:
        return said
    if own := _of_settings(utterance, context) or _of_calendars(utterance, context, once):
        return own
    plainly = once.plainly
    if context.question and context.question.kind == "event":
        return named(utterance, context, plainly)
    if context.question and context.question.kind == "several" and (said := corrected(utterance, context, plainly)):
        return said

    if context.question and (kept := patterns()["keeps-time"].match(utterance)):
        rest = utterance[kept.end() :].strip()
        said = once.request(rest, context) if rest else Understood(Intent.AMEND, 1.0)
        return replace(said, keeps_time=True)

    said = (
        once.built(utterance, context)
        or with_asides(utterance, context, lambda *part: (plainly if part[0] == utterance else once.acted)(*part))
        or plainly(utterance, context)
    )
    said = of_those_at_hand(utterance, said, context.names) if context.question and context.names else said
    repeats_anew = said.intent is Intent.RESCHEDULE and bool(said.time.rrule)
    said = beside_its_day(utterance, said, context)
    said = _from_then_on(said) if said.intent is Intent.CANCEL or repeats_anew else said
    return with_mail(said, utterance, context)


def _built(utterance: str, context: Context, once: _Once) -> Understood | None:
    """What a request means of which the build tells it; None where only its words do."""
    plainly = once.plainly

    def ours(said: Understood | None) -> Understood | None:
        # A text message is no mail; what an invitation is called may be anything, and a vacation is nobody else's.
        is_own = said is None or said.intent in ANSWERS | {Intent.AWAY} or said.facet in _OF_MEETINGS
        if said is None or is_own or (said.mail and said.mail.is_at_hand and context.has_mail):
            return said
        told = said if said.intent is Intent.EMAIL_SEND and said.note else None
        if told and told.people and all(one.kind == "name" and one.text[:1].isupper() for one in told.people):
            return said
        # What is to be told may be of any topic.
        asked = utterance.replace(said.note, "") if len(said.note) > _BRIEF else utterance
        if told and told.people and asked == utterance:
            # Put as it is said to them, it stands nowhere in the words; it is what is behind their names.
            asked = utterance[: utterance.rfind(told.people[-1].text) + len(told.people[-1].text)]
        return None if _is_stray(asked, context, plainly) else said

    return (
        next_few(utterance, context, once.request)
        or guarded(utterance, context, plainly)
        or voting(utterance, context, plainly)
        or ours(mailed(utterance, context, plainly))
        or moves(utterance, context, once.acted)
        or ours(act(utterance, context, plainly))
        or once.altered(utterance, context)
        or asked(utterance, context, plainly)
    )


def _from_then_on(said: Understood) -> Understood:
    """ "Cancel the retro from July": not only that of July; "make it weekly from July" does not end with it."""
    told = [when for when in said.when if when.kind is not Kind.SET]
    if len(told) != 1 or said.time.exact or not (said.subject or said.people or said.event):
        return said
    if not patterns()["opens-with-from"].match(told[0].text):
        return said
    slots = tuple(replace(slot, end=None) for slot in said.time.slots)
    return replace(said, time=replace(said.time, slots=slots))


def _is_stray(utterance: str, context: Context, understood: Callable[[str, Context], Understood]) -> bool:
    """Whether it is built like a request of ours, of a topic that is none: "tell my followers that I'm home"."""
    return context.question is None and names_strange(utterance.lower()) and is_stray(understood(utterance, context))


def _of_settings(utterance: str, context: Context) -> Understood | None:
    """Nothing where free text was asked for."""
    is_text = context.question is not None and context.question.kind in ("subject", "note")
    # "No Mondays", while times are offered, is said of these.
    is_offered = context.question is not None and context.question.kind in ("choice", "time")
    if is_text or (is_offered and patterns()["rules-out"].match(utterance)):
        return None
    return preferred(utterance, context)


def _of_calendars(utterance: str, context: Context, once: _Once) -> Understood | None:
    """Nothing where free text was asked for."""
    is_text = context.question is not None and context.question.kind in ("subject", "note")
    return None if is_text else spoken_of(utterance, context, once.request)
