"""What Teams asks of a manifest beside its schema; the schema takes all of this as it comes.

Sources: the manifest schema 1.30 and its descriptions; Teams, "Design your app icon" and "Store validation guidelines".
"""

import re
import struct
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

Manifest = Mapping[str, Any]
Files = Mapping[str, bytes]
"""What lies beside the manifest in its package, by name."""

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)
VERSION = re.compile(r"[1-9]\d*\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
"""Three numbers; the first is not 0, which semver keeps for what is not released."""

ICONS = {"color": 192, "outline": 32}
"""Pixels a side. Source: manifest schema 1.30, `icons`."""
_PNG = b"\x89PNG\r\n\x1a\n"


def problems(manifest: Manifest, files: Files) -> list[str]:
    """What would make Teams refuse the package or break in it, in words; empty where all is well."""
    return [
        *_unfilled(manifest),
        *_identity(manifest),
        *_addresses(manifest),
        *_commands(manifest),
        *_icons(manifest, files),
        *_languages(manifest, files),
    ]


def texts(value: object) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def _unfilled(manifest: Manifest) -> Iterator[str]:
    for name in sorted({name for text in texts(manifest) for name in re.findall(r"\$\{\{(.*?)\}\}", text)}):
        yield f"{name} was not filled in."


def _identity(manifest: Manifest) -> Iterator[str]:
    application = manifest["webApplicationInfo"]["id"]
    bots = [each["botId"] for each in (*manifest["bots"], *manifest["composeExtensions"])]
    for ident in sorted({manifest["id"], application, *bots}):
        if not GUID.fullmatch(ident):
            yield f"The id {ident!r} is no GUID, such as 11111111-2222-4333-8444-555555555555."
    if {*bots} != {application}:
        yield "The bot and the app that people sign in to must be one registration."
    if not manifest["webApplicationInfo"]["resource"].endswith(application):
        yield "The resource for single sign-on must end with the app id."
    if not VERSION.fullmatch(manifest["version"]):
        yield f"The version {manifest['version']!r} must be three numbers from 1.0.0 on."


def _addresses(manifest: Manifest) -> Iterator[str]:
    for domain in manifest["validDomains"]:
        if not DOMAIN.fullmatch(domain):
            yield f"{domain!r} must be one domain of your own: no https://, no path, no port, no wildcard."
    for name, url in manifest["developer"].items():
        if name.endswith("Url") and not (url.startswith("https://") and urlsplit(url).hostname):
            yield f"developer.{name} must be an https:// address, not {url!r}."


def _commands(manifest: Manifest) -> Iterator[str]:
    for bot in manifest["bots"]:
        listed = Counter(scope for each in bot["commandLists"] for scope in each["scopes"])
        for scope, times in listed.items():
            if times > 1 or scope not in bot["scopes"]:
                yield f"The scope {scope} must be the bot's own and have one command list."
        for commands in bot["commandLists"]:
            titles = Counter(command["title"].casefold() for command in commands["commands"])
            for title in (title for title, times in titles.items() if times > 1):
                yield f"{', '.join(commands['scopes'])}: the command {title!r} is listed twice."


def _icons(manifest: Manifest, files: Files) -> Iterator[str]:
    for kind, side in ICONS.items():
        name = manifest["icons"][kind]
        content = files.get(name)
        if content is None or not content.startswith(_PNG):
            yield f"The icon {name} is missing, or no PNG."
        elif (size := struct.unpack(">II", content[16:24])) != (side, side):
            yield f"The icon {name} is {size[0]}×{size[1]} pixels and must be {side}×{side}."


def _languages(manifest: Manifest, files: Files) -> Iterator[str]:
    for language in manifest["localizationInfo"]["additionalLanguages"]:
        if language["file"] not in files:
            yield f"The file {language['file']} with the words in {language['languageTag']} is missing."
