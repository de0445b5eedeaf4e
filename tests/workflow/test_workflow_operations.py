"""Workflows over HTTP: reading, drafting, publishing, comparing and restoring."""

from __future__ import annotations

import copy

import pytest

from simpul.platform.db import query
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
        ("customer_change", 1, "SHIPPED", False, {"edit": True, "publish": False})
    ]

    one = admin.api("GET", KEY).json()
    assert (one["draft"]["changed"], one["draft"]["problems"], one["shipped"], one["counts"]) == (False, [], {"differs": False}, {"running": 0, "versions": []})
