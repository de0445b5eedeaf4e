"""What a run of tests leaves in a directory: which tests failed and why, and the seconds that each domain took of its share."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

BUDGET = Path(__file__).parents[1] / "budget.toml"


def get_shares() -> tuple[dict[str, int], int]:
    """The seconds that each directory of tests may take, and those of one that is not named."""
    stated = tomllib.loads(BUDGET.read_text())
    return stated["seconds"], stated["new_domain"]


def over_share(seconds: Mapping[str, float], shares: Mapping[str, int], share_of_new: int) -> list[tuple[str, float, int]]:
    """The directories that took longer than they may, with the seconds they took and their share."""
    return [(name, taken, share) for name, taken in seconds.items() if taken > (share := shares.get(name, share_of_new))]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--results", metavar="DIR", help="write results.json there")


def pytest_configure(config: pytest.Config) -> None:
    directory = config.getoption("results")
    if directory and not hasattr(config, "workerinput"):  # the reports of all workers reach the controller
        config.pluginmanager.register(Results(Path(directory)))


class Results:
    """Collects the reports of one run."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.failed: dict[str, str] = {}
        self.seconds: Counter[str] = Counter()
        self.uncollected = 0

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.uncollected += report.failed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        parts = report.nodeid.split("::")[0].split("/")
        self.seconds[parts[1] if parts[0] == "tests" and len(parts) > 2 else "."] += report.duration
        if report.failed:
            self.failed.setdefault(report.nodeid, _get_reason(report))

    def pytest_sessionfinish(self) -> None:
        seconds = {domain: round(taken, 1) for domain, taken in sorted(self.seconds.items())}
        self.directory.mkdir(parents=True, exist_ok=True)
        written = {"failed": self.failed, "uncollected": self.uncollected, "seconds": seconds}
        (self.directory / "results.json").write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        longest = ", ".join(f"{domain} {taken:.0f}" for domain, taken in self.seconds.most_common() if taken >= 1)
        if longest:
            terminalreporter.write_line(f"seconds of tests, over all processes: {longest}")
        for domain, taken, share in over_share(dict(self.seconds.most_common()), *get_shares()):
            terminalreporter.write_line(f"over its share (tests/budget.toml): {domain} took {taken:.0f} s of {share}")


def _get_reason(report: pytest.TestReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    return str(crash.message if crash else report.longrepr or "").strip().splitlines()[0][:300] if report.longrepr else ""
