"""The closed lists of changes that wait for a second person."""

from __future__ import annotations

from django.db.models import TextChoices

SUBJECT = "PROPOSAL"
WORKFLOW = "control_change"
RESOURCE = "configuration"

LEAST_REASON, MOST_NOTE = 3, 500
RESULT_HOURS = 24


class Status(TextChoices):
    PROPOSED = "PROPOSED"
    APPLIED = "APPLIED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"  # nobody decided in time
    STALE = "STALE"  # agreed to, and not possible any more


DECIDED = (Status.APPLIED, Status.DECLINED, Status.WITHDRAWN, Status.EXPIRED, Status.STALE)
