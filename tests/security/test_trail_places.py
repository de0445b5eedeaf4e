"""What the trail says of attempts: where a refused one went, whose account was tried, and each page of a list."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from simpul.platform.db import query
from tests.support import cases, customers, people
from tests.support.database import rows

_LAST = """SELECT object_type, object_id, branch_code, outcome, meta FROM audit.audit_logs WHERE action = %s ORDER BY created_at DESC, audit_id DESC LIMIT 1"""


def last(action: str) -> dict[str, Any]:
    with rows():
        return query(_LAST, (action,))[0]


@pytest.mark.parametrize("kind", ["customer", "timeline", "case"])
def test_a_refused_look_names_the_branch_it_aimed_at_and_the_answer_does_not(client_of, kind):
    if kind == "case":
        path = f"/cases/{cases.opened('agent_bnj', branch='BNJ').id}"
    else:
        path = f"/customers/{customers.customer('Rahmat Siregar', 'BNJ').id}/{'360' if kind == 'customer' else 'timeline'}"
    client = client_of("agent_mdn")

    answer = client.api("GET", path)
    row = last("VIEW_DENIED")

    assert answer.status_code == 404
    assert (row["branch_code"], row["outcome"]) == ("BNJ", "DENIED")
    nobody = client.api(
        "GET", f"{path.rpartition('/')[0] if kind == 'case' else '/customers'}/{uuid4()}{'' if kind == 'case' else '/' + path.rpartition('/')[2]}"
    )
    assert last("VIEW_DENIED")["branch_code"] is None
    assert {**answer.json(), "request_id": ""} == {**nobody.json(), "request_id": ""}


def test_a_failed_sign_in_names_the_account_that_was_tried_and_tells_whoever_tries_nothing(organisation):
    answers = []
    for name in ("agent_mdn", "AGENT_MDN", "nobody_at_all"):
        client = Client(enforce_csrf_checks=False)
        answer = client.post("/_allauth/browser/v1/auth/login", {"username": name, "password": "wrong password"}, content_type="application/json")
        answers.append((answer.status_code, answer.json().get("errors")))
        expected = "" if name == "nobody_at_all" else str(people.user_id("agent_mdn"))
        assert (last("SIGN_IN_FAILED")["object_type"], last("SIGN_IN_FAILED")["object_id"]) == ("USER", expected)
    assert answers[0] == answers[1] == answers[2]


def test_each_page_of_a_list_leaves_one_row_with_its_number_of_records(client_of):
    for _ in range(3):
        cases.opened()
    agent, steward = client_of("agent_mdn"), client_of("supervisor_mdn")

    first = agent.api("GET", "/cases?limit=2").json()
    assert (last("VIEW_LIST")["object_type"], last("VIEW_LIST")["object_id"], last("VIEW_LIST")["meta"]) == ("CASE", "cases_list", {"rows": 2})
    agent.api("GET", f"/cases?limit=2&cursor={first['next_cursor']}")
    assert last("VIEW_LIST")["meta"] == {"rows": 1}
    steward.api("GET", "/portfolio/customers?limit=2")
    assert (last("VIEW_LIST")["object_type"], last("VIEW_LIST")["meta"]) == ("CUSTOMER", {"rows": 2})
