"""The body of `convene understand`: lines in, one JSON line out for each, as soon as it is read.

A line is plain text, or a JSON object `{"id", "text", "now", "timezone", "locale", "previous"}` of which only `text`
is needed; `now` is an ISO local time in `timezone` (IANA). `docs/automation.md` describes the answer.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TextIO, TypeVar
from zoneinfo import ZoneInfo

from dialogs.turn import Json
from dialogs.understand import Context, understand
from dialogs.understand.slots import people
from dialogs.understand.understood import Anchor, Intent, Kind, PersonMention, Slot, TimeConstraint, Understood, When


@dataclass(frozen=True)
class Asked:
    """One line of input: who asked under which id, and the utterance with its context."""

    id: str
    text: str
    context: Context


def run(
    lines_in: Iterable[str],
    out: TextIO,
    explain: bool,
    *,
    now: datetime,
    zone: ZoneInfo | None = None,
    locale: str = "en-US",
) -> None:
    """Answer each line of `lines_in` on `out`, flushed.

    `now` (aware), `zone` (UTC where None) and `locale` hold for lines that do not say their own. With `explain` the
    answer is for people: which words became what. A line that cannot be read is answered by `{"error": …}`.
    """
    default = Context(now, zone or ZoneInfo("UTC"), locale)
    for line in lines_in:
        if not line.strip():
            continue
        try:
            asked = parse(line, default)
        except (ValueError, KeyError, OSError) as problem:
            out.write(json.dumps({"error": f"this line cannot be read: {problem}"}) + "\n")
        else:
            understood = understand(asked.text, asked.context)
            out.write(
                explained(asked, understood) if explain else json.dumps(answer(asked, understood), ensure_ascii=False)
            )
            out.write("\n")
        out.flush()


def parse(line: str, default: Context) -> Asked:
    """A line of input. Raises ValueError or KeyError where its JSON is not as described, or the zone is unknown."""
    line = line.rstrip("\r\n")
    if not line.lstrip().startswith("{"):
        return Asked("", line, default)
    fields = json.loads(line)
    text = fields.get("text")
    if not isinstance(text, str):
        raise ValueError("it has no text")
    zone = ZoneInfo(str(fields["timezone"])) if fields.get("timezone") else default.zone
    now = default.now
    if fields.get("now"):
        now = datetime.fromisoformat(str(fields["now"]))
        now = now.replace(tzinfo=zone) if now.tzinfo is None else now
    locale = str(fields.get("locale") or default.locale)
    return Asked(
        str(fields.get("id", "")), text, Context(now, zone, locale, previous=str(fields.get("previous") or ""))
    )


def _instant(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _seconds(value: timedelta | None) -> float | None:
    return value.total_seconds() if value else None


def _when(when: When) -> Json:
    said: dict[str, object] = {"kind": when.kind.value, "text": when.text, "span": list(when.span)}
    if when.rrule:
        said["rrule"] = when.rrule
    if when.duration is not None and when.kind is not Kind.SET:
        said["seconds"] = _seconds(when.duration)
    if when.kind is not Kind.SET and (when.start or when.end):
        said |= {"start": _instant(when.start), "end": _instant(when.end), "grain": when.grain}
    if when.kind in ("time", "datetime"):
        said.pop("end", None)
    for key, value in (("open", when.open), ("excluded", when.excluded), ("doubt", when.doubt), ("ask", when.ask)):
        if value:
            said[key] = value
    if when.alternatives:
        said["alternatives"] = [_when(other) for other in when.alternatives]
    return said


def _timed(understood: Understood) -> tuple[When, ...]:
    """The times of all that is to become of an event. "All day" is no day of its own where another one is said."""
    said = (*understood.when, *(when for change in understood.also for when in change.when))
    days = [when for when in said if not (when.all_day and when.dayless)]
    return tuple(days) if any(when.kind is not Kind.DURATION for when in days) else said


def _parts(when: When) -> tuple[When, ...]:
    """The times of which one consists. "All week" is both which days and how long."""
    if when.anchor:
        return when.parts
    if when.lasting:
        return when, When(Kind.DURATION, when.text, when.span, duration=when.lasting)
    return (when,)


def _slot(slot: Slot) -> Json:
    return {"start": _instant(slot.start), "end": _instant(slot.end)}


def _time(time: TimeConstraint) -> Json:
    said: dict[str, object] = {
        "exact": _instant(time.exact),
        "slots": [_slot(s) for s in time.slots],
        "excluded": [_slot(s) for s in time.excluded],
        "seconds": _seconds(time.duration),
        "rrule": time.rrule or None,
        "earliest": time.earliest,
        "all_day": time.all_day,
        "clock": list(time.clock) if time.clock else None,
        "doubt": time.doubt or None,
        "impossible": time.impossible or None,
        "zone": time.zone or None,
        "anchor": _anchor(time.anchor) if time.anchor else None,
    }
    return {key: value for key, value in said.items() if value}


def _anchor(anchor: Anchor) -> Json:
    said: dict[str, object] = {"event": anchor.event, "side": anchor.side, "span": list(anchor.span)}
    return said | ({"seconds": _seconds(anchor.distance)} if anchor.distance is not None else {})


def _person(person: PersonMention) -> Json:
    said = {"text": person.text, "span": list(person.span), "role": person.role.value, "kind": person.kind}
    return said | ({"email": person.email} if person.email else {})


def _mentioned(text: str, understood: Understood) -> list[Json]:
    """Who is named in a time that is said by another event, or in a subject: "Maria's birthday". They need not come."""
    told = [(when.text, when.span[0]) for when in understood.when if when.anchor]
    if (at := text.find(understood.subject)) >= 0 and "'s " in understood.subject:
        told.append((understood.subject, at))
    named = [_moved(each, at) for words, at in told for each in people.find(words, ()) if each.kind == "name"]
    known = {person.text for person in understood.people}
    return [{**_person(each), "role": "mentioned"} for each in named if each.text not in known]


def answer(asked: Asked, understood: Understood) -> Json:
    """What is written for one line: always intent, confidence, when and people; the rest where it was said.

    `when` and `people` are those of the whole line; a second request stands in `then`. Who gets an invitation passed on
    is one who is added to the event.
    """
    if understood.then:
        moved = len(asked.text) - len(understood.then)
        second = understand(understood.then, asked.context)
        whole = replace(
            understood,
            then="",
            when=(*understood.when, *(_moved(w, moved) for w in second.when)),
            people=(*understood.people, *(_moved(p, moved) for p in second.people)),
        )
        return {**answer(asked, whole), "then": answer(replace(asked, id="", text=understood.then), second)}
    if understood.event:
        return answer(asked, _with_event(understood, understood.event))
    said: dict[str, object] = {"id": asked.id} if asked.id else {}
    if understood.intent is Intent.FORWARD:
        understood = replace(understood, intent=Intent.ADD_ATTENDEE, facet="forward")
    said |= {
        "intent": understood.intent.value,
        "confidence": round(understood.confidence, 3),
        "runner_up": understood.runner_up.value if understood.runner_up else None,
        "when": [_when(part) for one in _timed(understood) for part in _parts(one)],
        "time": _time(understood.time),
        "people": [_person(p) for p in understood.people] + _mentioned(asked.text, understood),
        "subject": understood.subject or understood.noun or None,
        "location": understood.location or None,
    }
    rest = {
        "facet": understood.facet,
        "online": understood.online,
        "note": understood.note,
        "choice": understood.choice,
        "shift_seconds": _seconds(understood.shift),
        "longer_seconds": _seconds(understood.longer),
        "scope": understood.scope,
        "certain": understood.certain,
    }
    return said | {
        key: value
        for key, value in rest.items()
        if value not in ("", None, False) or (key == "online" and value is not None)
    }


def _with_event(change: Understood, event: Understood) -> Understood:
    """A change with all that was said of its event."""
    return replace(
        change,
        event=None,
        when=tuple(sorted((*event.when, *change.when), key=lambda each: each.span)),
        people=tuple(sorted((*event.people, *change.people), key=lambda each: each.span)),
        subject=change.subject or event.subject,
        noun=change.noun or event.noun,
        choice=change.choice or event.choice,
    )


Spanned = TypeVar("Spanned", When, PersonMention)


def _moved(found: Spanned, by: int) -> Spanned:
    return replace(found, span=(found.span[0] + by, found.span[1] + by))


def explained(asked: Asked, understood: Understood) -> str:
    """The same for people: the utterance, and under it which words became what, and why."""
    lines = [asked.text, f"  {understood.intent.value} ({understood.confidence:.0%})"]
    lines += [f"  {reason}" for reason in understood.why]
    return "\n".join(lines)
