"""kill -9 while changes are made and told: a notice is in the inbox exactly when its change is in the database."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time

import psycopg

from tests.config.test_worker import until
from tests.support import people
from tests.support.database import ROOT

_CHANGES = "SELECT object_id FROM audit.audit_logs WHERE object_type = 'TEST'"
_NOTICES = "SELECT subject_id FROM crm.notices"


def test_a_notice_is_there_exactly_when_its_change_is(committed, kills, report):
    people.organisation()
    environment = {**os.environ, "DATABASE_URL": committed, "SIMPUL_PROCESS": "worker", "PYTHONPATH": str(ROOT)}
    chance, kills = random.Random(4), max(5, kills)
    with psycopg.connect(committed, options="-c role=simpul_fixture", autocommit=True) as owner:
        for _ in range(kills):
            before = len(owner.execute(_NOTICES).fetchall())
            process = subprocess.Popen([sys.executable, "-m", "tests.support.telling"], env=environment)
            try:
                until(lambda before=before: len(owner.execute(_NOTICES).fetchall()) > before, 60)
                time.sleep(chance.uniform(0, 0.3))
            finally:
                process.kill()
                process.wait()
        changes = [row[0] for row in owner.execute(_CHANGES).fetchall()]
        notices = [row[0] for row in owner.execute(_NOTICES).fetchall()]

    report("notices", kills=kills, changes=len(changes), notices=len(notices), missing=len({*changes} - {*notices}), beyond=len({*notices} - {*changes}))
    assert sorted(changes) == sorted(notices)
    assert len(changes) >= kills
