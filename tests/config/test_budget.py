"""The shares of the suite's time: every one is of a directory that exists, and together they fit into the time that a run may take."""

from __future__ import annotations

from tests.support.results import get_shares, over_share
from tests.support.schedule import TESTS

# As many processes as a machine with two cores gets, for half an hour less what precedes the tests.
WHOLE = 3 * (30 - 3) * 60


def test_every_share_is_of_a_directory_and_together_they_fit() -> None:
    shares, _ = get_shares()

    assert [name for name in shares if not (TESTS / name).is_dir()] == []
    assert sum(shares.values()) <= WHOLE


def test_who_took_more_than_the_share_is_named() -> None:
    assert over_share({"cases": 401, "audit": 10, "visits": 26, "value": 25}, {"cases": 400, "audit": 40}, 25) == [("cases", 401, 400), ("visits", 26, 25)]
