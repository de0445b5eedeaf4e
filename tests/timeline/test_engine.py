"""Timelines merge stored events with live sources, newest first, page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.platform.db import execute, query, scope
from simpul.platform.text import Text
from simpul.timeline import public as timeline
from simpul.timeline.selectors import page
from tests.support import customers as make
from tests.support.database import rows
from tests.support.registries import holding

NOON = datetime(2026, 6, 1, 5, tzinfo=UTC)
ALL = frozenset({"CustomerEvent", "TransactionEvent"})


@pytest.fixture
def noted():
    """A stored kind of its own, taken out of the registry afterwards."""
    kind = timeline.Kind("NoteEvent", Text(id="Catatan", en="Notes"), render=lambda data: (Text(id=data["text"], en=data["text"].upper()), None))
    with holding(kind):
        yield kind


def wanted(actor, customer, **options):
    return timeline.Wanted(**{"actor": actor, "customer_id": customer.id, "kinds": ALL | {"NoteEvent"}, "tier": 1, "limit": 50, **options})


def note(actor, customer, text, minutes, **options):
    return timeline.add(
        actor,
        "NoteEvent",
        customer_id=customer.id,
        subject_type="NOTE",
        subject_id=text,
        occurred_at=NOON + timedelta(minutes=minutes),
        data={"text": text},
        **options,
    )


def test_stored_events_and_bookings_come_in_one_order(actor, noted):
    customer, agent = make.customer(), actor("agent_mdn")
    make.transaction(customer.id, "150000", "OUT", at=NOON + timedelta(minutes=2), channel="ATM", counterparty="Toko Maju")
    make.transaction(customer.id, "90000", "IN", at=NOON, kind="MYSTERY")

    with scope(agent):
        note(agent, customer, "tengah", 1)
        note(agent, customer, "akhir", 3)
        events = page(wanted(agent, customer))

    assert [(event.kind, event.title, event.detail, event.amount and str(event.amount), event.direction) for event in events] == [
        ("NoteEvent", "akhir", None, None, None),
        ("TransactionEvent", "Transfer", "Toko Maju · ATM · Rekening ******7890", "150000.00", "OUT"),
        ("NoteEvent", "tengah", None, None, None),
        ("TransactionEvent", "Transaksi masuk", "Rekening ******7890", "90000.00", "IN"),
    ]
    assert events[0].actor_user_id == agent.id
    assert events[1].actor_user_id is None


@pytest.mark.covers("US-03 AC-2")
def test_kinds_and_range_narrow_the_stream(actor, noted):
    customer, agent = make.customer(), actor("agent_mdn")
    for minutes in range(4):
        make.transaction(customer.id, at=NOON + timedelta(minutes=minutes))

    with scope(agent):
        note(agent, customer, "catatan", 2)

        def titles(**options):
            return [(event.kind, (event.occurred_at - NOON).seconds // 60) for event in page(wanted(agent, customer, **options))]

        assert titles(kinds=frozenset({"NoteEvent"})) == [("NoteEvent", 2)]
        assert titles(kinds=frozenset({"Unheard"})) == []
        inside = titles(since=NOON + timedelta(minutes=1), until=NOON + timedelta(minutes=3))
        assert sorted(inside) == [("NoteEvent", 2), ("TransactionEvent", 1), ("TransactionEvent", 2)]


@settings(max_examples=15, deadline=None)
@given(minutes=st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=12), size=st.integers(1, 5))
def test_pages_of_any_size_join_to_the_whole_without_gap_or_repeat(minutes, size):
    """Also where many events of several sources share one instant."""
    events = [
        timeline.Event(UUID(int=number + 1), "A" if stored else "B", NOON + timedelta(minutes=minute), "t", "S", str(number))
        for number, (stored, minute) in enumerate(minutes)
    ]

    def source(kind):
        def read(asked):
            mine = [event for event in events if event.kind == kind and (asked.before is None or (event.occurred_at, event.event_id) < asked.before)]
            return sorted(mine, key=lambda event: (event.occurred_at, event.event_id), reverse=True)[: asked.limit]

        return read

    with holding(*(timeline.Kind(key, Text(id=key, en=key), source=source(key)) for key in "AB")):
        asked = timeline.Wanted(actor=None, customer_id=UUID(int=0), kinds=frozenset("AB"), tier=1, limit=size)
        joined = []
        while got := page(asked):
            joined += got
            asked = replace(asked, before=(got[-1].occurred_at, got[-1].event_id))
    assert joined == sorted(events, key=lambda event: (event.occurred_at, event.event_id), reverse=True)


@pytest.mark.covers("US-03 AC-3")
def test_events_above_the_readers_tier_do_not_come(actor, noted):
    customer, agent = make.customer(), actor("agent_mdn")
    with scope(agent):
        note(agent, customer, "biasa", 0)
        note(agent, customer, "rahasia", 1, tier=3)

        assert [event.title for event in page(wanted(agent, customer, tier=2))] == ["biasa"]
        assert [event.title for event in page(wanted(agent, customer, tier=3))] == ["rahasia", "biasa"]


def test_a_role_may_see_less_of_an_event(actor):
    reduced = timeline.Kind(
        "ReducedEvent",
        Text(id="Ringkas", en="Reduced"),
        render=lambda data: (Text(id="Isi", en="Content"), Text(id="rinci", en="detail")),
        reduce=lambda actor, event: replace(event, detail=None) if "RM" in actor.role_keys else event,
    )
    customer, agent, rm = make.customer(rm="rm_mdn"), actor("agent_mdn"), actor("rm_mdn")
    with holding(reduced):
        with scope(agent):
            timeline.add(agent, "ReducedEvent", customer_id=customer.id, subject_type="S", subject_id="1")
            assert page(wanted(agent, customer, kinds=frozenset({"ReducedEvent"})))[0].detail == "rinci"
        with scope(rm):
            assert page(wanted(rm, customer, kinds=frozenset({"ReducedEvent"})))[0].detail is None


def test_events_for_a_set_are_added_by_one_statement(actor, noted):
    agent = actor("agent_mdn")
    mine = [make.customer().id for _ in range(3)]
    with scope(agent):
        added = timeline.add_from(
            agent,
            "NoteEvent",
            "SELECT customer_id, 'NOTE', 'x', %s::timestamptz, 1::smallint, home_branch_code, '{\"text\": \"massal\"}'::jsonb FROM crm.customers",
            [NOON],
        )
    assert added == 3
    with rows():
        assert {row["customer_id"] for row in query("SELECT customer_id FROM crm.timeline_events WHERE branch_code = 'MDN'")} == set(mine)


def test_only_registered_stored_kinds_are_added_and_a_kind_is_one_of_both(actor):
    customer, agent = make.customer(), actor("agent_mdn")
    with scope(agent):
        for kind in ("NobodyKnows", "TransactionEvent"):
            with pytest.raises(timeline.KindUnknown):
                timeline.add(agent, kind, customer_id=customer.id, subject_type="S", subject_id="1")
    with pytest.raises(timeline.KindIsAmbiguous):
        timeline.Kind("BothEvent", Text(id="x", en="x"))


def test_row_policies_alone_keep_events_and_bookings_in_scope(actor, noted):
    customer, agent, other = make.customer(), actor("agent_mdn"), actor("agent_bnj")
    make.transaction(customer.id, at=NOON)
    with scope(agent):
        note(agent, customer, "catatan", 1)
        assert len(page(wanted(agent, customer))) == 2
    with scope(other):
        assert page(wanted(other, customer)) == []
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            note(other, customer, "menyusup", 2)
    with scope(agent):
        assert execute("UPDATE crm.timeline_events SET tier = 1") == 0
        assert execute("DELETE FROM crm.timeline_events") == 0
        assert execute("DELETE FROM crm.transactions") == 0
