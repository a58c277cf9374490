"""Whom the speaker means: names, addresses, roles, teams and mentions become people.

Two people with the name that was said are always told apart by asking, unless the conversation has just named one.
Who cannot be found is asked about, and never silently left out.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.frame import Booking, Guest, Unresolved
from dialogs.mail import sought
from dialogs.people import circles
from dialogs.people.circles import Circle
from dialogs.people.names import called_so, folded, has_name, meant, near, told_apart, untitled, variants
from dialogs.turn import Json, Mentioned
from dialogs.understand.slots.naming import is_job
from dialogs.understand.understood import PersonMention, Role, Understood
from graph import contacts, people
from graph.errors import NotAllowed, NotFound
from graph.groups import Group
from graph.model import Attendee, Person
from graph.places import Room

SHOWN = 6
MOST_UNASKED = 20
"""Members of a team that are invited without asking whether all of them are meant."""
CIRCLES = frozenset({"team", "reports", "chat", "same", "group"})
_SEVERAL = frozenset(("them", "they", "their", "theirs", "us"))
_PRONOUNS = frozenset(("he", "she", "they", "him", "her", "them", "us"))
_OBJECTS = frozenset(("him", "her", "them"))
"""Those of them that stand in a list of names."""
_FARTHEST_IN_LIST = 6
"""Characters between two who are named in one list: ", and "."""
_SHORTEST_BEGINNING = 4
"""Letters in small of what may be the beginning of a name; "book car friday" is about nobody."""
_KINDS = {"reports": "relation", "chat": "chat", "same": "same"}
"""What it is called where nobody of a circle is found."""

Found = tuple[tuple[Guest, ...], Unresolved | None]
"""Whom one mention stands for, or why that is not clear. Neither: nobody, and nothing need be said of it."""


async def resolve(
    mentions: Sequence[PersonMention], asker: Asker, just_named: Sequence[Person]
) -> tuple[tuple[Guest, ...], tuple[Unresolved, ...]]:
    """Who is meant, in the order said, and who is not clear. Raises RosterUnknown, GraphError."""
    spoken_of = _with_mentioned(_without_pronouns(mentions, just_named), asker.turn.mentions)
    found = await asyncio.gather(*(_found(mention, asker, just_named) for mention in spoken_of))
    guests: dict[str, Guest] = {}
    for invited, _ in found:
        for guest in invited:
            known = guests.get(guest.person.email.lower())
            # Whoever is named beside their own team is in it all the same.
            guests[guest.person.email.lower()] = replace(guest, circle=known.circle) if known else guest
    guests.pop(asker.me.email.lower(), None)
    unresolved: list[Unresolved] = []
    for unclear in filter(None, (unclear for _, unclear in found)):
        # "Everyone in design except Kevin" is that one of the Kevins who is in it.
        among = [each for each in unclear.candidates if each.email.lower() in guests]
        if unclear.role is Role.WITHOUT and len(among) == 1:
            guests[among[0].email.lower()] = Guest(among[0], Role.WITHOUT)
        else:
            unresolved.append(unclear)
    return tuple(guests.values()), tuple(unresolved)


def newest(booking: Booking, guests: Sequence[Guest]) -> str:
    """The address of the only one whom `guests` add to a booking with others in it; that of before where they add
    nobody."""
    known = {guest.person.email for guest in booking.guests}
    added = [each.person.email for each in guests if each.role is not Role.WITHOUT and each.person.email not in known]
    return (added[0] if len(added) == 1 and known else "") if added else booking.newest


def latest(mentions: Sequence[PersonMention], booking: Booking, just_named: Sequence[Person]) -> Sequence[Person]:
    """Whom "him" may mean: who was added last by themselves, else whom the conversation has just named."""
    alone = any(each.kind == "pronoun" and folded(each.text) not in _SEVERAL for each in mentions)
    added = [guest.person for guest in booking.guests if guest.person.email == booking.newest]
    return added if alone and added else just_named


def _without_pronouns(mentions: Sequence[PersonMention], just_named: Sequence[Person]) -> Sequence[PersonMention]:
    """ "I'm meeting Noah on Friday, send him an invite": he is whoever is named before, where nobody else was.

    "Him and Noah", "Noah and her" are two.
    """
    names = [each.span for each in mentions if each.kind in ("name", "email")]

    def is_beside(mention: PersonMention) -> bool:
        start, in_list = mention.span[0], folded(mention.text) in _OBJECTS
        return any(not in_list or end + _FARTHEST_IN_LIST < start for _, end in names)

    return [each for each in mentions if just_named or folded(each.text) not in _PRONOUNS or not is_beside(each)]


def in_place(said: Understood) -> tuple[PersonMention, ...]:
    """What may be a group; behind "not Tom, the consultant" it is somebody who is asked about where nobody is found."""
    if not any(each.role is Role.WITHOUT for each in said.people):
        return said.perhaps
    return tuple(replace(each, kind="name", text=each.text.removeprefix("the ")) for each in said.perhaps)


def one_of(
    mentions: Sequence[PersonMention], guests: Sequence[Guest], unresolved: Sequence[Unresolved]
) -> tuple[tuple[Guest, ...], tuple[Unresolved, ...]]:
    """ "Tom or Ana": one of them is meant, and it is asked which. As they were where nothing of the kind was said."""
    names = [set(folded(each.text).split()) for each in mentions if each.is_other]
    first = next((at for at, each in enumerate(mentions) if each.is_other), 0)
    if not names or first == 0:
        return tuple(guests), tuple(unresolved)
    words = [set(folded(mentions[first - 1].text).split()), *names]
    either = [guest for guest in guests if any(each <= set(folded(guest.person.name).split()) for each in words)]
    if len(either) < len(words):
        return tuple(guests), tuple(unresolved)
    said = " / ".join(each.text for each in mentions[first - 1 : first + len(names)])
    unclear = Unresolved(said, either[0].role, tuple(guest.person for guest in either), ambiguous=True)
    return tuple(guest for guest in guests if guest not in either), (*unresolved, unclear)


def namesake(
    booking: Booking, guests: tuple[Guest, ...], unresolved: tuple[Unresolved, ...]
) -> tuple[Booking, tuple[Guest, ...], tuple[Unresolved, ...]]:
    """ "The other Sam": of those who are called so the one who is not booked, in the place of the one who is."""
    called_so = {person.email for each in unresolved for person in each.candidates}
    booked = [guest for guest in booking.guests if guest.person.email in called_so]
    if len(unresolved) != 1 or not booked:
        return booking, guests, unresolved
    others = [guest for guest in booking.guests if guest not in booked]
    shown = {guest.person.email for guest in booked}
    left = tuple(person for person in unresolved[0].candidates if person.email not in shown)
    if len(left) != 1:
        return replace(booking, guests=tuple(others)), guests, (replace(unresolved[0], candidates=left),)
    # Who stands last is the one who is replaced.
    return replace(booking, guests=(*others, *booked)), (*guests, replace(booked[-1], person=left[0])), ()


MOST_TOGETHER = 4
"""Names that are listed without a comma between them."""
_WHOLE_NAME = 2
"""Words of a forename with a surname."""
_BESIDE_NAMES = {"and", "both", "together", "down", "in", "meeting", "mtg", "call", "chat", "not", "except"}
"""Words behind a verb of booking that are no subject: "put Lucy down"."""


async def with_bare(said: Understood, asker: Asker, just_named: Sequence[Person]) -> Understood:
    """With those names behind a verb of booking that are somebody's: "book Lucy friday". Raises GraphError.

    One that the directory knows shows that the others beside it are names as well; what names people is no subject.
    """
    if any(each.kind == "part" for each in said.bare):
        said = await _with_parts(said, asker, just_named)
    if not said.bare:
        return said
    related = tuple(each for each in said.bare if each.kind != "bare")
    bare = [each for each in said.bare if each.kind == "bare"]
    known = await asyncio.gather(*(_is_called(each.text, asker, just_named) for each in bare))
    if not any(known) and (apart := _word_by_word(bare)):
        # "Sync Zofia Tomasz": a name each.
        each_known = await asyncio.gather(*(_is_called(each.text, asker, just_named) for each in apart))
        bare, known = (apart, each_known) if all(kind == "person" for kind in each_known) else (bare, known)
    if not (any(known) or related):
        return replace(said, bare=())
    named = tuple(
        replace(each, kind="team" if kind == "team" else "name") for each, kind in zip(bare, known, strict=True)
    )
    names = {word for each in (*bare, *related) for word in folded(each.text).split()}
    names |= {f"{folded(each.text)}s" for each in related if each.kind == "every"}
    told = {"for", *folded(said.purpose).split()} if said.purpose else set()
    words = names | told | _BESIDE_NAMES
    subject = said.purpose if set(folded(said.subject).split()) <= words else _without_names(said.subject, names)
    place = "" if folded(said.location) in {folded(each.text) for each in named} else said.location
    return replace(said, people=(*said.people, *related, *named), bare=(), subject=subject, location=place)


async def _with_parts(said: Understood, asker: Asker, just_named: Sequence[Person]) -> Understood:
    """With those parts of a list that are people among them, and the others as what it is about. Raises GraphError.

    A part of which one name is known is one of names. Where none is known, those that are written like names are such
    beside one that is not.
    """
    mentions = [each for each in said.bare if each.kind == "part"]
    known = await asyncio.gather(*(_is_called(each.text, asker, just_named) for each in mentions))
    if not any(known) and not said.people:
        # "tom priya friday 3pm": a name each.
        mentions = [each for mention in mentions for each in await _each_word(mention, asker, just_named)]
        known = await asyncio.gather(*(_is_called(each.text, asker, just_named) for each in mentions))
    parts = list(dict.fromkeys(each.hint for each in mentions))
    people = {each.hint for each, kind in zip(mentions, known, strict=True) if kind}
    like = {each.hint for each in mentions if each.text[:1].isupper() and each.text.split()[-1][:1].isupper()}
    people = people or (like if len(like) < len(parts) else set())
    named = tuple(
        replace(each, kind="team" if kind == "team" else "name", hint="")
        for each, kind in zip(mentions, known, strict=True)
        if each.hint in people
    )
    about = ", ".join(part for part in parts if part not in people)
    bare = tuple(each for each in said.bare if each.kind != "part")
    # "Him and Katherine" names those who come, and is no title.
    names = {word for each in bare for word in folded(each.text).split()} | _BESIDE_NAMES
    is_names = any(each.kind == "pronoun" for each in bare) and set(folded(said.subject).split()) <= names
    subject = "" if is_names else said.subject
    return replace(said, people=(*said.people, *named), bare=bare, subject=_titled(subject, about))


async def _each_word(mention: PersonMention, asker: Asker, just_named: Sequence[Person]) -> Sequence[PersonMention]:
    """Its words, where each of them is the name of somebody; else the mention as it is."""
    words = [replace(mention, text=word) for word in mention.text.split()]
    if not 1 < len(words) <= MOST_TOGETHER:
        return (mention,)
    known = await asyncio.gather(*(_is_called(each.text, asker, just_named) for each in words))
    return words if all(kind == "person" for kind in known) else (mention,)


def _titled(subject: str, about: str) -> str:
    """What it is called, with what else it is about."""
    return f"{subject}: {about}" if subject and about else subject or about


def _word_by_word(bare: Sequence[PersonMention]) -> list[PersonMention]:
    """The words of what is one name or several without a comma; none where it is one word, or a sentence."""
    words = bare[0].text.split() if len(bare) == 1 else []
    several = 1 < len(words) <= MOST_TOGETHER and all(word[:1].isupper() for word in words)
    return [replace(bare[0], text=word) for word in words] if several else []


def _without_names(subject: str, names: set[str]) -> str:
    """A title without those who are named behind it."""
    words = subject.split()
    while len(words) > 1 and folded(words[-1]) in names:
        words.pop()
    return " ".join(words)


async def _is_called(text: str, asker: Asker, just_named: Sequence[Person]) -> str:
    """Whether it is the name of a person, or that of a "team"; empty where it is nobody's."""
    try:
        if await _is_persons(text, asker, just_named):
            return "person"
    except NotAllowed:
        # Where the directory may not be read, "book dentist friday" is about nobody, and "book Lucy" cannot be told.
        if text[:1].isupper():
            raise
        return ""
    circle = await circles.circle_of(PersonMention(text, (0, 0), kind="group"), None, asker)
    if circle.people and folded(circle.label) == folded(text):
        return "team"
    return "person" if is_job(text) and await _of_title(text, asker) else ""


async def _is_persons(text: str, asker: Asker, just_named: Sequence[Person]) -> bool:
    listed, kept = await asyncio.gather(
        people.search_users(asker.own, untitled(text)), _contacts(untitled(text).split(" ")[0], asker, just_named)
    )
    # The directory's own search may tell "ines" from "Inês", and knows no short forms.
    return _has_so_called(text, [*listed, *kept]) or _has_so_called(text, await _neighbours(untitled(text), asker))


def _has_so_called(text: str, everyone: Sequence[Person]) -> bool:
    """Whether somebody is called exactly so, or goes by that for short: "book gill friday", "book Bill"."""
    words = folded(untitled(text)).split()
    if has_name(text, everyone) or not words:
        return has_name(text, everyone)
    is_short = len(words) == 1 and len(words[0]) < _SHORTEST_BEGINNING and text.islower() and not variants(words[0])
    return not is_short and any(called_so(words, folded(each.name).split()) for each in everyone)


async def who_is(mention: PersonMention, asker: Asker, just_named: Sequence[Person]) -> Found:
    """Whom one mention stands for, whoever else is named beside. Raises RosterUnknown, GraphError."""
    return await _found(mention, asker, just_named)


async def chosen(
    unclear: Unresolved, data: Json, asker: Asker
) -> tuple[tuple[Guest, ...], tuple[Unresolved, ...]] | None:
    """Whom a tap on one candidate means, or on all of them, and what that leaves unclear; None: nobody of them.

    Raises GraphError.
    """
    picked = unclear.candidates
    if data.get("scope") != "all":
        picked = tuple(person for person in picked if person.email == data.get("email"))
    if not picked:
        return None
    if unclear.kind != "team":
        label = unclear.said if unclear.kind == "crowd" else ""
        return tuple(Guest(person, unclear.role, label) for person in picked), ()
    found = [await _members(group, unclear, asker) for group in picked]
    return tuple(guest for guests, _ in found for guest in guests), tuple(still for _, still in found if still)


async def _members(group: Person, unclear: Unresolved, asker: Asker) -> Found:
    circle = await circles.of_address(group.email, asker)
    return _of_circle(circle or Circle(), unclear.said, unclear.role, asker)


async def _found(mention: PersonMention, asker: Asker, just_named: Sequence[Person]) -> Found:
    said, role = mention.text, mention.role
    if mention.kind == "me":
        return _settled(said, role, [asker.speaker], certain=True)
    if mention.kind == "pronoun":
        certain = len(just_named) == 1 or (bool(just_named) and folded(said) in _SEVERAL)
        guests, unclear = _settled(said, role, just_named, certain=certain)
        return guests, unclear if unclear is None or just_named else replace(unclear, kind="pronoun")
    if role is Role.WITHOUT and (known := meant(said, just_named, asker.me, ())):
        return _settled(said, role, known, certain=len(known) == 1)
    mentioned = next((each for each in asker.turn.mentions if folded(each.name) == folded(said)), None)
    if mentioned and mentioned.id:
        return _settled(said, role, [await people.get_user(asker.own, mentioned.id)], certain=True)
    if mention.kind == "email":
        return await _at(mention.email or said, role, asker)
    if mention.kind == "every":
        guests, unclear = await _named(replace(mention, kind="name"), asker, just_named)
        all_of_them = unclear.candidates if unclear and unclear.ambiguous else ()
        return (tuple(Guest(person, role) for person in all_of_them), None) if all_of_them else (guests, unclear)
    if mention.kind == "manager" or mention.kind in CIRCLES:
        return await _related(mention, asker, just_named)
    return await _named(mention, asker, just_named)


async def _related(mention: PersonMention, asker: Asker, just_named: Sequence[Person]) -> Found:
    """Somebody's manager, reports or team, or a circle of its own name."""
    said, role = mention.text, mention.role
    whose: Person | None = None
    if mention.hint and mention.kind != "same":
        invited, unclear = await _named(replace(mention, text=mention.hint, hint="", kind="name"), asker, just_named)
        if unclear or len(invited) != 1:
            return (), unclear and replace(unclear, said=said, candidates=(), ambiguous=False)
        whose = invited[0].person
    elif folded(said).startswith(("her ", "his ", "their ")):
        if len(just_named) != 1:
            return (), Unresolved(said, role)
        whose = just_named[0]
    if mention.kind == "manager":
        manager = await people.manager(asker.own, whose.id if whose else "")
        return ((Guest(manager, role),), None) if manager else ((), Unresolved(said, role, kind="relation"))
    if mention.kind == "same" and not mention.hint and just_named:
        return tuple(Guest(person, role) for person in just_named), None
    circle = await circles.circle_of(mention, whose, asker)
    if mention.kind == "group" and not circle.people:
        return await _with_article(mention, asker, just_named)
    return _of_circle(circle, said, role, asker, kind=_KINDS.get(mention.kind, "relation" if whose else "team"))


async def _with_article(mention: PersonMention, asker: Asker, just_named: Sequence[Person]) -> Found:
    """ "The Marcus" is somebody where the directory knows one, "the Callums" all of that name, "the blade inspector"
    who has that title; "the dentist" is nobody."""
    name = mention.text.partition(" ")[2]
    if name[:1].isupper() and name.endswith("s") and await _is_called(name[:-1], asker, just_named) == "person":
        return await _found(replace(mention, text=name[:-1], kind="every"), asker, just_named)
    if name[:1].isupper() and await _is_called(name, asker, just_named) == "person":
        return await _named(replace(mention, text=name, kind="name"), asker, just_named)
    found = await _of_title(name, asker)
    return _settled(name, mention.role, found, certain=len(found) == 1) if found else ((), None)


async def _of_title(title: str, asker: Asker) -> Sequence[Person]:
    """Who has that job, or one that begins so; nobody where many have."""
    quoted = title.replace("'", "''")
    titled = await people.list_users(asker.own, filtered=f"startswith(jobTitle,'{quoted}')") if title else ()
    found = [person for person in titled if folded(person.title) == folded(title)] or list(titled)
    return found if len(found) <= SHOWN else ()


def _of_circle(circle: Circle, said: str, role: Role, asker: Asker, *, kind: str = "team") -> Found:
    others = tuple(person for person in circle.people if person.email.lower() != asker.me.email.lower())
    if not others and not circle.unreachable:
        candidates = tuple(_as_candidate(group) for group in circle.groups if group.email)
        plain = said.partition(" ")[2] if said.lower().startswith("the ") and kind == "team" else said
        return (), Unresolved(plain, role, candidates[:SHOWN], ambiguous=len(candidates) > 1, kind=kind)
    if len(others) > MOST_UNASKED and role is not Role.WITHOUT:
        return (), Unresolved(circle.label, role, others, kind="crowd")
    guests = tuple(Guest(person, role, circle.label) for person in others)
    missing = " · ".join(circle.unreachable)
    return guests, Unresolved(missing, role, kind="guest") if missing and role is not Role.WITHOUT else None


def _as_candidate(group: Group) -> Person:
    return Person(group.name, group.email)


async def _named(mention: PersonMention, asker: Asker, just_named: Sequence[Person]) -> Found:
    """Somebody of the directory or of one's contacts; else whoever is called nearly so."""
    said, role = untitled(mention.text), mention.role
    listed, known = await asyncio.gather(
        people.search_users(asker.own, said), _contacts(said.split(" ")[0], asker, just_named)
    )
    candidates = [*listed, *(each for each in known if each.email not in {one.email for one in listed})]
    chosen = meant(said, candidates, asker.me, just_named)
    if not chosen:
        # The directory's own search may tell "ines" from "Inês", and knows no short forms.
        neighbours = await _neighbours(said, asker)
        chosen = meant(said, neighbours, asker.me, just_named)
    if not chosen:
        circle = await circles.circle_of(replace(mention, kind="group"), None, asker)
        if circle.people:
            return _of_circle(circle, said, role, asker)
        if by_job := await _of_title(said, asker) if is_job(said) else ():
            return _settled(said, role, by_job, certain=len(by_job) == 1)
        if wrote := await sought.writers(said, asker):
            # Whoever is outside the organization is known by the mail that came from there.
            return _settled(said, role, wrote, certain=len(wrote) == 1)
        if several := await _each_of(mention, asker, just_named):
            return several
        return (), Unresolved(said, role, tuple(near(said, neighbours)[:SHOWN]))
    chosen = told_apart(mention.hint, chosen) if len(chosen) > 1 else chosen
    if len(chosen) == 1 and not chosen[0].email:
        return (), Unresolved(chosen[0].name, role, kind="no_address")
    if len(chosen) > 1:
        chosen = await _nearest_first([person for person in chosen if person.email], said, asker)
    return _settled(said, role, chosen, certain=len(chosen) == 1)


async def _each_of(mention: PersonMention, asker: Asker, just_named: Sequence[Person]) -> Found | None:
    """ "tom alex and priya", of whom nobody is called "tom alex": a name each; None where they are no names of several.

    "Thomas Martin", in capitals, is somebody whom the directory does not know.
    """
    left = mention.text.split()
    if not 1 < len(left) <= MOST_TOGETHER or (len(left) == _WHOLE_NAME and all(word[0].isupper() for word in left)):
        return None
    everyone: list[Guest] = []
    while left:
        whole = [" ".join(left[:_WHOLE_NAME])] if len(left) > 1 and (everyone or len(left) > _WHOLE_NAME) else []
        known = [name for name in (*whole, left[0]) if await _is_called(name, asker, just_named) == "person"]
        if not known:
            return None
        guests, unclear = await _named(replace(mention, text=known[0]), asker, just_named)
        if unclear:
            return None
        everyone += guests
        left = left[len(known[0].split()) :]
    return tuple(everyone), None


def _settled(said: str, role: Role, chosen: Sequence[Person], *, certain: bool) -> Found:
    if certain:
        return tuple(Guest(person, role) for person in chosen), None
    return (), Unresolved(said, role, tuple(chosen[:SHOWN]), ambiguous=bool(chosen))


async def _contacts(beginning: str, asker: Asker, just_named: Sequence[Person]) -> Sequence[Person]:
    """People outside the organization whom one keeps; nobody where contacts may not be read."""
    outside = [person for person in just_named if not person.id]
    try:
        return [*outside, *await contacts.search_contacts(asker.own, beginning, keep_empty=True)]
    except NotAllowed:
        return outside


async def _at(address: str, role: Role, asker: Asker) -> Found:
    try:
        return (Guest(await people.get_user(asker.own, address), role),), None
    except NotFound:
        pass
    if circle := await circles.of_address(address, asker):
        return _of_circle(circle, address, role, asker)
    return (Guest(Person(name=address, email=address), role),), None


async def _neighbours(said: str, asker: Asker) -> Sequence[Person]:
    """Everyone with a name that begins as this one does, or whose short form it may be, and whom one deals with."""
    words = folded(said).split()
    if not words:
        return ()
    beginnings = [words[0][:2], *variants(words[0])]
    found = await asyncio.gather(
        *(people.search_users(asker.own, beginning) for beginning in beginnings), _relevant(asker)
    )
    return tuple({person.email.lower(): person for group in found for person in group if person.email}.values())


async def _relevant(asker: Asker, said: str = "") -> Sequence[Person]:
    """Whom the asker deals with; nobody where that may not be read."""
    try:
        return await people.relevant_people(asker.own, said, limit=50)
    except NotAllowed:
        return ()


async def _nearest_first(chosen: Sequence[Person], said: str, asker: Asker) -> Sequence[Person]:
    """In the order in which the asker deals with them: it helps to find the right one, and decides nothing."""
    order = [person.email.lower() for person in await _relevant(asker, said)]
    rank = {email: place for place, email in enumerate(order)}
    return sorted(chosen, key=lambda person: rank.get(person.email.lower(), len(rank)))


def _with_mentioned(mentions: Sequence[PersonMention], mentioned: Sequence[Mentioned]) -> tuple[PersonMention, ...]:
    """What was said, with everybody who was @mentioned in it: a name that runs into theirs is theirs."""
    if not mentioned:
        return tuple(mentions)
    left = {folded(each.name): each.name for each in mentioned}
    out: list[PersonMention] = []
    for mention in mentions:
        said = folded(mention.text).split()
        within = [name for name in left if set(name.split()) & set(said)] if mention.kind == "name" else []
        if within and set(said) <= {word for name in within for word in name.split()}:
            out += (replace(mention, text=left.pop(name)) for name in within)
        else:
            out.append(mention)
    return (*out, *(PersonMention(name, (0, 0)) for name in left.values()))


def attendee_of(guest: Guest) -> Attendee:
    """A guest as Graph has them."""
    kind = "optional" if guest.role is Role.OPTIONAL else "required"
    return Attendee(guest.person.name, guest.person.email, kind)


def attendees_of(booking: Booking, room: Room | None) -> tuple[Attendee, ...]:
    """Everyone whom a booking invites, the room as well."""
    people = tuple(attendee_of(guest) for guest in booking.guests)
    return (*people, seat_of(room)) if room else people


def seat_of(room: Room) -> Attendee:
    """A room as Graph invites it."""
    return Attendee(room.name, room.email, "resource")
