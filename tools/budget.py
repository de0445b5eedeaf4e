"""The front end as it stands stays within its budget of script: builds it when its sources changed, then weighs it."""

from __future__ import annotations

import subprocess
import sys

from tools.repository import ROOT
from tools.vulnerabilities import NPM

WEB = ROOT / "web"


def main() -> int:
    """Build if needed and weigh."""
    from simpul.config import frontend_build

    log = ROOT / ".simpul" / "front-end-budget.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    built = frontend_build.build(WEB, log, lambda text: print(text))
    if built.problem:
        print(f"{built.problem} Details: {log}", file=sys.stderr)
        return 1
    return subprocess.run([str(NPM), "run", "--silent", "budget"], cwd=WEB, env=frontend_build.tool_environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
