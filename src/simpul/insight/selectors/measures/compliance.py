"""Measures of consent, emergency access and the audit trail."""

from __future__ import annotations

from decimal import Decimal

from simpul.insight.selectors.measures.declaring import Measure, RowsLink, day_of
from simpul.insight.vocabulary import Better, Combine, Unit
from simpul.platform.text import Text

STATUS_NAMES = {
    "GRANTED": Text(id="Diberikan", en="Granted"),
    "WITHDRAWN": Text(id="Ditarik", en="Withdrawn"),
    "UNKNOWN": Text(id="Tidak diketahui", en="Unknown"),
    "EXPIRED": Text(id="Kedaluwarsa", en="Expired"),
}
_IN_PERIOD = "{at} >= %(since)s AND {at} < %(until)s"
# The time in which a session ends by itself: a profile that is opened later follows no search.
_SESSION = "interval '15 minutes'"
# Acts on a customer that follow the look at the profile.
_ACTIONS = """('CREATE_CASE', 'UPDATE_CASE', 'VIEW_CASE', 'CREATE_TASK', 'UPDATE_TASK', 'COMPLETE_TASK', 'CREATE_ACTIVITY', 'VIEW_TIMELINE',
 'REVEAL_FIELD', 'CREATE_LEAD', 'CREATE_OPPORTUNITY', 'CHANGE_CONSENT', 'VERIFY_CUSTOMER', 'REQUEST_CUSTOMER_CHANGE', 'UPDATE_CUSTOMER')"""
# A search, and the profile that the same person opened next.
_OPENED = f"""
SELECT s.* FROM (
    SELECT t.action, t.actor_user_id, t.customer_id, t.branch_code, t.created_at,
           lag(t.action) OVER w AS before, lag(t.created_at) OVER w AS searched_at
    FROM crm.figure_trail t
    WHERE t.action IN ('SEARCH_CUSTOMER', 'VIEW_PROFILE') AND t.created_at >= %(since)s - {_SESSION} AND t.created_at < %(until)s
    WINDOW w AS (PARTITION BY t.actor_user_id ORDER BY t.created_at)
) s WHERE s.action = 'VIEW_PROFILE' AND s.before = 'SEARCH_CUSTOMER' AND s.created_at - s.searched_at < {_SESSION} AND s.created_at >= %(since)s
"""
# What must leave a row in the trail: where each is recorded, by whom, when, and by which acts.
_EXERCISED = (
    ("crm.figure_cases", "x.case_id", "x.created_by", "x.created_at", "CREATE_CASE"),
    ("crm.figure_leads", "x.lead_id", "x.created_by", "x.created_at", "CREATE_LEAD"),
    (
        "crm.figure_opportunities",
        "x.opportunity_id",
        "x.created_by",
        "x.created_at",
        "CREATE_OPPORTUNITY",
    ),
    ("crm.figure_tasks", "x.task_id", "x.created_by", "x.created_at", "CREATE_TASK"),
    (
        "crm.figure_activities",
        "x.rm_activity_id",
        "x.rm_user_id",
        "x.created_at",
        "CREATE_ACTIVITY",
    ),
)
OPERATION_NAMES = {
    "CREATE_CASE": Text(id="Catat kasus", en="Opened a case"),
    "CREATE_LEAD": Text(id="Buat prospek", en="Created a lead"),
    "CREATE_OPPORTUNITY": Text(id="Buat peluang", en="Created an opportunity"),
    "CREATE_TASK": Text(id="Buat tugas", en="Created a task"),
    "CREATE_ACTIVITY": Text(id="Catat kegiatan", en="Logged an activity"),
}


def _coverage() -> str:
    return " UNION ALL ".join(
        f"""
SELECT {day_of(at)}, x.branch_code, '{act}', NULL::uuid,
       ({key}::text IN (SELECT t.object_id FROM crm.figure_trail t
                         WHERE t.action = '{act}' AND t.created_at >= %(since)s - interval '1 day'))::integer, 1, x.customer_id
FROM {table} x JOIN iam.users u ON u.user_id = {author}
WHERE u.kind = 'USER' AND {_IN_PERIOD.format(at=at)} AND {at} >= (SELECT min(t.created_at) FROM crm.figure_trail t)
"""
        for table, key, author, at, act in _EXERCISED
    )


MEASURES = (
    Measure(
        code="consents_changed",
        title=Text(id="Perubahan persetujuan", en="Consents changed"),
        definition=Text(
            id="Persetujuan yang diberikan dan ditarik nasabah dalam periode.",
            en="Consents that customers granted and withdrew in the period.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        rows=RowsLink("/audit", "audit", {"action": "CHANGE_CONSENT"}, branch_as=str, dates=True),
        keys=STATUS_NAMES,
        source=f"""
SELECT {day_of("c.effective_at")}, c.branch_code, c.status, NULL::uuid, 1, 0, c.customer_id
FROM crm.figure_consents c WHERE {_IN_PERIOD.format(at="c.effective_at")}
""",
    ),
    Measure(
        code="break_glass",
        title=Text(id="Akses darurat", en="Emergency accesses"),
        definition=Text(
            id="Akses darurat yang dibuka dalam periode.",
            en="Emergency accesses opened in the period.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        better=Better.LOWER,
        rows=RowsLink("/audit", "audit", {"action": "BREAK_GLASS_APPROVE"}, branch_as=str, dates=True),
        source=f"""
SELECT {day_of("r.starts_at")}, r.branch_code, '', NULL::uuid, 1, 0, NULL::uuid
FROM crm.figure_emergencies r WHERE {_IN_PERIOD.format(at="r.starts_at")}
""",
    ),
    Measure(
        code="audit_coverage",
        title=Text(id="Cakupan audit", en="Audit coverage"),
        definition=Text(
            id="Tindakan wajib audit yang tercatat di jejak audit, dibagi semua tindakan wajib audit dalam periode; yang dimuat dari masa sebelum jejak audit dimulai tidak dihitung.",
            en="Exercised operations of the audited list with a row in the trail over all exercised in the period; records loaded from before the trail began do not count.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        target=Decimal(100),
        rows=RowsLink("/audit", "audit", branch_as=str, dates=True),
        keys=OPERATION_NAMES,
        source=_coverage(),
    ),
    Measure(
        code="search_to_profile",
        title=Text(id="Pencarian sampai profil", en="Search to profile"),
        definition=Text(
            id="Median waktu dari pencarian nasabah sampai profil yang dibuka sesudahnya, dari jejak audit.",
            en="Median time from a search for customers to the profile that follows it, from the audit trail.",
        ),
        unit=Unit.SECONDS,
        combine=Combine.MEDIAN,
        better=Better.LOWER,
        target=Decimal(10),
        rows=RowsLink("/audit", "audit", {"action": "VIEW_PROFILE"}, branch_as=str, dates=True),
        source=f"""
SELECT {day_of("p.created_at")}, p.branch_code, floor(extract(epoch FROM p.created_at - p.searched_at))::integer::text, NULL::uuid, 1, 0, p.customer_id
FROM ({_OPENED}) p
""",
    ),
    Measure(
        code="time_to_context",
        title=Text(id="Pencarian sampai tindakan", en="Time to context"),
        definition=Text(
            id="Median waktu dari pencarian nasabah sampai tindakan pertama atas nasabah itu sesudah profilnya dibuka, dari jejak audit.",
            en="Median time from a search for customers to the first action on that customer after the profile, from the audit trail.",
        ),
        unit=Unit.SECONDS,
        combine=Combine.MEDIAN,
        better=Better.LOWER,
        target=Decimal(30),
        rows=RowsLink("/audit", "audit", {"action": "VIEW_PROFILE"}, branch_as=str, dates=True),
        source=f"""
SELECT {day_of("p.created_at")}, p.branch_code, floor(extract(epoch FROM f.at - p.searched_at))::integer::text, NULL::uuid, 1, 0, p.customer_id
FROM ({_OPENED}) p
CROSS JOIN LATERAL (SELECT min(t.created_at) AS at FROM crm.figure_trail t
                    WHERE t.actor_user_id = p.actor_user_id AND t.customer_id = p.customer_id AND t.action IN {_ACTIONS}
                      AND t.created_at > p.created_at AND t.created_at < p.created_at + {_SESSION}) f
WHERE f.at IS NOT NULL
""",
    ),
)
