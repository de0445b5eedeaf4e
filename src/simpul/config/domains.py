"""The domains of this product; each states everything else about itself in its manifest, `simpul/<domain>/domain.py`."""

from __future__ import annotations

from importlib import import_module

from simpul.platform.domain import Domain

# From low to high, so that each can rely on what lies below when the registries fill.
NAMES = (
    "platform",
    "audit",
    "iam",
    "timeline",
    "imports",
    "workflow",
    "documents",
    "access",
    "control",
    "customers",
    "consent",
    "value",
    "messaging",
    "tasks",
    "cases",
    "sales",
    "followup",
    "marketing",
    "stewardship",
    "advice",
    "customer360",
    "insight",
    "cockpit",
    "oversight",
)


def manifests() -> tuple[Domain, ...]:
    """The manifest of each domain, in order."""
    return tuple(import_module(f"simpul.{name}.domain").DOMAIN for name in NAMES)
