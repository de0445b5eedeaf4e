"""Customers, leads and opportunities for the tests of sales."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from simpul.platform.clock import today
from simpul.platform.db import scope
from simpul.sales.models import Lead, Opportunity
from simpul.sales.services.converting import lead_convert
from simpul.sales.services.creating import lead_create
from simpul.sales.services.moving import lead_move
from tests.support import customers, people
from tests.support.database import rows

REASON = "Nasabah meminta ditunda."


def new_lead(by: str = "rm_mdn", *, customer_id: UUID | None = None, rm: str | None = "rm_mdn", **given: Any) -> Lead:
    """A lead that somebody created, about a customer of Medan who is served by `rm`."""
    about = customer_id or customers.customer("Budi Hutapea", "MDN", rm=rm).id
    who = people.actor(by)
    with scope(who):
        made = lead_create(actor=who, values={"customer_id": about, "interest": "KPR rumah pertama", **given})
    with rows():
        return Lead.objects.get(pk=made["id"])


def moved(lead: Lead, transition: str, by: str = "rm_mdn", **given: Any) -> Lead:
    """The lead after a step."""
    who = people.actor(by)
    with scope(who):
        return lead_move(actor=who, lead_id=lead.id, version=None, transition=transition, **given)


def lead_at(status: str, **given: Any) -> Lead:
    """A lead of rm_mdn as far as it has come."""
    lead = new_lead(**given)
    steps: dict[str, list[tuple[str, dict[str, str]]]] = {
        "NEW": [],
        "CONTACTED": [("contact", {})],
        "QUALIFIED": [("contact", {}), ("qualify", {})],
        "CLOSED_WON": [("contact", {}), ("qualify", {}), ("win", {"closed_reason": "NEED_MET"})],
        "CLOSED_LOST": [("lose", {"closed_reason": "PRICE"})],
    }
    for transition, given_then in steps[status]:
        lead = moved(lead, transition, **given_then)
    return lead


def converted(lead: Lead, by: str = "rm_mdn", **given: Any) -> Opportunity:
    """The opportunity that a qualified lead becomes."""
    who = people.actor(by)
    values = {
        "product_interest": "KPR rumah pertama",
        "product_code": None,
        "estimated_value": 350_000_000,
        "expected_close_on": today() + timedelta(days=40),
        **given,
    }
    with scope(who):
        return lead_convert(actor=who, lead_id=lead.id, version=lead.version, values=values)


def stored(row: Any) -> Any:
    """The row as it stands."""
    with rows():
        return type(row).objects.get(pk=row.pk)


@pytest.fixture
def api(client_of: Callable[..., Any]) -> Callable[..., Any]:
    """Calls an operation as somebody: the status and the answer."""

    def call(who: str, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        answer = client_of(who).api(method, path, body)
        return answer.status_code, answer.json() if answer.content else None

    return call
