"""/$count behind a collection: how many there are, as plain text. Source: Graph concepts, query-parameters."""

from collections.abc import Callable
from dataclasses import replace

from graph.emulator.calls import Answer, Call


def counted(listing: Callable[[Call], Answer]) -> Callable[[Call], Answer]:
    """The handler that counts what `listing` lists; $filter and $search hold, paging does not."""

    def count(call: Call) -> Answer:
        kept = {name: value for name, value in call.query.items() if name in {"$filter", "$search"}}
        answer = listing(replace(call, query={**kept, "$count": "true", "$top": "1"}))
        total = answer.body["@odata.count"] if isinstance(answer.body, dict) else 0
        return Answer(200, str(total), {"Content-Type": "text/plain"})

    return count
