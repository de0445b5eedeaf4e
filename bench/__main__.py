"""Run one benchmark by name: `python -m bench search --help`."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in {"__init__", "__main__", "environment", "people"})

if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
    raise SystemExit(f"usage: python -m bench NAME [options]\nNAME is one of: {', '.join(NAMES)}")
name = sys.argv.pop(1)
runpy.run_module(f"bench.{name}", run_name="__main__")
