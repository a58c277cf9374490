"""What was found, for people and for programs."""

import json
from collections.abc import Sequence

from bot.doctor.finding import Finding, Status


def worst(findings: Sequence[Finding]) -> Status:
    """The whole in one word."""
    present = {finding.status for finding in findings}
    return next((status for status in (Status.FAILED, Status.WARNING) if status in present), Status.OK)


def for_people(findings: Sequence[Finding]) -> str:
    """One line a finding, with what to do below it; a summary at the end."""
    width = max(len(finding.check) for finding in findings)
    lines = []
    for finding in findings:
        lines.append(f"{finding.status:7}  {finding.check:{width}}  {finding.says}")
        if finding.mend:
            lines.append(f"{'':7}  {'':{width}}  → {finding.mend}")
    summary = {
        Status.OK: "All is well.",
        Status.WARNING: "It works; look at the warnings.",
        Status.FAILED: "It will not work so; mend what failed, then ask again.",
    }
    return "\n".join([*lines, "", summary[worst(findings)], ""])


def for_programs(findings: Sequence[Finding]) -> str:
    """`{"status", "findings": [{"check", "status", "says", "mend"}]}`; each status is ok, warning or failed."""
    listed = [{"check": one.check, "status": one.status, "says": one.says, "mend": one.mend} for one in findings]
    return json.dumps({"status": worst(findings), "findings": listed}, ensure_ascii=False, indent=2) + "\n"
