"""`simpul test`: everything the tests need, then Vitest, then pytest, whose line is the last."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from simpul.config import frontend_build
from simpul.config.chromium import find_chromium
from simpul.config.cli import Refusal
from simpul.platform.embedded.testing import checkout, release, test_server

_PARALLEL_FLAGS = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "-p", "--collect-only", "--co")
_OWN = ("DATABASE_URL", "SIMPUL_")
_KEPT = ("SIMPUL_TEST_",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--prepare", action="store_true", help="only install what checks and tests need")
    parser.add_argument("--no-web", action="store_true", help="leave out the front end's own tests")


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
        tests_code = subprocess.run(_pytest(arguments.rest), cwd=root, env=environment, check=False).returncode
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


def _pytest(rest: list[str]) -> list[str]:
    command = [sys.executable, "-m", "pytest"]
    if not any(argument.startswith(_PARALLEL_FLAGS) for argument in rest):
        # One process more than processors: browsers, killed servers and workers are waited for.
        command += ["-n", str(min(5, 1 + max(2, os.cpu_count() or 2))), "--dist", "loadfile"]
    return [*command, *rest]
