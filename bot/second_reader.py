"""Ask a language model behind an OpenAI-compatible endpoint, for `dialogs.understand.second`.

Off unless somebody names an endpoint: what is asked leaves the tenant. Source: OpenAI's reference, "Create chat
completion", of which only what every compatible server knows is used.
"""

from dataclasses import dataclass

import httpx

from dialogs.turn import Json

PATIENCE = 2.0
"""Seconds. Who waits longer is better off with a question."""
_MOST = 300
"""Tokens of an answer."""


@dataclass(frozen=True)
class Endpoint:
    """Where it is, without "/chat/completions"; the model's name; the key, where it wants one."""

    url: str
    model: str
    key: str = ""


async def ask(http: httpx.AsyncClient, endpoint: Endpoint, question: str, patience: float = PATIENCE) -> str:
    """The answer's words. Raises TimeoutError after `patience` seconds, ConnectionError where none can be had."""
    body = {
        "model": endpoint.model,
        "messages": [{"role": "user", "content": question}],
        "temperature": 0,
        "max_tokens": _MOST,
    }
    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    try:
        answer = await http.post(
            f"{endpoint.url.rstrip('/')}/chat/completions", json=body, headers=headers, timeout=patience
        )
        answer.raise_for_status()
        return _words(answer.json())
    except httpx.TimeoutException as late:
        raise TimeoutError("the second reader took too long") from late
    except (httpx.HTTPError, ValueError, LookupError, TypeError) as failure:
        raise ConnectionError("the second reader gave no answer") from failure


def _words(answer: Json) -> str:
    """Raises LookupError or TypeError where the answer is not as described."""
    return str(answer["choices"][0]["message"]["content"])
