"""What workflow adds to the engines below, registered at start."""

from simpul.workflow.subscribers import calendars, shipping, timers


def register_all() -> None:
    """Offer workflow's records as subjects, let timers follow their calendars, install shipped workflows after migrations."""
    calendars.register_all()
    timers.register_all()
    shipping.register_all()
