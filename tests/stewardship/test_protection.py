"""Breaches with their own 72 hours and the persons they touched; assessments without which processing refuses to run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from simpul.customers.models import Customer
from simpul.iam.models import Role
from simpul.platform.clock import now, shifted, today
from simpul.platform.db import query, scope
from simpul.stewardship.errors import AssessmentIsMissing
from simpul.stewardship.public import assessment_required
from simpul.workflow.public import sweep
from tests.stewardship.contract import ASSESSED
from tests.stewardship.test_register import notices
from tests.support import customers, people
from tests.support.database import rows


def test_a_breach_knows_whom_it_touched_and_is_closed_once_everybody_was_told(client_of: Callable[..., Any], rahmat: Customer) -> None:
    other = customers.customer("Budi Santoso", "MDN")
    agent, compliance = client_of("agent_mdn"), client_of("compliance")
    agent.api("GET", f"/customers/{rahmat.id}/360")
    client_of("supervisor_mdn").api("GET", f"/customers/{other.id}/360")
    at = now()
    body = {
        "title": "Layar difoto", "description": "Layar petugas difoto orang luar.", "data_kinds": ["IDENTITY", "CONTACT"], "discovered_at": at.isoformat(),
        "began_at": (at - timedelta(hours=3)).isoformat(), "ended_at": (at + timedelta(minutes=1)).isoformat(), "suspect_user_id": str(people.user_id("agent_mdn")),
    }  # fmt: skip
    assert client_of("supervisor_mdn").api("POST", "/data-breaches", body).status_code == 403
    assert compliance.api("POST", "/data-breaches", {**body, "suspect_user_id": None}).status_code == 422

    made = compliance.api("POST", "/data-breaches", body).json()

    path = f"/data-breaches/{made['breach_id']}"
    assert (made["affected_count"], made["suspect"]["full_name"], made["can"]) == (1, "Agent Mdn", {"update": True, "close": False})
    assert compliance.api("GET", f"{path}/customers").json() == {"count": 1, "items": [{"id": str(rahmat.id), "name": "R*** S***", "reached": False}]}
    with shifted(timedelta(hours=73)):
        sweep()
    assert (notices("stewardship.breach_warning"), notices("stewardship.breach_overdue")) == (["compliance"], ["compliance"])
    assert compliance.api("POST", f"{path}/close").json()["code"] == "breach_not_told"
    told = {
        "version": 1,
        "description": body["description"],
        "handling": "Akses dicabut.",
        "authority_told_at": at.isoformat(),
        "persons_told_at": at.isoformat(),
    }
    assert compliance.api("PATCH", path, told).json()["can"]["close"]
    assert compliance.api("PATCH", path, {**told, "handling": "Lain."}).json()["code"] == "stale_version"
    assert compliance.api("POST", f"{path}/close").json()["status"] == "CLOSED"
    assert compliance.api("POST", f"{path}/close").json()["code"] == "data_breach_is_closed"
    with rows():
        trail = query(
            "SELECT action FROM audit.audit_logs WHERE object_type = 'DATA_BREACH' AND object_id = %s AND outcome = 'ALLOWED' ORDER BY audit_id",
            (made["breach_id"],),
        )
    assert [row["action"] for row in trail] == ["RECORD_DATA_BREACH", "VIEW_BREACH_CUSTOMERS", "UPDATE_DATA_BREACH", "CLOSE_DATA_BREACH"]


def test_processing_refuses_to_run_unless_another_person_approved_an_assessment_that_is_in_force(client_of: Callable[..., Any], organisation: None) -> None:
    with rows():
        people.add_user("compliance_2", Role.objects.get(key="COMPLIANCE"), None)
    author, other = client_of("compliance"), client_of("compliance_2")
    body = {**ASSESSED, "review_on": (today() + timedelta(days=30)).isoformat()}
    made = author.api("POST", "/impact-assessments", body).json()
    path = f"/impact-assessments/{made['assessment_id']}"
    marketing = people.actor("marketing")
    with scope(marketing), pytest.raises(AssessmentIsMissing):
        assessment_required("SEGMENTATION")
    assert author.api("POST", f"{path}/decide", {"approved": True}).json()["code"] == "own_assessment"
    assert author.api("PATCH", path, {**body, "version": 1, "risk": "Nasabah merasa dinilai."}).json()["version"] == 2

    assert other.api("POST", f"{path}/decide", {"approved": True, "note": "Sesuai."}).json()["in_force"]

    with scope(marketing):
        assessment_required("SEGMENTATION")
        with pytest.raises(AssessmentIsMissing):
            assessment_required("SCORING")
    assert author.api("PATCH", path, {**body, "version": 3}).json()["code"] == "assessment_is_decided"
    with shifted(timedelta(days=31)), scope(marketing), pytest.raises(AssessmentIsMissing):
        assessment_required("SEGMENTATION")
