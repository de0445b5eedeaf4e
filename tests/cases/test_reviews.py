"""Answers that wait for a review, when the case comes into a category that asks for none."""

from __future__ import annotations

import pytest

from simpul.cases.services import answering
from simpul.cases.services.terms import case_reclassify
from tests.cases.test_handling import ANSWER, log_of, under_review, versioned
from tests.support import people

OTHER_ANSWER = "Dana sudah masuk ke rekening nasabah kemarin sore."


@pytest.fixture
def case(organisation):
    return under_review()


def reclassified(case):
    versioned("supervisor_mdn", case_reclassify, case, category_code="CARD_ATM", reason="Salah kategori.")


def said(case):
    """The author and the reviewer of the last answer, as the log names them."""
    data = [data for kind, data in log_of(case) if kind == "FINAL_RESPONSE"][-1]
    return data["author"], data.get("reviewed_by")


def test_an_answer_is_its_authors_although_another_was_given_back_before(case):
    versioned("call_agent", answering.case_review, case, approve=False, note="Sebutkan tanggal.")
    reclassified(case)

    resolved = versioned("supervisor_mdn", answering.case_respond, case, final_response=OTHER_ANSWER)

    assert said(case) == (str(people.user_id("supervisor_mdn")), None)
    assert (resolved.final_response, resolved.reviewed_by) == (OTHER_ANSWER, None)


def test_what_waits_is_still_approved_by_a_colleague(case, client_of):
    reclassified(case)
    assert client_of("call_agent").api("GET", f"/cases/{case.id}").json()["can"]["review"]

    resolved = versioned("call_agent", answering.case_review, case, approve=True)

    assert said(case) == (str(people.user_id("agent_mdn")), str(people.user_id("call_agent")))
    assert (resolved.status, resolved.reviewed_by) == ("RESOLVED", people.user_id("call_agent"))


@pytest.mark.parametrize("answer", [ANSWER, OTHER_ANSWER])
def test_its_agent_need_not_wait_any_more(case, client_of, answer):
    reclassified(case)
    assert client_of("agent_mdn").api("GET", f"/cases/{case.id}").json()["can"]["respond"]

    resolved = versioned("agent_mdn", answering.case_respond, case, final_response=answer)

    assert said(case) == (str(people.user_id("agent_mdn")), None)
    assert (resolved.status, resolved.final_response, resolved.proposed_by) == ("RESOLVED", answer, None)
