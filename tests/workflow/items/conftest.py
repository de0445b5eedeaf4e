"""Parcels with their table, and the shipping of parcels in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.workflow import parcels


@pytest.fixture
def parcel_domain(organisation: None) -> Iterator[None]:
    """Parcels are registered and have their table."""
    with parcels.registered():
        parcels.table()
        yield


@pytest.fixture
def shipping(parcel_domain: None) -> Any:
    """Version 1 of the shipping of parcels; gives its id."""
    return parcels.publish(parcels.SHIPPING)
