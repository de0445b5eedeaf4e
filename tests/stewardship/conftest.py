"""A customer with rights."""

from __future__ import annotations

import pytest

from simpul.customers.models import Customer
from tests.support import customers


@pytest.fixture
def rahmat(organisation: None) -> Customer:
    """A customer of MDN in rm_mdn's portfolio, with identifiers."""
    made = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")
    customers.identifiers(made.id)
    return made
