"""What the customer tables themselves refuse and keep in step."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from simpul.customers.models import Assignment, Customer, Identifier
from simpul.platform.db import execute, query, scope
from tests.followup.contract import member_of
from tests.support import customers as make
from tests.support.database import rows
from tests.support.people import user_id

FAR_FUTURE = date(2999, 1, 1)


def reach_of(customer_id):
    with rows():
        return query("SELECT branch_code, rm_user_id FROM iam.customer_reach WHERE customer_id = %s", (customer_id,))


def test_a_new_customer_is_reachable_where_it_belongs(organisation):
    customer = make.customer("Budi  Santoso".replace("  ", " "), "BNJ")

    assert reach_of(customer.id) == [{"branch_code": "BNJ", "rm_user_id": None}]
    assert customer.sort_name == "budi santoso"


def test_many_customers_moved_by_one_statement_are_all_followed(organisation):
    moved = [make.customer(branch="MDN") for _ in range(3)]
    stays = make.customer(branch="PMS")

    with rows():
        execute("UPDATE crm.customers SET home_branch_code = 'BNJ' WHERE home_branch_code = 'MDN'")

    assert [reach_of(customer.id)[0]["branch_code"] for customer in [*moved, stays]] == ["BNJ", "BNJ", "BNJ", "PMS"]


def test_the_rm_follows_the_active_assignment(organisation):
    customer = make.customer(rm="rm_mdn")
    assert reach_of(customer.id) == [{"branch_code": "MDN", "rm_user_id": user_id("rm_mdn")}]

    with rows():
        Assignment.objects.filter(customer=customer).update(active=False, ended_at=datetime(2026, 2, 1, tzinfo=UTC))
        assert Customer.objects.get(pk=customer.id).rm_user_id is None
        Assignment.objects.create(customer=customer, rm_user_id=user_id("rm_mdn_2"))

    assert reach_of(customer.id) == [{"branch_code": "MDN", "rm_user_id": user_id("rm_mdn_2")}]


def test_a_customer_has_one_active_rm(organisation):
    customer = make.customer(rm="rm_mdn")

    with pytest.raises(IntegrityError, match="customer_assignments_one_active"), rows():
        Assignment.objects.create(customer=customer, rm_user_id=user_id("rm_mdn_2"))


@pytest.mark.parametrize("statement", ["DELETE FROM crm.customers", "TRUNCATE crm.customers CASCADE"])
@pytest.mark.parametrize("role", ["simpul_fixture", "simpul_owner"])
def test_no_role_removes_customers(organisation, role, statement):
    make.customer()

    with transaction.atomic():
        execute(f"SET LOCAL ROLE {role}")
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            execute(statement)
        execute("SET LOCAL ROLE simpul_app")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"full_name": " Siti"}, "customers_name_written"),
        ({"full_name": ""}, "customers_name_written"),
        ({"birth_date": FAR_FUTURE}, "customers_born_before"),
        ({"phone_e164": "081234567678"}, "customers_phone_shape"),
        ({"email": "siti@"}, "customers_email_shape"),
        ({"gender": "X"}, "customers_gender_known"),
        ({"kind": "ORGANISATION", "gender": "F"}, "customers_gender_of_persons"),
        ({"segment_code": "GOLD"}, "customers_segment_known"),
        ({"status": "GONE"}, "customers_status_known"),
        ({"home_branch_code": "XXX"}, "customers_branch_known"),
        ({"source_key": None}, "customers_source_whole"),
        ({"tags": ["tag"] * 21}, "customers_tags_few"),
    ],
)
def test_what_one_row_can_prove_is_proved(organisation, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        make.customer(**fields)


def test_an_identifier_belongs_to_one_customer_only(organisation):
    make.identifiers(make.customer().id)

    with pytest.raises(IntegrityError, match="customer_identifiers_once"):
        make.identifier(make.customer().id, "NIK", make.NIK)


@pytest.mark.parametrize(("id_type", "constraint"), [("NIK", "customer_identifiers_sealed"), ("ACCOUNT_NO", "customer_identifiers_sealed")])
def test_a_clear_secret_identifier_cannot_be_stored(organisation, id_type, constraint):
    customer = make.customer()

    with pytest.raises(IntegrityError, match=constraint), rows():
        Identifier.objects.create(customer=customer, id_type=id_type, value=make.NIK, hash=b"x" * 32, hint="12710004" if id_type == "NIK" else "7890")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"latitude": "52.5", "longitude": "13.4"}, "customer_addresses_in_indonesia"),
        ({"longitude": None}, "customer_addresses_coordinates_whole"),
        ({"latitude": None, "longitude": None, "coordinate_source": None, "coordinate_accuracy_m": "5"}, "customer_addresses_accuracy"),
        ({"postcode": "2015"}, "customer_addresses_postcode"),
    ],
)
def test_an_address_lies_in_indonesia_with_its_source(organisation, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        make.address(make.customer().id, **fields)


def test_an_address_without_coordinates_is_fine(organisation):
    make.address(make.customer().id, latitude=None, longitude=None, coordinate_source=None)


CHILDREN = {
    "customer_identifiers": lambda c: make.identifiers(c.id),
    "customer_addresses": lambda c: make.address(c.id),
    "customer_products": lambda c: make.product(c.id),
    "customer_relationships": lambda c: make.relationship(c.id, make.customer(branch="BNJ").id),
    "customer_facts": lambda c: make.facts(c.id),
    "customer_change_requests": lambda c: make.change_request(c.id, "supervisor_mdn"),
}


@pytest.mark.parametrize("table", CHILDREN)
def test_row_policies_alone_hide_what_hangs_on_a_customer_outside_the_scope(actor, table):
    customer = make.customer(branch="MDN")
    CHILDREN[table](customer)
    statement = f"SELECT count(*) AS seen FROM crm.{table} WHERE customer_id = %s"

    def seen(username):
        with scope(actor(username)):
            return query(statement, (customer.id,))[0]["seen"] > 0

    answers = {
        name: seen(name) for name in ("agent_mdn", "call_agent", "agent_bnj", "rm_mdn", "marketing", "compliance", "admin", "nobody", "director", "field_mdn")
    }
    assert {name for name, visible in answers.items() if visible} == (
        {"agent_mdn", "call_agent", "agent_bnj"} if table == "customer_relationships" else {"agent_mdn", "call_agent"}
    )


def test_row_policies_alone_show_an_rm_the_own_portfolio_only(actor):
    mine, other = make.customer(rm="rm_mdn"), make.customer(rm="rm_mdn_2")
    make.customer()

    with scope(actor("rm_mdn")):
        assert list(Customer.objects.values_list("id", flat=True)) == [mine.id]
    with scope(actor("rm_mdn_2")):
        assert list(Customer.objects.values_list("id", flat=True)) == [other.id]


def test_an_elevation_opens_one_customer_until_it_ends(actor):
    opened = make.customer(branch="PMS")
    make.customer(branch="PMS")
    make.elevation("compliance", opened.id)

    with scope(actor("compliance")):
        assert list(Customer.objects.values_list("id", flat=True)) == [opened.id]
    with rows():
        execute("UPDATE iam.elevations SET revoked_at = now()")
    with scope(actor("compliance")):
        assert not Customer.objects.exists()


def test_outside_a_scope_nothing_is_visible(organisation):
    make.customer()

    assert not Customer.objects.exists()


def test_an_agent_can_neither_edit_nor_create_customers_by_sql(actor):
    customer = make.customer()

    with scope(actor("agent_mdn")):
        assert execute("UPDATE crm.customers SET full_name = 'X' WHERE customer_id = %s", (customer.id,)) == 0
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            execute("INSERT INTO crm.customers (customer_id, full_name, home_branch_code) VALUES (uuidv7(), 'X', 'MDN')")


_ASSIGNED = (
    "INSERT INTO crm.followup_assignments (customer_id, step, branch_code, agent_id, number, status, reason, started_at, window_started_at, "
    "window_ends_at, ended_at, decided_at, run_id) SELECT {customer}, step + n, branch_code, {agent}, 1, 'LEFT', reason, started_at, "
    "window_started_at, window_ends_at, now(), decided_at, run_id FROM crm.followup_assignments, generate_series(1, 2) AS n"
)
# Foreign keys that are declared and not enforced by the server itself, with the statement that must be refused for them.
UNKNOWN = {
    "customer_identifiers_customer_known": (
        "INSERT INTO crm.customer_identifiers (identifier_id, customer_id, id_type, id_value, id_hash, id_hint) "
        "SELECT uuidv7(), customer_id, 'CIF', 'ABC' || n, sha256(n::text::bytea), 'ABC' || n "
        "FROM (SELECT customer_id, 1 AS n FROM crm.customers UNION ALL SELECT uuidv7(), 2) given",
        "UPDATE crm.customer_identifiers SET customer_id = uuidv7()",
    ),
    "customer_addresses_customer_known": (
        "INSERT INTO crm.customer_addresses (address_id, customer_id, kind) "
        "SELECT uuidv7(), customer_id, 'WORK' FROM (SELECT customer_id FROM crm.customers UNION ALL SELECT uuidv7()) given",
        "UPDATE crm.customer_addresses SET customer_id = uuidv7()",
    ),
    "customers_branch_known": (
        "INSERT INTO crm.customers (customer_id, full_name, home_branch_code) SELECT uuidv7(), 'Budi', code FROM unnest(ARRAY['MDN', 'XXX']) AS code",
        "UPDATE crm.customers SET home_branch_code = 'XXX'",
    ),
    "followup_assignments_member_known": (
        _ASSIGNED.format(customer="uuidv7()", agent="agent_id"),
        "UPDATE crm.followup_assignments SET customer_id = uuidv7()",
    ),
    "followup_assignments_agent_known": (
        _ASSIGNED.format(customer="customer_id", agent="uuidv7()"),
        "UPDATE crm.followup_assignments SET agent_id = uuidv7()",
    ),
}
_NOT_ENFORCED = "SELECT conname FROM pg_constraint WHERE contype = 'f' AND NOT conenforced ORDER BY 1"
_TRIGGERS = "SELECT tgname::text AS name FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgenabled = 'O' AND tgname LIKE %s ORDER BY 1"


@pytest.mark.parametrize("role", ["simpul_fixture", "simpul_owner"])
@pytest.mark.parametrize("turn", [0, 1])
@pytest.mark.parametrize("constraint", UNKNOWN)
def test_a_key_that_is_checked_once_a_statement_refuses_the_statement_for_one_unknown_row(organisation, constraint, turn, role):
    customer = make.customer()
    make.identifiers(customer.id)
    make.address(customer.id)
    member_of(customer.id)
    execute("SET CONSTRAINTS ALL IMMEDIATE")

    with transaction.atomic():
        execute("SET LOCAL row_security = off" if role == "simpul_fixture" else "SELECT 1")
        execute(f"SET LOCAL ROLE {role}")
        if role == "simpul_owner":
            for table in ("customers", "customer_identifiers", "customer_addresses", "followup_assignments", "followup_members", "followup_agents"):
                execute(f"ALTER TABLE crm.{table} NO FORCE ROW LEVEL SECURITY")
        with pytest.raises(IntegrityError, match=constraint) as refused, transaction.atomic():
            execute(UNKNOWN[constraint][turn])
        transaction.set_rollback(True)

    assert refused.value.__cause__.diag.constraint_name == constraint
    assert refused.value.__cause__.diag.sqlstate == "23503"


def test_each_key_that_the_server_leaves_unenforced_is_held_by_triggers_on_both_ends(organisation):
    assert [row["conname"] for row in query(_NOT_ENFORCED)] == sorted(UNKNOWN)
    for table in ("crm.customer_identifiers", "crm.customer_addresses", "crm.customers"):
        names = [row["name"] for row in query(_TRIGGERS, (table, "%known%")) if "_code_" not in row["name"]]
        assert [name.removeprefix("customers_branch_").removeprefix("customer_") for name in names] == [
            "known_insert",
            "known_update",
        ]
    followup = [row["name"] for row in query(_TRIGGERS, ("crm.followup_assignments", "%known%"))]
    assert followup == ["followup_known_insert", "followup_known_update"]
    for table in ("crm.customers", "iam.branches", "crm.followup_members", "crm.followup_agents"):
        assert [row["name"] for row in query(_TRIGGERS, (table, "refuse%"))] == ["refuse_delete", "refuse_renumbering", "refuse_truncate"]


@pytest.mark.parametrize("statement", ["DELETE FROM iam.branches", "TRUNCATE iam.branches CASCADE", "UPDATE iam.branches SET branch_code = 'Z' || branch_code"])
@pytest.mark.parametrize("role", ["simpul_fixture", "simpul_owner"])
def test_no_role_removes_or_renumbers_branches(organisation, role, statement):
    with transaction.atomic():
        execute("SET CONSTRAINTS ALL IMMEDIATE")  # or what the fixtures left to check would refuse the statement first
        execute(f"SET LOCAL ROLE {role}")
        if role == "simpul_owner":
            execute("ALTER TABLE iam.branches NO FORCE ROW LEVEL SECURITY")
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            execute(statement)
        transaction.set_rollback(True)


def test_no_role_renumbers_customers(organisation):
    make.customer()

    with rows(), pytest.raises(DatabaseError, match="keeps its id"), transaction.atomic():
        execute("UPDATE crm.customers SET customer_id = uuidv7()")
