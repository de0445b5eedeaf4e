"""Shipped workflows come in with the release that brings them."""

from __future__ import annotations

from dataclasses import replace

from simpul.iam.public import system_actor
from simpul.platform.db import forcing, scope
from simpul.platform.ids import uuid7
from simpul.workflow.services.shipping import install


def register_all() -> None:
    """Install whatever is shipped once all migrations are in."""
    forcing.after_migrations(_install)


def _install() -> None:
    # What one migration installs belongs together in the trail, as what one request does.
    actor = replace(system_actor(), request_id=f"migrate-{uuid7()}")
    with scope(actor):
        install(actor=actor)
