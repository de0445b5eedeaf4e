"""What a domain states about itself, once: its manifest, `simpul/<domain>/domain.py`.

The light facts of a manifest need no models and are read while the settings load. `parts` is called once, when all
applications are ready; so its function may import whatever the domain has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings

from simpul.platform.actor import Reach
from simpul.platform.acts import AuditAct
from simpul.platform.registry import KeyTaken, fill
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router


@dataclass(frozen=True)
class Resource:
    """Something that grants are about. `actions` are offered, `least` is the narrowest reach that means anything.

    `grants` is what each role may do with it when it arrives in an installation: "actions REACH", several separated by `;`, each with
    an optional limit in brackets; `X?` is an action that must be switched on for each user by name. `limits` words the limits
    that no other resource words.
    """

    name: Text
    group: str
    actions: str
    least: Reach = Reach.OWN
    grants: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Parts:
    """What a domain brings when all applications are ready.

    `entries` go to the engines that keep objects of their types; `at_start` are functions to call then, for what no engine keeps.
    """

    entries: Sequence[object] = ()
    at_start: Sequence[Callable[[], None]] = ()


@dataclass(frozen=True, eq=False)
class Domain:
    """One domain: its name, the schema of its tables, what grants are about, what it records, its parts and its operations.

    `objects` names what the trail records acts on and no subject type names already.
    `routers` gives the operations with the heading that each stands under. Only who answers requests calls it, since building
    the shapes of requests and answers takes longer than all the rest of a start.
    """

    name: str
    schema: str = "crm"
    resources: Mapping[str, Resource] = field(default_factory=dict)
    acts: type[AuditAct] | None = None
    objects: Mapping[str, Text] = field(default_factory=dict)
    parts: Callable[[], Parts] = Parts
    routers: Callable[[], Sequence[tuple[str, Router]]] = tuple


_parts: dict[str, Parts] = {}


def domains() -> tuple[Domain, ...]:
    """The domains of this installation, from low to high."""
    stated: tuple[Domain, ...] = settings.DOMAINS
    return stated


def start() -> None:
    """Hand the parts of every domain to the engines, from low to high; called once, when all applications are ready.

    Raises: NobodyKeeps, KeyTaken.
    """
    _refuse_twice("resource", [key for domain in domains() for key in domain.resources])
    _refuse_twice("object", [key for domain in domains() for key in domain.objects])
    _refuse_twice("act", [act.value for domain in domains() if domain.acts is not None for act in domain.acts])
    for domain in domains():
        _parts[domain.name] = domain.parts()
    fill(entry for parts in _parts.values() for entry in parts.entries)
    for parts in _parts.values():
        for begin in parts.at_start:
            begin()


def _refuse_twice(what: str, keys: Sequence[str]) -> None:
    """Raises: KeyTaken."""
    if taken := {key for key in keys if keys.count(key) > 1}:
        raise KeyTaken(f"Two domains state the {what} {min(taken)}.")


def routers() -> Iterable[tuple[str, Router]]:
    """The operations of every domain with their headings, in the order of the layers."""
    return [router for domain in domains() for router in domain.routers()]


def _platform() -> Parts:
    from simpul.platform import notifier
    from simpul.platform.db import forcing

    return Parts(entries=[notifier.NEWS], at_start=[forcing.connect])


DOMAIN = Domain("platform", schema="jobs", parts=_platform)
