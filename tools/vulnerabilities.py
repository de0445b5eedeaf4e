"""No package of the product has a known vulnerability.

Python packages are those of requirements/runtime.lock (pip-audit), JavaScript packages the production entries of
web/package-lock.json (npm audit). The services answer from the network, so each has three outcomes: clean, vulnerable,
or NOT AUDITED. The last is never a silent pass: it is printed, and it passes only until the day that
tools/vulnerabilities.toml names.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tools.licences import LOCKS, WEB_LOCK
from tools.repository import ROOT, Finding, relative, report

KNOWN = ROOT / "tools" / "vulnerabilities.toml"
NPM = Path(sys.executable).parent / "npm"
_SECONDS = 120


@dataclass(frozen=True)
class Audit:
    """What a service said of one lock file: advisories by (package, id), or why it said nothing."""

    lock: str
    advisories: list[tuple[str, str]] = field(default_factory=list)
    unanswered: str = ""


def read_pip_audit(output: str, lock: str) -> Audit:
    """pip-audit's JSON. A package that it skipped was not audited, whatever its exit code says."""
    try:
        packages: list[dict[str, Any]] = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Audit(lock, unanswered="pip-audit gave no answer")
    advisories = [(package["name"], found["id"]) for package in packages for found in package.get("vulns", [])]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    return Audit(lock, advisories, f"the service does not know {len(skipped)} of {len(packages)} packages" if skipped else "")


def read_npm_audit(output: str, lock: str) -> Audit:
    """npm's JSON: a report with a summary, or an error."""
    try:
        answer = json.loads(output)
        found = answer["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        return Audit(lock, unanswered="the npm advisory service does not answer")
    return Audit(lock, [(name, str(entry.get("severity", "unknown"))) for name, entry in found.items()])


def audits() -> list[Audit]:
    """Ask both services."""
    python = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "--progress-spinner=off", "--timeout=15", "-f", "json", "-r"]
    asked = [read_pip_audit(_output([*python, str(lock)], ROOT), relative(lock)) for lock in LOCKS]
    if WEB_LOCK.exists() and NPM.exists():
        asked.append(read_npm_audit(_output([str(NPM), "audit", "--omit=dev", "--json"], WEB_LOCK.parent), relative(WEB_LOCK)))
    return asked


def _output(command: list[str], directory: Path) -> str:
    try:
        return subprocess.run(command, cwd=directory, capture_output=True, text=True, timeout=_SECONDS, check=False).stdout
    except subprocess.TimeoutExpired:
        return ""


def judge(asked: list[Audit], known: dict[str, Any], today: date) -> tuple[list[Finding], list[str]]:
    """Findings that fail the gate, and notices that do not."""
    accepted = {entry["id"] for entry in known.get("accepted", []) if entry["until"] >= today}
    until = known["offline"]["until"]
    findings = [Finding(audit.lock, 1, f"{package} has {advisory}") for audit in asked for package, advisory in audit.advisories if advisory not in accepted]
    notices = []
    for audit in asked:
        if audit.unanswered and today > until:
            findings.append(Finding(audit.lock, 1, f"NOT AUDITED, {audit.unanswered}, and the time without an audit ended on {until}"))
        elif audit.unanswered:
            notices.append(f"{audit.lock}: NOT AUDITED, {audit.unanswered}; tolerated until {until} (last audit: {known['offline']['last_audit']})")
    return findings, notices


def main() -> int:
    """Ask, judge and tell."""
    findings, notices = judge(audits(), tomllib.loads(KNOWN.read_text()), datetime.now(UTC).date())
    for notice in notices:
        print(notice, file=sys.stderr)
    if findings or not notices:
        return report(findings, gate="vulnerabilities")
    print("vulnerabilities: NOT AUDITED (see above)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
