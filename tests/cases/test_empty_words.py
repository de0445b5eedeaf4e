"""Invisible text and signs alone are no final response, no description and no reason, whichever door they come by."""

from __future__ import annotations

import pytest

from simpul.workflow.models import WorkflowItem
from tests.cases.test_steps import at
from tests.support import cases, customers
from tests.support.database import rows

NOTHING = ("\u2060" * 30, "\u200b" * 30, "\u3164" * 30, "." * 30)


@pytest.mark.parametrize("nothing", NOTHING)
def test_no_act_on_a_case_takes_a_text_that_says_nothing(client_of, organisation, nothing):
    client = client_of("supervisor_mdn")
    customer = customers.customer("Rahmat Siregar", "MDN")
    complaint = {"customer_id": str(customer.id), "channel": "CALL_CENTER", "category_code": "TRX_FAIL", "priority": "MEDIUM"}
    answers = {"create": client.api("POST", "/cases", {**complaint, "description": nothing})}
    for status, act, body in (
        ("IN_PROGRESS", "respond", {"final_response": nothing}),
        ("IN_PROGRESS", "escalate", {"level": 2, "note": nothing}),
        ("IN_PROGRESS", "notes", {"text": nothing}),
        ("IN_PROGRESS", "messages", {"text": nothing, "direction": "OUT"}),
        ("IN_PROGRESS", "move", {"transition": "resolve", "fields": {"final_response": nothing}}),
        ("IN_PROGRESS", "terms", {"priority": "HIGH", "reason": nothing}),
        ("RESOLVED", "reopen", {"reason": nothing}),
    ):
        case = at(status)
        seen = {} if act in ("notes", "messages") else {"version": case.version}
        answers[act] = client.api("POST", f"/cases/{case.id}/{act}", {**seen, **body})
        assert cases.fresh(case).version == case.version
    with rows():
        case = at("IN_PROGRESS")
        item = WorkflowItem.objects.get(subject_id=str(case.id))
    answers["door"] = client.api(
        "POST", f"/workflow-items/{item.id}/moves", {"transition": "resolve", "version": item.seq, "fields": {"final_response": nothing}}
    )
    assert {act: answer.status_code for act, answer in answers.items()} == dict.fromkeys(answers, 422)
