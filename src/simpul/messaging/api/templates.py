"""The operations on message templates."""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.customers.public import CustomerNotFound
from simpul.messaging.errors import OwnTemplate, TemplateForbidsThis, TemplateKeyTaken, TemplateNotFound
from simpul.messaging.policies import TEMPLATE
from simpul.messaging.schemas.templates import (
    TemplateCreateIn,
    TemplateDetailOut,
    TemplateDifferencesOut,
    TemplateEditIn,
    TemplateLanguage,
    TemplateListIn,
    TemplatePageOut,
    TemplateRejectIn,
    TemplateRenderIn,
    TemplateRenderOut,
    TemplateSubmitIn,
    TemplateTokensOut,
    TemplateVersionDetailOut,
)
from simpul.messaging.selectors.templates import rows
from simpul.messaging.services.templates import deciding, drafts
from simpul.messaging.services.templates.trying import Trial, template_try
from simpul.messaging.vocabulary import Channel
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page

router = Router()
_READ, _CREATE, _UPDATE, _DECIDE, _RETIRE = (
    needs(TEMPLATE, Act.READ), needs(TEMPLATE, Act.CREATE), needs(TEMPLATE, Act.UPDATE), needs(TEMPLATE, Act.ASSIGN), needs(TEMPLATE, Act.UPDATE, Act.ASSIGN),
)  # fmt: skip
_ONE, _VERSION = "/message-templates/{uuid:template_id}", "/message-templates/{uuid:template_id}/versions/{uuid:version_id}"


@router.get("/message-templates", permission=_READ, response={200: TemplatePageOut, **problems()}, operation_id="templates_list")
def list_templates(request: ActorRequest, filters: Query[TemplateListIn]) -> Page:
    """The library of templates, by name."""
    return rows.template_page(actor=request.auth, wanted=filters.as_filter(), cursor=filters.cursor, limit=filters.limit)


@router.post(
    "/message-templates", permission=_CREATE, response={201: TemplateDetailOut, **problems(Forbidden, TemplateKeyTaken)}, operation_id="templates_create"
)
def create_template(request: ActorRequest, body: TemplateCreateIn) -> rows.TemplateDetail:
    """Add a template for one channel and purpose; its words come with its first draft."""
    made = drafts.template_create(actor=request.auth, key=body.key, name=body.name, channel=Channel(body.channel), purpose=body.purpose)
    return rows.template_detail(actor=request.auth, template_id=made.id)


@router.get("/message-templates/tokens", permission=_READ, response={200: TemplateTokensOut, **problems()}, operation_id="templates_tokens")
def list_tokens(request: ActorRequest) -> dict[str, list[rows.TokenRow]]:
    """The tokens that a template may name, with a sample of each and where its value comes from."""
    return {"items": rows.token_rows()}


@router.post(
    "/message-templates/render",
    permission=_READ,
    reads=True,
    response={200: TemplateRenderOut, **problems(CustomerNotFound)},
    operation_id="templates_render",
)
def render_template(request: ActorRequest, body: TemplateRenderIn) -> dict[str, object]:
    """Try a content for a sample person, or for a customer as far as I may see them."""
    made = template_try(
        actor=request.auth, content=body.content, purpose=body.purpose, language=body.language, customer_id=body.customer_id, values=body.values
    )
    return _trial(made)


@router.get(_ONE, permission=_READ, response={200: TemplateDetailOut, **problems(TemplateNotFound)}, operation_id="templates_get")
def read_template(request: ActorRequest, template_id: UUID) -> rows.TemplateDetail:
    """One template with its versions, newest first."""
    return rows.template_detail(actor=request.auth, template_id=template_id)


@router.put(
    _ONE + "/drafts/{language}",
    permission=_UPDATE,
    response={200: TemplateVersionDetailOut, **problems(TemplateNotFound, Forbidden, StaleVersion, TemplateForbidsThis, Invalid)},
    operation_id="templates_edit",
)
def edit_template(request: ActorRequest, template_id: UUID, language: TemplateLanguage, body: TemplateEditIn) -> rows.VersionDetail:
    """Save the draft in one language; after an approval the next version begins with it."""
    saved = drafts.template_edit(actor=request.auth, template_id=template_id, language=language, revision=body.revision, content=body.content)
    return rows.version_detail(actor=request.auth, template_id=template_id, version_id=saved.id)


@router.get(_ONE + "/compare", permission=_READ, response={200: TemplateDifferencesOut, **problems(TemplateNotFound)}, operation_id="templates_compare")
def compare_versions(request: ActorRequest, template_id: UUID, before: UUID, after: UUID) -> dict[str, list[rows.DifferenceRow]]:
    """What two versions of a template differ in."""
    return {"items": rows.version_difference(actor=request.auth, template_id=template_id, before=before, after=after)}


@router.get(_VERSION, permission=_READ, response={200: TemplateVersionDetailOut, **problems(TemplateNotFound)}, operation_id="templates_version")
def read_version(request: ActorRequest, template_id: UUID, version_id: UUID) -> rows.VersionDetail:
    """One version with its words."""
    return rows.version_detail(actor=request.auth, template_id=template_id, version_id=version_id)


@router.post(
    _VERSION + "/submit",
    permission=_UPDATE,
    response={200: TemplateDetailOut, **problems(TemplateNotFound, Forbidden, StaleVersion, TemplateForbidsThis, Invalid)},
    operation_id="templates_submit",
)
def submit_version(request: ActorRequest, template_id: UUID, version_id: UUID, body: TemplateSubmitIn) -> rows.TemplateDetail:
    """Hand a draft to whoever approves it."""
    drafts.template_submit(actor=request.auth, template_id=template_id, version_id=version_id, revision=body.revision)
    return rows.template_detail(actor=request.auth, template_id=template_id)


@router.post(
    _VERSION + "/approve",
    permission=_DECIDE,
    response={200: TemplateDetailOut, **problems(TemplateNotFound, Forbidden, OwnTemplate, TemplateForbidsThis)},
    operation_id="templates_approve",
)
def approve_version(request: ActorRequest, template_id: UUID, version_id: UUID) -> rows.TemplateDetail:
    """Let a version that somebody else wrote be sent from now on."""
    deciding.template_approve(actor=request.auth, template_id=template_id, version_id=version_id)
    return rows.template_detail(actor=request.auth, template_id=template_id)


@router.post(
    _VERSION + "/reject",
    permission=_DECIDE,
    response={200: TemplateDetailOut, **problems(TemplateNotFound, Forbidden, OwnTemplate, TemplateForbidsThis)},
    operation_id="templates_reject",
)
def reject_version(request: ActorRequest, template_id: UUID, version_id: UUID, body: TemplateRejectIn) -> rows.TemplateDetail:
    """Turn a version down, and say why."""
    deciding.template_reject(actor=request.auth, template_id=template_id, version_id=version_id, note=body.note)
    return rows.template_detail(actor=request.auth, template_id=template_id)


@router.post(
    _VERSION + "/retire",
    permission=_RETIRE,
    response={200: TemplateDetailOut, **problems(TemplateNotFound, Forbidden, TemplateForbidsThis)},
    operation_id="templates_retire",
)
def retire_version(request: ActorRequest, template_id: UUID, version_id: UUID) -> rows.TemplateDetail:
    """Take an approved version out of use, with those before it in its language."""
    deciding.template_retire(actor=request.auth, template_id=template_id, version_id=version_id)
    return rows.template_detail(actor=request.auth, template_id=template_id)


def _trial(made: Trial) -> dict[str, object]:
    return {
        "title": made.title, "body": made.body, "html": made.html, "template_body": made.template_body, "tokens": made.tokens, "missing": made.missing,
        "sms": {"encoding": made.sms.encoding, "length": made.sms.length, "segments": made.sms.segments} if made.sms else None,
        "faults": [{"field": field, "message": str(message)} for field, message in made.faults.items()],
    }  # fmt: skip
