"""Every CHECK of the tables of cases, by its own expression: what it refuses and what it just lets pass.

A CHECK that is missing, or a new one without examples here, fails the first test.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from simpul.platform.db import query
from tests.support.database import rows

pytestmark = pytest.mark.django_db

TABLES = (
    "cases", "case_clock_events", "case_activities", "case_numbers", "case_watchers", "case_reminders", "case_extensions", "case_intake", "case_replies",
    "case_views", "case_view_marks", "case_categories", "case_resolutions", "case_legal_rules", "sla_policies", "sla_policy_versions",
)  # fmt: skip
ID = "00000000-0000-7000-8000-000000000001"
OTHER = "00000000-0000-7000-8000-000000000002"
AT, LATER = "2026-12-01T03:00:00Z", "2026-12-02T03:00:00Z"
ANSWERED = {"status": "RESOLVED", "final_response": "x" * 20, "resolved_at": AT, "first_resolved_at": AT}
CLOSED = {**ANSWERED, "status": "CLOSED", "closed_at": AT, "closed_by": ID, "resolution_code": "SOLVED"}
PROPOSED = {"review": "WAITING", "proposed_response": "x" * 20, "proposed_by": ID, "proposed_at": AT}
TERMS = {"policy_version_id": ID, "rule_category": "OTHER", "priority": "LOW", "kind": "VERBAL"}
STOP = {"seq": 2, "change": "STOP", "clock": "RESOLUTION"}
CORRECT = {"seq": 3, "change": "CORRECT", "corrects": 2, "moved_to": AT, "occurred_at": AT}
DECIDED = {"status": "APPROVED", "decided_by": OTHER, "decided_at": AT}
ACCEPTED = {"status": "ACCEPTED", "decided_by": ID, "decided_at": AT, "case_id": ID}
DISCARDED = {"status": "DISCARDED", "decided_by": ID, "decided_at": AT, "discard_reason": "Iklan"}
NAMES = [{"name_en": "x"}, {"name_en": " x "}, {"name_en": "x" * 81}]
TITLES = [{"title": {"id": "", "en": "x"}}, {"title": {"id": "x", "en": ""}}, {"title": {"id": "x" * 81, "en": "x"}}, {"title": {"id": "x", "en": "x" * 81}}]
KEYS = [{"key": "x"}, {"key": "ab"}, {"key": "Abc"}, {"key": "1bc"}, {"key": "abc-"}, {"key": "a" * 41}]
CODES = ["X", "x1", "1X", "A-B", "A" * 31]

# Of each CHECK what it refuses, and what it just lets pass.
EXAMPLES: dict[str, dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]]] = {
    "case_activities": {
        "case_activities_data_object": ([{"data": []}, {"data": "x"}, {"data": 1}], [{"data": {}}]),
        "case_activities_message_length": ([{"message": "x" * 10_001}], [{"message": "x" * 10_000}, {"message": None}]),
        "case_activities_type_known": ([{"activity_type": "DELETE"}, {"activity_type": ""}], [{"activity_type": "SLA"}]),
    },
    "case_categories": {
        "case_categories_code_shape": ([{"category_code": code} for code in CODES], [{"category_code": "A" * 30}]),
        "case_categories_hours": ([{"default_sla_hours": 0}, {"default_sla_hours": 8761}], [{"default_sla_hours": 1}, {"default_sla_hours": 8760}]),
        "case_categories_named": (
            [*({**one, "category_name": "xx"} for one in NAMES), *({"category_name": one["name_en"], "name_en": "xx"} for one in NAMES)],
            [{"category_name": "xx", "name_en": "x" * 80}],
        ),
        "case_categories_no_own_parent": ([{"category_code": "AB", "parent_code": "AB"}], [{"category_code": "AB", "parent_code": "CD"}]),
        "case_categories_version_counts": ([{"version": 0}], [{"version": 1}]),
    },
    "case_clock_events": {
        "case_clock_events_begin": (
            [{"seq": 0, "change": "PAUSE"}, {"seq": 1, "change": "PAUSE"}, {"seq": 2, "change": "START"}],
            [{"seq": 1, "change": "START"}],
        ),
        "case_clock_events_calendars": (
            [{"change": "PAUSE", "calendars": []}, {"change": "CALENDAR", "calendars": {}}],
            [{"change": "PAUSE", "calendars": {}}, {"change": "CALENDAR", "calendars": {"always": 2}}],
        ),
        "case_clock_events_change_known": ([{"change": "SLEEP"}], [{"change": "EXTEND"}]),
        "case_clock_events_clock": (
            [{**STOP, "clock": "LEGAL"}, {**STOP, "clock": None}, {"change": "PAUSE", "clock": "RESOLUTION"}],
            [STOP, {"change": "PAUSE"}],
        ),
        "case_clock_events_correction": (
            [{**CORRECT, "corrects": None}, {**CORRECT, "corrects": 3}, {**CORRECT, "moved_to": LATER}, {"change": "PAUSE", "seq": 3, "corrects": 2}],
            [CORRECT, {**CORRECT, "moved_to": None}],
        ),
        "case_clock_events_reason": ([{"reason": "x" * 61}], [{"reason": "x" * 60}]),
        "case_clock_events_terms": (
            [
                {"change": "START"},
                {"change": "POLICY", **TERMS, "kind": None},
                {"change": "PAUSE", **TERMS},
                {"change": "PAUSE", "priority": "LOW"},
                {"change": "PAUSE", "legal_rules_id": ID},
            ],
            [{"change": "START", **TERMS, "legal_rules_id": ID}, {"change": "POLICY", **TERMS}, {"change": "PAUSE"}],
        ),
    },
    "case_extensions": {
        "case_extensions_decided_by_another": (
            [
                {"status": "APPROVED"},
                {**DECIDED, "status": "WAITING"},
                {**DECIDED, "decided_by": ID},
                {**DECIDED, "decided_at": None},
                {"status": "WAITING", "decided_by": OTHER},
                {"status": "REFUSED", "decided_at": AT},
            ],
            [{"status": "WAITING"}, DECIDED, {**DECIDED, "status": "REFUSED"}],
        ),
        "case_extensions_note_length": (
            [{"note": "x" * 9}, {"note": " " * 20}, {"note": "x" * 2_001}, {"note": "x" * 10, "decision_note": "x" * 2_001}],
            [{"note": "x" * 10, "decision_note": "x" * 2_000}, {"note": "x" * 2_000}],
        ),
        "case_extensions_reason_known": ([{"reason_code": "TIRED"}], [{"reason_code": "RESEARCH"}]),
        "case_extensions_status_known": ([{"status": "MAYBE"}], [{"status": "REFUSED"}]),
    },
    "case_intake": {
        "case_intake_channel_known": ([{"channel": "FAX"}], [{"channel": "WEB"}]),
        "case_intake_decided_whole": (
            [
                {"status": "ACCEPTED"},
                {**ACCEPTED, "status": "WAITING"},
                {**ACCEPTED, "case_id": None},
                {**ACCEPTED, "discard_reason": "Iklan"},
                {**DISCARDED, "discard_reason": ""},
                {**DISCARDED, "case_id": ID},
                {"status": "WAITING", "discard_reason": "Iklan"},
                {"status": "LOST"},
                {**ACCEPTED, "decided_by": None},
                {**DISCARDED, "decided_at": None},
            ],
            [{"status": "WAITING"}, ACCEPTED, DISCARDED],
        ),
        "case_intake_discard_length": ([{"discard_reason": "x" * 501}], [{"discard_reason": "x" * 500}]),
        "case_intake_placed": ([{"customer_id": ID}], [{"customer_id": ID, "branch_code": "MDN"}, {"branch_code": None}]),
        "case_intake_reasons": ([{"reasons": [], "status": "WAITING"}], [{"reasons": ["NO_KIND"], "status": "WAITING"}, {"reasons": [], "status": "ACCEPTED"}]),
    },
    "case_legal_rules": {
        "case_legal_rules_days": (
            [
                {name: bad}
                for name, least in (("verbal_days", 1), ("written_days", 1), ("extension_days", 0), ("pause_cap_days", 0))
                for bad in (least - 1, 251)
            ],
            [{"verbal_days": 1, "written_days": 250, "extension_days": 0, "pause_cap_days": 250}],
        ),
        "case_legal_rules_key_shape": (KEYS, [{"key": "abc"}, {"key": "a" * 40}]),
        "case_legal_rules_number_counts": ([{"number": 0}], [{"number": 1}]),
        "case_legal_rules_source": ([{"source": "x" * 201}, {"note": "x" * 501}], [{"source": "x" * 200, "note": "x" * 500}]),
        "case_legal_rules_title_whole": (TITLES, [{"title": {"id": "x" * 80, "en": "x"}}]),
    },
    "case_numbers": {
        "case_numbers_counts": (
            [{"last_number": 0, "year": 2026}, {"last_number": 1, "year": 1999}, {"last_number": 1, "year": 2200}],
            [{"last_number": 1, "year": 2000}, {"last_number": 1, "year": 2199}],
        )
    },
    "case_reminders": {"case_reminders_note_length": ([{"note": "x" * 501}], [{"note": "x" * 500}])},
    "case_replies": {
        "case_replies_lengths": (
            [{"title": " ", "body": "x"}, {"title": "x" * 121, "body": "x"}, {"title": "x", "body": " "}, {"title": "x", "body": "x" * 5_001}],
            [{"title": "x" * 120, "body": "x" * 5_000}],
        ),
        "case_replies_version_counts": ([{"version": 0}], [{"version": 1}]),
    },
    "case_resolutions": {
        "case_resolutions_code_shape": ([{"resolution_code": code} for code in CODES], [{"resolution_code": "A" * 30}]),
        "case_resolutions_named": (
            [*({**one, "resolution_name": "xx"} for one in NAMES), *({"resolution_name": one["name_en"], "name_en": "xx"} for one in NAMES)],
            [{"resolution_name": "xx", "name_en": "x" * 80}],
        ),
        "case_resolutions_version_counts": ([{"version": 0}], [{"version": 1}]),
    },
    "case_views": {
        "case_views_counts": ([{"version": 0}], [{"version": 1}]),
        "case_views_filters_object": ([{"filters": []}, {"filters": {"x": "x" * 4_000}}], [{"filters": {}}]),
        "case_views_named": ([{"name": "  "}, {"name": "x" * 61}], [{"name": "x" * 60}]),
    },
    "cases": {
        "cases_amount": ([{"amount": -0.01}], [{"amount": 0}, {"amount": None}]),
        "cases_channel_known": ([{"channel": "FAX"}], [{"channel": "WHATSAPP"}]),
        "cases_closed": (
            [
                {**CLOSED, "closed_at": None},
                {**CLOSED, "closed_by": None},
                {**CLOSED, "resolution_code": None},
                {**ANSWERED, "closed_at": AT},
                {**ANSWERED, "closed_by": ID},
                {**ANSWERED, "resolution_code": "SOLVED"},
            ],
            [CLOSED, ANSWERED, {"status": "NEW"}],
        ),
        "cases_complainant_has_authority": (
            [{"complainant": "Budi"}, {"complainant": "Budi", "complainant_authority": "  "}],
            [{"complainant": ""}, {"complainant": "Budi", "complainant_authority": "Kuasa"}],
        ),
        "cases_counts": ([{"version": 0}, {"reopened": -1}], [{"version": 1, "reopened": 0}]),
        "cases_description_length": (
            [{"description": "x" * 9}, {"description": " " * 20}, {"description": "x" * 10_001}],
            [{"description": "x" * 10}, {"description": "x" * 10_000}],
        ),
        "cases_escalation_level": ([{"escalation_level": -1}, {"escalation_level": 4}], [{"escalation_level": 0}, {"escalation_level": 3}]),
        "cases_kind_known": ([{"kind": "SUNG"}], [{"kind": "VERBAL"}]),
        "cases_law": (
            [{"legal_rules_id": ID, "legal_due_at": None}, {"legal_rules_id": None, "legal_due_at": AT}],
            [{"legal_rules_id": ID, "legal_due_at": AT}],
        ),
        "cases_own_state_shape": (
            [{"own_state": "vendor"}, {"own_state": ""}, {"status": "NEW", "own_state": "NEW"}],
            [{"own_state": None, "status": "NEW"}, {"own_state": "VENDOR", "status": "NEW"}],
        ),
        "cases_number_shape": (
            [{"case_no": one} for one in ("", "CASE-2026-MDN-00001", "CASE-26-MDN-000001", "CASE-2026-mdn-000001", "2026-MDN-000001", "CASE-2026-MDN-000001x")],
            [{"case_no": "CASE-2026-KCP_A-1-1000000"}],
        ),
        "cases_priority_known": ([{"priority": "URGENT"}], [{"priority": "CRITICAL"}]),
        "cases_proposal_length": (
            [{"proposed_response": "x" * 19 + "  "}, {"proposed_response": "x" * 10_001}],
            [{"proposed_response": "x" * 20}, {"proposed_response": None}],
        ),
        "cases_proposal_whole": (
            [*({**PROPOSED, "status": "NEW", name: None} for name in PROPOSED), {**PROPOSED, **ANSWERED}, {**PROPOSED, **CLOSED}],
            [{**PROPOSED, "status": "ESCALATED"}, ANSWERED],
        ),
        "cases_resolved": (
            [{**ANSWERED, "resolved_at": None}, {**ANSWERED, "first_resolved_at": None}, {"status": "IN_PROGRESS", "resolved_at": AT, "first_resolved_at": AT}],
            [ANSWERED, CLOSED, {"status": "IN_PROGRESS", "first_resolved_at": AT}],
        ),
        "cases_review_known": ([{"review": "MAYBE"}], [{"review": "RETURNED"}, {"review": None}]),
        "cases_status_known": ([{"status": "GONE"}], [{"status": "WAITING_INFO"}]),
        "cases_texts_length": (
            [
                *({name: "x" * 121} for name in ("product", "transaction_ref", "complainant", "contact_preference")),
                {"complainant_authority": "x" * 501},
                {"final_response": "x" * 10_001},
            ],
            [{"product": "x" * 120, "complainant_authority": "x" * 500, "final_response": "x" * 10_000}],
        ),
        "ck_case_close_requires_final_response": (
            [{**one, "final_response": text} for one in (ANSWERED, CLOSED) for text in (None, "", " " * 30, "x" * 19, "x" * 19 + "     ")],
            [ANSWERED, CLOSED, {"status": "WAITING_INFO", "final_response": None}],
        ),
    },
    "sla_policies": {
        "sla_policies_draft_object": ([{"draft": []}], [{"draft": {}}, {"draft": None}]),
        "sla_policies_key_shape": (KEYS, [{"key": "abc"}]),
        "sla_policies_revision_counts": ([{"revision": 0}], [{"revision": 1}]),
        "sla_policies_title_whole": (TITLES, [{"title": {"id": "x" * 80, "en": "x"}}]),
    },
    "sla_policy_versions": {
        "sla_policy_versions_content_object": ([{"content": []}, {"content": {"rules": {}}}], [{"content": {"rules": []}}]),
        "sla_policy_versions_note": ([{"note": "x" * 501}], [{"note": "x" * 500}]),
        "sla_policy_versions_number_counts": ([{"number": 0}], [{"number": 1}]),
    },
}
_BASE: dict[str, dict[str, Any]] = {
    "cases": {
        "status": "NEW", "product": "", "transaction_ref": "", "complainant": "", "contact_preference": "", "complainant_authority": "", "reopened": 0, "version": 1,
    },
    "case_clock_events": {"calendars": {}, "reason": "", "seq": 2},
    "case_extensions": {"requested_by": ID, "decision_note": "", "status": "WAITING", "note": "x" * 10},
    "case_intake": {"discard_reason": "", "reasons": ["NO_KIND"], "status": "WAITING"},
    "case_legal_rules": {"source": "", "note": "", "verbal_days": 5, "written_days": 10, "extension_days": 10, "pause_cap_days": 0},
}  # fmt: skip


def checks() -> dict[str, dict[str, str]]:
    """The expression of every CHECK that is enforced, by table and name."""
    with rows():
        found = query(
            """SELECT r.relname AS at, c.conname AS name, pg_get_expr(c.conbin, c.conrelid) AS expression FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
               WHERE c.contype = 'c' AND c.conenforced AND c.convalidated AND r.relnamespace = 'crm'::regnamespace AND r.relname = ANY (%s)""",
            (list(TABLES),),
        )
    by_table: dict[str, dict[str, str]] = {}
    for row in found:
        by_table.setdefault(row["at"], {})[row["name"]] = row["expression"]
    return by_table


def test_every_check_has_its_examples_and_every_example_its_check(db):
    assert {table: sorted(found) for table, found in checks().items()} == {table: sorted(found) for table, found in EXAMPLES.items()}


@pytest.mark.parametrize("table", sorted(EXAMPLES))
def test_a_check_refuses_what_it_is_there_for_and_lets_the_rest_pass(db, table):
    stands = checks()[table]
    for name, (bad, good) in EXAMPLES[table].items():
        # A CHECK lets pass what it does not know: only false refuses.
        statement = f"SELECT ({stands[name]}) IS NOT FALSE AS passes FROM jsonb_populate_record(NULL::crm.{table}, %s::jsonb) AS {table}"
        with rows():
            passed = [[query(statement, (json.dumps(_BASE.get(table, {}) | one),))[0]["passes"] for one in ones] for ones in (bad, good)]
        assert (name, passed) == (name, [[False] * len(bad), [True] * len(good)])


def test_every_trigger_of_the_tables_is_there_and_awake(db):
    with rows():
        found = query(
            """SELECT r.relname || '.' || t.tgname AS name FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
               WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND r.relnamespace = 'crm'::regnamespace AND r.relname = ANY (%s) ORDER BY 1""",
            (list(TABLES),),
        )
    assert [row["name"] for row in found] == [
        "case_activities.refuse_change", "case_activities.refuse_truncate", "case_categories.judge_category", "case_categories.spread_sensitivity",
        "case_clock_events.refuse_change", "case_clock_events.refuse_truncate", "case_extensions.judge_case_extension", "case_extensions.refuse_truncate",
        "case_intake.judge_case_intake", "case_legal_rules.refuse_change", "case_legal_rules.refuse_truncate", "cases.judge_case", "cases.judge_case_answer",
        "cases.number_case", "cases.number_left_case", "cases.refuse_truncate", "cases.tell_cases_changed", "cases.tell_cases_new", "sla_policy_versions.refuse_change",
        "sla_policy_versions.refuse_truncate",
    ]  # fmt: skip
