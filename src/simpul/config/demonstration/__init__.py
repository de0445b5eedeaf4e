"""The demonstration: an invented bank with five branches in North Sumatra, full from the first start.

Nothing in it is a real record. It is made by one seed, relative to today, and goes in through the same loaders as
every import.
"""

from __future__ import annotations

from typing import Any, Protocol

SEED = 2026
CUSTOMERS = 5_000
TRANSACTIONS = 215_000
DAYS = 365
SYSTEM = "DEMO"


class Progress(Protocol):
    def __call__(self, label: str, done: int = 0, total: int = 0) -> None: ...


def load(progress: Progress, owner_url: str) -> None:
    """Fill an empty installation; what is there already is left alone, so that a broken start can be repeated.

    `owner_url` is the address of a login that may become the tables' owner; domains may take it for what they add.
    """
    from simpul.audit.public import Action, record
    from simpul.config.demonstration.access import allow_export, except_small_branch, use_emergency_access
    from simpul.config.demonstration.calendars import decide_holidays
    from simpul.config.demonstration.organisation import CAST, colleagues, managers, put_organisation
    from simpul.config.demonstration.places import PLACES
    from simpul.config.demonstration.population import FIELDS, Plan, Population
    from simpul.config.demonstration.stories import stories
    from simpul.iam.public import system_actor
    from simpul.imports.public import feed
    from simpul.platform.clock import today
    from simpul.platform.db import scope
    from simpul.platform.demonstrating import Stage, demonstrations

    everybody = colleagues()
    progress("Branches and users", 0, len(everybody))
    put_organisation(everybody)
    progress("Branches and users", len(everybody), len(everybody))
    decide_holidays(next(one.username for one in CAST if one.role == "ADMIN"))
    plan = Plan(SEED, CUSTOMERS, TRANSACTIONS, PLACES, managers(everybody), today(), days=DAYS, at_once=2_500, first=stories(today(), DAYS, SEED))

    def told(target: str, done: int) -> None:
        if target in ("customers", "transactions"):
            progress(f"Made {target}", done, max(done, CUSTOMERS if target == "customers" else TRANSACTIONS))

    counts = feed(actor=system_actor(), source_system=SYSTEM, fields=FIELDS, items=Population(plan).items(), progress=told)
    actor = system_actor()
    with scope(actor):
        meta = {"what": "demonstration", "seed": SEED, "counts": {target: dict(count) for target, count in counts.items()}}
        record(actor, Action.SYNTHESISE_DATA, object_type="INSTALLATION", object_id="demonstration", meta=meta)
    allow_export()
    except_small_branch()
    use_emergency_access()
    stage = Stage(SEED, everybody, owner_url)
    for each in sorted(demonstrations.values(), key=lambda each: each.comes_last):
        progress(each.title, 0, each.total)
        progress(each.title, each.play(stage), each.total)


def logins() -> list[dict[str, Any]]:
    """Who can be played, with their passwords: one for each role, and a second supervisor, compliance officer and administrator."""
    from simpul.config.demonstration.organisation import CAST, PASSWORD

    return [{"role": one.role, "username": one.username, "password": PASSWORD, "branches": list(one.branches), "full_name": one.full_name} for one in CAST]


def synthesise(
    *, customers: int, transactions: int, cases: int = 0, timeline: int = 0, seed: int = 1, owner_url: str = "", progress: Progress | None = None
) -> dict[str, int]:
    """Make customers, transactions and cases in volume, and say how many rows of each target there are now.

    `owner_url` is the address of a login that may become the tables' owner; cases take it.

    Raises: Refusal for what cannot be made.
    """
    from simpul.config.demonstration.case_volume import make_cases
    from simpul.config.demonstration.volume import Volume, synthesise_volume

    counts = synthesise_volume(Volume(customers, transactions, timeline, seed), progress or _silent)
    return counts | {"cases": make_cases(total=cases, seed=seed, owner_url=owner_url, progress=progress or _silent)} if cases else counts


def _silent(label: str, done: int = 0, total: int = 0) -> None:
    """Nobody watches."""
