"""The demonstration's cases: played through the services, so every rule holds for them, and spread over what can become of one."""

from __future__ import annotations

from collections import Counter

import pytest

from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.clocks import drifted
from simpul.config.demonstration.complaints import play_complaints
from simpul.config.demonstration.organisation import colleagues, put_organisation
from simpul.iam.public import system_actor
from simpul.messaging.models import OutboundMessage
from simpul.platform.clock import now
from simpul.platform.db import scope
from tests.support import customers
from tests.support.database import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def played() -> int:
    put_organisation(colleagues())
    for number in range(1, 31):
        key = f"CIF{number:08d}"
        branch = "MDN" if number <= 10 else "BNJ" if number <= 20 else "PMS"
        customers.customer(f"Rahmat Siregar {number}", branch, source_system="DEMO", source_key=key, phone_e164=f"+62812600{number:05d}")
    return play_complaints(2026)


def test_cases_stand_in_every_state_and_their_due_times_are_what_their_clocks_say(played):
    with rows():
        states = Counter(Case.objects.values_list("status", flat=True))
        overdue = Case.objects.filter(status__in=["NEW", "IN_PROGRESS", "ESCALATED"], sla_due_at__lt=now()).count()
        assert played == sum(states.values()) == 35
        assert set(states) == {"NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED", "RESOLVED", "CLOSED"}
        assert overdue >= 3
        assert OutboundMessage.objects.exclude(status="QUEUED").count() == 0
        assert CaseActivity.objects.filter(created_at__gt=now()).count() == 0
    with scope(system_actor()):
        assert drifted(now()) == ([], None)


def test_they_are_played_once(played):
    assert play_complaints(2026) == played
    with rows():
        assert Case.objects.count() == played
