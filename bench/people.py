"""Who measures: a steward who reaches everybody, an agent of three branches, an agent of a unit of forty, an RM with a portfolio."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

PASSWORD = "ukur-yang-benar-2026"


@dataclass(frozen=True)
class Measurer:
    """A user of one width of scope."""

    label: str
    username: str
    id: UUID


def measurers() -> list[Measurer]:
    """The four users, made when they are missing; Django must be set up."""
    from django.contrib.auth.hashers import make_password

    from simpul.iam.public import branches, system_actor, unit_put, user_add
    from simpul.platform.db import execute, query, scope

    actor = system_actor()
    with scope(actor):
        codes = sorted(branches())
        hashed = make_password(PASSWORD)
        known = {
            row["username"]: row["id"]
            for row in query("SELECT username::text AS username, user_id AS id FROM iam.users WHERE starts_with(username::text, 'bench.')")
        }
        if "bench.unit" not in known:
            unit_put(actor=actor, code="BENCH", name="Bench", branches=codes[:40])
        wanted = {
            "bench.all": ("DATA_STEWARD", [], []),
            "bench.branch": ("AGENT", codes[:3], []),
            "bench.unit": ("AGENT", [], ["BENCH"]),
            "bench.rm": ("RM", codes[:1], []),
        }
        for username, (role, places, units) in wanted.items():
            if username not in known:
                known[username] = user_add(
                    actor=actor, username=username, full_name=username, password=None, password_hash=hashed, roles=[role], branches=places, units=units
                )
        rm = known["bench.rm"]
        if not query("SELECT FROM crm.customers WHERE rm_user_id = %s LIMIT 1", (rm,)):
            taken = query(
                "SELECT customer_id FROM crm.customers WHERE home_branch_code = %s ORDER BY customer_id LIMIT 300",
                (codes[0],),
            )
            ids = [row["customer_id"] for row in taken]
            execute("UPDATE crm.customer_assignments SET active = false, ended_at = now() WHERE customer_id = ANY(%s) AND active", (ids,))
            execute(
                "INSERT INTO crm.customer_assignments (assignment_id, customer_id, rm_user_id, assigned_at, active) SELECT uuidv7(), c, %s, now(), true FROM unnest(%s::uuid[]) c",
                (rm, ids),
            )
    return [
        Measurer("all branches", "bench.all", known["bench.all"]),
        Measurer("3 branches", "bench.branch", known["bench.branch"]),
        Measurer("unit of 40 branches", "bench.unit", known["bench.unit"]),
        Measurer("portfolio of 300", "bench.rm", known["bench.rm"]),
    ]
