"""The two addresses of single sign-on: out to the provider, and back from it."""

from __future__ import annotations

from urllib.parse import urlencode

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.stagekit import get_pending_stage
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from simpul.audit.public import record
from simpul.iam.actors import anonymous_actor, client_ip, system_actor
from simpul.iam.acts import IamAct
from simpul.iam.models import User
from simpul.iam.selectors.duties import STEPPED_UP
from simpul.iam.services.single_sign_on import identity_user
from simpul.iam.single_sign_on import exchange
from simpul.iam.single_sign_on.providers import Provider, matched, providers
from simpul.platform import ratelimit
from simpul.platform.db import scope
from simpul.platform.errors import NotFound, RateLimited
from simpul.platform.refusing import render

_KEPT = "simpul_sso"
_A_MINUTE = 30


@require_GET
def start(request: HttpRequest, key: str) -> HttpResponse:
    """Send the person to the provider. Only our own page or the person may begin, no other site."""
    provider = providers().get(key)
    if provider is None or request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return render(request, NotFound())
    taken = ratelimit.take(f"sso:{client_ip(request)}", capacity=_A_MINUTE, seconds=60)
    if not taken.allowed:
        return render(request, RateLimited(taken.retry_after))
    try:
        location, kept = exchange.begin(provider, request.build_absolute_uri(reverse("sso_callback", kwargs={"key": key})))
    except exchange.ExchangeFailed as failed:
        return _back(request, provider, "failed", failed.why)
    request.session[_KEPT] = {**kept, "next": _inner(request.GET.get("next", ""))}
    return HttpResponseRedirect(location)


@require_GET
def callback(request: HttpRequest, key: str) -> HttpResponse:
    """Take the provider's answer: prove it, find the user, sign in."""
    provider = providers().get(key)
    if provider is None:
        return render(request, NotFound())
    kept = request.session.pop(_KEPT, None)
    if not kept:
        return _back(request, provider, "failed", "state")
    if "error" in request.GET:
        return _back(request, provider, "cancelled" if request.GET["error"] == "access_denied" else "failed", "refused by the provider")
    try:
        claims = exchange.complete(provider, kept, state=request.GET.get("state", ""), code=request.GET.get("code", ""), issuer=request.GET.get("iss"))
    except exchange.ExchangeFailed as failed:
        return _back(request, provider, "failed", failed.why)
    actor = system_actor()
    with scope(actor):
        user = identity_user(
            actor=actor,
            provider=provider.key,
            subject=str(claims["sub"]),
            username=str(claims.get(provider.username_claim, "")),
            full_name=str(claims.get("name", "")),
            roles=matched(provider.roles, claims),
            branches=matched(provider.branches, claims),
            maps=provider.maps,
        )
    if user is None:
        return _back(request, provider, "refused", "unknown user")
    if not user.is_active:
        return _back(request, provider, "suspended", "suspended", user)
    return _signed_in(request, provider, user, str(kept["next"]))


def _signed_in(request: HttpRequest, provider: Provider, user: User, place: str) -> HttpResponse:
    request.session.flush()  # nothing of whoever sat here before
    record_authentication(request, user, method="sso", provider=provider.key)
    if provider.second_factor:
        request.session[STEPPED_UP] = True
    perform_login(request, Login(user=user))
    # A second step of our own is asked for on the sign-in page, which knows where the person wanted to go.
    return HttpResponseRedirect(_page(step="second", next=place) if get_pending_stage(request) else place or "/")


def _back(request: HttpRequest, provider: Provider, outcome: str, why: str, user: User | None = None) -> HttpResponse:
    actor = anonymous_actor(request)
    with scope(actor):
        object_id = user.id if user else ""
        record(
            actor, IamAct.SIGN_IN_FAILED, object_type="USER", object_id=object_id, outcome="DENIED", meta={"by": "sso", "provider": provider.key, "why": why}
        )
    return HttpResponseRedirect(_page(sso=outcome))


def _page(**search: str) -> str:
    return "/sign-in?" + urlencode({name: value for name, value in search.items() if value})


def _inner(place: str) -> str:
    """A place inside the product; anything that could lead elsewhere is dropped."""
    return place if place.startswith("/") and place[1:2] not in {"/", "\\"} and "\\" not in place and not place.startswith("/sign-in") else ""
