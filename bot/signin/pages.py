"""What a browser sees of signing in: plain pages that say how it went and that the window can be closed."""

from enum import Enum
from html import escape
from http import HTTPStatus

from aiohttp import web

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    # The address of the page has the code.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_STYLE = """
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; box-sizing: border-box;
  font: 16px/1.5 "Segoe UI", system-ui, sans-serif }
main { max-width: 30rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem }
p { margin: 0 }
"""


class Page(Enum):
    """How it went: status, title and what to do."""

    DONE = (
        HTTPStatus.OK,
        "You are signed in",
        "Convene goes on with what you asked. You can close this window and return to the chat.",
    )
    DENIED = (
        HTTPStatus.OK,
        "You have not signed in",
        "Nothing was allowed and nothing is kept. If you change your mind, ask Convene again.",
    )
    EXPIRED = (
        HTTPStatus.GONE,
        "This link is no longer good",
        "It was made for one person and a few minutes. Ask Convene again, and it gives you a new one.",
    )
    USED = (
        HTTPStatus.GONE,
        "This link was used already",
        "It works once. If you are not signed in, ask Convene again, and it gives you a new one.",
    )
    SOMEBODY_ELSE = (
        HTTPStatus.FORBIDDEN,
        "That was another account",
        "The link belongs to the person whom Convene gave it to, and you have signed in as somebody else. Nothing is "
        "kept. Ask Convene again, and choose the account that you use in Teams.",
    )
    FAILED = (
        HTTPStatus.BAD_GATEWAY,
        "Signing in did not work",
        "The sign-in service did not confirm it. Nothing is kept. Ask Convene again.",
    )
    UNAVAILABLE = (
        HTTPStatus.SERVICE_UNAVAILABLE,
        "Signing in is not possible right now",
        "The sign-in service does not answer. Try the same link again in a moment.",
    )


def shown(page: Page) -> web.Response:
    """The page as an answer."""
    status, title, words = page.value
    html = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1><p>{escape(words)}</p></main></body></html>"
    )
    return web.Response(status=status, text=html, content_type="text/html", headers=HEADERS)
