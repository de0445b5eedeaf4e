"""The grant table as a matrix: previewed, saved, restored; roles of the organisation's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, transaction

from simpul.customers.policies import EVERYTHING, parts
from simpul.iam.grants import TO_COME, resources
from simpul.iam.matrix import shipped
from simpul.iam.models import Grant, Role, UserSwitch
from simpul.platform.db import execute, query, scope
from simpul.platform.domain import domains
from tests.support import people
from tests.support.control import BY_TWO, agreed, two_told
from tests.support.database import rows

REASON = "penyesuaian tugas menurut keputusan direksi"


def change(role: str, resource: str, action: str, reach: str, per_user: bool = False) -> dict:
    return {"role": role, "resource": resource, "action": action, "reach": reach, "per_user": per_user}


def save(browser: people.ApiClient, *changes: dict, version: int = 0):
    return agreed(browser, "PUT", "/grants", {"version": version, "changes": list(changes), "reason": REASON})


def preview(browser: people.ApiClient, *changes: dict) -> dict:
    return browser.api("POST", "/grants/preview", {"version": 0, "changes": list(changes)}).json()


def test_every_resource_offers_what_is_shipped_and_is_stated_once() -> None:
    assert {(about, action) for _, about, action in shipped() if action not in resources()[about].actions} == set()
    assert {key for domain in domains() for key in domain.resources} & set(TO_COME) == set(), "a domain that is built takes its lines along"


def test_the_matrix_shows_the_shipped_table(client_of):
    matrix = client_of("compliance").api("GET", "/grants").json()

    assert (matrix["version"], matrix["differs_from_shipped"], matrix["can"]) == (0, 0, {"save": False})
    assert "SYSTEM" not in [role["key"] for role in matrix["roles"]]
    case = next(row for row in matrix["resources"] if row["key"] == "case")
    assert case["cells"]["SUPERVISOR"]["X"] == {
        "reach": "BRANCH", "per_user": True, "limit": None, "shipped": {"reach": "BRANCH", "per_user": True}, "locked": None,
    }  # fmt: skip
    assert case["cells"]["RM"]["R"]["limit"] == "ringkasan status"
    configuration = next(row for row in matrix["resources"] if row["key"] == "configuration")
    assert configuration["cells"]["ADMIN"]["M"]["locked"].startswith("Administrator selalu")


def test_a_preview_says_in_sentences_who_gains_what_and_how_many(client_of, trace):
    browser = client_of("admin")
    trace.start()

    told = preview(
        browser,
        change("AGENT", "case", "U", "BRANCH"),
        change("AGENT", "case", "X", "BRANCH"),
        change("RM", "customer", "R", "NONE"),
        change("SUPERVISOR", "case", "X", "BRANCH"),
        change("AGENT", "customer", "R", "BRANCH"),
    )

    assert [(item["kind"], item["users"], item["sentence"]) for item in told["items"]] == [
        ("WIDENS", 3, "Petugas Layanan: “Ubah” pada Kasus melebar dari milik sendiri menjadi cabang dan unit sendiri."),
        ("GAINS", 3, "Petugas Layanan mendapat “Ekspor” pada Kasus: cabang dan unit sendiri."),
        ("LOSES", 2, "Relationship Manager kehilangan “Lihat” pada Data nasabah (sebelumnya portofolio sendiri)."),
        (
            "SWITCHED",
            2,
            "Supervisor Layanan: “Ekspor” pada Kasus berubah dari cabang dan unit sendiri, hanya pengguna yang ditunjuk menjadi cabang dan unit sendiri.",
        ),
    ]
    assert (told["users_touched"], told["can_save"]) == (7, True)
    assert [warning["code"] for warning in told["warnings"]] == ["export", "export"]
    assert trace() == {}, "a preview changes nothing"


def test_a_holder_of_another_role_that_gives_as_much_is_not_touched(client_of):
    browser = client_of("admin")
    agreed(browser, "PUT", f"/users/{people.user_id('agent_mdn')}/roles", {"version": 1, "roles": ["AGENT", "SUPERVISOR"]})

    assert preview(browser, change("AGENT", "case", "U", "NONE"))["items"][0]["users"] == 2


def test_warnings_name_what_to_think_about(client_of):
    told = preview(
        client_of("admin"),
        change("MARKETING", "customer", "R", "ALL"),
        change("FINANCE", "tier3", "R", "BRANCH"),
        change("AGENT", "case", "R", "NONE"),
        change("COMPLIANCE", "audit", "X", "NONE"),
    )

    assert [warning["code"] for warning in told["warnings"]] == ["every_customer", "clear_data", "blind", "nobody"]


def test_a_saved_change_works_in_the_next_request_of_an_open_session(client_of, trace):
    browser, theirs = client_of("admin"), people.client("marketing")
    assert theirs.api("GET", "/customers/recent").status_code == 403
    trace.start()

    answer = save(browser, change("MARKETING", "customer", "R", "OWN"))

    assert (answer.status_code, answer.json()["version"], answer.json()["differs_from_shipped"]) == (200, 1, 1)
    assert trace() == {"audit": [*BY_TWO, "CHANGE_RBAC"], "events": two_told()}
    assert theirs.api("GET", "/customers/recent").status_code == 200
    with rows():
        row = query("SELECT object_id, meta FROM audit.audit_logs WHERE object_type = 'GRANTS'")[0]
    meta = {"reason": REASON, "before": ["MARKETING customer:R=NONE"], "after": ["MARKETING customer:R=OWN"]}
    assert (row["object_id"], row["meta"]) == ("1", {**meta, "proposal": row["meta"]["proposal"], "approved_by": str(people.user_id("admin2"))})

    assert save(browser, change("MARKETING", "customer", "R", "NONE"), version=1).status_code == 200
    assert theirs.api("GET", "/customers/recent").status_code == 403


def test_row_level_security_follows_a_saved_change_at_once(client_of):
    from tests.support import customers

    customers.customer("Rahmat Siregar", "PMS")
    with scope(people.actor("agent_mdn")):
        assert query("SELECT count(*) AS n FROM crm.customers")[0]["n"] == 0

    save(client_of("admin"), change("AGENT", "customer", "R", "ALL"))

    with scope(people.actor("agent_mdn")):
        assert query("SELECT count(*) AS n FROM crm.customers")[0]["n"] == 1


def test_two_editors_do_not_overwrite_each_other(client_of, trace):
    browser = client_of("admin")
    save(browser, change("AGENT", "case", "U", "BRANCH"))
    trace.start()

    answer = save(browser, change("AGENT", "case", "U", "NONE"))

    assert (answer.status_code, answer.json()["code"], answer.json()["current"]) == (409, "stale_version", {"version": 1})
    assert trace() == {"audit": ["CHANGE_RBAC:FAILED"]}
    assert people.actor("agent_mdn").reach("case", "U").name == "BRANCH"


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        (change("SYSTEM", "case", "R", "OWN"), "changes.0.role"),
        (change("TIDAK_ADA", "case", "R", "OWN"), "changes.0.role"),
        (change("AGENT", "tier2", "U", "OWN"), "changes.0.action"),
        (change("AGENT", "configuration", "R", "BRANCH"), "changes.0.reach"),
        ({**change("AGENT", "case", "R", "OWN"), "reach": "WIDE"}, "changes.0.reach"),
        ({**change("AGENT", "case", "R", "OWN"), "limit": "x"}, "changes.0.limit"),
    ],
)
def test_an_impossible_cell_is_refused_with_its_place(client_of, trace, cell, field):
    browser = client_of("admin")
    trace.start()

    answer = save(browser, cell)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert [row.partition(":")[2] for row in trace()["audit"]] == ["FAILED"]


@pytest.mark.parametrize(
    "cell",
    [
        change("ADMIN", "configuration", "M", "NONE"),
        change("ADMIN", "customer", "R", "ALL"),
        change("ADMIN", "audit", "R", "ALL"),
        change("MARKETING", "consent", "U", "ALL"),
    ],
)
def test_what_no_grant_can_lift_is_refused_and_told_in_the_preview(client_of, trace, cell):
    browser = client_of("admin")
    assert (preview(browser, cell)["can_save"], bool(preview(browser, cell)["items"][0]["refused"])) == (False, True)
    trace.start()

    answer = save(browser, cell)

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert trace() == {"audit": ["CHANGE_RBAC:DENIED"]}


def test_the_own_role_may_be_narrowed_and_brought_back_to_what_is_shipped(client_of):
    browser = client_of("admin")

    assert save(browser, change("ADMIN", "import", "M", "NONE")).status_code == 200
    assert save(browser, change("ADMIN", "import", "M", "ALL"), version=1).status_code == 200


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM iam.grants WHERE resource = 'configuration' AND action = 'M' AND role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'ADMIN')",
        "UPDATE iam.grants SET reach = 1 WHERE resource = 'configuration' AND action = 'M' AND role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'ADMIN')",
        "UPDATE iam.grants SET reach = 1 WHERE role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'SYSTEM')",
        "UPDATE iam.grants SET action = 'U' WHERE resource = 'consent' AND role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'MARKETING')",
        "UPDATE iam.roles SET role_name = 'x' WHERE role_key = 'AGENT'",
        "DELETE FROM iam.roles WHERE role_key = 'AGENT'",
        "INSERT INTO iam.roles (role_id, role_key, role_name, name_en, is_shipped, home, rank, is_assignable) VALUES (gen_random_uuid(), 'BARU', 'Baru', 'New', true, '/', 50, true)",
    ],
)
def test_the_database_keeps_the_guards_from_administrators_too(organisation, statement):
    guarded = r"Administrators keep|system come|Marketing never|A role keeps|comes with a release"
    with pytest.raises(DatabaseError, match=guarded), transaction.atomic(), scope(people.actor("admin")):
        execute(statement)


def test_nothing_changes_is_told(client_of):
    assert save(client_of("admin"), change("AGENT", "customer", "R", "BRANCH")).json()["code"] == "nothing_changes"


def test_the_way_back_to_the_shipped_table_is_given_and_works(client_of):
    browser = client_of("admin")
    save(browser, change("AGENT", "case", "U", "BRANCH"), change("RM", "lead", "B", "OWN"), change("SUPERVISOR", "case", "X", "NONE"))

    back = browser.api("GET", "/grants/shipped?role=AGENT").json()["changes"]
    assert back == [change("AGENT", "case", "U", "OWN")]
    whole = browser.api("GET", "/grants/shipped").json()["changes"]
    answer = save(browser, *whole, version=1)

    assert answer.json()["differs_from_shipped"] == 0
    told = browser.api("GET", "/grants/revisions").json()["items"]
    assert [row["number"] for row in told] == [2, 1]
    assert told[1]["sentences"][1] == "Relationship Manager mendapat “Massal” pada Prospek dan peluang: milik sendiri."


def test_a_switch_goes_when_the_grant_is_no_longer_by_name(client_of):
    browser = client_of("admin")
    agreed(browser, "PUT", f"/users/{people.user_id('supervisor_mdn')}/switches", {"version": 1, "switches": [{"resource": "case", "action": "X"}]})

    save(browser, change("SUPERVISOR", "case", "X", "NONE"))

    assert not UserSwitch.objects.exists()
    assert people.actor("supervisor_mdn").reach("case", "X").name == "NONE"


@pytest.fixture
def counter(client_of) -> Iterator[people.ApiClient]:
    """An administrator's client, and the role LOKET made from AGENT."""
    browser = client_of("admin")
    answer = browser.api("POST", "/roles", {"key": "LOKET", "names": {"id": "Loket", "en": "Counter"}, "copy_of": "AGENT"})
    assert answer.status_code == 201, answer.content
    return browser


def test_an_own_role_begins_as_a_copy_and_shows_what_its_origin_shows(counter):
    agreed(counter, "PUT", f"/users/{people.user_id('nobody')}/roles", {"version": 1, "roles": ["LOKET"]})

    me = people.client("nobody").api("GET", "/me").json()

    assert (me["roles"], me["home"]) == ([{"key": "LOKET", "name": "Loket", "kind": "AGENT"}], "/customers")
    assert me["permissions"] == people.client("agent_mdn").api("GET", "/me").json()["permissions"]
    assert parts(people.actor("nobody")) == parts(people.actor("agent_mdn")) == EVERYTHING


def test_an_own_role_is_renamed_retired_when_nobody_holds_it_and_restored(counter):
    assert counter.api("PATCH", "/roles/LOKET", {"version": 1, "names": {"id": "Teller", "en": "Teller"}}).json()["name"] == "Teller"
    agreed(counter, "PUT", f"/users/{people.user_id('nobody')}/roles", {"version": 1, "roles": ["LOKET"]})
    held = counter.api("POST", "/roles/LOKET/retire", {"version": 2, "reason": REASON})
    assert (held.json()["code"], held.json()["users"]) == ("role_is_held", 1)
    agreed(counter, "PUT", f"/users/{people.user_id('nobody')}/roles", {"version": 2, "roles": []})

    retired = counter.api("POST", "/roles/LOKET/retire", {"version": 2, "reason": REASON}).json()

    assert (retired["retired"], retired["can"]) == (True, {"rename": True, "retire": False, "restore": True})
    assert "LOKET" not in [role["key"] for role in counter.api("GET", "/roles").json()["items"]]
    given = agreed(counter, "PUT", f"/users/{people.user_id('nobody')}/roles", {"version": 3, "roles": ["LOKET"]})
    assert (given.status_code, list(given.json()["errors"])) == (422, ["roles"])
    assert counter.api("POST", "/roles/LOKET/restore", {"version": 3}).json()["retired"] is False


@pytest.mark.parametrize(
    ("method", "path", "body", "code"),
    [
        ("POST", "/roles", {"key": "LOKET", "names": {"id": "Loket", "en": "Counter"}, "copy_of": "AGENT"}, "role_exists"),
        ("POST", "/roles", {"key": "BARU", "names": {"id": "Baru", "en": "New"}, "copy_of": "SYSTEM"}, "role_not_found"),
        ("PATCH", "/roles/AGENT", {"version": 1, "names": {"id": "Baru", "en": "New"}}, "role_is_shipped"),
        ("POST", "/roles/ADMIN/retire", {"version": 1, "reason": REASON}, "role_is_shipped"),
        ("POST", "/roles/TIDAK/retire", {"version": 1, "reason": REASON}, "role_not_found"),
        ("PATCH", "/roles/LOKET", {"version": 5, "names": {"id": "Baru", "en": "New"}}, "stale_version"),
    ],
)
def test_what_cannot_be_done_with_a_role_is_refused(counter, trace, method, path, body, code):
    trace.start()

    answer = counter.api(method, path, body)

    assert answer.json()["code"] == code
    assert len(trace()["audit"]) == 1 and ":" in trace()["audit"][0]


def test_a_retired_role_is_given_by_nobody_not_even_past_the_service(counter):
    with rows():
        Role.objects.filter(key="LOKET").update(retired_at="2026-01-01T00:00:00Z")
    with pytest.raises(DatabaseError, match="retired role"), transaction.atomic(), scope(people.actor("admin")):
        execute(
            "INSERT INTO iam.user_roles (user_role_id, user_id, role_id) SELECT gen_random_uuid(), %s, role_id FROM iam.roles WHERE role_key = 'LOKET'",
            (people.user_id("nobody"),),
        )


def test_a_role_made_from_marketing_never_changes_a_consent(client_of):
    browser = client_of("admin")
    browser.api("POST", "/roles", {"key": "PROMOSI", "names": {"id": "Promosi", "en": "Promotion"}, "copy_of": "MARKETING"})

    assert save(browser, change("PROMOSI", "consent", "U", "BRANCH")).status_code == 403
    assert Grant.objects.filter(role__key="PROMOSI", resource="consent").values_list("action", flat=True).get() == "R"
