"""How the web server is started."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path


def command(environment: Mapping[str, str]) -> list[str]:
    """Granian on Django's ASGI application, with the address and size from the environment."""
    return [
        str(Path(sys.executable).with_name("granian")),
        "--interface=asginl",
        f"--host={environment.get('SIMPUL_HOST') or '127.0.0.1'}",
        f"--port={environment.get('SIMPUL_PORT') or '8000'}",
        f"--workers={environment.get('SIMPUL_WEB_WORKERS') or '2'}",
        "--workers-kill-timeout=3s",
        "--respawn-failed-workers",
        "--respawn-interval=0.5",
        "--no-ws",
        "--log-level=warning",
        f"--log-config={Path(__file__).with_name('server-log.json')}",
        "simpul.config.asgi:application",
    ]
