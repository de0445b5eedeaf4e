"""`make new-domain NAME=visits`: both halves of a domain, copied from the living domain of tasks, to be grown from there.

What is copied is what runs: back end, pages and tests of tasks, with the names replaced. Passages between the comments
`scaffold: leave out` and `scaffold: end` are of tasks alone and stay behind, and so does a file that begins such a passage and never
ends it. The name must have its place in the layers contract: that is a decision to take first. Everything is written to a folder
aside, and moved when it is whole: a refusal leaves nothing.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.repository import ROOT, SOURCES, domains, layers, relative, start_django

SAMPLE = "tasks"
# Where a domain lives: its back end, its pages, its tests.
PLACES = (SOURCES, ROOT / "web" / "src" / "features", ROOT / "tests")
NAMES = SOURCES / "config" / "domains.py"
FEATURES = ROOT / "web" / "src" / "features"
_BEGIN, _END = re.compile(r"scaffold: leave out\b"), re.compile(r"scaffold: end\b")
# Where the domain is meant and not its records.
_OF_DOMAIN = re.compile(
    r'(?<=simpul\.)tasks\b|(?<=simpul/)tasks\b|(?<=tests\.)tasks\b|(?<=tests/)tasks\b|(?<=features/)tasks\b|(?<=Domain\(")tasks\b|(?<=\[\(")tasks(?=", "0)'
)
_WIDER = {"Tugas dan pengingat": "Tugas", "Tasks and reminders": "Tasks"}
# The new modules are not there yet when their imports are put into order.
_OURS = 'lint.isort.known-first-party=["simpul", "tests", "tools"]'
_ORDER, _KEYS = re.compile(r"(?<=order: )35\b|(?<=\"/tasks\", )35\b"), "keys: 'g d'"


class Refusal(Exception):
    """The domain cannot be made like this; the message says what to do first."""


@dataclass(frozen=True)
class Plan:
    """The names that a new domain is made of, and its place in the navigation."""

    domain: str
    entity: str
    label_id: str
    label_en: str
    order: int
    key: str

    @property
    def plural(self) -> str:
        """What several records are called."""
        return self.entity if self.entity.endswith("s") and self.entity == self.domain else f"{self.entity}s"

    def renamed(self, text: str) -> str:
        """The text with the names of this domain."""
        for wide, plain in _WIDER.items():
            text = text.replace(wide, plain)
        text = _ORDER.sub(str(self.order), text).replace(_KEYS, f"keys: 'g {self.key}'")
        text = _OF_DOMAIN.sub(self.domain, text)
        many = f"{self.label_en}s"
        # Words of the interface first: in quotation marks they may be of several words.
        text = re.sub(r"\bTugas\b", self.label_id, text)
        text = re.sub(r"\btugas\b", self.label_id.lower(), text)
        if self.entity[0] in "aeiou":
            text = re.sub(r"\b([Aa]) task\b", r"\1n task", text)
        text = re.sub(r"(?<=')Tasks\b(?=[ '])|(?<=en=\")Tasks\b", many, text)
        for old, new in (("tasks", self.plural), ("task", self.entity)):
            text = text.replace(old.upper(), new.upper()).replace(old.capitalize(), new.capitalize()).replace(old, new)
        return text


def plan(domain: str, entity: str = "", label_id: str = "", label_en: str = "") -> Plan:
    """Check the names against the layers and the grant table.

    Raises: Refusal.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]{2,30}", domain):
        raise Refusal("A domain's name is one word in small letters.")
    if domain in domains():
        raise Refusal(f"{domain} exists.")
    order = [name for row in reversed(layers()) for name in row]
    if domain not in order:
        raise Refusal(f"{domain} has no place: decide what it may import and add it to the layers contract in pyproject.toml.")
    if order.index(domain) < order.index("customers"):
        raise Refusal(f"{domain} lies below customers, whom the records of a domain like {SAMPLE} are about.")
    entity = entity or domain.removesuffix("s")
    if not re.fullmatch(r"[a-z]{3,20}", entity):
        raise Refusal("A record's name (ENTITY=) is one word in small letters.")
    start_django()
    from simpul.iam.grants import resources

    if entity in resources():
        raise Refusal(f"The resource {entity!r} is known to the grant table, with grants of its own: name a record of another name by ENTITY=.")
    label = entity.capitalize()
    made = Plan(domain, entity, (label_id or label).capitalize(), (label_en or label).capitalize(), _free_order(), _free_key())
    taken = [relative(home / domain) for home in PLACES if (home / domain).exists()]
    if taken:
        raise Refusal(f"{taken[0]} is there already.")
    if f"path: '/{made.plural}'" in "".join(path.read_text() for path in FEATURES.glob("*/feature.ts")):
        raise Refusal(f"The address /{made.plural} belongs to another page.")
    return made


def _free_order() -> int:
    taken = {int(number) for path in FEATURES.glob("*/feature.ts") for number in re.findall(r"order: (\d+)", path.read_text())}
    return next(number for number in range(36, 1_000) if number not in taken)


def _free_key() -> str:
    """Raises: Refusal."""
    taken = set(re.findall(r"keys: 'g (\w)'", "".join(path.read_text() for path in FEATURES.glob("*/feature.ts"))))
    free = [key for key in "abcdefghijklmnopqrstuvwxyz123456789" if key not in taken]
    if not free:
        raise Refusal("Every key after G leads to a page already: give one of them up first.")
    return free[0]


def copied(wanted: Plan) -> Iterator[tuple[Path, str]]:
    """Each file of the new domain, with its text.

    Raises: Refusal.
    """
    for home in PLACES:
        for source in sorted((home / SAMPLE).rglob("*")):
            if not source.is_file() or "__pycache__" in source.parts:
                continue
            text = _kept(source)
            if text is not None:
                inside = wanted.renamed(source.relative_to(home / SAMPLE).as_posix())
                yield home / wanted.domain / inside, wanted.renamed(text)


def _kept(source: Path) -> str | None:
    """The text without the passages that are of tasks alone; nothing where all of it is.

    Raises: Refusal.
    """
    kept, inside = [], False
    for line in source.read_text().splitlines(keepends=True):
        if _BEGIN.search(line) or _END.search(line):
            if inside is bool(_BEGIN.search(line)):
                raise Refusal(f"{relative(source)}: `scaffold: leave out` and `scaffold: end` do not come in pairs.")
            inside = not inside
        elif not inside:
            kept.append(line)
    return None if inside else "".join(kept)


def make(wanted: Plan) -> list[Path]:
    """Write the domain and name it, or nothing at all; the files that are new or changed.

    Raises: Refusal.
    """
    names = _named(wanted)
    aside = Path(tempfile.mkdtemp(prefix=".new-domain-", dir=ROOT))
    moved: list[Path] = []
    try:
        written = []
        for target, text in copied(wanted):
            place = aside / target.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(_tidied(target, text) if target.suffix == ".py" else text)
            written.append(target)
        (aside / "names").write_text(names)
        for home in (place / wanted.domain for place in PLACES):
            os.rename(aside / home.relative_to(ROOT), home)
            moved.append(home)
        os.replace(aside / "names", NAMES)
    except BaseException:
        for home in moved:
            shutil.rmtree(home)
        raise
    finally:
        shutil.rmtree(aside)
    return [*written, NAMES]


def _tidied(target: Path, text: str) -> str:
    """As the house writes it: imports of what was left out go, and lines break where they should."""
    for command in (["check", "--quiet", "--fix-only", "--unsafe-fixes", "--select", "F401,I", "--config", _OURS], ["format", "--quiet"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--stdin-filename", str(target), "-"], cwd=ROOT, input=text, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise Refusal(f"{relative(target)} cannot be written: {done.stderr.strip()}")
        text = done.stdout
    return text


def _named(wanted: Plan) -> str:
    """The list of the domains with the new name, where its layer is.

    Raises: Refusal.
    """
    order = [name for row in reversed(layers()) for name in row]

    def listed(match: re.Match[str]) -> str:
        names = re.findall(r'"(\w+)"', match[0])
        place = next((index for index, name in enumerate(names) if order.index(name) > order.index(wanted.domain)), len(names))
        names.insert(place, wanted.domain)
        return "NAMES = (\n" + "".join(f'    "{name}",\n' for name in names) + ")"

    text, count = re.subn(r"^NAMES = \([^)]*\)", listed, NAMES.read_text(), count=1, flags=re.MULTILINE)
    if not count:
        raise Refusal(f"{relative(NAMES)} has no place for the new domain; its shape has changed, and tools/new_domain.py must follow.")
    return text


def main() -> int:
    """Make it and say what comes next."""
    parser = argparse.ArgumentParser(prog="make new-domain", description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--entity", default="", help="what one record is called (default: the name without its s)")
    parser.add_argument("--id", default="", help="its name on the page in Indonesian")
    parser.add_argument("--en", default="", help="its name on the page in English")
    arguments = parser.parse_args()
    try:
        wanted = plan(arguments.name, arguments.entity, arguments.id, arguments.en)
        for path in make(wanted):
            print(f"wrote {relative(path)}")
    except Refusal as refusal:
        print(f"new-domain: {refusal}", file=sys.stderr)
        return 1
    print(
        f"It is a copy of {SAMPLE} under other names, at /{wanted.plural}. Next: make generate, ./simpul test tests/{wanted.domain}, make check;"
        f" then what is its own: src/simpul/{wanted.domain}, web/src/features/{wanted.domain}, tests/{wanted.domain}."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
