"""However a booking is put, it is one with the same people, the same title and the same time."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read

FRAMES = (
    "need to do {what} with {who} {when}",
    "we really need to do {what} {when} with {who}",
    "I'd like to go over {what} with {who} {when}",
    "let's do {what} {when} with {who}",
    "lets get {what} done with {who} {when}",
    "can {who} and I do {what} {when}",
    "{who} and I should look at {what} {when}",
    "me and {who} have to talk through {what} {when}",
    "we should probably do {what} {when}, {who} and me",
    "could we have {what} with {who} {when}?",
    "are we able to do {what} {when} with {who}",
    "would it be possible to do {what} with {who} {when}",
    "do you think we could do {what} with {who} {when}?",
    "need {who} and me to do {what} {when}",
    "please arrange for {who} and me to do {what} {when}",
    "I promised {who} we'd do {what} {when}",
    "want to run {what} by {who} {when}",
    "run {what} past {who} {when}",
    "discuss {what} with {who} {when}",
    "would like {what} with {who} {when}",
    "any chance of {what} with {who} {when}",
    "how about {what} with {who} {when}",
    "it's time for {what} with {who}, {when}",
    "find time {when} for {what} with {who}",
    "find {who} and me a slot for {what} {when}",
    "{when} works for {what} with {who}",
    "hold {when} for {what} with {who}",
    "{what} needs doing {when} with {who}",
    "{what} has to happen {when} with {who}",
    "make {what} happen {when} with {who}",
    "put {what} in with {who} {when}",
    "slot {what} in the diary {when} with {who}",
    "set {what} up for {when} with {who}",
    "sort out {what} with {who} {when}",
    "create {what} {when}, attendees: {who}",
    "put {who} and me down for {what} {when}",
    "book us {when} to do {what}, {who} and me",
    "have {who} join me {when} for {what}",
    "{who} will join me for {what} {when}",
    "get {who} in {when} for {what}",
    "send {who} an invite for {what} {when}",
    "invite {who} {when} for {what}",
    "schedule {what} for {who} and me {when}",
    "{who} asked for {what} {when}, book it",
    "see if {who} can do {what} {when} and book it",
    "{what}, {when} with {who}",
    "{what} {when} with {who}",
)
WHAT = ("dyke inspection", "eel count", "vendor call prep", "pump walk-through", "keys for the new wardens")
WHO = ("Fatima", "omar", "Omar Haddad", "fatima and tom")
WHEN = ("thursday at 10", "tomorrow at 3pm", "on Monday at 11 for 45 minutes", "next tuesday afternoon")


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_is_a_booking(read: Read, frame: str) -> None:
    """With every title, whoever comes and whenever it is."""
    for turn, what in enumerate(WHAT):
        who, when = WHO[turn % len(WHO)], WHEN[(turn + 1) % len(WHEN)]
        said = frame.format(what=what, who=who, when=when)
        if "on on" in said or "for on" in said or (frame.startswith("{what}") and "for the" in what):
            continue
        found = read(said)
        assert found.intent is Intent.SCHEDULE, said
        assert (found.subject or found.purpose).lower() == what, said
        assert " and ".join(one.text for one in found.people) == who, said
        assert found.time.exact or found.time.slots, said


@pytest.mark.parametrize(
    "said",
    [
        "we should do lunch with Omar on Friday at 1",
        "how about coffee with Omar tomorrow at 4",
        "can Omar and I have lunch on Friday at noon",
    ],
)
def test_a_meal_stays_a_meal(read: Read, said: str) -> None:
    """Its hours and its place are those of a meal."""
    found = read(said)
    assert (found.intent, found.noun) in ((Intent.SCHEDULE, "lunch"), (Intent.SCHEDULE, "coffee"))
    assert [one.text for one in found.people] == ["Omar"]


@pytest.mark.parametrize(
    "said",
    [
        "I have lunch with Omar on Friday at 1",
        "any chance of cancelling lunch with Omar on Friday",
        "any chance of moving lunch with Omar to Friday",
        "can we finish the eel count with Omar at 3",
        "what about the eel count with Omar on Friday",
        "I need to cancel with Omar on Friday",
        "I want to move lunch with Omar to Friday",
        "what do we need to do with Omar on Friday",
    ],
)
def test_what_is_there_already_is_not_booked(read: Read, said: str) -> None:
    """What is told, asked or changed of a meeting is no title of another."""
    found = read(said)
    assert found.subject.lower() not in ("cancelling lunch", "moving lunch", "finish the eel count", "to cancel")
    assert found.intent is not Intent.SCHEDULE or found.noun == "lunch"
