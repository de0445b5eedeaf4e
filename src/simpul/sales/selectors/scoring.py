"""The factors of lead scores, and the statement that computes them for some customers or for all (product chapter 6.4).

The statement reads past row policies through views that answer the product's own jobs alone; it runs in the scope of SYSTEM.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.consent.public import consents_granted_sql
from simpul.platform.ports import scoring_excluded_sql
from simpul.platform.text import Text
from simpul.sales.models import LeadScoring

_AMONG = "SELECT * FROM ({sql}) s WHERE s.customer_id = ANY (%(customers)s::uuid[])"
_ANSWERS = """SELECT customer_id, max(greatest(clicked_at, replied_at)) AS answered_at, max(opened_at) AS opened_at
FROM crm.scoring_messages GROUP BY customer_id"""
_VISITS = "SELECT customer_id, max(created_at) AS visited_at FROM crm.scoring_visits GROUP BY customer_id"


@dataclass(frozen=True)
class Factor:
    """What gives a lead points: SQL of its condition and of the instant that its reason names.

    `days` bounds how long ago it may have been, where that is asked; `missing` says what a factor waits for.
    """

    code: str
    label: Text
    reason: Text
    points: int
    condition: str = "false"
    at: str = ""
    days: int | None = None
    missing: Text | None = None


_ENGAGED = "greatest(facts.last_contact_at, answers.answered_at, answers.opened_at)"
FACTORS: tuple[Factor, ...] = (
    Factor(
        "RFM_CHAMPION",
        Text(id="Segmen RFM terbaik", en="RFM segment champion"),
        Text(id="Segmen RFM: terbaik.", en="RFM segment: champion."),
        30,
        "facts.rfm_segment = 'CHAMPION'",
    ),
    Factor(
        "RFM_LOYAL",
        Text(id="Segmen RFM setia", en="RFM segment loyal"),
        Text(id="Segmen RFM: setia.", en="RFM segment: loyal."),
        20,
        "facts.rfm_segment = 'LOYAL'",
    ),
    Factor(
        "MARKETING_CONSENT",
        Text(id="Persetujuan pemasaran", en="Consent to marketing"),
        Text(id="Nasabah menyetujui pemasaran.", en="The customer agreed to marketing."),
        15,
        "marketing.status = 'GRANTED'",
    ),
    Factor(
        "ENGAGED",
        Text(id="Interaksi terakhir", en="Recent engagement"),
        Text(id="Interaksi terakhir {at}.", en="Last engagement on {at}."),
        10,
        f"{_ENGAGED} > %(at)s - make_interval(days => %(ENGAGED_days)s)",
        _ENGAGED,
        days=7,
    ),
    Factor(
        "BROCHURE_DOWNLOADED",
        Text(id="Mengunduh brosur", en="Brochure downloaded"),
        Text(id="Mengunduh brosur {at}.", en="Downloaded a brochure on {at}."),
        10,
        missing=Text(id="Unduhan brosur belum dicatat di pemasangan ini.", en="This installation does not record downloads of brochures yet."),
    ),
    Factor(
        "BRANCH_VISITED",
        Text(id="Datang ke cabang", en="Branch visited"),
        Text(id="Datang ke cabang {at}.", en="Visited a branch on {at}."),
        5,
        "visits.visited_at > %(at)s - make_interval(days => %(BRANCH_VISITED_days)s)",
        "visits.visited_at",
        days=90,
    ),
    Factor(
        "EMAIL_OPENED",
        Text(id="Membuka e-mail", en="E-mail opened"),
        Text(id="Membuka e-mail {at}.", en="Opened an e-mail on {at}."),
        5,
        "answers.opened_at > %(at)s - make_interval(days => %(EMAIL_OPENED_days)s)",
        "answers.opened_at",
        days=90,
    ),
)
FACTOR_OF: dict[str, Factor] = {factor.code: factor for factor in FACTORS}


def lead_scoring_current() -> LeadScoring:
    """The version by which leads are scored now."""
    return LeadScoring.objects.order_by("-version")[0]


def scores_sql(scoring: LeadScoring, at: datetime, *, is_assessed: bool, customers: Sequence[UUID] | None = None) -> tuple[str, dict[str, object]]:
    """SQL, with its parameters, of `lead_id`, `customer_id`, `withheld`, `total` and `breakdown` of open leads, of these customers or all.

    Closed leads keep their score, unless the customer's may not be computed any more.
    """
    params: dict[str, object] = {"at": at, "customers": None if customers is None else list(customers)}

    def narrow_sql(sql: str) -> str:
        return sql if customers is None else _AMONG.format(sql=sql)

    entries, points = [], []
    for factor in FACTORS:
        stated: Mapping[str, object] = scoring.factors.get(factor.code, {})
        if factor.missing is not None or not stated.get("is_active"):
            continue
        params |= {f"{factor.code}_points": stated["points"], f"{factor.code}_days": stated.get("days")}
        points.append(f"CASE WHEN {factor.condition} THEN %({factor.code}_points)s::integer ELSE 0 END")
        entries.append(f"CASE WHEN {factor.condition} THEN {_entry(factor, params)} END")
    withheld = "CASE WHEN excluded.customer_id IS NOT NULL THEN 'LIMITED' WHEN profiling.status IS DISTINCT FROM 'GRANTED' THEN 'CONSENT' END"
    return (
        f"""SELECT l.lead_id, l.customer_id, {withheld if is_assessed else "'ASSESSMENT'"} AS withheld, {" + ".join(points) or "0"} AS total,
       to_jsonb(array_remove(ARRAY[{", ".join(entries)}]::jsonb[], NULL)) AS breakdown, l.is_open
FROM ({narrow_sql("SELECT lead_id, customer_id, is_open FROM crm.scoring_leads")}) l
LEFT JOIN ({narrow_sql(f"SELECT DISTINCT customer_id FROM ({scoring_excluded_sql()}) x")}) excluded ON excluded.customer_id = l.customer_id
LEFT JOIN ({narrow_sql(consents_granted_sql("PROFILING"))}) profiling ON profiling.customer_id = l.customer_id
LEFT JOIN ({narrow_sql(consents_granted_sql("MARKETING"))}) marketing ON marketing.customer_id = l.customer_id
LEFT JOIN ({narrow_sql("SELECT customer_id, rfm_segment, last_contact_at FROM crm.segment_facts")}) facts ON facts.customer_id = l.customer_id
LEFT JOIN ({narrow_sql(_ANSWERS)}) answers ON answers.customer_id = l.customer_id
LEFT JOIN ({narrow_sql(_VISITS)}) visits ON visits.customer_id = l.customer_id""",
        params,
    )


def _entry(factor: Factor, params: dict[str, object]) -> str:
    """SQL of one part of the breakdown, with its reason in both languages."""
    params |= {f"{factor.code}_id": factor.reason.id, f"{factor.code}_en": factor.reason.en}
    day = f"to_char({factor.at} AT TIME ZONE 'Asia/Jakarta', 'DD-MM-YYYY')" if factor.at else "''"
    words = (f"'{language}', replace(%({factor.code}_{language})s::text, '{{at}}', {day})" for language in ("id", "en"))
    return f"jsonb_build_object('factor', '{factor.code}', 'points', %({factor.code}_points)s::integer, 'reason', jsonb_build_object({', '.join(words)}))"
