"""`simpul test`: everything the tests need, then Vitest, then pytest, then once more alone what failed beside other tests."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from simpul.config import frontend_build
from simpul.config.chromium import find_chromium
from simpul.config.cli import Refusal
from simpul.platform.embedded.testing import checkout, release, test_server

_PARALLEL_FLAGS = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "-p", "--collect-only", "--co")
_OWN = ("DATABASE_URL", "SIMPUL_")
_KEPT = ("SIMPUL_TEST_",)
# More failures than this are no accident, and repeating them one by one takes long.
MOST_REPEATED = 20
MOST_UNSTEADY = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--prepare", action="store_true", help="only install what checks and tests need")
    parser.add_argument("--no-web", action="store_true", help="leave out the front end's own tests")
    parser.add_argument("--results", type=Path, default=checkout() / "test-results", help="where results.json and unsteady.json go")


def run(arguments: argparse.Namespace) -> int:
    root = checkout()
    if not (root / "tests").is_dir():
        raise Refusal("The tests are in the checkout, not in the installed package. Run ./simpul test there.")
    environment = _environment()
    web_code = 0
    log = root / ".simpul" / "test-web.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    web_tests = (root / "web" / "package.json").exists() and not arguments.no_web
    if web_tests and (complaint := frontend_build.install(root / "web", log)):
        print(f"simpul: the front end's packages cannot be installed ({complaint}); its tests fail. Details: {log}", file=sys.stderr)
        web_tests, web_code = False, 1
    if arguments.prepare:
        return web_code
    if web_tests:
        built = frontend_build.build(root / "web", log, _say)
        if built.problem:
            _say(built.problem)
        web_code = subprocess.run(["npm", "test"], cwd=root / "web", env=frontend_build.tool_environment(), check=False).returncode
    given = environment.get("SIMPUL_TEST_ADMIN_URL")
    if not given:
        test_server()
    try:
        tests_code = _run_tests(arguments.rest, root, environment, arguments.results.absolute())
    finally:
        if not given:
            release()
    if web_code:
        _say("the front end's own tests failed (above)")
    return tests_code or web_code


def _say(text: str) -> None:
    print(f"simpul: {text}", file=sys.stderr, flush=True)


def _environment() -> dict[str, str]:
    """The caller's environment without settings of an installation, and with a browser for the browser tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OWN) or name.startswith(_KEPT)}
    if url := os.environ.get("DATABASE_URL"):
        # The tests make databases and roles of their own there, so the login must be an administrator's.
        kept.setdefault("SIMPUL_TEST_ADMIN_URL", url)
    chromium, remedy = find_chromium()
    if chromium:
        kept["CHROMIUM"] = chromium
    else:
        _say(f"no Chromium was found, so browser tests will fail. {remedy}")
    tools = str(Path(sys.executable).parent)
    return {**kept, "PATH": f"{tools}{os.pathsep}{kept.get('PATH', os.defpath)}"}


def _run_tests(rest: list[str], root: Path, environment: dict[str, str], results: Path) -> int:
    """Pytest's code; 0 too when every failed test passed alone and there were few of them."""
    unsteady, again_results = results / "unsteady.json", results / "again"
    # What an earlier run left must not be taken for this one's, which may end before it writes anything.
    for file in (unsteady, results / "results.json", again_results / "results.json"):
        file.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "-p", "tests.support.results"]
    if any(argument.startswith(_PARALLEL_FLAGS) for argument in rest):
        return subprocess.run([*command, *rest], cwd=root, env=environment, check=False).returncode
    # One process more than processors: browsers, killed servers and workers are waited for.
    parallel = ["-n", str(min(5, 1 + max(2, os.cpu_count() or 2))), "--dist", "loadfile"]
    first = subprocess.run([*command, *parallel, "--results", str(results), *rest], cwd=root, env=environment, check=False).returncode
    if first not in (0, 1):  # interrupted, killed by a signal, or nothing was run
        return first
    failed = _read_failed(results)
    if first == 0 or not failed or len(failed) > MOST_REPEATED:
        unsteady.write_text("{}\n")
        return first
    _say(f"{len(failed)} of the tests failed; they run once more, alone")
    again = subprocess.run([*command, "--results", str(again_results), *failed], cwd=root, env=environment, check=False).returncode
    failed_again = _read_failed(again_results) if again in (0, 1) else {}
    if again and not failed_again:
        return 1
    return _judge(failed, failed_again, unsteady)


def _read_failed(results: Path) -> dict[str, str]:
    """Why each failed test failed, by its name; nothing when files could not be collected, for that is not repeated."""
    read: dict[str, Any] = json.loads((results / "results.json").read_text())
    return {} if read["uncollected"] else read["failed"]


def _judge(failed: dict[str, str], again: dict[str, str], file: Path) -> int:
    unsteady = {test: reason for test, reason in failed.items() if test not in again}
    file.write_text(json.dumps(unsteady, indent=2, ensure_ascii=False) + "\n")
    for test, reason in unsteady.items():
        _say(f"unsteady: {test} failed and passed alone. It failed with: {reason}")
    for test in again:
        _say(f"failed twice: {test}")
    if len(unsteady) > MOST_UNSTEADY:
        _say(f"{len(unsteady)} unsteady tests are too many (at most {MOST_UNSTEADY}): mend them")
    return 1 if again or len(unsteady) > MOST_UNSTEADY else 0
