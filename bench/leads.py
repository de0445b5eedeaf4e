"""Board and list of leads in the database: for a supervisor and a manager, beside a plain query, and the making of many leads."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

from bench.environment import Size, machine, percentile, prepare
from simpul.config.cli.installation import DATABASE

BUDGET_MS = 50
_FILL = """
WITH numbered AS (
    SELECT c.customer_id, c.home_branch_code, row_number() OVER (ORDER BY c.customer_id) AS n FROM crm.customers c
)
INSERT INTO crm.leads (lead_id, customer_id, branch_code, source_type, interest, estimated_value, assigned_to, status, closed_reason, closed_at,
                       status_since, created_by, created_at, updated_at, version)
SELECT uuidv7(), c.customer_id, c.home_branch_code, 'MANUAL', 'KPR', 1000000 * (g.i %% 500 + 1),
       CASE WHEN g.i %% 40 = 0 AND c.home_branch_code = ANY (%(codes)s) THEN %(rm)s::uuid END, s.status,
       CASE s.status WHEN 'CLOSED_WON' THEN 'NEED_MET' WHEN 'CLOSED_LOST' THEN 'PRICE' END, CASE WHEN s.status LIKE 'CLOSED%%' THEN now() - g.i %% 300 * interval '1 day' END,
       now() - (g.i %% 300) * interval '1 day', %(by)s, now() - interval '301 days', now(), 1
FROM generate_series(1, %(leads)s) AS g (i)
JOIN numbered c ON c.n = 1 + g.i * 7919::bigint %% (SELECT count(*) FROM crm.customers)
CROSS JOIN LATERAL (SELECT CASE WHEN g.i %% 100 < 4 THEN 'NEW' WHEN g.i %% 100 < 7 THEN 'CONTACTED' WHEN g.i %% 100 < 10 THEN 'QUALIFIED'
                                WHEN g.i %% 100 < 40 THEN 'CLOSED_WON' ELSE 'CLOSED_LOST' END) AS s (status)
"""
_PLAIN = "SELECT lead_id FROM crm.leads WHERE {who} AND status = ANY (%s) ORDER BY created_at DESC, lead_id DESC LIMIT 51"


def main() -> None:
    """Print p50 and p95 of the list's keys, of the whole board, and of the plain query with the ratio."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--leads", type=int, default=1_000_000)
    arguments.add_argument("--customers", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=15)
    given = arguments.parse_args()
    installation = prepare(Size(given.customers, 0, 0))
    import django

    django.setup()
    import psycopg

    from bench.people import measurers
    from simpul.iam.public import actor_for, branches, system_actor, user_add
    from simpul.platform.db import query, scope
    from simpul.sales.selectors.boards import lead_board
    from simpul.sales.selectors.leads import ORDERS, LeadFilter, LeadSort, filter_leads
    from simpul.sales.vocabulary import LEAD_WORKFLOW, OPEN_LEADS
    from simpul.workflow.public import adopt_some

    known = {one.username: one.id for one in measurers()}
    system = system_actor()
    with scope(system):
        codes = sorted(branches())[:10]
        found = query("SELECT user_id FROM iam.users WHERE username = 'bench.leads'")
        known["bench.leads"] = (
            found[0]["user_id"]
            if found
            else user_add(actor=system, username="bench.leads", full_name="bench.leads", password=None, password_hash="!", roles=["SUPERVISOR"], branches=codes)
        )
    with psycopg.connect(installation.admin_url, dbname=DATABASE) as admin:
        if not admin.execute("SELECT 1 FROM crm.leads LIMIT 1").fetchone():
            admin.execute(_FILL, {"codes": codes, "rm": known["bench.rm"], "by": system.id, "leads": given.leads})  # type: ignore[arg-type]
            admin.execute("ANALYZE crm.leads")
    with scope(system):
        shown = "SELECT lead_id FROM crm.leads l WHERE closed_at IS NULL AND branch_code = ANY (%s) LIMIT 50000"
        ids = [row["lead_id"] for row in query(shown, (codes,))]
        adopt_some(actor=system, definition=LEAD_WORKFLOW, subject_ids=ids)
    print(machine())
    for label, username, who, value in (
        ("supervisor of ten branches", "bench.leads", "branch_code = ANY (%s)", codes),
        ("manager", "bench.rm", "assigned_to = %s", known["bench.rm"]),
    ):
        actor = actor_for(known[username])
        assert actor is not None
        with scope(actor):
            reached = filter_leads(actor, LeadFilter(closed="all"))[: 10**7].count()
            rows = filter_leads(actor, LeadFilter())
            keys = _timed(lambda rows=rows: list(ORDERS[LeadSort.CREATED].behind(rows, None)[:51]), given.rounds)
            board = _timed(lambda actor=actor: lead_board(actor=actor, lead_filter=LeadFilter()), given.rounds)
            share = _statement_times(lambda actor=actor: lead_board(actor=actor, lead_filter=LeadFilter()), given.rounds)
        with psycopg.connect(installation.admin_url, dbname=DATABASE) as admin:
            admin.execute("SET row_security = off")
            statement = _PLAIN.format(who=who)
            plain = _timed(lambda admin=admin, statement=statement, value=value: admin.execute(statement, [value, list(OPEN_LEADS)]).fetchall(), given.rounds)
        print(
            f"{label}: {reached:,} leads reached; list p50 {percentile(keys, 0.5):.1f} p95 {percentile(keys, 0.95):.1f} ms (budget {BUDGET_MS}); "
            f"plain p95 {percentile(plain, 0.95):.1f}, ratio {percentile(keys, 0.5) / max(0.05, percentile(plain, 0.5)):.1f}; "
            f"whole board p50 {percentile(board, 0.5):.1f} p95 {percentile(board, 0.95):.1f}, "
            f"of it in its statements p50 {percentile(share, 0.5):.1f} p95 {percentile(share, 0.95):.1f} ms (budget {BUDGET_MS})"
        )


def _timed(act: Callable[[], Any], rounds: int) -> list[float]:
    act()
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1000)
    return found


def _statement_times(act: Callable[[], Any], rounds: int) -> list[float]:
    """How long each run waited for its statements, in milliseconds."""
    from django.db import connection

    spent: list[float] = []

    def timed(execute: Callable[..., Any], *statement: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*statement)
        finally:
            spent[-1] += (time.perf_counter() - began) * 1000

    with connection.execute_wrapper(timed):
        for _ in range(rounds):
            spent.append(0.0)
            act()
    return spent


if __name__ == "__main__":
    main()
