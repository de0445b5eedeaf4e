"""Members from files and from a segment, and what goes out as a file."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simpul.followup.models import FollowupEntry
from simpul.iam.public import system_actor
from simpul.imports.public import Setting
from simpul.imports.targets import Merged, targets
from simpul.marketing.models import SegmentMember
from simpul.marketing.services.programme import programme_follow
from simpul.platform.clock import today
from simpul.platform.db import execute, scope
from simpul.platform.errors import Invalid
from simpul.platform.exports import find
from tests.followup.world import agent, enter, rotate
from tests.marketing.contract import segment
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def brought_in(keys: list[str]) -> Merged:
    """What an import makes of rows that name customers by key."""
    system = system_actor()
    columns: dict[str, list[Any]] = {"customer_key": keys}
    setting = Setting(system, "CORE", today(), frozenset(columns), {}, None, lambda text: None)
    with scope(system):
        loader = targets["followup_members"].open(setting)
        return loader.merge(loader.stage(range(len(keys)), columns))


def test_imported_customers_wait_for_the_next_run_once(organisation: None) -> None:
    for number in (1, 2, 3):
        customers.customer(source_system="CORE", source_key=f"K{number}", **({"status": "CLOSED"} if number == 3 else {}))
    keys = ["K1", "K2", "K9", "K1", "K3"]

    first, again = brought_in(keys), brought_in(keys)

    assert (first.added, first.unchanged, sorted(first.problems)) == (2, 0, [2, 3, 4])
    assert (again.added, again.unchanged) == (0, 2)
    with rows():
        assert list(FollowupEntry.objects.values_list("source", "kind")) == [("IMPORT", "ENTER")] * 2


def test_the_chosen_segment_brings_its_customers_and_takes_them_away(organisation: None) -> None:
    agent(1)
    staying, leaving, imported = (customers.customer(f"Anggota {number}").id for number in (1, 2, 3))
    enter([imported], AT, source="IMPORT")
    admin = people.user_id("admin")
    chosen = segment("STATIC")
    with rows():
        SegmentMember.objects.bulk_create(SegmentMember(segment=chosen, customer_id=each, added_by=admin) for each in (staying, leaving))
    system = system_actor()
    with scope(system):
        assert programme_follow(chosen.id) == (0, 0)
    with rows():
        execute(
            "INSERT INTO iam.settings (key, value, changed_by) VALUES ('followup.segment_id', %s::jsonb, %s)",
            (json.dumps(str(chosen.id)), admin),
        )
    with scope(system_actor()):
        assert programme_follow(chosen.id) == (2, 0)
    rotate(AT)
    with rows():
        SegmentMember.objects.filter(customer_id=leaving).delete()
    with scope(system_actor()):
        assert programme_follow(chosen.id) == (0, 1)


def test_a_file_holds_what_the_list_shows(organisation: None) -> None:
    for number in (1, 2):
        agent(number)
    enter([customers.customer("Budi Santoso", "MDN").id], AT, source="API")
    rotate(AT)
    rotate(AT + timedelta(days=2))
    found = {}
    for who in ("supervisor_mdn", "supervisor_bnj", "admin"):
        actor = people.actor(who)
        with scope(actor):
            members, rotations = find("followup_members"), find("followup_rotations")
            search = rotations.accept({"since": "2026-11-04", "until": "2026-11-04"})
            found[who] = (
                members.count(actor, members.accept({}), 10),
                [row[:3] for row in members.page(actor, members.accept({}), None, 10).rows],
                [row[:5] for row in rotations.page(actor, search, None, 10).rows],
            )
    assert found == {
        "supervisor_mdn": (
            1,
            [["Budi Santoso", "MDN", 2]],
            [["Budi Santoso", "MDN", 1, 2, "NOT_FOLLOWED_UP"]],
        ),
        "supervisor_bnj": (0, [], []),
        "admin": (1, [["B*** S***", "MDN", 2]], [["B*** S***", "MDN", 1, 2, "NOT_FOLLOWED_UP"]]),
    }
    with pytest.raises(Invalid) as refusal:
        find("followup_members").accept({"status": "MOVED"})
    assert list(refusal.value.fields) == ["filter.status"]
