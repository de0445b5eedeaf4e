"""Rules over pages of lists, attempts at other branches and failed sign-ins."""

from __future__ import annotations

from datetime import timedelta

from simpul.oversight.services.suspicion import watch
from simpul.platform.db import execute
from simpul.platform.ids import ANONYMOUS_ID
from tests.oversight.test_suspicion import NOON, alerts, start_watch
from tests.support import people
from tests.support.database import rows


def test_rows_of_lists_and_exports_add_up_attempts_at_other_branches_are_told_apart_and_an_attacked_account_is_named(organisation):
    attacked = people.user_id("agent_bnj")
    with rows():
        for index in range(10):
            for user, meta in (("agent_mdn", '{"rows": 500}'), ("rm_mdn", '{"rows": 499}')):
                execute(
                    """INSERT INTO audit.audit_logs (created_at, action, object_type, object_id, actor_user_id, outcome, meta)
                       VALUES (%s, %s, 'CASE', 'cases_list', %s, 'ALLOWED', %s)""",
                    (NOON + timedelta(minutes=index), "EXPORT_DATA" if index == 3 else "VIEW_LIST", people.user_id(user), meta),
                )
        for index in range(8):
            execute(
                """INSERT INTO audit.audit_logs (created_at, action, object_type, object_id, actor_user_id, outcome, meta)
                   VALUES (%s, 'SIGN_IN_FAILED', 'USER', %s, %s, 'DENIED', '{}')""",
                (NOON + timedelta(minutes=index), str(attacked), ANONYMOUS_ID),
            )
        for index in range(6):
            execute(
                """INSERT INTO audit.audit_logs (created_at, action, object_type, object_id, actor_user_id, outcome, branch_code, meta)
                   VALUES (%s, 'VIEW_DENIED', 'CUSTOMER', 'x', %s, 'DENIED', %s, '{}')""",
                (NOON + timedelta(minutes=index), people.user_id("supervisor_mdn"), "BNJ"),
            )
    start_watch(NOON - timedelta(hours=2))

    watch(until=NOON + timedelta(hours=2))

    assert [(alert["rule_key"], alert["username"], alert["figures"]["peak"], alert["figures"]["rows"]) for alert in alerts()] == [
        ("ATTACKED_ACCOUNT", "agent_bnj", 8, 8),
        ("BULK_READING", "agent_mdn", 5000, 10),
        ("OTHER_BRANCHES", "supervisor_mdn", 6, 6),
    ]
