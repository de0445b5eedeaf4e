"""Every migration works forward and back over rows, and the schema comes out as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.database import ADMIN, ROOT
from tools.migrations import Broken, samples
from tools.repository import ENVIRONMENT


def test_migrations_go_up_down_and_up_again_over_rows_and_leave_the_same_schema() -> None:
    environment = {**os.environ, **ENVIRONMENT, "SIMPUL_TEST_ADMIN_URL": ADMIN}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tools.migrations", "--together"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.endswith("up, down and up again, the schema is the same\n")


def test_a_domain_without_rows_to_go_over_is_named_with_its_file(tmp_path: Path) -> None:
    wanted = samples()
    for name, path in wanted.items():
        (tmp_path / name).mkdir()
        shutil.copy(path, tmp_path / name)
    assert list(samples(tmp_path)) == list(wanted)
    assert list(wanted).index("iam") < list(wanted).index("customers") < list(wanted).index("cases")

    (tmp_path / "strange").mkdir()
    (tmp_path / "strange" / "sample_rows.sql").touch()
    with pytest.raises(Broken, match="rows of no domain that has tables: tests/strange"):
        samples(tmp_path)
    (tmp_path / "iam" / "sample_rows.sql").unlink()
    with pytest.raises(Broken, match="no rows to go over: expected in tests/iam"):
        samples(tmp_path)


def test_the_models_need_no_migration_that_is_not_there() -> None:
    command = [sys.executable, "-W", "ignore", "-m", "django", "makemigrations", "--check", "--dry-run"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "No changes detected\n"), done.stderr
