"""The progress display: a bar on a terminal, few plain lines elsewhere."""

from __future__ import annotations

import io

from simpul.config.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_a_terminal_each_step_is_a_line_at_its_start_and_its_end():
    stream = io.StringIO()
    progress = Progress(stream)

    for done in (0, 10, 20, 1000):
        progress("customers", done, 1000)
        progress("bookings", done * 2, 2000)

    assert stream.getvalue().splitlines() == [
        "  customers: 0 of 1,000 (0%, 0 s)",
        "  bookings: 0 of 2,000 (0%, 0 s)",
        "  customers: 1,000 of 1,000 (100%, 0 s)",
        "  bookings: 2,000 of 2,000 (100%, 0 s)",
    ]


def test_on_a_terminal_a_bar_moves_in_place_and_stays_when_full():
    stream = Terminal()
    progress = Progress(stream)

    progress("customers", 500, 1000)
    progress("customers", 1000, 1000)
    progress.line("done")

    half, full = "█" * 14 + " " * 14, "█" * 28
    assert stream.getvalue() == (
        f"\r\x1b[2K  customers                          {half}  50%  500/1,000  0 s"
        f"\r\x1b[2K  customers                          {full} 100%  1,000/1,000  0 s\n"
        "\r\x1b[2Kdone\n"
    )


def test_a_step_of_unknown_length_is_named():
    stream = io.StringIO()
    Progress(stream)("creating the database")
    assert stream.getvalue() == "  creating the database ...\n"
