"""Measures of customer value and of advice."""

from __future__ import annotations

from simpul.insight.selectors.measures.declaring import Measure, RowsLink, day_of
from simpul.insight.vocabulary import Better, Combine, Kind, Unit
from simpul.platform.text import Text
from simpul.value.public import RFM_SEGMENTS, rfm_title

SEGMENT_NAMES = {segment: rfm_title(segment) for segment in RFM_SEGMENTS}
MOVE_NAMES = {
    f"{before}>{after}": Text(
        id=f"{rfm_title(before).id} → {rfm_title(after).id}",
        en=f"{rfm_title(before).en} → {rfm_title(after).en}",
    )
    for before in RFM_SEGMENTS
    for after in RFM_SEGMENTS
    if before != after
}

MEASURES = (
    Measure(
        code="rfm_distribution",
        title=Text(id="Segmen RFM", en="RFM segments"),
        definition=Text(
            id="Nasabah menurut segmen RFM pada akhir periode.",
            en="Customers by RFM segment at the end of the period.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        kind=Kind.STATE,
        rows=RowsLink("/customers", "customer", branch_as=str, key="rfm"),
        keys=SEGMENT_NAMES,
        source="SELECT %(today)s::date, s.branch_code, s.segment, NULL::uuid, 1, 0, s.customer_id FROM crm.segment_rfm s",
    ),
    Measure(
        code="rfm_migration",
        title=Text(id="Perpindahan segmen RFM", en="RFM migration"),
        definition=Text(
            id="Nasabah yang segmennya dalam suatu bulan berbeda dari bulan sebelumnya, menurut bulan yang mulai dalam periode.",
            en="Customers whose segment in a month differs from that of the month before, by months that begin in the period.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        rows=RowsLink("/value/moves", "customer", branch_as=str, dates=True, key="move"),
        keys=MOVE_NAMES,
        shows_all_keys=False,
        source="""
SELECT u.month, u.branch_code, s.segment || '>' || u.segment, NULL::uuid, 1, 0, u.customer_id
FROM crm.rfm_months u JOIN crm.rfm_months s ON s.customer_id = u.customer_id AND s.month = (u.month - interval '1 month')::date
WHERE u.month >= %(since_day)s AND u.month < %(until_day)s AND s.segment <> u.segment
""",
    ),
    Measure(
        code="nba_acceptance",
        title=Text(id="Saran diterima", en="Advice accepted"),
        definition=Text(
            id="Saran yang diterima, dibagi saran yang diterima atau ditolak dalam periode.",
            en="Advice accepted over advice accepted or rejected in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        staff=True,
        rows=RowsLink("/advice/decisions", "advice", {"decision": ["ACCEPTED", "REJECTED"]}, branch_as=str, dates=True),
        source=f"""
SELECT {day_of("a.decided_at")}, a.branch_code, '', a.decided_by, (a.decision = 'ACCEPTED')::integer, 1, a.customer_id
FROM crm.figure_advice a
WHERE a.decided_at >= %(since)s AND a.decided_at < %(until)s AND a.decision IN ('ACCEPTED', 'REJECTED')
""",
    ),
    Measure(
        code="nba_success",
        title=Text(id="Saran berhasil", en="Advice that succeeded"),
        definition=Text(
            id="Saran diterima yang berhasil, dibagi saran diterima yang sudah berakhir dalam periode.",
            en="Accepted advice that succeeded over accepted advice that ended in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        staff=True,
        rows=RowsLink("/advice/decisions", "advice", {"ended": "yes"}, branch_as=str, dates=True),
        source=f"""
SELECT {day_of("a.outcome_at")}, a.branch_code, '', a.decided_by, (a.outcome = 'SUCCESS')::integer, 1, a.customer_id
FROM crm.figure_advice a
WHERE a.outcome_at >= %(since)s AND a.outcome_at < %(until)s AND a.outcome IN ('SUCCESS', 'FAILED')
""",
    ),
)
