"""The case list as a file: for named supervisors, of the own branches, masked as in the queue, recorded."""

from __future__ import annotations

import pytest

from simpul.iam.models import UserSwitch
from tests.oversight.test_exports import content, ended, run, table
from tests.support import cases, people
from tests.support.database import rows


@pytest.fixture
def named(organisation, client_of):
    """A supervisor to whom exporting was given by name."""
    with rows():
        UserSwitch.objects.create(user_id=people.user_id("supervisor_mdn"), resource="case", action="X", switched_by_id=people.user_id("admin"))
    return client_of("supervisor_mdn")


@pytest.mark.parametrize("username", ["supervisor_mdn", "agent_mdn", "rm_mdn", "compliance"])
def test_nobody_exports_cases_to_whom_it_was_not_given_by_name(organisation, client_of, username):
    assert run(client_of(username), data_set="cases").status_code == 403
    assert "cases" not in [one["key"] for one in client_of(username).api("GET", "/exports").json()["items"]]


def test_a_file_holds_the_queue_of_the_own_branches_and_is_recorded(named):
    mine = cases.opened("agent_mdn", priority="HIGH")
    other = cases.opened("agent_bnj", branch="BNJ")

    found = table(content(run(named, data_set="cases")))

    assert [(row["case_no"], row["customer"], row["branch"], row["category"], row["priority"], row["status"]) for row in found] == [
        (mine.case_no, "Rahmat Siregar", "MDN", "TRX_FAIL", "HIGH", "NEW")
    ]
    assert other.case_no not in str(found)
    [begun, done] = ended("EXPORT_DATA")
    assert (begun["object_id"], done["outcome"], done["meta"]["rows"]) == ("cases", "ALLOWED", 1)


def test_a_filter_of_the_queue_narrows_the_file_and_another_is_refused(named):
    cases.opened("agent_mdn", priority="HIGH")
    urgent = cases.opened("agent_mdn", priority="CRITICAL")

    assert [row["case_no"] for row in table(content(run(named, data_set="cases", priority="CRITICAL")))] == [urgent.case_no]
    assert named.api("POST", "/exports/preview", {"data_set": "cases", "filter": {"priority": ["HIGH", "CRITICAL"]}}).json()["rows"] == 2
    assert run(named, data_set="cases", colour="red").status_code == 422
