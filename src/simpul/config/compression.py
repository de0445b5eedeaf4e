"""Compressing the built front end once, so that serving it costs nothing."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli  # type: ignore[import-untyped]

COMPRESSIBLE = {".js", ".css", ".html", ".json", ".svg", ".webmanifest", ".mjs", ".txt"}
SMALLEST_BYTES = 512


def compress(directory: Path) -> int:
    """Write a .br and a .gz beside each text file that profits; returns how many files got them."""
    done = 0
    for path in directory.rglob("*"):
        if path.suffix not in COMPRESSIBLE or not path.is_file() or path.stat().st_size < SMALLEST_BYTES:
            continue
        raw = path.read_bytes()
        path.with_name(path.name + ".br").write_bytes(brotli.compress(raw, quality=9))
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(raw, 9, mtime=0))
        done += 1
    return done
