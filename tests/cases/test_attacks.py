"""SQL as the application's own role, past every service: what the database refuses by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError

from simpul.cases.models import CaseCategory, CaseReminder
from simpul.cases.services import answering, watching
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from tests.support import cases, people
from tests.support.cases import ANSWER
from tests.support.database import rows, undone

ME = "iam.uid()"
CLOSE = f"closed_at = now(), closed_by = {ME}, resolution_code = 'SOLVED'"
RESOLVE = "resolved_at = now(), first_resolved_at = coalesce(first_resolved_at, now())"


def alter(username, case, change, **given):
    """The change as the user's own statement; how many rows it touched, or what the database said."""
    try:
        with undone(), scope(people.actor(username)):
            return execute(f"UPDATE crm.cases SET {change} WHERE case_id = %(id)s", {"id": case.id, **given})
    except DatabaseError as error:
        return type(error).__name__


REFUSED = {"IntegrityError", "ProgrammingError", "InternalError", "OperationalError", "DataError", 0}


@pytest.fixture
def mine(organisation):
    return cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn", "CALL")


@pytest.mark.covers("US-08 AC-1", "15.3.3-4")
@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn"])
@pytest.mark.parametrize(
    "change",
    [
        f"status = 'CLOSED', {CLOSE}, {RESOLVE}",
        f"status = 'CLOSED', final_response = '{ANSWER}', {CLOSE}, {RESOLVE}",
        f"status = 'RESOLVED', {RESOLVE}",
        f"status = 'RESOLVED', final_response = '', {RESOLVE}",
        f"status = 'RESOLVED', final_response = '{'x' * 19}     ', {RESOLVE}",
        f"status = 'CLOSED', final_response = '{ANSWER}'",
        "closed_at = now()",
    ],
)
def test_no_statement_closes_or_answers_a_case_without_its_answer(mine, username, change):
    assert alter(username, mine, change) in REFUSED


def test_a_case_is_closed_as_oneself_only(mine):
    with scope(people.actor("agent_mdn")):
        answering.case_respond(actor=people.actor("agent_mdn"), case_id=mine.id, version=mine.version, final_response=ANSWER)
    other = CLOSE.replace(ME, "%(other)s")
    assert alter("agent_mdn", mine, f"status = 'CLOSED', {other}", other=people.user_id("supervisor_mdn")) in REFUSED
    assert alter("agent_mdn", mine, f"status = 'CLOSED', {CLOSE}") == 1
    for change in ("final_response = 'Jawaban lain yang cukup panjang.'", "resolved_at = now()", "status = 'IN_PROGRESS'"):
        assert alter("agent_mdn", mine, change) in REFUSED, change


@pytest.fixture
def proposed(mine):
    with rows():
        CaseCategory.objects.filter(pk="TRX_FAIL").update(needs_review=True)
    agent = people.actor("agent_mdn")
    with scope(agent):
        answering.case_respond(actor=agent, case_id=mine.id, version=mine.version, final_response=ANSWER)
    return cases.fresh(mine)


DECIDE = "review = NULL, proposed_response = NULL, proposed_by = NULL, proposed_at = NULL"
APPROVE = f"status = 'RESOLVED', final_response = proposed_response, {DECIDE}, {RESOLVE}"


@pytest.mark.parametrize(
    ("username", "change"),
    [
        ("agent_mdn", f"{APPROVE}, reviewed_by = {ME}"),
        ("agent_mdn", f"{APPROVE}, reviewed_by = %(other)s"),
        ("agent_mdn", APPROVE),
        ("agent_mdn", "proposed_by = %(other)s"),
        ("agent_mdn", f"category_code = 'OTHER', {APPROVE}, reviewed_by = {ME}"),
        ("supervisor_mdn", f"status = 'RESOLVED', final_response = 'Jawaban yang tidak pernah diperiksa.', {DECIDE}, {RESOLVE}, reviewed_by = {ME}"),
        ("call_agent", f"{APPROVE}, reviewed_by = {ME}, assigned_to_user_id = {ME}"),
        ("call_agent", f"{APPROVE}, reviewed_by = {ME}, priority = 'LOW'"),
        ("call_agent", f"review = 'RETURNED', reviewed_by = {ME}, proposed_response = 'Teks lain dari pemeriksa jawaban.'"),
        ("call_agent", "priority = 'LOW'"),
        ("call_agent", f"reviewed_by = {ME}"),
        ("agent_bnj", f"{APPROVE}, reviewed_by = {ME}"),
        ("rm_mdn", f"{APPROVE}, reviewed_by = {ME}"),
    ],
)
def test_an_answer_under_review_passes_nobody_but_somebody_else_and_as_it_stands(proposed, username, change):
    given = {"other": people.user_id("supervisor_mdn")} if "%(other)s" in change else {}
    assert alter(username, proposed, change, **given) in REFUSED


def test_somebody_else_in_reach_may_decide_about_the_answer_itself(proposed):
    for username in ("call_agent", "supervisor_mdn"):
        assert alter(username, proposed, f"{APPROVE}, reviewed_by = {ME}") == 1
        assert alter(username, proposed, f"review = 'RETURNED', reviewed_by = {ME}") == 1


def test_the_place_in_the_workflow_moves_with_a_step_only(mine):
    with pytest.raises(DatabaseError, match="An item rests in the state"), undone(), scope(people.actor("agent_mdn")):
        execute("UPDATE crm.workflow_items SET state = 'CLOSED', ended = true WHERE subject_id = %s", (str(mine.id),))
        execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_nobody_writes_the_log_as_another_or_writes_it_anew(mine):
    other = people.user_id("supervisor_mdn")
    with pytest.raises(DatabaseError), undone(), scope(people.actor("agent_mdn")):
        execute(
            "INSERT INTO crm.case_activities (activity_id, case_id, activity_type, message, actor_user_id) VALUES (gen_random_uuid(), %s, 'NOTE', 'x', %s)",
            (mine.id, other),
        )
    for statement in ("UPDATE crm.case_activities SET message = 'lain'", "DELETE FROM crm.case_activities", "DELETE FROM crm.cases"):
        with undone(), scope(people.actor("supervisor_mdn")):
            assert execute(statement) == 0


def test_everybody_watches_for_themself_and_reads_the_own_reminders_only(mine):
    agent, other = people.actor("agent_mdn"), people.user_id("supervisor_mdn")
    with scope(agent):
        watching.case_remind(actor=agent, case_id=mine.id, at=now() + timedelta(days=1), note="Hubungi bank tujuan.")
    with scope(people.actor("supervisor_mdn")):
        assert query("SELECT * FROM crm.case_reminders") == []
    with pytest.raises(DatabaseError), undone(), scope(agent):
        execute("INSERT INTO crm.case_watchers (case_id, user_id) VALUES (%s, %s)", (mine.id, other))
    with pytest.raises(DatabaseError), undone(), scope(people.actor("agent_bnj")):
        execute("INSERT INTO crm.case_watchers (case_id, user_id) VALUES (%s, iam.uid())", (mine.id,))
    with rows():
        assert CaseReminder.objects.get().user_id == agent.id
