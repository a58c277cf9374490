"""Another event with which the same is to be done: "and the retro too", right after an answer. Pure."""

from datetime import timedelta

from dialogs.frame import Change, Frame
from dialogs.understand import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Kind
from dialogs.understand.when.reading import read
from graph.model import Response

_MINUTE = timedelta(minutes=1)
_WEEK = 7
_VERBS = {
    Response.ACCEPTED.value: "accept",
    Response.TENTATIVE.value: "tentatively accept",
    Response.DECLINED.value: "decline",
}


def spelt_out(utterance: str, frame: Frame) -> str:
    """ "Accept the retro", where that is what "and the retro too" comes to; else `utterance` as it was."""
    found = patterns()["likewise"].fullmatch(utterance)
    verb = _done_last(frame)
    if found is None or not verb or frame.asked or frame.booking:
        return utterance
    return f"{verb} {found['x'] or found['y']}"


def on_that_day(utterance: str, frame: Frame, context: Context) -> str:
    """ "What do I have that day?", of the day of what is being booked, or the one that was spoken of last; or its week.

    Words that name a day themselves mean that.
    """
    found = patterns()["day-spoken-of"].search(utterance) or patterns()["week-spoken-of"].search(utterance)
    if found is None or patterns()["own-day"].fullmatch(utterance):
        # "Later that day" is said of the times that are shown.
        return utterance
    if patterns()["dictates"].search(utterance[: found.start()]):
        # Whoever is to read it reads it as it was said.
        return utterance
    if patterns()["why-that-day"].fullmatch(utterance):
        # Why one does not come is told as it was said, and "that day" is the meeting's own.
        return utterance
    booked = frame.day_at_hand if frame.booking else None
    day = booked.astimezone(context.zone).date() if booked else frame.day
    beside = f"{utterance[: found.start()]} {utterance[found.end() :]}"
    named = (when for when in read(beside, context).when if when.kind not in (Kind.DURATION, Kind.TIME))
    names_one = any(not when.dayless for when in named)
    if day is None or names_one:
        return utterance
    is_week = bool(patterns()["week-spoken-of"].fullmatch(found[0]))
    then = "in the week of" if is_week else "all day on" if found["whole"] else "on"
    before = utterance[: found.start()]
    if patterns()["asks-what-is-on"].fullmatch(before):
        # "What else is on that day?" asks for no date.
        before = "what do I have "
    return f"{before}{then} {day:%-d %B %Y}{utterance[found.end() :]}"


def at_that_time(utterance: str, frame: Frame, context: Context) -> str:
    """ "Is Abdi free then?", of the time to which something is to be moved."""
    found = patterns()["then-spoken-of"].fullmatch(utterance)
    change = frame.open_change
    if found is None or change is None or not change.openings or read(utterance, context).when:
        return utterance
    start = change.openings[-1].window.start.astimezone(context.zone)
    return f"{found['asks']}on {start:%-d %B %Y} at {start:%H:%M}{found['end']}"


def further(utterance: str, frame: Frame, context: Context) -> str:
    """ "And another 15", as far again as what was moved or lengthened last, or is about to be; else as it was."""
    if by_how_much := _by_how_much(utterance, frame):
        return by_how_much
    if patterns()["puts-back"].fullmatch(utterance) and (cut := _change_at_hand(frame)):
        return "undo" if cut.made and cut.wish.longer and cut.wish.longer < timedelta() else utterance
    found = patterns()["further-amount"].fullmatch(utterance)
    change = _change_at_hand(frame) if found else None
    by = change and (change.wish.shift or change.wish.longer)
    if found is None or change is None or not by:
        return utterance
    amount = found["amount"] or found["amount_"]
    said = read(f"{amount} minutes" if amount.isdigit() else amount, context).when
    length = said[0].duration if len(said) == 1 else None
    if length is None:
        return utterance
    # A length is counted from how long it is, also where it is only shown yet; a move from where it was shown.
    whole = length if change.made or change.wish.shift else length + abs(by)
    ways = ("later", "earlier") if change.wish.shift else ("longer", "shorter")
    verb = "move" if change.wish.shift else "make"
    return f"{verb} it {whole // _MINUTE} minutes {ways[by < timedelta()]}"


def of_the_series(utterance: str, frame: Frame) -> str:
    """ "Until March" or "not this week though", of the series that was booked just now; else as it was."""
    made = frame.undo is not None and frame.undo.verb == "undo_book" and not (frame.booking or frame.asked)
    offer = frame.offer(frame.undo.data.get("card")) if made and frame.undo else None
    if offer is None or offer.withdrawn or not offer.booking.time.rrule:
        return utterance
    words = patterns()
    if found := words["series-until"].fullmatch(utterance):
        return f"end it {found['side']} {found['when']}"
    found = words["series-not-then"].fullmatch(utterance)
    return f"cancel the one {found['when']}" if found else utterance


def in_the_week_offered(utterance: str, frame: Frame, context: Context) -> str:
    """ "Is she in on Tuesday?", of the week in which times are offered; else as it was."""
    found = patterns()["in-on-weekday"].fullmatch(utterance) if frame.booking and frame.open_offer else None
    slots = frame.booking.time.slots if frame.booking else ()
    if found is None or len(slots) != 1 or not (slots[0].start and slots[0].end):
        return utterance
    start, end = (each.astimezone(context.zone) for each in (slots[0].start, slots[0].end))
    days = [start + timedelta(days=number) for number in range((end - start).days + 1)][:_WEEK]
    meant = [day for day in days if day < end and f"{day:%A}".lower() == found["day"].lower()]
    return f"{found['asks']} on {meant[0]:%-d %B %Y}{found['end']}" if meant else utterance


def _by_how_much(utterance: str, frame: Frame) -> str:
    """ "By 15 minutes", to how long it should be; empty where that was not asked."""
    asks = frame.asked is not None and frame.asked.question.kind == "duration" and frame.open_change is not None
    found = patterns()["by-amount"].fullmatch(utterance) if asks and frame.request else None
    if found is None or frame.request is None:
        return ""
    amount = f"{found['amount']} minutes" if found["amount"].isdigit() else found["amount"]
    return f"make it {amount} {'shorter' if patterns()['cuts-it'].search(frame.request.words) else 'longer'}"


def _change_at_hand(frame: Frame) -> Change | None:
    """The change that is shown, or the one that was made last of all."""
    if frame.booking or frame.open_change:
        return frame.open_change
    made = frame.undo is not None and frame.undo.verb == "undo_change"
    return frame.change(frame.undo.data.get("card")) if frame.undo and made else None


def _done_last(frame: Frame) -> str:
    """The verb of what was done last; empty where it is none of these."""
    if frame.undo is None:
        return ""
    if frame.undo.verb == "book_again_offer":
        return "cancel"
    return _VERBS.get(str(frame.undo.data.get("given", "")), "") if frame.undo.verb == "undo_respond" else ""
