"""The product as one wheel with its built front end, and with `bundle` everything that a server without a network needs.

`python -m tools.wheel [bundle] [DIRECTORY]` writes into dist/ (the wheel) or dist/bundle (wheel, wheels of the runtime lock, lock,
deploy/, the guide). The wheels of a bundle belong to this machine's kind of Python and system.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from simpul.config import frontend_build
from tools.repository import ROOT

_CARRIED = ("requirements/runtime.lock", "docs/going-live.md", "docs/operations.md")


def uv() -> str:
    """The package manager that prepared the checkout."""
    own = ROOT / ".simpul" / "uv" / "bin" / "uv"
    found = shutil.which("uv") or (str(own) if own.exists() else None)
    if found is None:
        raise SystemExit("uv was not found. Prepare the checkout first: ./simpul test --prepare")
    return found


def environment() -> dict[str, str]:
    """This process's environment, in which uv asks the index that pip is told to ask (as the start script arranges)."""
    found = dict(os.environ)
    if not found.get("UV_DEFAULT_INDEX") and not found.get("UV_INDEX_URL"):
        asked = subprocess.run([sys._base_executable, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True, check=False)  # type: ignore[attr-defined]
        if mirror := found.get("PIP_INDEX_URL") or asked.stdout.strip():
            found["UV_DEFAULT_INDEX"] = mirror
    if found.get("PIP_CERT"):
        found.setdefault("SSL_CERT_FILE", found["PIP_CERT"])
    return found


def wheel(target: Path) -> Path:
    """Build the front end where its sources changed, then the wheel; gives its path."""
    built = frontend_build.build(ROOT / "web", ROOT / ".simpul" / "wheel-front-end.log", lambda line: print(line, file=sys.stderr))
    if built.problem:
        raise SystemExit(built.problem)
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("simpul-*.whl"):
        old.unlink()
    constraints = ("--build-constraints", "requirements/build.lock", "--require-hashes")
    subprocess.run(
        [uv(), "build", "--quiet", "--wheel", "--python", sys.executable, *constraints, "--out-dir", str(target), "."], cwd=ROOT, env=environment(), check=True
    )
    return next(target.glob("simpul-*.whl"))


def bundle(target: Path) -> None:
    """The wheel with all wheels that it needs, as pip verifies them by the hashes of the lock."""
    shutil.rmtree(target, ignore_errors=True)
    wheel(target)
    pip = [uv(), "tool", "run", "--python", sys.executable, "pip"] if not _has_pip() else [sys.executable, "-m", "pip"]
    lock = ROOT / "requirements" / "runtime.lock"
    subprocess.run(
        [*pip, "download", "--quiet", "--only-binary", ":all:", "--require-hashes", "-r", str(lock), "-d", str(target / "wheels")],
        env=environment(),
        check=True,
    )
    for name in _CARRIED:
        shutil.copy(ROOT / name, target)
    shutil.copytree(ROOT / "deploy", target / "deploy")
    shutil.copytree(ROOT / "docs" / "examples", target / "examples")


def _has_pip() -> bool:
    return subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def main(arguments: list[str]) -> int:
    """Build a wheel, or a bundle."""
    if arguments[:1] == ["bundle"]:
        target = Path(arguments[1]) if len(arguments) > 1 else ROOT / "dist" / "bundle"
        bundle(target.absolute())
        print(target)
    else:
        print(wheel((Path(arguments[0]) if arguments else ROOT / "dist").absolute()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
