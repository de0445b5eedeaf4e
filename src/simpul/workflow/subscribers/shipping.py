"""Shipped workflows come in with the release that brings them."""

from __future__ import annotations

from simpul.iam.public import system_actor
from simpul.platform.db import forcing, scope
from simpul.workflow.services.shipping import install


def register_all() -> None:
    """Install whatever is shipped once all migrations are in."""
    forcing.after_migrations(_install)


def _install() -> None:
    actor = system_actor()
    with scope(actor):
        install(actor=actor)
