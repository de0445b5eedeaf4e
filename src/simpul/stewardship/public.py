"""The door to the rights of the person.

Whoever processes data beyond what is required asks `processing_restricted`; whoever scores, advises or selects by machine asks
`automation_objected` as well. Both answer for a set, in one statement. `assessment_required` refuses scoring, matching, segmentation and
profiling that no approved assessment covers today.
"""

from simpul.stewardship.selectors.limits import automation_objected, processing_restricted
from simpul.stewardship.selectors.protection import assessment_required
from simpul.stewardship.vocabulary import ProcessingKind

__all__ = ["ProcessingKind", "assessment_required", "automation_objected", "processing_restricted"]
