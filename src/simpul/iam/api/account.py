"""Who I am, my sessions and preferences, and the directory that filters need."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Query

from simpul.iam.schemas.account import BranchesOut, DraftKeyOut, MeOut, PasswordIn, PeopleOut, PreferencesIn, SessionsOut
from simpul.iam.selectors import account as selectors
from simpul.iam.selectors import directory
from simpul.iam.services import account as services
from simpul.platform.actor import Act
from simpul.platform.errors import RateLimited
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems

router = Router()


@router.get("/me", permission=SIGNED_IN, response={200: MeOut, **problems()}, operation_id="me_get", while_held=True)
def me(request: ActorRequest) -> dict[str, Any]:
    """Who is signed in, with permissions, scopes and preferences."""
    return selectors.me(request.auth, request)


@router.patch("/me/preferences", permission=SIGNED_IN, response={200: MeOut, **problems()}, operation_id="me_preferences_update", while_held=True)
def update_preferences(request: ActorRequest, body: PreferencesIn) -> dict[str, Any]:
    """Choose language and theme."""
    services.preferences_update(actor=request.auth, language=body.language, theme=body.theme)
    return selectors.me(request.auth, request)


@router.post(
    "/me/password",
    permission=SIGNED_IN,
    response={204: None, **problems(RateLimited)},
    operation_id="me_password_change",
    takes=services.password_token,
    while_held=True,
)
def change_password(request: ActorRequest, body: PasswordIn) -> None:
    """Set a new password and end the other sessions."""
    services.password_change(actor=request.auth, request=request, current_password=body.current_password, new_password=body.new_password)


@router.get("/me/draft-key", permission=SIGNED_IN, response={200: DraftKeyOut, **problems()}, operation_id="me_draft_key")
def draft_key(request: ActorRequest) -> dict[str, str]:
    """The key that seals what this person types until it is saved; the browser keeps the sealed text, never the key."""
    return {"key": selectors.make_draft_key(request.auth)}


@router.get("/me/sessions", permission=SIGNED_IN, response={200: SessionsOut, **problems()}, operation_id="sessions_list")
def list_sessions(request: ActorRequest) -> dict[str, Any]:
    """Where I am signed in."""
    return {"items": selectors.my_sessions(request.auth, request)}


@router.delete("/me/sessions/{int:session_id}", permission=SIGNED_IN, response={204: None, **problems()}, operation_id="sessions_end")
def end_session(request: ActorRequest, session_id: int) -> None:
    """End one of my sessions."""
    services.session_end(actor=request.auth, session_id=session_id)


@router.post("/me/sessions/end-others", permission=SIGNED_IN, response={204: None, **problems()}, operation_id="sessions_end_others")
def end_other_sessions(request: ActorRequest) -> None:
    """End all my sessions but this one."""
    services.sessions_end_others(actor=request.auth, request=request)


@router.get("/branches", permission=SIGNED_IN, response={200: BranchesOut, **problems()}, operation_id="branches_list")
def list_branches(request: ActorRequest) -> dict[str, Any]:
    """The branches that I may filter by."""
    return {"items": directory.branch_list(request.auth)}


@router.get("/users/lookup", permission=needs("audit", Act.READ), response={200: PeopleOut, **problems()}, operation_id="users_lookup")
def lookup_users(request: ActorRequest, q: Annotated[str, Query(min_length=2, max_length=60)]) -> dict[str, Any]:
    """Colleagues by a part of their name."""
    return {"items": directory.people_like(q)}
