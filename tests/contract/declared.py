"""What a domain declares of itself in `tests/<domain>/contract.py`, and how the declarations are found.

The door of that file, or package, is `CONTRACT`. Rows for a migration to go over stand beside it in
`tests/<domain>/sample_rows.sql`, which `tools/migrations.py` runs in the order of the layers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.contract.matrix import Recipe
from tools.repository import ROOT, domains

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.harness.site import Site

TESTS = ROOT / "tests"
# Makes, or finds, a record that pages show and gives its id; the second argument gives that of another record by name.
Maker = Callable[["Site", Callable[[str], str]], str]
# The groups of the navigation, in their order.
GROUPS = ("work", "insight", "control", "configuration")


@dataclass(frozen=True)
class Look:
    """A page in a state: who opens which address, and what is done until it shows what it should.

    A name in braces in the address is that of a record; `after` names one that fills the page. `answers` are the refusals that
    belong to it. `within` limits axe to what opened over a page that has a look of its own. A page is opened once and then shown
    on the phone; with `opened_anew` it is opened there once more, because it leaves this state when the screen changes.
    """

    role: str | None
    path: str
    then: Callable[[Page], None]
    answers: tuple[int, ...] = ()
    within: str = ""
    after: str = ""
    opened_anew: bool = False


@dataclass(frozen=True)
class Link:
    """A place in the navigation: who is offered it, and whose first page it is.

    It stands in its group in the order of `place`; without a group it is in the phone's bar only. `short` is its name there.
    """

    name: str
    path: str
    place: int
    roles: Sequence[str]
    group: str = ""
    short: str = ""
    heading: str = ""
    home_of: Sequence[str] = ()


@dataclass(frozen=True)
class Tab:
    """A tab of the customer's record, in the order of `place`; a number may stand behind a counted one's name.

    Whoever works with customers sees it, or only the `roles` that it names.
    """

    name: str
    place: int
    counted: bool = False
    roles: Sequence[str] = ()


@dataclass(frozen=True)
class Contract:
    """What the contract tests and the browser tests know of one domain.

    `recipes` says how each operation is called. `open_tables` and `borrowed_rights` are what was looked at and allowed: tables
    without row policies, and functions that run with their owner's rights, with that owner, each with the reason. `system_views` are
    views that read past row policies and answer the product's own jobs alone. `pages` are
    the states that the every-page test looks at, and `records` what their addresses name.
    """

    recipes: Mapping[str, Recipe] = field(default_factory=dict)
    open_tables: Mapping[str, str] = field(default_factory=dict)
    borrowed_rights: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    system_views: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Look] = field(default_factory=dict)
    records: Mapping[str, Maker] = field(default_factory=dict)
    links: Sequence[Link] = ()
    tabs: Sequence[Tab] = ()


class Misdeclared(Exception):
    """Two domains declare one thing, or a declaration is where nobody looks for it."""


def expected_file(domain: str, *, tests: Path = TESTS) -> str:
    """Where what a domain declares is expected."""
    name = "contract/" if (tests / domain / "contract").is_dir() else "contract.py"
    return f"tests/{domain}/{name}"


def found(*, tests: Path = TESTS, package: str = "tests", order: Sequence[str] = ()) -> dict[str, Contract]:
    """Every domain's contract, from the lowest layer to the highest.

    Raises: Misdeclared.
    """
    order = order or domains()
    present = {path.parent.name for path in tests.glob("*/contract.py")} | {path.parent.parent.name for path in tests.glob("*/contract/__init__.py")}
    if strays := sorted(present - set(order)):
        raise Misdeclared(f"{expected_file(strays[0], tests=tests)} is of no domain: a contract stands in tests/<domain>, named as below src/simpul.")
    contracts = {}
    for domain in order:
        if domain in present:
            contract = getattr(import_module(f"{package}.{domain}.contract"), "CONTRACT", None)
            if not isinstance(contract, Contract):
                raise Misdeclared(f"{expected_file(domain, tests=tests)} has no CONTRACT = Contract(...).")
            contracts[domain] = contract
    return contracts


@cache
def contracts() -> dict[str, Contract]:
    """The contracts of this repository, by domain."""
    return found()


def gathered(part: str, among: Mapping[str, Contract] | None = None) -> dict[str, Any]:
    """One part of every contract: its entries by key.

    Raises: Misdeclared when two domains declare one key.
    """
    together: dict[str, Any] = {}
    owners: dict[str, str] = {}
    for domain, key, value in entries(part, among):
        if key in owners:
            raise Misdeclared(f"{key} stands in {expected_file(owners[key])} and in {expected_file(domain)} ({part}).")
        owners[key], together[key] = domain, value
    return together


def entries(part: str, among: Mapping[str, Contract] | None = None) -> Iterator[tuple[str, str, Any]]:
    """The entries of one part with their domain and key; places in the navigation go by their address, tabs by their name."""
    for domain, contract in (contracts() if among is None else among).items():
        declared = getattr(contract, part)
        if isinstance(declared, Mapping):
            yield from ((domain, key, value) for key, value in declared.items())
        else:
            yield from ((domain, one.path if isinstance(one, Link) else one.name, one) for one in declared)


def misplaced(part: str, belongs: Callable[[str], str], wanted: set[str], among: Mapping[str, Contract] | None = None) -> list[str]:
    """What lacks its entry, what has one for nothing, and what stands in another domain's file: each with the file it belongs to."""
    gathered(part, among)
    declared = {key: domain for domain, key, _ in entries(part, among)}
    return sorted(
        [
            *(f"{key} is missing: expected in {part} of {expected_file(belongs(key))}" for key in wanted - set(declared)),
            *(f"{key} is not there any more: remove it from {part} of {expected_file(declared[key])}" for key in set(declared) - wanted),
            *(
                f"{key} stands in {expected_file(declared[key])}: it belongs to {part} of {expected_file(belongs(key))}"
                for key in wanted & set(declared)
                if belongs(key) != declared[key]
            ),
        ]
    )


def recipes() -> dict[str, Recipe]:
    """How each operation is called, by its id."""
    return gathered("recipes")
