"""The committed description of the API: `--write` renews openapi.json, `--check` fails when it no longer tells the truth."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tools.documents import run
from tools.repository import ROOT, start_django

SNAPSHOT = ROOT / "openapi.json"


def render() -> dict[Path, str]:
    """The API as its code describes it; what the snapshot has keeps its place in it, so that a difference shows what changed."""
    start_django()
    from simpul.config.api import api

    schema = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), default=str))
    known = json.loads(SNAPSHOT.read_text()) if SNAPSHOT.is_file() else {"paths": {}, "components": {"schemas": {}}}
    schema["paths"] = _in_place(schema["paths"], known["paths"])
    schema["components"]["schemas"] = _in_place(schema["components"]["schemas"], known["components"]["schemas"])
    return {SNAPSHOT: json.dumps(schema, indent=2, ensure_ascii=False) + "\n"}


def _in_place(found: dict[str, Any], known: Iterable[str]) -> dict[str, Any]:
    return {key: found[key] for key in dict.fromkeys([*(key for key in known if key in found), *found])}


if __name__ == "__main__":
    run(render, gate="openapi.json")
