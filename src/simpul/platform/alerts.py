"""The rules that raise alerts, each stated by the domain that owns its data.

Alerts are computed when they are read, so they are never stale. A rule answers for one customer (`find`) and, in SQL,
for many (`among`); a test holds the two together. A rule that overrides (CONSENT_WITHDRAWN) stands before all others,
is never put aside, and targeting reads it as a refusal whatever else is true.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.registry import Registry
from simpul.platform.text import Text

T = TypeVar("T")


class Severity(StrEnum):
    """How much it matters; listed from most to least."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"


class AlertSubject(Protocol):
    """What a rule may read without a query of its own: the customer's row."""

    @property
    def id(self) -> UUID: ...
    @property
    def is_vip(self) -> bool: ...
    @property
    def status(self) -> str: ...
    @property
    def home_branch_code(self) -> str: ...


class Look:
    """One reader who looks at one customer: what several rules need is read once."""

    def __init__(self, actor: Actor, customer: AlertSubject) -> None:
        self.actor, self.customer = actor, customer
        self._read: dict[Callable[..., Any], Any] = {}

    def once(self, read: Callable[[Actor, AlertSubject], T]) -> T:
        """What the function gives for this reader and customer; the first rule that asks reads it."""
        if read not in self._read:
            self._read[read] = read(self.actor, self.customer)
        found: T = self._read[read]
        return found


@dataclass(frozen=True)
class Finding:
    """A rule holds, since an instant where one is known, in words of its own where the reader decides about them.

    Rules that hold for the same `subject` (its type and id) are one alert; it has a `label` where the reader may open it.
    """

    since: datetime | None = None
    title: Text | None = None
    reason: Text | None = None
    subject: tuple[str, str] | None = None
    label: str | None = None


@dataclass(frozen=True)
class Rule:
    """One kind of alert.

    `among` is SQL of the owning domain: SELECT customer_id, since for those of `%(ids)s` (uuid[]) for whom the rule
    holds; `values` gives what else it takes. `needs` names the data it reads, for the people who read the registry. A rule whose data does not
    exist yet says what is `missing`, and is off.
    """

    code: str
    severity: Severity
    title: Text
    reason: Text
    needs: tuple[str, ...]
    find: Callable[[Look], Finding | None]
    among: str
    overrides: bool = False
    values: Callable[[Actor | None], Mapping[str, Any]] = lambda actor: {}
    missing: Text | None = None

    @property
    def may_be_acknowledged(self) -> bool:
        """Whether a user may put it aside for themself."""
        return not self.overrides

    @property
    def rank(self) -> tuple[int, int, str]:
        """Overriding rules first, then by severity, then by code."""
        return (0 if self.overrides else 1, list(Severity).index(self.severity), self.code)


_rules: Registry[Rule] = Registry(Rule, lambda rule: rule.code)


def rules() -> list[Rule]:
    """The rules that are on, the weightiest first."""
    return sorted((rule for rule in _rules.values() if rule.missing is None), key=lambda rule: rule.rank)


def rule_of(code: str) -> Rule | None:
    """The rule of this code, if a domain states it."""
    return _rules.get(code)
