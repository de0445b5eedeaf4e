"""kill -9 of PostgreSQL, web server, worker and of the import itself: the same command goes on, and the rows come in once."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import psycopg

from tests.chaos.conftest import KILLS
from tests.chaos.test_kills_during_use import pid_of
from tests.support.demo import SIMPUL, Demo, until

_HEADER = [
    "no_cif",
    "nama_lengkap",
    "nik",
    "tanggal_lahir",
    "jenis_kelamin",
    "no_hp",
    "email",
    "kode_cabang",
    "segmen",
    "status",
    "alamat",
    "kecamatan",
    "kota",
    "kode_pos",
]
_ROWS = 40_000 if KILLS > 1 else 10_000
_SECONDS = 3_600
_READ = "SELECT coalesce(sum(rows_read), 0) FROM crm.import_runs WHERE profile = 'nasabah-csv'"


def source(path: Path, first: int, branch: str) -> Path:
    """A list of customers, each with a CIF, NIK and phone of its own."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for number in range(first, first + _ROWS):
            day, month = number % 28 + 1, number // 28 % 12 + 1
            birth = f"{day:02d}/{month:02d}/19{number // 336 % 40 + 50:02d}"
            nik = f"1271{number // 10_000 % 90 + 10:02d}{day:02d}{month:02d}{birth[-2:]}{number % 9_999 + 1:04d}"
            writer.writerow(
                [f"KB{number:07d}", f"Uji Bencana {number}", nik, birth, "L", f"0813{number:08d}", "-", branch, "MASSAL", "AKTIF", "-", "-", "Medan", "20112"]
            )
    return path


class Importing:
    """The import command, begun again whenever it was killed or lost its database."""

    def __init__(self, demo: Demo, path: Path) -> None:
        self.demo, self.path, self.starts = demo, path, 0
        self.process: subprocess.Popen[str] | None = None
        self.begin()

    def begin(self) -> None:
        self.starts += 1
        command = [SIMPUL, "import", "nasabah-csv", str(self.path), "--data", str(self.demo.directory)]
        self.process = subprocess.Popen(
            command, env=self.demo.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def done(self) -> bool:
        """Whether it came to its end; begins it again when it was interrupted."""
        assert self.process is not None
        code = self.process.poll()
        if code is None:
            return False
        if code == 0:
            return True
        until(lambda: self.demo.status() == 200, 60, "the database for the next start of the import")
        self.begin()
        return False


def first_rows(demo: Demo, importing: Importing) -> float:
    """How long an undisturbed start takes until rows are in: kills are then spread over all of that and more."""
    began = time.monotonic()
    with psycopg.connect(demo.database(), autocommit=True) as connection:
        until(lambda: importing.done() or connection.execute(_READ).fetchone() != (0,), 300, "the first rows")
    return time.monotonic() - began


def test_an_import_goes_on_after_every_kill_and_brings_each_row_once(demo, kills, report, tmp_path):
    with psycopg.connect(demo.database()) as connection:
        (branch,) = connection.execute("SELECT branch_code FROM iam.branches ORDER BY branch_code LIMIT 1").fetchone()
    chance, began, starts, sources, usual = random.Random(7), time.monotonic(), 0, 0, 0.0
    left = {"import": kills, "database": kills, "web": kills, "worker": kills}
    while any(left.values()):
        importing = Importing(demo, source(tmp_path / f"nasabah-{sources}.csv", sources * _ROWS, branch))
        sources += 1
        usual = usual or first_rows(demo, importing)
        while not importing.done():
            assert time.monotonic() - began < _SECONDS
            disturb(demo, importing, left, chance, usual)
        starts += importing.starts

    with psycopg.connect(demo.database()) as connection:
        runs = connection.execute("SELECT status, rows_read, rows_added, rows_rejected FROM crm.import_runs WHERE profile = 'nasabah-csv'").fetchall()
        customers = connection.execute("SELECT count(*), count(DISTINCT source_key) FROM crm.customers WHERE source_system = 'NASABAH'").fetchone()
        identifiers = connection.execute(
            "SELECT id_type, count(*) FROM crm.customer_identifiers JOIN crm.customers USING (customer_id) WHERE source_system = 'NASABAH' GROUP BY 1 ORDER BY 1"
        ).fetchall()
    rows = sources * _ROWS
    report("during import", kills_of_each=kills, sources=sources, rows=rows, starts=starts, seconds=round(time.monotonic() - began, 1))
    assert runs == [("COMPLETED", _ROWS, _ROWS, 0)] * sources
    assert customers == (rows, rows)
    assert identifiers == [("CIF", rows), ("NIK", rows)]


def disturb(demo: Demo, importing: Importing, left: dict[str, int], chance: random.Random, usual: float) -> None:
    """Kill one part at some moment of this start: while it checks the source, between chunks, inside one."""
    process = importing.process
    assert process is not None
    wanted = [part for part, number in left.items() if number]
    moment = time.monotonic() + chance.uniform(0.2, 1.6 * usual)
    while process.poll() is None and (time.monotonic() < moment or not wanted):
        time.sleep(0.02)
    if process.poll() is not None:
        return
    part = chance.choice(wanted)
    os.kill(process.pid if part == "import" else pid_of(demo, part), signal.SIGKILL)
    left[part] -= 1
    if part != "import":
        until(lambda: demo.status() == 200, 120, f"ready after {part} was killed")
