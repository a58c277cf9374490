"""All that waits for an answer, said by a clause: "accept everything that's still open", "no to whatever is on then".

It is put as the readers of answers know it: "all open invitations", "everything". Pure.
"""

import re

from dialogs.understand.lexicon.patterns import patterns


def plainly(utterance: str) -> str:
    """The same with them; `utterance` itself where no such clause stands in it."""
    words = patterns()
    utterance = words["yes-to-all"].sub(r"\g<lead>accept ", words["no-to-all"].sub(r"\g<lead>decline ", utterance))
    utterance = words["still-open"].sub(_all_open, utterance)
    return words["whatever-is-on"].sub(r"\g<act>everything ", utterance)


def _all_open(found: re.Match[str]) -> str:
    return f"{patterns()['open-yes'].sub('accept', found['act'], count=1)}all open invitations"
