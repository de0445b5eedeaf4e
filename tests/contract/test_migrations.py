"""Every migration works forward and back over rows, and the schema comes out as it was."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.support.database import ADMIN, ROOT
from tools.repository import ENVIRONMENT


def test_migrations_go_up_down_and_up_again_over_rows_and_leave_the_same_schema() -> None:
    environment = {**os.environ, **ENVIRONMENT, "SIMPUL_TEST_ADMIN_URL": ADMIN}
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "tools.migrations"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.endswith("up, down and up again, the schema is the same\n")


def test_the_models_need_no_migration_that_is_not_there() -> None:
    command = [sys.executable, "-W", "ignore", "-m", "django", "makemigrations", "--check", "--dry-run"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "No changes detected\n"), done.stderr
