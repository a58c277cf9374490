"""When several people have time, asked as one speaks: "when do Tom, Katrin and I have time", "are Tom and I free at 3".

They are put as a list with "me" at its end, where people are looked for. Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 200
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The same question of a plain list; `utterance` itself where no list of people is asked for."""
    found = patterns()["free-together"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None:
        return utterance
    who = patterns()["and-i"].sub(r"\g<joint>me", found["who"])
    long = f" for {found['long']}" if found["long"] else ""
    return f"{found['lead']}{found['when'] or ''}are {who} free{long}{found['rest']}"
