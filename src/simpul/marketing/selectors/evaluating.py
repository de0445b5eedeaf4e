"""Who of all ACTIVE customers may get an offer, and why not: one statement for all of them (ADR 32).

The statement reads past row policies through views that answer the product's own jobs alone; whoever runs it does so in the scope of
SYSTEM, after asking what the caller may do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.consent.public import consents_granted_sql
from simpul.customers.public import PERSON, field_sources
from simpul.marketing.models import SegmentVersion
from simpul.marketing.selectors.fields import profiling_among, rule_stored, segment_fields, sources_of
from simpul.marketing.selectors.limits import audience_limits
from simpul.marketing.vocabulary import Reason
from simpul.messaging.public import caps_now, offers_capped_sql, offers_reachable_sql, offers_suppressed_sql
from simpul.platform.clock import JAKARTA
from simpul.platform.db import query
from simpul.workflow.public import Rule

REASONS = tuple(Reason)
BIT = {reason: 1 << place for place, reason in enumerate(REASONS)}
_MEMBERS = "SELECT customer_id FROM crm.segment_members WHERE segment_id = %(segment)s"
_AMONG = "SELECT * FROM ({sql}) s WHERE s.customer_id = ANY (%(customers)s::uuid[])"


@dataclass(frozen=True)
class Audience:
    """Whom an offer is for: the customers of a rule, or those on the list of a segment."""

    rule: Rule | None
    segment_id: UUID | None = None

    @property
    def is_profiling(self) -> bool:
        """Whether choosing them takes consent to profiling."""
        return self.rule is not None and profiling_among(self.rule.names)


class _Joins:
    """Sets of customers joined to the one that is asked about; with `among` each is narrowed to the customers in question."""

    def __init__(self, *, among: bool = False) -> None:
        self._among = among
        self._sets: list[str] = []

    def add_set(self, name: str, sql: str) -> str:
        """Join a set that has a customer once; the condition that the customer is in it."""
        self._sets.append(f"LEFT JOIN ({_AMONG.format(sql=sql) if self._among else sql}) {name} ON {name}.customer_id = {PERSON}.customer_id")
        return f"{name}.customer_id IS NOT NULL"

    def __str__(self) -> str:
        return "\n".join(self._sets)


def audience_of(version: SegmentVersion) -> Audience:
    """The audience of one version of a segment."""
    return Audience(rule_stored(version.rule_json)) if version.rule_json is not None else Audience(None, version.segment_id)


def evaluation_sql(audience: Audience, *, channel: str | None, at: datetime, customers: Sequence[UUID] | None = None) -> tuple[str, dict[str, object]]:
    """SQL, with its parameters, of every ACTIVE customer, or of these: `customer_id`, `branch_code`, `is_eligible`, `reason` and `reasons`.

    `reason` is the first of `reasons`, which are all that speak against writing to the customer, in the order of the gates. Without a
    channel nothing is asked that depends on one.
    """
    sql, params = gates_sql(audience, channel=channel, at=at, customers=customers)
    first = " ".join(f"WHEN g.mask & {bit} > 0 THEN '{reason}'" for reason, bit in BIT.items())
    every = ", ".join(f"CASE WHEN g.mask & {bit} > 0 THEN '{reason}' END" for reason, bit in BIT.items())
    return (
        f"""SELECT g.customer_id, g.branch_code, g.mask = 0 AS is_eligible, CASE {first} END AS reason,
       CASE WHEN g.mask = 0 THEN '{{}}'::text[] ELSE array_remove(ARRAY[{every}], NULL) END AS reasons
FROM ({sql}) g""",
        params,
    )


def gates_sql(audience: Audience, *, channel: str | None, at: datetime, customers: Sequence[UUID] | None = None) -> tuple[str, dict[str, object]]:
    """SQL of `customer_id`, `branch_code` and `mask` of the same customers: one bit (BIT) for each gate that is closed."""
    caps = caps_now()
    params = _moments(at) | {"channel": channel, "day": caps.day, "week": caps.week, "segment": audience.segment_id, "customers": list(customers or ())}
    joins = _Joins(among=customers is not None)
    joins.add_set("gate_marketing", consents_granted_sql("MARKETING", "%(channel)s" if channel else "NULL"))
    refused = ["gate_marketing.status IS DISTINCT FROM 'GRANTED'"]
    if audience.is_profiling:
        joins.add_set("gate_profiling", consents_granted_sql("PROFILING"))
        refused.append("gate_profiling.status IS DISTINCT FROM 'GRANTED'")
    closed = {
        Reason.CONSENT: " OR ".join(refused),
        Reason.CASE_ACTIVE: joins.add_set("gate_cases", "SELECT customer_id FROM crm.segment_facts WHERE has_open_sensitive_case"),
        Reason.NOT_IN_RULE: f"NOT ({_belongs(audience, joins, params, at)})",
        Reason.FREQUENCY_CAP: joins.add_set("gate_capped", offers_capped_sql(channel)),
    }
    if channel:
        closed[Reason.SUPPRESSED] = joins.add_set("gate_suppressed", offers_suppressed_sql())
        closed[Reason.NO_CHANNEL] = f"NOT ({offers_reachable_sql(channel, PERSON)})"
    limits = [limit.sql for limit in audience_limits.values() if audience.rule is not None or not limit.by_rule_only]
    if limits:
        closed[Reason.OTHER] = joins.add_set("gate_limits", " UNION ".join(limits))
    mask = " | ".join(f"CASE WHEN {condition} THEN {BIT[reason]} ELSE 0 END" for reason, condition in closed.items())
    base = field_sources[PERSON].sql
    base = _AMONG.format(sql=base) if customers is not None else base
    return f"SELECT {PERSON}.customer_id, {PERSON}.branch_code, {mask} AS mask\nFROM ({base}) {PERSON}\n{joins}", params


def members_sql(audience: Audience, at: datetime) -> tuple[str, dict[str, object]]:
    """SQL, with its parameters, of the `customer_id` of every ACTIVE customer of the audience, whether an offer may go out or not."""
    params: dict[str, object] = _moments(at) | {"segment": audience.segment_id}
    joins = _Joins()
    belongs = _belongs(audience, joins, params, at)
    return f"SELECT {PERSON}.customer_id FROM ({field_sources[PERSON].sql}) {PERSON} {joins} WHERE {belongs}", params


def field_values(keys: Sequence[str], customer_id: UUID, at: datetime) -> dict[str, object] | None:
    """What these fields hold for one customer; None for one who is not ACTIVE."""
    joins = " ".join(
        f"LEFT JOIN ({_AMONG.format(sql=source.sql)}) {source.name} ON {source.name}.customer_id = {PERSON}.customer_id"
        for source in sources_of(keys)
        if source.name != PERSON
    )
    columns = ", ".join(f"{segment_fields()[key].segment_field.field.sql} AS {key}" for key in keys)
    base = _AMONG.format(sql=field_sources[PERSON].sql)
    found = query(f"SELECT {columns or '1 AS nothing'} FROM ({base}) {PERSON} {joins}", _moments(at) | {"customers": [customer_id]})
    return found[0] if found else None


def reasons_of(mask: int) -> list[Reason]:
    """The reasons of a mask, in the order of the gates."""
    return [reason for reason, bit in BIT.items() if mask & bit]


def _moments(at: datetime) -> dict[str, object]:
    return {"at": at, "today": at.astimezone(JAKARTA).date()}


def _belongs(audience: Audience, joins: _Joins, params: dict[str, object], at: datetime) -> str:
    """The condition that a customer belongs to the audience, never NULL."""
    if audience.rule is None:
        return joins.add_set("listed", _MEMBERS)
    for source in sources_of(audience.rule.names):
        if source.name != PERSON:
            joins.add_set(source.name, source.sql)
    condition, values = audience.rule.sql(at)
    named = {f"rule_{place}": value for place, value in enumerate(values)}
    params.update(named)
    names: Iterator[str] = iter(named)
    return f"({re.sub('%s', lambda _: f'%({next(names)})s', condition)}) IS TRUE"
