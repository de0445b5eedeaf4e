"""What an engine may refer to without knowing its domain.

The audit explorer, the timeline, the inbox and documents point at a subject by type and id. The domain that owns
the type states how it is called and which of several ids the caller may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simpul.platform.actor import Actor
from simpul.platform.registry import Registry
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
    """No domain has stated this type."""


types: Registry[SubjectType] = Registry(SubjectType, lambda subject: subject.key)


def known() -> list[SubjectType]:
    """All types, by key."""
    return [types[key] for key in sorted(types)]


def name(kind: str) -> str:
    """What a type of subject is called; the type itself where no domain has stated it."""
    return str(types[kind].name) if kind in types else kind


def labels(actor: Actor, references: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The labels of the references that the actor may see; one query for each type.

    A reference of an unknown type has no label.
    """
    wanted: dict[str, set[str]] = {}
    for kind, key in references:
        if kind in types and key:
            wanted.setdefault(kind, set()).add(key)
    return {(kind, key): label for kind, keys in wanted.items() for key, label in types[kind].labels(actor, sorted(keys)).items()}


def address(kind: str, key: str) -> str:
    """Where the subject's page is; empty when it has none.

    Raises: SubjectUnknown.
    """
    if kind not in types:
        raise SubjectUnknown(f"No domain has stated the subject {kind}.")
    return types[kind].address.format(id=key)
