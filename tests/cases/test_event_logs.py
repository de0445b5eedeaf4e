"""Cases as they really went, through the services: no step fails, and every clock and ladder says what its events say."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bench.cases_replay import LOGS, Replay, disagreeing, steps
from simpul.cases.models import Case
from simpul.cases.selectors.clocks import drifted
from simpul.config.cli import sla_replay
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import scope
from tests.support import customers
from tests.support.database import rows
from tests.support.datasets import dataset

CASES = 25


@pytest.mark.parametrize("log", LOGS)
def test_a_slice_of_a_real_log_goes_through_and_its_clocks_hold(actor, log, capsys):
    told = steps(dataset("event_logs"), log, CASES)
    known = [customers.customer(name, "MDN").id for name in ("Rahmat Siregar", "Tiur Hutagalung")]
    replay = Replay(actor("agent_mdn"), "MDN", known, now() + timedelta(minutes=1))

    replay.play(told)

    assert len(replay.ids) == replay.done["received"] == replay.done["closed"] == CASES
    assert replay.done["answered"] == CASES + replay.done["reopened"]
    with scope(system_actor()):
        assert disagreeing(list(replay.ids.values())) == []
        far = now() + timedelta(days=5_000)
        assert drifted(far) == ([], None)
        assert sla_replay.check(far) == 0
        assert all(any("RESOLUTION STOPPED" in line for line in sla_replay.replay(case.case_no, far)) for case in Case.objects.all()[:5])
    with rows():
        assert set(Case.objects.values_list("status", flat=True)) == {"CLOSED"}
