"""A configuration file that protects less than what is in force: seen first, marked, told to compliance."""

from __future__ import annotations

import pytest

from simpul.platform.db import query
from tests.oversight.test_configuration import audit, bring, changed, preview
from tests.support.database import rows


@pytest.fixture
def admin(client_of):
    return client_of("admin")


@pytest.fixture
def document(admin):
    return admin.api("GET", "/configuration/export").json()


def lowered(sections):
    """One change of each kind that protects less, among some that protect more or as much."""
    settings, call = sections["settings"], sections["units"]["CALL"]
    settings.update({"session.idle_seconds": 3600, "signin.failures": 9, "signin.unknown_sso_user": "CREATE", "search.per_minute": 7, "export.allowed": True})
    settings["signin.mfa_roles"] = ["DIRECTOR"]
    call["policies"] = {}
    sections["grants"]["AGENT"]["case"]["R"] = {"reach": "ALL", "per_user": False}
    del sections["grants"]["FINANCE"]["customer"]
    sections["suspicion"]["BULK_REVEAL"]["enabled"] = False
    sections["suspicion"]["DENIED_ACCESS"]["thresholds"]["minimum"] = 3
    sections["suspicion"]["SEARCH_PACE"]["thresholds"]["minimum"] = 55
    approve = next(each for each in sections["workflows"]["customer_change"]["transitions"] if each["key"] == "approve")
    approve["by"]["roles"].append("AGENT")
    sections["branches"]["BNJ"]["name"] = "Binjai Kota"


LOWERED = {
    "/settings/session.idle_seconds", "/settings/signin.failures", "/settings/signin.unknown_sso_user", "/settings/signin.mfa_roles", "/units/CALL/policies",
    "/grants/AGENT/case/R", "/suspicion/BULK_REVEAL/enabled", "/suspicion/SEARCH_PACE/thresholds/minimum", "/workflows/customer_change/transitions/approve/by",
}  # fmt: skip


def test_what_lowers_protection_stands_first_is_brought_in_only_when_it_was_seen_and_is_told_to_compliance(admin, document, trace):
    strict = {"signin.mfa_roles": ["COMPLIANCE", "DIRECTOR"]}
    start = changed(document, lambda sections: (sections["settings"].update(strict), sections["units"]["CALL"].update(policies={"search.per_minute": 5})))
    assert bring(admin, start).status_code == 202
    target = changed(start, lowered)

    plan = preview(admin, target).json()

    marked = [change["path"] for change in plan["changes"] if change["lowers"]]
    assert set(marked) == LOWERED
    assert (plan["lowering"], [change["path"] for change in plan["changes"]][: len(marked)]) == (len(marked), marked)
    assert {"/settings/search.per_minute", "/suspicion/DENIED_ACCESS/thresholds/minimum", "/branches/BNJ/name"} <= {
        change["path"] for change in plan["changes"] if not change["lowers"]
    }
    trace.start()
    refused = bring(admin, target, lowering_seen=False)
    assert (refused.status_code, refused.json()["code"], len(refused.json()["lowering"])) == (409, "configuration_lowers_protection", len(LOWERED))
    assert trace().get("audit") == ["CHANGE_CONFIG:FAILED"] and "jobs" not in trace()

    assert bring(admin, target).status_code == 202

    whole = [row for row in audit("CHANGE_CONFIG") if row["object_type"] == "CONFIGURATION" and row["outcome"] == "ALLOWED"][-1]
    assert set(whole["meta"]["lowering"]) == LOWERED
    with rows():
        told = query("SELECT u.username::text AS name FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind = 'configuration.protection_lowered'")
    assert told == [{"name": "compliance"}]
