"""Who is spoken of: names in any case, e-mail addresses, "me", "my manager", teams, "the same people as last time".

Names are candidates that the dialog resolves against the directory. Most people type in lower case, so that capitals
alone prove nothing: a name is what stands behind a word that is followed by people ("with", "invite", "is … free").
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.telltales import Wary
from dialogs.understand.slots.naming import EMAIL, INITIALS, PREPOSITIONS, Found, Names, Token, Words, cut, words_of
from dialogs.understand.understood import PersonMention, Role

_TOGETHER = frozenset(("need", "want", "book", "see", "get", "put", "bring", "gather", "assemble", "pull", "round"))
_PLACES = frozenset(("room", "call", "table", "same", "meeting"))
_MANY = 24
"""Tokens. Longer lists are not said of one change."""
_AHEAD = 16
"""Tokens behind a name that tell whether it is one."""
_LONGEST_NAME = 3
"""Words."""
_TOPICS = frozenset(("about", "abt", "re", "regarding", "concerning", "discuss"))
_OUT = frozenset(["without", "uninvite", "disinvite"])
_BUT = frozenset(["minus", "except", "no"])
_IN_PLACE = (["instead", "of"], ["rather", "than"])
_NEGATIONS = frozenset(["don't", "dont", "not", "never", "doesn't", "won't", "shouldn't"])

_WITH_ME = frozenset(["with", "w/", "w", "between", "without", "include", "invite", "cc"])
"""Behind these "me" is one of those who meet; "tell me", "give me" are not."""


def find(
    text: str, masked: Sequence[tuple[int, int]], names: Collection[str] = (), language: str = "en"
) -> tuple[PersonMention, ...]:
    """The people spoken of in `text`, in order; what stands in `masked` (time expressions) is not looked at.

    `names`, in lower case, are known to be somebody's wherever they stand.
    """
    hidden = bytearray(len(text))
    for start, end in masked:
        hidden[start:end] = b"\1" * (end - start)
    tokens = cut(text, hidden=hidden)
    finder = _Finder(text, tokens, words_of(language))
    found = [*finder.all(), *finder.several(masked, patterns(language))]
    if names:
        found = [each for each in found if not _runs_together(each, names)] + list(_called(text, tokens, names))
    taken: set[int] = set()
    out = []
    for person in sorted(found, key=lambda p: (p.span[0], -p.span[1])):
        if taken.isdisjoint(range(*person.span)):
            taken.update(range(*person.span))
            out.append(person)
    return tuple(out)


_PLUS = frozenset(("plus", "and", "with"))


def _called(text: str, tokens: Sequence[Token], names: Collection[str]) -> Iterator[PersonMention]:
    """Each word that is known to be a name, and several that are one together: "yuki mori", "yuki" beside "tom"."""
    low = [token.low.removesuffix("'s") for token in tokens]
    at = 0
    while at < len(tokens):
        ends = range(min(at + _LONGEST_NAME, len(tokens)), at, -1)
        end = next((end for end in ends if " ".join(low[at:end]) in names), at)
        if end > at:
            before = [token.low for token in tokens[max(0, at - 2) : at]]
            if end == at + 1 and end < len(tokens) and tokens[end].text in INITIALS:
                # "hannah b", of whom the names that are known tell but the first.
                end += 1
            start, last = tokens[at].start, tokens[end - 1].end
            said = text[start:last].removesuffix("'s").removesuffix("’s")
            out = before in _IN_PLACE or bool(before and before[-1] in _OUT | _NEGATIONS | _BUT)
            role = Role.WITHOUT if out else Role.REQUIRED
            yield PersonMention(said, (start, start + len(said)), role)
        at = max(at + 1, end)


def _runs_together(mention: PersonMention, names: Collection[str]) -> bool:
    """ "yuki tom", "yuki plus katrin": names that are known, and all of which are not one.

    Of "yuki kevin" the directory tells whether they are two, where it is not known that Kevin is somebody's.
    """
    words = mention.text.lower().split()
    is_one = mention.kind != "name" or len(words) == 1 or " ".join(words) in names
    known = [word for word in words if word in names or word in _PLUS]
    return not is_one and len(known) > 1 and (len(known) == len(words) or not _PLUS.isdisjoint(words))


def only(text: str, span: tuple[int, int], role: Role, language: str = "en") -> tuple[PersonMention, ...]:
    """The people whom the words of `span` list, each in `role`; none where anything else stands there too."""
    words = words_of(language)
    tokens = cut(text[slice(*span)], span[0])
    if len(tokens) > _MANY or not all(_fits(token, words) for token in tokens):
        return ()
    finder = _Finder(text, tokens, words)
    listing = finder.listing(0, role, pronouns=True)
    out: list[PersonMention] = []
    while True:
        try:
            out.append(next(listing))
        except StopIteration as done:
            sure = done.value == len(tokens) and all(person.kind != "group" for person in out)
            return tuple(out) if sure else ()


def _fits(token: Token, words: Words) -> bool:
    """Whether a word may be one of a list of people: hardly one that is another word too, unless it is capitalized."""
    return token.capital or token.low not in words["word"] or token.low == "both"


class _Finder(Names):
    """Knows behind which words people are named."""

    def called(self) -> Found:
        """ "Patrick, I'd like to invite you": whom it is said to."""
        end = self.name(0)
        behind = [token.low for token in self.tokens[end : end + 2]]
        if end and behind[:1] == [","] and behind[1:] and behind[1] in self.words["speaker"]:
            yield self.mention(0, end, Role.REQUIRED)
            return end
        return 0

    def leading(self) -> Found:
        """ "me, Tom and Priya Friday 2pm", "design team + Ana, Thursday": who opens the utterance, before a time."""
        people, end = self.collected(0)
        behind = [token.low for token in self.tokens[end : end + 2]]
        if behind[:1] == [","]:
            behind = behind[1:]
        several = len(people) > 1 and (
            any(p.kind != "name" for p in people) or all(p.text[:1].isupper() for p in people)
        )
        alone = len(people) == 1 and people[0].kind in ("team", "chat", "same", "reports")
        if end and behind[:1] == ["|"] and (several or alone):
            yield from people
            return end
        return 0

    def collected(self, at: int) -> tuple[list[PersonMention], int]:
        """The people listed from `at` on, and where the list ends."""
        listing, people = self.listing(at, Role.REQUIRED), list[PersonMention]()
        while True:
            try:
                people.append(next(listing))
            except StopIteration as done:
                return people, done.value

    def together(self, at: int) -> Found:
        """ "get the design team together", "get everyone in a room", "I need everyone in design"."""
        if self.is_everyone_of(at + 1):
            return (yield from self.listing(at + 1, Role.REQUIRED))
        people, end = self.collected(at + 1)
        behind = [token.low for token in self.tokens[end : end + 3]]
        sides = [["in"], ["into"], ["on"], ["around"]]
        in_one_place = behind[:1] in sides and behind[1:2] in (["a"], ["one"], ["the"]) and behind[-1] in _PLACES
        gathers = self.tokens[at].low == "gather" or behind[:1] == ["together"]
        if people and (gathers or in_one_place):
            yield from people
            return end
        return at

    def all(self) -> Iterator[PersonMention]:
        tokens, words = self.tokens, self.words
        at = yield from self.called()
        at = at or (yield from self.leading())
        while at < len(tokens):
            low = tokens[at].low
            if low not in words["opens"] and low not in _TOGETHER and "@" not in low and not low.endswith("'s"):
                at += 1
                continue
            before = tokens[at - 1].low if at else ""
            end = at
            if EMAIL.match(low):
                end = yield from self.listing(at, Role.REQUIRED)
            elif (
                low in words["lead"]
                and not self.is_number(at)
                and before not in ("conference", "phone", "video", "teams")
            ):
                role = Role.WITHOUT if low in _OUT or self.negated(at) else Role.REQUIRED
                if at + 1 < len(tokens) and tokens[at + 1].low in words["me"] and low not in _WITH_ME:
                    at += 1
                    continue
                end = yield from self.listing(at + 1, role)
            elif low in _TOGETHER:
                end = yield from self.together(at)
            elif low in words["add"] or low in words["gives"]:
                end = yield from self.added(at + 1, low)
            elif (low == "meeting" and before in ("i", "we", "i'm", "am", "be")) or (
                low == "named" and before in ("contact", "contacts", "person", "somebody", "someone")
            ):
                end = yield from self.listing(at + 1, Role.REQUIRED)
            elif low in PREPOSITIONS:
                end = yield from self.behind_preposition(at)
            elif low in words["is"]:
                yield from self.along(at)
                end = yield from self.asked(at + 1)
            else:
                yield from self.before(at)
            at = max(at + 1, end)
        yield from self.choice()

    def several(self, masked: Sequence[tuple[int, int]], patterns: Mapping[str, Wary]) -> Iterator[PersonMention]:
        """The people of another time or of an event, and those who are in the chat."""
        same, of_event, here = (patterns[name] for name in ("same-people", "people-of-event", "people-here"))
        if not (same.may_fit(self.text) or of_event.may_fit(self.text) or here.may_fit(self.text)):
            return
        letters = list(self.text)
        for start, end in masked:
            letters[start:end] = "|" * (end - start)
        shown = "".join(letters)
        if found := same.search(shown):
            yield self.those(found)
        elif (found := of_event.search(shown)) and patterns["people-of-what"].search(found[0]):
            yield (those := self.those(found))
            if but := patterns["but-not"].match(shown, those.span[1]):
                at = next((n for n, token in enumerate(self.tokens) if token.start >= but.end()), len(self.tokens))
                yield from self.listing(at, Role.WITHOUT)
        if found := here.search(shown):
            yield PersonMention(found[0], found.span(), kind="chat")

    def those(self, found: re.Match[str]) -> PersonMention:
        """ "The same people as at the review" """
        said = self.text[slice(*found.span())].rstrip()
        span = (found.start(), found.start() + len(said))
        return PersonMention(said, span, kind="same", hint=(found["event"] or "").strip())

    def is_everyone_of(self, at: int) -> bool:
        """ "everyone in design"; not "in a room", "in one place", which is where they are to meet."""
        low = [token.low for token in self.tokens[at : at + 3]]
        return low[:1] in (["everyone"], ["everybody"]) and low[1:2] in (["in"], ["from"]) and low[2:] != ["a"]

    def listed_before(self, comma: int) -> Iterator[PersonMention]:
        """ "Tom, Ana and I": those of the list before a comma, each one capitalized word."""
        at = comma
        while at >= 1 and self.tokens[at].low == "," and self.tokens[at - 1].capital:
            if self.part(self.tokens[at - 1], first=True):
                yield self.mention(at - 1, at, Role.REQUIRED)
            at -= 2

    def before(self, at: int) -> Iterator[PersonMention]:
        """Whoever is told by the word behind them: "Ana's calendar", "charles phone number", "Jim and I"."""
        low = self.tokens[at].low
        behind = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        if low == "optional":
            yield from self.optional(at)
        elif low == "in":
            yield from self.kept(at)
        elif low.endswith("'s") and behind in self.words["owned"] and not self.is_topic(at):
            yield from self.owner(at)
        elif low in self.words["device"] and behind in self.words["reached"]:
            yield from self.reached(at)
        elif self.tokens[at].capital and low == "i":
            yield from self.with_me(at)

    def is_topic(self, at: int) -> bool:
        """ "…, about Helena's diary", where somebody else is met."""
        before = [token.low for token in self.tokens[max(0, at - 2) : at]]
        return bool(_TOPICS & set(before)) and any(token.low in _WITH_ME for token in self.tokens[:at])

    def optional(self, at: int) -> Iterator[PersonMention]:
        """ "…, Grace Mutua optional" """
        tokens, first = self.tokens, at
        while first and at - first < _LONGEST_NAME and self.part(tokens[first - 1], first=True):
            first -= 1
        if first < at and first and tokens[first - 1].low in (",", "|", "(", ";", "-"):
            yield self.mention(first, at, Role.OPTIONAL)

    def negated(self, at: int) -> bool:
        """ "don't invite", "not with", "but not inviting" """
        return self.tokens[at].low in ("with", "invite", "include", "add") and any(
            token.low in _NEGATIONS for token in self.tokens[max(0, at - 2) : at]
        )

    def added(self, at: int, verb: str) -> Found:
        """ "add Ana to the review": names only where what follows shows that people are meant."""
        if verb in self.words["gives"] and (given := self.given(at)):
            yield from given
            return at
        if verb not in self.words["add"]:
            return at
        if verb == "out" and self.tokens[max(0, at - 2)].low not in self.words["leaves"]:
            # "To sort out the backlog"
            return at
        people = list(self.listing(at, Role.WITHOUT if verb in ("remove", "drop", "out", "take") else Role.REQUIRED))
        if not people:
            return at
        last = people[-1].span[1]
        rest, words = [t.low for t in self.behind(last, at)][:5], self.words
        if verb == "take" and not {"off", "out", "from", "away"} & set(rest):
            # "Take that one" chooses.
            return at
        sure = (
            len(people) > 1
            or any(p.kind != "name" for p in people)
            or (
                rest[:1] in (["to"], ["from"], ["into"])
                and ({"invite", "guest"} & set(rest) or not words["plans"] & set(rest))
            )
            or rest[:1] in (["as"], ["too"], ["off"], ["out"])
            or not [r for r in rest if r not in ".!?"]
        )
        if sure:
            yield from people
        return at

    def given(self, at: int) -> Sequence[PersonMention]:
        """ "send Ana the agenda" """
        people = list(self.listing(at, Role.REQUIRED))
        behind = self.behind(people[-1].span[1], at)[:1] if people else []
        return people if behind and behind[0].low in self.words["what"] else ()

    def choice(self) -> Sequence[PersonMention]:
        """ "who is free, Ana or Tom?" """
        if not self.tokens or self.tokens[0].low not in self.words["who"]:
            return ()
        at = next((n for n, token in enumerate(self.tokens, 1) if token.low == ","), len(self.tokens))
        people = list(self.listing(at, Role.REQUIRED))
        left = self.behind(people[-1].span[1], at) if people else []
        return people if len(people) > 1 and not any(token.low.isalnum() for token in left) else ()

    def behind(self, place: int, at: int) -> Sequence[Token]:
        """The next tokens that begin at `place` of the text or later; `at` is one before it."""
        first = next((n for n in range(at, len(self.tokens)) if self.tokens[n].start >= place), len(self.tokens))
        return self.tokens[first : first + _AHEAD]

    def behind_preposition(self, at: int) -> Found:
        """ "sent by Lucas", "emails from Robert", "forward it to Kim", "number of John", "for Sally and me"."""
        yield from self.kept(at)
        tokens = self.tokens
        word = tokens[at].low
        earlier = {t.low for t in tokens[max(0, at - 8) : at]}
        first = at + 1
        while first < len(tokens) and self.is_kin(first) and first < at + 4:
            first += 1
        if first > at + 1 and tokens[first - 1].low in {"my", "the", "our"} | self.words["manager"]:
            first = at + 1
        people = list(self.listing(first, Role.REQUIRED))
        if not people or (people[0].kind not in ("name", "me", "manager") and word != "to"):
            return at + 1
        capital = people[0].text[:1].isupper() and tokens[0].start != people[0].span[0]
        sends, asks, comes = (self.words[k] & earlier for k in ("sends", "asks", "comes"))
        fits = {
            "to": bool(sends),
            "from": bool(comes),
            "by": bool(comes),
            "of": bool(asks | comes),
            "about": bool({"tell", "information", "info"} & earlier)
            and not {"meeting", "event", "appointment"} & earlier,
            "on": bool(asks),
            "for": bool(asks)
            or bool(self.words["suits"] & earlier - {self.opens(at)} and people[0].kind == "name")
            or (capital and len(people) > 1)
            or (people[0].kind == "me" and len(people) > 1),
        }[word]
        if fits:
            yield from people
            return at + 1 + sum(len(p.text.split()) for p in people)
        return at + 1

    def opens(self, at: int) -> str:
        """The word with which it begins, where that only leads to the rest: "ok, block 2 to 4 for Dan"."""
        return self.tokens[0].low if at > 1 else ""

    def is_kin(self, at: int) -> bool:
        """ "my friend", and "old" in "my old friend" """
        kin = self.words["kin"]
        said = [token.low for token in self.tokens[at - 1 : at + 2]]
        return said[1] in kin or (said[0] == "my" and said[2:] != [] and said[2] in kin)

    def asked(self, at: int) -> Found:
        """ "is Ana free", "are Tom and Kim available", "is he free then"."""
        people = list(self.listing(at, Role.REQUIRED, pronouns=True))
        if not people:
            return at
        last = people[-1].span[1]
        rest = [t.low for t in self.behind(last, at) if t.text != "|"][:3]
        before = self.tokens[at - 2].low if at >= 2 else ""
        if people[-1].kind == "team" and rest and patterns()["event-head"].search(rest[0]):
            # "Which room is the board meeting in" asks of an event.
            return at
        if self.words["answer"] & set(rest[:2]) or (before in self.words["who"] and not set(rest) - set(".?!")):
            yield from people
        return at

    def kept(self, at: int) -> Iterator[PersonMention]:
        """ "remove mike from my contacts": whom a list is told to hold or to lose; `at` is the preposition."""
        behind = [token.low for token in self.tokens[at + 1 : at + 5]]
        behind = behind[1:] if behind[:1] and behind[0] in ("my", "the", "our") else behind
        lists = "_".join(behind).startswith(tuple(self.words["book"]))
        first = at
        while first and at - first < _LONGEST_NAME and self.part(self.tokens[first - 1], first=True):
            first -= 1
        told = 0 < first < at and self.tokens[first - 1].low in self.words["keeps"]
        if told and lists:
            yield self.mention(first, at, Role.REQUIRED)

    def along(self, at: int) -> Iterator[PersonMention]:
        """ "Rahul will come with me"; `at` is the verb before."""
        behind = [token.low for token in self.tokens[at + 1 : at + 4]]
        first = at - 1 if at and self.part(self.tokens[at - 1], first=True) else at
        if first and first < at and self.tokens[first].capital and self.tokens[first - 1].capital:
            first -= self.part(self.tokens[first - 1], first=True)
        led = first and self.tokens[first - 1].low in ("the", "a", "an", "my", "our", "this", "that")
        comes = bool(behind) and behind[0] in self.words["along"] and behind[1:] in (["with", "me"], ["with", "us"])
        if comes and first < at and not led:
            yield self.mention(first, at, Role.REQUIRED)

    def reached(self, at: int) -> Iterator[PersonMention]:
        """ "give me charles phone number": a name without its apostrophe."""
        first = at
        while first and at - first < 2 and self.part(self.tokens[first - 1], first=True):
            if self.tokens[first - 1].low in self.words["opens"]:
                break
            first -= 1
        if first < at and not self.tokens[at - 1].low.endswith("'s"):
            yield self.mention(first, at, Role.REQUIRED)

    def owner(self, at: int) -> Iterator[PersonMention]:
        """ "Ana's calendar" """
        first = (
            at - 1
            if at
            and self.part(self.tokens[at - 1], first=True)
            and self.tokens[at - 1].capital == self.tokens[at].capital
            else at
        )
        if self.part(self.tokens[at], first=True) or self.tokens[at].low.removesuffix("'s") in self.words["double"]:
            yield self.mention(first if self.tokens[first].capital else at, at + 1, Role.REQUIRED)

    def with_me(self, at: int) -> Iterator[PersonMention]:
        """ "Jim and I" """
        tokens = self.tokens
        if at >= 2 and tokens[at - 1].low in ("and", "&"):
            start = at - 2
            if tokens[start - 1].low == "," and start >= 2:
                yield from self.listed_before(start - 1)
            while (
                start > 0
                and self.part(tokens[start - 1], first=True)
                and tokens[start - 1].capital
                and tokens[start].capital
            ):
                start -= 1
            if self.part(tokens[start], first=True):
                yield self.mention(start, at - 1, Role.REQUIRED)
