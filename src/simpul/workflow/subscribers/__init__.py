"""What workflow adds to the engines below, registered at start."""

from simpul.workflow.subscribers import calendars, items, shipping, timers


def register_all() -> None:
    """Offer workflow's records as subjects, let timers fire and follow their calendars, install shipped workflows after migrations."""
    calendars.register_all()
    timers.register_all()
    items.register_all()
    shipping.register_all()
