"""Fill in the manifest and pack it for Teams: `make manifest`, or `python -m manifest.package --help`.

The app id and the domain are taken from the environment of the service where they are not given, so that both agree.
"""

import argparse
import json
import os
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from manifest.rules import DOMAIN, GUID, Manifest, problems

HERE = Path(__file__).parent
PACKAGE = Path("build/convene.zip")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the package, so that the same input gives the same bytes."""


class NotPackable(Exception):
    """The package cannot be made; the message says why and what to do, a line for each problem."""


@dataclass(frozen=True)
class Deployment:
    """What differs from tenant to tenant. `domain`: where the service is reached, such as convene.contoso.com."""

    app_id: str
    domain: str
    developer: str
    website: str
    privacy: str
    terms: str


def filled(deployment: Deployment) -> Manifest:
    """The manifest for one tenant."""
    values = {
        "APP_ID": deployment.app_id.lower(),
        "DOMAIN": deployment.domain,
        "DEVELOPER": deployment.developer,
        "WEBSITE": deployment.website,
        "PRIVACY": deployment.privacy,
        "TERMS": deployment.terms,
    }
    template = json.loads((HERE / "manifest.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = _replaced(template, {f"${{{{{name}}}}}": value for name, value in values.items()})
    return found


def pack(manifest: Manifest, to: Path) -> None:
    """Write the package: the manifest and its files, no folder around them. Raises NotPackable."""
    languages = [each["file"] for each in manifest["localizationInfo"]["additionalLanguages"]]
    names = [*manifest["icons"].values(), *languages]
    files = {name: (HERE / name).read_bytes() for name in names if (HERE / name).is_file()}
    if wrong := problems(manifest, files):
        raise NotPackable("\n".join(wrong))
    content = json.dumps(manifest, ensure_ascii=False, indent=2).encode()
    to.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in {"manifest.json": content, **files}.items():
            package.writestr(zipfile.ZipInfo(name, _LONG_AGO), body, zipfile.ZIP_DEFLATED)


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> Path:
    """Make the package; where it is. Raises NotPackable."""
    parser = argparse.ArgumentParser(prog="python -m manifest.package", description="Make the package for Teams.")
    parser.add_argument("--app-id", default=_app_id(environment), metavar="GUID", help="CONVENE_APP_ID")
    parser.add_argument("--domain", default=_domain(environment), help="the host of CONVENE_PUBLIC_URL")
    parser.add_argument("--developer", default="Convene", metavar="NAME", help="who offers it (at most 32 letters)")
    parser.add_argument("--website", metavar="URL", help="about the app (the domain)")
    parser.add_argument("--privacy", metavar="URL", help="what happens to people's data (the website)")
    parser.add_argument("--terms", metavar="URL", help="terms of use (the website)")
    parser.add_argument("--out", type=Path, default=PACKAGE, metavar="FILE", help=str(PACKAGE))
    given = parser.parse_args(arguments)
    _check(given.app_id, given.domain, given.developer)
    website = given.website or f"https://{given.domain}/"
    deployment = Deployment(
        given.app_id, given.domain, given.developer, website, given.privacy or website, given.terms or website
    )
    pack(filled(deployment), given.out)
    return Path(given.out)


def _check(app_id: str, domain: str, developer: str) -> None:
    wrong = []
    if not app_id:
        wrong.append("The app id is missing: set CONVENE_APP_ID, or pass --app-id.")
    elif not GUID.fullmatch(app_id):
        wrong.append(
            f"The app id {app_id!r} is no GUID. It is the “Application (client) ID” of the app registration in Entra."
        )
    if not domain:
        wrong.append("The domain is missing: set CONVENE_PUBLIC_URL, or pass --domain convene.example.com.")
    elif not DOMAIN.fullmatch(domain):
        wrong.append(f"{domain!r} is no domain: no https://, no path, no port, no wildcard, and not this machine.")
    if not 0 < len(developer) <= 32:
        wrong.append("The developer's name must have 1 to 32 letters.")
    if wrong:
        raise NotPackable("\n".join(wrong))


def _app_id(environment: Mapping[str, str]) -> str:
    """Bot Framework tools know it under the second name."""
    return environment.get("CONVENE_APP_ID") or environment.get("MICROSOFT_APP_ID", "")


def _domain(environment: Mapping[str, str]) -> str:
    return urlsplit(environment.get("CONVENE_PUBLIC_URL", "")).hostname or ""


def _replaced(value: Any, values: Mapping[str, str]) -> Any:
    """The JSON value with every placeholder filled in; whatever is in `values` stays text."""
    if isinstance(value, dict):
        return {key: _replaced(each, values) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, values) for each in value]
    if isinstance(value, str):
        for placeholder, text in values.items():
            value = value.replace(placeholder, text)
    return value


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{main(sys.argv[1:], os.environ)} is ready to be uploaded to Teams.\n")
    except NotPackable as problem:
        sys.exit(f"No package for Teams:\n{problem}")
