"""Whether somebody knows what only the customer should: answers are compared here, and no clear value leaves."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from simpul.customers import phones
from simpul.customers.models import Customer, Identifier

# What a customer can be asked on the phone: birth date, phone number, and the last four digits of an identifier.
QUESTIONS = ("birth_date", "phone", "last_digits")


def answers_match(customer_id: UUID, answers: Mapping[str, str]) -> dict[str, bool]:
    """Of each answer whether it is right; one that the record cannot tell is wrong.

    `birth_date` is a day as YYYY-MM-DD, `phone` a number in any writing, `last_digits` the last four digits of any identifier.
    """
    customer = Customer.objects.filter(pk=customer_id).only("birth_date", "phone_e164").first()
    if customer is None:
        return dict.fromkeys(answers, False)
    right = {
        "birth_date": lambda given: customer.birth_date is not None and _day(given) == customer.birth_date,
        "phone": lambda given: customer.phone_e164 is not None and _same(phones.normalise(given) or "", customer.phone_e164),
        "last_digits": lambda given: _ends_an_identifier(customer_id, given),
    }
    return {question: right[question](given.strip()) for question, given in answers.items()}


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _ends_an_identifier(customer_id: UUID, given: str) -> bool:
    """What is kept for the mask ends with the last four digits of each identifier."""
    if not (given.isascii() and given.isdigit() and len(given) == 4):
        return False
    return any(_same(hint[-4:], given) for hint in Identifier.objects.filter(customer_id=customer_id).values_list("hint", flat=True))


def contacts_of(customer_ids: Collection[UUID], channel: str) -> dict[UUID, str]:
    """The same for many customers, in one query; one whom nothing reaches is absent."""
    column = "email" if channel == "EMAIL" else "phone_e164"
    return {key: str(value) for key, value in Customer.objects.filter(pk__in=customer_ids).values_list("pk", column) if value}


def contact_of(customer_id: UUID, channel: str) -> str | None:
    """Where a message on this channel reaches the customer: a phone in E.164 or an e-mail address."""
    column = "email" if channel == "EMAIL" else "phone_e164"
    found = Customer.objects.filter(pk=customer_id).values_list(column, flat=True).first()
    return str(found) if found else None
