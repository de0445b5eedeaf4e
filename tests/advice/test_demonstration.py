"""The demonstration's advice: some accepted with an outcome, some rejected and snoozed, and some left to decide."""

from __future__ import annotations

from collections import Counter

from simpul.advice.demonstration import play_advice
from simpul.advice.models import NbaRecommendation
from simpul.iam.models import Role
from simpul.platform.demonstrating import Colleague, Stage
from tests.advice import world
from tests.support import customers, people
from tests.support.database import rows


def test_the_demonstration_decides_about_some_advice_and_leaves_the_rest(organisation):
    with rows():
        for username, role in (("rm", "RM"), ("agent", "AGENT")):
            people.add_user(username, Role.objects.get(key=role), "MDN")
    for number in range(12):
        made = customers.customer(f"Nasabah {number}", "MDN", rm="rm" if number < 9 else None)
        world.say(made.id, "MARKETING", "GRANTED", 30)
    stage = Stage(2026, [Colleague(name, name, name.upper(), ("MDN",)) for name in ("rm", "agent")], "")

    assert play_advice(stage) == 7
    assert play_advice(stage) == 7
    with rows():
        decided = NbaRecommendation.objects.values_list("decision", "outcome")
        assert Counter(decided) == {
            ("ACCEPTED", "SUCCESS"): 2,
            ("ACCEPTED", "PENDING"): 1,
            ("ACCEPTED", "FAILED"): 1,
            ("REJECTED", None): 2,
            ("SNOOZED", None): 1,
        }
