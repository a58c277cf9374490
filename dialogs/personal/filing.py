"""Which of somebody's calendars a name means, and into which one something goes."""

from dialogs.asker import Asker
from dialogs.frame import CalendarChosen
from dialogs.people.names import folded
from graph import calendars
from graph.calendars import Calendar


async def named(name: str, asker: Asker) -> Calendar | None:
    """The calendar of that name; the mailbox's own for "". None where there is none. Raises GraphError."""
    found = await calendars.list_calendars(asker.graph)
    if not name:
        return next((each for each in found if each.is_default), None)
    wanted = folded(name)
    exact = [each for each in found if folded(each.name) == wanted]
    alike = [each for each in found if set(wanted.split()) <= set(folded(each.name).split())]
    chosen = exact or alike
    return chosen[0] if len(chosen) == 1 else None


async def chosen(name: str, asker: Asker) -> tuple[CalendarChosen | None, str]:
    """The calendar into which something is booked, and what is to be said of it. Raises GraphError."""
    calendar = await named(name, asker)
    if calendar is None:
        return None, asker.reader.say("calendars-own-instead", name=name)
    if not calendar.can_edit:
        return None, asker.reader.say("calendars-read-only", name=calendar.name)
    if calendar.is_default:
        return None, ""
    return CalendarChosen(calendar.id, calendar.name), asker.reader.say("calendars-into", name=calendar.name)
