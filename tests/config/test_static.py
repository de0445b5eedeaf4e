"""The built front end: compressed at build time."""

from __future__ import annotations

import gzip

import brotli

from simpul.config.compression import compress


def test_text_is_compressed_both_ways_and_small_or_binary_files_are_left(tmp_path):
    script, small, picture = tmp_path / "app.js", tmp_path / "tiny.js", tmp_path / "logo.png"
    script.write_text("export const x = 1\n" * 200)
    small.write_text("x")
    picture.write_bytes(b"\x89PNG" * 400)

    assert compress(tmp_path) == 1
    assert brotli.decompress((tmp_path / "app.js.br").read_bytes()) == gzip.decompress((tmp_path / "app.js.gz").read_bytes()) == script.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["app.js", "app.js.br", "app.js.gz", "logo.png", "tiny.js"]
