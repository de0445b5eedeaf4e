"""A real OpenID Connect provider beside the tests, which keeps each challenge and asks for its verifier (RFC 7636)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.request import Request, urlopen

import oidc_provider_mock
from authlib.oauth2.rfc7636 import CodeChallenge
from oidc_provider_mock import _app

# By authorization code: the challenge that came with the request, and its method.
CHALLENGES: dict[str, tuple[str | None, str | None]] = {}


class _Checked(CodeChallenge):  # type: ignore[misc]
    def get_authorization_code_challenge(self, authorization_code: Any) -> str | None:
        return CHALLENGES[authorization_code.code][0]

    def get_authorization_code_challenge_method(self, authorization_code: Any) -> str | None:
        return CHALLENGES[authorization_code.code][1]


class _CheckingGrant(_app.AuthorizationCodeGrant):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        _Checked(required=True)(self)

    def save_authorization_code(self, code: str, request: Any) -> None:
        super().save_authorization_code(code, request)
        asked = request.payload.data
        CHALLENGES[code] = asked.get("code_challenge"), asked.get("code_challenge_method")


@contextmanager
def provider(**settings: Any) -> Iterator[int]:
    """Run the provider; gives its port."""
    plain = _app.AuthorizationCodeGrant
    _app.AuthorizationCodeGrant = _CheckingGrant  # type: ignore[misc]
    try:
        with oidc_provider_mock.run_server_in_thread(**settings) as server:
            yield server.server_port
    finally:
        _app.AuthorizationCodeGrant = plain  # type: ignore[misc]


def person(port: int, subject: str, **claims: Any) -> None:
    """Make somebody known to the provider."""
    body = json.dumps({"preferred_username": subject, "name": subject.title(), **claims}).encode()
    urlopen(Request(f"http://127.0.0.1:{port}/users/{subject}", body, {"Content-Type": "application/json"}, method="PUT")).read()
