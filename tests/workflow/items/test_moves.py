"""A move is one transaction: every question under the lock, then the item, its subject, the trail, effects, history, timers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from simpul.platform.clock import JAKARTA
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.workflow.errors import GuardDoesNotHold, ItemNotFound, SubjectHasItem, TransitionNotPossible
from tests.support import people
from tests.workflow import parcels
from tests.workflow.items import engine
from tests.workflow.parcels import ParcelIsLost, parcel, state, stored, transition

pytestmark = pytest.mark.usefixtures("shipping")


def test_a_start_leads_to_the_first_state_with_its_effects_and_timers(trace):
    one = parcel()
    trace.start()

    made = engine.start("agent_mdn", one)

    assert (made.state, made.version, made.ended, made.definition) == ("TAKEN", 1, False, "parcel")
    assert (stored(one)["state"], stored(one)["stamps"]) == ("TAKEN", "T")
    assert engine.history(one) == [(1, "START", "take", None, "TAKEN")]
    assert engine.timers(one) == {"1:remind": (made.entered_at + timedelta(hours=1), "PENDING")}
    assert trace() == {"events": ["ItemMoved"], "audit": ["MOVE_ITEM"]}
    engine.commit()


def test_a_move_goes_through_a_gateway_with_the_effects_of_every_way(trace):
    one = parcel(weight=25)
    engine.start("agent_mdn", one)
    trace.start()

    moved = engine.move("agent_mdn", one, "weigh", given={"note": "  berat sekali "}, reason="Timbangan 1271014506900004")

    assert (moved.state, moved.version) == ("EXAMINED", 2)
    assert (stored(one)["state"], stored(one)["stamps"], stored(one)["note"]) == ("EXAMINED", "TWH", "berat sekali")
    assert engine.history(one)[1:] == [(2, "MOVE", "weigh", "TAKEN", "EXAMINED")]
    assert engine.timers(one) == {
        "1:remind": (engine.timers(one)["1:remind"][0], "CANCELLED"),
        "2:give_up": (moved.entered_at + timedelta(hours=2), "PENDING"),
    }
    assert trace() == {"events": ["ItemMoved"], "audit": ["MOVE_ITEM"]}
    assert engine.audit()[-1] == {
        "object_type": "PARCEL", "object_id": str(one), "branch_code": "MDN", "outcome": "ALLOWED",
        "meta": {"workflow": "parcel", "kind": "MOVE", "transition": "weigh", "from": "TAKEN", "to": "EXAMINED", "reason": "Timbangan ***"},
    }  # fmt: skip
    engine.commit()


def test_a_gateway_takes_its_default_where_no_guard_holds():
    one = parcel(weight=20, due_on=date(2026, 12, 1))
    engine.start("agent_mdn", one)

    assert engine.move("agent_mdn", one, "weigh", given={"note": "ringan"}).state == "SENT"
    due_at = engine.timers(one)["2:late"][0]
    assert (due_at.astimezone(JAKARTA).isoformat(), stored(one)["stamps"]) == ("2026-12-01T00:00:00+07:00", "TW")


def test_what_a_move_brings_counts_in_its_guards():
    one = parcel(weight=3)
    engine.start("agent_mdn", one)

    assert engine.move("agent_mdn", one, "weigh", given={"note": "salah timbang", "weight": 21}).state == "EXAMINED"
    assert stored(one)["weight"] == 21


def test_an_end_rests_and_may_be_left_where_the_definition_says():
    one = parcel(owner_id=people.user_id("supervisor_mdn"))
    engine.start("agent_mdn", one)
    engine.move("agent_mdn", one, "weigh", given={"note": "ringan"})

    returned = engine.move("supervisor_mdn", one, "send_back")
    assert (returned.state, returned.ended) == ("RETURNED", True)
    assert engine.move("supervisor_mdn", one, "reopen", reason="Alamat sudah diperbaiki").state == "TAKEN"


def refused(trace, error, act, **heard):
    trace.start()
    with pytest.raises(error) as refusal:
        act()
    assert trace() == heard
    return refusal.value


@pytest.fixture
def sent(parcel_domain):
    """A parcel on its way, sent by agent_mdn."""
    one = parcel(owner_id=people.user_id("agent_mdn"))
    engine.start("agent_mdn", one)
    engine.move("agent_mdn", one, "weigh", given={"note": "ringan"})
    return one


def test_a_transition_out_of_another_state_is_refused(sent, trace):
    before = (engine.item(sent), stored(sent), engine.timers(sent))

    refusal = refused(trace, TransitionNotPossible, lambda: engine.move("agent_mdn", sent, "weigh", given={"note": "lagi"}))

    assert (refusal.status, refusal.facts.action, refusal.facts.object_id, refusal.facts.meta) == (
        409, "MOVE_ITEM", str(sent), {"workflow": "parcel", "from": "SENT", "transition": "weigh"},
    )  # fmt: skip
    assert (engine.item(sent), stored(sent), engine.timers(sent)) == before


def test_a_transition_that_the_version_does_not_have_is_refused(sent, trace):
    refused(trace, TransitionNotPossible, lambda: engine.move("agent_mdn", sent, "teleport"))


def test_a_stale_version_is_refused_with_what_stands(sent, trace):
    refusal = refused(trace, StaleVersion, lambda: engine.move("agent_mdn", sent, "deliver", version=1))

    assert refusal.extra["current"] == {"version": 2, "state": "SENT", "entered_at": engine.item(sent)["entered_at"]}


@pytest.mark.parametrize(
    ("who", "key", "reason"),
    [
        ("supervisor_mdn", "deliver", "This step is for Customer service agent."),
        ("agent_mdn", "deliver", "Not for the sender."),
        ("agent_mdn", "send_back", "This step is for Service supervisor."),
    ],
)
def test_role_and_check_refuse_with_the_reason(sent, trace, who, key, reason):
    refusal = refused(trace, Forbidden, lambda: engine.move(who, sent, key))

    assert (refusal.status, refusal.detail.en) == (403, reason)


def test_what_lies_beyond_the_reach_of_a_transition_is_refused(parcel_domain, trace):
    """The steward sees every parcel, and works for MDN."""
    parcels.publish(
        parcels.definition(
            [state("START", "start"), state("IN"), state("OUT", "end")],
            [transition("come", "START", "IN", passed=True), transition("go", "IN", "OUT", by={"roles": ["DATA_STEWARD"], "reach": "BRANCH"})],
        ),
        number=2,
    )
    near, far = parcel(), parcel(branch_code="PMS", owner_id=people.user_id("agent_mdn"))
    for each in (near, far):
        engine.start("agent_mdn", each)

    refusal = refused(trace, Forbidden, lambda: engine.move("steward", far, "go"))
    assert refusal.detail.en == "This step is only for what lies within the reach “Branch”."
    refusal = refused(trace, ItemNotFound, lambda: engine.move("supervisor_mdn", far, "go"))
    assert refusal.status == 404
    assert engine.move("steward", near, "go").state == "OUT"


def test_a_guard_that_does_not_hold_refuses_with_its_sentence(trace):
    one = parcel(weight=30, fragile=True)
    engine.start("agent_mdn", one)
    engine.move("agent_mdn", one, "weigh", given={"note": "pecah belah"})

    refusal = refused(trace, GuardDoesNotHold, lambda: engine.move("agent_mdn", one, "release"))

    assert (refusal.status, refusal.detail.id) == (409, "Belum terpenuhi: Mudah pecah sama dengan tidak.")


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, {"fields.note": "This is required."}),
        ({"note": "  "}, {"fields.note": "This is required."}),
        ({"note": "ab"}, {"fields.note": "At least 3 characters."}),
        ({"note": "x" * 201}, {"fields.note": "At most 200 characters."}),
        ({"note": 7}, {"fields.note": "This must be text."}),
        ({"note": "cukup", "weight": "berat"}, {"fields.weight": "This must be a whole number."}),
        ({"note": "cukup", "colour": "red"}, {"fields.colour": "This field is not used here."}),
    ],
)
def test_missing_and_unfit_fields_are_named(trace, given, fields):
    one = parcel()
    engine.start("agent_mdn", one)

    refusal = refused(trace, Invalid, lambda: engine.move("agent_mdn", one, "weigh", given=given))

    assert {name: text.en for name, text in refusal.fields.items()} == fields
    assert (stored(one)["state"], engine.item(one)["seq"]) == ("TAKEN", 1)


def test_a_reason_can_be_required(trace):
    one = parcel(owner_id=people.user_id("supervisor_mdn"))
    engine.start("agent_mdn", one)
    engine.move("agent_mdn", one, "weigh", given={"note": "ringan"})
    engine.move("supervisor_mdn", one, "send_back")

    refusal = refused(trace, Invalid, lambda: engine.move("supervisor_mdn", one, "reopen", reason="kenapa"))

    assert {name: text.en for name, text in refusal.fields.items()} == {"reason": "At least 10 characters."}


def test_an_effect_that_refuses_undoes_the_whole_move(sent, trace):
    before = (engine.item(sent), stored(sent), engine.timers(sent), engine.history(sent))

    # The news was on its lips; what it would have set off went with the transaction.
    refused(trace, ParcelIsLost, lambda: engine.move("agent_mdn", sent, "lose"), events=["ItemMoved"])

    assert (engine.item(sent), stored(sent), engine.timers(sent), engine.history(sent)) == before


def test_a_subject_comes_in_once(sent, trace):
    refused(trace, SubjectHasItem, lambda: engine.start("agent_mdn", sent))


def test_a_subject_out_of_sight_does_not_start(trace):
    far = parcel(branch_code="PMS")

    refused(trace, Forbidden, lambda: engine.start("agent_mdn", far))


def test_a_workflow_whose_entrance_fits_nobody_refuses(parcel_domain, trace):
    content = parcels.definition(
        [state("START", "start"), state("IN"), state("OUT", "end")],
        [transition("come", "START", "IN", passed=True, guard={"cel": "weight > 100"}), transition("go", "IN", "OUT")],
    )
    parcels.publish(content, number=2)

    refused(trace, GuardDoesNotHold, lambda: engine.start("agent_mdn", parcel()))


def test_what_is_on_offer_says_why_not(sent):
    assert engine.allowed("agent_mdn", sent) == {
        "deliver": "Bukan untuk pengirim sendiri.",
        "send_back": "Langkah ini untuk peran Supervisor Layanan.",
        "lose": None,
    }
    assert engine.allowed("call_agent", sent) == {"deliver": None, "send_back": "Langkah ini untuk peran Supervisor Layanan.", "lose": None}
    assert engine.allowed("agent_bnj", sent) == {}


def test_new_versions_leave_running_items_on_theirs(sent):
    content = parcels.shipping()
    content["transitions"] = [each for each in content["transitions"] if each["key"] != "deliver"]
    parcels.publish(content, number=2)

    assert engine.move("call_agent", sent, "deliver").state == "DELIVERED"
