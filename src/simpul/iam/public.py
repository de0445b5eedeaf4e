"""The door to users, roles and scopes."""

from simpul.iam.actors import actor_for, anonymous_actor, release_actor, system_actor, system_identity
from simpul.iam.facts import AppliedFacts, BranchFacts, ElevationFacts, Heads, Names, PersonFacts, PlacedHolders, RoleFacts, UnitFacts, WorkplaceFacts
from simpul.iam.limits import organisation_name
from simpul.iam.models.list_views import ListPage
from simpul.iam.selectors.account import session_lives
from simpul.iam.selectors.directory import (
    branches,
    elevation,
    handlers,
    heads,
    holders,
    holders_anywhere,
    holders_at,
    holders_by_place,
    holders_working_at,
    mail_addresses,
    names,
    people,
    people_by_username,
    role_name,
    role_names,
    roles,
    staff_languages,
    units,
    watching_people,
    workplaces,
)
from simpul.iam.selectors.presence import away_until, present_people, seen_people
from simpul.iam.services.applied_changes import applied_change_add, note_changes_announced, untold_changes
from simpul.iam.services.ending_rights import right_end, rights_sql
from simpul.iam.services.organisation import branches_put, organisation_put, unit_put, user_add
from simpul.platform.ids import SYSTEM_ID

__all__ = [
    "SYSTEM_ID",
    "AppliedFacts",
    "BranchFacts",
    "ElevationFacts",
    "Heads",
    "ListPage",
    "Names",
    "PersonFacts",
    "PlacedHolders",
    "RoleFacts",
    "UnitFacts",
    "WorkplaceFacts",
    "actor_for",
    "anonymous_actor",
    "applied_change_add",
    "away_until",
    "branches",
    "branches_put",
    "elevation",
    "handlers",
    "heads",
    "holders",
    "holders_anywhere",
    "holders_at",
    "holders_by_place",
    "holders_working_at",
    "mail_addresses",
    "names",
    "note_changes_announced",
    "organisation_name",
    "organisation_put",
    "people",
    "people_by_username",
    "present_people",
    "release_actor",
    "right_end",
    "rights_sql",
    "role_name",
    "role_names",
    "roles",
    "seen_people",
    "session_lives",
    "staff_languages",
    "system_actor",
    "system_identity",
    "unit_put",
    "units",
    "untold_changes",
    "user_add",
    "watching_people",
    "workplaces",
]
