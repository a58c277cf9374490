"""Names as they stand in a list: "Alex, Dr. Wu and my manager", "her", "everyone in Engineering"."""

import re
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import NamedTuple

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import PersonMention, Role

_TOKEN = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|w/|[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+|[^\w\s]")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_EXCEPT = frozenset(["not", "except", "minus", "excluding"])
_MANY = frozenset(["team", "chat", "same", "reports", "group"])
"""Kinds of several people, of whom some may stay out: "the design team but not Tom", "everyone but Tom"."""

PREPOSITIONS = frozenset(["from", "by", "to", "for", "of", "about", "on"])
_OPENS = frozenset(["meeting", "named", "i", "optional", "in"])

Words = Mapping[str, frozenset[str]]
"""The lists of a language's names file, and "opens": what people may be named behind."""

Found = Generator[PersonMention, None, int]
"""The people found; returns where reading goes on."""


@cache
def words_of(language: str) -> Words:
    """The lists of words that a language tells people by."""
    text = (resources.files("dialogs.understand") / "languages" / f"{language}.names.txt").read_text("utf-8")
    lines = (line.partition(": ") for line in text.splitlines() if line and not line.startswith("#"))
    words = {head: frozenset(body.split()) for head, _, body in lines}
    opens = words["lead"] | words["add"] | words["is"] | words["device"] | words["gives"] | PREPOSITIONS | _OPENS
    return {**words, "opens": opens}


class Token(NamedTuple):
    """A word, an address or a sign; `start` and `end` (excluded) are characters of the utterance."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def cut(text: str, start: int = 0, hidden: Sequence[int] = b"") -> list[Token]:
    """The tokens of `text`, which stands at `start` of the utterance; where `hidden` is set they are bars."""
    tokens = []
    for found in _TOKEN.finditer(text):
        begins, ends = found.span()
        word = "|" if hidden and hidden[begins] else found[0]
        tokens.append(Token(word, word.lower().replace("’", "'"), start + begins, start + ends))
    return tokens


_JOBS = ("er", "or", "ist", "yst", "ian", "ant", "lead", "head", "counsel", "intern")
"""How the words end that people are called by for what they do."""


def is_job(words: str) -> bool:
    """Whether it ends as what people are called by for what they do: "drafting lead"."""
    return words.lower().endswith(_JOBS)


INITIALS = frozenset("bcdefghjklmpqstvyz")
"""Letters that are no word when they stand alone, as "a", "i", "n", "u" and "w" are."""
_WORDS_TOO = frozenset("nruw")
_BEHIND_NAME = frozenset(
    ("", "to", "on", "at", "for", "from", "about", "re", "in", "is", "can", "and", "free", ",", ".", "|", ")")
)
"""What stands behind a whole name."""
_MODALS = frozenset(("will", "would", "can", "could", "might", "should", "may", "must", "to"))
_ENDS_NAME = frozenset((",", "and", "&", "|", ".", "+", ")"))


@dataclass(frozen=True)
class Names:
    """Reads names out of the tokens of an utterance, wherever it is told that one may begin."""

    text: str
    tokens: Sequence[Token]
    words: Words

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
            and (
                self.part(tokens[end], first=end == first)
                or self.is_double(end, at, first)
                or (end == first and self.is_met(end))
            )
        ):
            if end > first and (tokens[first].capital != tokens[end].capital or self.is_number(end)):
                break
            if tokens[end].low.endswith("'s"):
                return end + 1
            end = self.past_particles(end + 1)
        if end == first:
            return at
        if (
            end + 1 < len(tokens)
            and len(tokens[end].text) == 1
            and tokens[end].text.isalpha()
            and tokens[end + 1].low == "."
        ):
            return end + 2
        if (
            end < len(tokens)
            and len(tokens[end].text) == 1
            and tokens[end].text.isupper()
            and tokens[end].text not in "AI"
        ):
            return end + 1
        return end + 1 if self.is_initial(end) else end

    def is_initial(self, at: int) -> bool:
        """Whether a small letter behind a name is that of the surname: "hannah b"; "will tom b free" is no such."""
        if at >= len(self.tokens) or self.tokens[at - 1].capital:
            return False
        behind = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        if self.tokens[at].text not in INITIALS:
            # "tom n ana" are two; "hannah n to the call" is one.
            return self.tokens[at].text in _WORDS_TOO and behind in _BEHIND_NAME
        lead = self.tokens[at - 2].low if at > 1 else ""
        is_be = self.tokens[at].text == "b" and lead in _MODALS
        return not is_be and behind not in ("'", "’", "there") and not behind[:1].isdigit()

    def is_met(self, at: int) -> bool:
        """Whether a lone word behind "with" and before a time is somebody, however it ends: "with weiling tomorrow"."""
        low, behind = self.tokens[at].low, self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        led = at > 0 and self.tokens[at - 1].low in ("with", "w", "w/")
        return led and behind == "|" and low.isalpha() and low not in self.words["stop"]

    def past_particles(self, end: int) -> int:
        """Behind the "de" of "Daan de Wit" and the "van der" of "Eva van der Berg", where a name goes on."""
        behind = end
        while behind < len(self.tokens) and self.tokens[behind].low in self.words["particle"]:
            behind += 1
        if behind in (end, len(self.tokens)):
            return end
        following, is_capital = self.tokens[behind], self.tokens[end - 1].capital
        goes_on = following.capital if is_capital else self.part(following, first=False)
        return behind + 1 if goes_on else end

    def is_number(self, at: int) -> bool:
        """The "email address" of "Jane Doe email address"."""
        behind = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        return self.tokens[at].low in self.words["device"] and behind in self.words["reached"]

    def is_double(self, at: int, start: int, first: int) -> bool:
        """Whether a word that is a verb or a month too is a name here: "with Will May", "with april"."""
        token = self.tokens[at]
        if token.low not in self.words["double"]:
            return False
        before = self.tokens[start - 1].low if start else ""
        behind = self.tokens[at + 1].low if at + 1 < len(self.tokens) else "|"
        listed = before in self.words["and"] and (token.capital or behind in _ENDS_NAME)
        asked = token.capital and before in self.words["is"]
        opens = start == 0 and token.capital
        led = before in self.words["lead"] or opens or (start > 0 and (listed or asked))
        return (led and at == first) or (token.capital and at > first and self.tokens[first].capital)

    def part(self, token: Token, *, first: bool) -> bool:
        low = token.low.removesuffix("'s")
        if not low[:1].isalpha() or "@" in low or low in self.words["stop"] or len(low) < 2:
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
        if here := patterns()["people-here"].match(self.text, token.start):
            end = next((place for place in range(at, len(tokens)) if tokens[place].start >= here.end()), len(tokens))
            return self.mention(at, end, role, "chat"), end
        if self.pronoun(at) or (pronouns and token.low in words["subject-pronoun"]):
            return self.mention(at, at + 1, role, "pronoun"), at + 1
        if token.low in ("that", "this") and at + 1 < len(tokens) and tokens[at + 1].low in ("one", "person"):
            return self.mention(at, at + 2, role, "pronoun"), at + 2
        if end := self.namesakes(at):
            named = self.mention(at + 1, end, role, "every")
            return replace(named, text=named.text[:-1]), end
        if EMAIL.match(token.low):
            return PersonMention(token.text, (token.start, token.end), role, "email", token.low), at + 1
        if kind := self.single(token):
            return self.mention(at, at + 1, role, kind), at + 1
        if token.low in words["everybody"]:
            return self.group(at, role)
        if token.low in ("my", "the", "our", "his", "her", "their"):
            return self.related(at, role)
        if end := self.bare_team(at):
            return self.mention(at, end, role, "team"), end
        end = self.name(at)
        if end == at:
            return None, at
        if place := self.addressed(end):
            address = tokens[place]
            closed = place + 1 < len(tokens) and tokens[place + 1].low in (")", ">")
            mention = PersonMention(address.text, (address.start, address.end), role, "email", address.low)
            return mention, place + 1 + closed
        return self.of_theirs(at, end, role) or self.told_apart(at, end, role)

    def single(self, token: Token) -> str:
        """What kind of mention a word is by itself: "me", or a "group" for "physio", who is nobody of the company."""
        if token.low in self.words["me"]:
            return "me"
        return "group" if token.low in self.words["trade"] and not token.capital else ""

    def addressed(self, end: int) -> int:
        """Where the address behind a name stands: "Jane Doe jane@doe.example", "Jane (jane@…)"; 0: nowhere."""
        behind = [token.low for token in self.tokens[end : end + 2]]
        if behind[:1] and EMAIL.match(behind[0]):
            return end
        return end + 1 if behind[:1] in (["("], ["<"]) and behind[1:] and EMAIL.match(behind[1]) else 0

    def related(self, at: int, role: Role) -> tuple[PersonMention | None, int]:
        """ "my manager", "the design team", "our platform list" """
        tokens, words = self.tokens, self.words
        for end in range(at + 2, min(at + 6, len(tokens)) + 1):
            last = tokens[end - 1].low
            if not last[:1].isalpha():
                break
            for kind in ("manager", "reports", "team"):
                if kind == "manager" and tokens[at].low == "the" and end > at + 2:
                    # "The site supervisor" is somebody by their job.
                    continue
                if last in words[kind] or (last in words["list"] and end > at + 2):
                    return self.mention(at, end, role, kind if last in words[kind] else "team"), end
            if last in ("and", "on", "at", "for", "about", "to", "in", "from", "of", "with"):
                break
        return self.perhaps_group(at, role) if tokens[at].low == "the" else (None, at)

    def bare_team(self, at: int) -> int:
        """Where "design team", "Platform team", "sales folks", "legal" ends, without an article; 0 where none is."""
        tokens, words = self.tokens, self.words
        after = tokens[at + 1].low if at + 1 < len(tokens) else "|"
        if tokens[at].low in words["booking"]:
            return 0
        if tokens[at].low in words["unit"] and (not after[:1].isalpha() or after in words["joins"]):
            return at + 1
        for end in range(at, min(at + 3, len(tokens))):
            low = tokens[end].low
            if not low[:1].isalpha() or low in words["joins"] or low.endswith("'s"):
                return 0
            if low in words["team"]:
                return end + 1 if end > at else 0
        return 0

    def of_theirs(self, at: int, end: int, role: Role) -> tuple[PersonMention, int] | None:
        """ "Tom's manager", "Priya Raman's team": those of somebody else."""
        tokens = self.tokens
        if not tokens[end - 1].low.endswith("'s"):
            return None
        whose = self.mention(at, end, role).text
        for last in range(end, min(end + 2, len(tokens))):
            for kind in ("manager", "reports", "team"):
                if tokens[last].low in self.words[kind]:
                    return replace(self.mention(at, last + 1, role, kind), hint=whose), last + 1
        return None

    def told_apart(self, at: int, end: int, role: Role) -> tuple[PersonMention, int]:
        """ "Ana from Marketing", "Sam (engineering)", "Sam, the designer": a name, and what tells it apart."""
        tokens = self.tokens
        person = self.mention(at, end, role)
        if tokens[end - 1].low.endswith("'s") or end + 1 >= len(tokens):
            return person, end
        low, first = tokens[end].low, end + 1
        if low == "," and tokens[first].low == "the":
            low, first = "the", first + 1
        if low == "in" and not tokens[first].capital and tokens[first].low not in self.words["unit"]:
            return person, end
        if low not in ("from", "in", "the", "("):
            return person, end
        if tokens[first].low == "the":
            first += 1
        last = first
        while last < len(tokens) and last - first < 3 and (self.tells(last, first) or low in ("the", "(")):
            if not tokens[last].low[:1].isalpha() or tokens[last].low in self.words["joins"]:
                break
            last += 1
        behind = last
        if low == "from" and last < len(tokens) and tokens[last].low in self.words["house"]:
            # "From the timber company": what kind of house it is tells nobody apart.
            behind, last = last + 1, max(last, first + 1)
        if last == first or (low == "(" and (last == len(tokens) or tokens[last].low != ")")):
            return person, end
        # "Sam, the engineer" is one person; in "Sam, the board" there are more.
        if low == "the" and not tokens[last - 1].low.endswith(_JOBS):
            return person, end
        hint = self.text[tokens[first].start : tokens[last - 1].end]
        # A place is where they meet as well as who is meant: it stays for both to read.
        if low == "in":
            return replace(person, hint=hint), end
        behind = max(behind, last)
        span = (person.span[0], tokens[behind - 1].end)
        return replace(person, hint=hint, span=span), behind + (low == "(")

    def tells(self, at: int, first: int) -> bool:
        """Whether a word may be one of a title or a department."""
        token = self.tokens[at]
        if not token.low[:1].isalpha() or token.low in self.words["joins"]:
            return False
        return token.low in self.words["unit"] or token.low not in self.words["stop"] or (at > first and token.capital)

    def perhaps_group(self, at: int, role: Role) -> tuple[PersonMention | None, int]:
        """ "the leadership", "the Lisbon office": a group where there is one of that name."""
        tokens, end = self.tokens, at + 1
        while end < len(tokens) and end - at < 4:
            low = tokens[end].low
            if not low[:1].isalpha() or low in self.words["joins"] or low.endswith("'s"):
                break
            end += 1
        if end == at + 1:
            return None, at
        last = tokens[end - 1].low
        are_many = last.endswith(tuple(f"{job}s" for job in _JOBS)) and last not in self.words["outside"]
        return self.mention(at, end, role, "team" if are_many else "group"), end

    def group(self, at: int, role: Role) -> tuple[PersonMention | None, int]:
        """ "everyone in Engineering", "all of the sales team": what stands behind "in" names those who are meant."""
        tokens, words = self.tokens, self.words
        end = at + 1
        if end >= len(tokens) or tokens[end].low not in ("in", "from", "of", "on"):
            alone = tokens[at].low in ("everyone", "everybody") and (end >= len(tokens) or tokens[end].low != "'s")
            return (self.mention(at, end, role, "chat"), end) if alone else (None, at)
        end += 1
        if end < len(tokens) and tokens[end].low in ("the", "my", "our"):
            end += 1
        first = end
        for last in range(first, min(first + 4, len(tokens))):
            # "Everyone on the Atlas working group"
            if tokens[last].low in words["team"] and last > first:
                return self.everyone_of(at, first, last + 1, role), last + 1
            if not tokens[last].low[:1].isalpha() or tokens[last].low in words["joins"]:
                break
        while end < len(tokens) and end - first < 3 and tokens[end].low[:1].isalpha():
            if tokens[end].low in words["team"]:
                return self.everyone_of(at, first, end + 1, role), end + 1
            if end > first and (not tokens[end].capital or not tokens[first].capital):
                break
            end += 1
        return (self.everyone_of(at, first, end, role), end) if end > first else (None, at)

    def everyone_of(self, at: int, first: int, end: int, role: Role) -> PersonMention:
        """The team that stands from `first` to `end`, said from `at` on: "everybody from design"."""
        team = self.mention(first, end, role, "team")
        return replace(team, span=(self.tokens[at].start, team.span[1]))

    def pronoun(self, at: int) -> bool:
        """ "with her", not "with her boss" """
        following = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        owns = self.tokens[at].low == "her" and following.isalpha() and following not in self.words["stop"]
        owns = owns or any(following in self.words[kind] for kind in ("kin", "manager", "reports", "team"))
        return self.tokens[at].low in self.words["pronoun"] and not owns

    def only_follows(self, first: int, at: int, person: PersonMention) -> bool:
        """ "with Will, contract log", "with Will, goals": behind a comma and a capitalized name, what is small is none.

        One that others follow may be.
        """
        behind_comma = at > first and self.tokens[at - 1].low == ","
        small = person.kind == "name" and not self.tokens[at].capital
        end = at + len(person.text.split())
        goes_on = end < len(self.tokens) and self.tokens[end].low in ("and", "&", "+", "/")
        led = self.tokens[first].capital or self.pronoun(first)
        return behind_comma and small and led and (" " in person.text or not goes_on)

    def namesakes(self, at: int) -> int:
        """Where "both Callums" ends, who have one name; 0 where nothing of the kind begins."""
        tokens = self.tokens
        if tokens[at].low not in ("both", "all") or at + 1 >= len(tokens):
            return 0
        end = self.name(at + 1)
        last = tokens[end - 1].low if end > at + 1 else ""
        return end if last.endswith("s") and not last.endswith(("'s", "ss")) and end == at + 2 else 0

    def is_about(self, at: int, start: int, end: int, person: PersonMention) -> bool:
        """ "With Tom, tide check": what another noun follows behind a comma is what it is about, and nobody."""
        if start <= at or self.tokens[start - 1].low != "," or person.kind != "name" or end >= len(self.tokens):
            return False
        behind, words = self.tokens[end].low, self.words
        is_noun = behind.isalpha() and behind not in words["joins"] and behind not in ("optional", "optionally")
        return is_noun and (not self.tokens[start].capital or behind not in words["stop"])

    def listing(self, at: int, role: Role, *, pronouns: bool = False) -> Found:
        """ "Alex, Priya and my manager"; returns where the list ends."""
        tokens = self.tokens
        end = at
        while end < len(tokens):
            opens = end == at and tokens[end].low in ("both", "also", "only") and not self.namesakes(end)
            if opens or tokens[end].low == "optionally":
                end += 1
                at = end
                continue
            person, last = self.one(end, role, pronouns=pronouns)
            if person is None or self.only_follows(at, end, person) or self.is_about(at, end, last, person):
                break
            after = self.text[tokens[last - 1].end : tokens[last - 1].end + 14]
            before = self.text[max(0, tokens[end].start - 12) : tokens[end].start]
            if person.role is Role.REQUIRED and (
                patterns()["optional-after"].match(after) or patterns()["optional-before"].search(before)
            ):
                person = PersonMention(person.text, person.span, Role.OPTIONAL, person.kind, person.email)
            is_other = at < end and self.tokens[end - 1].low == "or" and role is Role.REQUIRED
            yield replace(person, is_other=True) if is_other else person
            end = last
            but = person.kind in _MANY and end < len(tokens) and tokens[end].low == "but"
            while not but and end < len(tokens) and tokens[end].low in self.words["and"]:
                end += 1
            if but or (end < len(tokens) and tokens[end].low in _EXCEPT):
                role, end = Role.WITHOUT, end + 1
            elif end == last:
                break
        return end
