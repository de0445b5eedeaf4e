"""Programs with keys, as an administrator made them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from simpul.iam.models import ServiceAccount, ServiceKey, User
from simpul.iam.services.service_keys import key_make
from simpul.platform.ids import uuid7
from tests.support.database import rows
from tests.support.people import user_id


def account() -> UUID:
    """A service account without roles."""
    with rows():
        user = User.objects.create(username=f"program-{uuid7().hex[-12:]}", full_name="Program", kind=User.Kind.SERVICE, password="!")
        ServiceAccount.objects.create(user=user, purpose="Meneruskan aduan dari situs.", created_by_id=user_id("admin"))
    return user.id


def key() -> dict[str, UUID]:
    """A key of a service account of its own, as the parts of its address."""
    account_id = account()
    _, prefix, digest = key_make()
    with rows():
        made = ServiceKey.objects.create(
            account_id=account_id,
            name="Kunci",
            prefix=prefix,
            digest=digest,
            operations=["customers_search"],
            per_minute=60,
            expires_at=datetime.now(UTC) + timedelta(days=1),
            created_by_id=user_id("admin"),
        )
    return {"account_id": account_id, "key_id": made.id}
