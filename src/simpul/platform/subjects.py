"""What an engine may refer to without knowing its domain.

The audit explorer, the timeline and later the inbox, documents and tasks point at a subject by type and id. The
domain that owns the type registers how it is called and which of several ids the caller may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simpul.platform.actor import Actor
from simpul.platform.text import Text

Labels = Callable[[Actor, list[str]], dict[str, str]]


@dataclass(frozen=True)
class SubjectType:
    """A kind of record. `labels` gives the label of each id that the actor may see, in one query; others are absent."""

    key: str
    name: Text
    labels: Labels
    address: str = ""  # the page of one subject, with {id}


class SubjectUnknown(LookupError):
    """No domain has registered this type."""


_types: dict[str, SubjectType] = {}


def register(subject: SubjectType) -> None:
    """Add a type at start; registering the same type again replaces nothing but itself."""
    _types[subject.key] = subject


def known() -> list[SubjectType]:
    """All registered types, by key."""
    return [_types[key] for key in sorted(_types)]


def name(kind: str) -> str:
    """What a type of subject is called; the type itself where no domain has registered it."""
    return str(_types[kind].name) if kind in _types else kind


def labels(actor: Actor, references: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The labels of the references that the actor may see; one query for each type.

    A reference of an unregistered type has no label.
    """
    wanted: dict[str, set[str]] = {}
    for kind, key in references:
        if kind in _types and key:
            wanted.setdefault(kind, set()).add(key)
    return {(kind, key): label for kind, keys in wanted.items() for key, label in _types[kind].labels(actor, sorted(keys)).items()}


def address(kind: str, key: str) -> str:
    """Where the subject's page is; empty when it has none.

    Raises: SubjectUnknown.
    """
    if kind not in _types:
        raise SubjectUnknown(f"No domain has registered the subject {kind}.")
    return _types[kind].address.format(id=key)
