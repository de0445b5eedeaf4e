"""Workflows over HTTP: reading, drafting, publishing, comparing and restoring."""

from __future__ import annotations

import copy

import pytest
from django.db import DatabaseError, transaction

from simpul.platform.db import query
from tests.support.control import agreed
from tests.support.database import rows

KEY = "/workflows/customer_change"


@pytest.fixture
def admin(client_of):
    return client_of("admin")


@pytest.fixture
def content(admin):
    return copy.deepcopy(admin.api("GET", KEY).json()["published"]["content"])


def audit():
    with rows():
        return [
            (row["outcome"], row["meta"]) for row in query("SELECT outcome, meta FROM audit.audit_logs WHERE action = 'CHANGE_WORKFLOW' ORDER BY created_at")
        ]


def test_the_shipped_workflow_is_in_force(admin):
    listed = admin.api("GET", "/workflows").json()
    assert [(row["key"], row["published"]["number"], row["published"]["origin"], row["draft_changed"], row["can"]) for row in listed["items"]] == [
        (key, 1, "SHIPPED", False, {"edit": True, "publish": False})
        for key in ("break_glass", "campaign", "case", "consent_change", "control_change", "customer_change", "lead", "opportunity", "rights_request")
    ]

    one = admin.api("GET", KEY).json()
    assert (one["draft"]["changed"], one["draft"]["problems"], one["counts"]) == (False, [], {"running": 0, "versions": []})
    assert one["shipped"] == {"differs": False, "content": None}


@pytest.mark.covers("15.3.6-4")
def test_a_draft_is_saved_with_its_problems_and_published_when_they_are_gone(admin, content):
    content["transitions"][1]["by"]["roles"] = ["WIZARD"]
    saved = admin.api("PUT", f"{KEY}/draft", {"content": content, "version": 2}).json()
    assert [(each["code"], each["path"]) for each in saved["problems"]] == [("unknown_role", "/transitions/1/by/roles/0")]

    refused = admin.api("POST", f"{KEY}/publish", {"version": saved["version"]})
    assert (refused.status_code, refused.json()["code"], refused.json()["problems"]) == (422, "workflow_invalid", saved["problems"])
    assert admin.api("PUT", f"{KEY}/draft", {"content": content, "version": 2}).status_code == 409

    content["transitions"][1]["by"]["roles"] = ["DATA_STEWARD", "SUPERVISOR"]
    saved = admin.api("PUT", f"{KEY}/draft", {"content": content, "version": saved["version"]}).json()
    published = agreed(admin, "POST", f"{KEY}/publish", {"version": saved["version"], "note": "Supervisor ikut memutuskan"}, then=f"{KEY}/versions/2").json()
    assert (published["number"], published["origin"], published["by"]["full_name"]) == (2, "EDITED", "Admin")
    changes = admin.api("GET", f"{KEY}/diff?before=1&after=2").json()["items"]
    assert [(each["path"], each["kind"], each["sentence"]) for each in changes] == [
        ("/transitions/approve/by", "changed", "Transisi “Setujui”: pelaku diubah.")
    ]
    outcome, meta = audit()[-1]
    assert (outcome, meta["step"], meta["changes"]) == ("ALLOWED", "published", [{"path": "/transitions/approve/by", "kind": "changed"}])
    shipped = admin.api("GET", KEY).json()["shipped"]
    assert shipped["differs"] is True
    assert shipped["content"] == admin.api("GET", f"{KEY}/versions/1").json()["content"]


def test_an_old_version_becomes_the_draft_and_a_draft_is_discarded(admin, content):
    content["title"]["id"] = "Koreksi data"
    saved = admin.api("PUT", f"{KEY}/draft", {"content": content, "version": 2}).json()
    assert saved["changed"] is True
    discarded = admin.api("DELETE", f"{KEY}/draft?version={saved['version']}").json()
    assert (discarded["changed"], discarded["content"]["title"]["id"]) == (False, "Perubahan data nasabah")
    restored = admin.api("POST", f"{KEY}/restore", {"number": 1, "version": discarded["version"]}).json()
    assert restored["changed"] is False


@pytest.mark.parametrize("username", ["compliance", "steward", "agent_mdn", "nobody"])
def test_only_administrators_change_workflows(client_of, username):
    browser = client_of(username)

    assert browser.api("PUT", f"{KEY}/draft", {"content": {}, "version": 2}).status_code == 403
    assert browser.api("GET", KEY).status_code == (200 if username == "compliance" else 403)


@pytest.mark.parametrize("statement", ["UPDATE crm.workflow_versions SET note = 'x'", "DELETE FROM crm.workflow_versions"])
def test_the_database_keeps_published_versions(db, statement):
    with rows(), pytest.raises(DatabaseError, match="do not change"), transaction.atomic():
        query(f"{statement} RETURNING version_id")
