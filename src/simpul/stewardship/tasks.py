"""Work on the rights of the person that is done aside."""

from __future__ import annotations

from uuid import UUID

from simpul.iam.public import system_actor
from simpul.platform.jobs import job
from simpul.platform.text import Text
from simpul.stewardship.services.packing import rights_pack_make, rights_packs_expire


@job("stewardship.make_pack", title=Text(id="Menyiapkan paket data nasabah", en="Make a pack of a person's data"))
def make_pack(request_id: str) -> None:
    """Make the pack of an approved request."""
    rights_pack_make(actor=system_actor(), request_id=UUID(request_id))


@job("stewardship.expire_packs", title=Text(id="Memusnahkan paket data yang kedaluwarsa", en="Destroy packs that have expired"), cron="17 * * * *")
def expire_packs(timestamp: int = 0) -> None:
    """Destroy the content of packs whose time is over, every hour."""
    rights_packs_expire(actor=system_actor())
