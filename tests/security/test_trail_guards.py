"""Whoever takes a guard of the trail away is found by the verifier, and nobody chooses the moment or the era of a row."""

from __future__ import annotations

import json

import psycopg
import pytest

from simpul.audit.verification import structure
from simpul.audit.verification.findings import Broken
from tests.audit.conftest import Trail, trail  # noqa: F401 - a fixture

SKIP = "CREATE FUNCTION audit.skip() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; "
TRICKS = {
    "ALTER TABLE audit.audit_logs DISABLE TRIGGER refuse_change": ("GUARD_CHANGED", "trigger audit_logs refuse_change"),
    "ALTER TABLE audit.audit_logs ENABLE TRIGGER refuse_truncate": ("GUARD_CHANGED", "trigger audit_logs refuse_truncate"),
    "DROP TRIGGER refuse_truncate ON audit.audit_logs": ("GUARD_MISSING", "trigger audit_logs refuse_truncate"),
    "DROP TRIGGER refuse_change ON audit.audit_seals": ("GUARD_MISSING", "trigger audit_seals refuse_change"),
    "CREATE RULE skip AS ON INSERT TO audit.audit_logs DO INSTEAD NOTHING": ("GUARD_UNKNOWN", "rule audit_logs skip"),
    "CREATE RULE skip AS ON INSERT TO audit.audit_logs WHERE NEW.action = 'EXPORT' DO INSTEAD NOTHING": ("GUARD_UNKNOWN", "rule audit_logs skip"),
    "CREATE RULE skip AS ON UPDATE TO audit.audit_logs DO ALSO SELECT 1": ("GUARD_UNKNOWN", "rule audit_logs skip"),
    SKIP + "CREATE TRIGGER skip BEFORE INSERT ON audit.audit_logs FOR EACH ROW EXECUTE FUNCTION audit.skip()": ("GUARD_UNKNOWN", "function skip"),
    "CREATE POLICY also ON audit.audit_logs FOR INSERT TO simpul_app WITH CHECK (true)": ("GUARD_UNKNOWN", "policy audit_logs also"),
    "ALTER POLICY audit_logs_insert ON audit.audit_logs WITH CHECK (true)": ("GUARD_CHANGED", "policy audit_logs audit_logs_insert"),
    "ALTER POLICY audit_logs_read ON audit.audit_logs TO PUBLIC": ("GUARD_CHANGED", "policy audit_logs audit_logs_read"),
    "DROP POLICY audit_logs_update ON audit.audit_logs": ("GUARD_MISSING", "policy audit_logs audit_logs_update"),
    "ALTER TABLE audit.audit_seals DISABLE ROW LEVEL SECURITY": ("GUARD_CHANGED", "table audit_seals"),
    "ALTER TABLE audit.audit_logs OWNER TO simpul_app": ("GUARD_CHANGED", "table audit_logs"),
    "CREATE OR REPLACE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'": ("GUARD_CHANGED", "function refuse_change"),
    "ALTER FUNCTION audit.drop_month(date) OWNER TO simpul_search": ("GUARD_CHANGED", "function drop_month month date"),
    "CREATE OR REPLACE FUNCTION iam.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid'": ("GUARD_CHANGED", "function uid"),
    "CREATE VIEW audit.also AS SELECT * FROM audit.audit_logs": ("GUARD_UNKNOWN", "rule also _RETURN"),
}


def test_a_guard_that_is_taken_away_changed_or_added_is_named(trail: Trail) -> None:  # noqa: F811
    trail.write(3)
    trail.seal()
    assert trail.verify().notices == []
    named = {}
    with trail.admin() as admin:
        for trick in TRICKS:
            admin.execute(trick)
            with pytest.raises(Broken) as caught:
                trail.verify(admin)
            named[trick] = (caught.value.code, caught.value.facts["guard"])
            assert caught.value.facts["guard"] in caught.value.sentence.indonesian
            admin.rollback()
    assert named == TRICKS


def test_a_guard_of_a_month_is_missed_and_a_month_without_guards_is_mentioned(trail: Trail) -> None:  # noqa: F811
    trail.write(3)
    trail.seal()
    with trail.admin() as admin:
        month = str(admin.execute("SELECT min(tableoid::regclass::text) FROM audit.audit_logs").fetchone()[0]).removeprefix("audit.")  # type: ignore[index]
        admin.execute(f"ALTER TABLE audit.{month} DISABLE TRIGGER refuse_truncate")
        assert trail.broken(admin) == "GUARD_CHANGED"
        admin.rollback()
        admin.execute(f"DROP TRIGGER refuse_truncate ON audit.{month}")
        assert [each.english.split(" has no guard")[0] for each in trail.verify(admin).notices] == [f"The table {month}"]
        admin.rollback()


def test_the_expected_guards_are_those_of_a_fresh_database(trail: Trail) -> None:  # noqa: F811
    with trail.admin() as admin:
        admin.execute("SET search_path = pg_catalog")
        # Renewed by `python -m tools.trail_structure`.
        assert structure.expected_of(admin) == json.loads(structure.EXPECTED.read_text())


def test_a_cut_in_the_middle_of_the_checkpoints_is_found(trail: Trail) -> None:  # noqa: F811
    for _ in range(5):
        trail.write(2)
        trail.seal()
    lines = trail.checkpoints.read_text().splitlines(keepends=True)

    found = {}
    for name, kept in {"whole": [0, 1, 2, 3, 4], "one": [0, 1, 3, 4], "several": [0, 4], "before a repeated one": [0, 2, 1, 3, 4]}.items():
        trail.checkpoints.write_text("".join(lines[place] for place in kept))
        found[name] = trail.broken()

    assert found == {"whole": "", "one": "CHECKPOINT_GAP", "several": "CHECKPOINT_GAP", "before a repeated one": "CHECKPOINT_GAP"}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("era", "audit.current_era() + 1"),
        ("era", "0"),
        ("xid", "(pg_current_xact_id()::text::bigint + 1)::text::xid8"),
        ("xid", "'5'::xid8"),
        ("created_at", "now() - interval '2 seconds'"),
        ("created_at", "now() - interval '4 minutes'"),
        ("created_at", "clock_timestamp() + interval '4 minutes'"),
    ],
)
@pytest.mark.parametrize("role", ["simpul_app", "simpul_worker"])
def test_a_writer_chooses_neither_era_nor_transaction_nor_moment(trail: Trail, role: str, column: str, value: str) -> None:  # noqa: F811
    insert = (
        "INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome{column}) VALUES ('SIGN_IN', 'USER', 'x', %s, 'ALLOWED'{value})"
    )
    with trail.admin(options=f"-c role={role}", autocommit=True) as writer:
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"), writer.transaction():
            writer.execute("SELECT set_config('app.user_id', %s, true)", [str(trail.actor_id)])
            writer.execute(insert.format(column=f", {column}", value=f", {value}"), [trail.actor_id])
        with writer.transaction():
            writer.execute("SELECT set_config('app.user_id', %s, true)", [str(trail.actor_id)])
            writer.execute(insert.format(column="", value=""), [trail.actor_id])
