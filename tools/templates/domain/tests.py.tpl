"""Making and reading $plural: what it leaves behind, and for whom it is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from simpul.$domain.models import $Entity
from simpul.platform.db import execute
from simpul.platform.ids import uuid7
from tests.support.database import rows


@pytest.fixture
def customer_id(organisation: None) -> UUID:
    """A customer of MDN."""
    made = uuid7()
    with rows():
        execute("INSERT INTO iam.customer_reach (customer_id, branch_code) VALUES (%s, 'MDN')", (made,))
    return made


def test_a_new_${entity}_is_kept_audited_and_told(client_of: Callable[..., Any], customer_id: UUID, trace: Any) -> None:
    browser = client_of("$maker")
    trace.start()

    answer = browser.api("POST", "/$path", {"customer_id": str(customer_id), "title": "Buku tabungan rusak"})

    assert answer.status_code == 201
    assert (answer.json()["title"], answer.json()["branch_code"], answer.json()["version"]) == ("Buku tabungan rusak", "MDN", 1)
    assert trace() == {"events": ["${Entity}Created"], "audit": ["CREATE_$ENTITY"]}
    assert [item["id"] for item in browser.api("GET", f"/$path?customer_id={customer_id}").json()["items"]] == [answer.json()["id"]]


def test_another_branch_neither_sees_nor_adds(client_of: Callable[..., Any], customer_id: UUID, trace: Any) -> None:
    made = client_of("$maker").api("POST", "/$path", {"customer_id": str(customer_id), "title": "Kartu tertelan"}).json()
    stranger = client_of("$stranger")
    trace.start()

    assert stranger.api("GET", "/$path").json()["items"] == []
    assert stranger.api("GET", f"/$path/{made['id']}").json()["code"] == "${entity}_not_found"
    assert stranger.api("POST", "/$path", {"customer_id": str(customer_id), "title": "x"}).json()["code"] == "${entity}_customer_not_found"
    assert trace() == {"audit": ["VIEW_DENIED:DENIED", "WRITE_DENIED:DENIED"]}


def test_who_holds_no_grant_is_refused_and_leaves_nothing(client_of: Callable[..., Any], customer_id: UUID, trace: Any) -> None:
    browser = client_of("nobody")
    trace.start()

    answer = browser.api("POST", "/$path", {"customer_id": str(customer_id), "title": "x"})

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert trace() == {"audit": ["WRITE_DENIED:DENIED"]}
    with rows():
        assert $Entity.objects.count() == 0
