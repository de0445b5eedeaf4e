"""Every figure of dashboards against plain Python over one data set, and what each reader is shown of them."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from asgiref.sync import async_to_sync

from simpul.iam.public import system_actor
from simpul.insight.selectors.figures import Reach, figures_read
from simpul.insight.selectors.measures import MEASURES
from simpul.insight.selectors.periods import Span
from simpul.insight.services.filling import figures_compute
from simpul.insight.services.schedules import schedules_send
from simpul.insight.vocabulary import Combine, Cut, Kind
from simpul.platform.clock import shifted, today
from simpul.platform.db import execute, query, scope
from simpul.value.public import RFM_SEGMENTS
from tests.insight import oracle
from tests.insight.data import DAYS, Maker, Records, day_of
from tests.support import people
from tests.support.database import rows, undone

_HOLIDAYS = """
SELECT DISTINCT day FROM crm.calendar_days d JOIN crm.calendar_versions v USING (version_id)
WHERE d.kind = 'HOLIDAY' AND d.decision = 'APPROVED' AND v.status = 'APPROVED'
"""


@pytest.fixture(scope="module")
def records(kept) -> Records:
    """The data set, with the figures computed over all of it and then once more over the last days."""
    made = Maker().make()
    with scope(system_actor()):
        figures_compute(today() - timedelta(days=DAYS))
        figures_compute(today() - timedelta(days=7))
    return made


def asked(branch: str | None, days: int = 40) -> oracle.Span:
    """The last days, in a branch or everywhere."""
    with rows():
        holidays = frozenset(row["day"] for row in query(_HOLIDAYS))
    return oracle.Span(today() - timedelta(days=days - 1), today(), branch, holidays)


def computed(code: str, span: oracle.Span) -> Decimal | None:
    """The figure as dashboards read it, before anything is suppressed."""
    measure = MEASURES[code]
    with scope(system_actor()):
        reach = Reach(None if span.branch is None else [span.branch])
        found = figures_read([code], [Span(span.first, span.last)], reach, Cut.PERIOD)
    amount = found.get(code, {}).get(("0", ""))
    if amount is None:
        return Decimal(0) if measure.combine in (Combine.SUM, Combine.DISTINCT) else None
    return amount.figure_value(measure)


def test_every_measure_with_data_is_recomputed_here():
    assert set(oracle.ORACLE) == {code for code, measure in MEASURES.items() if measure.source}
    assert {code for code, measure in MEASURES.items() if not measure.source} == {
        "recovery_rate",
        "redemption_rate",
        "merchant_conversion",
        "root_causes",
    }


@pytest.mark.parametrize("code", sorted(oracle.ORACLE))
def test_a_figure_is_what_its_definition_says(records, code):
    for branch in (None, "MDN", "BNJ", "PMS"):
        for days in (40, 9) if MEASURES[code].kind is Kind.FLOW else (40,):
            span = asked(branch, days)
            assert computed(code, span) == oracle.ORACLE[code](records, span), (branch, days)


def test_a_group_is_small_exactly_when_it_has_fewer_than_five_customers(records):
    span = asked(None)
    with scope(system_actor()):
        spans = [Span(span.first + timedelta(days=at), span.first + timedelta(days=at + 2)) for at in range(37)]
        found = figures_read(["cases_received"], spans, Reach(None), Cut.PERIOD, Cut.BRANCH)
    for at, each in enumerate(spans):
        for branch in ("MDN", "BNJ", "PMS"):
            customers = {
                case["customer_id"] for case in records.cases if case["branch_code"] == branch and each.first <= day_of(case["created_at"]) <= each.last
            }
            amount = found["cases_received"].get((str(at), branch))
            assert (amount is not None and amount.people.is_small) == (0 < len(customers) < 5)
            assert amount is None or amount.people.many or len(amount.people.few) == len(customers)


def test_the_backlog_of_a_day_that_is_over_is_found_once(records):
    day = today() - timedelta(days=12)
    cases = [case for case in records.cases if day_of(case["created_at"]) <= day and (case["resolved_at"] is None or day_of(case["resolved_at"]) > day)]
    with scope(system_actor()):
        found = figures_read(["backlog"], [Span(day, day)], Reach(None), Cut.PERIOD)
    assert found["backlog"]["0", ""].numerator == len(cases)


def tile(answer, code):
    [found] = [each for each in answer["tiles"] if each["code"] == code]
    return found


def chart(answer, code):
    [found] = [each for each in answer["charts"] if each["code"] == code]
    return {line["label"]: line["values"] for line in found["lines"]}


def test_a_supervisor_sees_their_branch_and_a_manager_themselves(records):
    period = f"since={today() - timedelta(days=39)}&until={today()}"
    supervisor = people.client("supervisor_mdn")
    answer = supervisor.api("GET", f"/dashboards/service?{period}").json()
    expected = oracle.ORACLE["sla_compliance"](records, asked("MDN"))
    assert Decimal(tile(answer, "sla_compliance")["value"]) == expected
    assert [each["code"] for each in answer["branches"]] == ["MDN"]
    assert set(chart(answer, "backlog_aging")) and set(chart(answer, "sla_branches")) == {"Medan Utama"}
    assert set(chart(answer, "agent_load")) == {"Agent Mdn"}
    assert tile(answer, "backlog_overdue")["rows"] == {"to": "/cases", "search": {"overdue": "1"}}
    [categories] = [each for each in answer["charts"] if each["code"] == "cases_categories"]
    assert categories["rows"] == {"to": "/cases", "search": {}}
    assert [line["rows"] for line in categories["lines"]] == [{"to": "/cases", "search": {"category": [line["key"]]}} for line in categories["lines"]] != []
    [places] = [each for each in answer["charts"] if each["code"] == "sla_branches"]
    assert [line["rows"] for line in places["lines"]] == [{"to": "/cases", "search": {"scope": "resolved", "branch": ["MDN"]}}]
    sales = supervisor.api("GET", f"/dashboards/sales?{period}").json()["charts"]
    linked = {each["code"]: [line["rows"]["search"] for line in each["lines"]] for each in sales if each["code"] in ("rfm_distribution", "pipeline_stages")}
    assert linked["pipeline_stages"] == [{"view": "list", "stage": stage} for stage in ("NEW", "QUALIFIED", "PROPOSAL", "NEGOTIATION")]
    assert [each["rfm"] for each in linked["rfm_distribution"]] == list(RFM_SEGMENTS)
    days = {"from": str(today() - timedelta(days=39)), "to": str(today())}
    boards = [supervisor.api("GET", f"/dashboards/{each['key']}?{period}").json() for each in supervisor.api("GET", "/dashboards").json()["items"]]
    rows_of = {each["code"]: each["rows"] for board in boards for each in (*board["tiles"], *board["charts"])}
    assert rows_of["rm_activities"] == {"to": "/activities", "search": {"by": "managers", **days}}
    assert rows_of["nba_acceptance"] == {"to": "/advice/decisions", "search": {"decision": ["ACCEPTED", "REJECTED"], **days}}
    assert rows_of["nba_success"] == {"to": "/advice/decisions", "search": {"ended": "yes", **days}}
    assert rows_of["rfm_migration"] == {"to": "/value/moves", "search": days}
    # Whatever counts records that a supervisor reads leads to them; the trail is not among these.
    assert {code for code, rows in rows_of.items() if rows is None} == {"search_to_profile", "time_to_context"}
    assert supervisor.api("GET", "/dashboards/service?branch=BNJ").status_code == 403
    assert supervisor.api("GET", "/dashboards/executive").status_code == 404
    for username, branches in (("supervisor_mdn", {"MDN"}), ("director", {"MDN", "BNJ", "PMS"})):
        with scope(people.actor(username)):
            found = query("SELECT DISTINCT branch_code FROM crm.dashboard_figures")
        assert {row["branch_code"] for row in found} - {"", "*"} == branches
    with scope(people.actor("rm_mdn")):
        found = query("SELECT DISTINCT user_id FROM crm.dashboard_figures")
    assert {row["user_id"] for row in found} == {records.people["rm_mdn"]}


def test_a_director_sees_aggregates_of_every_branch_and_no_rows(records):
    director = people.client("director")
    for board in director.api("GET", "/dashboards").json()["items"]:
        answer = director.api("GET", f"/dashboards/{board['key']}?preset=last_90").json()
        assert all(each["rows"] is None for each in (*answer["tiles"], *answer["charts"]))
        assert all(line["rows"] is None for each in answer["charts"] for line in each["lines"])
        assert answer["as_of"] is not None
    answer = director.api("GET", "/dashboards/service?preset=last_90").json()
    # Three customers of Pematangsiantar are fewer than five.
    branches = chart(answer, "sla_branches")
    assert set(branches) == {"Medan Utama", "Binjai", "Pematangsiantar"}
    assert branches["Pematangsiantar"] == [{"value": None, "is_suppressed": True}]
    # With one branch alone unsaid, the total would say it: so a second one is not shown.
    assert sum(values[0]["is_suppressed"] for values in branches.values()) == 2
    one = director.api("GET", "/dashboards/service?branch=PMS&preset=last_90").json()
    assert (tile(one, "sla_compliance")["value"], tile(one, "sla_compliance")["is_suppressed"]) == (
        None,
        True,
    )
    assert director.api("GET", "/dashboards/service?branch=XXX").status_code == 422


def test_an_export_and_a_document_are_what_the_page_shows_and_recorded(records):
    director = people.client("director")
    page = director.api("GET", "/dashboards/marketing?preset=last_90").json()
    body = {
        "data_set": "dashboard",
        "format": "csv",
        "filter": {"dashboard": "marketing", "preset": "last_90"},
    }
    answer = director.api("POST", "/exports", body)

    async def collect() -> bytes:
        return b"".join([part async for part in answer.streaming_content])

    lines = list(csv.DictReader(io.StringIO(async_to_sync(collect)().decode("utf-8-sig"))))
    figures = {line["line"]: line["value"] for line in lines if line["part"] == "figure"}
    assert figures == {each["title"]: each["value"] or "" for each in page["tiles"]}
    file = director.get("/api/v1/dashboards/marketing/file?preset=last_90")
    assert file.content.startswith(b"%PDF")
    with rows():
        found = query("SELECT meta ->> 'format' AS form, object_id FROM audit.audit_logs WHERE action = 'EXPORT_DATA' ORDER BY created_at")
    # A streamed file is recorded when it begins and when it ends.
    assert [(each["form"], each["object_id"]) for each in found] == [
        ("csv", "dashboard"),
        ("csv", "dashboard"),
        ("pdf", "dashboard"),
    ]
    assert people.client("supervisor_mdn").api("GET", "/dashboards/service/file").status_code == 403
    assert people.client("supervisor_mdn").api("POST", "/exports", {**body, "filter": {"dashboard": "service"}}).status_code == 403


def test_a_schedule_sends_each_recipient_what_they_may_see(records):
    director, supervisor = people.client("director"), people.actor("supervisor_mdn")
    given = {"dashboard": "service", "preset": "last_90", "frequency": "DAILY", "hour": 7}
    both = [str(people.user_id("director")), str(supervisor.id)]
    with undone():
        assert (
            director.api(
                "POST",
                "/dashboard-schedules",
                {**given, "recipients": [str(people.user_id("rm_mdn"))]},
            ).status_code
            == 422
        )
        made = director.api("POST", "/dashboard-schedules", {**given, "recipients": both}).json()
        with rows():
            execute("UPDATE iam.users SET email = 'direksi@bank.example' WHERE username = 'director'")
        with scope(system_actor()):
            assert schedules_send() == 0
        with shifted(timedelta(days=1)), scope(system_actor()):
            assert (schedules_send(), schedules_send()) == (2, 0)
        with rows():
            # Who has an address has it by mail as well.
            assert query("SELECT user_id::text AS who, subject_id FROM crm.staff_mails") == [{"who": both[0], "subject_id": "service"}]
        with rows():
            notices = query("SELECT user_id::text AS who, words, subject_id FROM crm.notices WHERE kind = 'insight.dashboard_ready'")
        compliance = {branch: oracle.ORACLE["sla_compliance"](records, asked(branch, 89)) for branch in (None, "MDN")}
        said = {notice["who"]: notice["words"]["figures"].split("; ")[0] for notice in notices}
        for who, branch in zip(both, (None, "MDN"), strict=True):
            figure = f"{compliance[branch]:f}".removesuffix(".0").replace(".", ",")
            assert said[who] == f"Kepatuhan SLA {figure} %"
        assert {notice["subject_id"] for notice in notices} == {"service"}
        path = f"/dashboard-schedules/{made['id']}"
        change = {"version": 1, "is_active": False, "frequency": "DAILY", "hour": 7}
        assert director.api("PATCH", path, change).json()["is_active"] is False
        assert director.api("PATCH", path, change).status_code == 409
        with shifted(timedelta(days=9)), scope(system_actor()):
            assert schedules_send() == 0
        assert people.client("supervisor_bnj").api("DELETE", path).status_code == 404
        assert director.api("DELETE", path).status_code == 200
        assert director.api("GET", "/dashboard-schedules").json()["items"] == []
        with rows():
            acts = query("SELECT action, outcome FROM audit.audit_logs WHERE action LIKE '%%DASHBOARD%%' ORDER BY created_at, audit_id")
        assert [f"{act['action']} {act['outcome']}" for act in acts if act["outcome"] == "ALLOWED"] == [
            "CREATE_DASHBOARD_SCHEDULE ALLOWED",
            "SEND_DASHBOARD ALLOWED",
            "UPDATE_DASHBOARD_SCHEDULE ALLOWED",
            "DELETE_DASHBOARD_SCHEDULE ALLOWED",
        ]
