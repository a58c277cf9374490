"""Mail to be written whose subject and text are told apart: "email Tom that it's lost, subject Permit".

The subject is put before the text, where it is looked for. So is the mail that is answered: "tell Tom by mail that it
fits, in reply to his quote". Pure.
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
    for name in ("mail-in-reply", "in-reply-mail"):
        if found := words[name].fullmatch(utterance):
            what = words["mail-itself"].sub("", found["what"] or "").strip()
            of = f"{found['who']}'s mail{f' about the {what}' if what else ''}"
            return f"reply to {of} saying {found['text']}"
    return utterance
