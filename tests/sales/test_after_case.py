"""What follows a closed case: a task for whoever knows the customer, or nothing and why."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from simpul.cases.events import CaseClosed
from simpul.cases.services import answering, handling
from simpul.platform import events
from simpul.platform.clock import today
from simpul.platform.db import execute, query, scope
from simpul.sales.tasks import decide_after_case
from tests.support import cases, customers, people
from tests.support.database import rows

PREVENTION = "01930000-0000-7000-8000-00000000ac01"


def granted(customer_id: UUID, status: str = "GRANTED") -> None:
    """A word of the customer about marketing."""
    with rows():
        execute(
            """INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, status,
                   effective_at, captured_channel, captured_by, verification_method)
               SELECT gen_random_uuid(), customer_id, home_branch_code, 'MARKETING', %s,
                      now() - interval '1 hour', 'BRANCH', %s, 'IN_PERSON'
               FROM crm.customers WHERE customer_id = %s""",
            (status, people.user_id("agent_mdn"), customer_id),
        )


def closed(customer_id: UUID, category: str = "TRX_FAIL", assignee: str | None = "agent_mdn"):
    """A closed case of the customer, handled by somebody."""
    case = cases.given_to(cases.brought(cases.opened(category=category, customer_id=customer_id), "RESOLVED"), assignee)
    supervisor = people.actor("supervisor_mdn")
    with scope(supervisor):
        if case.status != "RESOLVED":
            answering.case_review(actor=supervisor, case_id=case.id, version=None, approve=True)
        handling.case_close(actor=supervisor, case_id=case.id, version=None, resolution_code="SOLVED")
    return cases.fresh(case)


def decided(case) -> None:
    """The job that a closing case defers."""
    decide_after_case(events.encode(CaseClosed(case.id, case.customer_id, "SOLVED")))


def tasks(customer_id: UUID):
    with rows():
        return query(
            """SELECT title, due_on, owner_user_id, origin, origin_id, subject_id, status
               FROM crm.tasks WHERE customer_id = %s""",
            (customer_id,),
        )


def outcome(case) -> str | None:
    with rows():
        found = query("SELECT outcome FROM crm.after_case_decisions WHERE case_id = %s", (case.id,))
    return found[0]["outcome"] if found else None


def test_a_closed_case_gives_the_customers_manager_one_task_however_often_it_is_decided(
    organisation,
):
    customer = customers.customer("Rahmat Siregar", rm="rm_mdn")
    granted(customer.id)
    case = closed(customer.id)

    decided(case)
    decided(case)

    assert tasks(customer.id) == [
        {
            "title": "Edukasi keamanan transaksi dan waspada penipuan",
            "due_on": today() + timedelta(days=3),
            "owner_user_id": people.user_id("rm_mdn"),
            "origin": "CASE_CLOSED",
            "origin_id": case.id,
            "subject_id": case.id,
            "status": "OPEN",
        }
    ]
    assert outcome(case) == "TASK"


def test_without_a_manager_the_task_is_the_assignees(organisation):
    customer = customers.customer("Rahmat Siregar")
    granted(customer.id)
    case = closed(customer.id, "FEE_ADMIN")

    decided(case)

    assert [(row["title"], row["owner_user_id"]) for row in tasks(customer.id)] == [("Tawarkan aktivasi notifikasi transaksi", people.user_id("agent_mdn"))]


@pytest.mark.parametrize(
    ("consent", "category", "expected"),
    [
        (None, "TRX_FAIL", "NO_CONSENT"),
        ("WITHDRAWN", "TRX_FAIL", "NO_CONSENT"),
        ("GRANTED", "FRAUD_SCAM", "SENSITIVE"),
    ],
)
def test_without_consent_or_after_a_sensitive_case_nothing_is_sold(organisation, consent, category, expected):
    customer = customers.customer("Rahmat Siregar", rm="rm_mdn")
    if consent:
        granted(customer.id, consent)
    case = closed(customer.id, category)

    decided(case)

    assert outcome(case) == expected
    assert tasks(customer.id) == []


def test_a_case_that_is_open_again_is_not_decided(organisation):
    customer = customers.customer("Rahmat Siregar", rm="rm_mdn")
    granted(customer.id)
    case = cases.brought(cases.opened(customer_id=customer.id), "IN_PROGRESS")

    decided(case)

    assert outcome(case) is None


def test_the_case_says_what_followed_and_the_measure_counts_how_it_ended(client_of):
    customer = customers.customer("Rahmat Siregar", rm="rm_mdn")
    granted(customer.id)
    case = closed(customer.id)
    decided(case)
    supervisor = client_of("supervisor_mdn")
    said = supervisor.api("GET", f"/cases/{case.id}/after").json()
    task_id = said["task_id"]
    assert (said["outcome"], said["rule"]) == ("TASK", "Edukasi pencegahan")

    assert client_of("rm_mdn").api("POST", f"/tasks/{task_id}/complete").status_code == 200

    measure = supervisor.api("GET", "/after-case/measure").json()
    assert measure["tasks"] == {"open": 0, "done": 1, "skipped": 0, "completed": 1.0}
    assert [(row["name"], row["done"]) for row in measure["by_rule"]] == [("Edukasi pencegahan", 1)]
    assert client_of("agent_bnj").api("GET", f"/cases/{case.id}/after").status_code == 404


def test_a_rule_is_changed_by_administrators_from_the_version_they_saw(client_of, trace):
    admin = client_of("admin")
    rule = next(each for each in admin.api("GET", "/after-case/rules").json()["items"] if each["id"] == PREVENTION)
    body = {
        "name_id": rule["name_id"],
        "name_en": rule["name_en"],
        "task_title": "Jelaskan cara menjaga PIN",
        "task_notes": "",
        "categories": ["CARD_ATM"],
        "due_in_days": 1,
        "position": 10,
        "is_active": True,
        "version": 1,
    }
    trace.start()

    changed = admin.api("PATCH", f"/after-case/rules/{PREVENTION}", body)
    stale = admin.api("PATCH", f"/after-case/rules/{PREVENTION}", body)
    sensitive = admin.api(
        "PATCH",
        f"/after-case/rules/{PREVENTION}",
        body | {"version": 2, "categories": ["FRAUD_SCAM"]},
    )

    made = admin.api("POST", "/after-case/rules", {key: value for key, value in body.items() if key != "version"})

    assert (made.status_code, made.json()["version"]) == (201, 1)
    assert changed.json()["version"] == 2
    assert [each["code"] for each in changed.json()["categories"]] == ["CARD_ATM"]
    assert (stale.status_code, stale.json()["code"]) == (409, "stale_version")
    assert (sensitive.status_code, list(sensitive.json()["errors"])) == (422, ["categories"])
    failed = "CHANGE_AFTER_CASE_RULE:FAILED"
    assert trace()["audit"] == ["CHANGE_AFTER_CASE_RULE", failed, failed, "CHANGE_AFTER_CASE_RULE"]
