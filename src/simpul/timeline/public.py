"""The door to timelines: what a domain states of its kinds, add stored events, read a page."""

from simpul.timeline.history import Service, ServiceKind, service_kinds, service_page
from simpul.timeline.registry import Event, Kind, KindIsAmbiguous, KindUnknown, Source, Wanted, kinds
from simpul.timeline.selectors import conditions, page
from simpul.timeline.services import add, add_from

__all__ = [
    "Event",
    "Kind",
    "KindIsAmbiguous",
    "KindUnknown",
    "Service",
    "ServiceKind",
    "Source",
    "Wanted",
    "add",
    "add_from",
    "conditions",
    "kinds",
    "page",
    "service_kinds",
    "service_page",
]
