"""Made cases in volume, handled by made colleagues."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simpul.audit.public import Action, record
from simpul.cases.demonstration.making import Making, make
from simpul.config.cli import Refusal
from simpul.iam.public import branches, people_by_username, system_actor, unit_put, user_add
from simpul.platform.db import query, scope

Told = Callable[[str, int, int], None]


def make_cases(*, total: int, seed: int, owner_url: str, progress: Told) -> int:
    """So many cases of the customers that this seed made; an installation that has cases keeps its own and is refused.

    Raises: Refusal.
    """
    actor = system_actor()
    with scope(actor):
        if query("SELECT FROM crm.cases LIMIT 1"):
            raise Refusal("This installation has cases already: make volume in an empty one.")
        workers = _workers(sorted(branches()))
    made = make(Making(total, seed, f"SYNTH-{seed}", workers), owner_url=owner_url, progress=progress)
    with scope(actor):
        record(actor, Action.SYNTHESISE_DATA, object_type="INSTALLATION", object_id=f"cases, seed {seed}", meta={"seed": seed, "counts": {"cases": made}})
    return made


def _workers(codes: list[str]) -> dict[str, list[Any]]:
    """Three agents and a supervisor for each branch, who cannot sign in, and the unit that handles cards for all of them."""
    actor = system_actor()
    wanted = {f"petugas.{code.lower()}.{number}": (code, "AGENT") for code in codes for number in range(1, 4)}
    wanted |= {f"penyelia.{code.lower()}": (code, "SUPERVISOR") for code in codes}
    known = people_by_username(wanted)
    for username, (code, role) in wanted.items():
        if username not in known:
            user_add(
                actor=actor, username=username, full_name=username.replace(".", " ").title(), password=None, password_hash="!", roles=[role], branches=[code]
            )
    unit_put(actor=actor, code="KARTU", name="Unit Kartu", branches=codes[:40])
    found = people_by_username(wanted)
    return {code: [found[name].id for name, (place, role) in wanted.items() if place == code and role == "AGENT"] for code in codes}
