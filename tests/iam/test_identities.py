"""Administrators tie users to persons at an identity provider, part them, and open a network to sign-in again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simpul.platform.db import query
from simpul.platform.ids import uuid7
from tests.support import people
from tests.support.control import BY_TWO, agreed, two_told
from tests.support.database import rows

PROVIDERS = """
[provider.kantor]
name = "Kantor Pusat"
issuer = "https://masuk.kantor.example"
client_id = "simpul"
client_secret = "rahasia"
"""
DEWI = {"provider": "kantor", "subject": "8f1c-dewi"}


@pytest.fixture
def identities(organisation: None, tmp_path: Path, settings: Any) -> str:
    """One provider is configured; the address of an agent's ties."""
    path = tmp_path / "oidc.toml"
    path.write_text(PROVIDERS)
    settings.OIDC_FILE = str(path)
    return f"/users/{people.user_id('agent_mdn')}/identities"


def test_a_user_is_tied_shown_and_parted_with_every_session_ended(identities, client_of, trace):
    admin, theirs = client_of("admin"), client_of("agent_mdn")
    assert admin.api("GET", identities).json() == {"items": [], "providers": [{"key": "kantor", "name": "Kantor Pusat"}]}
    trace.start()

    tied = agreed(admin, "POST", identities, DEWI)

    assert trace() == {"audit": [*BY_TWO, "CHANGE_RBAC"], "events": two_told(of_person=True)}
    (tie,) = tied.json()["items"]
    assert (tie["provider_name"], tie["subject"]) == ("Kantor Pusat", "8f1c-dewi")
    assert client_of("compliance").api("GET", identities).json()["items"] == [tie]
    trace.start()
    assert admin.api("DELETE", f"{identities}/{tie['id']}").json()["items"] == []
    assert trace() == {"audit": ["CHANGE_RBAC"]}
    assert theirs.api("GET", "/me").status_code == 401
    with rows():
        kept = query("SELECT meta FROM audit.audit_logs WHERE action = 'CHANGE_RBAC' ORDER BY created_at DESC, audit_id DESC LIMIT 1")[0]["meta"]
    assert kept["untied_from"] == "kantor" and kept["ended"] == 1 and "dewi" not in str(kept)


def test_one_person_is_one_user_and_one_user_one_person_of_a_provider(identities, client_of, trace):
    admin = client_of("admin")
    agreed(admin, "POST", identities, DEWI)
    trace.start()

    other = admin.api("POST", f"/users/{people.user_id('agent_bnj')}/identities", DEWI)
    second = admin.api("POST", identities, {**DEWI, "subject": "lain"})

    assert [(answer.status_code, answer.json()["code"]) for answer in (other, second)] == [(409, "identity_taken"), (409, "user_is_tied")]
    assert trace() == {"audit": ["CHANGE_RBAC:FAILED", "CHANGE_RBAC:FAILED"]}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"provider": "lain", "subject": "x"}, "provider"),
        ({"provider": "Kantor!", "subject": "x"}, "provider"),
        ({"provider": "kantor", "subject": "  "}, "subject"),
        ({"provider": "kantor", "subject": "a\r\nb"}, "subject"),
        ({"provider": "kantor", "subject": "x" * 256}, "subject"),
        ({**DEWI, "user_id": "x"}, "user_id"),
    ],
)
def test_a_tie_that_makes_no_sense_names_its_field(identities, client_of, body, field):
    answer = client_of("admin").api("POST", identities, body)

    assert answer.status_code == 422 and list(answer.json()["errors"]) == [field]
    assert client_of("admin").api("GET", identities).json()["items"] == []


def test_nobody_ties_themself_or_a_program_and_a_tie_of_somebody_else_is_not_found(identities, client_of, trace):
    admin = client_of("admin")
    tie = agreed(admin, "POST", identities, DEWI).json()["items"][0]["id"]
    trace.start()

    own = admin.api("POST", f"/users/{people.user_id('admin')}/identities", DEWI)
    others = admin.api("DELETE", f"/users/{people.user_id('agent_bnj')}/identities/{tie}")
    nobody = admin.api("POST", f"/users/{uuid7()}/identities", DEWI)

    assert [answer.status_code for answer in (own, others, nobody)] == [403, 404, 404]
    assert set(trace()["audit"]) == {"CHANGE_RBAC:DENIED", "WRITE_DENIED:DENIED"}
    assert len(admin.api("GET", identities).json()["items"]) == 1


@pytest.mark.parametrize("who", ["compliance", "supervisor_mdn", "agent_bnj"])
def test_only_administrators_tie_and_part(identities, client_of, who):
    tie = agreed(client_of("admin"), "POST", identities, DEWI).json()["items"][0]["id"]
    browser = client_of(who)

    assert browser.api("POST", identities, {**DEWI, "subject": "lain"}).status_code == 403
    assert browser.api("DELETE", f"{identities}/{tie}").status_code == 403
    assert browser.api("GET", identities).status_code == (200 if who == "compliance" else 403)


def test_a_network_is_opened_again_and_the_trail_holds_no_address(organisation, client_of, trace):
    with rows():
        query("SELECT failed FROM iam.note_sign_in_failure('x', 'ADDRESS', 1, '1 hour'::interval, '1 hour'::interval)")
    admin = client_of("admin")
    trace.start()

    answer = admin.api("POST", "/sign-in-locks/open", {"address": " 10.20.1.15 "})

    assert (answer.status_code, answer.json()) == (200, {"counted": False})
    assert trace() == {"audit": ["UNLOCK_SIGN_IN"]}
    with rows():
        kept = query("SELECT object_id, meta FROM audit.audit_logs WHERE action = 'UNLOCK_SIGN_IN'")
    assert "10.20.1.15" not in str(kept)


@pytest.mark.parametrize("address", ["kantor", "10.20.1", "10.20.1.15/24", ""])
def test_what_is_no_address_opens_nothing(organisation, client_of, address):
    answer = client_of("admin").api("POST", "/sign-in-locks/open", {"address": address})

    assert answer.status_code == 422 and list(answer.json()["errors"]) == ["address"]


@pytest.mark.parametrize("who", ["compliance", "agent_mdn"])
def test_only_administrators_open_a_network(organisation, client_of, trace, who):
    browser = client_of(who)
    trace.start()

    assert browser.api("POST", "/sign-in-locks/open", {"address": "10.20.1.15"}).status_code == 403
    assert trace() == {"audit": ["WRITE_DENIED:DENIED"]}
