"""A change and its refusal, recorded under the same names."""

from __future__ import annotations

from contextlib import suppress

import pytest

from simpul.audit.public import Action, audited_change
from simpul.platform.actor import ALLOW, deny
from simpul.platform.db import query, scope
from simpul.platform.errors import Conflict, DomainError, Forbidden, NotFound, StaleVersion
from simpul.platform.ids import uuid7
from simpul.platform.text import Text
from tests.support.database import rows

WHY = Text(id="Bukan Anda.", en="Not you.")


def written():
    with rows():
        return query(
            "SELECT action, object_type, object_id, customer_id, branch_code, outcome, meta FROM audit.audit_logs WHERE object_type = 'THING' ORDER BY created_at"
        )


def test_a_change_that_happened_is_one_row_with_what_it_was_and_became(actor):
    admin, customer = actor("admin"), uuid7()

    with scope(admin), audited_change(admin, Action.CHANGE_CONFIG, "THING", branch_code="MDN", meta={"act": "SAVE"}) as change:
        change.require(ALLOW)
        change.require_version(None, 4)
        change.require_version(4, 4)
        change.object_id, change.customer_id = 17, customer
        change.describe(before={"name": "a"}, after={"name": "b"})
        change.describe(reason="asked for")

    assert written() == [
        {
            "action": "CHANGE_CONFIG", "object_type": "THING", "object_id": "17", "customer_id": customer, "branch_code": "MDN", "outcome": "ALLOWED",
            "meta": {"act": "SAVE", "before": {"name": "a"}, "after": {"name": "b"}, "reason": "asked for"},
        }
    ]  # fmt: skip


def test_nothing_is_written_of_what_stood_already(actor):
    admin = actor("admin")

    with scope(admin), audited_change(admin, Action.CHANGE_CONFIG, "THING", 1) as change:
        change.nothing_changed()

    assert written() == []


def test_a_change_that_breaks_leaves_no_row_and_is_no_refusal(actor):
    admin = actor("admin")

    with pytest.raises(ZeroDivisionError), scope(admin), audited_change(admin, Action.CHANGE_CONFIG, "THING", 1):
        1 / 0  # noqa: B018

    assert written() == []


def refusal_of(actor, act):
    with pytest.raises(DomainError) as refused, audited_change(actor, Action.CHANGE_CONFIG, "THING", 9, branch_code="MDN", meta={"act": "SAVE"}) as change:
        act(change)
    facts = refused.value.facts
    return refused.value, (facts.action, facts.object_type, facts.object_id, facts.branch_code, facts.meta)


def raising(error):
    def act(change):
        change.describe(after="never")
        raise error

    return act


def test_every_refusal_inside_is_recorded_as_the_change(actor):
    admin = actor("admin")
    named = (Action.CHANGE_CONFIG, "THING", "9", "MDN", {"act": "SAVE"})

    denied, facts = refusal_of(admin, lambda change: change.require(deny(WHY)))
    assert (type(denied), denied.detail, facts) == (Forbidden, WHY, named)

    stale, facts = refusal_of(admin, lambda change: change.require_version(3, 4))
    assert (type(stale), stale.extra, facts) == (StaleVersion, {"current": {"version": 4}}, named)

    stale, facts = refusal_of(admin, lambda change: change.require_version(3, 4, lambda: {"name": "b"}))
    assert (stale.extra, facts) == ({"current": {"version": 4, "name": "b"}}, named)

    _, facts = refusal_of(admin, raising(Conflict()))
    assert facts == named

    _, facts = refusal_of(admin, lambda change: raising(change.refused(Conflict(), cell="x"))(change))
    assert facts == (*named[:4], {"act": "SAVE", "cell": "x"})


def test_a_refusal_that_says_itself_what_it_is_stays_so_and_one_of_what_is_not_there_names_nothing(actor):
    admin = actor("admin")

    with pytest.raises(NotFound) as absent, audited_change(admin, Action.CHANGE_CONFIG, "THING", 9):
        raise NotFound
    assert absent.value.facts is None

    _, facts = refusal_of(admin, raising(Conflict().recorded_as(action=Action.IMPORT_DATA, object_id="mine")))

    assert facts == (Action.IMPORT_DATA, "OPERATION", "mine", None, {})


def test_what_stands_is_read_only_when_the_version_is_stale(actor):
    admin, read = actor("admin"), []

    with scope(admin), audited_change(admin, Action.CHANGE_CONFIG, "THING", 1) as change:
        change.require_version(4, 4, lambda: read.append("row") or {})
        change.nothing_changed()
    with suppress(StaleVersion), audited_change(admin, Action.CHANGE_CONFIG, "THING", 1) as change:
        change.require_version(3, 4, lambda: read.append("row") or {})

    assert read == ["row"]
