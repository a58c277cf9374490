"""Every route of the emulator is one that Graph has."""

import re

import pytest

from graph.emulator.errors import GraphError
from graph.emulator.routes import Routes, table
from tests.graph_contract import DATA, UNDESCRIBED, contract


@pytest.mark.skipif(not DATA.exists(), reason="the description of Graph is not on this machine")
@pytest.mark.parametrize(("method", "path"), [pytest.param(m, p, id=f"{m} {p}") for m, p, _ in table()])
def test_graph_has_it(method: str, path: str) -> None:
    """With that method, or it is among what the description leaves out."""
    filled = "/" + re.sub(r"\{\w+\}", "x", path.replace("/{standard}", "(TimeZoneStandard='x')"))
    assert UNDESCRIBED.search(filled) or contract().has(method, filled)


@pytest.mark.parametrize(("method", "path"), [pytest.param(m, p, id=f"{m} {p}") for m, p, _ in table()])
def test_no_route_hides_another(method: str, path: str) -> None:
    """Each is reached by its own path, whatever its keys are, in any case and with Graph's namespace."""
    keys = dict.fromkeys(re.findall(r"\{(\w+)\}", path), "x")
    filled = "/" + re.sub(r"\{\w+\}", "x", path)
    wanted = next(handler for m, p, handler in table() if (m, p) == (method, path))
    expected = (wanted.__qualname__, keys)
    for asked in (filled, filled.upper(), filled.replace("graph.", "microsoft.graph.")):
        handler, found = Routes().find(method, asked)
        assert (handler.__qualname__, {name: value.casefold() for name, value in found.items()}) == expected


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/me/nonsense", 400), ("PUT", "/me/events", 405), ("GET", "/", 400)]
)
def test_what_there_is_not(method: str, path: str, status: int) -> None:
    """400 for a path, 405 for a method, as Graph answers."""
    with pytest.raises(GraphError) as refused:
        Routes().find(method, path)
    assert refused.value.status == status
