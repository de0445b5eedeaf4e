"""Everything that a superuser can do to sealed rows and seals is found, and the first wrong row is named."""

from __future__ import annotations

import json
import os
import random
from collections import Counter

import psycopg
import pytest

from simpul.audit.sealing.checkpoints import CheckpointFile
from simpul.audit.verification.findings import Broken
from tests.audit import tampering
from tests.audit.conftest import Trail
from tests.audit.tampering import TRICKS, Hand
from tests.support import database

# `SIMPUL_TEST_TAMPERINGS=1000` is the acceptance run; each trick gets its turn in the suite's own.
TAMPERINGS = int(os.environ.get("SIMPUL_TEST_TAMPERINGS", "90"))
MONTHS = ("2024-05", "2024-06")


def sealed_over_months(trail: Trail) -> None:
    """Two past months, this one, two eras, some rows not sealed yet."""
    with trail.admin() as admin:
        for month, after in (("2024-05", "2024-06"), ("2024-06", "2024-07")):
            name = f"audit.audit_logs_{month.replace('-', '_')}"
            admin.execute(f"CREATE TABLE {name} PARTITION OF audit.audit_logs FOR VALUES FROM ('{month}-01 00:00Z') TO ('{after}-01 00:00Z')")
            admin.execute(f"ALTER TABLE {name} OWNER TO simpul_owner")
    chance = random.Random(4)
    trail.sealer.most_rows = 25
    trail.write(90, chance, MONTHS, each=3)
    trail.seal()
    with trail.admin() as admin:
        admin.execute("SET ROLE simpul_owner")
        admin.execute("SELECT audit.begin_era()")
    trail.write(60, chance, each=2)
    trail.seal()
    trail.write(4, chance)


def test_every_manipulation_is_found(trail):
    sealed_over_months(trail)
    assert (trail.verify().rows, trail.verify().unsealed) == (150, 4)
    chance, done, missed = random.Random(os.environ.get("SIMPUL_TEST_SEED", "2026")), Counter[str](), []
    found: Counter[str] = Counter()

    with trail.admin() as admin:
        for number in range(TAMPERINGS):
            trick = TRICKS[number % len(TRICKS)]
            tampering.unlock(admin)
            name = trick(Hand(admin, chance))
            code = trail.broken(admin)
            admin.rollback()
            done[name] += 1
            found[code] += 1
            if not code:
                missed.append((number, name))

    print(f"\n{sum(done.values())} manipulations, {len(missed)} missed\ndone: {dict(done)}\nfound: {dict(found)}")
    assert missed == []
    assert trail.verify().rows == 150


@pytest.mark.parametrize("moment", [0, 1, 2])
def test_an_old_backup_is_told_from_the_checkpoints_outside(trail, moment, tmp_path):
    """The backup is whole in itself; only what left the database tells that it is old."""
    for _ in range(moment):
        trail.write(5)
        trail.seal()
    name = psycopg.conninfo.conninfo_to_dict(trail.address)["dbname"]
    trail.sealer.connection.close()
    backup = f"{name}_backup"
    database.clone(backup, source=str(name))
    try:
        own = trail.sealer
        trail.sealer = type(own)(
            psycopg.connect(trail.address, dbname=name, autocommit=True, options="-c role=simpul_sealer"), own.key, CheckpointFile(trail.checkpoints)
        )
        for _ in range(3):
            trail.write(5)
            trail.seal()
        assert trail.verify().seals == moment + 3

        with trail.admin(dbname=backup) as old, pytest.raises(Broken) as caught:
            trail.verify(old)
        assert (caught.value.code, caught.value.facts) == ("TAIL_CUT", {"held": moment, "seal": moment + 3})
    finally:
        database.drop(backup)


def test_a_sentence_names_the_row_in_both_languages(trail):
    trail.write(9)
    trail.seal()
    with trail.admin() as admin:
        tampering.unlock(admin)
        row = admin.execute("SELECT audit_id FROM audit.audit_logs ORDER BY xid OFFSET 4 LIMIT 1").fetchone()
        admin.execute("UPDATE audit.audit_logs SET outcome = 'DENIED', meta = '{}', action = 'SIGN_IN' WHERE audit_id = %s", row)
        with pytest.raises(Broken) as caught:
            trail.verify(admin)
        admin.rollback()

    assert caught.value.facts["row"] == row[0]
    assert caught.value.sentence.indonesian.startswith(f"Baris {row[0]} (")
    assert caught.value.sentence.english.endswith("was changed after seal 1 covered it.")


def test_a_changed_checkpoint_is_found_and_a_torn_or_repeated_one_is_no_alarm(trail):
    for _ in range(4):
        trail.write(3)
        trail.seal()
    good = trail.checkpoints.read_text()
    lines = good.splitlines(keepends=True)
    changed = json.loads(lines[2])
    findings = {}
    for name, text in {
        "as it is": good,
        "another hash": good.replace(changed["hash"], "0" * 64),
        "another signature": good.replace(changed["signature"], json.loads(lines[0])["signature"]),
        "more rows": "".join([*lines[:2], json.dumps(changed | {"rows": 99}) + "\n", lines[3]]),
        "another moment": "".join([*lines[:2], json.dumps(changed | {"at": "2020-01-01T00:00:00.000000+00:00"}) + "\n", lines[3]]),
        "garbage": "".join([*lines[:2], "garbage\n", lines[3]]),
        "empty": "",
        "a seal that is not there": good + json.dumps(changed | {"seal": 9}) + "\n",
        "the last one torn": good[:-40],
        "one torn, then whole": "".join([*lines[:3], lines[3][:30] + "\n", lines[3]]),
        "one repeated": good + lines[1],
    }.items():
        trail.checkpoints.write_text(text)
        findings[name] = trail.broken()
    trail.checkpoints.unlink()
    findings["no file"] = trail.broken()

    assert findings == {
        "as it is": "",
        "another hash": "CHECKPOINT_DIFFERS",
        "another signature": "CHECKPOINT_FORGED",
        "more rows": "CHECKPOINT_FORGED",
        "another moment": "CHECKPOINT_FORGED",
        "garbage": "CHECKPOINT_UNREADABLE",
        "empty": "CHECKPOINTS_MISSING",
        "a seal that is not there": "TAIL_CUT",
        "the last one torn": "",
        "one torn, then whole": "",
        "one repeated": "",
        "no file": "CHECKPOINTS_MISSING",
    }
