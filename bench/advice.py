"""Advice and lead scores for a million customers, each beside one statement written by hand for the same question.

Customers, consents and facts are those of the benchmark of segments; beside them 150,000 cases, 300,000 open leads, a segment of RFM for
two in five, and 100,000 decisions.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

import psycopg

from bench.environment import machine, prepare
from bench.segments import _FILL, CUSTOMERS, SIZE
from simpul.platform.ids import SYSTEM_ID

BUDGET = 60
_SYSTEM = f"'{SYSTEM_ID}'"
_MORE = (
    """UPDATE crm.customer_facts SET rfm_segment = (ARRAY['CHAMPION', 'LOYAL', 'POTENTIAL', 'AT_RISK', 'LOST', 'HIBERNATING'])[1 + abs(hashtext(customer_id::text)) % 6]""",
    f"""INSERT INTO crm.cases (case_id, case_no, customer_id, branch_code, channel, kind, category_code, priority, status, sla_due_at, first_response_due_at, policy_version_id,
           description, created_by, created_at)
       SELECT gen_random_uuid(), 'B-' || row_number() OVER (), customer_id, home_branch_code, 'BRANCH', 'WRITTEN',
              CASE WHEN h % 20 = 0 THEN 'FRAUD_SCAM' ELSE 'TRX_FAIL' END, 'MEDIUM', 'NEW', now() + interval '1 day' * (h % 21 - 7), now(),
              gen_random_uuid(), 'Transfer gagal, dana belum kembali.', {_SYSTEM}, now() - interval '1 day' * (h % 200)
       FROM (SELECT customer_id, home_branch_code, abs(hashtext('k' || customer_id::text)) AS h FROM crm.customers) c WHERE h % 20 < 3""",
    f"""INSERT INTO crm.leads (lead_id, customer_id, branch_code, source_type, interest, status, status_since, created_by, created_at)
       SELECT gen_random_uuid(), customer_id, home_branch_code, 'MANUAL', 'KPR', (ARRAY['NEW', 'CONTACTED', 'QUALIFIED'])[1 + h % 3],
              now() - interval '1 day' * (h % 30), {_SYSTEM}, now() - interval '31 days'
       FROM (SELECT customer_id, home_branch_code, abs(hashtext('l' || customer_id::text)) AS h FROM crm.customers) c WHERE h % 10 < 3""",
    f"""INSERT INTO crm.nba_recommendations (nba_id, customer_id, branch_code, rule_code, action_type, title, reason_text, priority, rank, facts, since, decision, decided_by,
           decided_at, created_at)
       SELECT gen_random_uuid(), customer_id, home_branch_code, 'OFFER_READY', 'OFFER_PRODUCT', 'Tawarkan produk', 'Menyetujui.', 'MEDIUM', 30, '{{}}', now(), 'REJECTED',
              {_SYSTEM}, now() - interval '1 day' * (h % 60), now()
       FROM (SELECT customer_id, home_branch_code, abs(hashtext('d' || customer_id::text)) AS h FROM crm.customers) c WHERE h % 10 = 0""",
)
# The same questions written by who knows this database, past row policies, on its tables.
_CONSENTS = """SELECT DISTINCT ON (customer_id) customer_id, status FROM crm.consents
    WHERE consent_type = '{purpose}' AND channel IS NULL AND effective_at <= now() ORDER BY customer_id, effective_at DESC"""
_ADVICE_BY_HAND = f"""
WITH marketing AS MATERIALIZED ({_CONSENTS.format(purpose="MARKETING")}),
     profiling AS MATERIALIZED ({_CONSENTS.format(purpose="PROFILING")}),
     person AS MATERIALIZED (
         SELECT c.customer_id, c.home_branch_code, c.birth_date, f.rfm_segment, f.last_contact_at,
                m.status = 'GRANTED' AND NOT coalesce(f.has_open_sensitive_case, false) AS sells, p.status = 'GRANTED' AS profiled
         FROM crm.customers c LEFT JOIN crm.customer_facts f USING (customer_id) LEFT JOIN marketing m USING (customer_id) LEFT JOIN profiling p USING (customer_id)
         WHERE c.status IN ('ACTIVE', 'DORMANT')
           AND NOT EXISTS (SELECT FROM crm.processing_limits l WHERE l.customer_id = c.customer_id AND l.ended_at IS NULL)),
     found AS (
         SELECT 'OVERDUE_CASE' AS rule, customer_id, home_branch_code FROM crm.cases k JOIN person USING (customer_id)
         WHERE k.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AND k.sla_due_at < now()
         UNION ALL SELECT 'AT_RISK_QUIET', customer_id, home_branch_code FROM person
         WHERE sells AND profiled AND rfm_segment = 'AT_RISK' AND (last_contact_at IS NULL OR last_contact_at <= now() - interval '30 days')
         UNION ALL SELECT 'OFFER_READY', customer_id, home_branch_code FROM person p
         WHERE sells AND NOT EXISTS (SELECT FROM crm.cases k WHERE k.customer_id = p.customer_id AND k.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED'))
           AND NOT EXISTS (SELECT FROM crm.nba_recommendations d WHERE d.customer_id = p.customer_id AND d.rule_code = 'OFFER_READY'
                           AND d.decided_at > now() - interval '30 days')
         UNION ALL SELECT 'LEAD_WAITING', customer_id, home_branch_code FROM crm.leads l JOIN person USING (customer_id)
         WHERE sells AND l.status = 'NEW' AND l.status_since < now() - interval '3 days'
         UNION ALL SELECT DISTINCT 'SECURITY_EDUCATION', customer_id, home_branch_code FROM crm.cases k JOIN person USING (customer_id) WHERE k.category_code = 'FRAUD_SCAM'
         UNION ALL SELECT 'BIRTHDAY_GREETING', customer_id, home_branch_code FROM person
         WHERE sells AND profiled AND rfm_segment = 'CHAMPION'
           AND (birth_date + make_interval(years => 1 + extract(year FROM age(current_date - 1, birth_date))::integer))::date <= current_date + 7)
SELECT home_branch_code, rule, count(DISTINCT customer_id) FROM found GROUP BY 1, 2
"""
_SCORES_BY_HAND = f"""
CREATE TEMP TABLE scored_by_hand AS
WITH marketing AS MATERIALIZED ({_CONSENTS.format(purpose="MARKETING")}), profiling AS MATERIALIZED ({_CONSENTS.format(purpose="PROFILING")})
SELECT l.lead_id, l.customer_id, CASE WHEN p.status = 'GRANTED' THEN
       CASE f.rfm_segment WHEN 'CHAMPION' THEN 30 WHEN 'LOYAL' THEN 20 ELSE 0 END + CASE WHEN m.status = 'GRANTED' THEN 15 ELSE 0 END
       + CASE WHEN f.last_contact_at > now() - interval '7 days' THEN 10 ELSE 0 END
       + CASE WHEN EXISTS (SELECT FROM crm.cases k WHERE k.customer_id = l.customer_id AND k.channel = 'BRANCH' AND k.created_at > now() - interval '90 days') THEN 5 ELSE 0 END
       END AS total
FROM crm.leads l LEFT JOIN profiling p USING (customer_id) LEFT JOIN marketing m USING (customer_id) LEFT JOIN crm.customer_facts f USING (customer_id)
WHERE l.closed_at IS NULL
"""
_ASSESSED = """
INSERT INTO crm.impact_assessments (assessment_id, kind, title, purpose, data_used, risk, measures, review_on, status, created_by, decided_by, decided_at)
SELECT gen_random_uuid(), k, 'Bench', 'Bench.', 'Bench.', 'Bench.', 'Bench.', current_date + 300, 'APPROVED', %s, %s, now() FROM unnest(ARRAY['PROFILING', 'SCORING']) k
WHERE NOT EXISTS (SELECT FROM crm.impact_assessments a WHERE a.kind = k AND a.review_on >= current_date)
"""


def main() -> None:
    """Print what advice and scores take for everybody, and for one customer."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=CUSTOMERS)
    given = arguments.parse_args()
    installation = prepare(SIZE)
    with psycopg.connect(installation.admin_url, dbname="simpul", autocommit=True) as admin:
        _fill(admin, given.customers)
        admin.execute("SET work_mem = '128MB'; SET jit = off")
        advice_by_hand = _timed(lambda: admin.execute(_ADVICE_BY_HAND).fetchall())
        scores_by_hand = _timed(lambda: admin.execute(_SCORES_BY_HAND))
    import django

    django.setup()
    from simpul.advice.selectors.evaluating import advice_found
    from simpul.advice.services.deciding import advice_count_standing
    from simpul.iam.public import system_identity
    from simpul.platform.db import query, scope
    from simpul.sales.services.scoring import leads_score

    print(machine())
    with scope(system_identity()):
        portfolio = [row["customer_id"] for row in query("SELECT customer_id FROM crm.advice_customers ORDER BY customer_id LIMIT 300")]
    advice = _timed(advice_count_standing)
    scores = _timed(leads_score)
    again = _timed(leads_score)
    with scope(system_identity()):
        standing = query("SELECT rule_code, sum(customers) AS n FROM crm.nba_standing WHERE day = current_date GROUP BY 1 ORDER BY 1")
        one = min(_timed(lambda: advice_found(portfolio[:1])) for _ in range(7))
        many = min(_timed(lambda: advice_found(portfolio)) for _ in range(5))
    print(
        f"advice of everybody   {advice:6.2f} s, {advice / advice_by_hand:.2f} of by hand ({advice_by_hand:.2f} s): "
        + ", ".join(f"{row['rule_code']} {row['n']:,}" for row in standing)
    )
    print(f"scores of all leads   {scores:6.2f} s, {scores / scores_by_hand:.2f} of by hand ({scores_by_hand:.2f} s); again, unchanged, {again:.2f} s")
    print(f"together              {advice + scores:6.2f} s (budget {BUDGET})")
    print(f"advice of one customer {1000 * one:.1f} ms, of a portfolio of 300 {1000 * many:.1f} ms")


def _fill(admin: psycopg.Connection[Any], customers: int) -> None:
    admin.execute("SET session_replication_role = replica")  # what is filled in here needs no judging
    if admin.execute("SELECT count(*) < 10000 FROM crm.customers").fetchone() == (True,):
        for statement in _FILL:
            admin.execute(statement.replace("{customers}", str(customers)))
        admin.execute("VACUUM ANALYZE")
    if admin.execute("SELECT count(*) < 1000 FROM crm.leads").fetchone() == (True,):
        for statement in _MORE:
            admin.execute(statement)
        admin.execute("VACUUM ANALYZE")
    admin.execute("TRUNCATE crm.lead_scores")
    admin.execute(_ASSESSED, (SYSTEM_ID, SYSTEM_ID))
    admin.execute("RESET session_replication_role")


def _timed(act: Callable[[], Any]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
