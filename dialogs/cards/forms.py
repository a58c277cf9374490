"""The dialog that makes a meeting of a chat message: what is filled in, and the times to choose from.

A dialog of Teams sends what Action.Submit carries; Action.Execute means nothing there.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dialogs.cards.elements import Element, card, column, columns, container, heading, text, verbatim
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Person

DIRECTORY = "graph.microsoft.com/users"
"""Where Teams itself finds people for a picker; each choice sends their Entra id."""
LENGTHS = (15, 30, 45, 60, 90, 120)
"""Minutes to choose from."""
SUBJECT, NOTE = 250, 4000
"""Characters."""
BOOK, FIND, PICK = "book", "find", "pick"
"""What a button asks for."""


@dataclass(frozen=True)
class Form:
    """What stands in the dialog: `people` are Entra ids, `day` and `clock` as Teams writes them; empty: not filled in.

    `id` is the transactionId of what is booked from it.
    """

    id: str
    subject: str = ""
    people: tuple[str, ...] = ()
    day: str = ""
    clock: str = ""
    minutes: int = 30
    note: str = ""

    @property
    def data(self) -> dict[str, Any]:
        """The same as the data of a button."""
        return {
            "id": self.id,
            "subject": self.subject,
            "people": ",".join(self.people),
            "day": self.day,
            "clock": self.clock,
            "minutes": str(self.minutes),
            "note": self.note,
        }


def form(shown: Form, known: Sequence[Person], reader: Reader, *, problem: str = "") -> Json:
    """What can be changed before it is booked. `known` are the people in it so far; `problem` tells what is wrong."""
    say = reader.say
    body: list[Element] = [container([text(verbatim(problem))], style="attention")] if problem else []
    body += [
        heading(say("form-title")),
        {
            **_input("Text", "subject", say("form-subject"), shown.subject),
            "isRequired": True,
            "errorMessage": say("form-subject-missing"),
            "maxLength": SUBJECT,
        },
        {
            **_input("ChoiceSet", "people", say("form-people"), ",".join(shown.people)),
            "isMultiSelect": True,
            "style": "filtered",
            "placeholder": say("form-people-find"),
            "choices": [{"title": each.name or each.email, "value": each.id} for each in known],
            "choices.data": {"type": "Data.Query", "dataset": DIRECTORY},
        },
        columns(
            column([_input("Date", "day", say("form-day"), shown.day)]),
            column([_input("Time", "clock", say("form-clock", city=reader.city()), shown.clock)]),
        ),
        {
            **_input("ChoiceSet", "minutes", say("form-length"), str(shown.minutes)),
            "choices": [
                {"title": reader.duration(timedelta(minutes=each)), "value": str(each)}
                for each in _lengths(shown.minutes)
            ],
        },
        {
            **_input("Text", "note", say("form-note"), shown.note),
            "isMultiline": True,
            "maxLength": NOTE,
        },
    ]
    actions = [
        submit(say("form-book"), {"ask": BOOK, "id": shown.id}, style="positive"),
        submit(say("form-find"), {"ask": FIND, "id": shown.id}),
    ]
    return card(body, speak=say("form-title"), language=reader.language, actions=actions)


def _input(kind: str, ident: str, label: str, value: str) -> Element:
    made: Element = {"type": f"Input.{kind}", "id": ident, "label": label}
    return {**made, "value": value} if value else made


def _lengths(minutes: int) -> tuple[int, ...]:
    return tuple(sorted({*LENGTHS, minutes}))


def submit(title: str, data: Json, *, style: str = "", tooltip: str = "") -> Element:
    """A button of a dialog."""
    look: Element = {"type": "Action.Submit", "title": title}
    if style:
        look["style"] = style
    if tooltip:
        look["tooltip"] = tooltip
    return {**look, "data": dict(data)}


def times(shown: Json, form_shown: Form, starts: Sequence[tuple[str, int]], reader: Reader) -> Json:
    """A card of times as a dialog shows it: `starts` has, by the number of each, its beginning and its standing.

    What leads elsewhere is left out; there is a way back to the form.
    """

    def button(data: Mapping[str, Any], made: Mapping[str, Any]) -> Element:
        start, worst = starts[data["n"]]
        carried = {**form_shown.data, "ask": PICK, "start": start, "worst": worst}
        return submit(made["title"], carried, tooltip=made.get("tooltip", ""), style=made.get("style", ""))

    body = [each for part in shown["body"] for each in _in_dialog(part, button)]
    back = submit(reader.say("form-back"), {**form_shown.data, "ask": "back"})
    return {**shown, "body": body, "actions": [back]}


def _in_dialog(part: Any, button: Callable[[Mapping[str, Any], Mapping[str, Any]], Element]) -> Iterator[Any]:
    """The part without buttons that mean nothing here."""
    if isinstance(part, Mapping) and part.get("type") == "Action.Execute":
        if part["verb"] == "book":
            yield button(part["data"], part)
    elif isinstance(part, Mapping):
        yield {
            name: [each for one in value for each in _in_dialog(one, button)]
            if isinstance(value, list)
            else next(_in_dialog(value, button), value)
            for name, value in part.items()
        }
    else:
        yield part
