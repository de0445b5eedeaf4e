"""Running the definition on one of the three engines, into the temporary table of the result."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from simpul.platform.db import execute
from simpul.value.selectors.definition import DUCKDB, POSTGRES, Question, rfm_statement
from simpul.value.selectors.questions import postgres_relations
from simpul.value.services.engines.exporting import duckdb_open, relations_export, working_directory
from simpul.value.vocabulary import MonetaryMeasure, RfmEngine

_SHAPE = """
CREATE TEMP TABLE IF NOT EXISTS rfm_result (customer_id uuid PRIMARY KEY, recency_days integer, frequency_count integer,
    monetary_value numeric(15, 2), recency_score smallint, frequency_score smallint, monetary_score smallint,
    rule smallint, segment text, clv_proxy text) ON COMMIT DELETE ROWS
"""
_BLOCK = 2**20


@dataclass(frozen=True)
class EngineTimes:
    """Seconds of one run: bringing the rows to the engine, computing, and bringing the result back."""

    exporting: float
    computing: float
    loading: float


def result_fill(engine: str, question: Question) -> EngineTimes:
    """Score every customer who may be scored into the temporary table `rfm_result`, in the scope of the product's own jobs."""
    result_empty()
    began = time.perf_counter()
    if engine == RfmEngine.POSTGRES:
        execute(f"INSERT INTO pg_temp.rfm_result {rfm_statement(question, POSTGRES, postgres_relations())}")
        times = EngineTimes(0.0, time.perf_counter() - began, 0.0)
    else:
        times = _fill_from_files(engine, question, began)
    execute("ANALYZE pg_temp.rfm_result")
    return times


def result_empty() -> None:
    """The temporary table of the result, without rows."""
    execute(_SHAPE)
    execute("DELETE FROM pg_temp.rfm_result")  # empty already, except within an outer transaction


def _fill_from_files(engine: str, question: Question, began: float) -> EngineTimes:
    with working_directory() as directory:
        with duckdb_open(directory) as opened:
            ids = "VARCHAR" if engine == RfmEngine.SPARK else "UUID"  # Spark reads no UUID from Parquet
            relations_export(opened, directory, balances=question.measure == MonetaryMeasure.BALANCE, ids=ids)
            exported = time.perf_counter()
            if engine == RfmEngine.DUCKDB:
                relations = parquet_relations(directory)
                statement = rfm_statement(question, DUCKDB, relations)
                opened.execute(f"COPY ({statement}) TO '{directory / 'result.csv'}' (FORMAT csv, HEADER false)")
                files = [directory / "result.csv"]
        if engine == RfmEngine.SPARK:
            from simpul.value.services.engines.spark import files_scored

            files = files_scored(question, directory)
        computed = time.perf_counter()
        _load(files)
        return EngineTimes(exported - began, computed - exported, time.perf_counter() - computed)


def parquet_relations(directory: Path) -> dict[str, str]:
    """SQL by which DuckDB reads the exported relations."""
    names = ("customers", "bookings", "balances")
    return {name: f"SELECT * FROM read_parquet('{directory / name}/*.parquet')" for name in names}


def _load(files: list[Path]) -> None:
    with connection.cursor() as cursor, cursor.copy("COPY pg_temp.rfm_result FROM STDIN (FORMAT csv)") as rows:
        for path in files:
            with path.open("rb") as file:
                while block := file.read(_BLOCK):
                    rows.write(block)
