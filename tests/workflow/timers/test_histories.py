"""Any history of scheduling, cancelling, failing, waiting and sweeping ends as a model of a few lines says."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from simpul.workflow.timers import cancel, schedule, sweep
from tests.support.database import rows

EXAMPLES = int(os.environ.get("SIMPUL_TEST_EXAMPLES", "100"))
KEYS = st.sampled_from("abcdef")
# Moments lie on fives and time passes in tens, so that the milliseconds of the test itself decide nothing.
STEPS = st.one_of(
    st.tuples(st.just("schedule"), KEYS, st.sampled_from([-45, -15, 5, 15, 65, 305])),
    st.tuples(st.just("cancel"), st.sets(KEYS, max_size=3)),
    st.tuples(st.just("break"), KEYS),
    st.tuples(st.just("mend"), KEYS),
    st.tuples(st.just("wait"), st.sampled_from([10, 20, 70, 260, 1_030, 4_100, 16_390])),
    st.tuples(st.just("sweep"), st.integers(1, 4)),
)


@dataclass
class Known:
    """What the model knows of one key. Times are seconds since the beginning."""

    status: str
    run_at: float
    attempts: int = 0


@dataclass
class Model:
    """Timers as they should be."""

    now: float = 0
    timers: dict[str, Known] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    fired: list[str] = field(default_factory=list)

    def schedule(self, key: str, seconds: int) -> bool:
        if key in self.timers and self.timers[key].status == "FIRED":
            return False
        self.timers[key] = Known("PENDING", self.now + seconds)
        return True

    def cancel(self, keys: set[str]) -> int:
        waiting = [key for key in keys if key in self.timers and self.timers[key].status in ("PENDING", "FAILED")]
        for key in waiting:
            self.timers[key].status = "CANCELLED"
        return len(waiting)

    def sweep(self) -> tuple[int, int, int]:
        counts = [0, 0, 0]
        for key, known in self.timers.items():
            if known.status != "PENDING" or known.run_at > self.now:
                continue
            known.attempts += 1
            if key not in self.broken:
                known.status = "FIRED"
                self.fired.append(key)
                counts[0] += 1
            elif known.attempts < 8:
                known.run_at = self.now + 4**known.attempts
                counts[1] += 1
            else:
                known.status = "FAILED"
                counts[2] += 1
        return counts[0], counts[1], counts[2]


def effects() -> list[str]:
    with rows():
        return [row["key"] for row in query("SELECT substr(value, 1, 1) AS key FROM jobs.cache WHERE cache_key LIKE 'effect:%%' ORDER BY 1")]


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(history=st.lists(STEPS, max_size=40))
def test_every_history_ends_as_the_model_says(heard, organisation, history):
    model = Model()

    def act(timers: Any) -> None:
        """An effect for each, without a key of its own: a second one would be seen."""
        for timer in timers:
            execute("INSERT INTO jobs.cache VALUES ('effect:' || gen_random_uuid(), %s, now())", (timer.key,))
            if timer.key in model.broken:
                raise ValueError

    heard.does = act
    began = time.monotonic()
    with transaction.atomic():
        for step, *given_values in history:
            with clock.shifted(timedelta(seconds=model.now)):
                take(model, step, given_values)
            if time.monotonic() - began > 3:
                break  # the machine is too busy for the margins above
            assert stored() == {key: (known.status, known.attempts) for key, known in model.timers.items()}, step
        else:
            assert effects() == sorted(model.fired)
        transaction.set_rollback(True)


def take(model: Model, step: str, given_values: list[Any]) -> None:
    match step:
        case "schedule":
            key, seconds = given_values
            with scope(system_actor()):
                moved = schedule(key, "tests.ring", subject_type="TEST", subject_id=key, due_at=clock.now() + timedelta(seconds=seconds))
            assert moved is model.schedule(key, seconds)
        case "cancel":
            with scope(system_actor()):
                assert cancel(given_values[0]) == model.cancel(given_values[0])
        case "break":
            model.broken.add(given_values[0])
        case "mend":
            model.broken.discard(given_values[0])
        case "wait":
            model.now += given_values[0]
        case "sweep":
            done = sweep(batch=given_values[0])
            assert (done.fired, done.put_off, done.failed) == model.sweep()


def stored() -> dict[str, tuple[str, int]]:
    with rows():
        return {row["key"]: (row["status"], row["attempts"]) for row in query("SELECT key, status, attempts FROM crm.timers")}
