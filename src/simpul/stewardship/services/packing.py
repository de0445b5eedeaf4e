"""The pack of a person's data: made by a job, kept sealed until it expires, and handed over with a record of it."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import timedelta
from html import escape
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.platform import configuration, crypto
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import DomainError, Forbidden
from simpul.stewardship.acts import StewardshipAct
from simpul.stewardship.errors import RightsPackNotReady
from simpul.stewardship.models import RightsPack, RightsRequest
from simpul.stewardship.policies import can_hand_over
from simpul.stewardship.selectors.contents import person_contents, processing_trail, section_names
from simpul.stewardship.selectors.requests import rights_request_get
from simpul.stewardship.settings import PACK_DAYS
from simpul.stewardship.vocabulary import SUBJECT, PackStatus, RightsKind

_STYLE = "body{font:14px/1.5 sans-serif;margin:32px;max-width:1000px}table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:4px 8px;text-align:left;vertical-align:top}"


@transaction.atomic
def rights_pack_make(*, actor: Actor, request_id: UUID) -> None:
    """Make the pack of an approved request once; one that is ready or has expired stays."""
    pack = RightsPack.objects.select_for_update(of=("self",)).select_related("request").get(pk=request_id)
    if pack.status != PackStatus.PENDING:
        return
    request = pack.request
    content = _zipped(request)
    pack.sealed = crypto.encrypt(base64.b64encode(content).decode(), _context(request))
    pack.status, pack.sha256, pack.size = PackStatus.READY, hashlib.sha256(content).hexdigest(), len(content)
    pack.made_at = now()
    pack.expires_at = pack.made_at + timedelta(days=configuration.number(PACK_DAYS, actor))
    pack.save(update_fields=["sealed", "status", "sha256", "size", "made_at", "expires_at"])
    _record(actor, StewardshipAct.MAKE_RIGHTS_PACK, pack, sha256=pack.sha256, bytes=pack.size)


@transaction.atomic
def rights_pack_open(*, actor: Actor, request_id: UUID) -> tuple[str, bytes]:
    """The pack as a file with its name, for who hands it to the person; the trail has its hash before it leaves.

    Raises: RightsRequestNotFound, Forbidden, RightsPackNotReady.
    """
    request = rights_request_get(actor=actor, request_id=request_id)
    verdict = can_hand_over(actor, request)
    if not verdict:
        raise _recorded(Forbidden(verdict.reason), request)
    pack = RightsPack.objects.select_related("request").filter(pk=request.id).first()
    if pack is None or pack.status != PackStatus.READY or (pack.expires_at is not None and pack.expires_at <= now()):
        raise _recorded(RightsPackNotReady(), request)
    content = base64.b64decode(crypto.decrypt(pack.sealed, _context(request)))
    _record(actor, StewardshipAct.EXPORT_RIGHTS_PACK, pack, sha256=pack.sha256, bytes=pack.size)
    return f"hak-{request.kind.lower()}-{request.received_at:%Y%m%d}-{str(request.id)[-6:]}.zip", content


@transaction.atomic
def rights_packs_expire(*, actor: Actor) -> int:
    """Destroy the content of packs whose time is over; how many there were."""
    over = list(
        RightsPack.objects.select_for_update(of=("self",)).select_related("request").filter(status=PackStatus.READY, expires_at__lte=now()).order_by("pk")
    )
    for pack in over:
        pack.status, pack.sealed = PackStatus.EXPIRED, ""
        pack.save(update_fields=["status", "sealed"])
        _record(actor, StewardshipAct.EXPIRE_RIGHTS_PACK, pack)
    return len(over)


def _recorded(refusal: DomainError, request: RightsRequest) -> DomainError:
    """The refusal, to be recorded as a download of this pack."""
    refusal.recorded_as(
        action=StewardshipAct.EXPORT_RIGHTS_PACK, object_type=SUBJECT, object_id=str(request.id), customer_id=request.customer_id,
        branch_code=request.branch_code, meta={"kind": request.kind},
    )  # fmt: skip
    return refusal


def _record(actor: Actor, act: StewardshipAct, pack: RightsPack, **meta: Any) -> None:
    request = pack.request
    record(
        actor,
        act,
        object_type=SUBJECT,
        object_id=request.id,
        customer_id=request.customer_id,
        branch_code=request.branch_code,
        meta={"kind": request.kind, **meta},
    )


def _context(request: RightsRequest) -> str:
    return f"rights_pack:{request.id}"


def _zipped(request: RightsRequest) -> bytes:
    """JSON for programs; for access a page to read with the trail of who viewed it, for portability a table of each section."""
    sections = person_contents(request.customer_id)
    if request.kind == RightsKind.ACCESS:
        sections["trail"] = processing_trail(request.customer_id)
    names = section_names()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", json.dumps({"made_at": now().isoformat(), "sections": sections}, default=str, ensure_ascii=False, indent=1))
        if request.kind == RightsKind.ACCESS:
            archive.writestr("data.html", _page(sections, names))
        else:
            for key, rows in sections.items():
                archive.writestr(f"{key}.csv", _table(rows))
    return file.getvalue()


def _page(sections: Mapping[str, Sequence[Mapping[str, Any]]], names: Mapping[str, str]) -> str:
    parts = [f'<!doctype html><html lang="id"><meta charset="utf-8"><title>Data pribadi</title><style>{_STYLE}</style><body>']
    for key, rows in sections.items():
        parts.append(f"<h2>{escape(names[key])}</h2>")
        if not rows:
            parts.append("<p>–</p>")
            continue
        heads = "".join(f"<th>{escape(column)}</th>" for column in rows[0])
        lines = "".join(f"<tr>{''.join(f'<td>{escape(_shown(value))}</td>' for value in row.values())}</tr>" for row in rows)
        parts.append(f"<table><tr>{heads}</tr>{lines}</table>")
    return "".join([*parts, "</body></html>"])


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    written = io.StringIO()
    lines = csv.writer(written)
    if rows:
        lines.writerow(rows[0].keys())
        lines.writerows([_harmless(_shown(value)) for value in row.values()] for row in rows)
    return written.getvalue()


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _harmless(value: str) -> str:
    """No spreadsheet takes it for a formula; a number with its sign stays one."""
    return f"'{value}" if value[:1] in ("=", "@", "\t", "\r") or (value[:1] in ("+", "-") and not value[1:].replace(".", "").isdigit()) else value
