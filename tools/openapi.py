"""The committed description of the API: `--write` renews openapi.json, `--check` fails when it no longer tells the truth."""

from __future__ import annotations

import json
from pathlib import Path

from tools.documents import run
from tools.repository import ROOT, start_django

SNAPSHOT = ROOT / "openapi.json"


def render() -> dict[Path, str]:
    """The API as its code describes it."""
    start_django()
    from simpul.config.api import api

    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    return {SNAPSHOT: json.dumps(schema, indent=2, ensure_ascii=False, default=str) + "\n"}


if __name__ == "__main__":
    run(render, gate="openapi.json")
