"""Messages and mail."""

from dialogs.cards import forms, mail, messages
from dialogs.frame import Letter, Tidying
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.mail import Message
from graph.model import Importance, Person
from tests.cards.samples.office import CARD, OWNER, at, event, half_hour, opening, times


def _messages(reader: Reader) -> list[tuple[str, Json]]:
    to = (Person("Alex Moreau", "alex@contoso.example"), Person("Priya Raman", "priya@contoso.example"))
    late = Letter(CARD, "late", "id", to, "Running late: Budget review", "I am running late.")
    passed_on = Letter(CARD, "forward", "id", to[:1], "Budget review")
    answer = Letter(CARD, "reply_all", to=to, subject="RE: Offsite", text="Thursday suits me.", mail_id="m")
    sent_on = Letter(CARD, "forward_mail", to=to[:1], subject="FW: Offsite", mail_id="m")
    return [
        ("letter-reply", messages.letter(answer, OWNER, reader)),
        ("letter-forward-mail", messages.letter(sent_on, OWNER, reader)),
        ("letter", messages.letter(late, OWNER, reader)),
        ("letter-empty", messages.letter(Letter(CARD, to=to), OWNER, reader)),
        ("letter-forward", messages.letter(passed_on, OWNER, reader)),
        ("letter-sent", messages.sent(late, reader)),
        ("letter-forwarded", messages.sent(passed_on, reader)),
        ("letter-which", messages.which([event("Stand-up", at(27, 9), 15)], CARD, OWNER, reader)),
    ]


def written(subject: str, text: str, **more: object) -> Message:
    """A message that came on the 23rd."""
    fields: dict[str, object] = {
        "to": (Person("Inês Carvalho", "ines@contoso.example"),),
        "received": at(23, 8, 10),
        "web_link": "https://outlook.office365.com/owa/?itemid=y",
        **more,
    }
    return Message(f"id-{subject}", subject, Person("Priya Raman", "priya@contoso.example"), body=text, **fields)  # type: ignore[arg-type]  # one table for all


def _mail(reader: Reader) -> list[tuple[str, Json]]:
    cc = (Person("Alex Moreau", "alex@contoso.example"),)
    offsite = written("Offsite", "Could we meet on Thursday at 15:00 to agree on the place?\n\nPriya", cc=cc)
    long = written("Print run", "The print run begins as soon as the colours are agreed. " * 60, has_attachments=True)
    urgent = written("Pilot *scope*", "How many may join?", is_read=True, importance=Importance.HIGH)
    some = (offsite, long, urgent)
    return [
        ("mail-list", mail.listing(mail.Found("7 messages", "from Priya", some, 4), CARD, OWNER, reader)),
        ("mail-message", mail.message(offsite, OWNER, reader, is_own=False, has_others=True)),
        (
            "mail-long",
            mail.message(long, OWNER, reader, is_own=False, has_others=False, lead="Yes, Priya has written back."),
        ),
        ("mail-own", mail.message(urgent, OWNER, reader, is_own=True, has_others=False)),
        ("mail-which", mail.which(Tidying.DELETE, some, CARD, OWNER, reader)),
        ("mail-delete", mail.preview(Tidying.DELETE, some, CARD, OWNER, reader)),
        ("mail-mark", mail.preview(Tidying.MARK_READ, some, CARD, OWNER, reader)),
        ("mail-deleted", mail.tidied(Tidying.DELETE, [offsite], CARD, OWNER, reader)),
        ("mail-archived", mail.tidied(Tidying.ARCHIVE, some, CARD, OWNER, reader, gone=1)),
        ("mail-undone", mail.undone(Tidying.DELETE, 2, reader)),
    ]


def _forms(reader: Reader) -> list[tuple[str, Json]]:
    people = (
        Person("Alex Moreau", "alex@contoso.example", id="a"),
        Person("Priya Raman", "priya@contoso.example", id="p"),
    )
    note = "Could we look at the budget on Thursday at 15:00?\n\nThe message: https://teams.microsoft.com/l/message/1"
    filled = forms.Form(CARD, "Q3 budget", ("a", "p"), "2026-11-26", "15:00", 30, note)
    shown = times(reader, opening(half_hour(26, 14), soonest=True), opening(half_hour(26, 16)))
    starts = [("2026-11-26T14:00:00+00:00", 0), ("2026-11-26T16:00:00+00:00", 0)]
    return [
        ("form", forms.form(filled, people, reader)),
        ("form-problem", forms.form(forms.Form(CARD), (), reader, problem=reader.say("form-when-missing"))),
        ("form-times", forms.times(shown, filled, starts, reader)),
    ]


KINDS = (_messages, _mail, _forms)
