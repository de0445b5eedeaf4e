"""Previewing and freezing audiences among a million customers, beside SQL written by hand for the same question.

Every customer has said something about both purposes, one in twenty took it back; two in five have facts, three in five transactions, one in ten an offer of
this week.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import psycopg
from psycopg.types.json import Jsonb

from bench.environment import Size, machine, prepare
from simpul.platform.ids import SYSTEM_ID

# A seed of its own, so that the database is no other measurement's.
SIZE = Size(customers=1_000, transactions=0, timeline=0, seed=8)
CUSTOMERS = 1_000_000
_SYSTEM = f"'{SYSTEM_ID}'"
_CONSENT = """
INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, status, effective_at, captured_channel, captured_by, verification_method)
SELECT gen_random_uuid(), customer_id, home_branch_code, {purpose}, CASE WHEN hashtext(customer_id::text || {purpose}) % 100 < {granted} THEN 'GRANTED' ELSE 'WITHDRAWN' END,
       now() - interval '1 day' * ({since} + abs(hashtext(customer_id::text)) % 300), 'BRANCH', {system}, 'IN_PERSON'
FROM crm.customers WHERE abs(hashtext({purpose} || customer_id::text)) % 20 < {twentieths}
"""
_FILL = (
    """INSERT INTO crm.customers (customer_id, full_name, birth_date, gender, phone_e164, email, segment_code, status, is_vip, home_branch_code, preferred_language, tags)
       SELECT uuidv7(), 'Nasabah ' || n, date '1950-01-01' + n % 20000, (ARRAY['M', 'F'])[1 + n % 2], CASE WHEN n % 10 < 9 THEN '+62812' || lpad(n::text, 8, '0') END,
              CASE WHEN n % 10 < 6 THEN n || '@example.co.id' END, (ARRAY['MASS', 'MASS', 'PRIORITY'])[1 + n % 3], CASE WHEN n % 20 = 0 THEN 'DORMANT' ELSE 'ACTIVE' END,
              n % 50 = 0, b.codes[1 + n % array_length(b.codes, 1)], 'id', CASE WHEN n % 7 = 0 THEN ARRAY['Petani'] ELSE '{}' END
       FROM generate_series(1, {customers}) AS n, (SELECT array_agg(branch_code ORDER BY branch_code) AS codes FROM iam.branches) b""",
    """INSERT INTO crm.customer_products (customer_id, product, held, as_of)
       SELECT customer_id, p.code, hashtext(customer_id::text || p.code) % 2 = 0, current_date
       FROM crm.customers, (SELECT code FROM crm.customer_codes WHERE list_key = 'PRODUCT' ORDER BY code LIMIT 3) p ON CONFLICT DO NOTHING""",
    _CONSENT.format(purpose="'MARKETING'", granted=72, since=301, twentieths=20, system=_SYSTEM),
    _CONSENT.format(purpose="'PROFILING'", granted=60, since=301, twentieths=20, system=_SYSTEM),
    _CONSENT.format(purpose="'MARKETING'", granted=-100, since=0, twentieths=1, system=_SYSTEM),
    """INSERT INTO crm.customer_facts (customer_id, has_open_case, has_open_sensitive_case, last_contact_at, contacts_90d)
       SELECT customer_id, h % 10 = 0, h % 50 = 0, now() - interval '1 day' * (h % 300), h % 7 FROM (SELECT customer_id, abs(hashtext('f' || customer_id::text)) AS h
       FROM crm.customers) c WHERE h % 5 < 2 ON CONFLICT DO NOTHING""",
    """INSERT INTO crm.transaction_sums (customer_id, tx_count_30d, tx_count_90d, tx_count_365d, tx_in_90d, tx_out_90d, tx_last_at, counted_at)
       SELECT customer_id, h % 20, h % 60, h % 240, h % 9000000, h % 7000000, now() - interval '1 day' * (h % 360), now()
       FROM (SELECT customer_id, abs(hashtext('t' || customer_id::text)) AS h FROM crm.customers) c WHERE h % 5 < 3 ON CONFLICT DO NOTHING""",
    f"""INSERT INTO crm.outbound_messages (message_id, customer_id, branch_code, channel, purpose, subject_type, subject_id, resource, tier, sealed, status, handover,
           queued_at, sent_at, created_by)
       SELECT gen_random_uuid(), customer_id, home_branch_code, 'WHATSAPP', 'MARKETING', 'CAMPAIGN', '1', 'campaign', 1, '', 'SENT', 'DONE',
              now() - interval '1 day' * (h % 7), now() - interval '1 day' * (h % 7), {_SYSTEM}
       FROM (SELECT customer_id, home_branch_code, abs(hashtext('m' || customer_id::text)) AS h FROM crm.customers) c WHERE h % 10 = 0""",
)
_RULES: dict[str, Any] = {
    "everybody": {"field": "age", "op": "gte", "value": 0},
    "VIP or priority in two branches": {
        "all": [
            {"any": [{"field": "is_vip", "op": "eq", "value": True}, {"field": "age", "op": "gte", "value": 50}]},
            {"field": "home_branch", "op": "in", "value": []},
        ]
    },
    "idle for 30 days, much money in": {
        "all": [
            {"field": "tx_in_90d", "op": "gte", "value": "5000000"},
            {"not": {"field": "last_contact_at", "op": "within_days", "value": 30}},
            {"field": "campaigns_received_90d", "op": "lt", "value": 2},
        ]
    },
    "holds savings, without a credit card": {
        "all": [{"field": "products", "op": "contains", "value": ""}, {"not": {"field": "products", "op": "contains", "value": ""}}]
    },
}
# The question of "everybody", written by who knows this database: nothing but what it needs.
_BY_HAND = """
SELECT count(*) AS total, count(*) FILTER (WHERE k.status IS DISTINCT FROM 'GRANTED') AS consent, count(*) FILTER (WHERE f.customer_id IS NOT NULL) AS cases,
       count(*) FILTER (WHERE o.customer_id IS NOT NULL) AS capped, count(*) FILTER (WHERE s.customer_id IS NOT NULL) AS suppressed,
       count(*) FILTER (WHERE c.phone_e164 IS NULL) AS unreachable, count(*) FILTER (WHERE c.birth_date IS NULL) AS outside
FROM crm.customers c
LEFT JOIN (SELECT DISTINCT ON (customer_id) customer_id, status FROM crm.consents WHERE consent_type = 'MARKETING' AND (channel IS NULL OR channel = 'WHATSAPP')
           AND effective_at <= now() ORDER BY customer_id, effective_at DESC) k USING (customer_id)
LEFT JOIN crm.customer_facts f ON f.customer_id = c.customer_id AND f.has_open_sensitive_case
LEFT JOIN (SELECT customer_id FROM crm.outbound_messages WHERE purpose = 'MARKETING' AND sent_at > now() - interval '7 days' GROUP BY 1
           HAVING count(*) >= 3 OR count(*) FILTER (WHERE channel = 'WHATSAPP' AND sent_at > now() - interval '1 day') >= 1) o ON o.customer_id = c.customer_id
LEFT JOIN (SELECT DISTINCT customer_id FROM crm.contact_preferences WHERE NOT is_wanted AND channel = 'WHATSAPP') s ON s.customer_id = c.customer_id
WHERE c.status = 'ACTIVE'
"""

# A freeze written by hand: the same rows, into a table with the same indexes and constraints, past row policies and triggers.
_FREEZE_BY_HAND = """
INSERT INTO crm.frozen_by_hand
SELECT '00000000-0000-7000-8000-00000000f0f0'::uuid, g.customer_id, g.branch_code, g.reasons = '{}', g.reasons[1], g.reasons, false, now(), NULL, NULL, NULL
FROM (
    SELECT c.customer_id, c.home_branch_code AS branch_code, array_remove(ARRAY[
        CASE WHEN k.status IS DISTINCT FROM 'GRANTED' THEN 'CONSENT' END, CASE WHEN f.customer_id IS NOT NULL THEN 'CASE_ACTIVE' END,
        CASE WHEN c.birth_date IS NULL THEN 'NOT_IN_RULE' END, CASE WHEN s.customer_id IS NOT NULL THEN 'SUPPRESSED' END,
        CASE WHEN o.customer_id IS NOT NULL THEN 'FREQUENCY_CAP' END, CASE WHEN c.phone_e164 IS NULL THEN 'NO_CHANNEL' END], NULL) AS reasons
    FROM crm.customers c
    LEFT JOIN (SELECT DISTINCT ON (customer_id) customer_id, status FROM crm.consents WHERE consent_type = 'MARKETING' AND (channel IS NULL OR channel = 'WHATSAPP')
               AND effective_at <= now() ORDER BY customer_id, effective_at DESC) k USING (customer_id)
    LEFT JOIN crm.customer_facts f ON f.customer_id = c.customer_id AND f.has_open_sensitive_case
    LEFT JOIN (SELECT customer_id FROM crm.outbound_messages WHERE purpose = 'MARKETING' AND sent_at > now() - interval '7 days' GROUP BY 1
               HAVING count(*) >= 3 OR count(*) FILTER (WHERE channel = 'WHATSAPP' AND sent_at > now() - interval '1 day') >= 1) o ON o.customer_id = c.customer_id
    LEFT JOIN (SELECT DISTINCT customer_id FROM crm.contact_preferences WHERE NOT is_wanted AND channel = 'WHATSAPP') s ON s.customer_id = c.customer_id
    WHERE c.status = 'ACTIVE') g
"""
# A campaign for everybody, as if it had been approved and started just now.
_CAMPAIGN = (
    """INSERT INTO crm.segments (segment_id, name, kind, created_by, updated_by) VALUES (%(id)s, 'Semua ' || %(id)s::text, 'RULE', %(system)s, %(system)s)""",
    """INSERT INTO crm.segment_versions (segment_version_id, segment_id, number, rule_json, created_by) VALUES (%(id)s, %(id)s, 1, %(rule)s, %(system)s)""",
    """INSERT INTO crm.campaigns (campaign_id, campaign_no, name, segment_id, segment_version_id, channel, template_id, template_version_id, status, created_by, updated_by,
           submitted_by, submitted_at, approved_by, approved_at, started_at)
       VALUES (%(id)s, 'CAMP-2026-' || lpad(nextval('crm.campaign_numbers')::text, 4, '0'), 'Semua', %(id)s, %(id)s, 'WHATSAPP', %(id)s, %(id)s, 'RUNNING', %(system)s,
               %(system)s, %(system)s, now(), %(system)s, now(), now())""",
)


def main() -> None:
    """Print what previewing and freezing audiences take."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=CUSTOMERS)
    arguments.add_argument("--times", type=int, default=5)
    arguments.add_argument("--explain", action="store_true")
    given = arguments.parse_args()
    installation = prepare(SIZE)
    with psycopg.connect(installation.admin_url, dbname="simpul", autocommit=True) as admin:
        if admin.execute("SELECT count(*) < 10000 FROM crm.customers").fetchone() == (True,):
            admin.execute("SET session_replication_role = replica")  # what is filled in here needs no judging
            for statement in _FILL:
                admin.execute(statement.replace("{customers}", str(given.customers)))
            admin.execute("RESET session_replication_role")
            admin.execute("VACUUM ANALYZE")
        by_hand = _best(lambda: admin.execute(_BY_HAND).fetchall(), given.times)
        import django

        django.setup()
        print(machine())
        print(f"by hand       {by_hand:6.2f} s, counts of everybody, past row policies")
        _measure_previews(given.times, given.explain, by_hand)
        _measure_freeze(admin)


def _measure_previews(times: int, explain: bool, by_hand: float) -> None:
    from simpul.iam.public import branches, system_identity
    from simpul.marketing.selectors.evaluating import Audience
    from simpul.marketing.selectors.fields import rule_stored
    from simpul.marketing.selectors.membership import COUNTED, audience_counted, gates_sql, large_sets, sets_in_order
    from simpul.platform.clock import now
    from simpul.platform.db import query, scope

    _RULES["VIP or priority in two branches"]["all"][1]["value"] = sorted(branches())[:2]
    with scope(system_identity()):
        held = [row["product"] for row in query("SELECT DISTINCT product FROM crm.segment_products ORDER BY 1 LIMIT 2")]
    savings, card = _RULES["holds savings, without a credit card"]["all"]
    savings["value"], card["not"]["value"] = held[0], held[-1]
    for name, tree in _RULES.items():
        audience = Audience(rule_stored(tree))
        counted = audience_counted(audience, channel="WHATSAPP")
        seconds = _best(lambda audience=audience: audience_counted(audience, channel="WHATSAPP"), times)  # type: ignore[misc]
        print(
            f"preview       {seconds:6.2f} s (goal 1.5), {seconds / by_hand:.2f} of by hand: {name}, {counted['count']:,} chosen, {counted['eligible']:,} eligible"
        )
        if explain:
            with scope(system_identity()):
                large_sets()
                sets_in_order()
                sql, params = gates_sql(audience, channel="WHATSAPP", at=now(), chosen_only=True)
                print("\n".join(row["QUERY PLAN"] for row in query("EXPLAIN (ANALYZE, COSTS OFF) " + COUNTED.format(sql=sql), params)))


def _measure_freeze(admin: psycopg.Connection[Any]) -> None:
    from simpul.marketing.services.freezing import campaign_freeze

    admin.execute("SET work_mem = '128MB'; SET jit = off")
    admin.execute("CREATE TABLE crm.frozen_by_hand (LIKE crm.campaign_eligibility INCLUDING ALL)")
    began = time.perf_counter()
    admin.execute(_FREEZE_BY_HAND)
    by_hand = time.perf_counter() - began
    admin.execute("DROP TABLE crm.frozen_by_hand")
    campaign_id = uuid4()
    values = {"id": campaign_id, "rule": Jsonb(_RULES["everybody"]), "system": SYSTEM_ID}
    admin.execute("SET session_replication_role = replica")  # nothing here was planned, submitted or approved
    for statement in _CAMPAIGN:
        admin.execute(statement, values)
    admin.execute("RESET session_replication_role")
    began = time.perf_counter()
    rows = campaign_freeze(campaign_id)
    seconds = time.perf_counter() - began
    print(
        f"freeze        {seconds:6.2f} s (goal 15), {seconds / by_hand:.2f} of by hand ({by_hand:.2f} s), {rows:,} rows with their reasons, indexes and row policies"
    )
    admin.execute("DELETE FROM crm.campaign_eligibility WHERE campaign_id = %s", (campaign_id,))
    admin.execute("VACUUM ANALYZE crm.campaign_eligibility")


def _best(asked: Callable[[], object], times: int) -> float:
    """The quickest of several runs, in seconds."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        asked()
        took.append(time.perf_counter() - began)
    return min(took)


if __name__ == "__main__":
    main()
