"""Running cases brought to another version of their workflow: judged before, cancelled when it fails, and nothing in the way of the next."""

from __future__ import annotations

from typing import Any

import pytest

from simpul.platform.db import query
from simpul.platform.errors import Invalid
from simpul.workflow.models import WorkflowItem
from simpul.workflow.services import migrating
from tests.cases.test_own_states import acted, in_hand, vendor
from tests.cases.test_steps import at, edited, forced
from tests.support import cases
from tests.support.database import rows

SAME = {state: state for state in ("NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED", "RESOLVED")}


def asked(admin: Any, **more: Any) -> Any:
    return admin.api("POST", "/workflows/case/migrations", {"from": 1, "to": 2, "mapping": SAME, "reason": "Gambar baru dipakai", **more})


def renamed(content: dict[str, Any], of: dict[str, Any]) -> None:
    of["wait"]["title"] = {"id": "Tunda", "en": "Hold"}


def test_what_the_real_run_would_refuse_the_dry_run_refuses_with_names_and_counts(client_of, organisation):
    admin = client_of("admin")
    assert edited(admin, vendor).status_code == 200
    cases_there = [at("IN_PROGRESS"), at("IN_PROGRESS"), at("NEW")]
    with rows():
        query("UPDATE crm.workflow_items SET version_id = (SELECT version_id FROM crm.workflow_versions v JOIN crm.workflow_definitions d USING (definition_id)"
              " WHERE d.key = 'case' AND v.number = 1) WHERE subject_type = 'CASE' RETURNING 1")  # fmt: skip
    for mapping, text in (
        ({**SAME, "NEW": "WAITING_INFO"}, "1 data di “Baru” berstatus “Baru” dan tidak dapat menjadi “Menunggu nasabah”: aplikasi tidak mengubahnya begitu."),
        (
            {**SAME, "IN_PROGRESS": "RESOLVED"},
            "2 data di “Dikerjakan” tidak dapat menjadi “Dijawab” lewat perpindahan versi: langkah itu perlu isian dari orang.",
        ),
    ):
        dry = asked(admin, mapping=mapping)
        assert [(each["code"], each["message"]) for each in dry.json()["problems"]] == [("never_follows", text)]
        refused = asked(admin, mapping=mapping, dry_run=False)
        assert (refused.status_code, [each["message"] for each in refused.json()["problems"]]) == (422, [text])
    assert asked(admin, mapping={**SAME, "NEW": "VENDOR"}).json()["problems"] == []
    assert {cases.fresh(case).status for case in cases_there} == {"IN_PROGRESS", "NEW"}


def test_the_records_are_asked_where_an_old_definition_does_not_say_what_a_state_counts_as(client_of, organisation):
    admin = client_of("admin")

    def uncounted(content: dict[str, Any], of: dict[str, Any]) -> None:
        vendor(content, of)
        del content["states"][-1]["counts_as"]

    forced(uncounted)
    agent, case = client_of("agent_mdn"), in_hand()
    acted(agent, case, "take")
    assert acted(agent, case, "move", transition="ask_vendor", reason="Surat dikirim.").json()["status"] == "IN_PROGRESS"
    dry = asked(admin, **{"from": 2, "to": 1, "mapping": {"VENDOR": "WAITING_INFO"}})
    assert [each["message"] for each in dry.json()["problems"]] == [
        "1 data di “Menunggu vendor” tidak dapat menjadi “Menunggu nasabah” lewat perpindahan versi: langkah itu perlu isian dari orang."
    ]


def test_a_migration_that_waits_or_failed_is_cancelled_and_the_next_one_runs(client_of, organisation):
    admin = client_of("admin")
    case = at("IN_PROGRESS")
    assert edited(admin, renamed).status_code == 200
    first = asked(admin, dry_run=False).json()
    assert first["status"] == "WAITING"
    # A mapping of before this rule, whose run fails each time.
    with rows():
        query("UPDATE crm.workflow_migrations SET mapping = jsonb_set(mapping, '{IN_PROGRESS}', '\"RESOLVED\"') RETURNING 1")
    with pytest.raises(Invalid):
        migrating.run(first["id"])
    assert asked(admin, dry_run=False).status_code == 409

    cancelled = admin.api("POST", f"/workflow-migrations/{first['id']}/cancel").json()

    assert (cancelled["status"], cancelled["done"], bool(cancelled["finished_at"])) == ("CANCELLED", 0, True)
    assert admin.api("POST", f"/workflow-migrations/{first['id']}/cancel").status_code == 409
    migrating.run(first["id"])  # its job, tried again, finds nothing to do
    second = asked(admin, dry_run=False).json()
    migrating.run(second["id"])
    assert admin.api("GET", f"/workflow-migrations/{second['id']}").json()["status"] == "DONE"
    with rows():
        item = WorkflowItem.objects.select_related("version").get(subject_id=str(case.id))
        assert (item.state, item.version.number) == ("IN_PROGRESS", 2)
    assert cases.fresh(case).status == "IN_PROGRESS"
