"""docs/operations.md names every setting and every command."""

from __future__ import annotations

import re
from pathlib import Path

from simpul.config.cli import COMMANDS
from simpul.platform.configuration import settings

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


def test_no_setting_of_tests_and_benches_is_left_out():
    sources = "".join(path.read_text() for folder in ("tests", "bench") for path in (ROOT / folder).rglob("*.py"))
    read = set(re.findall(r'environ(?:\.get\(|\[)"(SIMPUL_[A-Z_]+)"', sources))

    assert sorted(read - set(re.findall(r"SIMPUL_[A-Z_]+", GUIDE))) == []


def test_every_setting_of_administrators_is_explained_to_them_and_to_who_runs_it():
    told = (ROOT / "docs" / "guide" / "administrasi.md").read_text()

    assert [key for key, setting in settings.items() if f"`{key}`" not in GUIDE or setting.label.id not in told] == []


def test_every_command_is_explained():
    assert [command.name for command in COMMANDS if f"`{command.name}" not in GUIDE] == []
