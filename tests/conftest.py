"""Options of the whole suite."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--rewrite`: see tests/conversations."""
    parser.addoption("--rewrite", action="store_true", help="write transcripts down as they came")
