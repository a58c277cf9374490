"""Mail to be written whose subject and text are told apart: "email Tom that it's lost, subject Permit".

The subject is put before the text, where it is looked for. Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 600
"""Characters of a mail that is dictated."""


def plainly(utterance: str) -> str:
    """The same mail with its subject first; `utterance` itself where it has none of its own."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    for name in ("mail-subject-text", "mail-text-subject"):
        if found := words[name].fullmatch(utterance):
            return f"{found['lead']}{found['who']} with subject {found['subject'].strip()} saying {found['text']}"
    return utterance
