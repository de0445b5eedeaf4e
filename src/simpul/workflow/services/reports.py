"""Telling administrators of conditions that could not be evaluated: once an hour for each, without any value."""

from __future__ import annotations

from uuid import UUID

from simpul.iam.public import holders
from simpul.platform import ratelimit
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text

GUARD_FAILED = "workflow.guard_failed"

KIND = NoticeKind(
    GUARD_FAILED,
    title=Text(id="Syarat alur kerja tidak dapat diperiksa", en="A workflow's condition cannot be checked"),
    body=Text(
        id="Syarat transisi {transition} pada alur kerja {workflow} gagal diperiksa, sehingga langkahnya ditolak.",
        en="The condition of the transition {transition} of the workflow {workflow} failed, so that the step was denied.",
    ),
)


def guard_failed(workflow: str, version_id: UUID, transition: str) -> None:
    """Tell whoever manages the configuration."""
    if ratelimit.take(f"guard:{version_id}:{transition}", capacity=1, seconds=3600).allowed:
        notify(GUARD_FAILED, holders("configuration", "M"), subject_type="WORKFLOW", subject_id=workflow, workflow=workflow, transition=transition)
