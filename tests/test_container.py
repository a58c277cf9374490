"""The image is built from what it needs, by steps that work, and keeps to the one folder that is its own.

No container engine runs here: a linter reads the Dockerfile, and its steps run in folders and environments of a
temporary root in place of the image's.
"""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import TypedDict

import pytest
from dockerfile_parse import DockerfileParser

ROOT = Path(__file__).resolve().parents[1]
DOCKERFILE = ROOT / "Dockerfile"
WRITABLE = PurePosixPath("/data")


class User(TypedDict, total=False):
    """As `subprocess` takes it."""

    user: int
    group: int
    extra_groups: list[int]


def stages() -> list[list[tuple[str, str]]]:
    """Instructions and their values, stage by stage."""
    with DOCKERFILE.open("rb") as file:
        listed = [(each["instruction"], each["value"]) for each in DockerfileParser(fileobj=file).structure]
    starts = [number for number, (word, _) in enumerate(listed) if word == "FROM"]
    return [listed[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


def values(stage: Sequence[tuple[str, str]], word: str) -> list[str]:
    """What an instruction is given in a stage, each time."""
    return [value for each, value in stage if each == word]


def environment_of(stage: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The variables that the stage sets."""
    return dict(re.findall(r"(\w+)=(\S+)", " ".join(values(stage, "ENV"))))


def test_a_linter_has_nothing_to_say() -> None:
    """hadolint knows what goes wrong with images, and reads the shell in them too."""
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([linter, DOCKERFILE], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_it_runs_as_nobody_in_particular() -> None:
    """A numeric user, so that an orchestrator can see that it is not root; the last word on it."""
    [user] = values(stages()[-1], "USER")
    assert all(int(part) >= 10_000 for part in user.split(":"))
    after = [word for word, _ in stages()[-1]][[word for word, _ in stages()[-1]].index("USER") :]
    assert not {"RUN", "COPY", "ADD"} & set(after)


def test_the_base_is_pinned_and_the_same_in_both_stages() -> None:
    """What is built against one Python runs on that one."""
    bases = {value.partition(" AS ")[0] for stage in stages() for value in values(stage, "FROM")}
    assert bases == {"python:${PYTHON}-slim-trixie"}
    assert re.search(r"^ARG PYTHON=3\.\d+", DOCKERFILE.read_text(), re.MULTILINE)


def test_its_data_is_a_volume_and_its_health_is_watched() -> None:
    """The folder for data is what the settings say, and outlives the container."""
    last = stages()[-1]
    assert values(last, "VOLUME") == [str(WRITABLE)] == [environment_of(last)["CONVENE_DATA_DIR"]]
    assert values(last, "EXPOSE") == [environment_of(last)["CONVENE_PORT"]]
    assert [value.partition("CMD ")[2] for value in values(last, "HEALTHCHECK")] == ['["convene", "health"]']


# What it is built from


def in_context(path: str) -> bool:
    """Whether a file of the project is sent to be built from, by .dockerignore; the last pattern that fits decides."""
    kept = True
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        kept = line.startswith("!") if _fits(path, line.removeprefix("!")) else kept
    return kept


def _fits(path: str, pattern: str) -> bool:
    """Docker's rule: a pattern fits a path or a folder above it, from the root on unless it begins with `**/`."""
    parts = path.split("/")
    heads = ["/".join(parts[:number]) for number in range(1, len(parts) + 1)]
    if (tail := pattern.removeprefix("**/")) != pattern:
        return any(fnmatch(part, tail) for part in parts)
    return any(head.count("/") == pattern.count("/") and fnmatch(head, pattern) for head in heads)


def test_no_secret_and_no_rubbish_is_sent_along() -> None:
    """Neither the repository, nor environments, local data, tests or anybody's settings reach the builder."""
    unwanted = (
        *(".git/config", ".env", "convene.env", ".venv/bin/python", ".convene/convene.sqlite", "build/convene.zip"),
        *("tests/conftest.py", "bot/web/node_modules/adaptivecards/package.json", "bot/__pycache__/app.pyc"),
    )
    assert [path for path in unwanted if in_context(path)] == []
    wanted = ("pyproject.toml", "constraints.txt", "bot/app.py", "dialogs/words/en.ftl", "graph/emulator/server.py")
    assert [path for path in wanted if not in_context(path)] == []


# Its steps


@dataclass(frozen=True)
class Image:
    """A root folder in place of an image's, and the Python that its base would bring."""

    root: Path
    base: Path

    @property
    def user(self) -> User:
        """Whom the image runs as."""
        uid, gid = (int(part) for part in values(stages()[-1], "USER")[0].split(":"))
        return {"user": uid, "group": gid, "extra_groups": []} if others_may_use(Path(sys.base_prefix)) else {}

    def here(self, words: str) -> str:
        """The image's own paths, moved below the root."""
        return re.sub(r"(?<![\w.:/])/(opt/convene|src|data)\b", lambda path: f"{self.root}{path[0]}", words)

    def run(self, command: str, workdir: str) -> None:
        """One RUN."""
        environment = {"PATH": f"{self.base / 'bin'}{os.pathsep}{os.environ['PATH']}", **_registry()}
        shell = ["bash", "-e", "-c", self.here(command)]
        done = subprocess.run(
            shell, cwd=self.here(workdir), env=environment, capture_output=True, text=True, timeout=240, check=False
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"

    def copy(self, words: str, workdir: str) -> None:
        """One COPY from the context."""
        *sources, to = words.split()
        target = Path(self.here(workdir)) / to
        for source in sources:
            for path in sorted((ROOT / source).rglob("*")) if (ROOT / source).is_dir() else [ROOT / source]:
                named = path.relative_to(ROOT).as_posix()
                if path.is_file() and in_context(named):
                    inside = path.relative_to(ROOT / source) if (ROOT / source).is_dir() else path.name
                    (target / inside).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, target / inside)


def _registry() -> dict[str, str]:
    """Where pip is told to look on this machine, and nothing else of its environment."""
    return {name: value for name, value in os.environ.items() if name.startswith("PIP_") or name == "HOME"}


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    """The image's file system after its last step."""
    if os.geteuid() != 0:
        pytest.skip("the image's steps hand a folder to another user, which root alone can")
    with tempfile.TemporaryDirectory(prefix="convene-image-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        base = root / "base"
        venv.create(base, with_pip=True)
        built = Image(root, base)
        if not os.environ.get("CI") and not _reachable(base):
            pytest.skip("the package registry cannot be reached")
        for stage in stages():
            workdir = "/src"
            for word, value in stage:
                if word == "WORKDIR":
                    workdir = value
                    Path(built.here(workdir)).mkdir(parents=True, exist_ok=True)
                elif word == "COPY" and not value.startswith("--from="):
                    built.copy(value, workdir)
                elif word == "RUN":
                    built.run(value, workdir)
        yield built


def _reachable(base: Path) -> bool:
    command = [
        str(base / "bin" / "python"),
        "-m",
        "pip",
        "download",
        "--no-deps",
        "--quiet",
        "--dest",
        str(base),
        "six",
    ]
    return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0


def others_may_use(folder: Path) -> bool:
    """Whether a user who is not root gets there: this machine's Python may be root's own."""
    return all(each.stat().st_mode & stat.S_IXOTH for each in (folder, *folder.parents))


def started(image: Image, command: Sequence[str], **more: str) -> subprocess.CompletedProcess[str]:
    """A command in the finished image, with its environment; as its user, where this machine's Python lets it."""
    environment = {name: image.here(value) for name, value in environment_of(stages()[-1]).items()} | more
    environment["PATH"] = f"{image.root}/opt/convene/bin:/usr/bin:/bin"
    return subprocess.run(
        command,
        cwd=image.here("/data"),
        env=environment,
        **image.user,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        input="lunch with Ana tomorrow at noon\n",
    )


def test_what_is_installed_is_whole(image: Image) -> None:
    """Code and data files are there without the source tree: a sentence is understood."""
    done = started(image, ["convene", "understand", "--now", "2026-11-23T09:00"])
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["intent"] == "schedule_meeting"


def test_the_doctor_can_be_asked_in_it(image: Image) -> None:
    """Its user may write to its folder for data, and nothing of the report needs anything that is not installed."""
    done = started(image, ["convene", "doctor", "--json"], CONVENE_PORT="0")
    checks = {each["check"]: each["status"] for each in json.loads(done.stdout)["findings"]}
    assert (checks["storage"], checks["port"], done.stderr) == ("ok", "ok", "")


def test_nothing_that_builds_is_left(image: Image) -> None:
    """Neither pip nor setuptools nor a cache of theirs, in the environment or in the base."""
    packages = [path.name for path in (image.root / "opt" / "convene").glob("lib/python*/site-packages/*")]
    assert not {"pip", "setuptools", "wheel"} & set(packages)
    assert {"bot", "dialogs", "graph", "aiohttp"} <= set(packages)
    assert not list(image.base.glob("lib/python*/site-packages/pip"))


def test_its_user_owns_its_data_and_nothing_else(image: Image) -> None:
    """What runs cannot be changed by who runs it."""
    owned = [path for path in (image.root / "opt").rglob("*") if path.lstat().st_uid == 10001]
    assert owned == []
    data = (image.root / "data").stat()
    assert (data.st_uid, data.st_gid, stat.S_IMODE(data.st_mode)) == (10001, 10001, 0o700)
