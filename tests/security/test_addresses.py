"""Addresses are written down on their way: by proxies, in histories, in logs. They hold no personal data."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import RequestFactory

from simpul.iam.actors import client_ip
from tests.security.test_shapes import OPERATIONS
from tests.support import customers as make
from tools.repository import ROOT

# What a question may be about in an address: none of these takes free text about a customer.
_FREE_TEXT = {"q", "text", "query", "search", "identifier", "phone", "name", "email", "nik", "account"}
# Colleagues, branches, units, templates of messages, segments and campaigns by a part of their name, which is no customer's data.
_REVIEWED = {
    f"GET /api/v1/{path}"
    for path in ("users/lookup", "users", "organisation/branches", "portfolio/managers", "units", "message-templates", "segments", "campaigns")
}
# The number of a case, and nothing that could be a word about somebody.
_NUMBERS = {"GET /api/v1/cases", "GET /api/v1/cases/counts"}
# Kept for programs that rely on it; people's pages and new programs use the POST beside it.
_KEPT = {"GET /api/v1/customers/search"}


def test_no_address_takes_free_text_about_a_customer():
    found = {
        name: sorted(names)
        for name, operation in OPERATIONS
        if (names := {each["name"] for each in operation.get("parameters", []) if each["in"] in {"path", "query"}} & _FREE_TEXT)
        and name not in _REVIEWED | _NUMBERS | _KEPT
    }

    assert found == {}


def test_our_own_pages_search_in_the_body(client_of):
    make.customer()
    make.identifiers(make.customer("Budi Santoso", phone_e164="+6281299990000").id)
    browser = client_of("agent_mdn")

    for written in (make.NIK, make.ACCOUNT, "0812 9999 0000", "budi santoso"):
        asked, submitted = browser.api("GET", f"/customers/search?{urlencode({'q': written})}"), browser.api("POST", "/customers/search", {"q": written})
        assert submitted.status_code == 200, submitted.content
        assert submitted.json()["items"] == asked.json()["items"] != []

    assert "api.POST('/api/v1/customers/search'" in (ROOT / "web/src/features/customers/public/search.ts").read_text()
    assert [path.name for path in (ROOT / "web/src").rglob("*.ts*") if "api.GET('/api/v1/customers/search'" in path.read_text()] == []


def test_a_search_in_the_body_is_counted_recorded_and_refused_like_the_other(client_of, trace, settings):
    make.customer()
    make.customer("Siti Aminah", phone_e164="+6281200000001")
    browser = client_of("agent_mdn")
    trace.start()

    first = browser.api("POST", "/customers/search", {"q": "siti aminah", "limit": 1}).json()
    further = browser.api("POST", "/customers/search", {"q": "siti aminah", "limit": 1, "cursor": first["next_cursor"]}).json()
    assert (first["rate"]["remaining"], further["rate"]["remaining"]) == (9, 9)
    assert [browser.api("POST", "/customers/search", body).status_code for body in ({"q": "x"}, {"q": "x" * 201}, {"q": "siti", "wish": 1}, {})] == [422] * 4
    assert trace() == {"audit": ["SEARCH_CUSTOMER", "SEARCH_CUSTOMER"]}

    answers = [browser.api("POST", "/customers/search", {"q": f"nama {number}"}).status_code for number in range(11)]
    assert (answers[0], answers[-1]) == (200, 429)


@pytest.mark.parametrize(
    ("proxies", "said", "counted"),
    [
        (0, "10.9.9.9", "127.0.0.1"),
        (1, "10.9.9.9", "10.9.9.9"),
        (1, "1.2.3.4, 10.9.9.9", "10.9.9.9"),
        (2, "1.2.3.4, 10.9.9.9, 10.0.0.2", "10.9.9.9"),
    ],
)
def test_a_caller_chooses_no_address_to_be_known_by(settings, proxies, said, counted):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies

    assert client_ip(RequestFactory().get("/", headers={"X-Forwarded-For": said})) == counted
