"""Views of lists: saved, shared with the own branches, marked for oneself, and guarded by the database as well."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError

from simpul.iam.models import User
from simpul.platform.db import query, scope
from tests.support import people
from tests.support.database import rows

NEW = {"list_key": "leads", "name": "Prospek baru", "filters": {"status": "NEW", "sort": "-created"}}
PATH = "/list-views"


@pytest.fixture
def supervisor(organisation, client_of):
    return client_of("supervisor_mdn")


def views(browser, key="leads"):
    answer = browser.api("GET", f"{PATH}?list_key={key}").json()
    return [(row["name"], row["mine"], row["pinned"], row["is_default"]) for row in answer["items"]]


def test_a_view_is_saved_shared_marked_and_recorded_without_its_name(supervisor, client_of, trace):
    trace.start()
    made = supervisor.api("POST", PATH, {**NEW, "shared": True, "pinned": True})
    assert (made.status_code, made.json()["filters"], made.json()["branches"]) == (201, NEW["filters"], ["MDN"])
    assert trace()["audit"] == ["SAVE_FILTER"]
    with rows():
        [row] = query("SELECT meta FROM audit.audit_logs WHERE action = 'SAVE_FILTER'")
    assert row["meta"] == {"after": {"list": "leads", "filters": NEW["filters"], "branches": ["MDN"]}}

    manager, address = client_of("rm_mdn"), f"{PATH}/{made.json()['id']}"
    assert views(manager) == [("Prospek baru", False, False, False)]
    assert manager.api("PUT", f"{address}/mark", {"is_default": True}).json()["is_default"] is True
    second = manager.api("POST", PATH, {**NEW, "name": "Lain", "is_default": True})
    assert views(manager) == [("Lain", True, False, True), ("Prospek baru", False, False, False)]
    assert (views(supervisor), views(manager, "opportunities")) == ([("Prospek baru", True, True, False)], [])
    for username, status in (("supervisor_bnj", 404), ("agent_mdn", 404), ("compliance", 404)):
        assert client_of(username).api("PUT", f"{address}/mark", {"pinned": True}).status_code == status

    change = {key: value for key, value in NEW.items() if key != "list_key"}
    assert manager.api("PUT", address, {**change, "version": 1}).status_code == 403
    assert manager.api("DELETE", address).status_code == 403
    assert manager.api("POST", PATH, {**NEW, "name": "Bagi", "shared": True}).status_code == 403
    assert supervisor.api("POST", PATH, NEW).json()["code"] == "list_view_name_taken"
    assert supervisor.api("PUT", address, {**change, "name": "Baru", "version": 1}).json()["version"] == 2
    stale = supervisor.api("PUT", address, {**change, "version": 1})
    assert (stale.status_code, stale.json()["current"]) == (409, {"version": 2, "name": "Baru"})

    with rows():
        User.objects.filter(username="rm_mdn").update(status=User.Status.SUSPENDED)
    assert supervisor.api("DELETE", f"{PATH}/{second.json()['id']}").status_code == 404
    assert supervisor.api("DELETE", address).json() == {"removed": True}
    with rows():
        assert query("SELECT name FROM iam.list_views") == [{"name": "Lain"}]
        assert query("SELECT count(*) AS marks FROM iam.list_view_marks") == [{"marks": 1}]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"filters": {"colour": "red"}}, 422),
        ({"filters": {"customer": "01930000-0000-7000-8000-000000000001"}}, 422),
        ({"filters": {"status": "Budi Santoso"}}, 422),
        ({"filters": {"status": ""}}, 422),
        ({"name": " "}, 422),
        ({"list_key": "unknown"}, 404),
    ],
)
def test_a_view_holds_filters_of_its_list_and_no_words(supervisor, body, status):
    assert supervisor.api("POST", PATH, {**NEW, **body}).status_code == status


def test_the_database_takes_no_view_past_the_service(supervisor, client_of):
    insert = "INSERT INTO iam.list_views (view_id, user_id, list_key, resource, name, filters, branch_codes) VALUES (gen_random_uuid(), %s, 'leads', 'lead', 'x', '{}', %s)"
    owner = people.user_id("rm_mdn")
    for username, user_id, branches in (("rm_mdn", owner, ["MDN"]), ("supervisor_mdn", owner, []), ("agent_mdn", people.user_id("agent_mdn"), [])):
        with pytest.raises(ProgrammingError, match="row-level security"), scope(people.actor(username)):
            query(insert + " RETURNING 1", (user_id, branches))
    with scope(people.actor("rm_mdn")):
        assert query(insert + " RETURNING list_key", (owner, [])) == [{"list_key": "leads"}]
    with scope(people.actor("supervisor_mdn")):
        assert query("SELECT 1 FROM iam.list_views") == []
