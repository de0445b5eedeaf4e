"""How a customer is verified before what they agreed to is changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from simpul.consent.models import ConsentVerification
from simpul.consent.services import verifying
from simpul.customers.models import Customer
from simpul.messaging.models import MessageProvider
from simpul.messaging.vocabulary import Adapter
from simpul.platform.clock import shifted
from simpul.platform.db import query
from simpul.platform.ports import Plug
from tests.consent.asking import change, verified
from tests.support import customers, documents, people
from tests.support.database import rows
from tests.support.registries import holding

SENT: list[dict[str, Any]] = []


@pytest.mark.parametrize(
    ("answers", "right"),
    [
        ({"birth_date": "1990-06-05", "last_digits": "0004"}, True),
        ({"birth_date": "1990-06-05", "phone": "0812 3456 7678"}, True),
        ({"phone": "+62 812-3456-7678", "last_digits": "7890"}, True),
        ({"birth_date": "1990-06-05", "last_digits": "1111"}, False),
        ({"birth_date": "1990-06-05", "phone": "0812 3456 7678", "last_digits": "1111"}, False),
        ({"birth_date": "06-05-1990", "phone": "081234567678"}, False),
    ],
)
def test_two_right_answers_verify_and_one_wrong_one_does_not(client_of: Callable[..., Any], rahmat: Customer, answers: dict[str, str], right: bool) -> None:
    agent = client_of("agent_mdn")

    answer = agent.api("POST", f"/consent-verifications/{verified(agent, rahmat, 'KNOWLEDGE')}/answer", {"answers": answers})

    assert answer.status_code == 200
    assert (answer.json()["verified"], answer.json()["attempts_left"]) == (right, 0 if right else 2)
    # Nothing of what is right is told, in the answer or in the trail.
    assert not {"1990", "7678", "0004"} & set(answer.json())
    with rows():
        [row] = query("SELECT outcome, meta FROM audit.audit_logs WHERE action = 'VERIFY_CUSTOMER' AND meta->>'step' = 'answer'")
    assert (row["outcome"], row["meta"]) == ("ALLOWED" if right else "DENIED", {"step": "answer", "method": "KNOWLEDGE", "verified": right, "attempt": 1})


def test_guessing_ends_after_three_answers_and_six_verifications_an_hour(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    verification = verified(agent, rahmat, "KNOWLEDGE")
    wrong, right = {"birth_date": "1991-06-05", "last_digits": "0004"}, {"birth_date": "1990-06-05", "last_digits": "0004"}
    path = f"/consent-verifications/{verification}/answer"

    assert agent.api("POST", path, {"answers": {"birth_date": "1990-06-05"}}).json()["errors"] == {"answers": ["Isi paling sedikit dua jawaban."]}
    assert [agent.api("POST", path, {"answers": wrong}).json()["attempts_left"] for _ in range(3)] == [2, 1, 0]
    assert agent.api("POST", path, {"answers": right}).json()["code"] == "verification_is_over"
    assert change(agent, rahmat, "GRANTED", verification).status_code == 404
    supervisor = client_of("supervisor_mdn")
    started = [
        browser.api("POST", f"/customers/{rahmat.id}/consent-verifications", {"method": "KNOWLEDGE"}).status_code
        for browser in (agent, supervisor, agent, supervisor, agent, agent)
    ]
    assert started == [201, 201, 201, 201, 201, 429]


def test_a_code_goes_out_by_the_chosen_channel_and_only_its_keyed_hash_stays(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    SENT.clear()
    with holding(Plug(verifying.send_code, lambda **given: SENT.append(given))):
        made = agent.api("POST", f"/customers/{rahmat.id}/consent-verifications", {"method": "PHONE_OTP", "channel": "SMS"}).json()

    [sent] = SENT
    assert (made["hint"], made["verified"], made["attempts_left"]) == ("+62812****678", False, 5)
    assert (sent["recipient"], sent["channel"], len(sent["code"])) == ("+6281234567678", "SMS", 6)
    with rows():
        kept = ConsentVerification.objects.get(pk=made["verification_id"])
    assert sent["code"].encode() not in bytes(kept.secret_hash)
    path = f"/consent-verifications/{kept.id}/answer"
    other = f"{(int(sent['code']) + 1) % 1_000_000:06d}"
    assert agent.api("POST", path, {"code": other}).json()["attempts_left"] == 4
    assert client_of("supervisor_mdn").api("POST", path, {"code": sent["code"]}).status_code == 404  # it is the agent's
    assert agent.api("POST", path, {"code": sent["code"]}).json()["verified"]
    assert change(agent, rahmat, "GRANTED", str(kept.id)).status_code == 201
    with shifted(timedelta(minutes=16)):
        assert change(agent, rahmat, "WITHDRAWN", str(kept.id)).json()["code"] == "verification_is_over"


def test_the_signed_document_is_of_this_customer_and_a_counter_is_not_counted(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent, siti = client_of("agent_mdn"), customers.customer("Siti Hasibuan", "MDN")
    path, signed = f"/customers/{rahmat.id}/consent-verifications", {"method": "DIGITAL_SIGNATURE"}
    own, others = documents.attached(rahmat.id).id, documents.attached(siti.id, content=documents.pdf("Surat lain")).id

    assert agent.api("POST", path, {**signed, "evidence_document_id": str(others)}).json()["errors"] == {
        "evidence_document_id": ["Pilih dokumen bertanda tangan nasabah."]
    }
    assert agent.api("POST", path, {**signed, "evidence_document_id": str(own)}).json()["verified"]
    assert {agent.api("POST", path, {"method": "IN_PERSON"}).status_code for _ in range(8)} == {201}


def test_a_code_is_offered_on_the_channels_that_somebody_carries(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent, path = client_of("agent_mdn"), f"/customers/{rahmat.id}/consents"
    offered = agent.api("GET", path).json()
    assert (offered["methods"], offered["code_channels"]) == (["KNOWLEDGE", "IN_PERSON", "DIGITAL_SIGNATURE"], [])

    with rows():
        about = {"updated_by": people.user_id("admin")}
        MessageProvider.objects.create(key="surel", name="Surel", channel="EMAIL", adapter=Adapter.SMTP, **about)
        MessageProvider.objects.create(key="mati", name="Mati", channel="SMS", adapter=Adapter.SMS_HTTP, is_active=False, **about)
    offered = agent.api("GET", path).json()

    assert (sorted(offered["methods"]), offered["code_channels"]) == (["DIGITAL_SIGNATURE", "IN_PERSON", "KNOWLEDGE", "PHONE_OTP"], ["EMAIL"])
