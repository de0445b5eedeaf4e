"""What the database itself says about who may read and change what; a new table or function is judged here unasked."""

from __future__ import annotations

import pytest

from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.db import query, scope
from simpul.value.public import transactions_recount
from tests.contract.declared import entries, expected_file, gathered, misplaced
from tests.contract.owners import function_owner, table_owner
from tests.support import customers as make
from tests.support import people

pytestmark = pytest.mark.django_db

SCHEMAS = ["iam", "crm", "audit"]
COMMANDS = {"SELECT", "INSERT", "UPDATE", "DELETE"}
PRODUCT_ROLES = ["simpul_app", "simpul_worker"]

_TABLES = """
SELECT n.nspname || '.' || c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, c.relispartition AS partition,
       coalesce((SELECT array_agg(DISTINCT p.cmd) FROM pg_policies p
                 WHERE p.schemaname = n.nspname AND p.tablename = c.relname AND p.roles @> %s::name[]), '{}') AS commands,
       EXISTS (SELECT FROM information_schema.columns k WHERE k.table_schema = n.nspname AND k.table_name = c.relname
               AND k.column_name IN ('customer_id', 'branch_code', 'home_branch_code')) AS about_somebody
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY (%s) AND c.relkind IN ('r', 'p') ORDER BY 1
"""


def tables() -> list[dict[str, object]]:
    return query(_TABLES, (PRODUCT_ROLES, SCHEMAS))


def test_every_table_is_protected_for_each_command_or_is_exempt_for_a_reason() -> None:
    open_tables = {}
    for table in tables():
        missing = set() if "ALL" in table["commands"] else COMMANDS - set(table["commands"])
        if table["partition"]:
            missing = set()  # nobody reaches a partition but through its parent, see below
        if not table["enabled"] or not table["forced"] or missing:
            open_tables[table["name"]] = f"enabled {table['enabled']}, forced {table['forced']}, no policy for {sorted(missing)}"

    exempt = gathered("open_tables")
    assert not [
        f"{name}: {why}; protect it, or give the reason in open_tables of {expected_file(table_owner(name))}"
        for name, why in open_tables.items()
        if name not in exempt
    ]


def test_an_exemption_names_a_table_that_exists_and_still_needs_it() -> None:
    unprotected = {table["name"] for table in tables() if not (table["enabled"] and table["forced"] and set(table["commands"]) >= COMMANDS)}

    exempt = {name: domain for domain, name, _ in entries("open_tables")}
    assert set(exempt) - unprotected == set()
    assert {name: domain for name, domain in exempt.items() if table_owner(name) != domain} == {}


def test_no_table_about_a_customer_or_a_branch_is_exempt() -> None:
    assert [table["name"] for table in tables() if table["about_somebody"] and table["name"] in gathered("open_tables")] == []


def test_every_table_of_the_jobs_schema_is_free_of_customers_and_branches() -> None:
    columns = query(
        "SELECT table_name || '.' || column_name AS name FROM information_schema.columns"
        " WHERE table_schema = 'jobs' AND column_name IN ('customer_id', 'branch_code', 'home_branch_code')"
    )

    assert columns == []


def test_views_read_with_the_rights_of_their_reader_or_answer_the_product_alone(actor) -> None:
    views = query(
        "SELECT n.nspname || '.' || c.relname AS name, c.relkind = 'm' AS stored, r.rolname AS owner FROM pg_class c"
        " JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.oid = c.relowner"
        " WHERE n.nspname = ANY (%s) AND (c.relkind = 'm' OR c.relkind = 'v' AND NOT coalesce(c.reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on'])",
        (SCHEMAS,),
    )

    assert {view["name"] for view in views} == set(gathered("system_views")), "a view without security_invoker shows rows past row-level security"
    assert not [view for view in views if view["stored"] or view["owner"] != "simpul_search"]
    make.transaction(make.customer(rm="rm_mdn").id, at=clock.now())
    with scope(system_actor()):
        transactions_recount()
        assert query("SELECT count(*) AS n FROM crm.segment_transactions") == [{"n": 1}]
    for username in people.USERS:
        with scope(actor(username)):
            assert [query(f"SELECT count(*) AS n FROM {view['name']}")[0]["n"] for view in views] == [0] * len(views)


def test_functions_with_borrowed_rights_are_the_reviewed_ones() -> None:
    functions = query(
        """
        SELECT n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name, r.rolname AS owner,
               coalesce((SELECT s FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%%'), '') AS path
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner
        WHERE p.prosecdef AND n.nspname = ANY (%s) ORDER BY 1
        """,
        ([*SCHEMAS, "jobs", "public"],),
    )

    problems = misplaced("borrowed_rights", function_owner, {f["name"] for f in functions})
    assert not problems, "\n".join(problems)
    assert {f["name"]: f["owner"] for f in functions} == {name: owner for name, (owner, _) in gathered("borrowed_rights").items()}
    assert {f["owner"] for f in functions} <= {"simpul_search", "simpul_owner", "simpul_proof"}
    # A caller who may create objects must not be able to put one in front of what the function means.
    assert [f["name"] for f in functions if not f["path"].endswith("pg_temp") or '"$user"' in f["path"]] == []


def test_who_acts_is_asked_by_the_function_that_judges_it() -> None:
    """Read anywhere else, the setting would be taken for what a session says of itself."""
    asking = query(
        "SELECT pg_get_functiondef(p.oid) AS text, p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname = ANY (%s) AND p.prokind IN ('f', 'p')"
        " UNION ALL SELECT coalesce(qual, '') || coalesce(with_check, ''), policyname FROM pg_policies"
        " UNION ALL SELECT definition, viewname FROM pg_views WHERE schemaname = ANY (%s)",
        ([*SCHEMAS, "jobs", "public"], [*SCHEMAS, "jobs", "public"]),
    )

    assert [each["name"] for each in asking if "app.user_id" in each["text"]] == ["uid()"]


def test_functions_with_borrowed_rights_are_not_for_everybody() -> None:
    everybody = query(
        "SELECT n.nspname || '.' || p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE p.prosecdef AND n.nspname = ANY (%s) AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)",
        (SCHEMAS,),
    )

    assert everybody == []


def test_the_product_roles_own_nothing_and_pass_by_nothing() -> None:
    roles = query(
        "SELECT rolname, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS mighty FROM pg_roles WHERE rolname = ANY (%s)",
        (PRODUCT_ROLES,),
    )
    owned = query("SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = ANY (%s)", (PRODUCT_ROLES,))
    memberships = query("SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = ANY (%s)", (PRODUCT_ROLES,))
    creatable = query(
        "SELECT r.rolname, n.nspname FROM pg_roles r, pg_namespace n WHERE r.rolname = ANY (%s) AND n.nspname NOT LIKE 'pg_%%'"
        " AND has_schema_privilege(r.oid, n.oid, 'CREATE')",
        (PRODUCT_ROLES,),
    )

    assert {role["rolname"]: role["mighty"] for role in roles} == {"simpul_app": False, "simpul_worker": False}
    assert (owned, memberships, creatable) == ([], [], [])


def test_the_role_of_the_search_functions_owns_no_table() -> None:
    assert (
        query("SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'simpul_search' AND c.relkind IN ('r', 'p', 'm')") == []
    )


@pytest.mark.covers("15.3.1-5")
def test_every_partition_of_the_trail_refuses_change_whatever_the_session_setting() -> None:
    triggers = query(
        """
        SELECT c.relname AS name, array_agg(t.tgname::text || ' ' || t.tgenabled::text ORDER BY t.tgname) AS triggers
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
        WHERE n.nspname = 'audit' AND (c.relname = 'audit_logs' OR c.relispartition) AND c.relkind IN ('r', 'p') GROUP BY 1 ORDER BY 1
        """
    )

    assert len(triggers) >= 5, "the parent, this month, three months ahead and the default"
    # The first names the branch of a refused attempt; it changes nothing that is there.
    expected = ["audit_logs_place_refusal O", "refuse_change A", "refuse_truncate A"]
    assert {row["name"]: row["triggers"] for row in triggers if row["triggers"] != expected} == {}


def test_no_role_of_the_product_reaches_a_partition_past_its_parent() -> None:
    grants = query(
        "SELECT c.relname, a.grantee::regrole::text AS role, a.privilege_type FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,"
        " aclexplode(c.relacl) a WHERE n.nspname = ANY (%s) AND c.relispartition AND (a.grantee = 0 OR a.grantee::regrole::text = ANY (%s))",
        (SCHEMAS, PRODUCT_ROLES),
    )

    assert grants == []


def test_the_trail_may_only_be_read_and_added_to() -> None:
    held = {
        (role, privilege)
        for role in PRODUCT_ROLES
        for privilege in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
        if query("SELECT has_table_privilege(%s, 'audit.audit_logs', %s) AS may", (role, privilege))[0]["may"]
    }

    assert held == {(role, privilege) for role in PRODUCT_ROLES for privilege in ("SELECT", "INSERT")}


def test_nothing_cascades_into_the_trail() -> None:
    cascading = query(
        "SELECT conname FROM pg_constraint WHERE conrelid = 'audit.audit_logs'::regclass AND contype = 'f' AND (confdeltype <> 'a' OR confupdtype <> 'a')"
    )

    assert cascading == []
