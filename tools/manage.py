"""Django's own commands that need settings and no database: `python -m tools.manage makemigrations cases`."""

from __future__ import annotations

import sys
import warnings

from tools.repository import start_django

if __name__ == "__main__":
    # makemigrations asks the database whether history is consistent, and says that it is not there.
    warnings.simplefilter("ignore", RuntimeWarning)
    start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["tools.manage", *sys.argv[1:]])
