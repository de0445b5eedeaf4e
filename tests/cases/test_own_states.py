"""States and transitions that an administrator adds to the workflow of cases: the next case walks through them, without code."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from simpul.cases.models import CaseActivity
from simpul.workflow.models import WorkflowItem
from tests.cases.test_steps import edited
from tests.support import cases
from tests.support.cases import ANSWER
from tests.support.database import rows

VENDOR = {"id": "Menunggu vendor", "en": "Waiting for the vendor"}
BY = {"roles": ["AGENT", "SUPERVISOR"], "reach": "BRANCH"}
ASK = {"key": "ask_vendor", "title": {"id": "Tanya vendor", "en": "Ask the vendor"}, "from": ["IN_PROGRESS"], "to": "VENDOR", "by": BY,
       "required": [{"field": "reason", "min_length": 5}]}  # fmt: skip
BACK = {"key": "vendor_said", "title": {"id": "Vendor menjawab", "en": "The vendor answered"}, "from": ["VENDOR"], "to": "IN_PROGRESS", "by": BY}


def vendor(content: dict[str, Any], of: dict[str, Any], **state: Any) -> None:
    content["states"].append({"key": "VENDOR", "title": VENDOR, "kind": "task", "lane": "unit", "counts_as": "IN_PROGRESS", **state})
    content["transitions"] += [deepcopy(ASK), deepcopy(BACK)]


def in_hand(username: str = "agent_mdn") -> Any:
    """A new case of an agent's, who works on it."""
    return cases.given_to(cases.opened("system"), username)


def acted(client: Any, case: Any, act: str, **body: Any) -> Any:
    return client.api("POST", f"/cases/{case.id}/{act}", {"version": cases.fresh(case).version, **body})


def offered(page: dict[str, Any]) -> dict[str, tuple[str | None, bool]]:
    return {move["transition"]: (move["act"], move["allowed"]) for move in page["moves"]}


def test_the_next_case_walks_through_a_state_that_an_administrator_added(client_of, organisation):
    before = in_hand()
    assert edited(client_of("admin"), vendor).status_code == 200
    agent, case = client_of("agent_mdn"), in_hand()
    assert acted(agent, before, "take").json()["moves"] == [each for each in acted(agent, case, "take").json()["moves"] if each["transition"] != "ask_vendor"]
    page = agent.api("GET", f"/cases/{case.id}").json()
    own = next(move for move in page["moves"] if move["act"] is None)
    assert (own["title"], own["allowed"], [(each["field"], each["min_length"]) for each in own["required"]]) == ("Tanya vendor", True, [("reason", 5)])

    missing = acted(agent, case, "move", transition="ask_vendor")
    assert (missing.status_code, list(missing.json()["errors"])) == (422, ["reason"])
    asked = acted(agent, case, "move", transition="ask_vendor", reason="Surat ke vendor ATM sudah dikirim.").json()

    assert (asked["status"], asked["state_name"]) == ("IN_PROGRESS", "Menunggu vendor")
    assert offered(asked) == {"vendor_said": (None, True)}
    # What its workflow has from there, and nothing else; notes and assigning are no steps.
    assert {act for act, may in asked["can"].items() if may} == {"open", "note", "message", "reclassify", "extend", "attach", "move", "watch", "remind"}
    assert asked["reasons"]["respond"] == (
        "Kasus berada di “Menunggu vendor”, dan alur kerjanya tidak punya langkah “Jawab” dari sana. Yang ada: “Vendor menjawab”."
    )
    refused = acted(agent, case, "respond", final_response=ANSWER)
    assert (refused.status_code, refused.json()["detail"]) == (409, asked["reasons"]["respond"])

    line = agent.api("GET", f"/cases/{case.id}/activities").json()["items"][0]
    assert (line["type"], line["from_"], line["to"], line["text"]) == (
        "STATUS_CHANGE", "Dikerjakan", "Menunggu vendor", "Tanya vendor. Surat ke vendor ATM sudah dikirim.",
    )  # fmt: skip
    row = next(each for each in agent.api("GET", "/cases", {"status": "IN_PROGRESS"}).json()["items"] if each["id"] == str(case.id))
    assert (row["status"], row["state_name"]) == ("IN_PROGRESS", "Menunggu vendor")

    back = acted(agent, case, "move", transition="vendor_said").json()
    assert (back["status"], back["state_name"], back["can"]["respond"]) == ("IN_PROGRESS", None, True)
    assert acted(agent, case, "respond", final_response=ANSWER).json()["status"] == "RESOLVED"
    assert acted(agent, case, "close", resolution_code="SOLVED").json()["status"] == "CLOSED"
    with rows():
        assert WorkflowItem.objects.get(subject_id=str(case.id)).state == "CLOSED"


def test_who_may_not_work_on_the_case_is_offered_no_step_of_it(client_of, organisation):
    assert edited(client_of("admin"), vendor).status_code == 200
    case, other = in_hand("supervisor_mdn"), client_of("agent_mdn")
    acted(client_of("supervisor_mdn"), case, "take")

    assert offered(other.api("GET", f"/cases/{case.id}").json())["ask_vendor"] == (None, False)
    assert acted(other, case, "move", transition="ask_vendor", reason="Mencoba saja.").status_code == 403
    assert cases.fresh(case).own_state is None


def test_a_case_in_an_added_state_is_escalated(client_of, organisation):
    """By its own step where the workflow has one, else in its level alone."""
    assert edited(client_of("admin"), vendor).status_code == 200
    supervisor, case = client_of("supervisor_mdn"), in_hand("supervisor_mdn")
    acted(supervisor, case, "take")
    acted(supervisor, case, "move", transition="ask_vendor", reason="Surat dikirim.")
    raised = acted(supervisor, case, "escalate", level=2, note="Vendor diam.").json()
    assert (raised["status"], raised["state_name"], raised["escalation_level"]) == ("IN_PROGRESS", "Menunggu vendor", 2)
    assert acted(supervisor, case, "escalate", level=2, note="Lagi.").status_code == 409

    with rows():
        assert CaseActivity.objects.filter(case=case, activity_type="ESCALATE").count() == 1

    assert edited(client_of("admin"), lambda content, of: of["escalate"]["from"].append("VENDOR")).status_code == 200
    case = in_hand("supervisor_mdn")
    acted(supervisor, case, "take")
    acted(supervisor, case, "move", transition="ask_vendor", reason="Surat dikirim.")
    moved = acted(supervisor, case, "escalate", level=2, note="Vendor diam.").json()
    assert (moved["status"], moved["state_name"], moved["escalation_level"]) == ("ESCALATED", None, 2)


def test_a_state_that_counts_as_waiting_stops_the_clock_and_its_step_asks_why(client_of, organisation):
    def waits(content, of):
        vendor(content, of, counts_as="WAITING_INFO")

    refused = edited(client_of("admin"), waits)
    assert [problem["code"] for problem in refused.json()["problems"]] == ["field_wanted"]

    def asked(content, of):
        waits(content, of)
        content["transitions"][-2]["required"] = [{"field": "reason_code"}]

    admin = client_of("admin")
    shown = admin.api("GET", "/workflows/case").json()
    assert admin.api("DELETE", f"/workflows/case/draft?version={shown['draft']['version']}").status_code == 200
    assert edited(admin, asked).status_code == 200
    agent, case = client_of("agent_mdn"), in_hand()
    acted(agent, case, "take")
    waiting = acted(agent, case, "move", transition="ask_vendor", fields={"reason_code": "OTHER_BANK"}).json()
    assert (waiting["status"], waiting["state_name"], waiting["waiting"], offered(waiting)) == (
        "WAITING_INFO",
        "Menunggu vendor",
        True,
        {"vendor_said": (None, True)},
    )
    clocks = {clock["clock"]: clock["state"] for clock in agent.api("GET", f"/cases/{case.id}/clocks").json()["items"]}
    assert clocks["RESOLUTION"] == "WAITING"
    assert acted(agent, case, "move", transition="vendor_said").json()["status"] == "IN_PROGRESS"


def test_an_own_step_to_an_answer_asks_what_answering_asks(client_of, organisation):
    def change(content, of):
        content["transitions"].append({**deepcopy(of["resolve"]), "key": "answer_short", "title": {"id": "Jawab cepat", "en": "Answer"}, "checks": []})

    assert edited(client_of("admin"), change).status_code == 200
    with rows():
        cases.CaseCategory.objects.filter(pk="TRX_FAIL").update(needs_review=True)
    agent, case = client_of("agent_mdn"), in_hand()
    page = acted(agent, case, "take").json()
    own = next(move for move in page["moves"] if move["transition"] == "answer_short")
    assert (own["allowed"], own["reason"]) == (False, "Jawaban kategori ini diperiksa dahulu oleh orang lain.")
    assert acted(agent, case, "move", transition="answer_short", fields={"final_response": ANSWER}).status_code == 403
    assert cases.fresh(case).status == "IN_PROGRESS"


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ({"counts_as": None}, "counts_as_missing"),
        ({"counts_as": "DONE"}, "unknown_status"),
        ({"counts_as": "CLOSED"}, "ends_differ"),
        ({"counts_as": "NEW"}, "never_follows"),
    ],
)
def test_a_state_that_counts_as_nothing_possible_is_refused_at_publishing(client_of, state, code):
    refused = edited(client_of("admin"), lambda content, of: vendor(content, of, **state))
    assert refused.status_code == 422
    assert code in [problem["code"] for problem in refused.json()["problems"]]


@pytest.mark.parametrize("guard", [{"cel": 'priority == "URGENT"'}, {"rule": {"field": "priority", "op": "eq", "value": "URGENT"}}])
def test_a_guard_that_compares_with_a_value_outside_the_choices_is_refused_at_publishing(client_of, guard):
    refused = edited(client_of("admin"), lambda content, of: of["escalate"].update(guard=guard))
    assert refused.status_code == 422
    assert [problem["path"].split("/")[:4] for problem in refused.json()["problems"]] == [["", "transitions", "2", "guard"]]
