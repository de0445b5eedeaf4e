"""A timer whose handler fails is tried again later and later, then given up where people see it; the others go on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.platform import clock
from simpul.platform.db import execute
from simpul.platform.errors import StaleVersion
from simpul.workflow.timers import Swept, TimerKind, sweep
from tests.support.database import rows
from tests.support.registries import registry_of
from tests.support.timers import kind_put
from tests.workflow.timers.conftest import statuses, stored

WAITS = [4, 16, 64, 256, 1024, 4096, 16384]


@pytest.fixture
def one_is_bad(heard):
    def fail(timers):
        if any(timer.key == "bad" for timer in timers):
            raise ValueError("NIK 1271010101800001")

    heard.does = fail
    return heard


def test_the_others_of_its_set_fire_and_only_it_is_put_off(one_is_bad, at):
    for number in range(15):
        at(f"good{number:02d}", -number - 1)
    at("bad", -7.5)

    assert sweep() == Swept(fired=15, put_off=1)

    assert [len(keys) for keys in one_is_bad.keys] == [16, 8, 8, 4, 2, 1, 1, 2, 4], "divided by halves around the one that fails"
    assert [status for key, status in statuses().items() if key != "bad"] == ["FIRED"] * 15


def test_it_is_tried_eight_times_with_growing_pauses_and_then_given_up(one_is_bad, at):
    at("bad")
    passed = 0
    for attempt, wait in enumerate(WAITS, 1):
        with clock.shifted(timedelta(seconds=passed)):
            before = clock.now()
            assert sweep() == Swept(put_off=1)
            row = stored("bad")
            assert (row["status"], row["attempts"]) == ("PENDING", attempt)
            assert before <= row["run_at"] - timedelta(seconds=wait) <= clock.now()
        passed += wait
        with clock.shifted(timedelta(seconds=passed - wait / 2)):
            assert sweep() == Swept()
        passed += 60
    with clock.shifted(timedelta(seconds=passed)):
        assert sweep() == Swept(failed=1)
    with clock.shifted(timedelta(days=30)):
        assert sweep() == Swept()

    assert len(one_is_bad.sets) == 8
    assert (stored("bad")["status"], stored("bad")["attempts"]) == ("FAILED", 8)


def test_the_reason_names_where_it_arose_and_no_value(one_is_bad, at, caplog):
    at("bad")
    sweep()

    assert stored("bad")["last_error"] == "ValueError"
    assert "1271010101800001" not in caplog.text


def test_a_refusal_is_told_by_its_code(heard, at):
    def refuse(timers):
        raise StaleVersion

    heard.does = refuse
    at("a")
    sweep()

    assert stored("a")["last_error"] == "stale_version"


def test_a_failure_that_passes_leaves_no_reason_behind(heard, at):
    tries = iter([1, 0])

    def fail_once(timers):
        if next(tries):
            execute("SELECT 1 / 0")

    heard.does = fail_once
    at("a")
    assert sweep() == Swept(put_off=1)
    assert stored("a")["last_error"].startswith("DataError at platform/db/scope.py:")

    with clock.shifted(timedelta(seconds=5)):
        assert sweep() == Swept(fired=1)
    assert (stored("a")["last_error"], stored("a")["attempts"]) == ("", 2)


def test_what_a_failing_handler_had_written_is_undone(heard, at):
    def write_and_fail(timers):
        execute("UPDATE iam.users SET theme = 'dark' WHERE username = 'agent_mdn'")
        raise ValueError

    heard.does = write_and_fail
    at("a")
    sweep()

    with rows():
        assert execute("SELECT 1 FROM iam.users WHERE theme = 'dark'") == 0


def test_a_kind_that_nobody_handles_any_more_fails_and_holds_up_nobody(heard, at, kinds):
    kind_put("tests.gone", heard)
    at("a", kind="tests.gone")
    at("b")
    del registry_of(TimerKind)._items["tests.gone"]

    assert sweep() == Swept(fired=1, put_off=1)
    assert stored("a")["last_error"].startswith("TimerKindUnknown at workflow/timers/registry.py:")


def test_a_failed_key_may_be_scheduled_anew(one_is_bad, at):
    at("bad")
    with rows():
        execute("UPDATE crm.timers SET status = 'FAILED', attempts = 8, last_error = 'ValueError' WHERE key = 'bad'")

    assert at("bad") is True
    assert (stored("bad")["status"], stored("bad")["attempts"], stored("bad")["last_error"]) == ("PENDING", 0, "")
