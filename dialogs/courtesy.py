"""Answers that need no calendar: welcome, help, greetings, and what we cannot do."""

from datetime import datetime
from typing import Final

from dialogs import pressing
from dialogs.asker import Asker
from dialogs.cards import notices
from dialogs.decisions import abroad
from dialogs.frame import Frame
from dialogs.people.names import folded
from dialogs.turn import Chat, Reply, Turn
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.replies.assent import praises
from dialogs.understand.understood import Intent, Understood
from dialogs.words.reader import Reader
from graph.model import Person

PHRASES = {
    Intent.GREET: "greeting",
    Intent.THANKS: "thanks",
    Intent.GOODBYE: "goodbye",
    Intent.SMALLTALK: "smalltalk",
    Intent.OUT_OF_SCOPE: "not-understood",
}
_CHAT: Final = 120
"""Characters. Whoever says more does not just chat."""
_MOODS: Final = ("smalltalk-how", "smalltalk-tired")
EXAMPLES = ("example-agenda", "example-invitations", "example-help")


def welcome(turn: Turn, reader: Reader) -> Reply:
    """The first word in a conversation; in a shared chat it speaks to all."""
    name = turn.speaker.name.split(" ")[0] if turn.chat is Chat.PERSONAL else ""
    return Reply(card=notices.welcome(name, reader), dialog="welcome", outcome="told")


def help_reply(reader: Reader) -> Reply:
    """What can be said."""
    return Reply(card=notices.help_card(reader), dialog="help", outcome="told")


def stopped(frame: Frame, reader: Reader) -> Reply:
    """To "never mind": what was open is closed; what was done stays."""
    if frame.asked or frame.booking:
        name = frame.asked.left if frame.asked else "nothing-booked"
    else:
        name = "nothing-open-undo" if frame.undo else "nothing-open"
    return Reply(text=reader.say(name), dialog="conversation", outcome="stopped")


def waiting(frame: Frame, reader: Reader) -> Reply:
    """To "let me check with Tom first": nothing is done, and what is open stays so."""
    name = "waiting" if frame.asked else "waiting-for-nothing"
    return Reply(text=reader.say(name), dialog="conversation", outcome="waiting")


def kept(reader: Reader) -> Reply:
    """To "don't cancel the review" and "leave it as it is for now": what was refused is not done."""
    return Reply(text=reader.say("nothing-changed"), dialog="conversation", outcome="kept")


def left_to_you(reader: Reader) -> Reply:
    """To "I'll give him a ring"."""
    return Reply(text=reader.say("left-to-you"), dialog="courtesy", outcome="left_to_them")


def remark(utterance: str, reader: Reader) -> Reply | None:
    """To a sigh, to "which of those could I skip?" and "stop sending me the summary"; None to anything else."""
    doubted = patterns()["asks-dispensable"].fullmatch(utterance)
    if doubted and not doubted["which"]:
        return Reply(text=reader.say("for-you-to-say"), dialog="courtesy", outcome="left_to_them")
    if patterns()["sighs"].fullmatch(utterance):
        return answer(Intent.SMALLTALK, reader, words="what a day")
    if patterns()["stops-sending"].fullmatch(utterance):
        return Reply(text=reader.say("sends-nothing"), dialog="courtesy", outcome="sends_nothing")
    return None


def nothing_to_undo(reader: Reader) -> Reply:
    """To "undo", where nothing was done that can be taken back."""
    return Reply(text=reader.say("nothing-to-undo"), dialog="conversation", outcome="nothing_to_undo")


def named_already(frame: Frame, asker: Asker) -> Reply | None:
    """What is said to "Moe", where the card that asks has Ingrid Moe on it already; None where it has not."""
    if frame.asked is None or frame.asked.question.kind not in ("yes_no", "choice"):
        return None
    wish, booking = frame.open_change.wish if frame.open_change else None, frame.booking
    people = [*(guest.person for guest in wish.added), *wish.dropped] if wish else []
    people += [guest.person for guest in booking.guests] if booking else []
    people += [frame.principal.person] if frame.principal else []
    words = set(folded(asker.turn.utterance).split()) - {"the", "one"}
    meant = next((each for each in people if words and words < _known_by(each)), None)
    if meant is None:
        return None
    words_said = asker.reader.say("named-already", name=meant.name)
    return Reply(text=words_said, dialog="conversation", outcome="named_already")


def _known_by(person: Person) -> set[str]:
    return set(folded(f"{person.name} {person.title} {person.department}").split())


def nothing_to_choose(said: Understood, frame: Frame, asker: Asker) -> Reply:
    """To a yes or a choice that nothing on the screen answers to."""
    if pressing.asks_scope(frame):
        name = "choose-scope"
    elif frame.asked and frame.asked.question.kind == "yes_no":
        name = "confirm-what"
    elif frame.asked:
        name = "confirm-again" if len(frame.asked.choices) == 1 else "choose-which"
    elif said.intent is not Intent.YES:
        name = "nothing-to-choose"
    else:
        thanks = patterns()["thanks"].search(asker.turn.utterance) or (frame.undo and praises(asker.turn.utterance))
        name = "thanks" if thanks else "nothing-to-confirm"
    return Reply(text=asker.reader.say(name), dialog="conversation", outcome="nothing_to_choose")


def nothing_of_yours(frame: Frame, asker: Asker) -> Reply | None:
    """To "make it 3.30" of somebody in a chat of several who has nothing open there; None where that is not so.

    The card that they mean is somebody else's, and answers to nobody but them.
    """
    is_open = frame.booking or frame.open_change or frame.asked or frame.listed or frame.undo
    words, utterance = patterns(), asker.turn.utterance
    ways = ("amends-it", "takes-up-theirs", "suits-me-then")
    if not asker.turn.in_group or is_open or not any(words[way].fullmatch(utterance) for way in ways):
        return None
    return Reply(text=asker.reader.say("nothing-of-yours"), dialog="conversation", outcome="not_theirs")


def impossible(said: str, reader: Reader) -> Reply:
    """To a day or a time that cannot be."""
    return Reply(text=no_such_time(said, reader), dialog="conversation", outcome="impossible")


def no_such_time(said: str, reader: Reader) -> str:
    """What is said of a time that cannot be, or that is told by a clock which nobody knows ("Narnia time")."""
    return reader.say("ask-whose-clock" if abroad.is_of_clock(said) else "ask-when-impossible", said=said)


def human(contact: str, reader: Reader) -> Reply:
    """To whoever wants a person; `contact` is whom the settings name, in words, or empty."""
    words = reader.say("human", contact=contact) if contact else reader.say("human-unknown")
    return Reply(text=words, dialog="courtesy", outcome="human")


def time_now(now: datetime, reader: Reader) -> Reply:
    """To "what time is it?"."""
    words = reader.say("time-now", time=reader.clock(now), city=reader.city(), day=reader.long_day(now.date()))
    return Reply(text=words, dialog="courtesy", outcome="time_told")


def answer(intent: Intent, reader: Reader, *, is_foreign: bool = False, words: str = "") -> Reply:
    """A short human answer to `words`, and where it helps, what to say next.

    `is_foreign`: understood, and nothing of ours.
    """
    name = "not-mine" if is_foreign else PHRASES.get(intent, "cant-yet")
    if intent is Intent.SMALLTALK and len(words) <= _CHAT:
        name = next((each for each in _MOODS if patterns()[each].search(words)), name)
    prompts = () if intent in (Intent.THANKS, Intent.GOODBYE) else tuple(reader.say(each) for each in EXAMPLES)
    return Reply(text=reader.say(name), prompts=prompts, dialog="courtesy", outcome=intent.value)
