"""Several colleagues at the same cases at the same moments, by generated play: nothing illegal, nothing lost, nothing unrecorded."""

from __future__ import annotations

import os
import threading
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from simpul.cases.models import Case, CaseActivity, CaseNumber
from simpul.cases.services import answering, assigning, handling, noting
from simpul.cases.vocabulary import FOLLOWS, OPEN, Status
from simpul.platform.db import query, scope
from simpul.platform.errors import DomainError
from simpul.workflow.models import WorkflowItem
from tests.customers.test_concurrency import together
from tests.support import cases, customers, people
from tests.support.cases import ANSWER
from tests.support.database import rows

pytestmark = pytest.mark.xdist_group("cases-model")

USERS = ("agent_mdn", "call_agent", "supervisor_mdn")
EXAMPLES = int(os.environ.get("SIMPUL_CASE_PLAYS", "6"))
# Each act with its service, what it brings, and the row of the trail that it leaves; those after the bar name the version that was seen.
ACTS = {
    "note": (noting.case_note, {"text": "Sudah dicek."}, None),
    "in": (noting.case_message, {"text": "Ini struknya.", "incoming": True}, None),
    "out": (noting.case_message, {"text": "Sedang kami proses.", "incoming": False, "channel": "PHONE"}, None),
    "claim": (assigning.case_claim, {}, "ASSIGN_CASE"),
    "take": (handling.case_take, {}, None),
    "to_agent": (assigning.case_assign, {"user_id": "agent_mdn"}, "ASSIGN_CASE"),
    "to_unit": (assigning.case_assign, {"unit_code": "CALL"}, "ASSIGN_CASE"),
    "escalate": (assigning.case_escalate, {"level": 2, "note": "Nilai besar."}, "ESCALATE_CASE"),
    "wait": (handling.case_wait, {"reason_code": "CUSTOMER_DATA"}, None),
    "resume": (handling.case_resume, {}, None),
    "respond": (answering.case_respond, {"final_response": ANSWER}, "FINAL_RESPONSE"),
    "close": (handling.case_close, {"resolution_code": "SOLVED"}, "CLOSE_CASE"),
    "reopen": (handling.case_reopen, {"reason": "Nasabah belum menerima dana."}, "REOPEN_CASE"),
}
UNVERSIONED = {"note", "in", "out"}
# In which states each act is possible at all (product chapter 3.3), for a supervisor of the branch.
POSSIBLE = {
    "note": {*OPEN, "RESOLVED", "CLOSED"},
    "in": {*OPEN, "RESOLVED"},
    "out": {*OPEN, "RESOLVED"},
    "claim": OPEN,
    "take": {"NEW", "ESCALATED"},
    "to_agent": OPEN,
    "to_unit": OPEN,
    "escalate": OPEN,
    "wait": {"NEW", "IN_PROGRESS"},
    "resume": {"WAITING_INFO"},
    "respond": OPEN,
    "close": {"RESOLVED"},
    "reopen": {"RESOLVED", "CLOSED"},
}
_WAITING = """
SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()) AS waits
"""


class GaveUp(Exception):
    """Somebody's transaction is undone after everything was done."""


def legal(act, case, supervisor):
    """Whether the supervisor can do it now."""
    if case.status not in POSSIBLE[act]:
        return False
    if act in ("take", "wait") and case.status == "NEW":
        return case.assigned_to_user_id == supervisor
    if act == "take":
        return case.assigned_to_user_id is not None
    if act == "claim":
        return case.assigned_to_user_id is None
    if act == "escalate":
        return case.status != "ESCALATED" or case.escalation_level < 2
    return True


def waits():
    """Whether a transaction of this database waits for another."""
    with rows():
        return query(_WAITING)[0]["waits"]


def machine(customer_id, ids):
    actors = {username: people.actor(username) for username in USERS}

    class Play(RuleBasedStateMachine):
        @initialize()
        def begin(self):
            self.cases = [
                cases.given_to(cases.opened("supervisor_mdn", customer_id=customer_id), "agent_mdn"),
                cases.opened("agent_mdn", customer_id=customer_id),
            ]
            self.made = Counter()

        def attempt(self, username, act, case, version):
            service, given, _ = ACTS[act]
            given = {name: ids.get(value, value) if name == "user_id" else value for name, value in given.items()}
            if act not in UNVERSIONED:
                given["version"] = version

            def run():
                actor = actors[username]
                with scope(actor):
                    done = service(actor=actor, case_id=case.id, **given)
                return act, getattr(done, "version", 0)

            return run

        @rule(moves=st.lists(st.tuples(st.sampled_from(USERS), st.sampled_from(sorted(ACTS)), st.integers(0, 1)), min_size=1, max_size=3))
        def at_once(self, moves):
            self.play(moves)

        def play(self, moves):
            seen = {case.id: cases.fresh(case) for case in self.cases}
            standing = [seen[self.cases[place].id] for _, _, place in moves]
            self.settle(
                moves, standing, together(*(self.attempt(username, act, case, case.version) for (username, act, _), case in zip(moves, standing, strict=True)))
            )

        def settle(self, moves, standing, results):
            """Count what succeeded; what did not was refused, and of one version nothing was saved twice."""
            won = Counter()
            for (_, act, _), case, result in zip(moves, standing, results, strict=True):
                if isinstance(result, tuple):
                    self.made[case.id, act] += 1
                    if act not in UNVERSIONED:  # giving a case to who has it already changes nothing
                        won[case.id] += result[1] > case.version
                else:
                    assert isinstance(result, DomainError | GaveUp), repr(result)
            # Of those who saw the same version, one saved at most: nobody wrote over what they had not seen.
            assert all(count <= 1 for count in won.values()), (moves, results)

        @rule(acts=st.lists(st.sampled_from(("to_agent", "to_unit", "respond", "wait", "escalate", "note")), min_size=3, max_size=3), place=st.integers(0, 1))
        def at_one_case(self, acts, place):
            self.play([("supervisor_mdn", act, place) for act in acts])

        @rule(
            first=st.tuples(st.sampled_from(USERS), st.sampled_from(sorted(ACTS))),
            second=st.tuples(st.sampled_from(USERS), st.sampled_from(sorted(ACTS))),
            place=st.integers(0, 1),
            gives_up=st.booleans(),
        )
        def one_acts_while_another_has_not_committed(self, first, second, place, gives_up):
            """The first has done what it wanted and ends only when the second is through, or waits for it; it may also undo everything."""
            case = cases.fresh(self.cases[place])
            done, over, through = threading.Event(), threading.Event(), threading.Event()
            early, late = self.attempt(*first, case, case.version), self.attempt(*second, case, case.version)

            def holding():
                try:
                    with scope(actors[first[0]]):
                        try:
                            result = early()
                        finally:
                            done.set()
                        over.wait(30)
                        if gives_up:
                            raise GaveUp
                    return result
                finally:
                    done.set()

            def following():
                done.wait(30)
                try:
                    return late()
                finally:
                    through.set()

            def watching():
                done.wait(30)
                while not through.is_set() and not waits():
                    through.wait(0.01)
                over.set()

            results = together(holding, following, watching)[:2]
            assert results[0] is not None and results[1] is not None
            self.settle([(*first, place), (*second, place)], [case, case], results)

        @rule(act=st.sampled_from(sorted(ACTS)), place=st.integers(0, 1))
        def a_supervisor_alone_does_what_the_state_allows_and_nothing_else(self, act, place):
            case = cases.fresh(self.cases[place])
            expected = legal(act, case, ids["supervisor_mdn"])

            [result] = together(self.attempt("supervisor_mdn", act, case, case.version))

            assert isinstance(result, tuple) == expected, (act, case.status, result)
            self.settle([("supervisor_mdn", act, place)], [case], [result])
            if not expected:
                stands = cases.fresh(case)
                assert (stands.version, stands.status) == (case.version, case.status)

        @rule()
        def two_claim_the_next(self):
            before = {case.id: cases.fresh(case) for case in self.cases}

            def claim(username):
                def run():
                    with scope(actors[username]):
                        return assigning.case_claim_next(actor=actors[username]).id

                return run

            results = together(claim("agent_mdn"), claim("call_agent"))
            claimed = [result for result in results if not isinstance(result, Exception)]
            assert all(isinstance(result, DomainError) for result in results if isinstance(result, Exception)), results
            assert len(claimed) == len(set(claimed))
            assert all(before[one].assigned_to_user_id is None for one in claimed if one in before)
            self.made.update((one, "claim") for one in claimed)

        @rule(fails=st.booleans())
        def open_at_once(self, fails):
            def opening(breaks):
                def run():
                    with scope(actors["agent_mdn"]):
                        made = cases.opened("agent_mdn", customer_id=customer_id)
                        if breaks:
                            raise RuntimeError
                    return made

                return run

            made = [each for each in together(opening(False), opening(fails)) if isinstance(each, Case)]
            assert len(made) == 2 - fails
            for each in made:  # they are not part of the play: who claims the next one may get them
                cases.given_to(each, "supervisor_mdn")

        @invariant()
        def each_case_went_a_legal_way_that_its_log_tells(self):
            for case in getattr(self, "cases", ()):
                now = cases.fresh(case)
                with rows():
                    told = list(CaseActivity.objects.filter(case=case).order_by("created_at", "id"))
                    item = WorkflowItem.objects.get(subject_id=str(case.id))
                    audit = Counter(
                        row["action"] for row in query("SELECT action FROM audit.audit_logs WHERE object_id = %s AND outcome = 'ALLOWED'", (str(case.id),))
                    )
                steps = [row.data for row in told if row.activity_type in ("STATUS_CHANGE", "ESCALATE") and "from" in row.data]
                assert all(before["to"] == after["from"] for before, after in pairwise(steps)), steps
                assert all(Status(step["to"]) in FOLLOWS[Status(step["from"])] for step in steps)
                assert (steps[-1]["to"] if steps else "NEW") == now.status == item.state
                assert len(steps) == item.seq - 1
                hands = [row.data for row in told if row.activity_type == "ASSIGN"]
                assert all(before.get("to") == after.get("from") for before, after in pairwise(hands)), hands
                if hands:
                    assert hands[-1].get("to") == (str(now.assigned_to_user_id) if now.assigned_to_user_id else None)
                kinds, made = Counter(row.activity_type for row in told), Counter({act: count for (key, act), count in self.made.items() if key == case.id})
                assert (kinds["NOTE"], kinds["MESSAGE"]) == (made["note"], made["in"] + made["out"])
                assert (kinds["FINAL_RESPONSE"], audit["FINAL_RESPONSE"], audit["CLOSE_CASE"], audit["REOPEN_CASE"]) == (
                    made["respond"], made["respond"], made["close"], made["reopen"],
                )  # fmt: skip
                assert audit["ASSIGN_CASE"] == len(hands) and audit["ESCALATE_CASE"] == made["escalate"] == kinds["ESCALATE"]
                assert now.reopened == made["reopen"]
                assert (now.status in ("RESOLVED", "CLOSED")) == (now.final_response is not None) == (now.resolved_at is not None)
                assert (now.status == "CLOSED") == (now.closed_by is not None) == (now.resolution_code_id is not None)
                assert now.final_response in (None, ANSWER)

        @invariant()
        def numbers_have_no_gap(self):
            with rows():
                numbers = sorted(int(number.rsplit("-", 1)[1]) for number in Case.objects.values_list("case_no", flat=True))
                assert numbers == list(range(1, len(numbers) + 1))
                assert list(CaseNumber.objects.values_list("last_number", flat=True)) in ([], [len(numbers)])

    return Play


def test_of_two_who_assign_the_same_version_one_is_told_to_look_again(committed):
    people.organisation()
    customer, supervisor, agent = customers.customer("Rahmat Siregar", "MDN"), people.actor("supervisor_mdn"), people.user_id("agent_mdn")

    def giving(case, **to):
        def run():
            with scope(supervisor):
                return assigning.case_assign(actor=supervisor, case_id=case.id, version=case.version, **to).version

        return run

    for _ in range(5):
        case = cases.opened("supervisor_mdn", customer_id=customer.id)
        results = together(giving(case, user_id=agent), giving(case, unit_code="CALL"))
        assert sorted(type(result).__name__ for result in results) == ["StaleVersion", "int"]
        assert cases.fresh(case).version == case.version + 1


def test_colleagues_at_the_same_cases_lose_nothing_and_break_nothing(committed):
    people.organisation()
    customer = customers.customer("Rahmat Siregar", "MDN")
    play = machine(customer.id, {name: people.user_id(name) for name in ("agent_mdn", "supervisor_mdn")})

    run_state_machine_as_test(
        play,
        settings=settings(
            # What threads did is not to be repeated by making the play shorter.
            max_examples=EXAMPLES,
            phases=[Phase.generate],
            stateful_step_count=10,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
