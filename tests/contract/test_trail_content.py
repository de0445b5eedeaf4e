"""What the trail holds after a working day: every act that the checklist names, and no value that a person could read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from simpul.platform.db import query
from tests.support import customers as make
from tests.support import people
from tests.support.database import rows

NAME, PHONE, LOCAL_PHONE, EMAIL, BORN = "Nurhaliza Simanjuntak", "+6281399887766", "081399887766", "nurhaliza@contoh.id", "1990-06-05"
NEW_PHONE, NEW_EMAIL = "+6285211223344", "liza.baru@contoh.id"
SECRETS = [*NAME.split(), PHONE, PHONE[1:], LOCAL_PHONE, EMAIL, BORN, make.NIK, make.ACCOUNT, make.CIF, NEW_PHONE, NEW_PHONE[3:], NEW_EMAIL]


def a_working_day(client_of: Callable[..., Any]) -> None:
    """Search in every way, open, reveal, ask for a change, decide, edit, and try what is refused."""
    customer = make.customer(NAME, phone_e164=PHONE, email=EMAIL)
    nik = make.identifiers(customer.id)[1]
    agent, steward, stranger = client_of("agent_mdn"), client_of("steward"), client_of("agent_bnj")
    for written in (NAME, LOCAL_PHONE, make.CIF, make.NIK, make.ACCOUNT):
        assert agent.api("GET", f"/customers/search?q={written}").json()["count"] == 1
    page = f"/customers/{customer.id}"
    assert agent.api("GET", f"{page}/360").status_code == 200
    assert agent.api("GET", f"{page}/timeline").status_code == 200
    for field in ("phone_e164", "email", "birth_date", str(nik.id)):
        assert agent.api("POST", f"{page}/reveal", {"field": field, "reason": f"Mencocokkan {LOCAL_PHONE} dan {EMAIL}"}).status_code == 200
    asked = agent.api("POST", f"{page}/change-requests", {"changes": {"phone_e164": NEW_PHONE}, "note": f"Nomor baru {NEW_PHONE}"}).json()
    assert steward.api("POST", f"/change-requests/{asked['request_id']}/approve", {"note": "Sesuai"}).status_code == 200
    version = agent.api("GET", f"{page}/360").json()["customer"]["version"]
    edit = {"version": version, "reason": f"Pembetulan, dulu {EMAIL}", "changes": {"email": NEW_EMAIL, "full_name": f"{NAME} Baru"}}
    assert steward.api("PATCH", page, edit).status_code == 200
    assert stranger.api("GET", f"{page}/360").status_code == 404
    assert stranger.api("POST", f"{page}/reveal", {"field": "email", "reason": f"Minta {EMAIL} segera"}).status_code == 404
    assert agent.api("PATCH", page, edit).status_code == 403
    assert people.client().api("GET", f"/customers/search?q={NAME}").status_code == 401


def trail() -> list[dict[str, Any]]:
    with rows():
        return query("SELECT * FROM audit.audit_logs ORDER BY created_at, audit_id")


@pytest.mark.covers("15.3.6-1", "15.3.6-5")
def test_searches_and_opened_profiles_are_recorded_and_no_personal_value_is(client_of: Callable[..., Any]) -> None:
    a_working_day(client_of)

    recorded = trail()
    assert {"SEARCH_CUSTOMER", "VIEW_PROFILE", "REVEAL_FIELD", "REQUEST_CUSTOMER_CHANGE", "APPROVE_CUSTOMER_CHANGE", "UPDATE_CUSTOMER", "VIEW_DENIED"} <= {
        row["action"] for row in recorded
    }
    found = {
        (row["action"], secret)
        for row in recorded
        for secret in SECRETS
        if secret.lower() in json.dumps({name: str(value) for name, value in row.items()}).lower()
    }
    assert found == set()


def test_no_record_lacks_its_actor_or_its_request(client_of: Callable[..., Any]) -> None:
    a_working_day(client_of)

    assert [row["action"] for row in trail() if row["actor_user_id"] is None or not row["request_id"]] == []
