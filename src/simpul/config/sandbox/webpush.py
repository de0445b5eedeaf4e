"""A push service for browsers: it gives subscriptions, checks who sends, and opens what comes, for it holds the browser's key as well.

Sources: RFC 8030 (delivery), RFC 8188 and 8291 (encryption), RFC 8292 (who sends).
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from simpul.config.sandbox.behaviour import falls_on
from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.state import KEPT_SUBSCRIPTIONS, Document, State, Taken, forget_oldest
from simpul.config.sandbox.wire import Answer, AnswerLost, Asked, answer_json, base64_read, base64_written

_ENDPOINT = re.compile(r"/push/([A-Za-z0-9_-]{16,64})")
_VAPID = re.compile(r"vapid\s+(?:t=([\w.-]+)\s*,\s*k=([\w-]+)|k=([\w-]+)\s*,\s*t=([\w.-]+))", re.IGNORECASE)
_LARGEST = 4_096
_LONGEST_TOKEN = 24 * 3_600


@dataclass
class Subscription:
    """One browser's subscription, with the private half that only browsers hold."""

    key: ec.EllipticCurvePrivateKey
    secret: bytes
    ended: bool = False

    @property
    def public_key(self) -> bytes:
        """The half that senders encrypt for."""
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


async def answer_push(handling: Handling, asked: Asked) -> Answer | None:
    """The answer of the push service, None for an address that is not its own."""
    if asked.method == "POST" and asked.path == "/push/subscriptions":
        return answer_json(201, subscription_made(handling.state, asked.headers["host"]))
    found = _ENDPOINT.fullmatch(asked.path)
    if found is None:
        return None
    if asked.method == "DELETE":
        handling.state.subscriptions.pop(found[1], None)
        return Answer(204)
    return await _deliver(handling, asked, found[1]) if asked.method == "POST" else None


def message_opened(subscription: Subscription, body: bytes) -> bytes:
    """What a sender encrypted for this subscription, in one record of aes128gcm. Raises: ValueError, InvalidTag."""
    if len(body) < 21:
        raise ValueError("header")
    salt, length = body[:16], body[20]
    sender, sealed = body[21 : 21 + length], body[21 + length :]
    shared = subscription.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
    about = b"WebPush: info\0" + subscription.public_key + sender
    material = _hmac(_hmac(subscription.secret, shared), about + b"\x01")
    drawn = _hmac(salt, material)
    content = AESGCM(_hmac(drawn, b"Content-Encoding: aes128gcm\0\x01")[:16]).decrypt(_hmac(drawn, b"Content-Encoding: nonce\0\x01")[:12], sealed, None)
    text = content.rstrip(b"\0")
    if not text.endswith(b"\x02"):
        raise ValueError("padding")
    return text[:-1]


def sender_proven(header: str, origin: str) -> bool:
    """Whether the sender signed for this push service, within a day."""
    found = _VAPID.fullmatch(header.strip())
    if found is None:
        return False
    token, key = found[1] or found[4], found[2] or found[3]
    try:
        head, body, written = token.split(".")
        signature = base64_read(written)
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), base64_read(key))
        proof = encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))
        public.verify(proof, f"{head}.{body}".encode(), ec.ECDSA(hashes.SHA256()))
        claims, now = json.loads(base64_read(body)), datetime.now(UTC).timestamp()
        return bool(json.loads(base64_read(head))["alg"] == "ES256" and claims["aud"] == origin and now < claims["exp"] <= now + _LONGEST_TOKEN)
    except (ValueError, KeyError, TypeError, InvalidSignature):
        return False


def _hmac(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")


def subscription_made(state: State, host: str) -> Document:
    """A new browser's subscription, as browsers give it to their page."""
    number, subscription = secrets.token_urlsafe(24), Subscription(ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(16))
    state.subscriptions[number] = subscription
    forget_oldest(state.subscriptions, KEPT_SUBSCRIPTIONS)
    keys = {"p256dh": base64_written(subscription.public_key), "auth": base64_written(subscription.secret)}
    return {"endpoint": f"http://{host}/push/{number}", "expirationTime": None, "keys": keys}


async def _deliver(handling: Handling, asked: Asked, number: str) -> Answer:
    state, how = handling.state, handling.state.behaviour
    count = state.count_one("WEB_PUSH", "calls")
    subscription: Subscription | None = state.subscriptions.get(number)
    if subscription is None or subscription.ended:
        state.count_one("WEB_PUSH", "refused")
        return answer_json(410 if subscription else 404, {"reason": "The subscription is gone."})
    if not sender_proven(asked.headers.get("authorization", ""), f"http://{asked.headers['host']}"):
        state.count_one("WEB_PUSH", "unauthorised")
        return answer_json(403, {"reason": "The sender is not proven."})
    if not asked.headers.get("ttl", "").isdigit():
        return answer_json(400, {"reason": "TTL is missing."})
    if len(asked.body) > _LARGEST:
        return answer_json(413, {"reason": "The message is too large."})
    try:
        if asked.headers.get("content-encoding") != "aes128gcm":
            raise ValueError("encoding")
        given = json.loads(message_opened(subscription, asked.body))
        title, text, key = str(given.get("title", "")), str(given.get("body", "")), str(given.get("data", {}).get("send_key", ""))
    except (ValueError, InvalidTag, AttributeError):
        return answer_json(400, {"reason": "The message cannot be opened."})
    await handling.pause_answer()
    if falls_on(f"{key}:{count}", "busy", how.busy):
        state.count_one("WEB_PUSH", "busy")
        return answer_json(429, {"reason": "Too many."}, {"Retry-After": "1"})
    if falls_on(key, "refuse", how.refuse):
        state.count_one("WEB_PUSH", "refused")
        subscription.ended = how.push_code in (404, 410)
        return answer_json(how.push_code, {"reason": "Simulated refusal."})
    taken = Taken(secrets.token_urlsafe(16), "PUSH", "WEB_PUSH", f"/push/{number}", title, text, "", key, json.dumps(given))
    state.keep_message(taken)
    if falls_on(key, "lose", how.lose):
        state.count_one("WEB_PUSH", "lost")
        raise AnswerLost
    return Answer(201, headers={"Location": f"http://{asked.headers['host']}/push/messages/{taken.reference}", "TTL": asked.headers["ttl"]})
