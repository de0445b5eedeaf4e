"""Sealed files: nothing can be read, cut, swapped or found half written."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time

import pytest

from simpul.documents.storage import CHUNK, ContentMissing, LocalStore, seal, unseal
from simpul.platform.crypto import Tampered
from tests.support.documents import files

KEY, ADDRESS, OTHER = b"k" * 32, "a1" * 32, "b2" * 32


def sealed(content: bytes, address: str = ADDRESS) -> bytes:
    return b"".join(seal(io.BytesIO(content), KEY, address))


def opened(content: bytes, address: str = ADDRESS, key: bytes = KEY) -> bytes:
    return b"".join(unseal(io.BytesIO(content), key, address))


@pytest.mark.parametrize("size", [1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_was_sealed_opens_again(size):
    content = os.urandom(size)

    made = sealed(content)

    assert opened(made) == content
    # A few bytes stand somewhere in the rest by chance.
    assert size < 8 or content[:40] not in made
    assert sealed(content) != made, "equal contents are not recognisable"


WHOLE = sealed(bytes(range(256)) * (3 * CHUNK // 256) + b"end")
HEAD, PIECE = 15, CHUNK + 16
BROKEN = {
    "a changed byte": WHOLE[:200] + bytes([WHOLE[200] ^ 1]) + WHOLE[201:],
    "cut within a chunk": WHOLE[:-5],
    "cut after a chunk": WHOLE[: HEAD + 2 * PIECE],
    "cut to its head": WHOLE[:HEAD],
    "longer than written": WHOLE + b"x",
    "two chunks swapped": WHOLE[:HEAD] + WHOLE[HEAD + PIECE : HEAD + 2 * PIECE] + WHOLE[HEAD : HEAD + PIECE] + WHOLE[HEAD + 2 * PIECE :],
    "another head": b"SIMPUL9\n" + WHOLE[8:],
    "empty": b"",
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_was_tampered_with_does_not_open(case):
    with pytest.raises(Tampered):
        opened(BROKEN[case])


def test_a_file_opens_at_its_own_address_with_its_own_key_only():
    made = sealed(b"isi")

    for address, key in ((OTHER, KEY), (ADDRESS, b"x" * 32)):
        with pytest.raises(Tampered):
            opened(made, address, key)


def test_a_store_keeps_whole_files_for_its_own_user_only(tmp_path):
    store = LocalStore(tmp_path / "uploads")

    store.put(ADDRESS, iter([b"satu", b"dua"]))

    with store.open(ADDRESS) as file:
        assert file.read() == b"satudua"
    (path,) = files(tmp_path)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    store.remove(ADDRESS)
    store.remove(ADDRESS)
    with pytest.raises(ContentMissing):
        store.open(ADDRESS)


def test_a_set_group_id_directory_shares_its_files_with_its_group_and_with_nobody_else(tmp_path):
    root = tmp_path / "uploads"
    root.mkdir()
    root.chmod(0o2770)

    LocalStore(root).put(ADDRESS, iter([b"satu"]))

    (path,) = files(tmp_path)
    modes = [each.stat().st_mode & 0o7777 for each in (path, path.parent, path.parent.parent, root / "incoming")]
    assert modes == [0o640, 0o2770, 0o2770, 0o2770]


@pytest.mark.parametrize("address", ["../../etc/passwd", "A1" * 32, "", ADDRESS + "0", "a1/" * 22])
def test_an_address_is_never_a_path(tmp_path, address):
    with pytest.raises(ContentMissing):
        LocalStore(tmp_path).open(address)


def test_a_source_that_breaks_off_leaves_nothing(tmp_path):
    def pieces():
        yield b"separuh"
        raise OSError("the connection broke")

    with pytest.raises(OSError, match="broke"):
        LocalStore(tmp_path).put(ADDRESS, pieces())

    assert files(tmp_path) == []


_WRITER = """
import os, sys, time
from pathlib import Path
from django.conf import settings
settings.configure()
from simpul.documents.storage import LocalStore
def pieces():
    for number in range(1000):
        yield b"x" * 65536
        print(number, flush=True)
        time.sleep(0.01)
LocalStore(Path(sys.argv[1])).put("a1" * 32, pieces())
"""


@pytest.mark.chaos
def test_a_writer_that_is_killed_leaves_no_file_at_the_address_and_the_sweep_removes_the_rest(tmp_path):
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(5):
        writer.stdout.readline()

    writer.send_signal(signal.SIGKILL)
    writer.wait(10)

    store = LocalStore(tmp_path)
    with pytest.raises(ContentMissing):
        store.open(ADDRESS)
    assert [path.parent.name for path in files(tmp_path)] == ["incoming"]
    time.sleep(0.01)
    assert list(store.older_than(0)) == []
    assert files(tmp_path) == []
