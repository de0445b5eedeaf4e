"""The command: options in, sentences in both languages out, exit status 0 only for a trail that holds."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psycopg

from .findings import Broken
from .outside import PublicKeys
from .stored import StoredObject, StoreReport, directory_objects, stored_check
from .verifier import Report, Verifier

_EVERY_SECONDS = 10.0


def verify(url: str, keys: Path, checkpoints: Path | None, stored: Sequence[StoredObject] | None = None) -> tuple[Report, StoreReport | None]:
    """Verify a database in one snapshot of it, and what an object store holds against it. The objects are listed before: what is stored meanwhile is
    no difference.

    Raises: Broken, psycopg.Error.
    """
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        known = PublicKeys(keys)
        report = Verifier(connection, known, checkpoints, _Progress()).run()
        return report, None if stored is None else stored_check(connection, known, stored)


def tell(url: str, keys: Path, checkpoints: Path | None, stored: Callable[[], Sequence[StoredObject]] | None = None) -> int:
    """Verify and print what was found; the exit status."""
    try:
        report, store = verify(url, keys, checkpoints, stored() if stored else None)
    except Broken as broken:
        print(f"RUSAK: {broken.sentence.indonesian}\nBROKEN: {broken.sentence.english}")
        return 1
    except psycopg.errors.UndefinedTable:
        print("RUSAK: Basis data ini tidak memuat jejak audit dengan segel.\nBROKEN: This database holds no trail with seals.")
        return 1
    for each in [*report.notices, *(store.notices if store else ())]:
        print(f"Catatan: {each.indonesian}\nNote: {each.english}")
    if checkpoints is None:
        print("Catatan: tanpa titik periksa, ekor yang dipotong tidak terlihat.\nNote: without checkpoints a cut tail cannot be seen.")
    pace = report.rows / max(report.seconds, 0.001)
    print(
        f"UTUH: {report.rows:,} baris dalam {report.seals:,} segel sesuai, {report.checkpoints:,} titik periksa cocok; segel terakhir {report.last_seal} pada "
        f"{report.last_sealed_at}; {report.unsealed:,} baris belum disegel, tertua {report.oldest_unsealed_seconds} detik.\n"
        f"INTACT: {report.rows:,} rows in {report.seals:,} seals hold, {report.checkpoints:,} checkpoints agree; last seal {report.last_seal} at "
        f"{report.last_sealed_at}; {report.unsealed:,} rows not sealed yet, the oldest for {report.oldest_unsealed_seconds} s. "
        f"({report.seconds:.1f} s, {pace:,.0f} rows/s)"
    )
    if store:
        print(
            f"PENYIMPANAN OBJEK: {store.rows:,} baris dalam {store.seals:,} segel dan {store.objects:,} objek terbukti; {store.waiting:,} segel belum sampai.\n"
            f"OBJECT STORE: {store.rows:,} rows in {store.seals:,} seals and {store.objects:,} objects are proved; {store.waiting:,} seals are not there yet."
        )
    return 0


def directory_reader(place: Path | None) -> Callable[[], Sequence[StoredObject]] | None:
    """How the objects of a copied directory are listed, if one is named."""
    return None if place is None else lambda: directory_objects(place)


class _Progress:
    def __init__(self) -> None:
        self.told_at = time.monotonic()

    def __call__(self, rows: int) -> None:
        if time.monotonic() - self.told_at > _EVERY_SECONDS:
            self.told_at = time.monotonic()
            print(f"  {rows:,} rows ...", file=sys.stderr, flush=True)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that need no installation."""
    parser.add_argument("--public-keys", type=Path, metavar="FILE", help="the public sealing keys")
    parser.add_argument("--checkpoints", type=Path, metavar="FILE", help="the checkpoints, best a copy that the database's administrators cannot change")
    parser.add_argument("--stored", type=Path, metavar="DIR", help="compare the objects that were copied from the object store into a directory as well")
    parser.add_argument("--without-checkpoints", action="store_true", help="do without checkpoints: a cut tail then cannot be seen")
