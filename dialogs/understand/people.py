"""Who is spoken of: names in any case, e-mail addresses, "me", "my manager", teams, "the same people as last time".

Names are candidates that the dialog resolves against the directory. Most people type in lower case, so that capitals
alone prove nothing: a name is what stands behind a word that is followed by people ("with", "invite", "is … free").
"""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from dialogs.understand.understood import PersonMention, Role

_TOKEN = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|w/|[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+|[^\w\s]")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_SAME = re.compile(
    r"\b(?:the )?same (?:people|group|attendees|team|folks|crowd|guests|ones)\b(?: as (?:last time|before))?", re.I
)
_MANY = 24
"""Tokens. Longer lists are not said of one change."""
_OPTIONAL_BEFORE = re.compile(r"\boptional(?:ly)?[:,]?\s*$", re.I)
_OPTIONAL_AFTER = re.compile(r"\s*(?:,|\(|is|as)?\s*\(?optional", re.I)

_OUT = frozenset(["without", "uninvite", "disinvite"])
_NEGATIONS = frozenset(["don't", "dont", "not", "never", "doesn't", "won't", "shouldn't"])
_PREPOSITIONS = frozenset(["from", "by", "to", "for", "of", "about", "on"])
_OPENS = frozenset(["meeting", "named", "i"])
_EXCEPT = frozenset(["not", "except", "minus"])

_WITH_ME = frozenset(["with", "w/", "between", "without", "include", "invite", "cc"])
"""Behind these "me" is one of those who meet; "tell me", "give me" are not."""


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    text = (resources.files("dialogs.understand") / "languages" / f"{language}.names.txt").read_text("utf-8")
    lines = (line.partition(": ") for line in text.splitlines() if line and not line.startswith("#"))
    words = {head: frozenset(body.split()) for head, _, body in lines}
    opens = words["lead"] | words["add"] | words["is"] | words["device"] | _PREPOSITIONS | _OPENS
    return {**words, "opens": opens}


Found = Generator[PersonMention, None, int]
"""The people found; returns where reading goes on."""


class _Token(NamedTuple):
    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def find(text: str, masked: Sequence[tuple[int, int]], language: str = "en") -> tuple[PersonMention, ...]:
    """The people spoken of in `text`, in order; what stands in `masked` (time expressions) is not looked at."""
    hidden = bytearray(len(text))
    for start, end in masked:
        hidden[start:end] = b"\1" * (end - start)
    tokens = []
    for m in _TOKEN.finditer(text):
        word = "|" if hidden[m.start()] else m[0]
        low = word.lower().replace("’", "'")
        tokens.append(_Token(word, low, m.start(), m.end()))
    found = list(_Finder(text, tokens, _words(language)).all())
    if same := _SAME.search(text):
        found.append(PersonMention(same[0], same.span(), kind="same"))
    taken: set[int] = set()
    out = []
    for person in sorted(found, key=lambda p: (p.span[0], -p.span[1])):
        if taken.isdisjoint(range(*person.span)):
            taken.update(range(*person.span))
            out.append(person)
    return tuple(out)


def only(text: str, span: tuple[int, int], role: Role, language: str = "en") -> tuple[PersonMention, ...]:
    """The people whom the words of `span` list, each in `role`; none where anything else stands there too."""
    words = _words(language)
    start = span[0]
    tokens = [
        _Token(m[0], m[0].lower().replace("’", "'"), start + m.start(), start + m.end())
        for m in _TOKEN.finditer(text[slice(*span)])
    ]
    if len(tokens) > _MANY or not all(_fits(token, words) for token in tokens):
        return ()
    finder = _Finder(text, tokens, words)
    listing = finder.listing(0, role, pronouns=True)
    out: list[PersonMention] = []
    while True:
        try:
            out.append(next(listing))
        except StopIteration as done:
            return tuple(out) if done.value == len(tokens) else ()


def _fits(token: _Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word may be one of a list of people: hardly one that is another word too, unless it is capitalized."""
    return token.capital or token.low not in words["word"]


@dataclass(frozen=True)
class _Finder:
    text: str
    tokens: Sequence[_Token]
    words: dict[str, frozenset[str]]

    def called(self) -> Found:
        """ "Patrick, I'd like to invite you": whom it is said to."""
        end = self.name(0)
        behind = [token.low for token in self.tokens[end : end + 2]]
        if end and behind[:1] == [","] and behind[1:] and behind[1] in self.words["speaker"]:
            yield self.mention(0, end, Role.REQUIRED)
            return end
        return 0

    def all(self) -> Iterator[PersonMention]:
        tokens, words = self.tokens, self.words
        at = yield from self.called()
        while at < len(tokens):
            low = tokens[at].low
            if low not in words["opens"] and "@" not in low and not low.endswith("'s"):
                at += 1
                continue
            before = tokens[at - 1].low if at else ""
            end = at
            if _EMAIL.match(low):
                yield PersonMention(tokens[at].text, (tokens[at].start, tokens[at].end), Role.REQUIRED, "email", low)
            elif low in words["lead"] and before not in ("conference", "phone", "video", "teams"):
                role = Role.WITHOUT if low in _OUT or self.negated(at) else Role.REQUIRED
                if at + 1 < len(tokens) and tokens[at + 1].low in words["me"] and low not in _WITH_ME:
                    at += 1
                    continue
                end = yield from self.listing(at + 1, role)
            elif low in words["add"]:
                end = yield from self.added(at + 1, low)
            elif (low == "meeting" and before in ("i", "we", "i'm", "am", "be")) or (
                low == "named" and before in ("contact", "contacts", "person", "somebody", "someone")
            ):
                end = yield from self.listing(at + 1, Role.REQUIRED)
            elif low in _PREPOSITIONS:
                end = yield from self.behind_preposition(at)
            elif low in words["is"]:
                end = yield from self.asked(at + 1)
            elif low.endswith("'s") and at + 1 < len(tokens) and tokens[at + 1].low in words["owned"]:
                yield from self.owner(at)
            elif low in words["device"] and at + 1 < len(tokens) and tokens[at + 1].low in words["reached"]:
                yield from self.reached(at)
            elif tokens[at].capital and low == "i":
                yield from self.with_me(at)
            at = max(at + 1, end)

    def negated(self, at: int) -> bool:
        """ "don't invite", "not with", "but not inviting" """
        return self.tokens[at].low in ("with", "invite", "include", "add") and any(
            token.low in _NEGATIONS for token in self.tokens[max(0, at - 2) : at]
        )

    def name(self, at: int) -> int:
        """Where the name that begins at `at` ends (excluded); `at` where none does."""
        tokens, end = self.tokens, at
        if end < len(tokens) and tokens[end].low in self.words["title"]:
            end += 1
            if end < len(tokens) and tokens[end].low == ".":
                end += 1
        first = end
        while (
            end < len(tokens)
            and end - first < 3
            and (self.part(tokens[end], first=end == first) or self.is_double(end, at, first))
        ):
            if end > first and tokens[first].capital != tokens[end].capital:
                break
            if tokens[end].low.endswith("'s"):
                return end + 1
            end += 1
        if end == first:
            return at
        if (
            end + 1 < len(tokens)
            and len(tokens[end].text) == 1
            and tokens[end].text.isalpha()
            and tokens[end + 1].low == "."
        ):
            end += 2
        return end

    def is_double(self, at: int, start: int, first: int) -> bool:
        """Whether a word that is a verb or a month too is a name here: "with Will May", "with april"."""
        token = self.tokens[at]
        if token.low not in self.words["double"]:
            return False
        before = self.tokens[start - 1].low if start else ""
        led = before in self.words["lead"] or (token.capital and before in ("and", "&"))
        return (led and at == first) or (token.capital and at > first and self.tokens[first].capital)

    def part(self, token: _Token, *, first: bool) -> bool:
        low = token.low.removesuffix("'s")
        if not low[:1].isalpha() or low in self.words["stop"] or len(low) < 2:
            return False
        if not first and not token.capital and low in self.words["answer"]:
            return False
        if token.capital and not token.text.isupper():
            return True
        if token.text.isupper() and len(low) <= 3 and not first:
            return False
        return token.capital or len(low) < 6 or not low.endswith(tuple(self.words["ending"]))

    def mention(self, at: int, end: int, role: Role, kind: str = "name") -> PersonMention:
        start, last = self.tokens[at].start, self.tokens[end - 1].end
        said = re.sub(r"['’]s$", "", self.text[start:last])
        return PersonMention(said, (start, start + len(said)), role, kind)

    def one(self, at: int, role: Role, *, pronouns: bool = False) -> tuple[PersonMention | None, int]:
        """The person at `at`, and where they end; pronouns of the subject ("she") only where `pronouns`."""
        tokens, words = self.tokens, self.words
        if at >= len(tokens):
            return None, at
        token = tokens[at]
        if self.pronoun(at) or (pronouns and token.low in words["subject-pronoun"]):
            return self.mention(at, at + 1, role, "pronoun"), at + 1
        if token.low in ("that", "this") and at + 1 < len(tokens) and tokens[at + 1].low in ("one", "person"):
            return self.mention(at, at + 2, role, "pronoun"), at + 2
        if _EMAIL.match(token.low):
            return PersonMention(token.text, (token.start, token.end), role, "email", token.low), at + 1
        if token.low in words["me"]:
            return self.mention(at, at + 1, role, "me"), at + 1
        if token.low in words["everybody"]:
            return self.group(at, role)
        if token.low in ("my", "the", "our", "his", "her"):
            for end in range(at + 2, min(at + 5, len(tokens)) + 1):
                last = tokens[end - 1].low
                if not last[:1].isalpha():
                    break
                for kind in ("manager", "reports", "team"):
                    if last in words[kind]:
                        return self.mention(at, end, role, kind), end
                if last in ("and", "on", "at", "for", "about", "to", "in"):
                    break
            return None, at
        end = self.name(at)
        return (self.mention(at, end, role), end) if end > at else (None, at)

    def group(self, at: int, role: Role) -> tuple[PersonMention | None, int]:
        """ "everyone in Engineering", "all of the sales team": what stands behind "in" names those who are meant."""
        tokens, words = self.tokens, self.words
        end = at + 1
        if end >= len(tokens) or tokens[end].low not in ("in", "from", "of", "on"):
            return None, at
        end += 1
        if end < len(tokens) and tokens[end].low in ("the", "my", "our"):
            end += 1
        first = end
        while end < len(tokens) and end - first < 3 and tokens[end].low[:1].isalpha():
            if tokens[end].low in words["team"]:
                return self.mention(first, end + 1, role, "team"), end + 1
            if end > first and (not tokens[end].capital or not tokens[first].capital):
                break
            end += 1
        return (self.mention(first, end, role, "team"), end) if end > first else (None, at)

    def pronoun(self, at: int) -> bool:
        """ "with her", not "with her boss" """
        following = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        owns = self.tokens[at].low == "her" and following.isalpha() and following not in self.words["stop"]
        owns = owns or any(following in self.words[kind] for kind in ("kin", "manager", "reports", "team"))
        return self.tokens[at].low in self.words["pronoun"] and not owns

    def listing(self, at: int, role: Role, *, pronouns: bool = False) -> Found:
        """ "Alex, Priya and my manager"; returns where the list ends."""
        tokens = self.tokens
        end = at
        while end < len(tokens):
            if (tokens[end].low in ("both", "also", "only") and end == at) or tokens[end].low == "optionally":
                end += 1
                at = end
                continue
            person, last = self.one(end, role, pronouns=pronouns)
            if person is None:
                break
            after = self.text[tokens[last - 1].end : tokens[last - 1].end + 14]
            before = self.text[max(0, tokens[end].start - 12) : tokens[end].start]
            if person.role is Role.REQUIRED and (_OPTIONAL_AFTER.match(after) or _OPTIONAL_BEFORE.search(before)):
                person = PersonMention(person.text, person.span, Role.OPTIONAL, person.kind, person.email)
            yield person
            end = last
            while end < len(tokens) and tokens[end].low in (",", "and", "&", "plus", "or", "(", "but"):
                end += 1
            if end < len(tokens) and tokens[end].low in _EXCEPT:
                role, end = Role.WITHOUT, end + 1
            elif end == last:
                break
        return end

    def added(self, at: int, verb: str) -> Found:
        """ "add Ana to the review": names only where what follows shows that people are meant."""
        people = list(self.listing(at, Role.WITHOUT if verb in ("remove", "drop", "out", "take") else Role.REQUIRED))
        if not people:
            return at
        last = people[-1].span[1]
        rest = [t.low for t in self.tokens if t.start >= last][:5]
        sure = (
            len(people) > 1
            or any(p.kind != "name" for p in people)
            or (
                rest[:1] in (["to"], ["from"], ["into"])
                and not {"calendar", "calender", "schedule", "list", "agenda"} & set(rest)
            )
            or rest[:1] in (["as"], ["too"], ["off"], ["out"])
            or not [r for r in rest if r not in ".!?"]
        )
        if sure:
            yield from people
        return at

    def behind_preposition(self, at: int) -> Found:
        """ "sent by Lucas", "emails from Robert", "forward it to Kim", "number of John", "for Sally and me"."""
        tokens = self.tokens
        word = tokens[at].low
        earlier = {t.low for t in tokens[max(0, at - 8) : at]}
        first = at + 1
        while first < len(tokens) and tokens[first].low in self.words["kin"] and first < at + 4:
            first += 1
        if first > at + 1 and tokens[first - 1].low in ("my", "the", "our"):
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
            "of": bool(asks),
            "about": bool({"tell", "information", "info"} & earlier)
            and not {"meeting", "event", "appointment"} & earlier,
            "on": bool(asks),
            "for": bool(asks) or (capital and len(people) > 1) or (people[0].kind == "me" and len(people) > 1),
        }[word]
        if fits:
            yield from people
            return at + 1 + sum(len(p.text.split()) for p in people)
        return at + 1

    def asked(self, at: int) -> Found:
        """ "is Ana free", "are Tom and Kim available", "will Nick be there"."""
        people = list(self.listing(at, Role.REQUIRED))
        if not people:
            return at
        last = people[-1].span[1]
        rest = [t.low for t in self.tokens if t.start >= last and t.text != "|"][:3]
        before = self.tokens[at - 2].low if at >= 2 else ""
        if self.words["answer"] & set(rest[:2]) or (before in self.words["who"] and not set(rest) - set(".?!")):
            yield from people
        return at

    def reached(self, at: int) -> Iterator[PersonMention]:
        """ "give me charles phone number": a name without its apostrophe."""
        first = at
        while first and at - first < 2 and self.part(self.tokens[first - 1], first=True):
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
        if self.part(self.tokens[at], first=True):
            yield self.mention(first if self.tokens[first].capital else at, at + 1, Role.REQUIRED)

    def with_me(self, at: int) -> Iterator[PersonMention]:
        """ "Jim and I" """
        tokens = self.tokens
        if at >= 2 and tokens[at - 1].low in ("and", "&"):
            start = at - 2
            while (
                start > 0
                and self.part(tokens[start - 1], first=True)
                and tokens[start - 1].capital
                and tokens[start].capital
            ):
                start -= 1
            if self.part(tokens[start], first=True):
                yield self.mention(start, at - 1, Role.REQUIRED)
