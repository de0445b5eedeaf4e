"""Changing service levels and legal limits: drafts, and versions that take effect on a day and never change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from simpul.cases.errors import LegalRulesNotFound, ServiceLevelExists, ServiceLevelIsUnchanged
from simpul.cases.events import LegalRulesPublished, ServiceLevelPublished
from simpul.cases.levels.content import Content, clean, content_of, wire
from simpul.cases.levels.feasible import check
from simpul.cases.levels.inforce import Law, law_on
from simpul.cases.models import CaseCategory, LegalRules, ServiceLevel, ServiceLevelVersion
from simpul.cases.selectors.levels import in_force, level_get, version_get, versions_of
from simpul.cases.services.recording import changed, facts, refused, require_manager, require_version
from simpul.cases.vocabulary import wording
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.errors import Invalid, StaleVersion
from simpul.platform.events import emit
from simpul.platform.text import Text
from simpul.workflow.errors import CalendarNotFound
from simpul.workflow.public import worktime

LEVEL, LEGAL = "SLA_POLICY", "LEGAL_RULES"

_PAST = Text(id="Tidak dapat berlaku surut; pilih hari ini atau sesudahnya.", en="It cannot take effect in the past; choose today or later.")
_NO_CATEGORY = Text(id="Kategori ini tidak ada.", en="This category does not exist.")
_ELSEWHERE = Text(id="Kategori ini sudah diatur oleh {name}.", en="This category is already covered by {name}.")
_NO_LAW = Text(id="Aturan ini tidak ada atau belum berlaku pada tanggal itu.", en="This rule set does not exist or does not hold on that day.")
_NO_CALENDAR = Text(id="Kalender ini tidak ada atau belum disahkan.", en="This calendar does not exist or was never approved.")


@transaction.atomic
def level_create(*, actor: Actor, key: str, title: Mapping[str, str], copy_of: str | None = None, shipped: bool = False) -> ServiceLevel:
    """Start a service level; it promises nothing until a version is published.

    With `copy_of` its draft is a copy of that one's, without the rules: a category is covered once.

    Raises: Forbidden, ServiceLevelExists, ServiceLevelNotFound.
    """
    require_manager(actor, LEVEL, key)
    draft: dict[str, Any] | None = None
    if copy_of is not None:
        source = level_get(copy_of)
        standing = in_force(versions_of(source), today())
        draft = {**(standing.content if standing else source.draft or {}), "rules": []} if standing or source.draft else None
    try:
        with transaction.atomic():
            level = ServiceLevel.objects.create(key=key, title=dict(title), draft=draft, is_shipped=shipped, created_at=now(), created_by=actor.id, revision=1)
    except IntegrityError:
        raise refused(ServiceLevelExists(), LEVEL, key) from None
    changed(actor, LEVEL, key, "CREATE", {}, {"title": dict(title)}, copy_of=copy_of or "")
    return level


@transaction.atomic
def level_rename(*, actor: Actor, key: str, title: Mapping[str, str], version: int) -> ServiceLevel:
    """Call a service level by another name; its key and what it promises stay.

    Raises: ServiceLevelNotFound, Forbidden, StaleVersion.
    """
    level = _opened(actor, key, version)
    if changed(actor, LEVEL, key, "RENAME", {"title": level.title}, {"title": dict(title)}):
        level.title = dict(title)
        _saved(level)
    return level


@transaction.atomic
def level_save_draft(*, actor: Actor, key: str, raw: Mapping[str, Any], version: int) -> ServiceLevel:
    """Replace the draft, which can be kept as it stands today: its calendars have time, and nothing ends after the law's limit.

    Raises: ServiceLevelNotFound, Forbidden, StaleVersion, Invalid.
    """
    level = _opened(actor, key, version)
    content = _cleaned(level, raw, today())
    before = level.draft or {}
    level.draft = wire(content)
    if changed(actor, LEVEL, key, "DRAFT", before, level.draft):
        _saved(level)
    return level


@transaction.atomic
def level_discard_draft(*, actor: Actor, key: str, version: int) -> ServiceLevel:
    """Throw the draft away; without one nothing changes.

    Raises: ServiceLevelNotFound, Forbidden, StaleVersion.
    """
    level = _opened(actor, key, version)
    if level.draft is not None:
        changed(actor, LEVEL, key, "DISCARD", {}, {"discarded": True})
        level.draft = None
        _saved(level)
    return level


@transaction.atomic
def level_restore(*, actor: Actor, key: str, number: int, version: int) -> ServiceLevel:
    """Make an older version the draft.

    Raises: ServiceLevelNotFound, Forbidden, StaleVersion, Invalid.
    """
    require_manager(actor, LEVEL, key)
    return level_save_draft(actor=actor, key=key, raw=version_get(key, number).content, version=version)


@transaction.atomic
def level_publish(*, actor: Actor, key: str, version: int, effective_from: date, note: str) -> ServiceLevel:
    """Let the draft take effect on a day, today or later; cases that are open keep what they were promised.

    Raises: ServiceLevelNotFound, Forbidden, StaleVersion, ServiceLevelIsUnchanged, Invalid.
    """
    # All are locked: two that are published at once must not both cover a category.
    list(ServiceLevel.objects.select_for_update().order_by("key").values_list("id", flat=True))
    level = _opened(actor, key, version)
    if level.draft is None:
        raise refused(ServiceLevelIsUnchanged(), LEVEL, key)
    if effective_from < today():
        raise Invalid({"effective_from": _PAST}).recorded_as(**facts(LEVEL, key))
    content = _cleaned(level, level.draft, effective_from, alone=True)
    standing = versions_of(level)
    if standing and standing[0].content == wire(content) and standing[0].effective_from <= effective_from:
        raise refused(ServiceLevelIsUnchanged(), LEVEL, key)
    number = standing[0].number + 1 if standing else 1
    ServiceLevelVersion.objects.create(
        policy=level, number=number, content=wire(content), effective_from=effective_from, note=note, published_at=now(), published_by=actor.id
    )
    before = standing[0].content if standing else {}
    changed(actor, LEVEL, key, "PUBLISH", before, {**wire(content), "number": number, "effective_from": str(effective_from)})
    level.draft = None
    _saved(level)
    emit(ServiceLevelPublished(level.key, number, effective_from))
    return level


@transaction.atomic
def legal_publish(*, actor: Actor, key: str, number: int, values: Mapping[str, Any], effective_from: date, note: str) -> LegalRules:
    """Add a version of a set of legal limits; `number` is the one it follows, 0 for a new set.

    Service levels in force that name the set must still end before the new limit.

    Raises: Forbidden, StaleVersion, Invalid.
    """
    require_manager(actor, LEGAL, key)
    list(ServiceLevel.objects.select_for_update().order_by("key").values_list("id", flat=True))
    standing = LegalRules.objects.filter(key=key).order_by("-number").first()
    if (standing.number if standing else 0) != number:
        raise StaleVersion(current={"version": standing.number if standing else 0}).recorded_as(**facts(LEGAL, key))
    if standing and effective_from < today():
        raise Invalid({"effective_from": _PAST}).recorded_as(**facts(LEGAL, key))
    try:
        worktime(str(values["calendar"]))
    except CalendarNotFound:
        raise Invalid({"calendar": _NO_CALENDAR}).recorded_as(**facts(LEGAL, key)) from None
    made = LegalRules(
        key=key,
        number=number + 1,
        effective_from=effective_from,
        note=note,
        published_at=now(),
        published_by=actor.id,
        **{**values, "title": dict(values["title"])},
    )
    law = Law(made.id, key, made.number, made.calendar, made.verbal_days, made.written_days, made.extension_days, made.pause_cap_days)
    for level in ServiceLevel.objects.order_by("key"):
        held = in_force(versions_of(level), effective_from)
        if held is not None and held.content["legal_rules"] == key:
            _feasible(LEGAL, key, content_of(held.content), law, effective_from, at=level.key)
    made.save(force_insert=True)
    before = {name: getattr(standing, name) for name in values} if standing else {}
    changed(actor, LEGAL, key, "PUBLISH", before, {**values, "number": made.number, "effective_from": str(effective_from)})
    emit(LegalRulesPublished(key, made.number, effective_from))
    return made


def _opened(actor: Actor, key: str, version: int) -> ServiceLevel:
    require_manager(actor, LEVEL, key)
    level = level_get(key, lock=True)
    require_version(LEVEL, key, level.revision, version)
    return level


def _cleaned(level: ServiceLevel, raw: Mapping[str, Any], on: date, *, alone: bool = False) -> Content:
    """The content, checked by itself and against categories, law and calendars; `alone` also against other service levels."""
    wrong: dict[str, Text] = {}
    try:
        content = clean(raw)
    except Invalid as refusal:
        raise refusal.recorded_as(**facts(LEVEL, level.key)) from None
    known = set(CaseCategory.objects.values_list("code", flat=True))
    taken = _taken(level, on) if alone else {}
    for index, category in enumerate(content.rules):
        if category not in known:
            wrong[f"content.rules.{index}.category"] = _NO_CATEGORY
        elif category in taken:
            wrong[f"content.rules.{index}.category"] = _ELSEWHERE.format(name=taken[category])
    law: Law | None = None
    if content.legal_rules:
        try:
            law = law_on(content.legal_rules, on)
        except LegalRulesNotFound:
            wrong["content.legal_rules"] = _NO_LAW
    if wrong:
        raise Invalid(wrong).recorded_as(**facts(LEVEL, level.key))
    _feasible(LEVEL, level.key, content, law, on)
    return content


def _feasible(kind: str, key: str, content: Content, law: Law | None, since: date, at: str = "content") -> None:
    try:
        check(content, law, since, at)
    except Invalid as refusal:
        raise refusal.recorded_as(**facts(kind, key)) from None


def _taken(level: ServiceLevel, on: date) -> dict[str, str]:
    """The categories that other service levels cover on the day or later, with the name of the one that does."""
    taken: dict[str, str] = {}
    for other in ServiceLevel.objects.exclude(pk=level.pk):
        versions = versions_of(other)
        standing = in_force(versions, on)
        for version in versions:
            if version is standing or version.effective_from > on:
                taken |= {rule["category"]: str(wording(other.title)) for rule in version.content["rules"]}
            if version is standing:
                break
    return taken


def _saved(level: ServiceLevel) -> None:
    level.revision += 1
    level.save(update_fields=["title", "draft", "revision"])
