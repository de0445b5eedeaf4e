"""Signing in with a second step: the allauth addresses as a browser calls them, and codes as an application computes them."""

from __future__ import annotations

import base64
import hmac
import struct
import time
from typing import Any

from tests.support.people import PASSWORD, ApiClient

BASE = "/_allauth/browser/v1"


def totp(secret: str, at: float | None = None) -> str:
    """The six digits of RFC 6238 for a secret."""
    counter = struct.pack(">Q", int(time.time() if at is None else at) // 30)
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def call(browser: ApiClient, method: str, path: str, body: Any = None) -> Any:
    """One of allauth's addresses, with the CSRF token."""
    browser.__dict__.pop("token", None)  # signing in and changing factors rotate it
    options = {} if body is None else {"data": body, "content_type": "application/json"}
    return browser.generic_json(method, f"{BASE}/{path}", headers={"X-CSRFToken": browser.token}, **options)


def sign_in(browser: ApiClient, username: str, password: str = PASSWORD) -> Any:
    """Name and password."""
    return call(browser, "POST", "auth/login", {"username": username, "password": password})


def set_up_totp(browser: ApiClient) -> str:
    """Set up an authenticator application; gives its secret."""
    begun = call(browser, "GET", "account/authenticators/totp")
    assert begun.status_code == 404, begun.content
    secret: str = begun.json()["meta"]["secret"]
    # The code of the step before, so that the present one is still unused.
    done = call(browser, "POST", "account/authenticators/totp", {"code": totp(secret, time.time() - 30)})
    assert done.status_code == 200, done.content
    return secret


def confirm(browser: ApiClient, password: str = PASSWORD) -> Any:
    """Confirm by password who one is."""
    return call(browser, "POST", "auth/reauthenticate", {"password": password})
