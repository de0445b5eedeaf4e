"""The configuration as one file: written with its fingerprint, compared in sentences, brought in all or nothing."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from simpul import __version__
from simpul.audit.public import Action, record
from simpul.iam.public import holders
from simpul.oversight.errors import ConfigurationHasProblems, ConfigurationIsTheSame, ConfigurationLowersProtection, ConfigurationUnreadable
from simpul.oversight.policies import can_configure, can_watch
from simpul.platform import portable
from simpul.platform.actor import Actor
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now
from simpul.platform.db import execute
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.notifier import notify
from simpul.platform.portable import Report
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

PROTECTION_LOWERED = "configuration.protection_lowered"
FORMAT, VERSION = "simpul-configuration", 1
MOST_BYTES = 20_000_000

_NO_FILE = Text(id="Ini bukan berkas konfigurasi Simpul.", en="This is no configuration file of Simpul.")
_OTHER_VERSION = Text(
    id="Berkas ini berformat versi {version}; rilis ini membaca versi {known}.", en="This file has format {version}; this release reads {known}."
)
_CHANGED = Text(
    id="Isi berkas tidak cocok dengan sidiknya: berkas rusak atau diubah sesudah diekspor. Ekspor lagi, lalu pilih berkas itu.",
    en="The content does not match the file's fingerprint: it was damaged or changed after its export. Export again and choose that file.",
)


class _Undone(Exception):
    """A preview takes everything back."""


@transaction.atomic
def configuration_export(*, actor: Actor) -> dict[str, Any]:
    """The configuration in force as a document, without secrets and without people; that it left is recorded.

    Raises: Forbidden.
    """
    _require(bool(can_watch(actor)), can_watch(actor).reason, Action.EXPORT_DATA)
    contents = portable.written()
    mark = fingerprint(contents)
    meta = {"data_set": "CONFIGURATION", "sections": {key: len(content) for key, content in contents.items()}, "sha256": mark}
    record(actor, Action.EXPORT_DATA, object_type="CONFIGURATION", object_id=mark[:16], meta=meta)
    return {"format": FORMAT, "version": VERSION, "release": __version__, "exported_at": now().isoformat(), "sha256": mark, "sections": contents}


def configuration_preview(*, actor: Actor, document: Mapping[str, Any]) -> dict[str, Any]:
    """What an import would change, in sentences, and what stands against it; nothing stays of it.

    Raises: Forbidden, ConfigurationUnreadable.
    """
    _require(bool(can_configure(actor)), can_configure(actor).reason, Action.CHANGE_CONFIG)
    contents = _contents(document)
    found = Report()
    stands = fingerprint(portable.written())
    try:
        with transaction.atomic():
            found = portable.bring(actor, contents)
            raise _Undone
    except _Undone:
        return _plan(found, stands)


@transaction.atomic
def configuration_import(*, actor: Actor, document: Mapping[str, Any], stands: str, reason: str, lowering_seen: bool = False) -> dict[str, Any]:
    """Bring the whole file in, or nothing of it; `stands` is the fingerprint of what the preview was compared with.

    Each change is made by its domain's own service, with its guards and its own row in the trail. Changes that lower protection are brought
    in only with `lowering_seen`, and compliance is told of them.

    Raises: Forbidden, ConfigurationUnreadable, StaleVersion, ConfigurationHasProblems, ConfigurationIsTheSame, ConfigurationLowersProtection.
    """
    _require(bool(can_configure(actor)), can_configure(actor).reason, Action.CHANGE_CONFIG)
    contents = _contents(document)
    # Two imports at once take turns, and the second sees what the first did.
    execute("SELECT pg_advisory_xact_lock(hashtextextended('oversight.configuration', 0))")
    before = fingerprint(portable.written())
    facts = {"action": Action.CHANGE_CONFIG, "object_type": "CONFIGURATION", "object_id": fingerprint(contents)[:16]}
    if not hmac.compare_digest(before.encode(), stands.encode()):
        raise StaleVersion(current={"stands": before}).recorded_as(**facts)
    report = portable.bring(actor, contents)
    if report.troubles:
        raise ConfigurationHasProblems(problems=[vars(trouble) for trouble in report.troubles[:500]]).recorded_as(
            **facts, meta={"problems": len(report.troubles)}
        )
    if not report.differences:
        raise ConfigurationIsTheSame().recorded_as(**facts)
    if report.lowering and not lowering_seen:
        raise ConfigurationLowersProtection(lowering=[each.sentence for each in report.lowering[:100]]).recorded_as(
            **facts, meta={"lowering": len(report.lowering)}
        )
    counts: dict[str, int] = {}
    for difference in report.differences:
        counts[difference.section] = counts.get(difference.section, 0) + 1
    after = fingerprint(portable.written())
    meta = {"step": "IMPORT", "sections": counts, "before": before, "after": after, "reason": redacted(reason)}
    if report.lowering:
        meta["lowering"] = [each.path for each in report.lowering[:100]]
        # Who watches is told before anything else happens under the new configuration.
        notify(
            PROTECTION_LOWERED, [user_id for user_id in holders("suspicion", "R") if user_id != actor.id], subject_type="CONFIGURATION", subject_id=after[:16]
        )
    record(actor, Action.CHANGE_CONFIG, object_type="CONFIGURATION", object_id=fingerprint(contents)[:16], meta=meta)
    return _plan(report, after)


def fingerprint(contents: Mapping[str, Any]) -> str:
    """SHA-256 over the sections in canonical JSON: keys in order, no blanks, whole numbers without a decimal point, UTF-8."""
    whole = {"format": FORMAT, "version": VERSION, "sections": _numbers_alike(contents)}
    written = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _numbers_alike(value: Any) -> Any:
    """The value with 3.0 as 3: a browser that reads the file and sends it on writes it so, and it is the same number."""
    if isinstance(value, Mapping):
        return {key: _numbers_alike(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_numbers_alike(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _contents(document: Mapping[str, Any]) -> dict[str, Any]:
    """The sections of a document that is whole.

    Raises: ConfigurationUnreadable.
    """
    contents = document.get("sections")
    if document.get("format") != FORMAT or not isinstance(contents, dict) or not all(isinstance(key, str) for key in contents):
        raise ConfigurationUnreadable({"document": _NO_FILE})
    if document.get("version") != VERSION:
        raise ConfigurationUnreadable({"document": _OTHER_VERSION.format(version=str(document.get("version"))[:10], known=VERSION)})
    try:
        mark = fingerprint(contents)
    except (RecursionError, ValueError, TypeError):
        raise ConfigurationUnreadable({"document": _NO_FILE}) from None
    if mark != document.get("sha256"):
        raise ConfigurationUnreadable({"document": _CHANGED})
    return contents


def _plan(report: Report, stands: str) -> dict[str, Any]:
    titles = {section.key: str(section.title) for section in portable.sections()}
    return {
        "stands": stands,
        # What lowers protection stands first, whatever part of the file it is in.
        "changes": [
            {**vars(each), "section_name": titles.get(each.section, each.section)} for each in sorted(report.differences, key=lambda each: not each.lowers)
        ],
        "lowering": len(report.lowering),
        "problems": [{**vars(each), "section_name": titles.get(each.section, each.section)} for each in report.troubles],
        "can_import": bool(report.differences) and not report.troubles,
    }


def _require(allowed: bool, reason: Text | None, action: AuditAct) -> None:
    if not allowed:
        raise Forbidden(reason).recorded_as(action=action, object_type="CONFIGURATION")
