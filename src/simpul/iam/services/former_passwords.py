"""Setting a password, and the hashes of former ones, so that none of the latest is chosen again."""

from __future__ import annotations

from itertools import islice

from django.contrib.auth.hashers import check_password

from simpul.iam import passwords
from simpul.iam.limits import FORMER_PASSWORDS, MOST_FORMER_PASSWORDS
from simpul.iam.models import FormerPassword, User
from simpul.platform import configuration
from simpul.platform.errors import Invalid


def password_set(user: User, new_password: str) -> None:
    """Give a person, whose row the caller has locked and in whose scope it acts, a new password; it is no temporary one.

    At most as many hashes are tried as the setting says, of which 24 is the largest, and only by a password that holds all
    other rules; who may try how often is the caller's.

    Raises: Invalid for a weak password, or one of the latest.
    """
    passwords.check(new_password, user)
    latest = min(configuration.number(FORMER_PASSWORDS), MOST_FORMER_PASSWORDS)
    former = FormerPassword.objects.filter(user_id=user.id).order_by("-kept_at", "-id")
    current = [user.password] if user.has_usable_password() else []
    known = [*current, *former.values_list("password", flat=True)[: max(0, latest - len(current))]]
    if any(check_password(new_password, kept) for kept in islice(known, latest)):
        raise Invalid({"new_password": passwords.REASONS["password_used_before"].format(count=latest)})
    user.set_password(new_password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    FormerPassword.objects.bulk_create(FormerPassword(user_id=user.id, password=kept) for kept in current)
    # The new one is the first of the latest, so one less is kept.
    remembered = list(former.values_list("pk", flat=True)[: max(0, latest - 1)])
    FormerPassword.objects.filter(user_id=user.id).exclude(pk__in=remembered).delete()
