"""Options of the whole suite."""

import pytest
from hypothesis import settings

# A busy machine proves nothing about what is read or offered; what has to be fast is measured in processor time.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--rewrite`: see tests/conversations."""
    parser.addoption("--rewrite", action="store_true", help="write transcripts down as they came")
