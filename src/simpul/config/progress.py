"""What a long start shows: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from typing import TextIO

_WIDTH = 28
_BAR_EVERY = 0.1
_LINE_EVERY = 10.0


class Progress:
    """Steps with counts. Called as `progress(label, done, total)`; safe from several threads, steps may take turns."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.tty = self.stream.isatty()
        self._lock = threading.Lock()
        self._began_at: dict[str, float] = {}
        self._shown_at: dict[str, float] = {}

    def __call__(self, label: str, done: int = 0, total: int = 0) -> None:
        """Show how far a step is; the same label again moves its bar."""
        with self._lock:
            now = time.monotonic()
            began = self._began_at.setdefault(label, now)
            finished = total > 0 and done >= total
            pause = _BAR_EVERY if self.tty else _LINE_EVERY
            if not finished and now - self._shown_at.get(label, -pause) < pause:
                return
            self._shown_at[label] = now
            text = self._line(label, done, total, now - began)
            self.stream.write(f"\r\x1b[2K{text}" if self.tty else f"{text}\n")
            if finished:
                self.stream.write("\n" if self.tty else "")
                del self._began_at[label], self._shown_at[label]
            self.stream.flush()

    def line(self, text: str) -> None:
        """A line of its own; a bar in progress goes on below it."""
        with self._lock:
            self.stream.write(f"\r\x1b[2K{text}\n" if self.tty else f"{text}\n")
            self.stream.flush()

    def _line(self, label: str, done: int, total: int, seconds: float) -> str:
        if not total:
            return f"  {label} ..."
        share = min(1.0, done / total)
        took = f"{seconds:.0f} s"
        if not self.tty:
            return f"  {label}: {done:,} of {total:,} ({share:.0%}, {took})"
        bar = "█" * int(share * _WIDTH)
        return f"  {label:<34} {bar:<{_WIDTH}} {share:>4.0%}  {done:,}/{total:,}  {took}"
