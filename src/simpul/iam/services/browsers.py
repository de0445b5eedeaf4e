"""Browsers that a person signs in from: one that is new is told to the person, by notice and by mail.

A browser is known by a random cookie that opens nothing. Kept is a keyed digest of it with the person's own id, so that two
people who share a browser cannot be found by it.
"""

from __future__ import annotations

import re
import secrets
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Greatest
from django.http import HttpRequest

from simpul.iam.actors import client_ip
from simpul.iam.models import KnownBrowser
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, now, zone_name
from simpul.platform.crypto import keyed_hash
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text

MOST_BROWSERS = 20
NEW_BROWSER = NoticeKind(
    "iam.new_browser",
    Text(id="Masuk dari peramban baru", en="Signed in from a new browser"),
    Text(
        id="Akun Anda dipakai masuk dari peramban yang belum dikenal pada {at}, dari jaringan {network}. Bila itu bukan Anda, akhiri semua sesi dan ganti kata sandi di profil, "
        "lalu beri tahu administrator Simpul.",
        en="Somebody signed in to your account from a browser that is not known, on {at}, from the network {network}. If that was not you, end all sessions and change your password "
        "in your profile, and tell a Simpul administrator.",
    ),
    by_mail=True,
)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_NO_NETWORK = "-"


def browser_note(*, actor: Actor, request: HttpRequest) -> bool:
    """Remember the browser of a sign-in that succeeded, in the person's own scope and under the lock of their row; says whether it is a new one.

    The person is told of a new one, except of the very first. The cookie is handed out with the answer.
    """
    shown = request.COOKIES.get(settings.BROWSER_COOKIE_NAME, "")
    token = shown if _TOKEN.fullmatch(shown) else secrets.token_urlsafe(32)
    request.browser_token = token  # type: ignore[attr-defined]
    own, at = KnownBrowser.objects.filter(user_id=actor.id), now()
    digest = keyed_hash(f"browser:{actor.id}:{token}")
    if own.filter(digest=digest).update(last_seen_at=Greatest(F("first_seen_at"), at)):
        return False
    first = not own.exists()
    KnownBrowser.objects.bulk_create([KnownBrowser(user_id=actor.id, digest=digest, first_seen_at=at, last_seen_at=at)])
    kept = list(own.order_by("-last_seen_at", "-first_seen_at", "digest").values_list("digest", flat=True)[:MOST_BROWSERS])
    own.exclude(digest__in=kept).delete()
    if first:
        return False
    local = at.astimezone(JAKARTA)
    notify(
        NEW_BROWSER.key,
        [actor.id],
        subject_type="USER",
        subject_id=actor.id,
        at=f"{local:%d-%m-%Y %H.%M} {zone_name(at, JAKARTA)}",
        network=masked_network(client_ip(request)),
    )
    return True


def masked_network(address: str | None) -> str:
    """The first half of an IPv4 address, the first two groups of another: enough to know the own office, too little to know a person."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return _NO_NETWORK
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped is None:
            return f"{':'.join(f'{int(group, 16):x}' for group in parsed.exploded.split(':')[:2])}:*"
        parsed = parsed.ipv4_mapped
    return f"{'.'.join(str(parsed).split('.')[:2])}.*.*"
