"""The door to the follow-up programme.

`entries_add` lets customers enter with the next run, `entries_leave` lets members leave whom a segment brought; both are
requests, and the run decides. `programme_segment` is the id of the segment that the organisation chose, as text, and
`segment_customers` names the members whom a segment brought. `run_rotate` is for the worker.
"""

from simpul.followup.selectors.segment import programme_segment, segment_customers
from simpul.followup.services.entries import entries_add, entries_leave
from simpul.followup.services.rotating import run_rotate

__all__ = ["entries_add", "entries_leave", "programme_segment", "run_rotate", "segment_customers"]
