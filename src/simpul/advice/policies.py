"""Who sees advice, decides about it, and keeps its rules. Row-level security says the same in sql/0004_rules.sql."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from simpul.advice.models import NbaRecommendation
from simpul.advice.vocabulary import CONFIGURATION, RESOURCE
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_PORTFOLIO = "SELECT r.customer_id FROM iam.customer_reach r WHERE r.rm_user_id = %s"
_NOT_HERE = Text(id="Peran Anda tidak memutuskan saran nasabah ini.", en="Your role does not decide advice about this customer.")
_NOT_MANAGER = Text(id="Hanya pengelola konfigurasi yang mengubah aturan saran.", en="Only configuration managers change rules of advice.")
_FRAUD_NAMED = frozenset({"AGENT", "SUPERVISOR", "COMPLIANCE"})


def visible_decisions(actor: Actor) -> QuerySet[NbaRecommendation]:
    """The decisions about customers within the actor's reach."""
    rows = NbaRecommendation.objects.all()
    reach = actor.reach(RESOURCE, Act.READ)
    if reach is Reach.ALL:
        return rows
    if reach < Reach.PORTFOLIO:
        return rows.none()
    condition = Q(customer_id__in=RawSQL(_PORTFOLIO, (actor.id,)))  # noqa: S611 - the text is ours
    if reach >= Reach.BRANCH:
        condition |= Q(branch_code__in=sorted(actor.branch_codes))
    return rows.filter(condition)


def can_read(actor: Actor, customer: Any) -> bool:
    """Whoever holds the grant, about customers that it covers."""
    return actor.may(RESOURCE, Act.READ, customer)


def can_decide(actor: Actor, customer: Any) -> Verdict:
    """The same for deciding."""
    return ALLOW if actor.may(RESOURCE, Act.UPDATE, customer) else deny(_NOT_HERE)


def can_manage(actor: Actor) -> Verdict:
    """Managers of the configuration."""
    return ALLOW if actor.reach(CONFIGURATION, Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def is_fraud_named(actor: Actor) -> bool:
    """Whether fraud is named to this reader; everybody else is asked to handle with care."""
    return bool(_FRAUD_NAMED & set(actor.kinds))
