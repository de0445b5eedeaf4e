"""The quarterly complaint report over HTTP."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from ninja import Query

from simpul.cases.schemas.report import ComplaintFileQuery, ComplaintReportOut, ComplaintReportQuery
from simpul.cases.services.report import report_count, report_file
from simpul.cases.vocabulary import AGGREGATES
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@router.get(
    "/complaint-report", permission=needs(AGGREGATES, Act.READ), response={200: ComplaintReportOut, **problems(Forbidden)}, operation_id="complaint_report_get"
)
def get_report(request: ActorRequest, asked: Query[ComplaintReportQuery]) -> dict[str, Any]:
    """Complaints of a quarter by product and issue, by branch and by channel, counted from their clocks."""
    return report_count(actor=request.auth, year=asked.year, quarter=asked.quarter, branch=asked.branch)


@router.get(
    "/complaint-report/file",
    permission=needs(AGGREGATES, Act.EXPORT),
    response={200: None, **problems(Forbidden, RateLimited)},
    operation_id="complaint_report_file",
    openapi_extra={"responses": {200: {"content": {media.split(";")[0]: {"schema": {"type": "string", "format": "binary"}} for media in _MEDIA.values()}}}},
)
def get_file(request: ActorRequest, asked: Query[ComplaintFileQuery]) -> HttpResponseBase:
    """The report as a table, or as a document to file; handing it out is recorded."""
    content = report_file(actor=request.auth, year=asked.year, quarter=asked.quarter, branch=asked.branch, form=asked.format)
    answer = HttpResponse(content, content_type=_MEDIA[asked.format])
    answer["Content-Disposition"] = f'attachment; filename="pengaduan-{asked.year}-{asked.quarter}.{asked.format}"'
    return answer
