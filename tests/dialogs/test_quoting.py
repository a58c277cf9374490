"""What a mail itself says."""

import pytest

from dialogs.booking.prefilling import title_of
from dialogs.mail.quoting import LONGEST, own_words, shortened
from graph.plain import plain


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Yes.\n\nFrom: Mia Chen\nSent: Monday\nSubject: When\n\nWhen?", "Yes."),
        ("Yes.\n\nOn Mon, 23 Nov 2026 at 09:00, Mia Chen wrote:\n> When?", "Yes."),
        ("Yes.\n-----Original Message-----\nWhen?", "Yes."),
        ("Yes.\n> When?", "Yes."),
        ("From: here it is an hour by train.\nSee you.", "From: here it is an hour by train.\nSee you."),
        ("-----Forwarded message-----\nWhen?", "-----Forwarded message-----\nWhen?"),
        ("", ""),
    ],
)
def test_what_is_quoted_is_left_out(text: str, own: str) -> None:
    """Unless there is nothing else."""
    assert own_words(text) == own


def test_it_is_shortened_at_a_word() -> None:
    """And says so; what is short enough stays."""
    assert shortened("one two three", 9) == "one two …"
    assert shortened("x" * 20, 9) == f"{'x' * 9} …"
    assert shortened("one") == "one"
    assert len(shortened("word " * 9999)) <= LONGEST + 2


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>At <b>one</b>?</p><p>Yes</p>", "At one?\n\nYes"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<style>p{}</style><script>go()</script>Hi", "Hi"),
        ("Tom &amp; Ana &lt;3&nbsp;x", "Tom & Ana <3 x"),
        ("pay\u200bment \u202egnp.exe", "payment gnp.exe"),
        ("<div><div>deep</div></div>", "deep"),
        ("<at id='0'>Ana</at> look", "Ana look"),
        ("<p>broken <b", "broken <b"),
    ],
)
def test_markup_becomes_plain_words(markup: str, words: str) -> None:
    """Without what nobody sees."""
    assert plain(markup) == words


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("RE: FW: Budget", "Budget"),
        ("Aw: WG: Plan", "Plan"),
        ("Re[2]: x", "x"),
        ("Regarding: x", "Regarding: x"),
        ("", ""),
    ],
)
def test_a_title_has_no_prefixes_of_mail(subject: str, title: str) -> None:
    """Of several languages."""
    assert title_of(subject) == title
