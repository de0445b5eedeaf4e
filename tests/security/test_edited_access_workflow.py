"""Whatever the organisation makes of the workflow of emergency access, a request and its decisions answer; none of them fails."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from simpul.access.models import AccessRequest
from simpul.platform.db import query
from tests.support import access, customers, people
from tests.support.control import agreed
from tests.support.database import rows
from tools.repository import SOURCES

SHIPPED = json.loads((SOURCES / "access" / "workflows" / "break_glass.json").read_text())
OWN_STATE = {"key": "SCREENING", "title": {"id": "Pemeriksaan", "en": "Screening"}, "kind": "task", "lane": "supervisor"}
ONWARD = {"key": "onward", "title": {"id": "Teruskan", "en": "Pass on"}, "from": ["SCREENING"], "by": {"roles": ["SUPERVISOR", "COMPLIANCE"], "reach": "ALL"}}
Edit = Callable[[dict[str, Any]], None]


def leading(transition: str, to: str, onward: str | None = None) -> Edit:
    """The workflow with one transition that leads elsewhere; with `onward`, through a state of the organisation's own."""

    def edit(content: dict[str, Any]) -> None:
        changed = next(one for one in content["transitions"] if one["key"] == transition)
        former, changed["to"] = changed["to"], to
        if onward is not None:
            content["states"].append(copy.deepcopy(OWN_STATE))
            content["transitions"].append({**copy.deepcopy(ONWARD), "to": onward})
        else:  # what cannot be reached is not published
            content["transitions"].append(
                {**copy.deepcopy(ONWARD), "key": "also", "from": ["ACTIVE" if transition == "submit" else changed["from"][0]], "to": former}
            )

    return edit


EDITS: dict[str, tuple[Edit, dict[str, int]]] = {
    "submitting leads to a state of its own": (leading("submit", "SCREENING", "REQUESTED"), {"request": 201, "approve": 409}),
    "approving leads to a state of its own": (leading("approve", "SCREENING", "ACTIVE"), {"request": 201, "approve": 200}),
    "submitting opens the access": (leading("submit", "ACTIVE"), {"request": 403}),
    "approving revokes": (leading("approve", "REVOKED"), {"request": 201, "approve": 409}),
    "approving goes nowhere": (leading("approve", "REQUESTED"), {"request": 201, "approve": 200}),
    "rejecting opens the access": (leading("reject", "ACTIVE"), {"request": 201, "reject": 200}),
    "rejecting expires": (leading("reject", "EXPIRED"), {"request": 201, "reject": 409}),
    "revoking leads to a state of its own": (leading("revoke", "SCREENING", "REVOKED"), {"request": 201, "approve": 200, "revoke": 409}),
    "revoking leads back": (leading("revoke", "REQUESTED"), {"request": 201, "approve": 200, "revoke": 409}),
}


@pytest.mark.parametrize("edited", EDITS)
def test_no_edit_of_the_workflow_makes_a_request_or_a_decision_fail(client_of, edited):
    edit, expected = EDITS[edited]
    one, admin, officer = customers.customer("Rahmat Siregar", "MDN"), client_of("admin"), access.officer("compliance_2")
    content = copy.deepcopy(SHIPPED)
    edit(content)
    version = admin.api("GET", "/workflows/break_glass").json()["draft"]["version"]
    saved = admin.api("PUT", "/workflows/break_glass/draft", {"version": version, "content": content})
    assert saved.status_code == 200, saved.content
    published = agreed(admin, "POST", "/workflows/break_glass/publish", {"version": version + 1, "note": "Disesuaikan"})
    assert published.json()["published"]["number"] == 2, published.content
    asking, deciding = client_of("compliance"), people.client("compliance_2")

    asked = asking.api("POST", "/break-glass", {"customer_id": str(one.id), "sample_id": None, **access.ASKED})
    answers = {"request": asked.status_code}
    for act in (each for each in expected if each != "request"):
        answers[act] = deciding.api("POST", f"/break-glass/{asked.json()['id']}/{act}", {"note": "Sesuai surat tugas"}).status_code

    assert answers == expected, asked.content
    assert officer.id != people.user_id("compliance")
    # What a refused step left is what stood before it.
    with rows():
        standing = list(AccessRequest.objects.values_list("status", flat=True))
        assert len(standing) == (asked.status_code == 201)
        assert query("SELECT count(*) AS open FROM iam.elevations") == [{"open": standing.count("ACTIVE")}]
