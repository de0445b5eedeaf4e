"""Static lists: uploaded by CIF, taken off by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from simpul.marketing.services.lists import cif_lines
from simpul.platform.errors import Invalid
from tests.support import customers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CIF1\n\n CIF2 \r\n", {1: "CIF1", 3: "CIF2"}),
        ("\ufeffcif\nCIF1", {2: "CIF1"}),
        ('nama;CIF\n"Budi; Santoso";CIF1\nSiti\n', {2: "CIF1"}),
        ("cif,nama\nCIF1,Budi", {2: "CIF1"}),
        (" \n", {}),
    ],
)
def test_lines_are_read_as_they_come(text: str, found: dict[int, str]) -> None:
    assert cif_lines(text) == found


def test_a_table_without_the_column_is_refused() -> None:
    with pytest.raises(Invalid):
        cif_lines("nama,nomor\nBudi,1")


def test_a_list_takes_active_customers_once_and_names_the_lines_that_it_does_not_know(client_of: Callable[..., Any]) -> None:
    active, second, dormant = customers.customer(), customers.customer(), customers.customer(status="DORMANT")
    for customer, cif in ((active, "CIF00000001"), (second, "CIF00000002"), (dormant, "CIF00000003")):
        customers.identifier(customer.id, "CIF", cif)
    marketing = client_of("marketing")
    made = marketing.api("POST", "/segments", {"name": "Undangan", "kind": "STATIC"}).json()
    path = f"/segments/{made['segment_id']}"

    first = marketing.api("POST", f"{path}/upload", {"version": 1, "text": "CIF00000001\nCIF99999999\nCIF00000003\nCIF00000001"}).json()
    again = marketing.api("POST", f"{path}/upload", {"version": 2, "text": "cif\nCIF00000001\nCIF00000002"}).json()

    assert {key: first[key] for key in ("added", "already", "not_active", "unknown", "unknown_count")} == {
        "added": 1, "already": 0, "not_active": 1, "unknown": [2], "unknown_count": 1,
    }  # fmt: skip
    assert (again["added"], again["already"], again["segment"]["member_count"], again["segment"]["version"]) == (1, 1, 2, 3)
    nothing = marketing.api("POST", f"{path}/upload", {"version": 3, "text": "CIF99999999"})
    assert (nothing.status_code, list(nothing.json()["errors"])) == (422, ["text"])
    assert marketing.api("POST", f"{path}/upload", {"version": 1, "text": "CIF00000001"}).json()["code"] == "stale_version"
    left = marketing.api("POST", f"{path}/members/remove", {"version": 3, "customer_ids": [str(active.id), str(dormant.id)]}).json()
    assert (left["member_count"], left["current_version"], left["version"]) == (1, 1, 4)
    assert [row["customer_id"] for row in marketing.api("GET", f"{path}/members").json()["items"]] == [str(second.id)]
    gone = marketing.api("POST", f"{path}/members/remove", {"version": 4, "customer_ids": [str(active.id)]})
    assert (gone.status_code, list(gone.json()["errors"])) == (422, ["customer_ids"])
