"""Who sees and changes segments and campaigns. Row-level security says the same in sql/; each is enough on its own."""

from __future__ import annotations

from django.db.models import QuerySet

from simpul.marketing.models import Segment
from simpul.marketing.vocabulary import RESOURCE
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_REPORTS_ONLY = Text(id="Anda membaca laporan kampanye, bukan segmennya.", en="You read reports of campaigns, not their segments.")
_NOT_MARKETING = Text(id="Hanya pemasaran yang mengelola segmen.", en="Only marketing keeps segments.")


def can_read_segments(actor: Actor) -> Verdict:
    """Marketing, supervisors and compliance read segments; a grant for reports alone does not open them."""
    return ALLOW if actor.reach_whole(RESOURCE, Act.READ) is Reach.ALL else deny(_REPORTS_ONLY)


def can_change_segments(actor: Actor, act: Act = Act.UPDATE) -> Verdict:
    """Marketing makes and changes segments."""
    return ALLOW if actor.reach_whole(RESOURCE, act) is Reach.ALL else deny(_NOT_MARKETING)


def visible_segments(actor: Actor) -> QuerySet[Segment]:
    """All segments, for whoever reads them."""
    return Segment.objects.all() if can_read_segments(actor) else Segment.objects.none()
