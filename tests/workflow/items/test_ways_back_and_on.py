"""Roll-backs with their effects and clocks, timers that fire, and items that are migrated."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.platform.clock import shifted
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid
from simpul.workflow.errors import MigrationInvalid, NothingToRollBack, RollBackNotForeseen
from simpul.workflow.public import sweep
from simpul.workflow.services import migrating
from tests.support import people
from tests.support.database import rows
from tests.workflow import parcels
from tests.workflow.items import engine
from tests.workflow.parcels import parcel, stored

pytestmark = pytest.mark.usefixtures("shipping")


@pytest.fixture
def examined(shipping):
    one = parcel(weight=25, note="lama")
    engine.start("agent_mdn", one)
    engine.move("agent_mdn", one, "weigh", given={"note": "baru"})
    return one


def test_a_roll_back_restores_state_values_effects_and_clock(examined):
    due_at = engine.timers(examined)["1:remind"][0]

    back = engine.roll_back("supervisor_mdn", examined)

    assert (back.state, back.version) == ("TAKEN", 3)
    assert (stored(examined)["state"], stored(examined)["stamps"], stored(examined)["note"]) == ("TAKEN", "T", "lama")
    assert engine.history(examined)[-1] == (3, "ROLLBACK", "weigh", "EXAMINED", "TAKEN")
    assert {key: status for key, (_, status) in engine.timers(examined).items()} == {"1:remind": "PENDING", "2:give_up": "CANCELLED"}
    assert engine.timers(examined)["1:remind"][0] == due_at
    assert engine.audit("ROLL_BACK_ITEM")[0]["meta"]["reason"] == "salah langkah"
    engine.commit()
    with pytest.raises(NothingToRollBack):
        engine.roll_back("supervisor_mdn", examined)


def test_a_roll_back_needs_role_reason_and_the_definitions_leave(examined):
    with pytest.raises(Forbidden):
        engine.roll_back("agent_mdn", examined)
    with pytest.raises(Invalid):
        engine.roll_back("supervisor_mdn", examined, reason="ya")
    engine.move("agent_mdn", examined, "release")
    with pytest.raises(RollBackNotForeseen):
        engine.roll_back("supervisor_mdn", examined)
    assert engine.item(examined)["state"] == "SENT"


def test_a_due_timer_moves_its_item_once(examined):
    with shifted(timedelta(hours=3)):
        sweep()
        sweep()

    assert engine.item(examined)["state"] == "SENT"
    assert [each[1:3] for each in engine.history(examined)] == [("START", "take"), ("MOVE", "weigh"), ("TIMER", "release")]
    assert engine.timers(examined)["2:give_up"][1] == "FIRED"
    engine.commit()


def test_of_two_timers_that_are_due_together_the_first_moves_the_item_and_the_other_nothing():
    content = parcels.shipping()
    content["states"][3]["timers"].append({"key": "hand_back", "after": {"seconds": 7_260}, "then": {"transition": "send_back"}})
    parcels.publish(content, number=2)
    one = parcel(weight=25)
    engine.start("agent_mdn", one)
    engine.move("agent_mdn", one, "weigh", given={"note": "berat"})

    with shifted(timedelta(hours=3)):
        sweep()

    assert engine.history(one)[2:] == [(3, "TIMER", "release", "EXAMINED", "SENT")]
    assert engine.item(one)["state"] == "SENT"
    engine.commit()


def test_a_timer_of_an_earlier_visit_does_nothing_in_a_later_one():
    one = parcel(owner_id=people.user_id("supervisor_mdn"))
    engine.start("agent_mdn", one)
    engine.move("agent_mdn", one, "weigh", given={"note": "ringan"})
    engine.move("supervisor_mdn", one, "send_back")
    engine.move("supervisor_mdn", one, "reopen", reason="Alamat sudah diperbaiki")
    with rows():  # as an operator runs one again that had been given up
        execute("UPDATE crm.timers SET status = 'PENDING', run_at = now() WHERE key LIKE %s", ("%:1:remind",))

    sweep()

    assert engine.timers(one)["1:remind"][1] == "FIRED"
    assert (engine.item(one)["state"], stored(one)["stamps"]) == ("TAKEN", "TW")


def test_a_timer_whose_guard_does_not_hold_leaves_the_item_to_people():
    one = parcel(weight=25, fragile=True)
    engine.start("agent_mdn", one)
    engine.move("agent_mdn", one, "weigh", given={"note": "pecah"})

    with shifted(timedelta(hours=3)):
        sweep()

    assert engine.item(one)["state"] == "EXAMINED"
    assert [(row["outcome"], row["meta"]["code"]) for row in engine.audit("RUN_TIMER")] == [("FAILED", "guard_does_not_hold")]


def test_a_timer_may_act_without_a_move():
    one = parcel()
    engine.start("agent_mdn", one)

    with shifted(timedelta(hours=2)):
        sweep()

    assert (stored(one)["stamps"], engine.item(one)["state"], len(engine.history(one))) == ("TR", "TAKEN", 1)


def test_a_thousand_items_are_migrated_in_chunks_with_one_audit_row():
    ids = [parcel() for _ in range(1_000)]
    with rows(), scope(actor := people.actor("agent_mdn")):
        from simpul.workflow import public as workflow

        workflow.start_many(actor=actor, definition="parcel", subject_ids=ids)
    content = parcels.shipping()
    content["states"][1]["key"] = "RECEIVED"
    for transition in content["transitions"]:
        transition["from"] = ["RECEIVED" if key == "TAKEN" else key for key in transition["from"]]
        transition["to"] = "RECEIVED" if transition["to"] == "TAKEN" else transition["to"]
    parcels.publish(content, number=2)
    admin = people.actor("admin")
    asked = {"actor": admin, "key": "parcel", "origin": 1, "target": 2}

    for mapping, code in [
        ({}, "unmapped"),
        ({"TAKEN": "MARS"}, "unknown_target"),
        ({"TAKEN": "SCALES"}, "passed_through"),
        ({"TAKEN": "DELIVERED"}, "ends_differ"),
    ]:
        with pytest.raises(MigrationInvalid) as refused, scope(admin):
            migrating.migrate(**asked, mapping=mapping, reason="Nama keadaan diperjelas")
        assert [(each["code"], each["path"]) for each in refused.value.extra["problems"]] == [(code, "/mapping/TAKEN")]

    with scope(admin):
        migration = migrating.migrate(**asked, mapping={"TAKEN": "RECEIVED"}, reason="Nama keadaan diperjelas")
    assert migration.total == 1_000
    migrating.run(migration.id, chunk=300)
    migrating.run(migration.id)

    with rows():
        states = query("SELECT state, seq, visit, count(*) AS items FROM crm.workflow_items GROUP BY 1, 2, 3")
        done = query("SELECT status, total, done FROM crm.workflow_migrations")
    assert states == [{"state": "RECEIVED", "seq": 2, "visit": 1, "items": 1_000}]
    assert done == [{"status": "DONE", "total": 1_000, "done": 1_000}]
    assert len(engine.audit("MIGRATE_ITEMS")) == 1
    assert engine.history(ids[0])[-1] == (2, "MIGRATE", None, "TAKEN", "RECEIVED")
    assert engine.timers(ids[0])["1:remind"][1] == "PENDING"
    with pytest.raises(NothingToRollBack) as refused:
        engine.roll_back("supervisor_mdn", ids[0])
    assert str(refused.value.detail) == "Langkah sebelum perpindahan versi tidak dapat dibatalkan."
    assert engine.move("agent_mdn", ids[0], "weigh", given={"note": "ringan"}).state == "SENT"
    engine.commit()


def test_only_a_step_that_can_be_taken_back_keeps_what_taking_it_back_needs(examined):
    engine.move("agent_mdn", examined, "release", given={"note": "rahasia"})
    with rows():
        kept = query(
            "SELECT m.transition, m.sealed <> '' AS kept FROM crm.workflow_moves m JOIN crm.workflow_items i USING (item_id) WHERE i.subject_id = %s",
            (str(examined),),
        )
    assert {row["transition"]: row["kept"] for row in kept} == {"take": True, "weigh": True, "release": False}
