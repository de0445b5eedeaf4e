"""What the demonstration says about itself when it runs: its three customers, and what to try with each."""

from __future__ import annotations

# The customer, who tries it, and what.
STORIES = (
    (
        "Anita Rosmaida Siregar",
        "agent",
        "took back her consent to offers and misses a failed transfer: find her as `rosmaida sregar`, open her profile, reveal her NIK, record a case",
    ),
    ("Budi Santoso Hutapea", "rm", "has a relationship manager: see who waited longest for a contact, then his tasks and his timeline"),
    ("Citra Dewi Lubis", "supervisor", "lost money to a fraud: her case leads the queue; answer it as agent, then review that answer as supervisor"),
)


def story_lines() -> str:
    """The stories as lines for a terminal."""
    width = max(len(name) for name, _, _ in STORIES)
    return "\n  ".join(f"{name.ljust(width)}  as {who}: {what}" for name, who, what in STORIES)
