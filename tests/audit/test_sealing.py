"""Sealing: every row once, in blocks of ended transactions, in a chain that the verifier, written apart, agrees with."""

from __future__ import annotations

import psycopg
import pytest

from simpul.audit.sealing import encoding
from simpul.audit.verification import reading, tree
from tests.support.database import settle


def test_what_is_sealed_verifies(trail):
    trail.write(120, each=7)
    trail.sealer.most_rows = 50

    made = trail.seal()

    report = trail.verify()
    assert [seal.row_count for seal in made] == [49, 49, 22]
    assert (report.rows, report.seals, report.checkpoints, report.unsealed, report.notices) == (120, 3, 3, 0, [])
    assert trail.sealer.seal() is None


def test_a_format_covers_every_column_of_the_trail(trail):
    with trail.admin() as admin:
        columns = admin.execute("SELECT attname FROM pg_attribute WHERE attrelid = 'audit.audit_logs'::regclass AND attnum > 0 AND NOT attisdropped").fetchall()

    assert sorted(name for (name,) in columns) == sorted(encoding.COLUMNS)


def test_sealer_and_verifier_compute_the_same_tree_by_different_ways():
    for count in range(70):
        leaves = [bytes([number]) * 32 for number in range(count)]
        assert encoding.merkle_root(leaves) == tree.root(leaves)


def test_a_running_transaction_is_neither_missed_nor_sealed_early(trail):
    trail.write(1)
    settle()
    with trail.admin() as slow:
        slow.execute(
            "INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome) SELECT 'SIGN_IN', 'USER', 'lambat', %s, 'ALLOWED'",
            [trail.actor_id],
        )
        trail.write(5)
        early = trail.sealer.catch_up()
        assert trail.verify().unsealed == 5
    late = trail.seal()

    assert ([seal.row_count for seal in early], [seal.row_count for seal in late]) == ([1], [6])
    assert trail.verify().rows == 7


def test_a_transaction_is_never_divided_between_blocks(trail):
    trail.write(30, each=30)
    trail.write(3)
    trail.sealer.most_rows = 10

    assert [seal.row_count for seal in trail.seal()] == [30, 3]
    assert trail.verify().rows == 33


def test_the_verifier_reads_rows_byte_for_byte_as_the_sealer_wrote_them(trail):
    trail.write(40)
    statement = f"SELECT {encoding.SELECTED} FROM audit.audit_logs a ORDER BY a.xid, a.audit_id"
    with trail.admin() as admin:
        assert [encoding.entry(row).packed() for row in admin.execute(statement)] == [row.packed for row in reading.rows(admin, 1, 0, 2**63)]


def test_nobody_but_the_sealer_writes_a_seal_and_nobody_changes_one(trail):
    trail.write(1)
    trail.seal()
    changes = ["UPDATE audit.audit_seals SET row_count = 0", "DELETE FROM audit.audit_seals", "TRUNCATE audit.audit_seals"]
    attempts = [(role, "INSERT INTO audit.audit_seals SELECT * FROM audit.audit_seals") for role in ("simpul_app", "simpul_worker", "simpul_migrate")]
    attempts += [(role, verb) for role in ("simpul_app", "simpul_sealer", "simpul_owner", "postgres") for verb in changes]
    refused = []
    for role, statement in attempts:
        # A superuser's favourite way around triggers does not lead around these.
        options = f"-c role={role}" + (" -c session_replication_role=replica" if role == "postgres" else "")
        with trail.admin(options=options) as other:
            try:
                # The owner is subject to row-level security as well: it finds no row to delete or change.
                if other.execute(statement).rowcount == 0:
                    refused.append((role, statement))
            except psycopg.errors.InsufficientPrivilege:
                refused.append((role, statement))

    assert refused == attempts
    assert trail.verify().seals == 1


def test_a_writer_puts_no_row_into_a_sealed_range_or_into_the_past(trail):
    values = "SELECT 'SIGN_IN', 'USER', 'x', %s, 'ALLOWED'"
    with trail.admin(options="-c role=simpul_app", autocommit=True) as app:
        for columns, extra in (("xid, ", "'5'::xid8, "), ("created_at, ", "now() - interval '10 minutes', "), ("created_at, ", "now() + interval '1 hour', ")):
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"), app.transaction():
                app.execute("SELECT set_config('app.user_id', %s, true)", [str(trail.actor_id)])
                app.execute(
                    f"INSERT INTO audit.audit_logs ({columns}action, object_type, object_id, actor_user_id, outcome) {values.replace('SELECT ', 'SELECT ' + extra)}",
                    [trail.actor_id],
                )
        with app.transaction():
            app.execute("SELECT set_config('app.user_id', %s, true)", [str(trail.actor_id)])
            app.execute(f"INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome) {values}", [trail.actor_id])
