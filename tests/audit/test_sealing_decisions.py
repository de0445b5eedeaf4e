"""What a sealer refuses to go on with, what an administrator accepts, a restore on another server, and months whose time is over."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import psycopg
import pytest

from simpul.audit.sealing import keys, retention
from simpul.audit.sealing.checkpoints import CheckpointFile
from simpul.audit.sealing.sealer import NothingToAccept, Sealer, TrailBehindCheckpoints
from simpul.platform.ids import SYSTEM_ID
from tests.audit import tampering
from tests.support.database import settle


def sealed(trail, times: int) -> None:
    for _ in range(times):
        trail.write(3)
        trail.seal()


def cut(trail, above: int) -> None:
    """As if an older backup had been restored."""
    with trail.admin() as admin:
        lower = admin.execute("SELECT lower::text FROM audit.audit_seals WHERE number = %s", [above + 1]).fetchone()
        for table, where in (("audit.audit_seals", f"number > {above}"), ("audit.audit_logs", f"xid >= '{lower[0]}'::xid8")):
            admin.execute(f"ALTER TABLE {table} DISABLE TRIGGER refuse_change; DELETE FROM {table} WHERE {where}")
            admin.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER refuse_change")


def again(trail) -> Sealer:
    """The sealer after a restart."""
    return Sealer(trail.sealer.connection, trail.sealer.key, CheckpointFile(trail.checkpoints))


def test_an_older_database_is_not_sealed_on_until_somebody_accepts_it_with_a_reason(trail):
    sealed(trail, 4)
    cut(trail, 2)
    trail.write(2)
    for sealer in (trail.sealer, again(trail)):
        with pytest.raises(TrailBehindCheckpoints, match="does not hold seal 4"):
            sealer.seal()
    assert trail.broken() == "TAIL_CUT"

    accepted = again(trail).accept("Cadangan malam dipulihkan setelah kerusakan disk")
    settle()

    assert (accepted.number, accepted.kind) == (5, "RESTORED")
    assert [seal.number for seal in again(trail).catch_up()] == [6]
    report = trail.verify()
    assert (report.rows, report.seals) == (8, 4)
    assert [told.english for told in report.notices] == [
        "Seal 5: an older database was accepted; seals 3-4 are not in it. Reason: Cadangan malam dipulihkan setelah kerusakan disk"
    ]
    with pytest.raises(NothingToAccept):
        again(trail).accept("Tidak ada alasan sama sekali")


def test_lost_checkpoints_are_not_made_anew_in_silence(trail):
    sealed(trail, 2)
    trail.checkpoints.unlink()
    for empty in (False, True):
        if empty:
            trail.checkpoints.touch()
        with pytest.raises(TrailBehindCheckpoints, match="no checkpoints"):
            again(trail).seal()
    again(trail).accept("Berkas titik periksa hilang")

    report = trail.verify()
    assert (report.seals, report.checkpoints, len(report.notices)) == (3, 3, 1)


def test_a_seal_whose_checkpoint_was_not_written_gets_it_at_the_next_start(trail):
    sealed(trail, 3)
    lines = trail.checkpoints.read_text().splitlines(keepends=True)
    for kept in ("", lines[0], lines[0] + lines[1][:50]):
        if kept == "":
            continue  # only the first seal may lack its line, see the next test
        trail.checkpoints.write_text(kept)
        assert again(trail).seal() is None
        assert trail.verify().checkpoints == 3


def test_the_first_seal_may_be_without_its_checkpoint(trail):
    sealed(trail, 1)
    trail.checkpoints.write_text("")

    assert again(trail).seal() is None

    assert trail.verify().checkpoints == 1


def test_after_a_restore_on_another_server_rows_of_the_next_era_are_sealed_from_the_beginning(trail):
    sealed(trail, 1)
    trail.write(2)
    with trail.admin() as admin:
        admin.execute("SET ROLE simpul_owner")
        assert admin.execute("SELECT audit.begin_era()").fetchone() == (2,)
    with trail.admin() as admin:
        # A younger server counts from a lower number than the rows that were restored.
        values = "'SIGN_IN', 'USER', 'x', %s, 'ALLOWED'"
        admin.execute(f"INSERT INTO audit.audit_logs (xid, action, object_type, object_id, actor_user_id, outcome) VALUES ('700', {values})", [trail.actor_id])

    made = trail.seal()

    assert [(seal.era, seal.lower, seal.row_count) for seal in made] == [(1, made[0].lower, 2), (2, 0, 1)]
    report = trail.verify()
    assert (report.rows, report.unsealed) == (6, 0)


def test_a_new_sealing_key_takes_over_and_the_former_signatures_still_hold(trail):
    sealed(trail, 1)
    former = trail.sealer.key.key_id
    keys.make(trail.place / "seal-key.json")
    trail.sealer.key = keys.load(trail.place / "seal-key.json")
    sealed(trail, 1)

    assert trail.verify().rows == 6
    assert trail.sealer.key.key_id != former
    known = json.loads(trail.public_keys.read_text())
    assert set(known) == {former, trail.sealer.key.key_id}
    trail.public_keys.write_text(json.dumps({trail.sealer.key.key_id: known[trail.sealer.key.key_id]}))
    assert trail.broken() == "SEAL_UNKNOWN_KEY"


@pytest.mark.parametrize(("spoil", "words"), [("mode", "chmod 600"), ("text", "cannot be read"), ("name", "not the one that it is named for")])
def test_an_unfit_sealing_key_is_refused_with_the_remedy(tmp_path, spoil, words):
    file = tmp_path / "seal-key.json"
    key_id = keys.make(file)
    if spoil == "mode":
        file.chmod(0o644)
    elif spoil == "text":
        file.write_text("{}")
    else:
        file.write_text(file.read_text().replace(key_id, "0" * 16))

    with pytest.raises(keys.SealingKeyUnusable, match=words):
        keys.load(file)


def old_month(trail, month: str, after: str) -> None:
    name = f"audit.audit_logs_{month.replace('-', '_')}"
    with trail.admin() as admin:
        admin.execute(f"CREATE TABLE {name} PARTITION OF audit.audit_logs FOR VALUES FROM ('{month}-01 00:00Z') TO ('{after}-01 00:00Z')")
        admin.execute(f"ALTER TABLE {name} OWNER TO simpul_owner; ALTER TABLE {name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")


def test_a_month_whose_time_is_over_is_dropped_signed_and_the_rest_still_verifies(trail):
    old_month(trail, "2024-05", "2024-06")
    old_month(trail, "2024-06", "2024-07")
    trail.sealer.most_rows = 10
    trail.write(40, months=("2024-05", "2024-06"))
    trail.seal()
    with trail.admin() as admin:
        held = dict(admin.execute("SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM'), count(*) FROM audit.audit_logs GROUP BY 1").fetchall())
    over = retention.months_over(trail.sealer, 24, datetime(2026, 6, 15, tzinfo=UTC).date())

    seal = retention.drop_month(trail.sealer, date(2024, 5, 1), actor_id=SYSTEM_ID)

    assert over == [date(2024, 5, 1)]
    assert seal is not None and json.loads(seal.details) == {"month": "2024-05", "rows": held["2024-05"]}
    trail.seal()
    report = trail.verify()
    assert report.rows == held["2024-06"] + 1
    assert report.notices[0].indonesian == f"Segel {seal.number}: bulan 2024-05 dihapus setelah masa simpannya, {held['2024-05']} baris."
    with trail.admin() as admin:
        assert admin.execute("SELECT action, object_id, actor_user_id, meta FROM audit.audit_logs WHERE action = 'DROP_AUDIT_MONTH'").fetchall() == [
            ("DROP_AUDIT_MONTH", "2024-05", SYSTEM_ID, {"rows": held["2024-05"], "seal": seal.number})
        ]
        # Rows of another month are not excused by it.
        tampering.unlock(admin)
        admin.execute("DELETE FROM audit.audit_logs WHERE audit_id = (SELECT audit_id FROM audit.audit_logs WHERE created_at < '2024-07-01' LIMIT 1)")
        assert trail.broken(admin) == "ROW_MISSING"
        admin.rollback()


def test_a_month_that_was_changed_after_it_was_sealed_is_kept(trail):
    old_month(trail, "2024-05", "2024-06")
    trail.write(10, months=("2024-05",))
    trail.seal()
    with trail.admin() as admin:
        admin.execute("ALTER TABLE audit.audit_logs_2024_05 DISABLE TRIGGER ALL")
        admin.execute(
            "UPDATE audit.audit_logs_2024_05 SET object_id = 'lain' WHERE audit_id = (SELECT min(audit_id::text)::uuid FROM audit.audit_logs_2024_05)"
        )

    with pytest.raises(retention.MonthDoesNotMatchItsSeals):
        retention.drop_month(trail.sealer, date(2024, 5, 1), actor_id=SYSTEM_ID)

    assert trail.broken() == "ROW_CHANGED"


def test_the_database_itself_refuses_to_drop_what_may_not_go(trail):
    old_month(trail, "2024-05", "2024-06")
    trail.write(4, months=("2024-05",))
    this_month = datetime.now(UTC).date().replace(day=1)
    calls = [
        ("simpul_app", date(2024, 5, 1), "permission denied"),
        ("simpul_worker", date(2024, 5, 1), "permission denied"),
        ("simpul_migrate", date(2024, 5, 1), "permission denied"),
        ("simpul_sealer", this_month, "ended a year ago"),
        ("simpul_sealer", date(2024, 5, 2), "whole month"),
        ("simpul_sealer", date(2024, 4, 1), "no partition"),
        ("simpul_sealer", date(2024, 5, 1), "only in the transaction of the seal"),
    ]
    for role, month, words in calls:
        with trail.admin(options=f"-c role={role}") as other, pytest.raises(psycopg.Error, match=words):
            other.execute("SELECT audit.drop_month(%s)", [month])
    # Announced, but not sealed: the rows would go without ever having been vouched for.
    trail.sealer.publish()
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="4 of them unsealed"), trail.sealer.connection.transaction():
        trail.sealer.add(None, "MONTH_DROPPED", details='{"month":"2024-05","rows":4}')
        trail.sealer.connection.execute("SELECT audit.drop_month('2024-05-01')")
    trail.seal()

    assert trail.verify().rows == 4
