"""The database that benchmarks measure: embedded, migrated, filled once at the asked size, kept between runs."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg

from simpul.config.bootstrap import keys as key_files
from simpul.config.bootstrap.database import LOGIN_ROLES, bootstrap
from simpul.config.cli.installation import DATABASE, Installation, cluster_of

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Size:
    """How much data a measurement wants."""

    customers: int = 1_000_000
    transactions: int = 10_000_000
    timeline: int = 5_000_000
    seed: int = 7
    cases: int = 0

    @property
    def name(self) -> str:
        """A directory's name for this size."""
        return f"{self.customers}-{self.transactions}-{self.timeline}-{self.seed}" + (f"-{self.cases}" if self.cases else "")


def prepare(size: Size) -> Installation:
    """Start the database of this size, making and filling it when it does not exist, with its tables up to date; set this process's environment."""
    directory = Path(os.environ.get("SIMPUL_BENCH_DIR") or ROOT / ".simpul" / "bench") / size.name
    directory.mkdir(parents=True, exist_ok=True)
    keys = key_files.ensure(key_files.key_file(directory), data_exists=(directory / "postgres").exists(), demonstration=True)
    cluster = cluster_of(directory, keys)
    cluster.start()
    installation = Installation(directory, keys, cluster.url(), cluster)
    filled = directory / "filled"
    if not filled.exists():
        bootstrap(installation.admin_url, DATABASE, passwords={role: keys["database"][role] for role in LOGIN_ROLES})
    _simpul(installation, "migrate", "migrate")
    if not filled.exists():
        _simpul(
            installation,
            "worker",
            "synth",
            "--customers",
            str(size.customers),
            "--transactions",
            str(size.transactions),
            "--timeline",
            str(size.timeline),
            "--cases",
            str(size.cases),
            "--seed",
            str(size.seed),
            "--data",
            str(directory),
        )
        _count_words(installation)
        filled.touch()
    os.environ.update(installation.environment("web"))
    return installation


def _count_words(installation: Installation) -> None:
    """What the worker does after an import."""
    with psycopg.connect(installation.admin_url, dbname=DATABASE) as admin:
        admin.execute("SELECT crm.search_recount(), crm.search_places_recount()")


def _simpul(installation: Installation, process: str, *arguments: str) -> None:
    environment = {**os.environ, **installation.environment(process)}
    subprocess.run([sys.executable, "-c", "from simpul.config.cli import main; raise SystemExit(main())", *arguments], env=environment, check=True)


def machine() -> str:
    """What measured, and when."""
    cores = os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{cores} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, Python {platform.python_version()}, {date.today().isoformat()}"  # noqa: DTZ011


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of the measurements lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
