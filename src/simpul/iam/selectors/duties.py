"""What somebody must do before anything else: choose an own password, set up a second step."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from simpul.iam.limits import FACTOR_ROLES, HOURS
from simpul.platform import configuration
from simpul.platform.actor import Act, Actor, Held, Reach
from simpul.platform.db import query

_STATE = """
SELECT u.must_change_password,
       EXISTS (SELECT FROM iam.mfa_authenticator a WHERE a.user_id = u.user_id AND a.type IN ('totp', 'webauthn')) AS has_factor
FROM iam.users u WHERE u.user_id = %s
"""
# In the session: the identity provider asked for a second step itself, and the organisation relies on it.
STEPPED_UP = "simpul_stepped_up"


def needs_factor(actor: Actor) -> bool:
    """Whether one of the person's roles asks for a second step."""
    return not set(configuration.value(FACTOR_ROLES, actor)).isdisjoint(actor.role_keys)


def has_factor(user_id: UUID) -> bool:
    """Whether the user has an authenticator application or a passkey."""
    return bool(query(_STATE, (user_id,))[0]["has_factor"])


def duty(actor: Actor, request: HttpRequest) -> Held:
    """What holds this person back in this session; nothing for most."""
    state: dict[str, Any] = query(_STATE, (actor.id,))[0]
    if state["must_change_password"]:
        return "PASSWORD"
    if needs_factor(actor) and not state["has_factor"] and not request.session.get(STEPPED_UP):
        return "SECOND_FACTOR"
    return "" if within_hours(actor, datetime.now(UTC)) else "HOURS"


def within_hours(actor: Actor, moment: datetime) -> bool:
    """Whether the person may work at this moment, by the clock of their branch; administrators may always put things right."""
    hours = configuration.value(HOURS, actor)
    if hours is None or actor.reach("configuration", Act.MANAGE) is Reach.ALL:
        return True
    zones = query("SELECT time_zone FROM iam.branches WHERE branch_code = ANY(%s) ORDER BY branch_code LIMIT 1", (list(actor.branch_codes),))
    local = moment.astimezone(ZoneInfo(zones[0]["time_zone"] if zones else "Asia/Jakarta"))
    return local.isoweekday() in hours["days"] and hours["opens"] <= local.strftime("%H:%M") < hours["closes"]
