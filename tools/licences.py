"""No package of the product binds it to a licence that the organisation cannot accept.

GPL, AGPL and SSPL would put their terms on the whole product. LGPL is accepted for libraries that are used unchanged
(psycopg). Python packages are those of requirements/runtime.lock, telemetry.lock and hsm.lock, as installed; JavaScript packages are the production
entries of web/package-lock.json.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import metadata

from tools.repository import ROOT, Finding, report

LOCKS = [ROOT / "requirements" / name for name in ("runtime.lock", "telemetry.lock", "hsm.lock")]
WEB_LOCK = ROOT / "web" / "package-lock.json"
_REFUSED = re.compile(r"(?<![A-Z])A?GPL|GNU (AFFERO )?GENERAL PUBLIC|SSPL|SERVER SIDE PUBLIC|BUSL|BUSINESS SOURCE|COMMONS CLAUSE", re.IGNORECASE)
_UNKNOWN = {"", "UNKNOWN", "UNLICENSED", "SEE LICENSE IN LICENSE"}


def acceptable(licence: str) -> bool:
    """Whether one of the alternatives (`A OR B`) binds the product to nothing refused."""
    alternatives = re.split(r"\s+OR\s+", licence.strip("() "), flags=re.IGNORECASE)
    return any(part.strip("() ").upper() not in _UNKNOWN and not _REFUSED.search(part) for part in alternatives)


def python_licences() -> dict[str, str]:
    """The licence of every installed package of the product's locks, by package name."""
    names = sorted({name for lock in LOCKS for name in re.findall(r"^([a-z0-9][\w.-]*)==", lock.read_text(), re.MULTILINE)})
    installed = [name for name in names if _is_installed(name)]
    command = [sys.executable, "-m", "piplicenses", "--format=json", "--from=mixed", "--with-system", "--packages", *installed]
    listed = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found = {re.sub(r"[-_.]+", "-", entry["Name"]).lower(): entry["License"] for entry in listed}
    return {name: found.get(re.sub(r"[-_.]+", "-", name).lower(), "UNKNOWN") for name in installed}


def _is_installed(name: str) -> bool:
    # A universal lock also names packages of other platforms.
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def web_licences() -> dict[str, str]:
    """The licence of every package that the browser receives, by package name."""
    packages = json.loads(WEB_LOCK.read_text())["packages"]
    return {path.rpartition("node_modules/")[2]: str(entry.get("license", "")) for path, entry in packages.items() if path and not entry.get("dev")}


def findings() -> list[Finding]:
    """Every package under a refused or unnamed licence."""
    judged = [("requirements/runtime.lock", python_licences())]
    if WEB_LOCK.exists():
        judged.append(("web/package-lock.json", web_licences()))
    return [
        Finding(lock, 1, f"{name} is under {licence or 'no named licence'}")
        for lock, found in judged
        for name, licence in found.items()
        if not acceptable(licence)
    ]


if __name__ == "__main__":
    sys.exit(report(findings(), gate="licences"))
