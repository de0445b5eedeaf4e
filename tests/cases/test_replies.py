"""Replies with tokens: unknown ones are refused when they are kept, and filling gives nothing away."""

from __future__ import annotations

from typing import Any

import pytest

from simpul.cases.models import CannedReply
from simpul.cases.replies import filled, unknown_tokens
from simpul.platform.db import execute, scope
from tests.support import cases, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


def kept(browser: Any, **changed: Any) -> Any:
    return browser.api("POST", "/case-replies", {"title": "Salam", "body": "Yth. {{customer.name}}", **changed})


@pytest.mark.parametrize(
    ("body", "unknown"),
    [
        ("Yth. {{customer.name}}, {{ case.number }}, {{case.due}}, {{me.name}}", []),
        ("Halo {{customer.nik}} dan {{ promo }}", ["customer.nik", "promo"]),
        ("Kurung {{customer.name", ["{{"]),
        ("Kosong {{}}", [""]),
        ("{biasa} saja", []),
    ],
)
def test_a_token_that_nothing_fills_is_found(body, unknown):
    assert unknown_tokens(body) == unknown


def test_what_a_value_contains_is_never_taken_for_a_token():
    assert filled("{{customer.name}} {{me.name}}", {"customer.name": "{{me.name}}", "me.name": "Dewi"}) == "{{me.name}} Dewi"


def test_an_unknown_token_is_refused_by_its_name_and_nothing_is_kept(client_of):
    answer = kept(client_of("agent_mdn"), body="NIK Anda {{customer.nik}}")

    assert answer.status_code == 422
    assert "{{customer.nik}}" in answer.json()["errors"]["body"][0]
    with rows():
        assert CannedReply.objects.count() == 0


def test_a_reply_is_filled_for_a_case(client_of):
    case = cases.opened("supervisor_mdn")
    reply = cases.shared_reply("Yth. {{customer.name}}, pengaduan {{case.number}} kami jawab paling lambat {{case.due}}. Salam, {{me.name}}")

    text = client_of("agent_mdn").api("POST", f"/cases/{case.id}/replies/{reply}").json()["text"]

    assert text.startswith(f"Yth. Rahmat Siregar, pengaduan {case.case_no} kami jawab paling lambat ")
    assert text.endswith(" WIB. Salam, Agent Mdn")


def test_own_replies_are_the_owners_and_shared_ones_the_supervisors(client_of):
    agent, other, supervisor = client_of("agent_mdn"), client_of("agent_bnj"), client_of("supervisor_mdn")
    own = kept(agent).json()
    shared = kept(supervisor, shared=True, title="Bersama").json()

    assert kept(agent, shared=True).status_code == 403
    assert {one["title"]: one["can"]["update"] for one in agent.api("GET", "/case-replies").json()["items"]} == {"Bersama": False, "Salam": True}
    assert [one["title"] for one in other.api("GET", "/case-replies").json()["items"]] == ["Bersama"]
    changed = {"title": "Baru", "body": "Halo", "version": 1}
    assert agent.api("PUT", f"/case-replies/{shared['id']}", {**changed, "shared": True}).status_code == 403
    assert other.api("PUT", f"/case-replies/{own['id']}", changed).status_code == 404
    assert agent.api("PUT", f"/case-replies/{own['id']}", changed).json()["version"] == 2
    assert agent.api("PUT", f"/case-replies/{own['id']}", changed).json()["code"] == "stale_version"
    assert agent.api("DELETE", f"/case-replies/{own['id']}").status_code == 204
    with scope(people.actor("agent_bnj")):
        assert execute("UPDATE crm.case_replies SET body = 'x'") == 0
    with rows():
        assert list(CannedReply.objects.values_list("title", flat=True)) == ["Bersama"]
