"""Trying a content before it is approved: for a sample person, or for a customer as the caller may see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from simpul.audit.public import record
from simpul.customers.public import customer_get, shown_names
from simpul.iam.public import branches, organisation_name
from simpul.messaging.acts import NoticeAct
from simpul.messaging.selectors.templates.checking import draft_faults, submission_faults
from simpul.messaging.selectors.templates.compiling import content_compile, slots_of
from simpul.messaging.selectors.templates.content import AnyContent
from simpul.messaging.selectors.templates.segments import SmsLength, sms_length
from simpul.messaging.selectors.templates.tokens import TOKENS, token_samples
from simpul.messaging.services.templates.drafts import OBJECT
from simpul.messaging.services.templates.rendering import Missing, first_name, render_values
from simpul.platform.actor import Actor
from simpul.platform.text import Text


@dataclass(frozen=True)
class Trial:
    """How a content reads, and what keeps it from being submitted. Nothing is shown while a token is misspelt or has no value."""

    title: str
    body: str
    html: str | None
    template_body: str | None
    sms: SmsLength | None
    tokens: list[str]
    missing: str | None
    faults: Mapping[str, Text]


def template_try(*, actor: Actor, content: AnyContent, purpose: str, language: str, customer_id: UUID | None, values: Mapping[str, str]) -> Trial:
    """Render a content as it stands; a customer is shown as far as the caller may see them, and that they were is recorded.

    Raises: CustomerNotFound.
    """
    own = _values_of(actor, customer_id) if customer_id else {}
    faults = submission_faults(content, purpose, language)
    if draft_faults(content):
        return Trial("", "", None, None, None, [], None, faults)
    compiled = content_compile(content, language)
    used = list(dict.fromkeys(slot.name for slot in slots_of(compiled)))
    samples: dict[str, str | None] = {**token_samples(language), **({"organisation.name": name} if (name := organisation_name(actor)) else {})}
    given = {name: value for name, value in values.items() if name in TOKENS}
    rendered = render_values(compiled, samples | given | own, None, language)
    if isinstance(rendered, Missing):
        return Trial("", "", None, compiled.template_body, None, used, rendered.token, faults)
    sms = sms_length(rendered.body) if content.channel == "SMS" else None
    return Trial(rendered.title, rendered.body, rendered.html, compiled.template_body, sms, used, None, faults)


def _values_of(actor: Actor, customer_id: UUID) -> dict[str, str | None]:
    """What tokens say of a customer whom the caller sees; a masked name stays masked."""
    customer = customer_get(actor=actor, customer_id=customer_id)
    name = shown_names(actor, [customer_id])[customer_id]
    branch = branches().get(customer.home_branch_code)
    record(actor, NoticeAct.RENDER_TEMPLATE, object_type=OBJECT, object_id="", customer_id=customer_id, branch_code=customer.home_branch_code)
    return {
        "customer.name": name,
        "customer.first_name": first_name(name) if customer.kind == "PERSON" else None,
        "branch.name": branch.name if branch else None,
        "branch.city": branch.city if branch else None,
        "branch.phone": branch.phone if branch else None,
    }
