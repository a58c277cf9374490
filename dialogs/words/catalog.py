"""What we say, per language: Fluent catalogues beside this file, one a language, all with the same names."""

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"
OWN = "own"
"""What stands for the reader's own calendar where a phrase asks whose it is."""


@lru_cache(maxsize=16)
def bundle(language: str) -> FluentBundle:
    """The catalogue of a language, or the English one where there is none. Raises SyntaxError on a broken one."""
    source = files("dialogs.words").joinpath(f"{language}.ftl")
    if not source.is_file():
        return bundle(FALLBACK)
    made = FluentBundle([language], use_isolating=False)
    made.add_resource(FluentResource(source.read_text(encoding="utf-8")))
    return made


def phrase(language: str, name: str, /, **values: str | int) -> str:
    """The phrase of that name with its values filled in; `owner` is whose calendar it is about, else the reader's own.

    Raises LookupError where the catalogue does not have it, or it names a value that was not given.
    """
    catalogue = bundle(language)
    if not catalogue.has_message(name):
        raise LookupError(name)
    pattern = catalogue.get_message(name).value
    assert pattern is not None
    filled, errors = catalogue.format_pattern(pattern, {"owner": OWN, **values})
    if errors:
        raise LookupError(f"{name}: {errors[0]}")
    return str(filled)
