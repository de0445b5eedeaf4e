"""The scaffold makes a domain, back end and pages, that passes every gate and whose tests pass, in a copy of the repository.

What takes the front end's own tools minutes (types, build, the browser's look) is `make scaffold-check`.
"""

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
from tools.repository import ENVIRONMENT, tracked_files

BIN = Path(sys.executable).parent
NAME, ENTITY, LABEL = "field", "visit", "Kunjungan"  # has its place among the layers, and nothing else yet
HOMES = [f"{home}/{NAME}/" for home in ("src/simpul", "tests", "web/src/features")]
# What mypy has found out about the tree already, where it ran before the tests.
CARRIED = ".mypy_cache"
PAGES = pytest.mark.skipif("SIMPUL_TEST_PAGES" not in os.environ, reason="make scaffold-check")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The repository, committed, so that what changes can be told."""
    home = tmp_path_factory.mktemp("scaffold") / "checkout"
    for source in tracked_files():
        target = home / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    git(home, "init", "--quiet")
    git(home, "add", "--all")
    git(home, "-c", "user.name=Test", "-c", "user.email=test@example.id", "commit", "--quiet", "--message", "As it is.")
    if (ROOT / CARRIED).is_dir():
        shutil.copytree(ROOT / CARRIED, home / CARRIED)
    (home / "web" / "node_modules").symlink_to(ROOT / "web" / "node_modules")
    yield home
    subprocess.run([sys.executable, "-c", "from simpul.platform.embedded.testing import release; release()"], cwd=home, env=environment(home), check=False)


def git(home: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=home, capture_output=True, text=True, check=True).stdout


def changed(home: Path) -> list[str]:
    """The files that differ from what was committed; a new folder by its name."""
    return sorted(line[3:] for line in git(home, "status", "--porcelain").splitlines() if "node_modules" not in line and ".test-pg" not in line)


def environment(home: Path) -> dict[str, str]:
    """The copy's own sources before the installed ones, and a test server of its own."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("SIMPUL_", "DATABASE_URL", "PYTEST_", "DJANGO_"))}
    path = f"{BIN}{os.pathsep}{outside.get('PATH', '')}"
    return {**outside, "PATH": path, "PYTHONPATH": f"{home / 'src'}{os.pathsep}{home}", "SIMPUL_TEST_PG": str(home / ".test-pg")}


def run(home: Path, *command: str, folder: str = ".", **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=home / folder, env={**environment(home), **more}, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def scaffolded(copy: Path) -> Path:
    """The copy with the new domain; what is refused was tried before."""
    done = run(copy, sys.executable, "-m", "tools.new_domain", NAME, "--entity", ENTITY, "--id", LABEL)
    assert done.returncode == 0, done.stdout + done.stderr
    return copy


@pytest.mark.parametrize(
    ("name", "entity", "reason"),
    [
        ("Cases", "", "one word in small letters"),
        ("iam", "", "exists"),
        ("astrology", "", "has no place"),
        ("webhooks", "", "lies below customers"),
        ("recovery", "", "known to the grant table"),
        ("field", "case", "known to the grant table"),
        ("field", "work_order", "one word in small letters"),
    ],
)
def test_a_domain_without_its_decisions_is_refused_and_nothing_is_written(copy: Path, name: str, entity: str, reason: str) -> None:
    done = run(copy, sys.executable, "-m", "tools.new_domain", name, *(["--entity", entity] if entity else []))

    assert (done.returncode, reason in done.stderr) == (1, True), done.stderr
    assert changed(copy) == []


@pytest.mark.parametrize(
    ("file", "broken"),
    [
        ("src/simpul/tasks/api/tasks.py", "# scaffold: end\n"),  # never begun
        ("tests/tasks/test_tasks.py", "def (\n"),  # cannot be put into form, when the back end is written already
    ],
)
def test_a_domain_that_breaks_half_way_leaves_nothing(copy: Path, file: str, broken: str) -> None:
    source = copy / file
    whole = source.read_text()
    source.write_text(whole + broken)
    try:
        done = run(copy, sys.executable, "-m", "tools.new_domain", NAME, "--entity", ENTITY)
    finally:
        source.write_text(whole)

    assert (done.returncode, "new-domain: " in done.stderr) == (1, True), done.stderr
    assert changed(copy) == []


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


def test_a_new_domain_changes_one_shared_file(scaffolded: Path) -> None:
    assert changed(scaffolded) == sorted(["src/simpul/config/domains.py", *HOMES])


def test_a_new_domain_carries_nothing_of_the_one_it_was_made_from(scaffolded: Path) -> None:
    words = [f"{path}: {line}" for home in HOMES for path in (scaffolded / home).rglob("*") if path.is_file() for line in path.read_text().splitlines()]

    assert [line for line in words if any(word in line.lower() for word in ("task", "tugas", "scaffold:"))] == []


@pytest.mark.parametrize(
    "gate", [gate for gate in GATES if gate.name in {"ruff", "format", "types", "imports", "lints", "migrations"}], ids=lambda gate: gate.name
)
def test_a_new_domain_passes_the_gate(scaffolded: Path, gate: object) -> None:
    done = run(scaffolded, *gate.command, **ENVIRONMENT)  # type: ignore[attr-defined]

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_pages_of_a_new_domain_stand_in_their_zone(scaffolded: Path) -> None:
    gathered = run(scaffolded, "node", "scripts/features.mjs", folder="web")
    done = run(scaffolded, "node", "scripts/zones.mjs", folder="web")

    assert (gathered.returncode, done.returncode) == (0, 0), done.stderr


def test_a_new_domain_works_on_a_real_database(scaffolded: Path) -> None:
    roles, contract = "tests/contract/test_authorization.py", ["tests/contract/test_declared.py", "tests/contract/test_catalogue.py"]
    matrix = [
        f"{roles}::test_every_operation_has_a_recipe_with_its_domain",
        f"{roles}::test_each_role_may_do_exactly_what_the_table_says[{NAME}]",
        f"{roles}::test_the_service_layer_alone_keeps_to_the_table[{NAME}]",
    ]
    done = run(scaffolded, sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", f"tests/{NAME}", *matrix, *contract)

    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert done.stdout.startswith("...")


@PAGES
def test_the_generated_files_follow(scaffolded: Path) -> None:
    done = run(scaffolded, sys.executable, "-m", "tools.generate")

    assert done.returncode == 0, done.stdout + done.stderr
    generated = {"openapi.json", "web/src/api/schema.gen.ts", "web/src/features/index.gen.ts", "docs/permissions.md", "docs/errors.md"}
    assert set(changed(scaffolded)) == {"src/simpul/config/domains.py", *HOMES, *generated}


@PAGES
@pytest.mark.parametrize(
    "command", [["run", "--silent", "types"], ["exec", "vitest", "run", "src/features/features.test.ts"], ["run", "build"]], ids=lambda command: command[-1]
)
def test_the_pages_of_a_new_domain_build(scaffolded: Path, command: list[str]) -> None:
    done = run(scaffolded, "npm", *command, folder="web")

    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


@PAGES
def test_the_pages_of_a_new_domain_look_right_in_the_browser(scaffolded: Path) -> None:
    done = run(scaffolded, sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "tests/e2e/test_every_page.py", "-k", ENTITY)

    assert done.returncode == 0, done.stdout[-6000:]
