"""One directory, one Simpul: refused with the holder's number, free again when the holder dies."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from simpul.platform.embedded.errors import DirectoryInUse, EmbeddedError
from simpul.platform.embedded.locks import claim, exclusive

HOLD = (
    "import sys, time; from pathlib import Path; from simpul.platform.embedded.locks import claim; "
    "p = Path(sys.argv[1]); lock = claim(p / 'demo.lock', p); print('held', flush=True); time.sleep(600)"
)


def test_a_second_holder_is_refused_until_the_first_is_gone(place):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(place)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None and holder.stdout.readline() == "held\n"

    with pytest.raises(DirectoryInUse, match=re.escape(f"Simpul already runs on {place} (process {holder.pid}).")):
        claim(place / "demo.lock", place)

    holder.kill()
    holder.wait()
    lock = claim(place / "demo.lock", place)
    assert lock.read() == str(os.getpid())
    lock.close()


def test_waiting_for_a_lock_ends(place):
    with exclusive(place / "start.lock", timeout=1), pytest.raises(EmbeddedError, match="for 0 s"), exclusive(place / "start.lock", timeout=0.1):
        pass
