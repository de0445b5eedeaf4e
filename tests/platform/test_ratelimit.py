"""Token buckets: taken ahead of the transaction, shared by processes, held for a moment only."""

from __future__ import annotations

import threading
from contextlib import suppress

import pytest
from django.db import connection, transaction

from simpul.platform import ratelimit
from simpul.platform.db import query
from simpul.platform.ratelimit import Bucket

pytestmark = pytest.mark.django_db


def test_a_token_taken_ahead_is_the_one_that_is_asked_for_and_only_once() -> None:
    bucket = Bucket("test:ahead", 3, 60)
    with ratelimit.ahead(bucket):
        assert [ratelimit.take(bucket.key, capacity=3, seconds=60).remaining for _ in range(2)] == [2, 1]

    assert ratelimit.level(bucket.key, capacity=3, seconds=60).remaining == 1


def test_an_attempt_that_is_undone_has_counted_when_its_token_was_taken_ahead() -> None:
    bucket = Bucket("test:undone", 3, 60)
    with pytest.raises(ValueError, match="wrong"), ratelimit.ahead(bucket), transaction.atomic():
        assert ratelimit.take(bucket.key, capacity=3, seconds=60).allowed
        raise ValueError("wrong")

    assert ratelimit.level(bucket.key, capacity=3, seconds=60).remaining == 2


def test_a_bucket_in_debt_refuses_and_says_when_it_holds_a_token_again() -> None:
    ratelimit.spend("test:debt", 130, capacity=120, seconds=3_600)

    left = ratelimit.level("test:debt", capacity=120, seconds=3_600)

    assert (left.allowed, left.remaining) == (False, 0)
    assert 300 <= left.retry_after <= 330, "eleven tokens at two a minute"


def test_spending_refills_with_time_and_never_beyond_the_capacity() -> None:
    ratelimit.spend("test:full", 5, capacity=10, seconds=60)
    query("UPDATE jobs.rate_buckets SET updated_at = updated_at - interval '1 hour' WHERE key = 'test:full' RETURNING key")
    ratelimit.spend("test:full", 3, capacity=10, seconds=60)

    assert ratelimit.level("test:full", capacity=10, seconds=60).remaining == 7


@pytest.mark.django_db(False)
def test_eight_requests_of_one_user_do_not_wait_for_each_other(committed: str, django_db_blocker: object) -> None:
    """Each holds its transaction until all have asked: one behind the other would never come that far."""
    bucket, outcomes, together = Bucket("test:eight", 5, 3600), [], threading.Barrier(8)

    def request() -> None:
        try:
            with suppress(threading.BrokenBarrierError), ratelimit.ahead(bucket), transaction.atomic():
                outcomes.append(ratelimit.take(bucket.key, capacity=5, seconds=3600).allowed)
                together.wait(60)
        finally:
            connection.close()

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        threads = [threading.Thread(target=request) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert sorted(outcomes) == [False] * 3 + [True] * 5
    assert not together.broken
