"""The queue over HTTP: what a list shows to whom, in which order, and what it costs."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.cases.models import Case, CaseWatcher
from simpul.platform.clock import JAKARTA, now, shifted, today
from tests.support import cases, customers, people
from tests.support.database import rows

HOUR = timedelta(hours=1)


@pytest.fixture
def queue(organisation):
    """Of MDN: an overdue case, one due soon that an agent has, a sensitive one due later; and a case of BNJ."""
    rahmat = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")
    tiur = customers.customer("Tiur Hutagalung", "BNJ")
    found = {
        "late": cases.opened("agent_mdn", customer_id=rahmat.id, priority="CRITICAL"),
        "soon": cases.given_to(cases.opened("supervisor_mdn", "CARD_ATM", customer_id=rahmat.id), "agent_mdn"),
        "secret": cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=rahmat.id),
        "other": cases.opened("agent_bnj", customer_id=tiur.id, branch="BNJ"),
    }
    due = {"late": -2, "soon": 3, "secret": 50, "other": 1}
    with rows():
        for name, hours in due.items():
            Case.objects.filter(pk=found[name].pk).update(sla_due_at=now() + hours * HOUR, legal_due_at=now() + 90 * HOUR)
    return found


def listed(client, found, path="/cases"):
    answer = client.api("GET", path)
    assert answer.status_code == 200, answer.content
    names = {str(case.id): name for name, case in found.items()}
    return [names[row["id"]] for row in answer.json()["items"]]


@pytest.mark.covers("US-09 AC-1")
def test_the_queue_shows_number_status_priority_and_due_time_the_overdue_first(queue, client_of):
    answer = client_of("supervisor_mdn").api("GET", "/cases").json()

    first, second, third = answer["items"]
    assert (first["case_no"], first["status"], first["priority"], first["breached"]) == (queue["late"].case_no, "NEW", "CRITICAL", True)
    assert (second["assignee"]["full_name"], second["category"]["code"], second["channel"], second["breached"]) == ("Agent Mdn", "CARD_ATM", "BRANCH", False)
    assert (third["category"]["sensitive"], third["hidden"], third["due_clock"]) == (True, False, "RESOLUTION")
    assert first["customer"]["name"] == "Rahmat Siregar"
    assert answer["next_cursor"] is None


@pytest.mark.covers("15.3.3-5")
def test_below_tier_3_a_sensitive_case_is_its_number_status_and_dates(queue, client_of):
    rows_of = client_of("agent_mdn").api("GET", "/cases").json()["items"]

    hidden = rows_of[2]
    kept = {name for name, value in hidden.items() if value is not None}
    assert hidden["hidden"] is True
    assert kept == {"id", "case_no", "status", "created_at", "sla_due_at", "due_at", "next_due_at", "hidden", "can"}
    assert not any(hidden["can"].values())


def test_a_manager_lists_the_heads_of_the_own_portfolio_and_nothing_of_their_content(queue, client_of):
    found = client_of("rm_mdn").api("GET", "/cases").json()["items"]

    assert [row["case_no"] for row in found] == [queue[name].case_no for name in ("late", "soon", "secret")]
    assert all(row["hidden"] and row["category"] is None and row["priority"] is None for row in found)


@pytest.mark.covers("US-09 AC-2")
@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("?branch=MDN", ["late", "soon", "secret"]),
        ("?branch=BNJ", []),
        ("?category=CARD_ATM", ["soon"]),
        ("?status=IN_PROGRESS", []),
        ("?status=NEW&status=ESCALATED", ["late", "soon", "secret"]),
        ("?priority=CRITICAL", ["late"]),
        ("?channel=WEB", []),
        ("?assignee=none", ["late", "secret"]),
        ("?overdue=true", ["late"]),
        ("?sort=-created", ["secret", "soon", "late"]),
        ("?sort=priority", ["late", "soon", "secret"]),
        ("?scope=closed", []),
        ("?scope=resolved", []),
    ],
)
def test_filters_narrow_the_queue(queue, client_of, asked, names):
    assert listed(client_of("supervisor_mdn"), queue, f"/cases{asked}") == names


def test_no_filter_and_no_order_tells_what_a_hidden_case_is(queue, client_of):
    browser = client_of("agent_mdn")

    for asked in ("?category=FRAUD_SCAM", "?priority=MEDIUM&category=FRAUD_SCAM", "?assignee=none&category=FRAUD_SCAM", "?unit=CALL"):
        assert listed(browser, queue, f"/cases{asked}") == []
    assert listed(browser, queue, "/cases?sort=priority") == ["late", "soon", "secret"]
    assert listed(browser, queue, "/cases?assignee=none") == ["late"]


def test_mine_are_those_assigned_to_me_wherever_they_are(queue, client_of):
    cases.given_to(queue["other"], "agent_mdn")

    assert listed(client_of("agent_mdn"), queue, "/cases?assignee=me") == ["other", "soon"]


@pytest.mark.parametrize("written", ["{}", " {} ", "MDN-1", "1", "mdn 1"])
def test_a_case_is_found_by_its_number_as_people_say_it(queue, client_of, written):
    asked = written.format(queue["late"].case_no.lower())

    assert listed(client_of("agent_mdn"), queue, f"/cases?q={asked.replace(' ', '%20')}") == ["late"]


def test_a_number_without_its_year_finds_the_first_cases_of_a_new_year(organisation, client_of):
    midnight = datetime(today().year + 1, 1, 1, tzinfo=JAKARTA)
    with shifted(midnight + HOUR - now()):
        found = {"first": cases.opened("agent_mdn", promised_on=midnight.date())}

        assert found["first"].case_no == f"CASE-{midnight.year}-MDN-000001"
        assert listed(client_of("agent_mdn"), found, "/cases?q=MDN-1") == ["first"]


def test_a_number_out_of_reach_is_as_unknown_as_none(queue, client_of):
    assert listed(client_of("agent_mdn"), queue, f"/cases?q={queue['other'].case_no}") == []
    assert listed(client_of("agent_mdn"), queue, "/cases?q=MDN-999") == []


@pytest.mark.parametrize("written", ["budi%20santoso", "3171234567890123", "bukan-nomor", "", "mdn-1%0A2"])
def test_what_cannot_be_a_number_is_refused_by_name(client_of, written):
    answer = client_of("agent_mdn").api("GET", f"/cases?q={written}")

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["q"])


@pytest.mark.covers("US-02 AC-1")
def test_the_cases_of_a_customer_are_all_of_them_the_newest_first(queue, client_of):
    customer = queue["late"].customer_id

    assert listed(client_of("supervisor_mdn"), queue, f"/cases?customer_id={customer}") == ["secret", "soon", "late"]
    assert listed(client_of("agent_bnj"), queue, f"/cases?customer_id={customer}") == []


def test_watched_cases_are_a_list_of_their_own(queue, client_of):
    with rows():
        CaseWatcher.objects.create(case=queue["soon"], user_id=people.user_id("agent_mdn"))
        CaseWatcher.objects.create(case=queue["late"], user_id=people.user_id("supervisor_mdn"))

    assert listed(client_of("agent_mdn"), queue, "/cases?watched=true") == ["soon"]


def test_pages_follow_each_other_without_gap_or_repetition(queue, client_of):
    browser, cursor, seen = client_of("supervisor_mdn"), "", []
    for _ in range(3):
        answer = browser.api("GET", f"/cases?limit=1{cursor}").json()
        seen += [row["case_no"] for row in answer["items"]]
        cursor = f"&cursor={answer['next_cursor']}"

    assert seen == [queue[name].case_no for name in ("late", "soon", "secret")]
    assert answer["next_cursor"] is None


@pytest.mark.parametrize(
    "asked",
    ["?sort=-closed", "?scope=closed&sort=due", "?cursor=xyz", "?status=GONE", "?assignee=siapa", "?limit=0", "?closed_since=2026-01-01", "?scope=mine"],
)
def test_a_question_that_the_queue_does_not_know_is_refused(queue, client_of, asked):
    assert client_of("supervisor_mdn").api("GET", f"/cases{asked}").status_code == 422


@pytest.mark.parametrize("username", ["marketing", "admin", "director", "finance_mdn", "nobody"])
def test_who_has_nothing_to_do_with_cases_has_no_queue(queue, client_of, username):
    assert client_of(username).api("GET", "/cases").status_code == 403


def test_counts_say_what_is_late_soon_and_nobodys(queue, client_of):
    def counted(username, asked=""):
        found = client_of(username).api("GET", f"/cases/counts{asked}").json()
        assert not any(one["capped"] for one in found.values())
        return [found[name]["count"] for name in ("total", "overdue", "due_soon", "unassigned")]

    assert counted("supervisor_mdn") == [3, 1, 1, 2]
    assert counted("agent_mdn") == [3, 1, 1, 1]  # whose a hidden one is, is not counted
    assert counted("supervisor_bnj") == [1, 0, 1, 1]
    assert counted("supervisor_mdn", "?priority=CRITICAL") == [1, 1, 0, 1]
    assert counted("agent_mdn", "?category=FRAUD_SCAM") == [0, 0, 0, 0]


@pytest.mark.parametrize("username", ["supervisor_mdn", "rm_mdn"])
def test_a_list_takes_as_many_queries_for_one_row_as_for_three(queue, client_of, username):
    browser = client_of(username)

    def asked(limit):
        with CaptureQueriesContext(connection) as taken:
            assert len(browser.api("GET", f"/cases?limit={limit}").json()["items"]) == limit
        return len(taken)

    asked(1)  # whatever a first request looks up once
    assert asked(1) == asked(3) <= 22


def test_the_board_says_who_has_how_much_and_who_is_there(queue, client_of):
    found = client_of("supervisor_mdn").api("GET", "/cases/board").json()

    loads = {row["person"]["full_name"]: (row["open"], row["overdue"], row["due_soon"], row["waiting"], row["present"], row["me"]) for row in found["people"]}
    assert loads == {
        "Agent Mdn": (1, 0, 1, 0, False, False),
        "Call Agent": (0, 0, 0, 0, False, False),
        "Supervisor Mdn": (0, 0, 0, 0, True, True),
    }
    assert (found["unassigned"]["open"], found["unassigned"]["overdue"]) == (2, 1)


@pytest.mark.parametrize("username", ["agent_mdn", "rm_mdn", "compliance", "admin"])
def test_the_board_is_for_who_assigns(queue, client_of, username):
    assert client_of(username).api("GET", "/cases/board").status_code == 403


def test_cases_without_their_first_response_in_time_are_counted_and_filtered(queue, client_of):
    with rows():
        Case.objects.update(first_response_due_at=now() + timedelta(days=1))
        Case.objects.filter(pk__in=[queue["soon"].pk, queue["secret"].pk]).update(first_response_due_at=now() - timedelta(minutes=1))

    def late(username):
        browser = client_of(username)
        rows_of = browser.api("GET", "/cases?first_late=true").json()["items"]
        return [row["id"] for row in rows_of], browser.api("GET", "/cases/counts").json()["first_late"]["count"]

    assert late("supervisor_mdn") == ([str(queue["soon"].id), str(queue["secret"].id)], 2)
    # Whether a hidden one was answered is not told.
    assert late("agent_mdn") == ([str(queue["soon"].id)], 1)
    with rows():
        Case.objects.filter(pk=queue["soon"].pk).update(first_responded_at=now())
    assert late("supervisor_mdn") == ([str(queue["secret"].id)], 1)
