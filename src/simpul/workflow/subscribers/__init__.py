"""What workflow adds to the engines below, registered at start."""

from simpul.workflow.subscribers import calendars


def register_all() -> None:
    """Offer workflow's records as subjects."""
    calendars.register_all()
