"""`simpul test`: what failed beside other tests runs once more alone, and few such tests do not fail the run."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from simpul.platform.embedded.testing import checkout
from tests.config.cli.test_commands import simpul
from tests.support.database import ADMIN

_TESTS = """
from pathlib import Path
import pytest

@pytest.mark.parametrize("number", range({unsteady}))
def test_passes_alone(number):
    seen = Path(__file__).with_name(f"seen {{number}}")
    first = not seen.exists()
    seen.touch()
    assert not first, "failed at first"

@pytest.mark.parametrize("number", range({broken}))
def test_never_passes(number):
    raise ValueError(number)

def test_passes():
    pass
"""


@pytest.fixture(autouse=True)
def _without_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up tests need no more than pytest and its processes, and each of these would load every installed plugin first."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p xdist")


@pytest.fixture
def place() -> Iterator[Path]:
    """A directory in the checkout, where names of tests lead to them, and apart from the conftest files of these tests."""
    made = checkout() / "test-results" / uuid.uuid4().hex
    made.mkdir(parents=True)
    yield made
    shutil.rmtree(made)


@pytest.mark.parametrize(("unsteady", "broken", "code"), [(4, 0, 0), (5, 0, 1), (1, 1, 1)])
def test_a_test_that_passes_alone_is_named_and_five_of_them_fail_the_run(unsteady: int, broken: int, code: int, place: Path) -> None:
    file = place / "test_made.py"
    file.write_text(_TESTS.format(unsteady=unsteady, broken=broken))

    ended, _, said = simpul("test", "--no-web", "--results", str(place), str(file), SIMPUL_TEST_ADMIN_URL=ADMIN)

    assert ended == code, said
    name = f"test-results/{place.name}/test_made.py::test"
    passed_alone = {f"{name}_passes_alone[{number}]": "AssertionError: failed at first" for number in range(unsteady)}
    assert {test: reason.split("\n")[0] for test, reason in json.loads((place / "unsteady.json").read_text()).items()} == passed_alone
    told = [line.partition(" failed and ")[0].removeprefix("simpul: ") for line in said.splitlines()]
    assert [line.removeprefix("unsteady: ") for line in told if line.startswith("unsteady: ")] == list(passed_alone)
    assert [line for line in told if line.startswith("failed twice: ")] == [f"failed twice: {name}_never_passes[{number}]" for number in range(broken)]


def test_a_file_that_cannot_be_read_is_not_repeated(place: Path) -> None:
    file = place / "test_made.py"
    file.write_text("import there_is_no_such_thing")

    ended, _, said = simpul("test", "--no-web", "--results", str(place), str(file), SIMPUL_TEST_ADMIN_URL=ADMIN)

    assert ended != 0
    assert "once more" not in said


def test_a_run_that_is_killed_fails_whatever_an_earlier_one_left(place: Path) -> None:
    file = place / "test_made.py"
    file.write_text("import os, signal\n\ndef test_kills_the_run():\n    os.kill(os.getppid(), signal.SIGKILL)\n")
    (place / "results.json").write_text('{"failed": {}, "uncollected": 0, "seconds": {}}')

    ended, _, said = simpul("test", "--no-web", "--results", str(place), str(file), SIMPUL_TEST_ADMIN_URL=ADMIN)

    assert ended != 0
    assert "once more" not in said
    assert not (place / "results.json").exists()


def test_a_run_that_stops_at_its_first_failure_is_not_taken_for_whole(place: Path) -> None:
    file = place / "test_made.py"
    file.write_text(_TESTS.format(unsteady=1, broken=3))

    assert simpul("test", "--no-web", "--results", str(place), "-x", str(file), SIMPUL_TEST_ADMIN_URL=ADMIN)[0] != 0
