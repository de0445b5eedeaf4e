"""Puts the built front end and the files for a server into the wheel; the build refuses to make one without them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEnd(BuildHookInterface):  # type: ignore[misc]
    """The front end is built here by node when its sources changed since it was built last (`make wheel` does so before)."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from simpul.config import frontend_build

        web = root / "web"
        if not frontend_build.is_current(web):
            built = frontend_build.build(web, root / ".simpul" / "wheel-front-end.log", self.app.display_info)
            if built.problem:
                raise SystemExit(f"{built.problem} A wheel without the front end is of no use: run `make wheel` in a prepared checkout.")
        build_data["force_include"][str(web / "dist")] = "simpul/config/front_end"
        build_data["force_include"][str(root / "deploy")] = "simpul/config/deploy"
