"""Foreign PDF files are given to a process of their own (`pdf_process`), without secrets and with limits on time and memory."""

from __future__ import annotations

import subprocess
import sys
from typing import BinaryIO

from simpul.documents.errors import CannotMark
from simpul.documents.filetypes.containers import LOCKED, file_refusal
from simpul.platform.text import Text

MARK, INSPECT = "mark", "inspect"
CLEAN, CODE, PASSWORD = b"CLEAN", b"CODE", b"LOCKED"
WALL_SECONDS = 20
_PROCESS = "simpul.documents.pdf_process"
_CARRIES = Text(
    id="PDF memuat skrip, perintah menjalankan program, atau berkas tertanam. Cetak ulang sebagai PDF biasa, lalu unggah hasilnya.",
    en="The PDF carries a script, a command that starts a program, or an embedded file. Print it to a plain PDF and upload that.",
)
_TOO_COMPLEX = Text(
    id="PDF ini tidak dapat diperiksa: rusak atau terlalu rumit. Cetak ulang sebagai PDF biasa.",
    en="This PDF cannot be examined: it is damaged or too complex. Print it to a plain PDF.",
)


def read_apart(act: str, text: str, pdf: bytes) -> bytes:
    """What the process answers about a PDF.

    Raises: CannotMark when it cannot, or when a limit is reached.
    """
    words = text.encode()
    command = [sys.executable, "-I", "-m", _PROCESS, act]
    try:
        done = subprocess.run(
            command,
            input=len(words).to_bytes(4, "big") + words + pdf,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            cwd="/",
            timeout=WALL_SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, BrokenPipeError):
        raise CannotMark() from None
    if done.returncode != 0:
        raise CannotMark()
    return done.stdout


def code_check(content: BinaryIO) -> None:
    """Refuse a PDF that carries what runs or another file, that is locked, or that cannot be examined.

    Raises: FileRefused.
    """
    content.seek(0)
    try:
        answer = read_apart(INSPECT, "", content.read())
    except CannotMark:
        raise file_refusal(_TOO_COMPLEX) from None
    finally:
        content.seek(0)
    if answer != CLEAN:
        raise file_refusal({CODE: _CARRIES, PASSWORD: LOCKED}.get(answer, _TOO_COMPLEX))
