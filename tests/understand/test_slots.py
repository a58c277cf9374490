"""People, subject and the smaller slots."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Role
from tests.understand.conftest import Read

PEOPLE = [
    ("30 minutes with Alex and Priya on Thursday", ["Alex", "Priya"]),
    ("book an hour with alex, priya and tom tomorrow", ["alex", "priya", "tom"]),
    ("lunch with ana friday", ["ana"]),
    ("set up a call with Jürgen Müller and Thandiwe", ["Jürgen Müller", "Thandiwe"]),
    ("meet with Dr. Wu at 3", ["Dr. Wu"]),
    ("invite tom.baker@contoso.example to the review", ["tom.baker@contoso.example"]),
    ("is Ana free tomorrow", ["Ana"]),
    ("are tom and kim available at 3", ["tom", "kim"]),
    ("add Sam and Lee to tomorrow's standup", ["Sam", "Lee"]),
    ("accept the invite from Rosa", ["Rosa"]),
    ("what is Rosa's phone number", ["Rosa"]),
    ("schedule time with my manager", ["my manager"]),
    ("a meeting with the design team", ["the design team"]),
    ("book a meeting with the same people as last time", ["the same people as last time"]),
    ("a meeting with the accounts team", ["the accounts team"]),
    ("has Rosa got time on Friday", ["Rosa"]),
    ("is the board free on Friday", ["the board"]),
    ("which room is the board prep in", []),
    ("Rosa will come with us on Friday", ["Rosa"]),
    ("remove lena kimani from my contacts", ["lena kimani"]),
    ("find lena in the address book and send her an email", ["lena", "her"]),
    ("what is the phone number of my old friend rosa", ["rosa"]),
    ("send a mail to rosa diaz email address", ["rosa diaz"]),
    ("change the attendee to rosa", ["rosa"]),
    ("change the guest from lena to rosa", ["lena", "rosa"]),
    ("a call with rosa entitled handover on friday", ["rosa"]),
    ("don't add tom to the call with rosa called team breakfast", ["tom", "rosa"]),
    ("remove the call with rosa from my calendar", ["rosa"]),
    ("add dentist appointment at 3", []),
    ("add yoga to my calendar", []),
    ("what do I have tomorrow", []),
]


@pytest.mark.parametrize(("said", "people"), PEOPLE)
def test_people(read: Read, said: str, people: list[str]) -> None:
    """Each is named once, in order, whatever the case."""
    assert [p.text for p in read(said).people] == people


def test_a_span_says_where_somebody_is_named(read: Read) -> None:
    """The span cuts exactly the text out of the utterance."""
    said = "lunch with Ana and her boss on Friday"
    for person in read(said).people:
        assert said[slice(*person.span)] == person.text


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("meet with my manager", "manager"),
        ("meet with my team", "team"),
        ("mail ana@x.example", "email"),
        ("between Ana and me", "me"),
    ],
)
def test_the_kind_of_person(read: Read, said: str, kind: str) -> None:
    """Roles, teams, addresses and the speaker are told from names."""
    assert kind in [p.kind for p in read(said).people]


def test_roles(read: Read) -> None:
    """Optional people and those left out are told apart."""
    assert [p.role for p in read("book an hour with Ana and Tom (optional)").people] == [Role.REQUIRED, Role.OPTIONAL]
    assert [p.role for p in read("remove Kim from the invite").people] == [Role.WITHOUT]


SUBJECTS = [
    ("30 minutes with Alex on Thursday about the Q3 budget", "Q3 budget"),
    ("book an hour called Design Review tomorrow", "Design Review"),
    ('create "Team offsite planning" on Friday', "Team offsite planning"),
    ("put lunch with Ana on my calendar", "lunch"),
    ("add dentist appointment at 3pm thursday", "dentist appointment"),
    ("schedule a yoga class for tomorrow", "yoga class"),
    ("set up a meeting with Kim to discuss hiring", "hiring"),
    ("remind me to water the plants at 5", "water the plants"),
    ("cancel the dentist appointment on friday", "dentist appointment"),
    ("book an hour with Tom tomorrow at 3", ""),
    ("schedule a meeting with Tom", ""),
    ("can't make the budget review, decline it", "budget review"),
    ("we cannot come to the demo on Friday so please say no to it", "demo"),
    ("i won't make it to the all hands, pls decline", "all-hands"),
    ("book an all hands on friday at 3", "all-hands"),
]


@pytest.mark.parametrize(("said", "subject"), SUBJECTS)
def test_the_subject(read: Read, said: str, subject: str) -> None:
    """The words that name the event, without times, people and articles."""
    assert read(said).subject == subject


def test_a_plain_meeting_has_a_noun_but_no_subject(read: Read) -> None:
    """ "a meeting" says what kind of event it is, not what it is about."""
    understood = read("schedule a meeting with Tom")
    assert (understood.subject, understood.noun) == ("", "meeting")


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("decline, saying I'm travelling", "I'm travelling"),
        ("decline it, I'm on leave", "I'm on leave"),
        ("accept the review with a note: looking forward", "looking forward"),
        ("decline the review", ""),
    ],
)
def test_the_note(read: Read, said: str, note: str) -> None:
    """What to tell the others."""
    assert read(said).note == note


@pytest.mark.parametrize(
    ("said", "choice"),
    [("the second one", 2), ("option 3", 3), ("the last", -1), ("the 1st one", 1), ("accept it", None)],
)
def test_the_choice(read: Read, said: str, choice: int | None) -> None:
    """Which of what was offered."""
    assert read(said).choice == choice


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("move it half an hour later", 30),
        ("start the review 15 minutes earlier", -15),
        ("push my 3pm back by an hour", 60),
        ("bring the standup forward by 10 minutes", -10),
        ("move it to 4", None),
    ],
)
def test_the_shift(read: Read, said: str, minutes: int | None) -> None:
    """How much later; negative is earlier."""
    assert read(said).shift == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("cancel just this one", "this"),
        ("cancel the whole series", "all"),
        ("move this and all following meetings", "following"),
        ("cancel it", ""),
    ],
)
def test_the_scope(read: Read, said: str, scope: str) -> None:
    """Which occurrences of a series."""
    assert read(said).scope == scope


@pytest.mark.parametrize(
    ("said", "online"),
    [("a call with Ana on teams", True), ("meet Tom in person on Friday", False), ("lunch with Tom", None)],
)
def test_online(read: Read, said: str, online: bool | None) -> None:
    """Online, in person, or not said."""
    assert read(said).online is online


@pytest.mark.parametrize(
    ("said", "location"),
    [
        ("book room 204 tomorrow at 3", "room 204"),
        ("lunch with Ana at Cafe Central on Friday", "Cafe Central"),
        ("meet Tom in the cafeteria at noon", "the cafeteria"),
        ("meet Tom at 3 in London", "London"),
        ("meet Tom at 3", ""),
    ],
)
def test_the_location(read: Read, said: str, location: str) -> None:
    """Where, as it was said."""
    assert read(said).location == location


NAMES_LIKE_TIMES = [
    ("30 minutes with Will May tomorrow", ["Will May"], [19]),
    ("30 minutes with April June", ["April June"], []),
    ("meet with june tomorrow", ["june"], [19]),
    ("lunch with Tom and April on Friday", ["Tom", "April"], [20]),
    ("with Sundar and Augusta tomorrow", ["Sundar", "Augusta"], [19]),
    ("an hour with Max, Jo and Mei on Friday", ["Max", "Jo", "Mei"], [20]),
    ("an hour with Tom on May 3rd", ["Tom"], [3]),
    ("lunch with Ana in May", ["Ana"], [1]),
]


@pytest.mark.parametrize(("said", "people", "days"), NAMES_LIKE_TIMES)
def test_names_that_look_like_times(read: Read, said: str, people: list[str], days: list[int]) -> None:
    """Behind "with" a month is a person, unless a day stands behind it; no name is taken for a mistyped day."""
    understood = read(said)
    assert [p.text for p in understood.people] == people
    assert [slot.start.day for slot in understood.time.slots if slot.start] == days


@pytest.mark.parametrize(
    ("said", "team"),
    [
        ("an hour with everyone in Engineering", "Engineering"),
        ("30 minutes with everybody from the sales team", "sales team"),
        ("invite all of marketing", "marketing"),
    ],
)
def test_everyone_of_a_team(read: Read, said: str, team: str) -> None:
    """The team is named, and nobody vanishes."""
    assert [(p.text, p.kind) for p in read(said).people] == [(team, "team")]


@pytest.mark.parametrize(
    "said",
    ["accept all", "accept both", "accept them all", "decline everything on Friday", "cancel all my meetings tomorrow"],
)
def test_several_at_once(read: Read, said: str) -> None:
    """One is told from several."""
    assert read(said).scope == "all"


@pytest.mark.parametrize("said", ["decline it all day Friday", "accept the all hands", "accept it"])
def test_one_at_a_time(read: Read, said: str) -> None:
    """A whole day and an all-hands are no several."""
    assert read(said).scope == ""


@pytest.mark.parametrize("said", ["lunch with Ana tomorrow", "book a working lunch with Ana"])
def test_a_meal_is_told(read: Read, said: str) -> None:
    """So that the dialog can look at the hours of the meal."""
    assert read(said).noun == "lunch"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("30 min with design team tomorrow", [("design team", "team", "")]),
        ("30 min with our platform list tomorrow", [("our platform list", "team", "")]),
        ("meet Ana from Marketing tomorrow", [("Ana", "name", "Marketing")]),
        ("1:1 with Sam (engineering) on friday", [("Sam", "name", "engineering")]),
        ("sync with Sam, the designer, at 4", [("Sam", "name", "designer")]),
        ("call with Tom's manager at 3", [("Tom's manager", "manager", "Tom")]),
        ("an hour with everyone here but Tom", [("everyone here", "chat", ""), ("Tom", "name", "")]),
        ("find a time for all of us this week", [("all of us", "chat", "")]),
        (
            "the same people as the launch review, thursday",
            [("the same people as the launch review", "same", "launch review")],
        ),
        ("30 min with the same people as last time on monday", [("the same people as last time", "same", "")]),
        ("meeting with legal at 3", [("legal", "team", "")]),
        ("get the design team together on thursday", [("the design team", "team", "")]),
        ("me, tom and priya friday 2pm", [("me", "me", ""), ("tom", "name", ""), ("priya", "name", "")]),
        ("Tom and Priya friday 2pm", [("Tom", "name", ""), ("Priya", "name", "")]),
        ("design team + Ana, friday at 2", [("design team", "team", ""), ("Ana", "name", "")]),
        ("follow up with the attendees of the sync at 3", [("the attendees of the sync", "same", "sync")]),
        ("invite everybody from design to a demo on friday", [("design", "team", "")]),
        ("meeting with Sam L tomorrow", [("Sam L", "name", "")]),
        ("lunch and coffee friday", []),
        ("design review friday", []),
        ("meeting with the dentist at 3", []),
        ("with Sam in the afternoon", [("Sam", "name", "")]),
    ],
)
def test_circles_and_what_tells_names_apart(read: Read, said: str, expected: list[tuple[str, str, str]]) -> None:
    """Teams, lists, this chat, the people of an event; whose manager; which Ana."""
    assert [(person.text, person.kind, person.hint) for person in read(said).people] == expected


def test_what_may_be_a_group_is_kept_apart_from_people(read: Read) -> None:
    """Only the directory knows whether "the leadership" is one; "the dentist" is not."""
    assert [each.text for each in read("an hour with the leadership at 3").perhaps] == ["the leadership"]
    assert read("an hour with the leadership at 3").people == ()


@pytest.mark.parametrize(
    "said",
    [
        "Invite Pekka from the timber company and Mikko to a call on Tuesday at 3pm",
        "a call with Pekka from Rautio Ltd and Mikko on Tuesday at 3pm",
    ],
)
def test_what_house_somebody_is_from_ends_no_list(read: Read, said: str) -> None:
    """Whoever is named behind it comes as well."""
    assert [each.text for each in read(said).people] == ["Pekka", "Mikko"]
