"""The shipped grants of a resource come in once, with the release that brings the resource."""

from __future__ import annotations

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.grants import resources, shipped_grants
from simpul.iam.matrix import Cell, written
from simpul.iam.models import BroughtResource, Grant, Role
from simpul.platform.actor import Actor


def grants_bring(*, actor: Actor) -> None:
    """Give roles the shipped grants of resources that this installation has not met; those that it has met stay as they are."""
    new = sorted(resources().keys() - set(BroughtResource.objects.values_list("resource", flat=True)))
    if not new:
        return
    roles = {role.key: role for role in Role.objects.filter(is_shipped=True)}
    given = [grant for grant in shipped_grants() if grant.resource in new]
    Grant.objects.bulk_create(
        (
            Grant(role=roles[grant.role_key], resource=grant.resource, action=grant.action, reach=int(grant.reach), limit=grant.limit, per_user=grant.per_user)
            for grant in given
        ),
        ignore_conflicts=True,
    )
    BroughtResource.objects.bulk_create(BroughtResource(resource=resource) for resource in new)
    told = [written((grant.role_key, grant.resource, grant.action), Cell(grant.reach, grant.per_user, grant.limit)) for grant in given]
    record(actor, IamAct.CHANGE_RBAC, object_type="GRANTS", object_id="release", meta={"resources": new, "before": [], "after": told})
