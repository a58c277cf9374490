"""The page of the local Entra: choose an account, allow or cancel. HTML, without scripts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_STYLE = """
:root { color-scheme: light dark; --ink: #242424; --quiet: #5c5c5c; --paper: #fff; --ground: #f3f2f7; --line: #d9d8e0;
  --main: #5b5fc7; --on-main: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --quiet: #b9b9bf; --paper: #242328; --ground: #161519;
  --line: #45444d; --main: #9299f7; --on-main: #16151f } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--ground);
  color: var(--ink); font: 15px/1.45 "Segoe UI", system-ui, sans-serif }
main { width: 100%; max-width: 460px; background: var(--paper); border: 1px solid var(--line); border-radius: 12px;
  padding: 28px }
h1 { font-size: 22px; line-height: 1.25; margin: 0 0 6px }
p { margin: 0 0 14px; color: var(--quiet) }
fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 16px; padding: 4px; max-height: 264px;
  overflow: auto }
legend { margin-left: 8px; padding: 0 4px; font-weight: 600 }
label { display: flex; gap: 10px; align-items: center; padding: 7px 8px; border-radius: 6px; cursor: pointer }
label:hover, label:has(:checked) { background: var(--ground) }
label span { display: block } label small { color: var(--quiet) }
input { accent-color: var(--main); width: 18px; height: 18px; flex: none }
ul { margin: 0 0 18px; padding-left: 20px }
.acts { display: flex; gap: 10px; flex-flow: row-reverse wrap }
button { font: inherit; font-weight: 600; min-height: 40px; padding: 0 20px; border-radius: 6px; cursor: pointer;
  border: 1px solid var(--line); background: transparent; color: inherit }
button.main { background: var(--main); border-color: var(--main); color: var(--on-main) }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px }
"""

_MEANINGS = (
    ("Calendars.", "read and change your calendar, and what is shared with you"),
    ("Mail.", "read and send mail as you"),
    ("MailboxSettings.", "read your time zone and working hours"),
    ("User.", "look up colleagues in the directory"),
    ("Place.", "look up rooms"),
    ("Presence.", "see who is available"),
)


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in here."""

    id: str
    name: str
    address: str


def consent_page(application: str, accounts: Sequence[Account], permissions: str, kept: Mapping[str, str]) -> str:
    """The form. `kept` is the request, which the form brings along with the choice of `account` and `decision`."""
    hidden = "".join(f'<input type="hidden" name="{escape(name)}" value="{escape(kept[name])}">' for name in kept)
    choices = "".join(
        f'<label><input type="radio" name="account" value="{escape(each.id)}" required>'
        f"<span>{escape(each.name)}<br><small>{escape(each.address)}</small></span></label>"
        for each in accounts
    )
    asked = "".join(f"<li>{words}</li>" for prefix, words in _MEANINGS if prefix in permissions)
    return _page(
        f"{application} asks for your permission",
        "<p>This is the sign-in of the company on your own machine. Nothing leaves it, and there are no passwords.</p>"
        f'<form method="post">{hidden}'
        f"<fieldset><legend>Who are you?</legend>{choices}</fieldset>"
        f"<p>{escape(application)} would like to:</p><ul>{asked}</ul>"
        # Enter presses the first of them.
        '<div class="acts"><button class="main" name="decision" value="allow">Allow</button>'
        '<button name="decision" value="deny" formnovalidate>Cancel</button></div></form>',
    )


def error_page(message: str) -> str:
    """Why there is no form."""
    return _page("Signing in is not possible", f"<p>{escape(message)}</p>")


def _page(title: str, content: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{content}</main></body></html>"
    )
