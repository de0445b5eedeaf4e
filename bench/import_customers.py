"""Importing customers: the shipped CSV profile on a fresh database, against a raw COPY of the same file in the same run."""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import time
from datetime import date
from pathlib import Path

from bench.environment import ROOT, _simpul, machine
from simpul.config.bootstrap import keys as key_files
from simpul.config.bootstrap.database import LOGIN_ROLES, bootstrap
from simpul.config.cli.installation import DATABASE, Installation, cluster_of

HEADER = "no_cif,nama_lengkap,nik,tanggal_lahir,jenis_kelamin,no_hp,email,kode_cabang,segmen,status,alamat,kecamatan,kota,kode_pos".split(",")
SEGMENTS = {"MASS": "MASSAL", "PRIORITY": "PRIORITAS", "MSME": "UMKM", "CORPORATE": "KORPORASI"}
STATES = {"ACTIVE": "AKTIF", "DORMANT": "PASIF", "CLOSED": "TUTUP"}


def main() -> None:
    """Print seconds, rows a second and processor time of the first and of a second import, and the ratio to a raw COPY."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=1_000_000)
    arguments.add_argument("--again", action="store_true", help="import the same file a second time as well")
    arguments.add_argument("--keep", action="store_true", help="leave the database for a look")
    given = arguments.parse_args()
    directory = Path(os.environ.get("SIMPUL_BENCH_DIR") or ROOT / ".simpul" / "bench") / "import"
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    keys = key_files.ensure(key_files.key_file(directory), data_exists=False, demonstration=True)
    cluster = cluster_of(directory, keys)
    cluster.start()
    try:
        installation = Installation(directory, keys, cluster.url(), cluster)
        bootstrap(installation.admin_url, DATABASE, passwords={role: keys["database"][role] for role in LOGIN_ROLES})
        _simpul(installation, "migrate", "migrate")
        os.environ.update(installation.environment("worker"))
        measure(given.customers, directory, given.again, installation)
    finally:
        cluster.stop()
        if not given.keep:
            shutil.rmtree(directory, ignore_errors=True)


def measure(customers: int, directory: Path, again: bool, installation: Installation) -> None:
    """Write the file, copy it raw, import it."""
    import django

    django.setup()
    import psycopg

    from simpul.config.demonstration.places import branch_facts, many
    from simpul.iam.public import branches_put, system_actor
    from simpul.imports.public import import_run, load_profile
    from simpul.platform.db import scope

    places = many(100)
    actor = system_actor()
    with scope(actor):
        branches_put(actor=actor, branches=branch_facts(places))
    path = directory / "nasabah.csv"
    write(path, customers, places)
    with psycopg.connect(installation.url("migrate"), options="-c role=simpul_owner", autocommit=True) as owner:
        owner.execute("CREATE UNLOGGED TABLE public.raw_rows (" + ", ".join(f"{name} text" for name in HEADER) + ")")
        began = time.perf_counter()
        with owner.cursor() as cursor, cursor.copy("COPY public.raw_rows FROM STDIN (FORMAT csv, HEADER)") as copy, path.open("rb") as stream:
            while block := stream.read(1 << 20):
                copy.write(block)
        raw = time.perf_counter() - began
        owner.execute("DROP TABLE public.raw_rows")
    profile = load_profile(ROOT / "src" / "simpul" / "config" / "profiles" / "nasabah-csv.toml")
    print(machine())
    for turn in ("first import", "same file again") if again else ("first import",):
        began, ours, theirs = time.perf_counter(), time.process_time(), processor_seconds(installation)
        run = import_run(actor=actor, profile=profile, path=path)
        seconds = time.perf_counter() - began
        print(
            f"{turn}: {customers:,} customers in {seconds:.1f} s ({customers / seconds:,.0f} rows/s; budget 60 s for a million), processor time "
            f"{time.process_time() - ours:.1f} s here and {processor_seconds(installation) - theirs:.1f} s in the database; {run.counts}"
        )
        print(f"raw COPY of the same file without keys, checks or encryption: {raw:.1f} s; ratio {seconds / raw:.1f}")


def processor_seconds(installation: Installation) -> float:
    """Processor time of the database server, its running and its ended processes."""
    server = installation.cluster.pid() if installation.cluster else None
    used = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if path.parent.name == str(server):
            used += sum(map(int, fields[11:15]))
        elif fields[1] == str(server):
            used += sum(map(int, fields[11:13]))
    return used / os.sysconf("SC_CLK_TCK")


def write(path: Path, customers: int, places: object) -> None:
    """The made customers as the profile's CSV."""
    from simpul.config.demonstration.people import People

    people = People(11, places, date(2026, 1, 1))  # type: ignore[arg-type]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        for row in people.rows(customers):
            born, phone = row["birth_date"], row["phone_e164"]
            writer.writerow([
                row["cif"], row["full_name"], row["nik"], f"{born:%d/%m/%Y}" if born else "", {"M": "L", "F": "P"}.get(row["gender"], ""), f"0{phone[3:]}" if phone else "-",
                row["email"], row["home_branch_code"], SEGMENTS[row["segment_code"]], STATES[row["status"]], row["street"], row["kecamatan"], row["city"], row["postcode"],
            ])  # fmt: skip


if __name__ == "__main__":
    main()
