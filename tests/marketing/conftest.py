"""Segments, templates and customers for the tests of marketing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.clock import now, today
from simpul.platform.db import query, scope
from simpul.stewardship.models import ImpactAssessment
from tests.messaging.conftest import providers, sandbox  # noqa: F401 - fixtures
from tests.messaging.templates import act, made, saved
from tests.support import customers, people
from tests.support.database import rows

WORDS = "Halo {{customer.name}}, KUR Berkah dengan bunga ringan menanti Anda."


@pytest.fixture
def assessed(organisation: None) -> None:
    """An approved impact assessment of segmentation is in force."""
    with rows():
        ImpactAssessment.objects.create(
            kind="SEGMENTATION", title="Segmentasi penawaran", purpose="Memilih penawaran.", data_used="Produk.", risk="Diawasi.", measures="Persetujuan.",
            review_on=today() + timedelta(days=300), status="APPROVED", created_by=people.user_id("admin"), decided_by=people.user_id("compliance"), decided_at=now(),
        )  # fmt: skip


@pytest.fixture
def offer_template(client_of: Callable[..., Any]) -> Callable[..., str]:
    """A template of offers that compliance approved: its id."""

    def make(channel: str = "SMS", purpose: str = "MARKETING", words: str = WORDS) -> str:
        content = {"channel": channel, "body": words} if channel == "SMS" else {"channel": channel, "title": "KUR Berkah", "body": words, "buttons": []}
        writer, supervisor = client_of("marketing"), client_of("compliance")
        template = made(writer, content, purpose=purpose, key=f"t{uuid4().hex[:12]}")
        version = saved(writer, template, content).json()["version"]
        assert act(writer, template, version, "submit").status_code == 200
        assert act(supervisor, template, version, "approve").status_code == 200
        return template

    return make


def agreed(customer_id: UUID, purpose: str = "MARKETING", status: str = "GRANTED") -> None:
    """What a customer said at the counter."""
    with rows():
        query(
            """INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, status, effective_at, captured_channel, captured_by, verification_method)
               SELECT gen_random_uuid(), c.customer_id, c.home_branch_code, %s, %s, %s, 'BRANCH', %s, 'IN_PERSON'
               FROM crm.customers c WHERE c.customer_id = %s RETURNING consent_id""",
            (purpose, status, clock.now() - timedelta(hours=1), people.user_id("agent_mdn"), customer_id),
        )


@pytest.fixture
def willing(assessed: None) -> Callable[..., Any]:
    """A customer of Medan who agreed to offers."""

    def make(name: str = "Budi Hutapea", **fields: Any) -> Any:
        customer = customers.customer(name, "MDN", **{"phone_e164": f"+62812{uuid4().int % 10**8:08}", **fields})
        agreed(customer.id)
        return customer

    return make


@pytest.fixture
def segment(client_of: Callable[..., Any], assessed: None) -> Callable[..., str]:
    """A segment of a rule: its id."""

    def make(rule: dict[str, Any] | None = None) -> str:
        body = {
            "name": f"Segmen {uuid4().hex[:8]}",
            "description": "",
            "kind": "RULE",
            "rule_json": rule or {"field": "kind", "op": "eq", "value": "PERSON"},
            "refresh": "NONE",
        }
        answer = client_of("marketing").api("POST", "/segments", body)
        assert answer.status_code == 201, answer.content
        return str(answer.json()["segment_id"])

    return make


@pytest.fixture
def campaign(client_of: Callable[..., Any], segment: Callable[..., str], offer_template: Callable[..., str]) -> Callable[..., dict[str, Any]]:
    """A complete draft on SMS."""

    def make(**fields: Any) -> dict[str, Any]:
        body = {
            "name": "KUR Berkah November", "objective": "Menawarkan KUR kepada nasabah yang setuju.", "channel": "SMS", "budget": "1500000.00",
            **({} if "segment_id" in fields else {"segment_id": segment()}), **({} if "template_id" in fields else {"template_id": offer_template()}), **fields,
        }  # fmt: skip
        answer = client_of("marketing").api("POST", "/campaigns", body)
        assert answer.status_code == 201, answer.content
        return dict(answer.json())

    return make


def step(browser: Any, campaign: dict[str, Any], what: str, **body: Any) -> Any:
    """Take one step with a campaign as it was last seen."""
    return browser.api("POST", f"/campaigns/{campaign['campaign_id']}/{what}", {"version": campaign["version"], **body})


def system() -> Any:
    """The scope of the product's own jobs."""
    return scope(system_actor())
