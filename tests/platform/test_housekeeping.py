"""Housekeeping forgets what is over and keeps the rest."""

from __future__ import annotations

from simpul.iam.tasks import forget_ended_sessions
from simpul.platform import queue
from simpul.platform.db import execute, query, scope
from simpul.platform.tasks import tidy
from tests.support import people, timers
from tests.support.database import rows


def test_old_keys_and_buckets_go_and_young_ones_stay(organisation):
    execute(
        "INSERT INTO jobs.idempotency_keys (actor_id, key, operation, request_digest, created_at) SELECT uuidv7(), k, 'x', 'x', now() - a FROM (VALUES ('old', interval '25 hours'), ('new', interval '1 hour')) v (k, a)"
    )
    execute("INSERT INTO jobs.rate_buckets SELECT k, 1, now() - a FROM (VALUES ('old', interval '25 hours'), ('new', interval '1 hour')) v (k, a)")

    tidy()

    assert query("SELECT key FROM jobs.idempotency_keys UNION ALL SELECT key FROM jobs.rate_buckets") == [{"key": "new"}, {"key": "new"}]


def test_an_ended_session_goes_and_a_running_one_stays(client_of):
    running = client_of("agent_mdn")
    people.client("agent_bnj")
    execute("UPDATE iam.django_session SET expire_date = now() - interval '1 minute' WHERE session_key <> %s", (running.session.session_key,))

    with scope(people.actor("admin")):
        forget_ended_sessions()

    assert query("SELECT count(*)::int AS n FROM iam.usersessions_usersession") == [{"n": 1}]
    assert running.api("GET", "/me").status_code == 200


def test_jobs_that_ended_a_week_ago_go_and_failed_ones_stay(organisation):
    old = {status: timers.job(status) for status in ("succeeded", "failed", "todo")}
    old["discarded"] = timers.job("failed")
    assert queue.discard(old["discarded"])
    with rows():
        execute("UPDATE jobs.procrastinate_events SET at = now() - interval '8 days'")
    young = timers.job("succeeded")

    tidy()

    with rows():
        assert {row["id"] for row in query("SELECT id FROM jobs.procrastinate_jobs")} == {old["failed"], old["todo"], young}
