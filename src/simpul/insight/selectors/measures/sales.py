"""Measures of sales: leads, opportunities and the activities of relationship managers."""

from __future__ import annotations

from decimal import Decimal

from simpul.insight.selectors.measures.declaring import Measure, RowsLink, day_of
from simpul.insight.vocabulary import Better, Combine, Kind, Unit
from simpul.platform.text import Text

STAGE_NAMES = {
    "NEW": Text(id="Baru", en="New"),
    "QUALIFIED": Text(id="Terkualifikasi", en="Qualified"),
    "PROPOSAL": Text(id="Penawaran", en="Proposal"),
    "NEGOTIATION": Text(id="Negosiasi", en="Negotiation"),
}
# Where the working days of relationship managers lie.
_WORKDAY = "extract(isodow FROM d.day) < 6 AND NOT EXISTS (SELECT FROM crm.figure_holidays h WHERE h.day = d.day)"
_OPPORTUNITIES = RowsLink("/opportunities", "lead", {"view": "list"}, branch_as=str, key="stage")


def _pipeline(value: str) -> str:
    return f"""
SELECT %(today)s::date, o.branch_code, o.stage, o.assigned_to, {value}, 0, o.customer_id
FROM crm.figure_opportunities o WHERE o.closed_at IS NULL AND o.created_at < %(at)s
"""


MEASURES = (
    Measure(
        code="lead_acceptance",
        title=Text(id="Prospek ditindaklanjuti", en="Lead acceptance"),
        definition=Text(
            id="Prospek yang keluar dari status Baru dalam 3 hari, dibagi prospek yang ditugaskan; yang belum 3 hari dan masih Baru belum dihitung.",
            en="Leads moved out of NEW within 3 days over leads assigned; those younger than 3 days and still NEW are not counted yet.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        staff=True,
        rows=RowsLink("/leads", "lead", {"view": "list", "status": "NEW"}, branch_as=str),
        source=f"""
SELECT {day_of("l.created_at")}, l.branch_code, '', l.assigned_to,
       coalesce(l.left_new_at <= l.created_at + interval '3 days', false)::integer, 1, l.customer_id
FROM crm.figure_leads l
WHERE l.created_at >= %(since)s AND l.created_at < %(until)s AND l.assigned_to IS NOT NULL
  AND (l.left_new_at IS NOT NULL OR l.created_at + interval '3 days' <= %(at)s)
""",
    ),
    Measure(
        code="pipeline",
        title=Text(id="Nilai pipeline", en="Pipeline"),
        definition=Text(
            id="Nilai perkiraan semua peluang yang terbuka, menurut tahapnya.",
            en="Estimated value of all open opportunities, by stage.",
        ),
        unit=Unit.MONEY,
        combine=Combine.SUM,
        kind=Kind.STATE,
        better=Better.HIGHER,
        staff=True,
        rows=_OPPORTUNITIES,
        keys=STAGE_NAMES,
        source=_pipeline("o.estimated_value"),
    ),
    Measure(
        code="pipeline_weighted",
        title=Text(id="Nilai pipeline tertimbang", en="Weighted pipeline"),
        definition=Text(
            id="Nilai perkiraan peluang yang terbuka dikalikan kemungkinannya.",
            en="Estimated value of open opportunities times their probability.",
        ),
        unit=Unit.MONEY,
        combine=Combine.SUM,
        kind=Kind.STATE,
        better=Better.HIGHER,
        staff=True,
        rows=_OPPORTUNITIES,
        keys=STAGE_NAMES,
        source=_pipeline("round(o.estimated_value * o.probability / 100, 2)"),
    ),
    Measure(
        code="open_opportunities",
        title=Text(id="Peluang terbuka", en="Open opportunities"),
        definition=Text(
            id="Banyaknya peluang yang terbuka, menurut tahapnya.",
            en="How many opportunities are open, by stage.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        kind=Kind.STATE,
        staff=True,
        rows=_OPPORTUNITIES,
        keys=STAGE_NAMES,
        source=_pipeline("1"),
    ),
    Measure(
        code="win_rate",
        title=Text(id="Tingkat menang", en="Win rate"),
        definition=Text(
            id="Peluang yang dimenangkan, dibagi semua peluang yang ditutup dalam periode.",
            en="Opportunities won over all opportunities closed in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        staff=True,
        rows=RowsLink("/opportunities", "lead", {"view": "list", "closed": "yes"}, branch_as=str),
        source=f"""
SELECT {day_of("o.closed_at")}, o.branch_code, '', o.assigned_to, (o.stage = 'CLOSED_WON')::integer, 1, o.customer_id
FROM crm.figure_opportunities o WHERE o.closed_at >= %(since)s AND o.closed_at < %(until)s
""",
    ),
    Measure(
        code="rm_activities",
        title=Text(id="Kegiatan per RM per hari kerja", en="Activities per RM per working day"),
        definition=Text(
            id="Kegiatan yang dicatat RM, dibagi hari kerja RM dalam periode; hari libur nasional dan ketidakhadiran tidak dihitung.",
            en="Activities logged by relationship managers over their working days in the period, without public holidays and absences.",
        ),
        unit=Unit.PER_DAY,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        target=Decimal(5),
        staff=True,
        rows=RowsLink("/activities", "activity", {"by": "managers"}, branch_as=str, dates=True),
        source=f"""
SELECT {day_of("a.happened_at")}, m.branch_code, '', m.user_id, 1, 0, a.customer_id
FROM crm.figure_activities a JOIN crm.figure_managers m ON m.user_id = a.rm_user_id
WHERE a.happened_at >= %(since)s AND a.happened_at < %(until)s
UNION ALL
SELECT d.day::date, m.branch_code, '', m.user_id, 0, 1, NULL::uuid
FROM generate_series(%(since_day)s::date, least(%(until_day)s::date - 1, %(today)s::date), interval '1 day') d (day)
JOIN crm.figure_managers m ON m.since < (d.day + interval '1 day') AT TIME ZONE 'Asia/Jakarta'
     AND (m.until IS NULL OR m.until > d.day AT TIME ZONE 'Asia/Jakarta')
WHERE {_WORKDAY} AND NOT EXISTS (SELECT FROM crm.figure_absences b WHERE b.user_id = m.user_id AND d.day BETWEEN b.first_day AND b.last_day)
""",
    ),
)
