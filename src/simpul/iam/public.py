"""The door to users, roles and scopes."""

from simpul.iam.actors import actor_for, anonymous_actor, system_actor
from simpul.iam.facts import BranchFacts, ElevationFacts, PersonFacts, RoleFacts, WorkplaceFacts
from simpul.iam.selectors.account import session_lives
from simpul.iam.selectors.directory import branches, elevation, holders, holders_at, people, people_by_username, role_name, role_names, roles, workplaces
from simpul.iam.services.organisation import branches_put, unit_put, user_add
from simpul.platform.ids import ANONYMOUS_ID, SYSTEM_ID

__all__ = [
    "ANONYMOUS_ID",
    "SYSTEM_ID",
    "BranchFacts",
    "ElevationFacts",
    "PersonFacts",
    "RoleFacts",
    "WorkplaceFacts",
    "actor_for",
    "anonymous_actor",
    "branches",
    "branches_put",
    "elevation",
    "holders",
    "holders_at",
    "people",
    "people_by_username",
    "role_name",
    "role_names",
    "roles",
    "session_lives",
    "system_actor",
    "unit_put",
    "user_add",
    "workplaces",
]
