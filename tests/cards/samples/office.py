"""The people, rooms and days that the cards show."""

import base64
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.cards import booking
from dialogs.cards.booking import Face, Times
from dialogs.cards.people import Place
from dialogs.decisions.openings import Opening, Standing
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Attendee, Event, Person, Response, Window
from graph.places import Room
from graph.recurrence import Pattern, Recurrence
from tests.portrait import png

LISBON = ZoneInfo("Europe/Lisbon")
READER = Reader("en-GB", LISBON)
OWNER = "00000000-0000-4000-8000-000000000001"
CARD = "00000000-0000-4000-8000-00000000000c"
INES = Face("ines@contoso.example", "Inês", "Inês Carvalho", LISBON, is_reader=True)
ALEX = Face("alex@contoso.example", "Alex", "Alex Moreau", ZoneInfo("America/New_York"))
PRIYA = Face("priya@contoso.example", "Priya", "Priya Raman", ZoneInfo("Asia/Kolkata"))
TOM = Face("tom@contoso.example", "Tom", "Tom Becker", ZoneInfo("Europe/Berlin"))
HERSELF = Person("Inês Carvalho", "ines@contoso.example")
TWENTY = tuple(
    Face(f"p{n}@contoso.example", f"Person{n}", f"Person{n} Longsurname-{n}", ZoneInfo("Asia/Tokyo")) for n in range(20)
)
PLACE = Place(CARD, OWNER)
TUESDAYS = Recurrence(Pattern.WEEKLY, date(2026, 11, 24), 2, weekdays=(1,), until=date(2027, 3, 28))
TEJO = Room(
    "tejo", "Tejo", "tejo@contoso.example", 12, "Alfama House", 2, video="Camera", display="Wall", tags=("whiteboard",)
)
FADO = Room("fado", "Fado", "fado@contoso.example", 6, "Alfama House", 2, is_wheelchair_accessible=True)
NOOK = Room("nook", "Nook *2.1*", "nook@contoso.example")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Lisbon."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LISBON)


def half_hour(day: int, hour: int, minute: int = 0) -> Window:
    """Thirty minutes."""
    return Window(at(day, hour, minute), at(day, hour, minute) + timedelta(minutes=30))


def opening(window: Window, *standings: Standing, soonest: bool = False) -> Opening:
    """An opening for the three faces."""
    told = (*standings, *[Standing.FREE] * (3 - len(standings)))
    emails = (INES.email, ALEX.email, PRIYA.email)
    return Opening(window, tuple(zip(emails, told, strict=True)), soonest=soonest, breathing=soonest)


def event(subject: str, start: datetime, minutes: int = 30, **more: object) -> Event:
    """An event that somebody else organizes."""
    fields: dict[str, object] = {
        "id": f"id-{subject}",
        "organizer": Person("Priya Raman", "priya@contoso.example"),
        "attendees": (
            Attendee("Inês Carvalho", "ines@contoso.example"),
            Attendee("Alex Moreau", "alex@contoso.example", response=Response.ACCEPTED),
        ),
        "response": Response.ACCEPTED,
        "is_online": True,
        "join_url": "https://teams.microsoft.com/l/meetup-join/x",
        "web_link": "https://outlook.office365.com/owa/?itemid=x",
        **more,
    }
    return Event(subject=subject, start=start, end=start + timedelta(minutes=minutes), **fields)  # type: ignore[arg-type]  # one table for all


def times(reader: Reader, *openings: Opening, **more: object) -> Json:
    """The card that offers the openings."""
    fields: dict[str, object] = {
        "offer_id": "offer",
        "owner_id": OWNER,
        "subject": "Q3 budget",
        "faces": (INES, ALEX, PRIYA),
        **more,
    }
    return booking.times(Times(openings=openings, **fields), reader)  # type: ignore[arg-type]  # one table for all


def photo(*colours: str) -> str:
    """A portrait in these colours, as the data of an image."""
    return f"data:image/png;base64,{base64.b64encode(png(*colours)).decode('ascii')}"
