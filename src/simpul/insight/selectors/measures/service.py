"""Measures of service: cases, their clocks, answers and what follows them (product chapter 7.5)."""

from __future__ import annotations

from decimal import Decimal

from simpul.insight.selectors.measures.declaring import Measure, RowsLink, day_of
from simpul.insight.vocabulary import Better, Combine, Kind, Unit
from simpul.platform.text import Text

_RESOLVED = "c.resolved_at >= %(since)s AND c.resolved_at < %(until)s"
# What is not answered when the day ends: also found for a day that is over, as far as the case says.
_OPEN = "c.created_at < %(at)s AND (c.resolved_at IS NULL OR c.resolved_at >= %(at)s)"
# A case that was closed before the period has no activity in it, and rows lie about as they came.
_ALIVE = "(c.closed_at IS NULL OR c.closed_at >= %(since)s) AND c.created_at < %(until)s"
# By how many days a case has been open at least.
_AGES = (0, 2, 4, 8, 15, 31)
AGE_NAMES = {
    "00": Text(id="0–1 hari", en="0–1 days"),
    "02": Text(id="2–3 hari", en="2–3 days"),
    "04": Text(id="4–7 hari", en="4–7 days"),
    "08": Text(id="8–14 hari", en="8–14 days"),
    "15": Text(id="15–30 hari", en="15–30 days"),
    "31": Text(id="Lebih dari 30 hari", en="More than 30 days"),
}
_AGE = "CASE " + " ".join(f"WHEN c.created_at <= %(at)s - interval '{days} days' THEN '{days:02}'" for days in reversed(_AGES[1:])) + " ELSE '00' END"


def _first(condition: str) -> str:
    """From the opening of a case to the first activity of a kind, on the day of that activity."""
    return f"""
SELECT {day_of("f.at")}, c.branch_code, '', NULL::uuid, extract(epoch FROM f.at - c.created_at), 1, c.customer_id
FROM crm.figure_cases c
CROSS JOIN LATERAL (SELECT min(a.created_at) AS at FROM crm.figure_case_activities a
                    WHERE a.case_id = c.case_id AND {condition}) f
WHERE {_ALIVE} AND f.at >= %(since)s AND f.at < %(until)s
"""


def _open(key: str = "''", user: str = "NULL::uuid", condition: str = "true") -> str:
    return f"""
SELECT %(today)s::date, c.branch_code, {key}, {user}, 1, 0, c.customer_id
FROM crm.figure_cases c WHERE {_OPEN} AND {condition}
"""


def _received(key: str) -> str:
    return f"""
SELECT {day_of("c.created_at")}, c.branch_code, {key}, NULL::uuid, 1, 0, c.customer_id
FROM crm.figure_cases c WHERE c.created_at >= %(since)s AND c.created_at < %(until)s
"""


_QUEUE = RowsLink("/cases", "case", branch_as=list)
_CATEGORY = RowsLink("/cases", "case", branch_as=list, key="category", key_as=list)
_RESOLVED_CASES = RowsLink("/cases", "case", {"scope": "resolved"}, branch_as=list)

MEASURES = (
    Measure(
        code="sla_compliance",
        title=Text(id="Kepatuhan SLA", en="SLA compliance"),
        definition=Text(
            id="Kasus yang dijawab tuntas sebelum tenggatnya, dibagi semua kasus yang dijawab tuntas dalam periode.",
            en="Cases resolved by their due time over all cases resolved in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        target=Decimal(85),
        rows=_RESOLVED_CASES,
        source=f"""
SELECT {day_of("c.resolved_at")}, c.branch_code, '', NULL::uuid, (c.resolved_at <= c.sla_due_at)::integer, 1, c.customer_id
FROM crm.figure_cases c WHERE {_RESOLVED}
""",
    ),
    Measure(
        code="backlog",
        title=Text(id="Tunggakan", en="Backlog"),
        definition=Text(
            id="Kasus yang belum dijawab tuntas pada akhir periode, menurut umurnya.",
            en="Cases that are not resolved at the end of the period, by their age.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        kind=Kind.STATE,
        has_past=True,
        better=Better.LOWER,
        rows=_QUEUE,
        keys=AGE_NAMES,
        source=_open(key=_AGE),
    ),
    Measure(
        code="backlog_overdue",
        title=Text(id="Lewat tenggat", en="Overdue"),
        definition=Text(
            id="Kasus yang belum dijawab tuntas dan sudah lewat tenggat pada akhir periode.",
            en="Cases that are not resolved and past their due time at the end of the period.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        kind=Kind.STATE,
        has_past=True,
        better=Better.LOWER,
        rows=RowsLink("/cases", "case", {"overdue": "1"}, branch_as=list),
        source=_open(condition="c.sla_due_at < %(at)s"),
    ),
    Measure(
        code="first_response",
        title=Text(id="Respons pertama", en="First response"),
        definition=Text(
            id="Rata-rata waktu dari kasus dibuka sampai pesan pertama petugas kepada nasabah.",
            en="Average time from opening a case to the first message of a person to the customer.",
        ),
        unit=Unit.SECONDS,
        combine=Combine.RATIO,
        better=Better.LOWER,
        target=Decimal(3600),
        rows=RowsLink("/cases", "case", {"first_late": "1"}, branch_as=list),
        source=_first("a.is_public"),
    ),
    Measure(
        code="first_update",
        title=Text(id="Penanganan pertama", en="First update"),
        definition=Text(
            id="Rata-rata waktu dari kasus dibuka sampai kegiatan pertama petugas sesudahnya.",
            en="Average time from opening a case to the first activity of a person after it.",
        ),
        unit=Unit.SECONDS,
        combine=Combine.RATIO,
        better=Better.LOWER,
        rows=_QUEUE,
        # Opening a case leaves activities at its own instant.
        source=_first("a.created_at > c.created_at"),
    ),
    Measure(
        code="final_response_time",
        title=Text(id="Waktu sampai jawaban akhir", en="Time to final response"),
        definition=Text(
            id="Rata-rata waktu dari kasus dibuka sampai dijawab tuntas, atas kasus yang dijawab dalam periode.",
            en="Average time from opening a case to its final response, over cases resolved in the period.",
        ),
        unit=Unit.SECONDS,
        combine=Combine.RATIO,
        better=Better.LOWER,
        rows=_RESOLVED_CASES,
        source=f"""
SELECT {day_of("c.resolved_at")}, c.branch_code, '', NULL::uuid, extract(epoch FROM c.resolved_at - c.created_at), 1, c.customer_id
FROM crm.figure_cases c WHERE {_RESOLVED}
""",
    ),
    Measure(
        code="closed_with_final",
        title=Text(id="Ditutup dengan jawaban akhir", en="Closed with final response"),
        definition=Text(
            id="Kasus yang ditutup dengan jawaban akhir, dibagi semua kasus yang ditutup dalam periode.",
            en="Cases closed with a final response over all cases closed in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        target=Decimal(100),
        rows=RowsLink("/cases", "case", {"scope": "closed"}, branch_as=list),
        source=f"""
SELECT {day_of("c.closed_at")}, c.branch_code, '', NULL::uuid, c.has_final_response::integer, 1, c.customer_id
FROM crm.figure_cases c WHERE c.closed_at >= %(since)s AND c.closed_at < %(until)s AND c.status = 'CLOSED'
""",
    ),
    Measure(
        code="followup_completion",
        title=Text(id="Tindak lanjut selesai", en="Follow-up completion"),
        definition=Text(
            id="Tugas sesudah kasus yang selesai, dibagi semua tugas sesudah kasus yang jatuh tempo dalam periode.",
            en="Tasks after a case that are done over all tasks after a case due in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        rows=RowsLink("/tasks", "task", {"overdue": "yes"}),
        source="""
SELECT t.due_on, t.branch_code, '', NULL::uuid, (t.status = 'DONE')::integer, 1, t.customer_id
FROM crm.figure_tasks t
WHERE t.origin = 'CASE_CLOSED' AND t.due_on >= %(since_day)s AND t.due_on < %(until_day)s
""",
    ),
    Measure(
        code="repeat_complaints",
        title=Text(id="Nasabah mengeluh ulang", en="Repeat complaints"),
        definition=Text(
            id="Nasabah dengan kasus baru dalam periode yang kategorinya sama dengan kasus yang ditutup paling lama 90 hari sebelumnya.",
            en="Customers with a new case in the period of the same category as one closed within 90 days before.",
        ),
        unit=Unit.COUNT,
        combine=Combine.DISTINCT,
        better=Better.LOWER,
        rows=_QUEUE,
        source=f"""
SELECT {day_of("c.created_at")}, c.branch_code, md5(c.customer_id::text), NULL::uuid, 1, 0, c.customer_id
FROM crm.figure_cases c
WHERE c.created_at >= %(since)s AND c.created_at < %(until)s AND EXISTS (
    SELECT FROM crm.figure_cases e WHERE e.customer_id = c.customer_id AND e.category_code = c.category_code
      AND e.case_id <> c.case_id AND e.closed_at <= c.created_at AND e.closed_at >= c.created_at - interval '90 days')
""",
    ),
    Measure(
        code="cases_received",
        title=Text(id="Kasus masuk", en="Cases received"),
        definition=Text(id="Kasus yang dibuka dalam periode.", en="Cases opened in the period."),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        rows=_QUEUE,
        source=_received("''"),
    ),
    Measure(
        code="case_categories",
        title=Text(id="Kategori kasus", en="Categories of cases"),
        definition=Text(
            id="Kasus yang dibuka dalam periode, menurut kategorinya.",
            en="Cases opened in the period, by category.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        rows=_CATEGORY,
        source=_received("c.category_code"),
    ),
    Measure(
        code="agent_load",
        title=Text(id="Beban petugas", en="Agent load"),
        definition=Text(
            id="Kasus yang belum dijawab tuntas pada akhir periode, menurut petugas yang menanganinya.",
            en="Cases that are not resolved at the end of the period, by who handles them.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        kind=Kind.STATE,
        staff=True,
        rows=_QUEUE,
        source=_open(user="c.assigned_to_user_id", condition="c.assigned_to_user_id IS NOT NULL"),
    ),
)
