"""Which manager serves which customers: one by one, many at once, and whole portfolios."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from simpul.customers.models import Assignment, Customer
from simpul.iam.models import Grant, Role
from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from tests.support import customers, people
from tests.support.database import rows

REASON = "pembagian ulang portofolio cabang"


def assign(browser: people.ApiClient, ids: list, rm: str | None):
    return browser.api(
        "POST", "/portfolio/assign", {"customer_ids": [str(one) for one in ids], "rm_user_id": str(people.user_id(rm)) if rm else None, "reason": REASON}
    )


def manager_of(customer: Customer) -> str | None:
    with rows():
        found = query(
            "SELECT u.username::text AS name FROM crm.customers c JOIN iam.users u ON u.user_id = c.rm_user_id WHERE customer_id = %s", (customer.id,)
        )
    return found[0]["name"] if found else None


def grant_bulk() -> None:
    with rows():
        Grant.objects.create(role=Role.objects.get(key="SUPERVISOR"), resource="portfolio", action="B", reach=3)


def test_a_supervisor_gives_a_customer_of_the_branch_to_a_manager(client_of, trace):
    one = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")
    browser = client_of("supervisor_mdn")
    trace.start()

    answer = assign(browser, [one.id], "rm_mdn_2")

    assert answer.json() == {
        "assigned": 1, "unchanged": 0, "refused": 0, "rows": [{"customer_id": str(one.id), "outcome": "ASSIGNED", "reason": None}],
    }, answer.content  # fmt: skip
    assert manager_of(one) == "rm_mdn_2"
    assert trace() == {"events": ["PortfolioAssigned"], "audit": ["ASSIGN_PORTFOLIO"]}
    told = browser.api("GET", f"/portfolio/customers/{one.id}/history").json()["items"]
    assert [(spell["rm"]["username"], spell["ended_at"] is None) for spell in told] == [("rm_mdn_2", True), ("rm_mdn", False)]
    assert told[0]["assigned_by"]["username"] == "supervisor_mdn"


def test_many_at_once_take_the_grant_for_many(client_of, trace):
    pair = [customers.customer(f"Nasabah {word}", "MDN") for word in ("Satu", "Dua")]
    browser = client_of("supervisor_mdn")
    trace.start()

    assert assign(browser, [one.id for one in pair], "rm_mdn").status_code == 403
    assert trace() == {"audit": ["ASSIGN_PORTFOLIO:DENIED"]}
    grant_bulk()

    assert assign(browser, [one.id for one in pair], "rm_mdn").json()["assigned"] == 2


def test_each_row_is_told_what_became_of_it_and_the_rest_is_done(client_of):
    grant_bulk()
    mine, served, foreign = (
        customers.customer("Nasabah Satu", "MDN"),
        customers.customer("Nasabah Dua", "MDN", rm="rm_mdn"),
        customers.customer("Nasabah Tiga", "PMS"),
    )
    unknown = uuid7()

    answer = assign(client_of("supervisor_mdn"), [mine.id, served.id, foreign.id, unknown], "rm_mdn").json()

    assert [(row["outcome"], row["reason"]) for row in answer["rows"]] == [
        ("ASSIGNED", None), ("UNCHANGED", None), ("REFUSED", "Nasabah tidak ditemukan."), ("REFUSED", "Nasabah tidak ditemukan."),
    ]  # fmt: skip
    assert (manager_of(mine), manager_of(foreign)) == ("rm_mdn", None)


def test_an_administrator_assigns_everywhere_and_sees_initials_only(client_of):
    one, other = customers.customer("Rahmat Siregar", "MDN"), customers.customer("Siti Lubis", "PMS")
    browser = client_of("admin")

    listed = browser.api("GET", "/portfolio/customers?unassigned=true").json()["items"]
    answer = assign(browser, [one.id, other.id], "rm_mdn").json()

    assert [(row["name"], row["cif_masked"]) for row in listed] == [("R*** S***", None), ("S*** L***", None)]
    assert [(row["outcome"], row["reason"]) for row in answer["rows"]] == [("ASSIGNED", None), ("REFUSED", "RM ini tidak bertugas di cabang nasabah.")]
    assert manager_of(one) == "rm_mdn"
    with scope(people.actor("admin")):
        assert query("SELECT count(*) AS n FROM crm.customers")[0]["n"] == 0, "managing portfolios opens no customer"


def test_a_customer_is_left_without_a_manager(client_of):
    one = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")

    assert assign(client_of("supervisor_mdn"), [one.id], None).json()["assigned"] == 1

    assert manager_of(one) is None
    assert not Assignment.objects.filter(active=True).exists()


def test_a_whole_portfolio_moves_or_its_part_in_one_branch(client_of, trace):
    pair = [customers.customer(f"Nasabah {word}", "MDN", rm="rm_mdn") for word in ("Satu", "Dua")]
    far = customers.customer("Nasabah Tiga", "PMS", rm="rm_mdn")
    browser = client_of("admin")
    body = {"from_rm_user_id": str(people.user_id("rm_mdn")), "to_rm_user_id": str(people.user_id("rm_mdn_2")), "reason": REASON}
    trace.start()

    assert browser.api("POST", "/portfolio/move", {**body, "branch": "BNJ"}).json() == {"moved": 0, "refused": 0}
    assert browser.api("POST", "/portfolio/move", body).json() == {"moved": 2, "refused": 1}

    assert [manager_of(one) for one in (*pair, far)] == ["rm_mdn_2", "rm_mdn_2", "rm_mdn"]
    assert trace() == {"events": ["PortfolioAssigned"], "audit": ["ASSIGN_PORTFOLIO", "ASSIGN_PORTFOLIO"]}
    sizes = {row["username"]: row["customers"] for row in browser.api("GET", "/portfolio/managers").json()["items"]}
    assert sizes == {"rm_mdn": 1, "rm_mdn_2": 2}


@pytest.mark.parametrize("who", ["agent_mdn", "nobody"])
def test_only_an_active_manager_is_given_customers(client_of, trace, who):
    one = customers.customer("Rahmat Siregar", "MDN")
    browser = client_of("supervisor_mdn")
    trace.start()

    answer = assign(browser, [one.id], who)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["rm_user_id"])
    assert trace() == {"audit": ["ASSIGN_PORTFOLIO:FAILED"]}


@pytest.mark.parametrize("who", ["agent_mdn", "rm_mdn", "steward", "compliance", "marketing"])
def test_who_may_not_assign_is_refused(client_of, who):
    one = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")

    assert assign(client_of(who), [one.id], "rm_mdn_2").status_code == 403
    assert manager_of(one) == "rm_mdn"


def test_a_manager_sees_the_own_portfolio_only(client_of):
    mine, _ = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn"), customers.customer("Siti Lubis", "MDN", rm="rm_mdn_2")

    listed = client_of("rm_mdn").api("GET", "/portfolio/customers").json()["items"]

    assert [(row["customer_id"], row["can"]) for row in listed] == [(str(mine.id), {"assign": False})]


@pytest.mark.parametrize("username", ["agent_mdn", "rm_mdn", "compliance"])
def test_the_database_lets_nobody_else_write_an_assignment(organisation, username):
    one = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn") if username == "rm_mdn" else customers.customer("Rahmat Siregar", "PMS")
    with pytest.raises(DatabaseError, match=r"row-level security|one_active"), transaction.atomic(), scope(people.actor(username)):
        if execute("UPDATE crm.customer_assignments SET active = false, ended_at = now() WHERE customer_id = %s", (one.id,)):
            raise AssertionError("an assignment was ended")
        execute(
            "INSERT INTO crm.customer_assignments (assignment_id, customer_id, rm_user_id, active) VALUES (gen_random_uuid(), %s, %s, true)",
            (one.id, people.user_id("rm_mdn_2")),
        )


def test_pages_show_each_customer_once(client_of):
    for number in range(5):
        customers.customer(f"Nasabah Ke{number}", "MDN")
    browser = client_of("supervisor_mdn")

    seen, cursor = [], ""
    while cursor is not None:
        answer = browser.api("GET", f"/portfolio/customers?limit=2{cursor and '&cursor=' + cursor}").json()
        seen += [row["customer_id"] for row in answer["items"]]
        cursor = answer["next_cursor"]

    assert len(seen) == len(set(seen)) == 5
    assert browser.api("GET", "/portfolio/customers?cursor=W10").status_code == 422


def test_a_manager_finds_first_who_has_waited_longest_for_a_contact(client_of):
    names = {"Rahmat Siregar": "2026-02-01", "Siti Lubis": None, "Tono Nasution": "2026-01-01"}
    mine = {name: customers.customer(name, "MDN", rm="rm_mdn") for name in names}
    customers.customer("Umar Hasibuan", "MDN", rm="rm_mdn_2")
    with rows():
        execute("UPDATE crm.customer_assignments SET assigned_at = '2026-01-15+07' WHERE active AND customer_id = %s", (mine["Siti Lubis"].id,))
        for name, day in names.items():
            if day:
                execute(
                    "INSERT INTO crm.customer_facts (customer_id, last_contact_at) VALUES (%(id)s, %(at)s) ON CONFLICT (customer_id) DO UPDATE SET last_contact_at = %(at)s",
                    {"id": mine[name].id, "at": f"{day}+07"},
                )
    browser = client_of("rm_mdn")

    first = browser.api("GET", "/portfolio/mine?limit=2").json()
    rest = browser.api("GET", f"/portfolio/mine?limit=2&cursor={first['next_cursor']}").json()

    assert [row["name"] for row in first["items"] + rest["items"]] == ["Tono Nasution", "Siti Lubis", "Rahmat Siregar"]
    assert [row["last_contact_at"] is None for row in first["items"]] == [False, True]
    assert rest["next_cursor"] is None
    assert client_of("agent_mdn").api("GET", "/portfolio/mine").json() == {"items": [], "next_cursor": None}
