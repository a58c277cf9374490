"""Times that a search is to leave out, said in the plain way: "skip Fridays", "Fridays are out" are "no Fridays".

Whatever leads to such a time, or stands behind it, is neither somebody's name nor what the meeting is about.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_WORDS: Final = """
    avoid avoiding skip skipping clear away off out outside no not never do don't dont does doesn't doesnt won't wont
    can't cant cannot will bad but bar except other exclude excluding rule ruling dodge dodging keep keeping leave
    leaving is are nothing none monday's tuesday's wednesday's thursday's friday's
"""
_SIGNS: Final = frozenset(_WORDS.split())
"""One of them is in whatever leaves out a time."""
_LEADS: Final = ("shunned-led", "shunned-kept", "shunned-out", "shunned-away")
_TOLD: Final = ("shunned-out", "shunned-away")
_TWO: Final = 2


def plainly(utterance: str, *, is_offered: bool = False) -> str:
    """`utterance` with what a search is to leave out as "no Fridays", "not between 12 and 2".

    `is_offered`: it is said of times that are offered, so that nothing need be asked for besides.
    """
    if _SIGNS.isdisjoint(utterance.lower().replace("’", "'").replace("(", " ").split()):
        return utterance
    words = patterns()
    if is_offered and (found := words["shunned-side-of-lunch"].fullmatch(utterance)):
        # Lunch is a time of day here, no event of that name before which all is to be.
        return "after lunch" if found["side"].lower() == "before" else "before lunch"
    if words["shunned-never"].search(utterance) or ("?" in utterance[:-1] and not is_offered):
        return utterance
    # "No Fridays" leaves nobody of that name out.
    utterance = words["shunned-capital"].sub(lambda found: found[0].lower(), utterance)
    if words["shunned-moved"].search(utterance):
        # Behind a move it would be how often a series takes place.
        utterance = words["shunned-no-days"].sub(lambda found: f", {_plain(found['times'], moves=True)}", utterance)
    said, out = utterance, list[str]()
    for name in _LEADS:
        while found := words[name].search(utterance):
            rest = f"{utterance[: found.start()]}{utterance[found.end() :]}"
            asks = words["shunned-request"].search(rest) or words["shunned-moved"].search(rest)
            if name in _TOLD and words["shunned-moved"].search(rest):
                # "Move it to Thursday, Friday doesn't work": the day on which it is.
                break
            if not (asks or is_offered):
                break
            groups = found.groupdict()
            moves = bool(words["shunned-moved"].search(rest))
            times = ", ".join(filter(None, (groups.get(each) for each in ("times", "hours", "one", "also"))))
            out.append(_plain(times, moves=moves))
            utterance = rest.strip(" ,;–-")
    if not out or (is_offered and words["shunned-nothing"].sub("", utterance)):
        return said
    stem = words["shunned-a-gap"].sub(",", utterance).rstrip(" .,;!?")
    mark = "?" if utterance.endswith("?") else ""
    return f"{', '.join(part for part in (stem, *out) if part)}{mark}"


def _plain(times: str, *, moves: bool) -> str:
    """ "Mondays and Fridays" as "no Mondays or Fridays"; of what is moved, "but not on Monday, but not on Friday"."""
    parts = _parts(times)
    if moves:
        # "No Fridays" would be how often a series takes place.
        return ", ".join(_but(part) for part in parts)
    days = [day for part in parts if (day := _weekdays(part))]
    if len(parts) == len(days) == _TWO:
        return f"no {days[0]} or {days[1]}".lower()
    return ", ".join(map(_each, parts))


def _weekdays(time: str) -> str:
    """ "Mondays" of "any Mondays"; empty where it is no day of every week."""
    found = patterns()["shunned-a-all"].fullmatch(time)
    return found["days"] if found else ""


def _but(time: str) -> str:
    if day := _weekdays(time):
        return f"except on {day.removesuffix('s')}"
    words = patterns()
    is_hours = words["shunned-a-hours"].fullmatch(time) or words["shunned-a-side"].fullmatch(time)
    return f"except {time}" if "day" in time.lower() and not is_hours else f"but {_each(time)}"


def _parts(times: str) -> list[str]:
    """The times of a list; "between 12 and 2" is one."""
    parts: list[str] = []
    words = patterns()
    for part in words["shunned-a-split"].split(times.strip()):
        if parts and words["shunned-a-pair"].fullmatch(parts[-1]):
            parts[-1] = f"{parts[-1]} and {part}"
        else:
            parts.append(part)
    return parts


def _each(time: str) -> str:
    words = patterns()
    if found := words["shunned-a-hours"].fullmatch(time):
        return f"not between {found['start'].strip()} and {found['end'].strip()}"
    if found := words["shunned-a-side"].fullmatch(time):
        return f"not {found['side']}"
    if day := _weekdays(time):
        return f"no {day}".lower()
    if found := words["shunned-a-part"].fullmatch(time):
        return f"not in the {found['part']}"
    if words["shunned-a-lunch"].fullmatch(time):
        return "not over lunch"
    return f"not on {time}" if "day" in time and not time.lower().startswith("on ") else f"not {time}"
