"""Graph's answers as tables for a terminal. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

WIDEST = 36
_FIRST = ("displayName", "name", "subject", "mail", "userPrincipalName", "emailAddress")
_LAST = ("id",)
_INNER = ("displayName", "name", "address", "dateTime", "emailAddress", "content", "response", "joinUrl")


def table(items: Sequence[Any], width: int, columns: Sequence[str] = ()) -> list[str]:
    """Lines of a table, `width` characters at most: `columns`, else those that tell most, as many as there is room for.

    A last line says what was left out.
    """
    rows = [item if isinstance(item, Mapping) else {"value": item} for item in items]
    if not rows:
        return ["nothing"]
    chosen = list(columns) or _columns(rows)
    cells = {name: [_cell(row.get(name)) for row in rows] for name in chosen}
    if not columns:
        chosen = [name for name in chosen if any(cells[name])]
    widths = {name: min(WIDEST, max(len(name), *map(len, cells[name]))) for name in chosen}
    shown: list[str] = []
    for name in chosen:
        if shown and sum(widths[one] + 2 for one in shown) + widths[name] > width:
            break
        shown.append(name)
    lines = ["  ".join(_fitted(name, widths[name]) for name in shown).rstrip()]
    lines.append("  ".join("-" * widths[name] for name in shown))
    lines += ["  ".join(_fitted(cells[name][row], widths[name]) for name in shown).rstrip() for row in range(len(rows))]
    if hidden := len(chosen) - len(shown):
        lines.append(f"{hidden} more columns: --json shows all, --columns chooses")
    return lines


def record(item: Mapping[str, Any], width: int) -> list[str]:
    """One object, a line for each property."""
    named = [(name, _cell(value)) for name, value in item.items() if not name.startswith("@")]
    widest = max((len(name) for name, _ in named), default=0)
    return [f"{name:{widest}}  {_fitted(cell, max(width - widest - 2, 8)).rstrip()}" for name, cell in named if cell]


def progress(done: int, total: int | None, width: int = 24) -> str:
    """How far the fetching is: a bar where the whole is known, else a mark that wanders."""
    if total:
        filled = min(done * width // total, width)
        return f"[{'#' * filled}{'.' * (width - filled)}] {done} of {total}"
    place = done % width
    return f"[{'.' * place}#{'.' * (width - place - 1)}] {done}"


def _columns(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    names = dict.fromkeys(name for row in rows for name in row if not name.startswith("@"))
    first = [name for name in _FIRST if name in names]
    last = [name for name in _LAST if name in names]
    return first + [name for name in names if name not in (*first, *last)] + last


def _cell(value: Any) -> str:
    """A value in one line; of an object, what names it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(filter(None, map(_cell, value)))
        case Mapping():
            return next((_cell(value[name]) for name in _INNER if value.get(name)), "")
        case _:
            return " ".join(str(value).split())


def _fitted(text: str, width: int) -> str:
    return f"{text:{width}}" if len(text) <= width else text[: width - 1] + "…"
