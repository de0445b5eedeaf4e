"""The closed lists of changes that wait for a second person."""

from __future__ import annotations

from django.db.models import TextChoices

SUBJECT = "PROPOSAL"
WORKFLOW = "control_change"
RESOURCE = "configuration"
RECERTIFICATION = "RECERTIFICATION"

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


class ItemKind(TextChoices):
    ROLE = "ROLE"
    SCOPE = "SCOPE"


class ItemDecision(TextChoices):
    CONFIRMED = "CONFIRMED"
    REMOVED = "REMOVED"
    LAPSED = "LAPSED"  # nobody confirmed it in time
    KEPT = "KEPT"  # it could not end: nobody would administer, or watch, any more
