"""Guests as different people list them: nobody who is named stays out, and nobody's polite word comes in."""

import pytest

from dialogs.understand.understood import Intent, PersonMention, Role, Understood
from tests.understand.conftest import Read

Roles = dict[str, str]
"""Each name as it was said, and "r"equired, "o"ptional or with"out"."""
_SHORT = {Role.REQUIRED: "r", Role.OPTIONAL: "o", Role.WITHOUT: "out"}


def roles_of(said: Understood) -> Roles:
    """Everybody who is named, with a "with" or without."""
    named: tuple[PersonMention, ...] = (*said.bare, *said.people)
    return {each.text: _SHORT[each.role] for each in named}


@pytest.mark.parametrize(
    ("said", "guests"),
    [
        ("Kindly schedule one hour with Stella madam and Agnes on Monday at 10 AM", {"Stella": "r", "Agnes": "r"}),
        ("set up meeting with Tyler sir and Omar on friday 3pm", {"Tyler": "r", "Omar": "r"}),
        ("arrange call with Helen ma'am and Malik sir on thursday at 11", {"Helen": "r", "Malik": "r"}),
        ("meeting with Stella mam, Malik sir and Linh thursday at 2", {"Stella": "r", "Malik": "r", "Linh": "r"}),
        ("please fix a call with Ravi ji and Meera ji on monday 11am", {"Ravi": "r", "Meera": "r"}),
        ("book half an hour with Tanaka-san and Omar tomorrow at 3", {"Tanaka": "r", "Omar": "r"}),
        ("meet with Imran bhai & Linh thursday at 4", {"Imran": "r", "Linh": "r"}),
        ("meeting with Sir Ken and Ben on thursday at 2", {"Sir Ken": "r", "Ben": "r"}),
    ],
)
def test_polite_words_behind_a_name_end_no_list(read: Read, said: str, guests: Roles) -> None:
    """Who stands behind "madam" comes as well."""
    understood = read(said)
    assert (understood.intent, roles_of(understood)) == (Intent.SCHEDULE, guests)


@pytest.mark.parametrize(
    ("said", "guests"),
    [
        ("book Stella from bridges and Malik thursday at 2", {"Stella": "r", "Malik": "r"}),
        ("book Stella in design, Malik and Omar thursday at 2", {"Stella": "r", "Malik": "r", "Omar": "r"}),
        ("book Malik (fees) and Linh thursday at 2", {"Malik": "r", "Linh": "r"}),
        ("Omar (site) and Linh on thursday at 2", {"Omar": "r", "Linh": "r"}),
        ("book stella n malik thursday at 2", {"stella": "r", "malik": "r"}),
        ("half hour friday 2pm w stella n linh n omar", {"stella": "r", "linh": "r", "omar": "r"}),
        ("book Stella along with Malik and Linh thursday 2pm", {"Stella": "r", "Malik": "r", "Linh": "r"}),
        ("meeting with Stella together with Malik thursday 2pm", {"Stella": "r", "Malik": "r"}),
        ("book Stella, plus Malik and Linh, thursday at 2", {"Stella": "r", "Malik": "r", "Linh": "r"}),
        ("Loop in Stella and Omar for a quick call Friday at 3, rebar", {"Stella": "r", "Omar": "r"}),
        ("rope in Linh and Omar for a short chat friday 2pm re cranes", {"Linh": "r", "Omar": "r"}),
        ("get Stella and Omar on a call friday at 3", {"Stella": "r", "Omar": "r"}),
        ("find an hour for stella, tyler n linh next week", {"stella": "r", "tyler": "r", "linh": "r"}),
        ("book the drafting lead and Malik thursday 2pm", {"drafting lead": "r", "Malik": "r"}),
    ],
)
def test_additions_and_joints_end_no_list(read: Read, said: str, guests: Roles) -> None:
    """Whatever tells a name apart, and however the next one is joined to it."""
    understood = read(said)
    assert (understood.intent, roles_of(understood)) == (Intent.SCHEDULE, guests)


@pytest.mark.parametrize(
    ("said", "guests"),
    [
        ("Stella and Helen (optional), friday 1pm, pier review", {"Stella": "r", "Helen": "o"}),
        ("book an hour with Stella and Helen (optional) friday 1pm", {"Stella": "r", "Helen": "o"}),
        ("book stella and maybe helen friday 1pm", {"stella": "r", "helen": "o"}),
        ("set up a call with Stella and possibly Linh on friday at 1pm about fees", {"Stella": "r", "Linh": "o"}),
        ("stella friday 1pm cc helen", {"stella": "r", "helen": "o"}),
        ("quick call friday at 2 w Omar (cc Malik) about rebar", {"Omar": "r", "Malik": "o"}),
        ("meeting with Stella friday 1pm, cc Helen and Linh", {"Stella": "r", "Helen": "o", "Linh": "o"}),
        ("stella friday 1pm, helen if she can make it", {"stella": "r", "helen": "o"}),
        ("half an hour with Stella, Linh if available, friday 1pm", {"Stella": "r", "Linh": "o"}),
        ("stella friday 1pm and keep helen in the loop", {"stella": "r", "helen": "o"}),
        ("book Stella and Linh (opt) friday 1pm", {"Stella": "r", "Linh": "o"}),
        ("book stella not ramesh thursday 2pm", {"stella": "r", "ramesh": "out"}),
    ],
)
def test_who_need_not_come(read: Read, said: str, guests: Roles) -> None:
    """ "Maybe", "cc", "if she can make it" and "in the loop" make somebody optional."""
    understood = read(said)
    assert (understood.intent, roles_of(understood)) == (Intent.SCHEDULE, guests)


@pytest.mark.parametrize(
    "said",
    [
        "book lunch thursday and maybe a walk on friday",
        "book Stella thursday if possible",
        "book Stella thursday at 2 and friday at 3 if possible",
        "book Stella on thursday or maybe friday",
    ],
)
def test_a_maybe_of_the_time_is_nobody(read: Read, said: str) -> None:
    """What is not sure there is no guest."""
    assert "o" not in roles_of(read(said)).values()


@pytest.mark.parametrize(
    "said",
    [
        "book everyone except Helen from leadership meeting thursday 2pm",
        "book everyone from the leadership meeting but not Helen thursday 2pm",
        "meet with everyone from the planning session except Helen on thursday at 2",
    ],
)
def test_all_but_one_of_a_meeting(read: Read, said: str) -> None:
    """Those of an event, and who of them stays out, wherever that stands."""
    kinds = [(each.kind, each.role) for each in read(said).people]
    assert kinds == [("same", Role.REQUIRED), ("name", Role.WITHOUT)]
