"""The quarterly complaint report over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from ninja import Query

from simpul.cases.schemas.report import CaseNumbersOut, CaseNumbersQuery, ComplaintFileQuery, ComplaintReportOut, ComplaintReportQuery
from simpul.cases.services.report import numbers_audit, report_count, report_file
from simpul.cases.vocabulary import AGGREGATES
from simpul.iam.public import branches
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
MOST_GAPS = 100
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
    "/case-numbers",
    permission=needs(AGGREGATES, Act.READ),
    response={200: CaseNumbersOut, **problems(Forbidden)},
    operation_id="case_numbers_audit",
)
def audit_numbers(request: ActorRequest, asked: Query[CaseNumbersQuery]) -> Mapping[str, Any]:
    """Whether the cases of a year are numbered from one without a gap, branch by branch."""
    names = branches()
    return {
        "items": [
            {
                "branch": {"code": row.branch_code, "name": names[row.branch_code].name},
                "cases": row.cases,
                "last": row.last,
                "gaps": len(row.gaps),
                "missing": row.missing_numbers[:MOST_GAPS],
            }
            for row in numbers_audit(actor=request.auth, year=asked.year, branch=asked.branch)
        ]
    }


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
