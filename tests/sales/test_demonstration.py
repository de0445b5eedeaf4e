"""The demonstration's leads: every status, some won and lost, some in the queue, and a forecast of several months."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from simpul.iam.models import Role
from simpul.iam.public import actor_for
from simpul.platform.db import scope
from simpul.platform.demonstrating import Colleague, Stage
from simpul.sales.demonstration.pipeline import play_leads
from simpul.sales.models import CustomerLifecycle, Lead, Opportunity
from simpul.sales.selectors.forecast import forecast_figures
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db
PEOPLE = {"rm": "RM", "rm01": "RM", "rm02": "RM", "agent": "AGENT", "supervisor": "SUPERVISOR"}


def test_the_demonstration_shows_every_status_and_a_forecast(organisation):
    with rows():
        for username, role in PEOPLE.items():
            people.add_user(username, Role.objects.get(key=role), "MDN")
    story = customers.customer("Budi Hutapea", "MDN", rm="rm", source_key="CIF00000002")
    for manager, count in (("rm", 17), ("rm01", 5), ("rm02", 5)):
        for number in range(count):
            customers.customer(f"Nasabah {number}", "MDN", rm=manager, source_key=f"CIF{1000 + len(manager) * 1000 + number + int(manager[2:] or 0) * 100:08}")
    stage = Stage(2026, [Colleague(name, name, role, ("MDN",)) for name, role in PEOPLE.items()], "")
    began = time.monotonic()

    made = play_leads(stage)

    seconds = time.monotonic() - began
    assert made == 1 + 13 + 4 + 4 + 3
    assert play_leads(stage) == made
    with rows():
        statuses = Counter(Lead.objects.values_list("status", flat=True))
        stages = Counter(Opportunity.objects.values_list("stage", flat=True))
        of_story = list(Lead.objects.filter(customer_id=story.id).values_list("status", "source_type"))
        waiting = Lead.objects.filter(assigned_to__isnull=True).count()
        lifecycle = set(CustomerLifecycle.objects.values_list("stage", flat=True))
    assert set(statuses) == {"NEW", "CONTACTED", "QUALIFIED", "CLOSED_WON", "CLOSED_LOST"}
    assert {"NEW", "PROPOSAL", "NEGOTIATION", "CLOSED_WON", "CLOSED_LOST"} <= set(stages)
    assert of_story == [("NEW", "MANUAL")]
    assert waiting == 3
    assert {"OPPORTUNITY", "SALES_QUALIFIED", "PROSPECT"} <= lifecycle
    supervisor = actor_for(people.user_id("supervisor"))
    assert supervisor is not None
    with scope(supervisor):
        months = forecast_figures(actor=supervisor, branch=None, assigned_to=None, months=6)["months"]
    assert sum(row["count"] > 0 for row in months) >= 3
    assert seconds < 20, f"{made} leads took {seconds:.1f} s"
