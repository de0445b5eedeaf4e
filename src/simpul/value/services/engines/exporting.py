"""What PostgreSQL knows of customers and bookings, as Parquet files that an analytical engine reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from django.db import connection

from simpul.value.selectors.questions import postgres_relations

# The columns of each relation, as DuckDB reads them from what PostgreSQL copies out.
SHAPES: Mapping[str, str] = {
    "customers": "{'customer_id': 'UUID', 'created_at': 'TIMESTAMP', 'contacted_at': 'TIMESTAMP'}",
    "bookings": "{'customer_id': 'UUID', 'occurred_at': 'TIMESTAMP', 'amount': 'DECIMAL(15,2)', 'currency': 'VARCHAR', 'kind': 'VARCHAR'}",
    "balances": "{'customer_id': 'UUID', 'account': 'VARCHAR', 'transaction_id': 'UUID', "
    "'occurred_at': 'TIMESTAMP', 'balance_after': 'DECIMAL(15,2)', 'currency': 'VARCHAR'}",
}
PIECE = 256 * 2**20  # bytes of text that lie on the disk at a time


@contextmanager
def working_directory() -> Iterator[Path]:
    """A directory of our own for the files of one run, which are gone afterwards."""
    with TemporaryDirectory(prefix="simpul-rfm-") as name:
        yield Path(name)


@contextmanager
def duckdb_open(directory: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB in this process, which fetches nothing from elsewhere and spills into the directory."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": str(directory / "spill"),
        "memory_limit": "2GB",
        "preserve_insertion_order": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    opened = duckdb.connect(config=settings)
    try:
        yield opened
    finally:
        opened.close()


def relations_export(engine: duckdb.DuckDBPyConnection, directory: Path, *, balances: bool, ids: str = "UUID") -> None:
    """Write the relations that a run reads as Parquet files, `directory/<relation>/<number>.parquet`; ids are UUID or VARCHAR.

    Only in a scope of the product's own jobs.
    """
    for relation, statement in postgres_relations().items():
        if relation == "balances" and not balances:
            continue
        target = directory / relation
        target.mkdir()
        for number, piece in enumerate(_pieces(statement, directory)):
            engine.execute(
                f"COPY (SELECT * FROM read_csv('{piece}', header = false, auto_detect = false, delim = ',', "
                f"nullstr = '', columns = {SHAPES[relation].replace('UUID', ids)})) TO '{target / f'{number}.parquet'}' (FORMAT parquet)"
            )
            piece.unlink()


def _pieces(statement: str, directory: Path) -> Iterator[Path]:
    """The rows of a statement as files of whole lines; there is one at least, and each is gone before the next."""
    piece, written, number = directory / "piece.csv", 0, 0
    with connection.cursor() as cursor, cursor.copy(f"COPY ({statement}) TO STDOUT (FORMAT csv)") as rows:
        file = piece.open("wb")
        try:
            for block in rows:
                written += file.write(block)
                if written >= PIECE and bytes(block[-1:]) == b"\n":
                    file.close()
                    yield piece
                    number, written = number + 1, 0
                    file = piece.open("wb")
        finally:
            file.close()
    if written or not number:
        yield piece
