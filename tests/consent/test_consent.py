"""Consent: what a customer said, how it was verified, who may record it, and what waits for a supervisor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from simpul.advice.public import alerts_among
from simpul.consent.models import Consent, ConsentVerification
from simpul.consent.public import VerificationMethod, consent_signal
from simpul.customers.models import Customer
from simpul.iam.models import Role, UserRole
from simpul.iam.public import system_actor
from simpul.imports.profiles import parse_profile
from simpul.platform.db import execute, query, scope
from tests.consent.asking import change, verified, wording
from tests.imports.sources import bring_in
from tests.support import customers, people
from tests.support.database import rows


def recorded(sql: str) -> list[Any]:
    with rows():
        return query(sql)


def standing(browser: Any, customer: Customer, purpose: str = "MARKETING") -> Any:
    items = browser.api("GET", f"/customers/{customer.id}/consents").json()["items"]
    return next(item for item in items if item["consent_type"] == purpose)


@pytest.mark.covers("US-10 AC-1", "US-10 AC-2", "15.3.6-4")
def test_what_a_verified_customer_says_holds_and_stays_on_record(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    agent = client_of("agent_mdn")
    assert standing(agent, rahmat)["standing"] is None  # never asked is no
    verification = verified(agent, rahmat)
    trace.start()

    made = change(agent, rahmat, "GRANTED", verification, notes="Membaca naskah sendiri.")

    assert made.status_code == 201
    said = made.json()["consent"]
    assert (said["status"], said["old_status"], said["verification_method"], said["wording_number"]) == ("GRANTED", None, "IN_PERSON", 1)
    assert trace() == {"events": ["ConsentChanged"], "audit": ["CHANGE_CONSENT"], "jobs": ["sales.score_consent"]}
    assert change(agent, rahmat, "GRANTED", verification).json()["code"] == "consent_is_unchanged"
    assert change(agent, rahmat, "WITHDRAWN", verification, reason="Terlalu banyak pesan").json()["consent"]["old_status"] == "GRANTED"
    history = agent.api("GET", f"/customers/{rahmat.id}/consents/history").json()["items"]
    assert [(row["status"], row["old_status"], row["captured_by"]["full_name"]) for row in history] == [
        ("WITHDRAWN", "GRANTED", "Agent Mdn"),
        ("GRANTED", None, "Agent Mdn"),
    ]
    [audited] = recorded("SELECT meta FROM audit.audit_logs WHERE action = 'CHANGE_CONSENT' AND outcome = 'ALLOWED' AND meta->>'status' = 'WITHDRAWN'")
    assert audited["meta"] == {
        "status": "WITHDRAWN", "channel": None, "consent_type": "MARKETING", "before": "GRANTED", "captured_channel": "BRANCH",
        "verification_method": "IN_PERSON", "reason": "Terlalu banyak pesan",
    }  # fmt: skip
    events = agent.api("GET", f"/customers/{rahmat.id}/timeline?kind=ConsentEvent").json()["items"]
    assert [event["title"] for event in events] == ["Persetujuan ditarik", "Persetujuan diberikan"]


def test_a_word_about_one_channel_holds_until_a_general_one(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    verification = verified(agent, rahmat)
    for status, channel, at_whatsapp, at_email in (
        ("GRANTED", None, "GRANTED", "GRANTED"),
        ("WITHDRAWN", "WHATSAPP", "WITHDRAWN", "GRANTED"),
        ("GRANTED", "EMAIL", "WITHDRAWN", None),  # e-mail is agreed to already
        ("WITHDRAWN", None, "WITHDRAWN", "WITHDRAWN"),
        ("GRANTED", "EMAIL", "WITHDRAWN", "GRANTED"),
    ):
        answer = change(agent, rahmat, status, verification, channel=channel)
        assert answer.status_code == (409 if at_email is None else 201), answer.content
        with scope(system_actor()):
            held = query(
                "SELECT crm.consent_at(%(id)s, 'MARKETING', 'WHATSAPP', clock_timestamp()) AS w, crm.consent_at(%(id)s, 'MARKETING', 'EMAIL', clock_timestamp()) AS e",
                {"id": rahmat.id},
            )
        assert (held[0]["w"], held[0]["e"]) == (at_whatsapp, at_email or "GRANTED")
    # The general word stands as withdrawn already, and yet says something new: e-mail was agreed to since.
    shown = standing(agent, rahmat)
    assert (shown["standing"]["status"], [(row["channel"], row["status"]) for row in shown["narrower"]]) == ("WITHDRAWN", [("EMAIL", "GRANTED")])
    assert change(agent, rahmat, "WITHDRAWN", verification).status_code == 201
    assert (standing(agent, rahmat)["narrower"], change(agent, rahmat, "WITHDRAWN", verification).status_code) == ([], 409)


def test_a_grant_by_questions_waits_and_a_withdrawal_never_does(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    agent, supervisor = client_of("agent_mdn"), client_of("supervisor_mdn")
    verification = verified(agent, rahmat, "KNOWLEDGE")
    agent.api("POST", f"/consent-verifications/{verification}/answer", {"answers": {"birth_date": "1990-06-05", "last_digits": "0004"}})
    trace.start()

    waiting = change(agent, rahmat, "GRANTED", verification).json()

    assert waiting["consent"] is None and waiting["waiting"]["mine"]
    assert trace() == {"events": ["ConsentRequested", "StaffNotified"], "audit": ["REQUEST_CONSENT"]}
    assert standing(agent, rahmat)["standing"] is None
    assert change(agent, rahmat, "GRANTED", verification).json()["code"] == "consent_request_is_waiting"
    path = f"/consent-requests/{waiting['waiting']['request_id']}"
    assert agent.api("POST", f"{path}/approve", {}).status_code == 403
    assert client_of("supervisor_bnj").api("POST", f"{path}/approve", {}).status_code == 404
    [listed] = supervisor.api("GET", "/consent-requests?status=PENDING").json()["items"]
    assert (listed["customer"]["name"], listed["verification_method_name"], listed["can"]) == (
        "Rahmat Siregar", "Pertanyaan verifikasi", {"approve": True, "reject": True, "withdraw": False},
    )  # fmt: skip
    trace.start()
    approved = supervisor.api("POST", f"{path}/approve", {"note": "Rekaman didengarkan."}).json()
    assert (approved["status"], approved["decided_by"]["full_name"]) == ("APPROVED", "Supervisor Mdn")
    assert sorted(trace()["audit"]) == ["APPROVE_CONSENT", "CHANGE_CONSENT"]
    [said] = agent.api("GET", f"/customers/{rahmat.id}/consents/history").json()["items"]
    assert (said["captured_by"]["full_name"], said["approved_by"]["full_name"], said["status"]) == ("Agent Mdn", "Supervisor Mdn", "GRANTED")
    assert supervisor.api("POST", f"{path}/reject", {"note": "Terlambat dibaca."}).json()["code"] == "consent_request_is_decided"
    assert change(agent, rahmat, "WITHDRAWN", verification).status_code == 201


def test_nobody_approves_their_own_request_and_a_withdrawal_overtakes_one(client_of: Callable[..., Any], rahmat: Customer) -> None:
    supervisor, agent = client_of("supervisor_mdn"), client_of("agent_mdn")
    own = change(supervisor, rahmat, "GRANTED", purpose="PROFILING").json()["waiting"]["request_id"]
    assert supervisor.api("POST", f"/consent-requests/{own}/approve", {}).json()["code"] == "own_consent_request"

    change(agent, rahmat, "WITHDRAWN", purpose="PROFILING")

    asked = change(agent, rahmat, "GRANTED", purpose="THIRDPARTY_SHARE").json()["waiting"]["request_id"]
    change(supervisor, rahmat, "WITHDRAWN", purpose="THIRDPARTY_SHARE")
    refused = supervisor.api("POST", f"/consent-requests/{asked}/approve", {})
    assert (refused.status_code, refused.json()["detail"]) == (409, "Nasabah menarik persetujuan ini sesudah pengajuan.")
    assert agent.api("POST", f"/consent-requests/{asked}/withdraw", {}).json()["status"] == "WITHDRAWN"


def test_a_general_request_does_not_override_a_later_narrower_withdrawal(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent, supervisor = client_of("agent_mdn"), client_of("supervisor_mdn")
    asked = change(agent, rahmat, "GRANTED", purpose="PROFILING").json()["waiting"]["request_id"]

    change(agent, rahmat, "WITHDRAWN", purpose="PROFILING", channel="WHATSAPP")

    assert supervisor.api("POST", f"/consent-requests/{asked}/approve", {}).status_code == 409
    assert standing(agent, rahmat, "PROFILING")["standing"] is None


def test_whoever_also_works_in_marketing_never_changes_one_on_any_path(client_of: Callable[..., Any], rahmat: Customer) -> None:
    with rows():
        UserRole.objects.create(user_id=people.user_id("agent_mdn"), role=Role.objects.get(key="MARKETING"))
    agent = client_of("agent_mdn")

    refused = agent.api("POST", f"/customers/{rahmat.id}/consent-verifications", {"method": "IN_PERSON"})

    assert (refused.status_code, refused.json()["detail"]) == (403, "Pemasaran tidak pernah mengubah persetujuan.")
    with pytest.raises(DatabaseError, match="Marketing never changes"), transaction.atomic(), scope(people.actor("agent_mdn")):
        execute(
            "INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, status, effective_at, captured_channel, captured_by, verification_method) "
            "VALUES (uuidv7(), %s, 'MDN', 'MARKETING', 'WITHDRAWN', now(), 'BRANCH', %s, 'IN_PERSON')",
            (rahmat.id, people.user_id("agent_mdn")),
        )
    assert client_of("marketing").api("GET", f"/customers/{rahmat.id}/consents").status_code == 404
    assert client_of("marketing").api("GET", "/consents").json()["items"] == []


@pytest.mark.parametrize(
    "values",
    [
        {"captured_by": "supervisor_mdn"},  # in somebody else's name
        {"verification": None},
        {"verification": "supervisor_mdn"},  # somebody else's verification
        {"verification_method": "PHONE_OTP"},
        {"verification_method": "SIGNED_LINK"},
        {"effective_at": "2026-01-01T00:00:00Z"},  # before the customer was verified
        {"effective_at": "2027-01-01T00:00:00Z"},
        {"approved_by": "agent_mdn"},
        {"status": "GRANTED"},  # to no text
    ],
)
def test_the_database_takes_no_consent_past_the_services(client_of: Callable[..., Any], rahmat: Customer, values: dict[str, Any]) -> None:
    own = UUID(verified(client_of("agent_mdn"), rahmat))
    others = UUID(verified(client_of("supervisor_mdn"), rahmat))
    row = {
        "customer_id": rahmat.id, "branch_code": "MDN", "consent_type": "MARKETING", "status": "WITHDRAWN", "captured_channel": "BRANCH",
        "captured_by": people.user_id("agent_mdn"), "verification_method": "IN_PERSON", "verification_id": own,
    }  # fmt: skip
    with rows():
        row["effective_at"] = ConsentVerification.objects.get(pk=own).verified_at
    for name, value in values.items():
        if name == "verification":
            row["verification_id"] = others if value else None
        else:
            row[name] = people.user_id(value) if name in ("captured_by", "approved_by") else value

    with pytest.raises(DatabaseError), transaction.atomic(), scope(people.actor("agent_mdn")):
        Consent(**row).save(force_insert=True)
    with scope(people.actor("agent_mdn")):
        assert not Consent.objects.exists()


def test_what_was_said_is_never_rewritten(client_of: Callable[..., Any], rahmat: Customer) -> None:
    change(client_of("agent_mdn"), rahmat, "WITHDRAWN")
    for statement in ("UPDATE crm.consents SET status = 'GRANTED'", "DELETE FROM crm.consents", "TRUNCATE crm.consents"):
        with pytest.raises(DatabaseError), transaction.atomic(), rows():
            execute(statement)


def test_a_followed_link_withdraws_once_with_its_proof(organisation: None, rahmat: Customer, trace: Any) -> None:
    actor = system_actor()
    trace.start()
    given: dict[str, Any] = {
        "actor": actor, "customer_id": rahmat.id, "branch_code": "MDN", "consent_type": "MARKETING", "channel": "EMAIL", "captured_channel": "EMAIL",
        "method": VerificationMethod.SIGNED_LINK, "source_reference": "message 1",
    }  # fmt: skip
    with scope(actor):
        first, again = consent_signal(**given), consent_signal(**given)

    assert first is not None and again is None
    assert (first.status, first.captured_by, first.source_reference) == ("WITHDRAWN", actor.id, "message 1")
    assert trace() == {"events": ["ConsentChanged"], "audit": ["CHANGE_CONSENT"], "jobs": ["sales.score_consent"]}


def test_a_withdrawal_raises_the_alert_that_nobody_puts_aside(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    siti = customers.customer("Siti Hasibuan", "MDN")
    assert "CONSENT_WITHDRAWN" not in {alert["code"] for alert in agent.api("GET", f"/customers/{rahmat.id}/360").json()["alerts"]}

    change(agent, rahmat, "WITHDRAWN")

    page = agent.api("GET", f"/customers/{rahmat.id}/360").json()
    assert (page["alerts"][0]["code"], page["alerts"][0]["severity"]) == ("CONSENT_WITHDRAWN", "critical")
    assert page["consent"]["status"] == "WITHDRAWN" and "consent" in page["tabs"]
    refused = agent.api("POST", f"/customers/{rahmat.id}/alerts/CONSENT_WITHDRAWN/acknowledge")
    assert refused.status_code in (403, 409)
    with scope(people.actor("agent_mdn")):
        assert {key for key, found in alerts_among([rahmat.id, siti.id]).items() if "CONSENT_WITHDRAWN" in found} == {rahmat.id}


def test_the_register_counts_filters_and_exports_for_compliance(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    siti = customers.customer("Siti Hasibuan", "MDN")
    change(agent, rahmat, "GRANTED")
    change(agent, siti, "GRANTED")
    change(agent, siti, "WITHDRAWN")
    compliance = client_of("compliance")

    counts = compliance.api("GET", "/consents/summary").json()["items"]
    assert [(row["consent_type"], row["granted"], row["withdrawn"]) for row in counts] == [("MARKETING", 1, 1), ("PROFILING", 0, 0), ("THIRDPARTY_SHARE", 0, 0)]
    listed = compliance.api("GET", "/consents?status=WITHDRAWN&branch_code=MDN").json()["items"]
    assert [(row["customer"]["name"], row["customer"]["reached"]) for row in listed] == [("S*** H***", False)]
    assert client_of("supervisor_bnj").api("GET", "/consents").json()["items"] == []
    assert len(client_of("rm_mdn").api("GET", "/consents").json()["items"]) == 1


def test_purposes_and_texts_are_the_organisations_own(client_of: Callable[..., Any], rahmat: Customer) -> None:
    admin, agent = client_of("admin"), client_of("agent_mdn")
    text = {"text_id": "Saya setuju menerima buletin bulanan lewat e-mail.", "text_en": "I agree to receive the monthly newsletter by e-mail."}
    named = {"name_id": "Buletin bulanan", "name_en": "Monthly newsletter"}
    old = wording(agent)

    assert admin.api("POST", "/consent-purposes", {"key": "NEWSLETTER", **named}).status_code == 201
    assert admin.api("POST", "/consent-purposes", {"key": "NEWSLETTER", **named}).json()["code"] == "consent_purpose_exists"
    assert not standing(agent, rahmat, "NEWSLETTER")["can"]["grant"]  # there is no text yet
    assert admin.api("POST", "/consent-purposes/NEWSLETTER/wordings", {"after": 0, **text}).json()["number"] == 1
    assert admin.api("POST", "/consent-purposes/NEWSLETTER/wordings", {"after": 0, **text}).json()["code"] == "stale_version"
    assert change(agent, rahmat, "GRANTED", purpose="NEWSLETTER").status_code == 201
    # A text that was replaced while it was read out is read again.
    admin.api("POST", "/consent-purposes/MARKETING/wordings", {"after": 1, **text})
    refused = change(agent, rahmat, "GRANTED", wording_id=old)
    assert refused.json()["errors"] == {"wording_id": ["Naskah ini sudah diganti. Bacakan naskah yang baru."]}
    assert change(agent, rahmat, "GRANTED").json()["consent"]["wording_number"] == 2
    gone = {"version": 1, **named, "needs_approval": False, "is_active": False}
    assert admin.api("PATCH", "/consent-purposes/NEWSLETTER", gone).json()["version"] == 2
    assert change(agent, rahmat, "GRANTED", purpose="NEWSLETTER").status_code == 404
    assert change(agent, rahmat, "WITHDRAWN", purpose="NEWSLETTER").status_code == 201  # a way out always stays


def test_an_import_adds_what_was_said_elsewhere_and_refuses_what_is_unclear(organisation: None, rahmat: Customer, tmp_path: Path) -> None:
    siti = customers.customer("Siti Hasibuan", "BNJ")
    source = tmp_path / "persetujuan.csv"
    source.write_text(
        "nasabah,tujuan,status,kanal,waktu,lewat,cara\n"
        f"{rahmat.source_key},MARKETING,GRANTED,,2025-03-01,BRANCH,IN_PERSON\n"
        f"{rahmat.source_key},MARKETING,WITHDRAWN,,2026-02-10T09:30,CALL_CENTER,KNOWLEDGE\n"
        f"{siti.source_key},MARKETING,GRANTED,EMAIL,2026-01-05,WEB,DIGITAL_SIGNATURE\n"
        f"{siti.source_key},NEWSLETTER,GRANTED,,2026-01-05,WEB,DIGITAL_SIGNATURE\n"
        f"{siti.source_key},MARKETING,GRANTED,,2027-12-31,WEB,DIGITAL_SIGNATURE\n"
        f"{siti.source_key},MARKETING,WITHDRAWN,EMAIL,2026-01-05,WEB,DIGITAL_SIGNATURE\n"
        "TIDAK-ADA,MARKETING,GRANTED,,2026-01-05,WEB,IN_PERSON\n"
    )
    profile = parse_profile(
        {
            "profile": {"name": "persetujuan", "source_system": "TEST", "title": {"id": "Persetujuan lama", "en": "Old consents"}},
            "file": [
                {
                    "target": "consents",
                    "delimiter": ",",
                    "encoding": "utf-8",
                    "columns": {
                        "customer_key": "nasabah", "consent_type": "tujuan", "status": "status", "channel": "kanal", "effective_at": "waktu",
                        "captured_channel": "lewat", "verification_method": "cara",
                    },
                }
            ],
        },
        "persetujuan",
    )  # fmt: skip

    first = bring_in(system_actor(), source, profile)
    again = bring_in(system_actor(), source, profile)

    assert (first.added, first.rejected, again.added) == (3, 4, 0)
    with scope(system_actor()):
        said = [(row.status, row.old_status, row.channel, row.branch_code, row.source_reference) for row in Consent.objects.order_by("effective_at")]
        assert said == [
            ("GRANTED", None, None, "MDN", "import:TEST"),
            ("GRANTED", None, "EMAIL", "BNJ", "import:TEST"),
            ("WITHDRAWN", "GRANTED", None, "MDN", "import:TEST"),
        ]
