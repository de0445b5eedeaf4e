"""Exports: what may be taken out, how much it would be, and the file."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase

from simpul.oversight.errors import ExportIsOff, ExportTooLarge, ExportUnknown
from simpul.oversight.exporting import ENDINGS, MEDIA
from simpul.oversight.policies import can_export
from simpul.oversight.schemas.exports import DataSetsOut, ExportIn, ExportPreviewIn, ExportPreviewOut
from simpul.oversight.services import exports as services
from simpul.platform import exports
from simpul.platform.clock import now
from simpul.platform.errors import RateLimited
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, problems

router = Router()


@router.get("/exports", permission=SIGNED_IN, response={200: DataSetsOut, **problems()}, operation_id="exports_list")
def list_exports(request: ActorRequest) -> dict[str, Any]:
    """What I may take out as a file."""
    mine = [data_set for data_set in exports.offered() if can_export(request.auth, data_set)]
    told = [{"key": each.key, "title": str(each.title), "columns": [{"key": one.key, "label": str(one.label)} for one in each.columns]} for each in mine]
    return {"items": told, "formats": sorted(MEDIA)}


@router.post("/exports/preview", permission=SIGNED_IN, response={200: ExportPreviewOut, **problems(ExportUnknown, ExportIsOff)}, operation_id="exports_preview")
def preview_export(request: ActorRequest, body: ExportPreviewIn) -> dict[str, Any]:
    """How many rows the file would have."""
    return services.export_count(actor=request.auth, key=body.data_set, given=body.filter)


@router.post(
    "/exports",
    permission=SIGNED_IN,
    response={200: None, **problems(ExportUnknown, ExportIsOff, ExportTooLarge, RateLimited)},
    operation_id="exports_run",
    openapi_extra={"responses": {200: {"content": {media.split(";")[0]: {"schema": {"type": "string"}} for media in MEDIA.values()}}}},
)
def run_export(request: ActorRequest, body: ExportIn) -> HttpResponseBase:
    """The file, written while it is read; the trail records it before its last byte leaves."""
    export = services.export_begin(actor=request.auth, key=body.data_set, form=body.format, given=body.filter, columns=body.columns)
    response = _Written(services.export_stream(export), content_type=MEDIA[body.format])
    response["Content-Disposition"] = f'attachment; filename="simpul-{body.data_set}-{now():%Y%m%d-%H%M%S}.{ENDINGS[body.format]}"'
    response["X-Accel-Buffering"] = "no"
    return response


class _Written(StreamingHttpResponse):
    """A file whose writing ends with its receiver: what is left to the garbage collector ends when a quiet server gets round to it."""

    def __init__(self, source: AsyncGenerator[bytes, None], content_type: str) -> None:
        super().__init__(source, content_type=content_type)
        self._source = source

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async with aclosing(self._source):
            async for part in super().__aiter__():
                yield part
