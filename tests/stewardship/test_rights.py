"""What each right does once its request is completed: packs, limits, withdrawal, correction, and erasure that leaves nothing."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from simpul.customers.models import ChangeRequest, Customer, Identifier
from simpul.iam.public import system_actor
from simpul.platform.clock import now, shifted, today
from simpul.platform.db import execute, query, scope
from simpul.stewardship import tasks
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.public import automation_objected, processing_restricted
from tests.consent.asking import change
from tests.stewardship.test_register import OUTCOME, act, received, verified
from tests.support import customers, people
from tests.support.database import rows


def carried_out(client_of: Callable[..., Any], customer: Customer, kind: str, **fields: Any) -> Any:
    """A verified request that the agent works on and completes; it waits where a second person has to approve."""
    agent = client_of("agent_mdn")
    made = received(agent, customer, kind, verification_id=verified(agent, customer), **fields).json()
    act(agent, made["request_id"], "assign", {"owner_id": str(people.user_id("agent_mdn"))})
    return act(agent, made["request_id"], "complete", {"outcome": OUTCOME})


def worked(job: Callable[[], None]) -> None:
    """Run a job as the worker does."""
    with scope(system_actor()):
        job()


def test_a_pack_is_made_after_approval_holds_the_data_and_the_trail_and_expires(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent, compliance = client_of("agent_mdn"), client_of("compliance")
    agent.api("GET", f"/customers/{rahmat.id}/360")
    waiting = carried_out(client_of, rahmat, "ACCESS").json()
    path = waiting["request_id"]
    assert (waiting["status"], agent.api("GET", f"/rights-requests/{path}/pack").json()["code"]) == ("WAITING_APPROVAL", "rights_pack_not_ready")
    done = act(compliance, path, "approve", {"note": "Lengkap."}).json()
    assert (done["status"], done["approved_by"]["full_name"], done["pack"]["status"]) == ("DONE", "Compliance", "PENDING")

    worked(lambda: tasks.make_pack(path))
    worked(lambda: tasks.make_pack(path))  # twice is once

    answer = agent.api("GET", f"/rights-requests/{path}/pack")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.namelist() == ["data.json", "data.html"]
    sections = json.loads(archive.read("data.json"))["sections"]
    assert (sections["person"][0]["full_name"], sections["person"][0]["phone"]) == ("Rahmat Siregar", "+6281234567678")
    assert {each["type"]: each["value"] for each in sections["identifiers"]} == {"CIF": customers.CIF, "NIK": customers.NIK, "ACCOUNT_NO": customers.ACCOUNT}
    assert [(each["action"], each["who"], each["role"]) for each in sections["trail"]][-1] == ("Buka profil", "Agent Mdn", "AGENT")
    assert "Rahmat Siregar" in archive.read("data.html").decode()
    with rows():
        [stored] = query("SELECT sealed, sha256 FROM crm.rights_packs WHERE request_id = %s", (path,))
        [told] = query("SELECT meta, customer_id FROM audit.audit_logs WHERE action = 'EXPORT_RIGHTS_PACK' AND outcome = 'ALLOWED' AND object_id = %s", (path,))
    assert "Rahmat" not in stored["sealed"]
    assert (told["meta"]["sha256"], told["customer_id"]) == (stored["sha256"], rahmat.id)
    # Somebody who reads the register of another branch gets nothing, and after a week nobody does.
    assert client_of("supervisor_bnj").api("GET", f"/rights-requests/{path}/pack").status_code == 404
    with shifted(timedelta(days=8)):
        worked(tasks.expire_packs)
    assert agent.api("GET", f"/rights-requests/{path}/pack").json()["code"] == "rights_pack_not_ready"
    with rows():
        assert query("SELECT status, sealed FROM crm.rights_packs WHERE request_id = %s", (path,)) == [{"status": "EXPIRED", "sealed": ""}]


def test_portability_gives_json_and_a_table_of_each_section_without_the_trail(client_of: Callable[..., Any], rahmat: Customer) -> None:
    path = carried_out(client_of, rahmat, "PORTABILITY").json()["request_id"]
    act(client_of("supervisor_mdn"), path, "approve", {})
    worked(lambda: tasks.make_pack(path))
    archive = zipfile.ZipFile(io.BytesIO(client_of("agent_mdn").api("GET", f"/rights-requests/{path}/pack").content))
    assert "trail" not in json.loads(archive.read("data.json"))["sections"]
    lines = archive.read("person.csv").decode().splitlines()
    assert (lines[0].split(",")[:2], "Rahmat Siregar,1990-06-05" in lines[1], "+6281234567678" in lines[1]) == (["full_name", "birth_date"], True, True)


def test_restriction_and_objection_stand_until_they_are_ended_and_an_objection_is_reviewed(client_of: Callable[..., Any], rahmat: Customer) -> None:
    supervisor, agent = client_of("supervisor_mdn"), client_of("agent_mdn")
    for kind in ("RESTRICTION", "OBJECTION"):
        assert carried_out(client_of, rahmat, kind).json()["status"] == "DONE"
    with scope(people.actor("agent_mdn")):
        assert (processing_restricted([rahmat.id]), automation_objected([rahmat.id])) == ({rahmat.id}, {rahmat.id})
    codes = [alert["code"] for alert in agent.api("GET", f"/customers/{rahmat.id}/360").json()["alerts"]]
    assert {"PROCESSING_RESTRICTED", "OBJECTS_TO_AUTOMATION"} <= set(codes)
    listed = supervisor.api("GET", "/processing-limits?unreviewed=true").json()["items"]
    assert [(row["kind"], row["can"]) for row in listed] == [("OBJECTION", {"end": True, "review": True})]
    limit = listed[0]["limit_id"]
    assert agent.api("POST", f"/processing-limits/{limit}/review", {"note": "Sudah diperiksa satu per satu."}).status_code == 403
    assert (
        supervisor.api("POST", f"/processing-limits/{limit}/review", {"note": "Sudah diperiksa satu per satu."}).json()["reviewed_by"]["full_name"]
        == "Supervisor Mdn"
    )
    assert supervisor.api("GET", "/processing-limits?unreviewed=true").json()["items"] == []
    restricted = supervisor.api("GET", f"/processing-limits?kind=RESTRICTION&customer_id={rahmat.id}").json()["items"][0]["limit_id"]
    assert supervisor.api("POST", f"/processing-limits/{restricted}/end", {"reason": "Nasabah mencabut permintaannya."}).status_code == 200
    assert (
        supervisor.api("POST", f"/processing-limits/{restricted}/end", {"reason": "Nasabah mencabut permintaannya."}).json()["code"]
        == "processing_limit_is_over"
    )
    with scope(people.actor("agent_mdn")):
        assert (processing_restricted([rahmat.id]), automation_objected([rahmat.id])) == (set(), {rahmat.id})


def test_a_withdrawal_withdraws_every_consent_that_stands(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    assert change(agent, rahmat, "GRANTED").status_code == 201
    assert carried_out(client_of, rahmat, "WITHDRAWAL").json()["status"] == "DONE"
    with rows():
        said = query(
            "SELECT consent_type, status, verification_method, source_reference FROM crm.consents WHERE customer_id = %s ORDER BY effective_at", (rahmat.id,)
        )
    assert [(row["consent_type"], row["status"], row["verification_method"]) for row in said] == [
        ("MARKETING", "GRANTED", "IN_PERSON"),
        ("MARKETING", "WITHDRAWN", "IN_PERSON"),
    ]
    assert said[1]["source_reference"].startswith("RIGHTS_REQUEST:")


def test_a_correction_is_done_once_something_was_corrected_and_names_it(client_of: Callable[..., Any], rahmat: Customer) -> None:
    refused = carried_out(client_of, rahmat, "CORRECTION", received_at=(now() - timedelta(hours=1)).isoformat())
    assert refused.json()["code"] == "nothing_was_corrected"
    version = client_of("steward").api("GET", f"/customers/{rahmat.id}/360").json()["customer"]["version"]
    body = {"version": version, "reason": "Diminta nasabah sendiri.", "changes": {"phone_e164": "+6281111111111"}}
    assert client_of("steward").api("PATCH", f"/customers/{rahmat.id}", body).status_code == 200
    with rows():
        path = str(RightsRequest.objects.get(customer_id=rahmat.id).id)
    done = act(client_of("agent_mdn"), path, "complete", {"outcome": OUTCOME}).json()
    assert (done["status"], done["corrected_fields"]) == ("DONE", ["phone_e164"])


def _everything(value: str) -> list[str]:
    """Every place of crm and iam where a text or JSON holds the value in clear."""
    columns = query(
        "SELECT table_schema AS s, table_name AS t, column_name AS c FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name) "
        "WHERE table_schema IN ('crm', 'iam') AND table_type = 'BASE TABLE' AND data_type IN ('text', 'jsonb', 'json', 'USER-DEFINED', 'ARRAY', 'date') ORDER BY 1, 2, 3"
    )
    sql = " UNION ALL ".join(
        f"SELECT '{row['s']}.{row['t']}.{row['c']}' AS place FROM {row['s']}.{row['t']} WHERE {row['c']}::text ILIKE %(value)s" for row in columns
    )
    return sorted({row["place"] for row in query(sql, {"value": f"%{value}%"})})


def test_after_an_erasure_nothing_of_the_person_is_left_anywhere(client_of: Callable[..., Any], organisation: None) -> None:
    zulkarnaen = customers.customer(
        "Zulkarnaen Hutapea", "MDN", rm="rm_mdn", phone_e164="+6285599887766", email="zulkarnaen.h@contoh.id", source_key="SRC-778899"
    )
    neighbour = customers.customer("Zulfikar Hutapea", "MDN")
    customers.address(zulkarnaen.id, street="Jl. Kenanga Raya 77")
    customers.identifier(zulkarnaen.id, "CIF", "CIF00778899", is_primary=True)
    customers.identifier(zulkarnaen.id, "NIK", "1271014506907788")
    agent, compliance = client_of("agent_mdn"), client_of("compliance")
    agent.api("GET", f"/customers/{zulkarnaen.id}/360")
    change(agent, zulkarnaen, "GRANTED", notes="Zulkarnaen datang sendiri.")
    made = agent.api(
        "POST", "/tasks", {"customer_id": str(zulkarnaen.id), "title": "Telepon Zulkarnaen", "notes": "+6285599887766", "due_on": today().isoformat()}
    ).json()
    logged = {"customer_id": str(zulkarnaen.id), "activity_type": "CALL", "note": "Zulkarnaen minta brosur."}
    assert agent.api("POST", "/activities", logged).status_code == 201
    with rows():
        ChangeRequest.objects.create(
            customer=zulkarnaen, changes={"email": "zulkarnaen.h@contoh.id"}, note="Zulkarnaen", status="WITHDRAWN", requested_by=people.user_id("agent_mdn"),
            decided_by=people.user_id("agent_mdn"), decided_at=now(),
        )  # fmt: skip
        execute(
            "INSERT INTO crm.outbound_messages (message_id, customer_id, branch_code, channel, purpose, subject_type, subject_id, resource, tier, sealed, status, queued_at, created_by) "
            "VALUES (uuidv7(), %s, 'MDN', 'EMAIL', 'SERVICE', 'CUSTOMER', %s, 'customer', 1, 'k1.sealed', 'QUEUED', now(), %s)",
            (zulkarnaen.id, str(zulkarnaen.id), people.user_id("agent_mdn")),
        )
    hold = compliance.api("POST", "/legal-holds", {"customer_id": str(zulkarnaen.id), "reason": "Perkara nomor 12/2026."}).json()
    waiting = carried_out(client_of, zulkarnaen, "ERASURE", details="Zulkarnaen meminta datanya dihapus.").json()
    path = waiting["request_id"]
    # An open task, then a legal hold keep the data; and nobody erases without typing the word.
    assert [each["code"] for each in waiting["blockers"]] == ["LEGAL_HOLD", "RETENTION"]
    assert act(compliance, path, "approve", {}).status_code == 422
    assert act(compliance, path, "approve", {"confirmation": "HAPUS"}).json()["code"] == "erasure_is_blocked"
    compliance.api("POST", f"/legal-holds/{hold['hold_id']}/lift", {"reason": "Perkara sudah diputus."})
    blocked = act(compliance, path, "approve", {"confirmation": "HAPUS"})
    assert (blocked.json()["code"], blocked.json()["detail"]) == ("erasure_is_blocked", "1 tugas masih terbuka.")
    assert agent.api("POST", f"/tasks/{made['id']}/complete").status_code == 200
    values = ("zulkarnaen", "85599887766", "contoh.id", "Kenanga Raya", "CIF00778899", "1271014506907788", "SRC-778899")
    with rows():
        assert all(_everything(value) for value in values if value != "1271014506907788")

    done = act(compliance, path, "approve", {"confirmation": "HAPUS"})

    assert (done.status_code, done.json()["status"]) == (200, "DONE"), done.content
    with rows():
        assert {value: _everything(value) for value in values} == {value: [] for value in values}
        skeleton = Customer.objects.get(pk=zulkarnaen.id)
        assert (skeleton.full_name, skeleton.status, skeleton.home_branch_code, skeleton.birth_date) == ("Data dihapus", "CLOSED", "MDN", None)
        assert not Identifier.objects.filter(customer_id=zulkarnaen.id).exists()
        assert query("SELECT sealed, status, failed_reason FROM crm.outbound_messages WHERE customer_id = %s", (zulkarnaen.id,)) == [
            {"sealed": "", "status": "FAILED", "failed_reason": "PERSON_ERASED"}
        ]
        [told] = query("SELECT meta FROM audit.audit_logs WHERE action = 'ERASE_PERSON' AND outcome = 'ALLOWED' AND customer_id = %s", (zulkarnaen.id,))
    assert (told["meta"]["counted"]["identifiers"], told["meta"]["counted"]["tasks"]) == (2, 1)
    found = [
        row["customer_id"]
        for word in ("Zulkarnaen", "+6285599887766", "CIF00778899")
        for row in agent.api("POST", "/customers/search", {"q": word}).json()["items"]
    ]
    assert str(zulkarnaen.id) not in found
    assert [row["name"] for row in agent.api("POST", "/customers/search", {"q": "Zulfikar Hutapea"}).json()["items"]] == [neighbour.full_name]
    with scope(system_actor()):
        assert query("SELECT customer_id FROM crm.customers WHERE full_name ILIKE '%%zulkarnaen%%'") == []
