"""Addresses that are open without signing in: what providers call, with a signature as the proof."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from simpul.messaging.errors import ProviderNotFound
from simpul.messaging.services.adapters.base import ReceiptForged
from simpul.messaging.services.receiving import handshake_answer, receipts_take
from simpul.platform import ratelimit
from simpul.platform.ports import anonymous_actor

logger = logging.getLogger("simpul.messaging")

# A provider whose reports are forged has its address guessed: so many an hour are looked at.
_FORGED_AN_HOUR = 60
_STATUS = {"TOO_LARGE": 413, "SHAPE": 400}


@csrf_exempt
@require_http_methods(["GET", "POST"])
def provider_reports(request: HttpRequest, key: str) -> HttpResponse:
    """Take a provider's reports: kept as they come and answered at once. GET proves that the address is ours."""
    try:
        if request.method == "GET":
            answer = handshake_answer(provider_key=key, query=request.GET.dict())
            return HttpResponse(answer, content_type="text/plain") if answer is not None else HttpResponse(status=403)
        receipts_take(provider_key=key, headers={name.lower(): value for name, value in request.headers.items()}, body=request.body)
    except ProviderNotFound:
        return HttpResponse(status=404)
    except ReceiptForged as forged:
        taken = ratelimit.take(f"forged_reports:{anonymous_actor(request).ip}", capacity=_FORGED_AN_HOUR, seconds=3600)
        if taken.allowed:
            logger.warning("A report of a provider was refused.", extra={"provider": key, "reason": str(forged)})
        return HttpResponse(status=_STATUS.get(str(forged), 403))
    return HttpResponse(status=200)
