"""Firebase Cloud Messaging, HTTP v1, with the token service that its service accounts sign in to.

Sources: firebase.google.com/docs/reference/fcm/rest/v1 (messages:send, ErrorCode) and developers.google.com/identity/protocols/oauth2/service-account.
"""

from __future__ import annotations

import json
import re
import secrets
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from simpul.config.sandbox.accounts import CLIENT_EMAIL
from simpul.config.sandbox.behaviour import falls_on
from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.state import KEPT_TOKENS, Document, Taken, forget_oldest
from simpul.config.sandbox.wire import Answer, AnswerLost, Asked, answer_json, base64_read

_SEND = re.compile(r"/fcm/v1/projects/([a-z0-9-]+)/messages:send")
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_SCOPES = frozenset({"https://www.googleapis.com/auth/firebase.messaging", "https://www.googleapis.com/auth/cloud-platform"})
# "When making an access token request this value is always" this one.
_AUDIENCE = "https://oauth2.googleapis.com/token"
_LARGEST = 4_096
_STATUS_OF = {
    "UNREGISTERED": (404, "NOT_FOUND", "Requested entity was not found."),
    "SENDER_ID_MISMATCH": (403, "PERMISSION_DENIED", "SenderId mismatch"),
    "QUOTA_EXCEEDED": (429, "RESOURCE_EXHAUSTED", "Quota exceeded."),
    "UNAVAILABLE": (503, "UNAVAILABLE", "The service is currently unavailable."),
    "INTERNAL": (500, "INTERNAL", "Internal error encountered."),
    "THIRD_PARTY_AUTH_ERROR": (401, "UNAUTHENTICATED", "Auth error from APNS or Web Push Service"),
    "INVALID_ARGUMENT": (400, "INVALID_ARGUMENT", "The registration token is not a valid FCM registration token"),
}


async def answer_fcm(handling: Handling, asked: Asked) -> Answer | None:
    """The answer of the token service or of FCM, None for an address that is neither's."""
    if asked.method == "POST" and asked.path == "/fcm/token":
        return _give_token(handling, asked)
    found = _SEND.fullmatch(asked.path)
    return await _send(handling, asked, found[1]) if asked.method == "POST" and found else None


def fcm_error(code: str) -> tuple[int, Document]:
    """The status and body of an error by its FCM code."""
    status, canonical, message = _STATUS_OF[code]
    detail = {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": code}
    return status, {"error": {"code": status, "message": message, "status": canonical, "details": [detail]}}


def _give_token(handling: Handling, asked: Asked) -> Answer:
    form = {name: values[0] for name, values in parse_qs(asked.body.decode(errors="replace")).items()}
    if form.get("grant_type") != _GRANT:
        return answer_json(400, {"error": "unsupported_grant_type", "error_description": "Invalid grant_type"})
    try:
        claims = _claims(handling, form["assertion"])
    except (ValueError, KeyError, TypeError, InvalidSignature):
        handling.state.count_one("FCM", "unauthorised")
        return answer_json(400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."})
    if not _SCOPES & set(str(claims.get("scope", "")).split()):
        return answer_json(400, {"error": "invalid_scope", "error_description": "Invalid OAuth scope or ID token audience provided."})
    token = f"ya29.simulated.{secrets.token_urlsafe(24)}"
    handling.state.tokens[token] = datetime.now(UTC) + timedelta(hours=1)
    forget_oldest(handling.state.tokens, KEPT_TOKENS)
    return answer_json(200, {"access_token": token, "expires_in": 3599, "token_type": "Bearer"})


def _claims(handling: Handling, assertion: str) -> Document:
    head, body, signature = assertion.split(".")
    if json.loads(base64_read(head))["alg"] != "RS256":
        raise ValueError("alg")
    key = serialization.load_pem_private_key(handling.state.accounts.service_key.encode(), None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("key")
    key.public_key().verify(base64_read(signature), f"{head}.{body}".encode(), padding.PKCS1v15(), hashes.SHA256())
    claims: Document = json.loads(base64_read(body))
    now = datetime.now(UTC).timestamp()
    if claims["iss"] != CLIENT_EMAIL or claims["aud"] != _AUDIENCE or not claims["iat"] - 300 <= now <= claims["exp"] <= claims["iat"] + 3_600:
        raise ValueError("claims")
    return claims


async def _send(handling: Handling, asked: Asked, project: str) -> Answer:
    state, how = handling.state, handling.state.behaviour
    count = state.count_one("FCM", "calls")
    ends = state.tokens.get(asked.headers.get("authorization", "").removeprefix("Bearer "))
    if ends is None or ends < datetime.now(UTC):
        state.count_one("FCM", "unauthorised")
        told = "Request had invalid authentication credentials. Expected OAuth 2 access token."
        return answer_json(401, {"error": {"code": 401, "message": told, "status": "UNAUTHENTICATED"}})
    try:
        message = asked.read_json()["message"]
        token, notice, data = str(message["token"]), message.get("notification", {}), message.get("data", {})
        bad = not token or any(not isinstance(value, str) for value in data.values()) or len(json.dumps([notice, data]).encode()) > _LARGEST
        title, text, key = str(notice.get("title", "")), str(notice.get("body", "")), str(data.get("send_key", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        bad, token, title, text, key = True, "", "", "", ""
    if bad:
        return answer_json(*fcm_error("INVALID_ARGUMENT"))
    await handling.pause_answer()
    if falls_on(f"{key}:{count}", "busy", how.busy):
        state.count_one("FCM", "busy")
        status, body = fcm_error("QUOTA_EXCEEDED")
        return answer_json(status, body, {"Retry-After": "60"})
    if falls_on(key or token, "refuse", how.refuse):
        state.count_one("FCM", "refused")
        return answer_json(*fcm_error(how.fcm_code if how.fcm_code in _STATUS_OF else "UNREGISTERED"))
    taken = Taken(f"projects/{project}/messages/0:{secrets.token_hex(12)}", "PUSH", "FCM", token, title, text, "", key, asked.body.decode(errors="replace"))
    state.keep_message(taken)
    if falls_on(key, "lose", how.lose):
        state.count_one("FCM", "lost")
        raise AnswerLost
    return answer_json(200, {"name": taken.reference})
