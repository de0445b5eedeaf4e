"""Bringing running items from one version of a workflow to another by a mapping of states, in chunks.

A chunk is one transaction with its progress. What is left is simply what still runs on the old version, so that a job
that was killed, or given up, goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.platform import jobs
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.events import emit
from simpul.platform.ports import system_actor
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.platform.words import says_enough
from simpul.workflow import registry
from simpul.workflow.acts import WorkflowAct
from simpul.workflow.definitions.content import Definition
from simpul.workflow.definitions.problems import Problem, fill, pointer
from simpul.workflow.errors import MigrationInvalid, MigrationIsOver, MigrationIsRunning, MigrationNotFound
from simpul.workflow.events import ItemsMigrated
from simpul.workflow.models import WorkflowItem, WorkflowMigration, WorkflowVersion
from simpul.workflow.policies.workflows import can_edit_workflows
from simpul.workflow.registry import Place
from simpul.workflow.selectors.definitions import content_of, definition_get, version_get
from simpul.workflow.selectors.items import facts_for
from simpul.workflow.selectors.stranded import never_follow
from simpul.workflow.services.drafts import facts
from simpul.workflow.services.steps import Step, write

JOB = "workflow.migrate_items"
CHUNK = 500
LEAST_REASON = 5

_STATES = "SELECT state, ended, count(*) AS items FROM crm.workflow_items WHERE version_id = %s GROUP BY 1, 2 ORDER BY 1"
_SAME = Text(id="Pilih dua versi yang berbeda.", en="Choose two different versions.")
_WHY = Text(id="Jelaskan alasannya, paling sedikit {least} karakter.", en="Say why, in at least {least} characters.")
_UNMAPPED = Text(id="{items} data berada di “{state}” dan belum punya tujuan.", en="{items} items rest in “{state}” and have nowhere to go.")
_UNKNOWN = Text(id="Versi asal tidak punya keadaan {key}.", en="The version that is left has no state {key}.")
_NO_TARGET = Text(id="Versi tujuan tidak punya keadaan {key}.", en="The version aimed at has no state {key}.")
_PASSED = Text(id="“{state}” hanya dilewati; pilih keadaan tempat data berhenti.", en="“{state}” is only passed through; choose a state to rest in.")
_ENDS = Text(
    id="Perpindahan versi tidak mengakhiri dan tidak membuka kembali: “{state}” dan tujuannya harus sama-sama akhir atau sama-sama bukan.",
    en="A migration neither ends nor reopens: “{state}” and its target must both be ends, or neither.",
)


_FINAL = Text(
    id="Akhir di aplikasi ini tetap: “{state}” hanya dapat dipetakan ke keadaan yang sama.",
    en="An end is final in this application: “{state}” can only be mapped to itself.",
)


@dataclass(frozen=True)
class Plan:
    """What a migration would do: how many items of each populated state go where, and what is wrong with that."""

    origin: WorkflowVersion
    target: WorkflowVersion
    mapping: Mapping[str, str]
    states: list[dict[str, Any]]
    problems: list[Problem]

    @property
    def total(self) -> int:
        """How many items would move."""
        return sum(state["items"] for state in self.states if state["to"] is not None)


def plan(*, actor: Actor, key: str, origin: int, target: int, mapping: Mapping[str, str]) -> Plan:
    """The dry run.

    Raises: WorkflowNotFound, WorkflowVersionNotFound, Forbidden, Invalid for one version twice.
    """
    _allowed(actor, key)
    definition = definition_get(key)
    before, after = version_get(definition, origin), version_get(definition, target)
    if before.id == after.id:
        raise Invalid({"to": _SAME}).recorded_as(**facts(key, step="migrated"))
    old, new = content_of(before.id), content_of(after.id)
    populated = query(_STATES, (before.id,))
    states = [
        {
            "state": row["state"],
            "title": old.by_key[row["state"]].title.model_dump(),
            "items": row["items"],
            "ended": row["ended"],
            "to": mapping.get(row["state"]),
        }
        for row in populated
    ]
    problems = [*_problems(old, new, mapping, populated), *_final_ends(old, mapping)]
    return Plan(before, after, mapping, states, problems or never_follow(definition.subject, before.id, old, new, mapping, populated))


def _allowed(actor: Actor, key: str) -> None:
    if not (allowed := can_edit_workflows(actor)):
        raise Forbidden(allowed.reason).recorded_as(**facts(key, step="migrated"))


@transaction.atomic
def migrate(*, actor: Actor, key: str, origin: int, target: int, mapping: Mapping[str, str], reason: str) -> WorkflowMigration:
    """Queue the migration of all running items of a version; ended ones come along where the mapping names their state.

    The same migration that is on its way already is only urged on.

    Raises: as `plan`, and MigrationInvalid with every problem, MigrationIsRunning, Invalid without a reason.
    """
    planned = plan(actor=actor, key=key, origin=origin, target=target, mapping=mapping)
    if not says_enough(reason, LEAST_REASON):
        raise Invalid({"reason": _WHY.format(least=LEAST_REASON)}).recorded_as(**facts(key, step="migrated"))
    if planned.problems:
        raise MigrationInvalid(planned.problems).recorded_as(**facts(key, step="migrated", problems=len(planned.problems)))
    definition = definition_get(key, lock=True)  # two at once take turns here
    under_way = WorkflowMigration.objects.filter(from_version=planned.origin, status__in=["WAITING", "RUNNING"]).first()
    if under_way is not None:
        if (under_way.to_version_id, under_way.mapping) != (planned.target.id, dict(mapping)):
            raise MigrationIsRunning().recorded_as(**facts(key, step="migrated"))
        jobs.defer(JOB, key=f"{JOB}:{under_way.id}", migration_id=str(under_way.id))
        return under_way
    row = WorkflowMigration.objects.create(
        definition=definition,
        from_version=planned.origin,
        to_version=planned.target,
        mapping=dict(mapping),
        reason=redacted(reason, 500),
        total=planned.total,
        requested_by=actor.id,
        requested_at=now(),
    )
    counts = {state["state"]: state["items"] for state in planned.states if state["to"] is not None}
    record(
        actor,
        WorkflowAct.MIGRATE_ITEMS,
        object_type="WORKFLOW",
        object_id=key,
        meta={
            "migration": str(row.id), "from": origin, "to": target, "mapping": dict(mapping), "items": planned.total, "states": counts, "reason": row.reason[:300],
        },
    )  # fmt: skip
    jobs.defer(JOB, key=f"{JOB}:{row.id}", migration_id=str(row.id))
    return row


@transaction.atomic
def migration_cancel(*, actor: Actor, migration_id: UUID) -> WorkflowMigration:
    """Stop a migration that waits, runs or failed; what it has moved stays on the version that it reached.

    Raises: MigrationNotFound, Forbidden, MigrationIsOver.
    """
    row = WorkflowMigration.objects.select_for_update(of=("self",)).select_related("definition").filter(pk=migration_id).first()
    if row is None:
        raise MigrationNotFound()
    key = row.definition.key
    _allowed(actor, key)
    if row.status not in (WorkflowMigration.Status.WAITING, WorkflowMigration.Status.RUNNING):
        raise MigrationIsOver().recorded_as(**facts(key, step="migration_cancelled", migration=str(row.id)))
    row.status, row.finished_at = WorkflowMigration.Status.CANCELLED, now()
    row.save(update_fields=["status", "finished_at"])
    meta = {"migration": str(row.id), "step": "cancelled", "done": row.done, "total": row.total}
    record(actor, WorkflowAct.MIGRATE_ITEMS, object_type="WORKFLOW", object_id=key, meta=meta)
    return row


def run(migration_id: UUID, *, chunk: int = CHUNK) -> None:
    """Move what is left, chunk by chunk, each in a transaction of its own; safe to run again, and beside itself.

    A chunk that fails is undone; why is told in the migration, without any data, and the job is tried again.
    """
    try:
        while _chunk(migration_id, chunk):
            pass
    except Exception as error:
        with scope(system_actor()):
            execute(
                "UPDATE crm.workflow_migrations SET problem = %s WHERE migration_id = %s AND status IN ('WAITING', 'RUNNING')",
                (type(error).__name__, migration_id),
            )
        raise


def _chunk(migration_id: UUID, size: int) -> bool:
    actor = system_actor()
    with scope(actor):
        row = WorkflowMigration.objects.select_for_update().select_related("definition").get(pk=migration_id)
        if row.status in (WorkflowMigration.Status.DONE, WorkflowMigration.Status.CANCELLED):
            return False
        left = WorkflowItem.objects.filter(version=row.from_version_id, state__in=list(row.mapping)).order_by("pk")
        registry.lock(left.values_list("subject_type", "subject_id")[:size])
        items = list(left.select_for_update()[:size])
        write(actor, [_step(item, row) for item in items], tell=False)
        row.status, row.done, row.problem = WorkflowMigration.Status.RUNNING, row.done + len(items), ""
        if not items:
            row.status, row.finished_at, row.total = WorkflowMigration.Status.DONE, now(), row.done
            number = WorkflowVersion.objects.values_list("number", flat=True).get(pk=row.to_version_id)
            emit(ItemsMigrated(row.id, row.definition.key, number, row.done))
        row.save(update_fields=["status", "done", "problem", "finished_at", "total"])
        return bool(items)


def _step(item: WorkflowItem, row: WorkflowMigration) -> Step:
    """The item comes into the mapped state as if it had been there all the while: its clocks go on."""
    content = content_of(row.to_version_id)
    place = Place(item.customer_id, item.branch_code, None, tuple(item.owner_ids))
    moved = facts_for(item, content, place, None, to=row.mapping[item.state], kind="MIGRATE", at=now(), reason=row.reason)
    return Step(item=item, content=content, version_id=row.to_version_id, facts=moved, visit=item.visit, entered_at=item.entered_at, migration_id=row.id)


def _problems(old: Definition, new: Definition, mapping: Mapping[str, str], populated: list[dict[str, Any]]) -> list[Problem]:
    found = [
        Problem("unmapped", pointer("mapping", row["state"]), fill(_UNMAPPED, items=row["items"], state=old.by_key[row["state"]].title))
        for row in populated
        if not row["ended"] and row["state"] not in mapping
    ]
    for origin, target in mapping.items():
        at = pointer("mapping", origin)
        if origin not in old.by_key:
            found.append(Problem("unknown_state", at, _UNKNOWN.format(key=origin[:60])))
        elif target not in new.by_key:
            found.append(Problem("unknown_target", at, _NO_TARGET.format(key=target[:60])))
        elif not new.by_key[target].rests:
            found.append(Problem("passed_through", at, fill(_PASSED, state=new.by_key[target].title)))
        elif (old.by_key[origin].kind == "end") != (new.by_key[target].kind == "end"):
            found.append(Problem("ends_differ", at, fill(_ENDS, state=old.by_key[origin].title)))
    return found


def _final_ends(old: Definition, mapping: Mapping[str, str]) -> list[Problem]:
    """What the domain has recorded as decided is not decided anew by a migration."""
    shipped = registry.shipped.get(old.key)
    if shipped is None or not shipped.needs.ends:
        return []
    ended = set(old.ended())
    return [
        Problem("end_is_final", pointer("mapping", state), fill(_FINAL, state=old.by_key[state].title))
        for state, target in mapping.items()
        if state in ended and target != state
    ]
