"""The start script on machines that lack something: it says what, and leaves nothing half made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.processor import spent

ROOT = Path(__file__).resolve().parents[3]
TOOLS = ("sh", "cat", "cksum", "dirname", "grep", "mkdir", "mv", "rm", "sleep", "env", "pwd", "printf", "ls")
NOWHERE = "http://127.0.0.1:9/simple"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The script with its locks, and a PATH with nothing but the system's basic tools."""
    root = tmp_path / "checkout"
    (root / "requirements").mkdir(parents=True)
    for name in ("simpul", "pyproject.toml", "requirements/runtime.lock", "requirements/dev.lock", "requirements/build.lock"):
        shutil.copy(ROOT / name, root / name)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in TOOLS:
        if found := shutil.which(name, path="/usr/bin:/bin"):
            (tools / name).symlink_to(found)
    return root


def give_python(checkout: Path, refusing: str = "") -> None:
    """A python3 on the PATH; one that refuses commands containing a word stands for a distribution's cut-down Python."""
    wrapper = checkout.parent / "bin" / "python3"
    refuse = f'case "$*" in {refusing}) echo "No module" >&2; exit 1 ;; esac\n' if refusing else ""
    wrapper.write_text(f'#!/bin/sh\n{refuse}exec {sys._base_executable} "$@"\n')
    wrapper.chmod(0o755)


def start(checkout: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    plain = {
        "PATH": str(checkout.parent / "bin"),
        "HOME": str(checkout.parent),
        "PIP_RETRIES": "0",
        "PIP_INDEX_URL": NOWHERE,
        "UV_CACHE_DIR": str(checkout.parent / "cache"),
    }
    done = subprocess.run([str(checkout / "simpul"), *arguments], env=plain | environment, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


def prepare_by_hand(checkout: Path, kind: str) -> None:
    """An environment that claims to be ready, whose program tells its arguments."""
    program = checkout / ".venv" / "bin" / "simpul"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "[%s]" "$@"\n')
    program.chmod(0o755)
    stamp = 'printf "%s %s %s\\n" "$1" "$PWD" "$(cat requirements/$1.lock pyproject.toml | cksum)" >.venv/.simpul-stamp'
    subprocess.run(["sh", "-c", stamp, "sh", kind], cwd=checkout, check=True)


def test_it_is_plain_posix_shell():
    for shell in ("dash", "bash"):
        if found := shutil.which(shell):
            assert subprocess.run([found, "-n", str(ROOT / "simpul")], capture_output=True, check=False).stderr == b""


def test_a_prepared_checkout_starts_at_once_with_the_same_arguments(checkout):
    prepare_by_hand(checkout, "runtime")
    before = spent()

    assert start(checkout, "import", "a b", "", "--x=1") == (0, "[import][a b][][--x=1]")

    assert spent() - before < 0.5


def test_changed_locks_are_noticed(checkout):
    prepare_by_hand(checkout, "runtime")
    with (checkout / "requirements" / "runtime.lock").open("a") as lock:
        lock.write("\n")

    code, told = start(checkout, "serve", SIMPUL_PYTHON="no-such-python")

    assert code == 69
    assert "Python 3.11 or newer is needed and was not found." in told


def test_tests_need_the_development_lock(checkout):
    prepare_by_hand(checkout, "runtime")
    assert start(checkout, "test", SIMPUL_PYTHON="no-such-python")[0] == 69
    prepared = (checkout / ".venv" / ".simpul-stamp").read_text()
    assert prepared.startswith("runtime ")


def test_without_python_it_names_the_package(checkout):
    code, told = start(checkout, "demo", SIMPUL_PYTHON="no-such-python")

    assert code == 69
    assert "apt-get install python3 python3-venv" in told


def test_without_venv_and_pip_it_names_the_package(checkout):
    give_python(checkout, refusing="*venv*|*pip*")

    code, told = start(checkout, "demo")

    assert code == 69
    assert "has neither venv nor pip. On Debian or Ubuntu: apt-get install python3-venv" in told


@pytest.mark.parametrize("refusing", ["", "*venv*"])
def test_without_the_network_it_says_so(checkout, refusing):
    give_python(checkout, refusing)

    code, told = start(checkout, "demo")

    assert code == 69
    assert "Python packages could not be fetched (the reason is above)." in told
    assert not (checkout / ".simpul" / "prepare.lock").exists()
    assert not (checkout / ".venv" / ".simpul-stamp").exists()


def test_a_lock_left_by_a_killed_start_is_taken_over(checkout):
    ended = subprocess.Popen(["true"])
    ended.wait()
    (checkout / ".simpul" / "prepare.lock").mkdir(parents=True)
    (checkout / ".simpul" / "prepare.lock" / "pid").write_text(f"{ended.pid}\n")

    code, told = start(checkout, "demo", SIMPUL_PYTHON="no-such-python")

    assert (code, "waiting" in told) == (69, False)


def test_it_can_be_started_through_another_directory(checkout, tmp_path):
    prepare_by_hand(checkout, "runtime")
    done = subprocess.run([os.path.relpath(checkout / "simpul", tmp_path), "x"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.stdout == "[x]"
