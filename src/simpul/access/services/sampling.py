"""Samples for compliance: drawn at random, the same again with the same seed, and what was found of each item."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from simpul.access.acts import AccessAct
from simpul.access.errors import SampleIsEmpty, SampleItemNotFound
from simpul.access.models import AccessRequest, Sample, SampleItem
from simpul.access.policies import can_note, may_sample
from simpul.access.registry import Asked, Drawn, SampleSource, directory, sources
from simpul.access.selectors.samples import sample_get
from simpul.access.vocabulary import LARGEST_SAMPLE, LONGEST_PERIOD_DAYS, Finding
from simpul.audit.public import audited_change, views_drawn
from simpul.iam.public import branches
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Conflict, Invalid
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.platform.words import says_enough

SAMPLE = "BREAK_GLASS_SAMPLE"
VIEWS = "PROFILE_VIEWS"
_UNKNOWN_SOURCE = Text(id="Sumber uji petik tidak dikenal.", en="There is no such source of samples.")
_UNKNOWN_BRANCH = Text(id="Cabang tidak dikenal.", en="There is no such branch.")
_PERIOD_ORDER = Text(id="Akhir periode harus sesudah awalnya.", en="The period must end after it begins.")
_PERIOD_FUTURE = Text(id="Periode harus sudah berakhir.", en="The period must have ended.")
_PERIOD_LONG = Text(id="Paling lama {days} hari.", en="At most {days} days.")
_SIZE = Text(id="Antara 1 dan {most} butir.", en="Between 1 and {most} items.")
_SEED = Text(id="4 sampai 64 huruf, angka, atau tanda hubung.", en="4 to 64 letters, digits or hyphens.")
_NOT_YET = Text(id="Temuan dicatat setelah akses untuk uji petik ini terbuka.", en="Findings are noted once access to this sample was open.")
_NEEDS_NOTE = Text(id="Jelaskan temuan yang perlu ditindaklanjuti.", en="Explain what has to be followed up.")


def _draw_views(actor: Actor, asked: Asked) -> tuple[int, list[Drawn]]:
    population, rows = views_drawn(since=asked.since, until=asked.until, seed=asked.seed, size=asked.size, but_by=actor.id, branch_code=asked.branch_code)
    return population, [Drawn(row["audit_id"], row["customer_id"], row["branch_code"], row["actor_user_id"], row["created_at"]) for row in rows]


# Opened profiles, from the trail; never one's own.
VIEWS_SOURCE = SampleSource(VIEWS, Text(id="Profil yang dibuka", en="Opened profiles"), _draw_views)


@transaction.atomic
def sample_draw(*, actor: Actor, source: str, since: datetime, until: datetime, size: int, seed: str | None, branch_code: str | None) -> Sample:
    """Draw items of an ended period at random; without a seed one is made. Fewer are drawn where there are fewer.

    Raises: Forbidden, Invalid naming each field, SampleIsEmpty.
    """
    with audited_change(actor, AccessAct.BREAK_GLASS_SAMPLE, SAMPLE) as change:
        change.require(may_sample(actor))
        chosen = (seed or "").strip() or secrets.token_hex(8)
        if problems := _problems(source, since, until, size, chosen, branch_code):
            raise change.refused(Invalid(problems), fields=sorted(problems))
        drawn_at = now()
        population, drawn = sources()[source].draw(actor, Asked(since, until, chosen, size, branch_code))
        if not drawn:
            raise change.refused(SampleIsEmpty(), source=source)
        sample = Sample.objects.create(
            source=source, since=since, until=until, branch_code=branch_code, seed=chosen, size=len(drawn), population=population, drawn_by=actor.id, drawn_at=drawn_at
        )  # fmt: skip
        _keep_items(sample, drawn)
        change.object_id, change.branch_code = sample.id, branch_code
        change.describe(source=source, since=since.isoformat(), until=until.isoformat(), seed=chosen, size=len(drawn), population=population)
    return sample


def _keep_items(sample: Sample, drawn: Sequence[Drawn]) -> None:
    cards = directory().cards({each.customer_id for each in drawn})
    SampleItem.objects.bulk_create(
        SampleItem(
            sample=sample,
            position=position,
            ref=each.ref,
            customer_id=each.customer_id,
            branch_code=each.branch_code,
            customer_name=cards[each.customer_id].name if each.customer_id in cards else "***",
            customer_cif=(cards[each.customer_id].cif or "") if each.customer_id in cards else "",
            by_user_id=each.by,
            occurred_at=each.at,
        )
        for position, each in enumerate(drawn, start=1)
    )


@transaction.atomic
def finding_note(*, actor: Actor, sample_id: UUID, item_id: UUID, finding: str, note: str) -> SampleItem:
    """Note what was found of one item; a later note replaces it, and the trail keeps both.

    Raises: SampleNotFound, SampleItemNotFound, Forbidden, Conflict before access was open, Invalid for a concern without a word.
    """
    sample = sample_get(actor=actor, sample_id=sample_id)
    with audited_change(actor, AccessAct.BREAK_GLASS_FINDING, SAMPLE, sample.id) as change:
        change.require(can_note(actor, sample))
        item = SampleItem.objects.select_for_update().filter(pk=item_id, sample=sample).first()
        if item is None:
            raise change.refused(SampleItemNotFound())
        if not AccessRequest.objects.filter(sample=sample, starts_at__isnull=False).exists():
            raise Conflict(_NOT_YET)
        if finding == Finding.CONCERN and not says_enough(note, 3):
            raise Invalid({"note": _NEEDS_NOTE})
        before, item.finding, item.note, item.noted_at = item.finding, finding, note.strip(), now()
        item.save(update_fields=["finding", "note", "noted_at"])
        change.customer_id, change.branch_code = item.customer_id, item.branch_code
        change.describe(item=str(item.id), position=item.position, before=before, after=finding, note=redacted(note))
    return item


def _problems(source: str, since: datetime, until: datetime, size: int, seed: str, branch_code: str | None) -> dict[str, Text]:
    problems: dict[str, Text] = {}
    if source not in sources():
        problems["source"] = _UNKNOWN_SOURCE
    if branch_code is not None and branch_code not in branches():
        problems["branch_code"] = _UNKNOWN_BRANCH
    if until <= since:
        problems["until"] = _PERIOD_ORDER
    elif until > now():
        problems["until"] = _PERIOD_FUTURE
    elif until - since > timedelta(days=LONGEST_PERIOD_DAYS):
        problems["since"] = _PERIOD_LONG.format(days=LONGEST_PERIOD_DAYS)
    if not 1 <= size <= LARGEST_SAMPLE:
        problems["size"] = _SIZE.format(most=LARGEST_SAMPLE)
    if not (4 <= len(seed) <= 64 and all(letter.isalnum() or letter == "-" for letter in seed) and seed.isascii()):
        problems["seed"] = _SEED
    return problems
