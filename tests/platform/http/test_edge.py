"""The edge: one shape of refusal, keys that answer once, headers on everything."""

from __future__ import annotations

import re

import pytest

from simpul.config.api import api
from simpul.platform.http import operations
from tests.support import people

UNSAFE = [(path, method) for path, method, operation in operations(api) if method != "GET"]


def address(path: str) -> str:
    """The path with an id of nothing in each place."""
    filled = path.replace("{session_id}", "1").replace("{number}", "1").replace("{code}", "VIP_CUSTOMER")
    return re.sub(r"\{\w+\}", "00000000-0000-7000-8000-00000000000f", filled)


def test_an_unknown_path_is_a_problem_document(organisation):
    answer = people.client().get("/api/v1/tidak-ada")

    assert (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (404, "application/problem+json", "not_found")


def test_without_a_session_every_operation_but_the_public_ones_answers_401(organisation):
    browser = people.client()
    statuses = {}
    for path, method, operation in operations(api):
        if operation.permission.kind != "PUBLIC":
            statuses[f"{method} {path}"] = browser.api(method, address(path), None if method == "GET" else {}).status_code

    assert set(statuses.values()) == {401}, {path: status for path, status in statuses.items() if status != 401}


@pytest.mark.parametrize(("path", "method"), UNSAFE)
def test_every_change_needs_the_csrf_token(client_of, path, method):
    browser = client_of("agent_mdn")

    answer = getattr(browser, method.lower())(f"/api/v1{address(path)}", data={}, content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_rejected")


def test_a_body_that_is_no_json_names_the_body(client_of):
    browser = client_of("agent_mdn")

    answer = browser.patch("/api/v1/me/preferences", data="{oops", content_type="application/json", headers={"X-CSRFToken": browser.token})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["body"])


def test_a_form_that_is_none_names_the_body(client_of, trace):
    browser = client_of("agent_mdn")
    trace.start()
    answer = browser.generic("POST", "/api/v1/documents", b"{}", content_type="multipart/form-data", headers={"X-CSRFToken": browser.token})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["body"])
    assert "formulir" in answer.json()["errors"]["body"][0]
    assert trace() == {}


@pytest.mark.parametrize("given", ["0001-01-01T00:00:00+12:00", "9999-12-31T23:59:59-12:00", "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z"])
@pytest.mark.parametrize("field", ["from", "to"])
def test_an_instant_that_nobody_means_is_refused_by_name(client_of, given, field):
    compliance = client_of("compliance")
    for path in ("/api/v1/audit", "/api/v1/break-glass"):
        problem = compliance.get(path, {field: given})
        assert problem.status_code == 422, problem.content
        assert problem.json()["errors"] == {field: ["Bukan tanggal atau waktu yang sah."]}


def test_an_instant_with_a_strange_offset_is_the_instant_that_it_is(client_of):
    assert client_of("compliance").get("/api/v1/audit", {"from": "2026-01-01T00:00:00+23:59"}).status_code == 200


def test_ten_megabytes_are_refused_before_they_are_read(client_of):
    browser = client_of("agent_mdn")

    answer = browser.patch(
        "/api/v1/me/preferences", data='{"theme": "' + "x" * 10_000_000 + '"}', content_type="application/json", headers={"X-CSRFToken": browser.token}
    )

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_refusals_speak_the_callers_language(client_of):
    browser = client_of("agent_mdn")

    titles = [browser.api("PATCH", "/me/preferences", {"theme": "pink"}, Accept_Language=language).json()["title"] for language in ("id", "en-GB")]

    assert titles == ["Periksa isian yang ditandai", "Check the marked fields"]


def test_every_answer_carries_its_request_id_and_the_security_headers(client_of):
    answer = client_of("agent_mdn").api("GET", "/me", X_Request_Id="pemeriksaan-123")

    assert answer["X-Request-Id"] == "pemeriksaan-123"
    assert "script-src 'self';" in answer["Content-Security-Policy"]
    assert "unsafe-inline" not in answer["Content-Security-Policy"].split("style-src")[0]
    assert (answer["X-Content-Type-Options"], answer["X-Frame-Options"], answer["Cache-Control"]) == ("nosniff", "DENY", "no-store")


def test_a_forged_request_id_is_replaced(client_of):
    answer = client_of("agent_mdn").api("GET", "/me", X_Request_Id='x" OR 1=1; --')

    assert answer["X-Request-Id"] != 'x" OR 1=1; --'


def test_a_repeated_key_answers_as_before_and_acts_once(client_of, trace):
    browser = client_of("agent_mdn")
    people.client("agent_mdn")
    trace.start()

    first, second = (browser.api("POST", "/me/sessions/end-others", Idempotency_Key="kunci-0001") for _ in range(2))

    assert (first.status_code, second.status_code, second.get("Idempotent-Replay")) == (204, 204, "true")
    assert trace() == {"audit": ["SESSION_ENDED"]}


def test_a_key_of_another_request_is_refused(client_of):
    browser = client_of("agent_mdn")
    wrong = {"current_password": "bukan-ini", "new_password": "rumah-kecil-di-tepi-danau"}
    right = {"current_password": people.PASSWORD, "new_password": "rumah-kecil-di-tepi-danau"}
    assert browser.api("POST", "/me/password", right, Idempotency_Key="kunci-0002").status_code == 204

    answer = browser.api("POST", "/me/password", wrong, Idempotency_Key="kunci-0002")

    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency_key_reused")


def test_a_refused_attempt_leaves_its_key_free(client_of):
    browser = client_of("agent_mdn")
    bodies = [
        {"current_password": "bukan-ini", "new_password": "rumah-kecil-di-tepi-danau"},
        {"current_password": people.PASSWORD, "new_password": "rumah-kecil-di-tepi-danau"},
    ]

    assert [browser.api("POST", "/me/password", body, Idempotency_Key="kunci-0003").status_code for body in bodies] == [422, 204]


def test_health_and_readiness_answer_without_a_session(db):
    browser = people.client()

    assert [browser.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 200]


def test_a_forged_host_is_refused_without_a_page_of_its_own(db):
    answer = people.client().get("/api/v1/me", headers={"Host": "jahat.example"})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["request"])


def test_an_act_that_an_address_does_not_take_is_refused_as_any_other(client_of):
    answer = client_of("agent_mdn").api("DELETE", "/me")

    assert (answer.status_code, answer.json()["code"], answer["Allow"], answer["Content-Type"]) == (405, "not_allowed", "GET", "application/problem+json")


def test_a_number_of_somebody_is_no_request_id(client_of):
    for given in ("1271014506900004", "nasabah-1271014506900004"):
        assert given not in client_of("agent_mdn").api("GET", "/me", X_Request_Id=given)["X-Request-Id"]
