"""Where things lie: in a checkout beside the sources, in an installed package inside it."""

from __future__ import annotations

from pathlib import Path

from simpul.platform.embedded.testing import checkout

_PACKAGE = Path(__file__).parent


def front_end() -> Path:
    """The built front end: that of the wheel, or the checkout's own."""
    packaged = _PACKAGE / "front_end"
    return packaged if packaged.is_dir() else checkout() / "web" / "dist"


def data_directory() -> Path:
    """Where uploads and the demonstration lie unless a setting says otherwise."""
    return checkout() / ".simpul" / "demo"
