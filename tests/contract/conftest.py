"""The places that the contract tests call operations in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.contract.calls import Workplace, made_world
from tests.contract.matrix import World
from tests.support import people


@pytest.fixture
def world(organisation: None) -> Callable[[str], World]:
    """Makes the subjects of calls."""
    return made_world


@pytest.fixture(scope="module")
def workplace(django_db_setup: None, django_db_blocker: Any) -> Iterator[Workplace]:
    """One organisation for all tests of a file.

    Nothing that a test does to it may stay: whatever changes a row goes into `undone()`.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        people.organisation()
        yield Workplace()
        transaction.set_rollback(True)
