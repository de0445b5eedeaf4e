"""Keeping replies, and filling one for a case."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from simpul.audit.public import record
from simpul.cases.acts import CaseAct
from simpul.cases.errors import ReplyNotFound
from simpul.cases.intake_policies import can_keep_reply, visible_replies
from simpul.cases.models import CannedReply, CaseCategory
from simpul.cases.replies import TOKENS, filled, unknown_tokens
from simpul.cases.selectors.cases import case_get
from simpul.customers.public import result_rows
from simpul.iam.public import branches
from simpul.platform.actor import Actor, Verdict
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.text import Text

OBJECT = "CASE_REPLY"
_TOKEN = Text(id="Token {{{{{name}}}}} tidak dikenal. Yang ada: {known}.", en="The token {{{{{name}}}}} is not known. There are: {known}.")
_CATEGORY = Text(id="Pilih kategori yang ada.", en="Choose a category that exists.")
_CUSTOMER = Text(id="Bapak/Ibu", en="Sir or Madam")


@transaction.atomic
def reply_create(*, actor: Actor, title: str, body: str, category_code: str | None, shared: bool) -> CannedReply:
    """Keep a reply, for oneself or shared.

    Raises: Forbidden, Invalid naming a token that nothing fills.
    """
    _require(can_keep_reply(actor, shared=shared), "")
    _check(body, category_code)
    reply = CannedReply(title=title, body=body, category_id=category_code, shared=shared, owner_user_id=actor.id, updated_at=now(), version=1)
    reply.save(force_insert=True)
    _record(actor, reply, "create")
    return reply


@transaction.atomic
def reply_update(*, actor: Actor, reply_id: UUID, version: int, title: str, body: str, category_code: str | None, shared: bool) -> CannedReply:
    """Change a reply, or share it.

    Raises: ReplyNotFound, Forbidden, StaleVersion, Invalid naming a token that nothing fills.
    """
    reply = _locked(actor, reply_id)
    _require(can_keep_reply(actor, shared=shared or reply.shared, owned=reply.owner_user_id == actor.id), str(reply_id))
    if reply.version != version:
        raise StaleVersion(current={"version": reply.version, "title": reply.title, "body": reply.body}).recorded_as(**_told(str(reply_id)))
    _check(body, category_code)
    reply.title, reply.body, reply.category_id, reply.shared = title, body, category_code, shared
    reply.version, reply.updated_at = version + 1, now()
    reply.save(update_fields=["title", "body", "category", "shared", "version", "updated_at"])
    _record(actor, reply, "update")
    return reply


@transaction.atomic
def reply_delete(*, actor: Actor, reply_id: UUID) -> None:
    """Keep a reply no longer.

    Raises: ReplyNotFound, Forbidden.
    """
    reply = _locked(actor, reply_id)
    _require(can_keep_reply(actor, shared=reply.shared, owned=reply.owner_user_id == actor.id), str(reply_id))
    _record(actor, reply, "delete")
    reply.delete()


def reply_fill(*, actor: Actor, case_id: UUID, reply_id: UUID) -> str:
    """The reply's text for a case. The customer's name is what this actor reads of it: one that is masked stays masked.

    Raises: CaseNotFound, ReplyNotFound.
    """
    case = case_get(actor=actor, case_id=case_id)
    reply = visible_replies(actor).filter(pk=reply_id).first()
    if reply is None:
        raise ReplyNotFound()
    customer, branch = result_rows(actor, [case.customer_id]).get(case.customer_id), branches().get(case.branch_code)
    due = min(case.sla_due_at, case.legal_due_at or case.sla_due_at).astimezone(ZoneInfo(branch.time_zone if branch else "Asia/Jakarta"))
    values = {
        "customer.name": str(customer["name"]) if customer else str(_CUSTOMER),
        "case.number": case.case_no,
        "case.due": f"{due:%d-%m-%Y %H.%M} {due.tzname()}",
        "me.name": actor.full_name,
    }
    return filled(reply.body, values)


def _check(body: str, category_code: str | None) -> None:
    if unknown := unknown_tokens(body):
        raise Invalid({"body": _TOKEN.format(name=unknown[0][:40], known=", ".join(TOKENS))})
    if category_code is not None and not CaseCategory.objects.filter(pk=category_code).exists():
        raise Invalid({"category_code": _CATEGORY})


def _locked(actor: Actor, reply_id: UUID) -> CannedReply:
    """Raises: ReplyNotFound."""
    seen = visible_replies(actor).filter(pk=reply_id).first()
    if seen is None:
        raise ReplyNotFound().recorded_as(**_told(str(reply_id)))
    # Row policies leave out of the lock what the actor may not change; the verdict on it says why.
    return CannedReply.objects.select_for_update().filter(pk=reply_id).first() or seen


def _require(verdict: Verdict, reply_id: str) -> None:
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**_told(reply_id))


def _told(reply_id: str) -> dict[str, str]:
    return {"action": CaseAct.KEEP_REPLY, "object_type": OBJECT, "object_id": reply_id}


def _record(actor: Actor, reply: CannedReply, step: str) -> None:
    record(actor, CaseAct.KEEP_REPLY, object_type=OBJECT, object_id=str(reply.id), meta={"step": step, "shared": reply.shared, "category": reply.category_id})
