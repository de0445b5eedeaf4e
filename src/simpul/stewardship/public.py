"""The door to the rights of the person.

Whoever processes data beyond what is required asks `processing_restricted`; whoever scores, advises or selects by machine asks
`automation_objected` as well. Both answer for a set, in one statement.
"""

from simpul.stewardship.selectors.limits import automation_objected, processing_restricted

__all__ = ["automation_objected", "processing_restricted"]
