"""The command: options in, sentences in both languages out, exit status 0 only for a trail that holds."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import psycopg

from .findings import Broken
from .outside import PublicKeys
from .verifier import Report, Verifier

_EVERY_SECONDS = 10.0


def verify(url: str, keys: Path, checkpoints: Path | None) -> Report:
    """Verify a database in one snapshot of it.

    Raises: Broken, psycopg.Error.
    """
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        return Verifier(connection, PublicKeys(keys), checkpoints, _Progress()).run()


def tell(url: str, keys: Path, checkpoints: Path | None) -> int:
    """Verify and print what was found; the exit status."""
    try:
        report = verify(url, keys, checkpoints)
    except Broken as broken:
        print(f"RUSAK: {broken.sentence.indonesian}\nBROKEN: {broken.sentence.english}")
        return 1
    except psycopg.errors.UndefinedTable:
        print("RUSAK: Basis data ini tidak memuat jejak audit dengan segel.\nBROKEN: This database holds no trail with seals.")
        return 1
    for each in report.notices:
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
    return 0


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
    parser.add_argument("--without-checkpoints", action="store_true", help="do without checkpoints: a cut tail then cannot be seen")
