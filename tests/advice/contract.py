"""What the contract tests and the browser tests know of alerts."""

from __future__ import annotations

from tests.contract.declared import Contract
from tests.contract.matrix import Recipe


def _sees_alerts(role: str | None, subject: str) -> int:
    """An alert that is not shown does not exist."""
    return 404 if role in ("FINANCE", "FIELD_OFFICER") else 200


RECIPES: dict[str, Recipe] = {
    "alerts_acknowledge": Recipe(subject=True, rule=_sees_alerts),
    "alerts_restore": Recipe(subject=True, rule=_sees_alerts),
}


CONTRACT = Contract(
    recipes=RECIPES,
)
