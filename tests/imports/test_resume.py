"""A killed import goes on where it stopped, and ends as if nothing had happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest

from simpul.iam.public import system_actor
from simpul.imports.errors import ImportIsRunning
from tests.imports.sources import PROFILES, bring_in, person, write
from tests.support import database, people

_RUN = """
import sys, django
from pathlib import Path
from django.conf import settings
settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
django.setup()
from simpul.imports import targets
from simpul.iam.public import system_actor
from simpul.imports.public import import_run, load_profile
import dataclasses
import os
os.cpu_count = lambda: 2  # two lanes, however many processors there are
targets.targets._items["customers"] = dataclasses.replace(targets.targets["customers"], at_once=100)
run = import_run(actor=system_actor(), profile=load_profile(Path(sys.argv[1])), path=Path(sys.argv[2]), progress=lambda standing: print(standing.rows, flush=True))
print(run.counts["added"], run.counts["unchanged"], run.status)
"""


@pytest.mark.chaos
def test_an_import_killed_again_and_again_ends_with_every_row_once(committed, tmp_path):
    people.organisation()
    path = write(tmp_path / "nasabah.csv", [*(person(number) for number in range(1, 2001)), person(7), person(5000, nik=person(3)["nik"])])
    environment = {**os.environ, "DATABASE_URL": committed}
    command = [sys.executable, "-W", "ignore", "-c", _RUN, str(PROFILES / "nasabah-csv.toml"), str(path)]

    for chunks in (1, 3, 2):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(chunks):
            assert process.stdout is not None
            assert process.stdout.readline().strip().isdigit()
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = _until_free(command, environment)

    assert done.stdout.splitlines()[-1].split()[2] == "COMPLETED", done.stderr
    with psycopg.connect(database.ADMIN, dbname=psycopg.conninfo.conninfo_to_dict(committed)["dbname"]) as admin:
        counted = admin.execute("SELECT count(*), count(DISTINCT source_key) FROM crm.customers").fetchone()
        runs = admin.execute("SELECT status, rows_read, rows_added, rows_changed, rows_unchanged, rows_rejected FROM crm.import_runs").fetchall()
        reasons = admin.execute("SELECT line, reasons -> 0 ->> 'column' FROM crm.import_rejects ORDER BY line").fetchall()
        searchable = admin.execute("SELECT count(*) FROM crm.customer_search").fetchone()
    assert counted == (2000, 2000)
    assert runs == [("COMPLETED", 2002, 2000, 0, 0, 2)]
    assert reasons == [(2002, "no_cif"), (2003, "nik")]
    assert searchable == (2000,)


def _until_free(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The server notices a killed client at its next answer: until then the import's lock is taken."""
    for _ in range(50):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if "ImportIsRunning" not in done.stderr:
            return done
        time.sleep(0.2)
    return done


def test_two_imports_of_one_source_system_do_not_run_at_once(organisation, tmp_path):
    import django.db

    other = django.db.connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('simpul import NASABAH'))")
        with pytest.raises(ImportIsRunning):
            bring_in(system_actor(), write(tmp_path / "nasabah.csv", [person(1)]))
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('simpul import NASABAH'))")
    finally:
        other.close()
    assert bring_in(system_actor(), tmp_path / "nasabah.csv").added == 1
