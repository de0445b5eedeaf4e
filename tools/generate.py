"""Everything that is generated and committed, in one go: `python -m tools.generate [--check]`."""

from __future__ import annotations

import subprocess
import sys

from tools import acceptance, errors, openapi, permissions, security
from tools.documents import Render, stale, write
from tools.repository import ROOT, relative
from tools.vulnerabilities import NPM

DOCUMENTS: dict[str, Render] = {
    "openapi.json": openapi.render,
    "docs/acceptance.md": acceptance.render,
    "docs/permissions.md": permissions.render,
    "docs/errors.md": errors.render,
    "docs/security.md": security.render,
}
WEB = ROOT / "web"


def client(*, check: bool) -> int:
    """The TypeScript client of the API, made by the front end's own script when its packages are installed."""
    if not (WEB / "node_modules").is_dir():
        print("web client: NOT CHECKED, web/node_modules is missing (./simpul test --prepare)", file=sys.stderr)
        return 0
    # The gathered features are compared by the import zones.
    scripts = ["client:check"] if check else ["features", "client"]
    return max(subprocess.run([str(NPM), "run", "--silent", script], cwd=WEB, check=False).returncode for script in scripts)


def main() -> int:
    """Write, or with --check compare."""
    if "--check" not in sys.argv:
        for render in DOCUMENTS.values():
            for path in write(render):
                print(f"wrote {relative(path)}")
        return client(check=False)
    code = 0
    for name, render in DOCUMENTS.items():
        for path, difference in stale(render):
            code = 1
            print(f"{relative(path)} is out of date: run `make generate` and commit it\n{difference}", file=sys.stderr)
        print(f"{name}: compared")
    return client(check=True) or code


if __name__ == "__main__":
    sys.exit(main())
