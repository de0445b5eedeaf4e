"""Configuration that travels between installations: sections that domains state, each written whole and brought in through the domain's own services.

What a section would change is found out by doing it: a preview is the import itself, undone. So every guard, every check and every reference
between sections is asked exactly as it will be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db import transaction
from pydantic import TypeAdapter, ValidationError

from simpul.platform.actor import Actor
from simpul.platform.errors import DomainError, Invalid
from simpul.platform.registry import Registry
from simpul.platform.text import Text
from simpul.platform.validation import message_of

_UNKNOWN = Text(id="Bagian {name} tidak dikenal oleh rilis ini.", en="This release knows no section {name}.")


@dataclass(frozen=True)
class Difference:
    """One change, in a sentence in the reader's language. `path` is a JSON pointer into the file; `lowers` marks one after which less is protected."""

    section: str
    path: str
    kind: Literal["added", "changed", "removed"]
    sentence: str
    lowers: bool = False


@dataclass(frozen=True)
class Trouble:
    """Why something in the file cannot be brought in, with its place."""

    section: str
    path: str
    message: str


def _steps(name: str) -> str:
    return f"/{name.replace('.', '/').lstrip('/')}"


@dataclass
class Report:
    """What an import does, and what it cannot do."""

    differences: list[Difference] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    section: str = ""

    def changed(self, path: str, sentence: Text | str, kind: Literal["added", "changed", "removed"] = "changed", *, lowers: bool = False) -> None:
        """Tell a change."""
        self.differences.append(Difference(self.section, f"/{self.section}{path}", kind, str(sentence), lowers))

    @property
    def lowering(self) -> list[Difference]:
        """The changes after which less is protected than before."""
        return [difference for difference in self.differences if difference.lowers]

    def refused(self, path: str, message: Text | str) -> None:
        """Tell why something cannot be."""
        self.troubles.append(Trouble(self.section, f"/{self.section}{path}", str(message)))

    @contextmanager
    def attempt(self, path: str, place: Callable[[str], str] = _steps) -> Iterator[None]:
        """Let a domain's service change something; what it refuses is told with its place, and the rest goes on.

        `place` gives the path in the file, below `path`, of a field as the service names it.
        """
        try:
            with transaction.atomic():
                yield
        except Invalid as refusal:
            for name, message in refusal.fields.items():
                self.refused(f"{path}{place(name)}", message)
            if not refusal.fields:
                self.refused(path, refusal.detail)
        except DomainError as refusal:
            found = refusal.extra.get("problems") or []
            for problem in found:
                self.refused(f"{path}{problem['path']}", str(problem["message"]))
            if not found:
                self.refused(path, refusal.detail)


@dataclass(frozen=True)
class Section:
    """A part of the configuration. `order` says what comes before what names it; `shape` is what its content must look like.

    `read` gives the content in force as JSON, without secrets and without people. `bring` makes the content of a file that of this
    installation; what the file does not name stays.
    """

    key: str
    order: int
    title: Text
    shape: TypeAdapter[Any]
    read: Callable[[], Any]
    bring: Callable[[Actor, Any, Report], None]


_sections: Registry[Section] = Registry(Section, lambda section: section.key)


def sections() -> list[Section]:
    """All sections, those that others name first."""
    return sorted(_sections.values(), key=lambda section: (section.order, section.key))


def written() -> dict[str, Any]:
    """The configuration in force, section by section."""
    return {section.key: section.read() for section in sections()}


def bring(actor: Actor, contents: Mapping[str, Any]) -> Report:
    """Make the contents those of this installation, as far as they can be; whoever calls undoes it when there is trouble."""
    report = Report()
    for name in sorted(set(contents) - set(_sections)):
        report.section = name[:40]
        report.refused("", _UNKNOWN.format(name=name[:40]))
    for section in sections():
        report.section = section.key
        if section.key not in contents:
            continue
        try:
            content = section.shape.validate_python(contents[section.key])
        except ValidationError as refusal:
            for error in refusal.errors()[:100]:
                report.refused("".join(f"/{str(part)[:60]}" for part in error["loc"]), message_of(error))
            continue
        section.bring(actor, content, report)
    return report
