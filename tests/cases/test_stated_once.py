"""What may be done with a case is stated once: in its workflow, by the guards that the workflow names, and by the database alike."""

from __future__ import annotations

from itertools import combinations

import pytest

from simpul.iam.models import Role, UserRole
from simpul.platform.actor import Act
from simpul.platform.db import query, scope
from tests.support import people
from tests.support.database import rows

ROLES = ("AGENT", "SUPERVISOR", "RM", "COMPLIANCE", "DIRECTOR", "ADMIN")


@pytest.mark.parametrize("roles", [*combinations(ROLES, 1), *combinations(ROLES, 2)], ids="+".join)
def test_an_actor_reaches_whole_cases_as_far_as_the_database_says(organisation, roles):
    with rows():
        person = people.user_id("agent_mdn")
        UserRole.objects.filter(user_id=person).delete()
        for role in roles:
            UserRole.objects.create(user_id=person, role=Role.objects.get(key=role))
    who = people.actor("agent_mdn")
    with scope(who):
        said = {act: query("SELECT crm.case_reach(%s) AS reach", (act.value,))[0]["reach"] for act in Act}
    assert {act: who.reach_whole("case", act).value for act in Act} == said
