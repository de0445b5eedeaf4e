"""The terms of the authorization matrix: recipes, subjects, and how far the shipped table reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simpul.iam.grants import resources
from simpul.platform.actor import Reach


@dataclass(frozen=True)
class Recipe:
    """How an operation is called.

    `subject` says that it concerns one customer, and `seen` who may know of it; `rule` decides beyond the grant. With `files`
    the body goes as a form. `query` may depend on the subject.
    """

    path: Callable[[Any], dict[str, Any]] = lambda world: {}
    query: str | Callable[[Any], str] = ""
    body: Callable[[Any], Any] = lambda world: None
    subject: bool = False
    files: Callable[[Any], dict[str, Any]] = lambda world: {}
    rule: Callable[[str | None, str], int] = lambda role, subject: 200
    seen: Callable[[str | None, str], bool] = lambda role, subject: visible(role, subject)

    def asked(self, world: Any) -> str:
        """The query of a call."""
        return self.query if isinstance(self.query, str) else self.query(world)


# Whose records a unit's people see only where these lie with their unit; the records that recipes make lie with none.
BEYOND_UNITS: set[Callable[[str | None, str], bool]] = set()


def beyond_units(seen: Callable[[str | None, str], bool]) -> Callable[[str | None, str], bool]:
    """Say so of what a recipe calls `seen`."""
    BEYOND_UNITS.add(seen)
    return seen


@dataclass
class World:
    """The subjects of one call."""

    customer_id: Any
    ids: dict[str, Any] = field(default_factory=dict)


def reach(role: str | None, resource: str, act: str) -> Reach:
    """How far the shipped table lets a role go."""
    cell = resources()[resource].grants.get(role or "", "") if resource in resources() else ""
    parts = [part.split(" ") for part in cell.split("; ") if part and act in part.split(" ")[0] and f"{act}?" not in part]
    return max((Reach[part[1]] for part in parts), default=Reach.NONE)


def covers(role: str | None, resource: str, act: str, subject: str) -> bool:
    """Whether the reach includes the subject: MDN's own portfolio, MDN itself, another branch."""
    needed = {"portfolio": Reach.PORTFOLIO if role == "RM" else Reach.BRANCH, "branch": Reach.BRANCH, "other": Reach.ALL}[subject]
    return reach(role, resource, act) >= needed


def visible(role: str | None, subject: str) -> bool:
    return covers(role, "customer", "R", subject)
