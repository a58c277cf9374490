"""A reference of a helpdesk's ticket in an utterance: "INC0012345", "ticket #4711", "DESK-204". Pure."""

import re

from dialogs.understand.lexicon.patterns import patterns

_CODE = r"(?:INC|REQ|RITM|SCTASK|TASK|CHG|PRB|SR|CS|HD|TKT|CASE)[-_# ]?\d{2,12}|[A-Z]{2,10}-\d{1,8}"
_NUMBER = (
    r"(?:(?:helpdesk )?ticket|incident|case|(?:service )?request)(?: (?:no\.?|number|id|ref(?:erence)?))?"
    r" ?[:#]? ?#?(?P<number>\d{3,12})"
    r"|(?:helpdesk )?ticket(?: (?:no\.?|number|id))? ?#?(?P<brief>\d{1,2})(?=\s*(?:$|[,.;:)\]]))"
)
_AROUND = (
    r"(?P<lead>[\s,;(\[–-]*(?:\b(?:for|re|ref|reference|regarding|see|per|under|on|with|as per|about)\b[.:]? ?)?"
    r"(?:\bthe )?(?:\b(?:ticket|incident|case|request|ref|reference)\b ?(?:no\.?|number|id)? ?[:#]? ?)?)"
)
_TICKET = re.compile(
    rf"{_AROUND}(?:(?P<code>\b(?:{_CODE})\b)|\b(?:{_NUMBER})\b)(?P<tail>[)\]]?\s*[:,;–-]?\s*)", re.IGNORECASE
)
_PLAIN_CODE = re.compile(r"[A-Z]+[-_# ]?\d+|[A-Z][A-Z0-9]*-\d+")


def cut(utterance: str) -> tuple[str, str]:
    """The utterance without the reference, and the reference as it was written; "" where there is none."""
    for found in _TICKET.finditer(utterance):
        code = found["code"]
        if code and (patterns()["no-tickets"].match(code) or not _is_written_as_one(code)):
            continue
        before, after = utterance[: found.start()], utterance[found.end() :]
        before = patterns()["mentions-ticket"].sub("", before)
        # "For Kasia (ticket 4711): book …", "For Kasia, ticket 4711, book …" say by the sign whose request it is.
        sign = ":" if {":", ")"} & set(found["tail"]) else "," if "," in found["tail"] else ""
        between = f"{sign} " if patterns()["tickets-for"].match(before) else " "
        joined = f"{before}{between}{after}" if before and after else before + after
        return joined.strip(), code or found["number"] or found["brief"]
    return utterance, ""


def _is_written_as_one(code: str) -> bool:
    """In capitals, or with so many digits that nothing else is meant: "inc0012345"."""
    return bool(_PLAIN_CODE.fullmatch(code)) or sum(letter.isdigit() for letter in code) >= 5
