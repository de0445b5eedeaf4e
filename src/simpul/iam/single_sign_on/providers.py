"""Which identity providers there are: read once from the file that `SIMPUL_OIDC_FILE` names (TOML, see docs/operations.md)."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

_KEY = re.compile(r"^[a-z][a-z0-9-]{1,29}$")
_KNOWN = {"name", "issuer", "client_id", "client_secret", "client_secret_env", "scopes", "username_claim", "second_factor", "roles", "branches"}


@dataclass(frozen=True)
class ClaimRule:
    """Whoever's claim has (or contains) the value gets the role or the branch."""

    claim: str
    value: str
    gives: str


@dataclass(frozen=True)
class Provider:
    """One identity provider. `second_factor`: it asks for a second step itself, and the organisation relies on it."""

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str
    scopes: tuple[str, ...] = ("openid", "profile")
    username_claim: str = "preferred_username"
    second_factor: bool = False
    roles: tuple[ClaimRule, ...] = ()
    branches: tuple[ClaimRule, ...] = ()
    maps: bool = field(default=False)


def providers() -> dict[str, Provider]:
    """The identity providers by key; none where no file is named.

    Raises: ImproperlyConfigured for a file that makes no sense, naming what is wrong.
    """
    return read(str(settings.OIDC_FILE)) if settings.OIDC_FILE else {}


@lru_cache(maxsize=4)
def read(path: str) -> dict[str, Provider]:
    """The identity providers that a file describes.

    Raises: ImproperlyConfigured for a file that makes no sense, naming what is wrong.
    """
    try:
        content = tomllib.loads(Path(path).read_text())
    except (OSError, ValueError, RecursionError) as error:
        raise ImproperlyConfigured(f"SIMPUL_OIDC_FILE {path} cannot be read: {error}") from None
    tables = content.get("provider", {})
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ImproperlyConfigured("SIMPUL_OIDC_FILE: each provider is a table of its own, such as [provider.kantor].")
    return {key: _provider(key, table) for key, table in tables.items()}


def _provider(key: str, table: dict[str, Any]) -> Provider:
    unknown = set(table) - _KNOWN
    if not _KEY.match(key) or unknown:
        raise ImproperlyConfigured(f"SIMPUL_OIDC_FILE: provider {key!r} has a key that is no short word, or settings that are not known: {sorted(unknown)}")
    try:
        secret = os.environ[table["client_secret_env"]] if "client_secret_env" in table else str(table["client_secret"])
        issuer, name, client_id = (str(table[setting]).strip() for setting in ("issuer", "name", "client_id"))
    except (KeyError, TypeError) as missing:
        raise ImproperlyConfigured(f"SIMPUL_OIDC_FILE: provider {key!r} lacks {missing}.") from None
    try:
        address = urlsplit(issuer)
    except ValueError:
        raise ImproperlyConfigured(f"SIMPUL_OIDC_FILE: the issuer of {key!r} must be an https address.") from None
    scopes = table.get("scopes", ("profile",))
    if not isinstance(scopes, (list, tuple)) or not all(isinstance(scope, str) for scope in scopes):
        raise ImproperlyConfigured(f"SIMPUL_OIDC_FILE: the scopes of {key!r} must be a list of words.")
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in {"127.0.0.1", "localhost"}):
        raise ImproperlyConfigured(f"SIMPUL_OIDC_FILE: the issuer of {key!r} must be an https address.")
    return Provider(
        key=key,
        name=name,
        issuer=issuer.rstrip("/"),
        client_id=client_id,
        client_secret=secret,
        scopes=tuple(dict.fromkeys(("openid", *scopes))),
        username_claim=str(table.get("username_claim", "preferred_username")),
        second_factor=bool(table.get("second_factor", False)),
        roles=_rules(key, table.get("roles", []), "role"),
        branches=_rules(key, table.get("branches", []), "branch"),
        maps=bool(table.get("roles")),
    )


def _rules(key: str, rows: list[dict[str, str]], gives: str) -> tuple[ClaimRule, ...]:
    try:
        return tuple(ClaimRule(row["claim"], row["value"], row[gives]) for row in rows)
    except (KeyError, TypeError):
        raise ImproperlyConfigured(f"SIMPUL_OIDC_FILE: each of {key}'s {gives} rules needs claim, value and {gives}.") from None


def matched(rules: tuple[ClaimRule, ...], claims: dict[str, Any]) -> list[str]:
    """What the claims give, in the order of the rules; a claim may be one value or a list of them, nested names by dots."""
    return list(dict.fromkeys(rule.gives for rule in rules if rule.value in _values(claims, rule.claim)))


def _values(claims: dict[str, Any], name: str) -> list[str]:
    found: Any = claims
    for part in [name] if name in claims else name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return [str(value) for value in (found if isinstance(found, list) else [found]) if value is not None]
