"""Foreign PDF files are read in a process of its own, which ends when a file asks for too much: run as `python -m`, without secrets.

What it takes on its standard input is the length of the text in four bytes, the text, and the file; what it answers is the copy
with the text (`mark`), or what the file carries (`inspect`).
"""

from __future__ import annotations

import os
import resource
import sys

CPU_SECONDS = 6
MEMORY_BYTES = 1_500_000_000
LARGEST_COPY = 120_000_000
CANNOT = 3


def main() -> int:
    """Mark or inspect the file of the standard input within the limits."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    os.nice(5)
    from simpul.documents.errors import CannotMark
    from simpul.documents.filetypes.pdf_apart import INSPECT

    given = sys.stdin.buffer
    text = given.read(int.from_bytes(given.read(4), "big")).decode()
    try:
        if sys.argv[1:] == [INSPECT]:
            from simpul.documents.filetypes.pdf_inspection import code_found

            copy = code_found(given.read())
        else:
            from simpul.documents.watermarks import marked

            copy = marked(given.read(), text)
    except (CannotMark, MemoryError):
        return CANNOT
    if len(copy) > LARGEST_COPY:
        return CANNOT
    sys.stdout.buffer.write(copy)
    return 0


if __name__ == "__main__":
    sys.exit(main())
