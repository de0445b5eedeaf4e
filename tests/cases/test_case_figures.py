"""How cases stand, as a monitoring system reads it: exact numbers of the whole organisation, and nobody's name."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.cases.models import Case, ResolutionCode
from simpul.cases.public import case_figures
from simpul.config.metrics import samples, written
from simpul.iam.public import system_actor
from simpul.platform.clock import JAKARTA, now, shifted
from simpul.platform.db import scope
from tests.support import cases, people
from tests.support.database import rows

HOUR = timedelta(hours=1)


@pytest.fixture
def noon(organisation):
    """Noon in Jakarta, so that hours ago are of the same day."""
    at = datetime.combine(now().astimezone(JAKARTA).date() + timedelta(days=1), time(12), JAKARTA)
    with shifted(at - now()):
        yield now()


def figures() -> dict[str, float]:
    return {f"{name}{sorted(labels.items()) or ''}": value for name, _, labels, value in samples() if name.startswith("simpul_cases_")}


def test_without_cases_every_figure_is_there_and_zero(organisation):
    assert figures() == dict.fromkeys(
        [
            *(f"simpul_cases_open[('status', '{state}')]" for state in ("NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED")),
            *(f"simpul_cases_overdue[('clock', '{clock}')]" for clock in ("first_response", "resolution", "legal")),
            "simpul_cases_due_soon",
            "simpul_cases_breached_today",
            "simpul_cases_unassigned",
            "simpul_cases_oldest_open_seconds",
        ],
        0,
    )


def test_every_case_counts_once_by_state_clock_and_day_whatever_its_branch(noon):
    yesterday = 30 * HOUR
    # Hours from now: when the resolution, the first response and the law are due; whether it was answered first; its state; somebody's.
    made = [
        ("MDN", "TRX_FAIL", 48, 4, 90, False, "NEW", None),
        ("MDN", "CARD_ATM", 3, 1, 90, True, "IN_PROGRESS", "agent_mdn"),
        ("BNJ", "TRX_FAIL", -1, -2, 90, False, "NEW", None),
        ("BNJ", "CARD_ATM", -30, -40, -5, True, "ESCALATED", "agent_bnj"),
        ("MDN", "FRAUD_SCAM", -2, -3, -1, False, "WAITING_INFO", "agent_mdn"),
        ("MDN", "TRX_FAIL", -3, -3, 90, True, "RESOLVED", "agent_mdn"),
        ("MDN", "TRX_FAIL", -3, -3, 90, True, "CLOSED", "agent_mdn"),
    ]
    with shifted(-yesterday):
        found = [cases.opened(f"supervisor_{branch.lower()}", category, branch=branch) for branch, category, *_ in made]
    for case, (_, _, due, first, legal, answered, status, who) in zip(found, made, strict=True):
        worked = {"ESCALATED": "IN_PROGRESS", "CLOSED": "RESOLVED"}.get(status, status)
        cases.brought(case, worked)
        if worked != status:
            with rows():
                closing = {"closed_at": noon, "closed_by": people.user_id("agent_mdn"), "resolution_code": ResolutionCode.objects.first()}
                Case.objects.filter(pk=case.pk).update(status=status, **(closing if status == "CLOSED" else {}))
        cases.given_to(case, who)
        with rows():
            Case.objects.filter(pk=case.pk).update(
                sla_due_at=noon + due * HOUR, first_response_due_at=noon + first * HOUR, legal_due_at=noon + legal * HOUR,
                first_responded_at=noon - 20 * HOUR if answered else None,
                # Answered late, the first of the two; the other in time.
                sla_breached_at=noon - 3 * HOUR if status == "RESOLVED" else None,
            )  # fmt: skip

    told = figures()

    assert told.pop("simpul_cases_oldest_open_seconds") == pytest.approx(yesterday.total_seconds(), abs=60)
    assert {name: value for name, value in told.items() if value} == {
        "simpul_cases_open[('status', 'NEW')]": 2,
        "simpul_cases_open[('status', 'IN_PROGRESS')]": 1,
        "simpul_cases_open[('status', 'WAITING_INFO')]": 1,
        "simpul_cases_open[('status', 'ESCALATED')]": 1,
        "simpul_cases_overdue[('clock', 'first_response')]": 2,
        "simpul_cases_overdue[('clock', 'resolution')]": 3,
        "simpul_cases_overdue[('clock', 'legal')]": 2,
        "simpul_cases_due_soon": 1,
        "simpul_cases_breached_today": 3,
        "simpul_cases_unassigned": 2,
    }
    text = written(samples())
    assert not any(word in text for word in ("Rahmat", "MDN", "agent_", "CASE-"))


def test_the_figures_cost_the_same_few_statements_however_many_cases_there_are(organisation):
    def cost() -> int:
        actor = system_actor()
        with scope(actor), CaptureQueriesContext(connection) as caught:
            case_figures(actor=actor)
        return len(caught)

    none = cost()
    for _ in range(4):
        cases.opened("agent_mdn")
    assert (cost(), none <= 4) == (none, True)
