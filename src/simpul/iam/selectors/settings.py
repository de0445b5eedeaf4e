"""Settings with what they mean, what holds and who changed it."""

from __future__ import annotations

from typing import Any

from simpul.iam.models import Revision, SettingValue
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.directory import people
from simpul.iam.selectors.grants import revision_number, revision_page
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.configuration import Setting
from simpul.platform.paging import Page
from simpul.platform.text import Text

_OTHER = Text(id="Lainnya", en="Other")


def settings_page(actor: Actor) -> dict[str, Any]:
    """Every setting by group: three queries."""
    changed = {row.key: row for row in SettingValue.objects.all()}
    who = people(row.changed_by_id for row in changed.values())
    known = configuration.settings.values()
    groups = [(group.key, str(group.name)) for group in configuration.groups.values()]
    loose = {setting.group for setting in known} - {key for key, _ in groups}
    groups += [(key, str(_OTHER)) for key in sorted(loose)]
    shown = []
    for key, name in groups:
        items = [_row(setting, changed, who) for setting in known if setting.group == key]
        if items:
            shown.append({"key": key, "name": name, "items": items})
    return {"version": revision_number(Revision.Kind.SETTINGS), "can": {"save": bool(can_manage_organisation(actor))}, "groups": shown}


def _row(setting: Setting, changed: dict[str, SettingValue], who: dict[Any, Any]) -> dict[str, Any]:
    row = changed.get(setting.key)
    fits = row is not None and configuration.problem(setting, row.value) is None
    return {
        **described(setting),
        "value": row.value if row is not None and fits else setting.default_value(),
        "default": setting.default_value(),
        "changed": row is not None,
        "per_unit": setting.stricter is not None,
        "changed_at": row.changed_at if row else None,
        "changed_by": who.get(row.changed_by_id) if row else None,
    }


def described(setting: Setting) -> dict[str, Any]:
    """What a setting is, for whoever edits it."""
    return {
        "key": setting.key,
        "kind": setting.kind.value,
        "label": str(setting.label),
        "help": str(setting.help),
        "unit": str(setting.unit) if setting.unit else None,
        "minimum": setting.minimum,
        "maximum": setting.maximum,
        "choices": [{"key": key, "name": str(name)} for key, name in setting.choice_names().items()] or None,
    }


def setting_revision_page(*, cursor: str | None, limit: int) -> Page:
    """One page of saved changes of settings, newest first: two queries.

    Raises: Invalid for a cursor that we did not write.
    """
    return revision_page(Revision.Kind.SETTINGS, cursor, limit, _revisions)


def _revisions(page: list[Revision]) -> list[dict[str, Any]]:
    who, known = people(row.changed_by_id for row in page), configuration.settings
    return [
        {
            "number": row.number,
            "changed_at": row.changed_at,
            "changed_by": who.get(row.changed_by_id),
            "reason": row.reason,
            "changes": [{**change, "label": str(known[change["key"]].label) if change["key"] in known else change["key"]} for change in row.changes],
        }
        for row in page
    ]
