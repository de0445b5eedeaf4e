"""The case list as a file: for named supervisors, of the own branches, masked as in the queue, recorded."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from simpul.cases.models import Case, CaseWatcher
from simpul.iam.models import UserSwitch
from simpul.oversight.services import exports as services
from simpul.platform.clock import JAKARTA, now
from tests.oversight.test_export_forms import sheet
from tests.oversight.test_exports import content, ended, run, table
from tests.support import cases, customers, people
from tests.support.database import rows


@pytest.fixture
def named(organisation, client_of):
    """A supervisor to whom exporting was given by name."""
    with rows():
        UserSwitch.objects.create(user_id=people.user_id("supervisor_mdn"), resource="case", action="X", switched_by_id=people.user_id("admin"))
    return client_of("supervisor_mdn")


@pytest.mark.parametrize("username", ["supervisor_mdn", "agent_mdn", "rm_mdn", "compliance"])
def test_nobody_exports_cases_to_whom_it_was_not_given_by_name(organisation, client_of, username):
    assert run(client_of(username), data_set="cases").status_code == 403
    assert "cases" not in [one["key"] for one in client_of(username).api("GET", "/exports").json()["items"]]


def test_a_file_holds_the_queue_of_the_own_branches_and_is_recorded(named):
    mine = cases.opened("agent_mdn", priority="HIGH")
    other = cases.opened("agent_bnj", branch="BNJ")

    found = table(content(run(named, data_set="cases")))

    assert [(row["case_no"], row["customer"], row["branch"], row["category"], row["priority"], row["status"]) for row in found] == [
        (mine.case_no, "Rahmat Siregar", "MDN", "TRX_FAIL", "HIGH", "NEW")
    ]
    assert other.case_no not in str(found)
    [begun, done] = ended("EXPORT_DATA")
    assert (begun["object_id"], done["outcome"], done["meta"]["rows"]) == ("cases", "ALLOWED", 1)


def test_a_filter_of_the_queue_narrows_the_file_and_another_is_refused(named):
    cases.opened("agent_mdn", priority="HIGH")
    urgent = cases.opened("agent_mdn", priority="CRITICAL")

    assert [row["case_no"] for row in table(content(run(named, data_set="cases", priority="CRITICAL")))] == [urgent.case_no]
    assert named.api("POST", "/exports/preview", {"data_set": "cases", "filter": {"priority": ["HIGH", "CRITICAL"]}}).json()["rows"] == 2
    assert run(named, data_set="cases", colour="red").status_code == 422


# Each is a list that somebody can have on the screen, in both words: those of the address, and those of the file.
LISTS: list[dict[str, Any]] = [
    {},
    {"sort": "-created"},
    {"sort": "priority"},
    {"priority": ["HIGH", "CRITICAL"], "sort": "priority"},
    {"status": ["NEW", "ESCALATED"]},
    {"category": ["CARD_ATM"], "sort": "-created"},
    {"channel": ["BRANCH"]},
    {"branch": ["MDN"], "assignee": "none"},
    {"assignee": "me"},
    {"overdue": True},
    {"watched": True},
    {"unit": "CALL"},
    {"scope": "resolved"},
    {"scope": "closed"},
    {"scope": "all"},
    {"scope": "all", "sort": "due"},
    {"q": "3"},
    {"q": "MDN-2"},
    {"q": "mdn 3", "priority": ["HIGH"]},
    {"customer_id": "RAHMAT"},
    {"customer_id": "RAHMAT", "scope": "open", "sort": "priority", "category": ["CARD_ATM", "TRX_FAIL"]},
]


@pytest.fixture
def full(named):
    """Cases of many kinds, of two customers, open, answered and somebody's."""
    people_of = {name: customers.customer(name, "MDN").id for name in ("Rahmat Siregar", "Tiur Hutagalung")}
    priorities, statuses = ("LOW", "MEDIUM", "HIGH", "CRITICAL"), ("NEW", "IN_PROGRESS", "WAITING_INFO", "RESOLVED")
    made = []
    for n in range(12):
        customer = people_of["Rahmat Siregar" if n % 3 else "Tiur Hutagalung"]
        case = cases.opened("supervisor_mdn", ("TRX_FAIL", "CARD_ATM")[n % 2], customer_id=customer, priority=priorities[n % 4])
        made.append(cases.brought(case, statuses[(n // 4 + n) % 4]))
    with rows():
        Case.objects.filter(pk=made[0].pk).update(sla_due_at=now() - timedelta(hours=2))
        CaseWatcher.objects.create(case=made[4], user_id=people.user_id("supervisor_mdn"))
    return named, str(people_of["Rahmat Siregar"])


@pytest.mark.parametrize("asked", LISTS, ids=lambda asked: "&".join(f"{key}={value}" for key, value in asked.items()) or "queue")
def test_the_file_is_the_list_on_the_screen_to_its_last_page_and_in_its_order(full, asked, monkeypatch):
    browser, rahmat = full
    monkeypatch.setattr(services, "BATCH", 2)
    asked = {name: rahmat if value == "RAHMAT" else value for name, value in asked.items()}
    listed, cursor = [], None
    while cursor != "":
        more = {"cursor": cursor} if cursor else {}
        address = urlencode({"limit": 3, **asked, **more}, doseq=True)
        page = browser.api("GET", f"/cases?{address}").json()
        listed += [row["case_no"] for row in page["items"]]
        cursor = page["next_cursor"] or ""

    counted = browser.api("POST", "/exports/preview", {"data_set": "cases", "filter": asked}).json()["rows"]
    found = table(content(run(browser, data_set="cases", **asked)))

    assert ([row["case_no"] for row in found], counted) == (listed, len(listed))
    assert ended("EXPORT_DATA")[-1]["meta"]["filter"] == asked
    if "unit" not in asked and asked.get("scope") != "closed" and asked.get("assignee") != "me":
        assert listed, "the list shows nothing of this"


def test_the_columns_on_the_screen_leave_in_their_order_and_the_trail_names_them(named):
    case = cases.opened("agent_mdn", priority="HIGH")
    body = {"data_set": "cases", "format": "xlsx", "filter": {}, "columns": ["due_at", "case_no", "customer", "priority"]}

    head, row = sheet(content(named.api("POST", "/exports", body)))

    assert head == ["Tenggat terdekat", "Nomor kasus", "Nasabah", "Prioritas"]
    assert row[1:] == [case.case_no, "Rahmat Siregar", "HIGH"]
    due = min(case.sla_due_at, case.legal_due_at or case.sla_due_at).astimezone(JAKARTA).replace(tzinfo=None)
    assert abs(row[0] - due) < timedelta(seconds=1)
    assert [told["meta"]["columns"] for told in ended("EXPORT_DATA")] == [body["columns"]] * 2
