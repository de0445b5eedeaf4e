"""What rules advise, for some customers or for all, in one statement that every rule and gate is part of (ADR 37).

The statement reads past row policies through views that answer the product's own jobs alone; whoever runs it does so in the scope
of SYSTEM, after asking what the caller may do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.advice.models import NbaRule
from simpul.advice.selectors.rules import RULE_OF, AdviceRule
from simpul.advice.vocabulary import RANKS, AdviceKind
from simpul.consent.public import consents_granted_sql
from simpul.platform.clock import JAKARTA, now
from simpul.platform.db import query
from simpul.platform.ports import assessment_in_force, scoring_excluded_sql
from simpul.platform.text import Text
from simpul.stewardship.public import ProcessingKind

ORDER = "rank, position, since, customer_id, key_id"
_AMONG = "SELECT * FROM ({sql}) s WHERE s.customer_id = ANY (%(customers)s::uuid[])"
_NO_ENTITY = "'00000000-0000-0000-0000-000000000000'::uuid"
_LIMITED = Text(
    id="Pemrosesan data nasabah dibatasi, atau nasabah berkeberatan atas keputusan otomatis: tidak ada saran.",
    en="The customer's data is restricted, or the customer objects to automated decisions: no advice.",
)
_NO_MARKETING = Text(
    id="Saran penjualan tidak ditampilkan: belum ada persetujuan pemasaran.",
    en="No selling advice is shown: there is no consent to marketing.",
)
_PAUSED = Text(
    id="Saran penjualan ditahan untuk sementara: ada urusan layanan yang belum ditutup.",
    en="Selling advice is paused: a service matter is not closed.",
)
_NO_PROFILING = Text(
    id="Saran yang memakai RFM tidak ditampilkan: belum ada persetujuan pemrofilan.",
    en="Advice that rests on RFM is not shown: there is no consent to profiling.",
)
_NO_ASSESSMENT = Text(
    id="Saran yang memakai RFM dimatikan: tidak ada penilaian dampak penilaian skor yang berlaku.",
    en="Advice that rests on RFM is off: no impact assessment of scoring is in force.",
)
_GATES = """
SELECT EXISTS (SELECT FROM ({limits}) l WHERE l.customer_id = %(customer)s) AS limited,
       (SELECT m.status FROM ({marketing}) m WHERE m.customer_id = %(customer)s) AS marketing,
       (SELECT p.status FROM ({profiling}) p WHERE p.customer_id = %(customer)s) AS profiling,
       (SELECT f.has_open_sensitive_case FROM crm.segment_facts f WHERE f.customer_id = %(customer)s) AS sensitive
"""


@dataclass(frozen=True)
class Advised:
    """One piece of advice about one customer: its rule, the record that it is about, since when, and what its reason names."""

    rule_code: str
    customer_id: UUID
    branch_code: str
    related_type: str | None
    related_id: UUID | None
    key_id: UUID
    since: datetime
    facts: Mapping[str, Any]
    rank: int
    position: int

    @property
    def stated_rule(self) -> AdviceRule:
        """Its rule as the product states it."""
        return RULE_OF[self.rule_code]


def rules_active(codes: Collection[str] | None = None) -> list[NbaRule]:
    """The rules in use that may run today: without an assessment of scoring none that rests on RFM."""
    found = [
        rule
        for rule in NbaRule.objects.filter(is_active=True).order_by("position", "code")
        if rule.code in RULE_OF and RULE_OF[rule.code].missing is None and (codes is None or rule.code in codes)
    ]
    if any(RULE_OF[rule.code].is_profiling for rule in found) and not assessment_in_force(ProcessingKind.SCORING):
        found = [rule for rule in found if not RULE_OF[rule.code].is_profiling]
    return found


def advice_sql(rules: Sequence[NbaRule], at: datetime, customers: Sequence[UUID] | None = None) -> tuple[str, dict[str, object]]:
    """SQL, with its parameters, of what these rules advise at an instant for these customers, or for all; at least one rule.

    What was decided is left out until its cool-down is over, what was snoozed until its time, what was accepted while it is pending.
    """
    params: dict[str, object] = {
        "at": at,
        "today": at.astimezone(JAKARTA).date(),
        "customers": None if customers is None else list(customers),
    }

    def narrow_sql(sql: str) -> str:
        return sql if customers is None else _AMONG.format(sql=sql)

    found = []
    for number, rule in enumerate(rules):
        stated = RULE_OF[rule.code]
        params |= {f"{rule.code}_{key}": value for key, value in rule.parameters.items()}
        params |= {f"code_{number}": rule.code}
        fixed = (
            f"{RANKS[rule.priority]} AS rank, {int(rule.position)} AS position, {int(rule.cooldown_days)} AS cooldown, "
            f"{stated.kind is AdviceKind.SELLING} AS is_selling, {stated.is_profiling} AS is_profiling"
        )
        found.append(f"SELECT %(code_{number})s::text AS rule_code, {fixed}, r.* FROM ({narrow_sql(stated.sql)}) r")
    return (
        f"""SELECT f.rule_code, f.customer_id, p.branch_code, f.related_type, f.related_id, coalesce(f.related_id, {_NO_ENTITY}) AS key_id,
       coalesce(f.since, p.created_at) AS since, f.facts, f.rank, f.position
FROM ({" UNION ALL ".join(found)}) f
JOIN ({narrow_sql("SELECT customer_id, branch_code, created_at FROM crm.advice_customers")}) p ON p.customer_id = f.customer_id
LEFT JOIN ({narrow_sql(scoring_excluded_sql())}) limited ON limited.customer_id = f.customer_id
LEFT JOIN ({narrow_sql(consents_granted_sql("MARKETING"))}) marketing ON marketing.customer_id = f.customer_id
LEFT JOIN ({narrow_sql(consents_granted_sql("PROFILING"))}) profiling ON profiling.customer_id = f.customer_id
LEFT JOIN ({narrow_sql("SELECT customer_id FROM crm.segment_facts WHERE has_open_sensitive_case")}) sensitive ON sensitive.customer_id = f.customer_id
WHERE limited.customer_id IS NULL
  AND (NOT f.is_selling OR (marketing.status = 'GRANTED' AND sensitive.customer_id IS NULL))
  AND (NOT f.is_profiling OR profiling.status = 'GRANTED')
  AND NOT EXISTS (
      SELECT FROM crm.advice_decided d
      WHERE d.customer_id = f.customer_id AND d.rule_code = f.rule_code AND d.related_entity_id IS NOT DISTINCT FROM f.related_id
        AND (d.decision = 'SNOOZED' AND d.snoozed_until > %(at)s
             OR d.decision IN ('ACCEPTED', 'REJECTED') AND d.decided_at > %(at)s - make_interval(days => f.cooldown)
             OR d.outcome = 'PENDING'))""",
        params,
    )


def advice_found(customers: Sequence[UUID], at: datetime | None = None) -> list[Advised]:
    """What is advised for these customers, the best first; as SYSTEM."""
    rules = rules_active()
    if not rules or not customers:
        return []
    sql, params = advice_sql(rules, at or now(), customers)
    return [Advised(**row) for row in query(f"SELECT * FROM ({sql}) s ORDER BY {ORDER}", params)]


def reasons_withheld(customer_id: UUID, at: datetime | None = None) -> list[Text]:
    """Why advice of some kind is not shown for a customer, in the order of the gates; as SYSTEM."""
    sql = _GATES.format(
        limits=scoring_excluded_sql(),
        marketing=consents_granted_sql("MARKETING"),
        profiling=consents_granted_sql("PROFILING"),
    )
    row = query(sql, {"customer": customer_id, "at": at or now()})[0]
    if row["limited"]:
        return [_LIMITED]
    reasons = []
    if row["marketing"] != "GRANTED":
        reasons.append(_NO_MARKETING)
    if row["sensitive"]:
        reasons.append(_PAUSED)
    if row["profiling"] != "GRANTED":
        reasons.append(_NO_PROFILING)
    elif not assessment_in_force(ProcessingKind.SCORING):
        reasons.append(_NO_ASSESSMENT)
    return reasons
