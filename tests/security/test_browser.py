"""What a browser is told and handed: cookies, headers, methods, and nothing that is not ours to show."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support import people

OVER_TLS = """
import json, sys
from simpul.config import settings as s
json.dump([s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE,
           s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE, s.CSRF_COOKIE_SAMESITE, getattr(s, "SESSION_COOKIE_DOMAIN", None), s.DEBUG], sys.stdout)
"""


def test_over_tls_both_cookies_belong_to_this_host_alone():
    environment = {**os.environ, "SIMPUL_TESTING": "", "SIMPUL_DEMO": "", "SIMPUL_INSECURE_COOKIES": "", "DEBUG": "1"}

    told = json.loads(subprocess.run([sys.executable, "-c", OVER_TLS], env=environment, capture_output=True, check=True).stdout)

    assert told == ["__Host-simpul_session", True, True, "Lax", "__Host-csrftoken", True, "Lax", None, False]


def test_the_session_cookie_is_kept_from_scripts_and_other_sites_and_comes_in_no_body(organisation):
    browser = people.client()
    answer = browser.post(
        "/_allauth/browser/v1/auth/login",
        data={"username": "agent_mdn", "password": people.PASSWORD},
        content_type="application/json",
        headers={"X-CSRFToken": browser.token},
    )

    cookie = answer.cookies["simpul_session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")
    assert cookie.value not in answer.content.decode()


@pytest.mark.parametrize("path", ["/", "/api/v1/me", "/api/v1/tidak-ada", "/_allauth/browser/v1/auth/session", "/healthz", "/assets/tidak-ada.js"])
def test_every_answer_whatever_its_status_tells_the_browser_what_it_may_do(organisation, path, settings):
    settings.SESSION_COOKIE_SECURE = True
    answer = people.client().get(path)

    policy = dict(part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";"))
    assert {name: policy[name] for name in ("default-src", "script-src", "object-src", "base-uri", "frame-ancestors", "form-action")} == {
        "default-src": "'none'",
        "script-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "form-action": "'self'",
    }
    assert (answer["X-Content-Type-Options"], answer["Referrer-Policy"]) == ("nosniff", "same-origin")
    assert (answer["Cross-Origin-Opener-Policy"], answer["Cross-Origin-Resource-Policy"]) == ("same-origin", "same-origin")
    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.parametrize("path", ["/api/v1/me", "/api/v1/tidak-ada", "/_allauth/browser/v1/auth/session", "/_allauth/browser/v1/config"])
def test_no_answer_with_data_is_kept_by_a_browser_or_a_proxy(client_of, path):
    assert client_of("agent_mdn").get(path)["Cache-Control"].split(", ").count("no-store") == 1


@pytest.mark.parametrize("origin", ["https://jahat.example", "null"])
def test_another_origin_is_granted_nothing(client_of, origin):
    asked = client_of("agent_mdn").options("/api/v1/me", headers={"Origin": origin, "Access-Control-Request-Method": "PATCH"})

    assert not [name for name in asked.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize("method", ["TRACE", "POST", "PUT", "DELETE", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", "/healthz", "/api/v1/me"])
def test_a_method_that_nobody_declared_is_refused(client_of, path, method):
    browser = client_of("agent_mdn")

    assert browser.generic(method, path, headers={"X-CSRFToken": browser.token}).status_code == 405


@pytest.mark.parametrize("path", ["/api/v1/docs", "/api/v1/openapi.json", "/assets/", "/api/", "/admin/", "/.git/config", "/.env", "/static/"])
def test_no_listing_no_documentation_and_no_file_of_the_source_is_served(client_of, path):
    answer = client_of("admin").get(path)

    # An address of no page gets the page itself, which holds no data and says "not found".
    assert answer.status_code in {404, 503} or (answer.status_code == 200 and "<!doctype html>" in answer.content.decode().lower())
    assert "repositoryformatversion" not in answer.content.decode()


def test_text_says_its_character_set(client_of):
    browser = client_of("agent_mdn")

    assert browser.get("/")["Content-Type"] == "text/html; charset=utf-8"
    assert browser.get("/api/v1/me")["Content-Type"].startswith("application/json")
