"""The scaffold makes a domain that passes every gate and whose tests pass, in a copy of the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.database import ROOT
from tools.check import GATES
from tools.repository import ENVIRONMENT

BIN = Path(sys.executable).parent
NAME = "billing"  # has its place among the layers, and nothing else yet
COPIED = ("src", "tools", "tests/support", "tests/conftest.py", "tests/__init__.py", "pyproject.toml")
# What mypy has found out about the tree already, where it ran before the tests.
CARRIED = (".mypy_cache",)
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The parts of the repository that the scaffold touches, under git as the gates expect."""
    home = tmp_path_factory.mktemp("scaffold") / "checkout"
    for name in (*COPIED, *(name for name in CARRIED if (ROOT / name).is_dir())):
        source, target = ROOT / name, home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=_LEFT_OUT)
        else:
            shutil.copy(source, target)
    subprocess.run(["git", "init", "--quiet"], cwd=home, check=True)
    yield home
    subprocess.run([sys.executable, "-c", "from simpul.platform.embedded.testing import release; release()"], cwd=home, env=environment(home), check=False)


def environment(home: Path) -> dict[str, str]:
    """The copy's own sources before the installed ones, and a test server of its own."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("SIMPUL_", "DATABASE_URL", "PYTEST_", "DJANGO_"))}
    return {**outside, "PYTHONPATH": f"{home / 'src'}{os.pathsep}{home}", "SIMPUL_TEST_PG": str(home / ".test-pg")}


def run(home: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=home, env={**environment(home), **more}, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def scaffolded(copy: Path) -> Path:
    done = run(copy, sys.executable, "-m", "tools.new_domain", NAME, "--resource", "bill")
    assert done.returncode == 0, done.stdout + done.stderr
    return copy


@pytest.mark.parametrize("gate", [gate for gate in GATES if gate.name in {"ruff", "types", "imports", "lints", "migrations"}], ids=lambda gate: gate.name)
def test_a_new_domain_passes_the_gate(scaffolded: Path, gate: object) -> None:
    done = run(scaffolded, *gate.command, **ENVIRONMENT)  # type: ignore[attr-defined]

    # Only the new domain is judged here; the rest of the tree is judged by the gate itself.
    assert not [line for line in (done.stdout + done.stderr).splitlines() if NAME in line]


def test_a_package_without_a_place_fails_the_import_contract(copy: Path) -> None:
    stray = copy / "src" / "simpul" / "astrology"
    stray.mkdir()
    (stray / "__init__.py").write_text("")
    try:
        done = run(copy, str(BIN / "lint-imports"), "--contract", "layers", **ENVIRONMENT)
    finally:
        shutil.rmtree(stray)

    assert done.returncode == 1
    assert "astrology" in done.stdout


def test_a_new_domain_is_formatted(scaffolded: Path) -> None:
    done = run(scaffolded, str(BIN / "ruff"), "format", "--check", f"src/simpul/{NAME}", f"tests/{NAME}")

    assert done.returncode == 0, done.stdout


def test_a_new_domain_works_on_a_real_database(scaffolded: Path) -> None:
    done = run(scaffolded, sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"tests/{NAME}")

    assert done.returncode == 0, done.stdout[-3000:]
    assert done.stdout.startswith("...")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("Cases", "one word in small letters"), ("iam", "exists"), ("astrology", "has no place"), ("consent", "No supervisor or agent may create")],
)
def test_a_domain_without_its_decisions_is_refused_and_nothing_is_written(copy: Path, name: str, reason: str) -> None:
    done = run(copy, sys.executable, "-m", "tools.new_domain", name)

    assert done.returncode == 1
    assert reason in done.stderr
    assert not (copy / "src" / "simpul" / name).exists() or name == "iam"
