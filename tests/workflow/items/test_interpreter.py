"""The engine against a naive interpreter, every shipped definition walked through, and a crowd on shared items."""

from __future__ import annotations

import itertools
import os
import random
import threading
from collections import Counter

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.workflow import public as workflow
from simpul.workflow import registry
from simpul.workflow.definitions.content import Definition
from simpul.workflow.definitions.graph import judge
from simpul.workflow.errors import GuardDoesNotHold, TransitionNotPossible
from tests.support import people
from tests.support.database import rows
from tests.workflow import parcels
from tests.workflow.items import engine
from tests.workflow.parcels import parcel, state, transition

CLIENTS = int(os.environ.get("SIMPUL_TEST_CLIENTS", "8"))
MOVES = int(os.environ.get("SIMPUL_TEST_MOVES", "40"))
ACTORS = ["agent_mdn", "supervisor_mdn", "steward"]
ROLES = {"agent_mdn": "AGENT", "supervisor_mdn": "SUPERVISOR", "steward": "DATA_STEWARD"}


def shipped():
    return [Definition.model_validate(each.content) for each in registry.shipped.values()]


@pytest.mark.parametrize("content", shipped(), ids=lambda content: content.key)
def test_every_state_of_a_shipped_workflow_is_reached_and_leads_to_an_end(content):
    assert [problem for problem in judge(content) if problem.severity == "error"] == []
    resting = {each.key for each in content.states if each.rests}
    reached, waiting = set(), [each.to for each in content.leaving(content.start.key)]
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting += [each.to for each in content.leaving(key)]
    assert reached & resting == resting
    for key in resting - set(content.ended()):
        assert any(each.by and (each.by.roles or each.by.system) for each in content.leaving(key)), f"nobody leaves {key}"


@st.composite
def definitions(draw):
    """Three to five states, a gateway, and transitions with random roles and guards; every one valid."""
    size = draw(st.integers(2, 4))
    keys = [f"S{number}" for number in range(size)]
    states = [state("START", "start"), *(state(key) for key in keys), state("GATE", "gateway"), state("OUT", "end")]
    ways = [transition("enter", "START", "S0", passed=True), transition("gate_out", "GATE", "OUT", passed=True)]
    ways.insert(1, transition("gate_in", "GATE", draw(st.sampled_from(keys)), passed=True, guard={"cel": f"weight > {draw(st.integers(0, 40))}"}))
    for number in range(draw(st.integers(size, size * 3))):
        source = keys[number % size]
        guard = draw(st.sampled_from([None, {"cel": "weight < 20"}, {"rule": {"field": "weight", "op": "gte", "value": 10}}]))
        roles = draw(st.lists(st.sampled_from(sorted(ROLES.values())), min_size=1, max_size=3, unique=True))
        to = draw(st.sampled_from([*keys, "GATE", "OUT"]))
        ways.append(transition(f"t{number}", source, to, by={"roles": roles, "reach": "ALL"}, guard=guard))
    return parcels.definition(states, ways)


def holds(guard, weight):
    """A guard as the generator writes it, read without the engine."""
    if guard is None:
        return True
    if "rule" in guard:
        return weight >= guard["rule"]["value"]
    _, sign, number = guard["cel"].split()
    return weight > int(number) if sign == ">" else weight < int(number)


def interpret(content, at, role, key, weight):
    """What a step should do: the state that it leads to, or the refusal."""
    way = next((each for each in content["transitions"] if each["key"] == key), None)
    if way is None or at not in way["from"]:
        return TransitionNotPossible
    if role not in way["by"]["roles"]:
        return Forbidden
    if not holds(way.get("guard"), weight):
        return GuardDoesNotHold
    target = way["to"]
    while target == "GATE":
        target = next(each["to"] for each in content["transitions"] if each["from"] == ["GATE"] and holds(each.get("guard"), weight))
    return target


# Not shrunk: each smaller example would be published and walked in the database again, for minutes, and a walk of twelve steps can be read.
@settings(
    max_examples=int(os.environ.get("SIMPUL_TEST_DEFINITIONS", "20")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(content=definitions(), weight=st.integers(0, 50), steps=st.lists(st.tuples(st.sampled_from(ACTORS), st.integers(0, 12)), max_size=12))
def test_the_engine_does_what_a_naive_interpreter_does(parcel_domain, content, weight, steps):
    with rows():
        number = query("SELECT count(*) AS versions FROM crm.workflow_versions v JOIN crm.workflow_definitions d USING (definition_id) WHERE d.key = 'parcel'")
    parcels.publish(content, number=number[0]["versions"] + 1)
    one = parcel(weight=weight)
    at, taken = engine.start("agent_mdn", one).state, 1
    assert at == "S0"
    for who, choice in steps:
        expected = interpret(content, at, ROLES[who], f"t{choice}", weight)
        try:
            outcome = engine.move(who, one, f"t{choice}").state
        except (TransitionNotPossible, Forbidden, GuardDoesNotHold) as refusal:
            outcome = type(refusal)
        assert outcome == expected
        if isinstance(outcome, str):
            at, taken = outcome, taken + 1
    assert (engine.item(one)["state"], engine.item(one)["seq"], len(engine.history(one)), parcels.stored(one)["state"]) == (at, taken, taken, at)
    engine.commit()


def test_a_crowd_on_shared_items_loses_no_move_and_makes_no_illegal_one(committed):
    """SIMPUL_TEST_CLIENTS clients make SIMPUL_TEST_MOVES tries each on five items, each naming the version that it saw."""
    people.organisation()
    content = parcels.definition(
        [state("START", "start"), state("A"), state("B"), state("C"), state("OUT", "end")],
        [
            transition("enter", "START", "A", passed=True),
            transition("ab", "A", "B"), transition("bc", "B", "C"), transition("ca", "C", "A"), transition("ba", "B", "A"), transition("out", "C", "OUT", by={"system": True}),
        ],
    )  # fmt: skip
    legal = {(key, each["to"]): each["key"] for each in content["transitions"] for key in each["from"]}
    with parcels.registered():
        parcels.table()
        parcels.publish(content)
        shared = [parcel() for _ in range(5)]
        for each in shared:
            engine.start("agent_mdn", each)
        actors, outcomes, lock = [people.actor(who) for who in ACTORS], Counter[str](), threading.Lock()

        def client(seed):
            pick, mine = random.Random(seed), Counter[str]()
            try:
                for _ in range(MOVES):
                    actor, one = pick.choice(actors), pick.choice(shared)
                    with scope(actor):
                        seen = query("SELECT seq FROM crm.workflow_items WHERE subject_id = %s", (str(one),))[0]["seq"]
                    try:
                        with scope(actor):
                            workflow.move(actor=actor, definition="parcel", subject_id=one, transition=pick.choice(["ab", "bc", "ca", "ba"]), version=seen)
                        mine["moved"] += 1
                    except (StaleVersion, TransitionNotPossible) as refusal:
                        mine[type(refusal).__name__] += 1
            except Exception as error:
                mine[f"unexpected {type(error).__name__}: {error}"] += 1
            finally:
                connection.close()
                with lock:
                    outcomes.update(mine)

        threads = [threading.Thread(target=client, args=(seed,)) for seed in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert set(outcomes) <= {"moved", "StaleVersion", "TransitionNotPossible"}
        assert sum(outcomes.values()) == CLIENTS * MOVES
        histories = [engine.history(each) for each in shared]
        assert sum(len(history) - 1 for history in histories) == outcomes["moved"] > 0
        for one, history in zip(shared, histories, strict=True):
            assert [row[0] for row in history] == list(range(1, len(history) + 1))
            assert all(legal[before or "START", after] == key for _, _, key, before, after in history)
            assert all(left[4] == came[3] for left, came in itertools.pairwise(history))
            assert engine.item(one)["state"] == parcels.stored(one)["state"] == history[-1][4]
        print(f"crowd: {CLIENTS} clients x {MOVES} tries: {dict(outcomes)}")
