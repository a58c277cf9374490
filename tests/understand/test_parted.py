"""What is put down part by part, in any order, and answers that tell more than what was asked."""

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read

CHOICE = Question("choice", ("Wed 18 Nov, 11:00 – 11:30", "Wed 18 Nov, 14:00 – 14:30"))
LISTS = [
    ("30 min Friday at 9.30, winter rota, Tom and Sofia", ["winter rota", "Tom", "Sofia"]),
    ("Tom and Sofia, winter rota, 30 min, Friday 9.30", ["Tom", "Sofia", "winter rota"]),
    ("Friday 9.30, 30 min, Tom, Sofia, winter rota", ["Tom", "Sofia", "winter rota"]),
    ("winter rota, tom and sofia, friday 9.30, half an hour", ["winter rota", "tom", "sofia"]),
    ("tomorrow 3pm, Marta Reis, price list, 45 minutes", ["Marta Reis", "price list"]),
    ("Friday 10am - Omar - vendor shortlist - 30m", ["Omar", "vendor shortlist"]),
    ("Book: Omar; Friday 2pm; 45 minutes; vendor shortlist", ["Omar", "vendor shortlist"]),
    ("Yuki Shiraishi, Thursday 9:30, half an hour, lighting samples", ["Yuki Shiraishi", "lighting samples"]),
    ("Friday 4.30, 30 min, winter rota", ["winter rota"]),
    ("lunch tomorrow at 1, Omar", ["Omar"]),
    ("Katrin & Omar: release readiness, fri 13:30-14:15", ["Katrin", "Omar", "release readiness"]),
]
ANSWERS = [
    ("45 min, year end coding", "year end coding"),
    ("friday 2pm, the invoices", "invoices"),
    ("an hour, lease renewal", "lease renewal"),
    ("tomorrow at 10, our spring menu", "spring menu"),
    ("thursday at 3, price list", "price list"),
    ("make it 30 min, roof repair", "roof repair"),
    ("45 min, colour audit", "colour audit"),
]
NO_TOPICS = [
    "5pm, perfect",
    "friday 2pm, please",
    "45 min, not longer",
    "friday 2pm, same room",
    "no, friday at 2",
    "friday at 2, thanks a lot",
    "30 min, max",
    "friday 2pm, it suits her",
]


@pytest.mark.parametrize(("said", "parts"), LISTS)
def test_parts_in_any_order_are_people_or_a_topic(read: Read, said: str, parts: list[str]) -> None:
    """Only the directory knows which, so that the dialog tells them apart."""
    understood = read(said)
    assert (understood.intent, understood.time.exact is not None) == (Intent.SCHEDULE, True)
    assert [each.text for each in understood.bare if each.kind == "part"] == parts


@pytest.mark.parametrize("said", ["milk, eggs, bread, tomorrow at 5", "budget, Tom, Thursday at 10"])
def test_a_list_without_a_length_is_a_booking_only_if_it_names_people(read: Read, said: str) -> None:
    """A shopping list is none."""
    assert (read(said).intent, read(said).facet) == (Intent.SCHEDULE, "names")


@pytest.mark.parametrize("said", ["move the retro to Friday, 3pm, Tejo", "cancel the retro, the review, and lunch"])
def test_what_changes_something_is_no_list(read: Read, said: str) -> None:
    """However many commas it has."""
    assert read(said).intent is not Intent.SCHEDULE


def test_a_place_to_eat_is_where_it_is(read: Read) -> None:
    """By its name."""
    understood = read("team lunch, friday 12.30, Omar and Sofia, Cantina do Largo")
    assert (understood.location, understood.noun) == ("Cantina do Largo", "lunch")
    assert [each.text for each in understood.bare] == ["team lunch", "Omar", "Sofia"]


@pytest.mark.parametrize(("said", "topic"), ANSWERS)
def test_an_answer_may_tell_what_it_is_about(read: Read, said: str, topic: str) -> None:
    """Beside what was asked."""
    understood = read(said, CHOICE)
    assert understood.intent in (Intent.AMEND, Intent.SCHEDULE)
    assert [each.hint for each in understood.bare] == [topic]


@pytest.mark.parametrize("said", NO_TOPICS)
def test_what_only_stresses_an_answer_is_no_topic(read: Read, said: str) -> None:
    """Nothing is called so."""
    understood = read(said, CHOICE)
    assert (understood.bare, understood.subject) == ((), "")


@pytest.mark.parametrize(
    "said",
    [
        "30 min with Tom friday 9.30. Marta optional",
        "friday 9.30 with tom. marta optional",
        "Marta is optional. Book 30 min with Tom on Friday at 9.30",
        "Book 30 min with Tom on Friday at 9.30. Marta doesn't have to come",
        "Marta can skip it. 30 min with Tom on Friday at 9.30",
        "book 30 min with Tom and Marta friday 9.30. Marta can skip it if she's busy",
    ],
)
def test_who_need_not_come_is_told_in_a_sentence_of_its_own(read: Read, said: str) -> None:
    """Before the booking or behind it."""
    roles = {each.text.lower(): each.role for each in read(said).people}
    assert roles == {"tom": Role.REQUIRED, "marta": Role.OPTIONAL}


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("lunch with Tom friday 12.30 at Cantina do Largo", "Cantina do Largo"),
        ("dinner with Tom thursday 7pm at Taberna da Rua das Flores", "Taberna da Rua das Flores"),
        ("coffee with Tom tomorrow 9 at Café de la Paix", "Café de la Paix"),
        ("coffee with Tom tomorrow 9 at Café de l'Opéra", "Café de l'Opéra"),
        ("drinks with Tom friday 6pm, Bar am Fluss", "Bar am Fluss"),
        ("lunch at Trattoria della Nonna with Tom on Friday at 1", "Trattoria della Nonna"),
        ("meet Tom at Haus am See on Friday at 3", "Haus am See"),
        ("book an hour with Tom in Tejo and invite Ana tomorrow at 3", "Tejo"),
        ("all day friday at the Milan fair with Tom", "the Milan fair"),
        ("pencil in Hanneke de Boer friday 2pm, cash forecast", ""),
    ],
)
def test_a_place_is_all_of_its_name(read: Read, said: str, place: str) -> None:
    """With the small words in it."""
    assert (read(said).intent, read(said).location) == (Intent.SCHEDULE, place)


@pytest.mark.parametrize(
    ("said", "first", "end"),
    [
        ("out friday after 2.30", "20 14", "21 00"),
        ("off friday afternoon", "20 12", "20 18"),
        ("away 7-9 December", "07 00", "10 00"),
        ("vacation from 21 to 31 December", "21 00", "01 00"),
        ("vacation 23.11-27.11", "23 00", "28 00"),
        ("from 23.11 to 27.11 I'm away", "23 00", "28 00"),
        ("I'm away from 3.12 to 5.12", "03 00", "06 00"),
        ("next week I'm on leave", "23 00", "30 00"),
        ("I'm taking Monday off", "23 00", "24 00"),
        ("can I take tomorrow off?", "19 00", "20 00"),
        ("I need Friday afternoon off", "20 12", "20 18"),
        ("I'm out sick today", "18 00", "19 00"),
        ("add PTO for me 12/7", "07 00", "08 00"),
        ("PTO 11/30-12/2", "30 00", "03 00"),
        ("block 11/30 to 12/2 all day, out of office, no auto reply", "30 00", "03 00"),
    ],
)
def test_being_away_needs_no_verb(read: Read, said: str, first: str, end: str) -> None:
    """Nothing else is wanted with such days."""
    understood = read(said)
    (slot,) = understood.time.slots
    assert understood.intent is Intent.AWAY and slot.start and slot.end
    assert (f"{slot.start:%d %H}", f"{slot.end:%d %H}") == (first, end)


@pytest.mark.parametrize(
    ("said", "name", "facet"),
    [
        ("I'm on annual leave next week", "Annual leave", ""),
        ("I'm out Friday, put PTO on my calendar", "PTO", "silent"),
        ("I'm off on Friday, set my out of office and block my calendar", "", ""),
        ("I'm on vacation next week, no auto-reply please", "Vacation", "silent"),
        ("I'm off sick today", "", ""),
    ],
)
def test_days_away_have_the_name_that_was_said(read: Read, said: str, name: str, facet: str) -> None:
    """Unless it is why somebody is ill."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.facet) == (Intent.AWAY, name, facet)


def test_hours_with_dots_are_no_dates(read: Read) -> None:
    """Where both sides may be hours."""
    exact = read("I'm off from 9.30 to 10.30 on Friday").time.exact
    assert exact and f"{exact:%d %H:%M}" == "20 09:30"


def test_a_day_that_will_not_do_is_no_absence(read: Read) -> None:
    """While times are offered."""
    assert read("off friday", CHOICE).intent is not Intent.AWAY


@pytest.mark.parametrize(
    "said", ["Put the lunch in the fridge", "put the cake in the oven at 3", "take my lunch out of the microwave"]
)
def test_what_is_put_away_is_no_meeting(read: Read, said: str) -> None:
    """Whatever it is called like."""
    assert read(said).intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "said",
    [
        "pencil in Hanneke tomorrow at 2, cash forecast",
        "pencil Tom in for friday at 2, cash forecast",
        "squeeze in Tom Becker tomorrow at 4, tax return",
        "book Tom tomorrow at 3, hotel contract",
    ],
)
def test_a_meeting_may_be_about_anything(read: Read, said: str) -> None:
    """Once it is said with whom and when."""
    assert read(said).intent is Intent.SCHEDULE
    assert read(said).purpose in said.split(", ")


@pytest.mark.parametrize("said", ["book a table tomorrow at 7, by the window", "book a flight friday at 10, seat 4"])
def test_what_others_book_is_none_of_ours(read: Read, said: str) -> None:
    """Though a time is said."""
    assert read(said).intent is Intent.OUT_OF_SCOPE
