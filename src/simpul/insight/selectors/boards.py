"""The dashboards: for which roles, with which figures above and which charts below."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.insight.vocabulary import ChartKind, Cut
from simpul.platform.text import Text


@dataclass(frozen=True)
class Chart:
    """One chart: a measure divided by `rows`, and each of these by `columns`."""

    code: str
    title: Text
    measure: str
    kind: ChartKind
    rows: Cut
    columns: Cut | None = None
    most: int = 12


@dataclass(frozen=True)
class Dashboard:
    """One dashboard. `roles` see it; `own` narrows it to the reader's own figures."""

    key: str
    title: Text
    text: Text
    roles: frozenset[str]
    tiles: tuple[str, ...]
    charts: tuple[Chart, ...]
    own: bool = False


_TREND = Chart(
    "cases_trend",
    Text(id="Kasus masuk dari waktu ke waktu", en="Cases received over time"),
    "cases_received",
    ChartKind.LINE,
    Cut.PERIOD,
)
_CATEGORIES = Chart(
    "cases_categories",
    Text(id="Kategori terbanyak", en="Top categories"),
    "case_categories",
    ChartKind.BARS,
    Cut.KEY,
    most=10,
)
_BRANCHES = Chart(
    "cases_branches",
    Text(id="Tren cabang", en="Branch trends"),
    "cases_received",
    ChartKind.HEAT,
    Cut.BRANCH,
    Cut.PERIOD,
    most=30,
)
_AGING = Chart(
    "backlog_aging",
    Text(id="Umur tunggakan", en="Aging of the backlog"),
    "backlog",
    ChartKind.BARS,
    Cut.KEY,
)
_BACKLOG = Chart(
    "backlog_branches",
    Text(id="Tunggakan per cabang menurut umur", en="Backlog by branch and age"),
    "backlog",
    ChartKind.STACKED,
    Cut.BRANCH,
    Cut.KEY,
    most=30,
)
_COMPLIANCE = Chart(
    "sla_branches",
    Text(id="Kepatuhan SLA per cabang", en="SLA compliance by branch"),
    "sla_compliance",
    ChartKind.BARS,
    Cut.BRANCH,
    most=30,
)
_LOAD = Chart(
    "agent_load",
    Text(id="Beban petugas", en="Agent load"),
    "agent_load",
    ChartKind.BARS,
    Cut.STAFF,
    most=20,
)
_STAGES = Chart(
    "pipeline_stages",
    Text(id="Peluang menurut tahap", en="Opportunities by stage"),
    "open_opportunities",
    ChartKind.FUNNEL,
    Cut.KEY,
)
_VALUE = Chart(
    "pipeline_value",
    Text(id="Nilai pipeline menurut tahap", en="Pipeline by stage"),
    "pipeline",
    ChartKind.BARS,
    Cut.KEY,
)
_ACTIVITIES = Chart(
    "rm_activities",
    Text(id="Kegiatan per RM per hari kerja", en="Activities per RM per working day"),
    "rm_activities",
    ChartKind.BARS,
    Cut.STAFF,
    most=20,
)
_FUNNEL = Chart(
    "campaign_funnel",
    Text(id="Pesan kampanye sampai klik", en="Campaign messages until the click"),
    "campaign_steps",
    ChartKind.FUNNEL,
    Cut.KEY,
)
_CONSENTS = Chart(
    "consents",
    Text(id="Persetujuan diberikan dan ditarik", en="Consents granted and withdrawn"),
    "consents_changed",
    ChartKind.STACKED,
    Cut.PERIOD,
    Cut.KEY,
)
_LEADS = Chart(
    "lead_acceptance",
    Text(id="Prospek ditindaklanjuti dari waktu ke waktu", en="Lead acceptance over time"),
    "lead_acceptance",
    ChartKind.LINE,
    Cut.PERIOD,
)
_COVERAGE = Chart(
    "audit_coverage",
    Text(id="Cakupan audit per tindakan", en="Audit coverage by operation"),
    "audit_coverage",
    ChartKind.BARS,
    Cut.KEY,
)
_EMERGENCY = Chart(
    "break_glass",
    Text(id="Akses darurat dari waktu ke waktu", en="Emergency accesses over time"),
    "break_glass",
    ChartKind.LINE,
    Cut.PERIOD,
)
_CONTEXT = Chart(
    "search_to_profile",
    Text(id="Pencarian sampai profil dari waktu ke waktu", en="Search to profile over time"),
    "search_to_profile",
    ChartKind.LINE,
    Cut.PERIOD,
)
_RATES = Chart(
    "campaign_rates",
    Text(id="Pesan dibuka dari waktu ke waktu", en="Messages opened over time"),
    "campaign_opened",
    ChartKind.LINE,
    Cut.PERIOD,
)

_SEGMENTS = Chart(
    "rfm_distribution",
    Text(id="Segmen RFM", en="RFM segments"),
    "rfm_distribution",
    ChartKind.BARS,
    Cut.KEY,
)
_MOVES = Chart(
    "rfm_migration",
    Text(id="Perpindahan segmen RFM", en="RFM migration"),
    "rfm_migration",
    ChartKind.BARS,
    Cut.KEY,
)

BOARDS = {
    each.key: each
    for each in (
        Dashboard(
            "executive",
            Text(id="Direksi", en="Executive"),
            Text(
                id="Layanan, penjualan, kampanye, dan kepatuhan seluruh bank.",
                en="Service, sales, campaigns and compliance of the whole bank.",
            ),
            frozenset({"DIRECTOR"}),
            (
                "sla_compliance",
                "first_response",
                "backlog",
                "pipeline_weighted",
                "rm_activities",
                "search_to_profile",
            ),
            (_TREND, _CATEGORIES, _BRANCHES, _BACKLOG, _STAGES, _ACTIVITIES),
        ),
        Dashboard(
            "service",
            Text(id="Layanan", en="Service"),
            Text(
                id="Kasus, tenggat, dan beban kerja cabang.",
                en="Cases, due times and load of the branches.",
            ),
            frozenset({"DIRECTOR", "SUPERVISOR"}),
            (
                "sla_compliance",
                "backlog_overdue",
                "first_response",
                "first_update",
                "final_response_time",
                "repeat_complaints",
            ),
            (_TREND, _CATEGORIES, _AGING, _BRANCHES, _COMPLIANCE, _LOAD),
        ),
        Dashboard(
            "quality",
            Text(id="Mutu penanganan", en="Quality of handling"),
            Text(
                id="Penutupan, tindak lanjut, dan waktu mencari nasabah.",
                en="Closing, follow-up and the time to find a customer.",
            ),
            frozenset({"DIRECTOR", "SUPERVISOR"}),
            (
                "closed_with_final",
                "followup_completion",
                "repeat_complaints",
                "search_to_profile",
                "time_to_context",
            ),
            (_COMPLIANCE, _CONTEXT),
        ),
        Dashboard(
            "sales",
            Text(id="Penjualan", en="Sales"),
            Text(
                id="Prospek, peluang, dan kegiatan cabang.",
                en="Leads, opportunities and activities of the branches.",
            ),
            frozenset({"DIRECTOR", "SUPERVISOR"}),
            (
                "lead_acceptance",
                "pipeline_weighted",
                "win_rate",
                "rm_activities",
                "nba_acceptance",
                "nba_success",
            ),
            (_LEADS, _STAGES, _VALUE, _ACTIVITIES, _SEGMENTS, _MOVES),
        ),
        Dashboard(
            "my_sales",
            Text(id="Penjualan saya", en="My sales"),
            Text(
                id="Prospek, peluang, dan kegiatan Anda sendiri.",
                en="Your own leads, opportunities and activities.",
            ),
            frozenset({"RM"}),
            (
                "lead_acceptance",
                "pipeline_weighted",
                "win_rate",
                "rm_activities",
                "nba_acceptance",
                "nba_success",
            ),
            (_LEADS, _STAGES, _VALUE),
            own=True,
        ),
        Dashboard(
            "marketing",
            Text(id="Pemasaran", en="Marketing"),
            Text(
                id="Pesan kampanye, kelayakan, dan penarikan persetujuan.",
                en="Campaign messages, eligibility and opt-outs.",
            ),
            frozenset({"DIRECTOR", "MARKETING"}),
            (
                "campaign_sent",
                "campaign_delivered",
                "campaign_opened",
                "campaign_clicked",
                "eligible_rate",
                "opt_out_rate",
            ),
            (_FUNNEL, _RATES, _SEGMENTS, _MOVES),
        ),
        Dashboard(
            "compliance",
            Text(id="Kepatuhan", en="Compliance"),
            Text(
                id="Persetujuan, akses darurat, dan jejak audit.",
                en="Consents, emergency access and the audit trail.",
            ),
            frozenset({"DIRECTOR", "COMPLIANCE"}),
            (
                "consents_changed",
                "break_glass",
                "audit_coverage",
                "search_to_profile",
                "time_to_context",
            ),
            (_CONSENTS, _EMERGENCY, _COVERAGE, _CONTEXT),
        ),
    )
}
