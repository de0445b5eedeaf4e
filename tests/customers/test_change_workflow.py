"""Requests for change on their workflow: what was decided stays decided when the workflow gets another version."""

from __future__ import annotations

import copy

import pytest

from simpul.customers import services
from simpul.platform.db import query, scope
from simpul.workflow import registry
from simpul.workflow.errors import MigrationInvalid
from simpul.workflow.services import drafts, migrating, publishing
from tests.support import customers as make
from tests.support import people
from tests.support.control import agree
from tests.support.database import rows

KEY = "customer_change"


@pytest.fixture
def admin(organisation):
    return people.actor("admin")


@pytest.fixture
def second_version(admin):
    content = copy.deepcopy(dict(registry.shipped[KEY].content))
    content["title"]["id"] = "Perubahan data"
    agree()
    with scope(admin):
        draft = drafts.draft_save(actor=admin, key=KEY, content=content, version=2)
        publishing.publish(actor=admin, key=KEY, version=draft["version"], note="")


def decided():
    with rows():
        return query(
            "SELECT change_request_id::text, status, decided_by, decided_at, decision_note, replaced FROM crm.customer_change_requests ORDER BY requested_at"
        )


def versions():
    with rows():
        found = query("SELECT subject_id, v.number, state, ended, seq FROM crm.workflow_items JOIN crm.workflow_versions v USING (version_id)")
        return {row.pop("subject_id"): tuple(row.values()) for row in found}


def test_migrating_decided_requests_leaves_the_decisions_as_they_were_made(admin, second_version):
    waiting, rejected = (make.change_request(make.customer().id, "agent_mdn") for _ in range(2))
    with scope(steward := people.actor("steward")):
        services.change_request_reject(actor=steward, change_request_id=rejected.id, note="Bukti tidak cocok")
    before = decided()

    mapping = {state: state for state in ("SUBMITTED", "APPROVED", "REJECTED", "WITHDRAWN")}
    # Both were adopted into the second version; they go back to the first, as any pair of versions may.
    with scope(admin):
        asked = migrating.migrate(actor=admin, key=KEY, origin=2, target=1, mapping=mapping, reason="Kembali ke versi lama")
    migrating.run(asked.id)

    assert versions() == {str(waiting.id): (1, "SUBMITTED", False, 2), str(rejected.id): (1, "REJECTED", True, 3)}
    assert decided() == before
    assert {row["status"]: row["decision_note"] for row in before} == {"PENDING": "", "REJECTED": "Bukti tidak cocok"}


def test_no_mapping_decides_anew_what_was_decided(admin, second_version):
    with pytest.raises(MigrationInvalid) as refused, scope(admin):
        migrating.migrate(actor=admin, key=KEY, origin=1, target=2, mapping={"REJECTED": "APPROVED", "WITHDRAWN": "WITHDRAWN"}, reason="Semua disetujui")

    assert [(each["code"], each["path"]) for each in refused.value.extra["problems"]] == [("end_is_final", "/mapping/REJECTED")]
