"""Pages of a list: each row once, in the declared order, and nothing taken on trust from a cursor."""

from __future__ import annotations

import base64
import json
import random
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.iam.models import User
from simpul.platform.db import execute
from simpul.platform.errors import Invalid
from simpul.platform.paging import Keyset
from tests.support.database import rows

ORDERS = {
    "id": Keyset(("id", UUID)),
    "down": Keyset(("-created_at", datetime), ("-id", UUID)),
    "empty last, up": Keyset(("last_login", datetime | None), ("id", UUID)),
    "empty last, down": Keyset(("-last_login", datetime | None), ("id", UUID)),
    "both ways": Keyset(("kind", str), ("-last_login", datetime | None), ("created_at", datetime), ("-id", UUID)),
    "flags and numbers": Keyset(("-must_change_password", bool), ("version", int), ("id", UUID)),
}
EVERY_KIND = Keyset(("text", str), ("-number", int), ("flag", bool), ("-day", date), ("at", datetime), ("none", datetime | None), ("key", UUID))


def many(order: Keyset, limit: int) -> list[UUID]:
    """The ids that a reader sees who asks for page after page."""
    seen, cursor = [], None
    while True:
        page = order.page(User.objects.all(), cursor, limit, shown=lambda users: [user.id for user in users])
        assert len(page["items"]) == limit or page["next_cursor"] is None
        seen += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return seen


def expected(name: str) -> list[UUID]:
    far, users = datetime(2300, 1, 1, tzinfo=UTC), list(User.objects.all())
    up = {
        "id": lambda one: (one.id,),
        "empty last, up": lambda one: (one.last_login or far, one.id),
        "empty last, down": lambda one: (-one.last_login.timestamp() if one.last_login else 0, one.id),
        "flags and numbers": lambda one: (not one.must_change_password, one.version, one.id),
        "down": lambda one: (-one.created_at.timestamp(), -one.id.int),
        "both ways": lambda one: (one.kind, -one.last_login.timestamp() if one.last_login else 0, one.created_at, -one.id.int),
    }[name]
    return [one.id for one in sorted(users, key=up)]


@pytest.mark.parametrize("name", ORDERS)
def test_a_reader_who_turns_pages_sees_every_row_once_and_in_the_declared_order(organisation, name):
    drawn = random.Random(7)
    with rows():
        for user in User.objects.all():
            moment = datetime(2026, 3, drawn.randint(1, 3), tzinfo=UTC)
            seen = drawn.choice([None, moment, moment + timedelta(microseconds=1)])
            execute(
                "UPDATE iam.users SET created_at = %s, last_login = %s, version = %s, must_change_password = %s WHERE user_id = %s",
                (moment, seen, drawn.randint(1, 3), drawn.random() < 0.5, user.id),
            )
        whole = expected(name)

        assert len(whole) > 10
        assert [many(ORDERS[name], limit) for limit in (1, 3, 7, 500)] == [whole] * 4


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50),
    st.integers(-(2**63) + 1, 2**63 - 1),
    st.booleans(),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.integers(0, 9_000_000_000_000_000).map(lambda since: datetime(1900, 1, 2, tzinfo=UTC) + timedelta(microseconds=since)),
    st.uuids(),
)
def test_a_position_comes_back_as_it_was_and_of_its_kinds(text, number, flag, day, at, key):
    row = {"text": text, "number": number, "flag": flag, "day": day, "at": at, "none": None, "key": key}

    assert EVERY_KIND.position(EVERY_KIND.cursor(row)) == (text, number, flag, day, at, None, key)
    assert EVERY_KIND.position(EVERY_KIND.cursor(SimpleNamespace(**row))) == (text, number, flag, day, at, None, key)


def test_the_first_page_has_no_position():
    assert (EVERY_KIND.position(None), EVERY_KIND.position("")) == (None, None)


AT, KEY = "2026-01-01T00:00:00+00:00", "01900000-0000-7000-8000-000000000001"
ORDER = Keyset(("-at", datetime), ("id", UUID))
MARK = json.loads(base64.b64decode(ORDER.cursor({"at": datetime(2026, 1, 1, tzinfo=UTC), "id": UUID(KEY)}) + "=="))[0]


def written(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x", "%%%", "é", "\0", "eyJhIjoxfQ", "W10", "MQ", "a" * 399, "a" * 5000,
        written(), written(MARK), written(AT, KEY), written(MARK, AT), written(MARK, AT, KEY, 1), written(MARK + 1, AT, KEY),
        written(MARK, 5, KEY), written(MARK, None, KEY), written(MARK, "2026-01-01", KEY), written(MARK, "2026-01-01T00:00:00", KEY),
        written(MARK, "9999-12-31T23:59:59+00:00", KEY), written(MARK, "0001-01-01T00:00:00+00:00", KEY), written(MARK, AT, "abc"),
        written(MARK, AT, 7), written(MARK, AT, None), written(MARK, AT, [KEY]), written(MARK, True, KEY), written(MARK, AT, KEY + "\0"),
        "W" + "1tb" * 1300,
    ],
)  # fmt: skip
def test_a_cursor_that_we_did_not_write_is_refused(cursor):
    with pytest.raises(Invalid) as refused:
        ORDER.position(cursor)

    assert list(refused.value.fields) == ["cursor"]


@pytest.mark.parametrize(
    "other", [Keyset(("at", datetime), ("id", UUID)), Keyset(("id", UUID), ("-at", datetime)), Keyset(("-seen_at", datetime), ("id", UUID))]
)
def test_a_cursor_of_another_order_is_refused_even_where_its_kinds_would_fit(other):
    row = {"at": datetime(2026, 1, 1, tzinfo=UTC), "seen_at": datetime(2026, 1, 1, tzinfo=UTC), "id": UUID(KEY)}

    with pytest.raises(Invalid):
        ORDER.position(other.cursor(row))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (str, 5), (str, "a\0"), (str, "\ud800"), (int, "5"), (int, True), (int, 2**63), (int, 1.5), (bool, 1), (bool, None), (date, "2026-13-01"), (date, 1),
        (date, "0001-01-01"), (datetime | None, ""), (datetime | None, False), (UUID, {"a": 1}),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_is_refused(kind, value):
    order = Keyset(("value", kind))

    with pytest.raises(Invalid):
        order.position(order.cursor({"value": value}))
