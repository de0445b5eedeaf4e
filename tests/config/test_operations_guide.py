"""docs/operations.md names every setting and every command."""

from __future__ import annotations

import re
from pathlib import Path

from simpul.config.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "operations.md").read_text()


def test_every_setting_that_the_sources_read_is_explained():
    sources = "".join(path.read_text() for path in [*(ROOT / "src").rglob("*.py"), ROOT / "simpul"])
    named = set(re.findall(r"\bSIMPUL_[A-Z]+(?:_[A-Z]+)*\b", sources))

    assert sorted(named - set(re.findall(r"SIMPUL_[A-Z_]+", GUIDE))) == []


def test_no_setting_is_explained_that_nothing_reads():
    sources = "".join(
        path.read_text() for path in [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py"), ROOT / "simpul"]
    )

    assert sorted(name for name in set(re.findall(r"SIMPUL_[A-Z_]+[A-Z]", GUIDE)) if name not in sources) == []


def test_every_command_is_explained():
    assert [command.name for command in COMMANDS if f"`{command.name}" not in GUIDE] == []
