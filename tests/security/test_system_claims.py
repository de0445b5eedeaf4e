"""SQL as the web server's own login: whoever has its password, or a hole in a statement, does not become SYSTEM by saying so.

The tests' login may become every role, so these sign in to the database as simpul_app itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import conninfo_to_dict

from simpul.config import safety
from simpul.config.bootstrap import keys as key_files
from simpul.config.bootstrap import system_proof
from simpul.config.bootstrap.database import address, bootstrap
from simpul.config.environment import SettingInvalid
from simpul.iam.public import system_actor, system_identity
from simpul.platform import crypto
from simpul.platform.crypto import KeyRing
from simpul.platform.db import query, scope
from simpul.platform.db.system_proof import SystemUnproven
from simpul.platform.ids import SYSTEM_ID
from tests.messaging.conftest import approved, providers, sandbox  # noqa: F401 - fixtures
from tests.messaging.test_links import BROWSER, ONE_CLICK, facts, offered, paths, said
from tests.support import customers, people
from tests.support.database import ADMIN

Login = psycopg.Connection[Any]
_CLAIM = "SELECT set_config('app.user_id', %s, true)"
_SEEN = "SELECT iam.uid(), (SELECT count(*) FROM crm.segment_customers), iam.takes_two()"
_NOBODY = (None, 0, True)
_AUDIT = "INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome) VALUES ('SIGN_IN', 'USER', 'x', %s, 'ALLOWED')"
_WRITE = "UPDATE iam.users SET theme = 'dark' WHERE user_id = %s"
_TICKET = "SELECT set_config('app.system_ticket', %s, true)"


@pytest.fixture(scope="module")
def web_address(kept: str) -> str:
    """A database with the organisation, by the address of the web server's login."""
    people.organisation()
    customers.customer("Siti Hasibuan", "MDN")
    name = str(conninfo_to_dict(kept)["dbname"])
    bootstrap(ADMIN, name, passwords={"simpul_app": "app"})
    return address(ADMIN, "simpul_app", "app", name)


@pytest.fixture
def client_of(web_address: str) -> Callable[..., Any]:
    """Clients in that database, for the fixtures of messages."""
    return people.client


@pytest.fixture
def thief(web_address: str) -> Iterator[Login]:
    """Who has the password of the web server's login; each transaction is undone."""
    with psycopg.connect(web_address) as found:
        yield found
        found.rollback()


@contextmanager
def as_web_server(web_address: str) -> Iterator[None]:
    """This process works by the web server's login, as the product does, and no longer by that of tests."""
    login, kept_login = conninfo_to_dict(web_address), {name: connection.settings_dict[name] for name in ("USER", "PASSWORD", "NAME")}
    connection.close()
    connection.settings_dict.update(USER=login["user"], PASSWORD=login["password"], NAME=login["dbname"])
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(kept_login)


def claims(thief: Login, *more: str) -> tuple[Any, ...]:
    """What the claimed SYSTEM sees, once it is certain that it writes nothing and stands in no trail."""
    for statement in more:
        thief.execute(statement)
    thief.execute("SAVEPOINT before")
    assert thief.execute(_WRITE, [SYSTEM_ID]).rowcount == 0
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        thief.execute(_AUDIT, [SYSTEM_ID])
    thief.execute("ROLLBACK TO before")
    return tuple(thief.execute(_SEEN).fetchone() or ())


SPELLINGS = [str(SYSTEM_ID), f"{{{SYSTEM_ID}}}", SYSTEM_ID.hex, f"{{{SYSTEM_ID.hex.upper()}}}", "0000-00000000700080000000-00000001"]
WAYS = {
    "local": "SELECT set_config('app.user_id', '{}', true)",
    "session": "SELECT set_config('app.user_id', '{}', false)",
    "set": "SET app.user_id = '{}'",
    "block": "DO $$ BEGIN PERFORM set_config('app.user_id', '{}', true); END $$",
    "with an empty ticket": "SELECT set_config('app.user_id', '{}', true), set_config('app.system_ticket', '', true)",
    "with a made-up ticket": "SELECT set_config('app.user_id', '{}', true), set_config('app.system_ticket', repeat('0', 64), true)",
}


@pytest.mark.parametrize("way", WAYS)
def test_the_id_alone_makes_nobody_system(thief: Login, way: str) -> None:
    for spelling in SPELLINGS:
        assert claims(thief, WAYS[way].format(spelling)) == _NOBODY
        thief.rollback()
        thief.execute("RESET ALL")


def test_nor_does_a_connection_that_begins_with_it(web_address: str) -> None:
    with psycopg.connect(web_address, options=f"-c app.user_id={SYSTEM_ID}") as thief:
        assert claims(thief) == _NOBODY


@pytest.mark.parametrize(
    "statement", ["SET ROLE simpul_worker", "SET ROLE simpul_proof", "SET SESSION AUTHORIZATION simpul_worker", "SELECT * FROM iam.system_proof_keys"]
)
def test_neither_another_login_nor_the_keys_can_be_had(thief: Login, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        thief.execute(statement)


def test_no_role_of_the_product_reads_or_writes_the_keys(web_address: str) -> None:
    with psycopg.connect(ADMIN, dbname=connection.settings_dict["NAME"]) as admin:
        held = admin.execute(
            "SELECT r, p FROM unnest('{simpul_app,simpul_worker,simpul_search,simpul_migrate,simpul_sealer,simpul_proof}'::text[]) r,"
            " unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) p WHERE has_table_privilege(r, 'iam.system_proof_keys', p)"
        ).fetchall()
    assert held == [("simpul_proof", "SELECT")]


def test_nothing_is_put_in_front_of_what_judges(thief: Login) -> None:
    """The product's login may not make temporary tables; here it may, and what lies in front still counts for nothing."""
    keys = bytes(64)
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(f"GRANT TEMPORARY ON DATABASE {connection.settings_dict['NAME']} TO simpul_app")
    thief.execute("CREATE TEMPORARY TABLE system_proof_keys (is_only boolean, inner_block bytea, outer_block bytea, set_at timestamptz)")
    thief.execute("INSERT INTO system_proof_keys VALUES (true, %s, %s, now())", (keys, keys))
    for name, answer in {"current_setting(text, boolean)": "text", "pg_has_role(name, text, text)": "boolean", "holds_system_ticket(text)": "boolean"}.items():
        value = f"SELECT '{SYSTEM_ID}'::text" if answer == "text" else "SELECT true"
        thief.execute(f"CREATE FUNCTION pg_temp.{name} RETURNS {answer} LANGUAGE sql AS $$ {value} $$")
    thief.execute("SET search_path = pg_temp, iam, crm, pg_catalog")
    ticket = "encode(sha256(%s::bytea || sha256(%s::bytea || convert_to(concat_ws(' ', 'transaction', pg_backend_pid(), extract(epoch FROM now())), 'UTF8'))), 'hex')"
    thief.execute(f"SELECT set_config('app.system_ticket', {ticket}, true)", (keys, keys))
    assert claims(thief, f"SELECT pg_catalog.set_config('app.user_id', '{SYSTEM_ID}', true)") == _NOBODY


def test_what_another_session_proves_with_is_of_no_use_here(web_address: str, thief: Login) -> None:
    thief.execute("SELECT 1")
    with as_web_server(web_address):
        with scope(system_identity()):
            [own] = query("SELECT iam.session_mark() AS mark, current_setting('app.system_ticket') AS ticket")
            assert tuple(query(_SEEN)[0].values()) == (SYSTEM_ID, 1, False)
        # The statement that entered the scope is the last that the other session ran, for whoever has the same login.
        with scope(system_identity()):
            seen = " ".join(
                row[0] for row in thief.execute("SELECT query FROM pg_stat_activity WHERE usename = 'simpul_app' AND pid <> pg_backend_pid()").fetchall()
            )
            assert ("iam.system_ticket($4)" in seen, re.findall("[0-9a-f]{64}", seen), len(own["ticket"])) == (True, [], 64)
            [now] = query("SELECT current_setting('app.system_ticket') AS ticket")
            thief.execute(_TICKET, [now["ticket"]])
            assert claims(thief, f"SELECT set_config('app.user_id', '{SYSTEM_ID}', true)") == _NOBODY
            assert thief.execute("SELECT iam.system_ticket(%s)", [crypto.system_proof(own["mark"])]).fetchone() == ("",)
        # Nor in a later transaction of the very session that it was made in.
        with scope(people.actor("admin")):
            query(_TICKET, [now["ticket"]])
            query(_CLAIM, [str(SYSTEM_ID)])
            assert tuple(query(_SEEN)[0].values()) == _NOBODY


def test_no_ticket_is_left_while_somebody_else_acts(web_address: str) -> None:
    def left() -> tuple[str, Any]:
        [row] = query("SELECT coalesce(current_setting('app.system_ticket', true), '') AS ticket, iam.uid() AS who")
        return row["ticket"], row["who"]

    with as_web_server(web_address):
        admin = people.actor("admin")
        with scope(admin):
            assert left() == ("", admin.id)
            with scope(system_actor()):
                assert (len(left()[0]), left()[1]) == (64, SYSTEM_ID)
                with scope(admin):
                    assert left() == ("", admin.id)
                assert (len(left()[0]), left()[1]) == (64, SYSTEM_ID)
            assert left() == ("", admin.id)
            with pytest.raises(ZeroDivisionError), scope(system_identity()):
                raise ZeroDivisionError
            assert left() == ("", admin.id)
        assert left() == ("", None)


def test_parallel_workers_know_the_session_that_they_work_for(web_address: str) -> None:
    with as_web_server(web_address), scope(system_identity()):
        for setting in ("debug_parallel_query = on", "parallel_setup_cost = 0", "parallel_tuple_cost = 0", "min_parallel_table_scan_size = 0"):
            query(f"SELECT set_config('{setting.split(' = ')[0]}', '{setting.split(' = ')[1]}', true)")
        statement = "SELECT count(*) AS found FROM iam.users WHERE iam.uid() = %s OR username = ''"
        assert "Gather" in str(query(f"EXPLAIN {statement}", [SYSTEM_ID]))
        assert query(statement, [SYSTEM_ID]) == query("SELECT count(*) AS found FROM iam.users")


def test_the_product_goes_on_by_its_own_login(
    web_address: str, settings: Any, sandbox: Any, approved: Callable[..., Any]  # noqa: F811
) -> None:  # fmt: skip
    settings.PUBLIC_URL = "https://pesan.bank.example"
    _, message, page = offered(sandbox, approved)
    [stop, *_], [pixel] = paths(page, "u"), paths(page, "o")
    with as_web_server(web_address):
        assert people.client("admin").api("GET", "/me").status_code == 200
        browser = people.client()
        assert browser.get(pixel, headers=BROWSER).status_code == 200
        assert browser.get(stop, headers=BROWSER).status_code == 200
        assert browser.post(stop, ONE_CLICK).status_code == 200
        assert (
            browser.post(
                "/_allauth/browser/v1/auth/login",
                data={"username": "admin", "password": "salah"},
                content_type="application/json",
                headers={"X-CSRFToken": browser.token},
            ).status_code
            == 400
        )
    assert (facts(message)[:2], said()[0]) == (("OPENED", True), (None, "WITHDRAWN", "SIGNED_LINK"))


def test_another_secret_is_refused_until_it_is_migrated(web_address: str, settings: Any, tmp_path: Any) -> None:
    held = Path(settings.KEYS_FILE)
    rotated = tmp_path / "keys.json"
    key_files.write_secret(rotated, json.dumps(json.loads(held.read_text()) | {"database": {}}))
    key_files.rotate_system_proof(rotated)
    before, after = KeyRing.load(held), KeyRing.load(rotated)
    with psycopg.connect(web_address, autocommit=True) as web:
        system_proof.require_accepted(web, before)
        with pytest.raises(SettingInvalid, match="Run `simpul migrate` with this key file"):
            safety.check_database({"DATABASE_URL": web_address, "SIMPUL_KEYS_FILE": str(rotated)}, "simpul_app")
        with psycopg.connect(ADMIN, dbname=connection.settings_dict["NAME"], options="-c role=simpul_owner", autocommit=True) as owner:
            assert [system_proof.secret_keep(owner, each) for each in (before, after, after)] == [False, True, False]
            system_proof.require_accepted(web, after)
            with as_web_server(web_address), pytest.raises(SystemUnproven), scope(system_identity()):
                pass
            assert system_proof.secret_keep(owner, before)
    with as_web_server(web_address), scope(system_identity()):
        assert query("SELECT iam.uid() AS who") == [{"who": SYSTEM_ID}]
