"""Which one is moved, told behind how far: "push the retro back half an hour this week" is this week's retro.

"My 1:1 clashes with the fair, move this week's to Friday" is this week's 1:1 as well.
No length of time is moved into a day or a week of which it is told by how much; so the day is the event's. Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 200
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The same with the day beside its event; `utterance` itself where none is told so."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = words["days-one"].sub(r"the \g<day> one", utterance)
    if found := words["clash-of-week"].fullmatch(utterance):
        of = f"{found['week']}'s {found['event']}"
        return f"{found['lead']}{found['verb']} {of}{found['rest'] or ''}, just this one"
    found = words["week-of-shift"].fullmatch(utterance)
    if found and not words["is-to-last"].search(f"{found['verb']} {found['far']}"):
        # Whoever says one week means that of the series alone.
        moved = f"{found['verb']} {found['week']}'s {found['event']} {found['far']}"
        return f"{found['lead']}{moved}, just this one"
    found = words["day-of-shift"].fullmatch(utterance)
    lasts = found and words["is-to-last"].search(f"{found['verb']} {found['far']}")
    if found and not lasts and not words["names-day"].search(found["event"]):
        event, only = f"{found['det']} {found['event']} {found['day']}", ", just this one" if found["only"] else ""
        return f"{found['lead']}{found['verb']} {event} {found['far']}{only}"
    return utterance
