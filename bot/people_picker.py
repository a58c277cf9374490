"""The people picker of a card: colleagues whose name begins with what is typed."""

from collections.abc import Sequence

from bot.channel.invokes import Choice, ChoiceQuery
from bot.conversations import GraphOf
from dialogs.turn import Turn
from graph import people
from graph.model import Person

DATASET = "people"
"""What a card's Data.Query calls it."""


class PeoplePicker:
    """Finds people as the person who types may see them."""

    def __init__(self, graph_of: GraphOf) -> None:
        self._graph_of = graph_of

    async def __call__(self, turn: Turn, query: ChoiceQuery) -> Sequence[Choice]:
        """The page of people that is asked for; each choice sends the e-mail address. Raises GraphError."""
        text = query.text.strip()
        if query.dataset != DATASET or not text:
            return ()
        found = await people.search_users(self._graph_of(turn.speaker.id), text, limit=query.skip + query.top)
        return [Choice(_title(person), person.email) for person in found[query.skip :] if person.email]


def _title(person: Person) -> str:
    """The name, and what tells two of that name apart."""
    return " · ".join(filter(None, (person.name, person.title, person.department)))
