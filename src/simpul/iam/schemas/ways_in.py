"""How one may sign in beside a password."""

from __future__ import annotations

from ninja import Schema


class ProviderOut(Schema):
    """An identity provider of the organisation, and where signing in with it begins."""

    key: str
    name: str
    start: str


class WaysInOut(Schema):
    sso: list[ProviderOut]
