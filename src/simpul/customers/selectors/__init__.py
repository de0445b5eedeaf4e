"""Reading customers, always within the actor's reach and masked."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any, Iterable, Mapping
from uuid import UUID

from django.db.models import IntegerField, QuerySet, TextField, Value
from django.db.models.expressions import RawSQL

from simpul.audit.public import Action
from simpul.customers import masks, phones
from simpul.customers.errors import ChangeRequestNotFound, CustomerNotFound
from simpul.customers.fields import ADDRESS_PARTS, EDITABLE
from simpul.customers.identifiers import hash_of, normalise
from simpul.customers.models import Address, ChangeRequest, ChangeRequestAsker, Customer, CustomerFacts, EmailKey, Identifier, ProductIndicator
from simpul.customers.policies import (
    Part,
    can_decide,
    can_edit,
    can_request_change,
    can_reveal,
    can_withdraw,
    is_visible,
    name_is_clear,
    parts,
    visible_change_requests,
    visible_customers,
)
from simpul.customers.vocabulary import CHANGE_WORKFLOW, IdType
from simpul.iam.public import people
from simpul.platform.actor import Actor
from simpul.platform.clock import today
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.workflow.public import allowed_moves

_LATEST_REQUESTS = Keyset(("-requested_at", datetime), ("-id", UUID))
_PLACE = {
    "branch_name": RawSQL('(SELECT b.name FROM iam.branches b WHERE b.branch_code = "customers"."home_branch_code")', (), output_field=TextField()),
    "rm_name": RawSQL('(SELECT u.full_name FROM iam.users u WHERE u.user_id = "customers"."rm_user_id")', (), output_field=TextField()),
    "elevation_tier": RawSQL(
        """CASE WHEN "customers"."customer_id" = ANY ((SELECT iam.elevated_customers())::uuid[]) THEN (SELECT iam.elevation_tier()) ELSE 0 END""",
        (),
        output_field=IntegerField(),
    ),
}

_INTERACTIONS = """
SELECT f.last_contact_at, f.last_contact_channel AS last_channel, u.full_name AS last_by, f.contacts_90d, f.open_tasks
FROM crm.customer_facts f LEFT JOIN iam.users u ON u.user_id = f.last_contact_by
WHERE f.customer_id = %s
"""
_RELATIONSHIPS = """
SELECT r.relationship_id, r.kind, r.role, r.valid_from, r.valid_to, r.customer_id = %(id)s AS outgoing,
       o.customer_id AS other_id, o.full_name, o.home_branch_code, o.rm_user_id, h.initials,
       coalesce(o.customer_id = ANY ((SELECT iam.elevated_customers())::uuid[]), false)::integer AS elevation_tier
FROM crm.customer_relationships r
LEFT JOIN crm.customers o ON o.customer_id = CASE WHEN r.customer_id = %(id)s THEN r.related_customer_id ELSE r.customer_id END
LEFT JOIN crm.hidden_relatives(%(id)s) h ON h.relationship_id = r.relationship_id
WHERE r.customer_id = %(id)s OR r.related_customer_id = %(id)s
ORDER BY r.kind, r.role, r.relationship_id
LIMIT 100
"""


def _placed(customers: QuerySet[Customer]) -> QuerySet[Any]:
    """With the names of branch and RM and the tier of an opened profile, all in the customers' own query."""
    return customers.annotate(**_PLACE)


def customer_get(*, actor: Actor, customer_id: UUID) -> Any:
    """One customer within the actor's reach.

    Raises: CustomerNotFound, in the same way for absent and invisible ones.
    """
    customer = _placed(visible_customers(actor)).filter(pk=customer_id).first()
    if customer is None:
        raise CustomerNotFound().recorded_as(action=Action.VIEW_DENIED, object_type="CUSTOMER", object_id=str(customer_id), customer_id=customer_id)
    return customer


def identity_masked(customer_id: UUID) -> str:
    """The identity that papers name the customer by, masked: the NIK, else the CIF; blank without either."""
    rows = Identifier.objects.filter(customer_id=customer_id, id_type__in=(IdType.NIK, IdType.CIF)).order_by("-id_type", "-is_primary", "created_at")
    found = rows.values("id_type", "hint").first()
    return f"{found['id_type']} {masks.identifier(found['id_type'], found['hint'])}" if found else ""


def customers_by_contact(*, actor: Actor, cif: str = "", contact: str = "") -> list[UUID]:
    """The customers within reach who have this CIF, or else this phone or e-mail address; two at most, which is one too many."""
    found = visible_customers(actor)
    phone = phones.normalise(contact) if contact else None
    if cif.strip():
        numbered = Identifier.objects.filter(id_type=IdType.CIF, hash=hash_of(IdType.CIF, normalise(IdType.CIF, cif))).values("customer_id")
        found = found.filter(pk__in=numbered)
    elif phone is not None:
        found = found.filter(phone_e164=phone)
    elif "@" in contact:
        found = found.filter(email_key=EmailKey(Value(contact.strip())), email=contact.strip())
    else:
        return []
    return list(found.order_by("pk").values_list("pk", flat=True)[:2])


def shown_name(actor: Actor, customer: Any) -> str:
    """The customer's name as this actor may read it."""
    return str(customer.full_name) if name_is_clear(actor, customer) else masks.name(customer.full_name)


def can(actor: Actor, customer: Customer) -> dict[str, bool]:
    """What the interface may offer on this customer."""
    return {"reveal": bool(can_reveal(actor, customer)), "edit": bool(can_edit(actor, customer)), "request_change": bool(can_request_change(actor, customer))}


def profile(actor: Actor, customer: Any) -> dict[str, Any]:
    """Header and basics of the 360 page, masked; parts that the actor's roles do not show are empty.

    `customer` comes from `customer_get`, which reads the names of its branch and RM along.
    """
    shown = parts(actor, customer)
    name = shown_name(actor, customer)
    personal = Part.PERSONAL in shown
    return {
        "customer_id": customer.id,
        "version": customer.version,
        "kind": customer.kind,
        "full_name": name,
        "initials": "".join(word[0] for word in [*name.split()[:1], *name.split()[1:][-1:]]).upper(),
        "gender": customer.gender if personal else None,
        "age": masks.age(customer.birth_date, today()) if personal else None,
        "birth_date_masked": masks.birth_date(customer.birth_date, today()) if personal else None,
        "phone_masked": masks.phone(customer.phone_e164) if Part.PHONE in shown else None,
        "email_masked": masks.email(customer.email) if personal else None,
        "segment_code": customer.segment_code,
        "status": customer.status,
        "is_vip": customer.is_vip,
        "branch": {"code": customer.home_branch_code, "name": customer.branch_name},
        "rm": {"id": customer.rm_user_id, "full_name": customer.rm_name} if customer.rm_user_id else None,
        "preferred_language": customer.preferred_language if personal else None,
        "preferred_channel": customer.preferred_channel if personal else None,
        "tags": customer.tags if personal else [],
        "source_system": customer.source_system,
        "synced_at": customer.synced_at,
        "identifiers": [
            _identifier(row) for row in Identifier.objects.filter(customer_id=customer.id).order_by("id_type", "-is_primary", "created_at", "pk")[:50]
        ]
        if Part.IDENTIFIERS in shown
        else [],
        "addresses": [_address(row, full=name_is_clear(actor, customer)) for row in Address.objects.filter(customer_id=customer.id).order_by("kind")]
        if Part.ADDRESS in shown
        else [],
    }


def _identifier(row: Identifier) -> dict[str, Any]:
    return {
        "identifier_id": row.id,
        "id_type": row.id_type,
        "masked": masks.identifier(row.id_type, row.hint),
        "is_primary": row.is_primary,
        "verified_at": row.verified_at,
    }


def _address(row: Address, *, full: bool) -> dict[str, Any]:
    neighbourhood = f"RT {row.rt} / RW {row.rw}" if row.rt and row.rw else ""
    lines = [row.street, neighbourhood, ", ".join(part for part in (row.kelurahan, row.kecamatan) if part)] if full else []
    return {
        "kind": row.kind,
        "lines": [line for line in lines if line],
        "city": row.city,
        "postcode": row.postcode,
        "latitude": row.latitude if full else None,
        "longitude": row.longitude if full else None,
        "coordinate_source": row.coordinate_source if full else None,
    }


def products(customer_id: UUID) -> list[dict[str, Any]]:
    """The customer's product indicators."""
    return [dict(row) for row in ProductIndicator.objects.filter(customer_id=customer_id).order_by("product").values("product", "held", "as_of")]


def interactions(customer_id: UUID) -> dict[str, Any]:
    """The last contact and what is open, as other domains last wrote it."""
    rows = query(_INTERACTIONS, (customer_id,))
    return rows[0] if rows else no_interactions()


def no_interactions() -> dict[str, Any]:
    """The interactions of a customer of whom nothing is recorded, or shown."""
    return {"last_contact_at": None, "last_channel": None, "last_by": None, "contacts_90d": 0, "open_tasks": 0}


def relationships(actor: Actor, customer: Customer) -> list[dict[str, Any]]:
    """Ties to other customers, both directions; who lies outside the actor's reach shows initials and no id."""
    return [_tie(actor, row) for row in query(_RELATIONSHIPS, {"id": customer.id})]


def _tie(actor: Actor, row: dict[str, Any]) -> dict[str, Any]:
    other = SimpleNamespace(**{name: row[name] for name in ("full_name", "home_branch_code", "rm_user_id", "elevation_tier")})
    hidden = row["initials"] or (masks.name(row["full_name"]) if row["full_name"] else "***")
    seen = row["other_id"] is not None and is_visible(actor, other)
    return {
        "relationship_id": row["relationship_id"],
        "kind": row["kind"],
        "role": row["role"],
        "direction": "OUT" if row["outgoing"] else "IN",
        "customer": {
            "customer_id": row["other_id"] if seen else None,
            "name": shown_name(actor, other) if seen else None,
            "is_visible": seen,
            "masked": None if seen else hidden,
        },
        "valid_from": row["valid_from"],
        "valid_to": row["valid_to"],
    }


def result_rows(actor: Actor, customer_ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """Customers as lists and search results show them, masked, by id; those outside the actor's reach are missing."""
    wanted = list(customer_ids)
    if not wanted:
        return {}
    found = list(_placed(visible_customers(actor)).filter(pk__in=wanted))
    ids = [customer.id for customer in found]
    rfm = dict(CustomerFacts.objects.filter(pk__in=ids).values_list("pk", "rfm_segment"))
    cif: dict[UUID, str] = {}
    for row in Identifier.objects.filter(customer_id__in=ids, id_type="CIF").order_by("is_primary", "-created_at", "pk").values("customer_id", "hint"):
        cif[row["customer_id"]] = masks.identifier("CIF", row["hint"])
    return {customer.id: _result_row(actor, customer, rfm.get(customer.id), cif.get(customer.id)) for customer in found}


def shown_names(actor: Actor, customer_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of customers as this actor may read them, by id; those outside the actor's reach are missing. One statement."""
    found = _placed(visible_customers(actor)).filter(pk__in=wanted) if (wanted := list(customer_ids)) else ()
    return {customer.id: shown_name(actor, customer) for customer in found}


def phone_shown(actor: Actor, customer_id: UUID) -> dict[str, str | bool | None] | None:
    """The masked phone of a customer, and whether this actor may reveal it; None where it is not shown to the actor. One statement."""
    customer: Any = _placed(visible_customers(actor)).filter(pk=customer_id).first()
    shown = customer is not None and Part.PHONE in parts(actor, customer)
    return {"masked": masks.phone(customer.phone_e164), "can_reveal": bool(can_reveal(actor, customer, "phone_e164"))} if shown else None


def _result_row(actor: Actor, customer: Any, rfm: str | None, cif: str | None) -> dict[str, Any]:
    shown = parts(actor, customer)
    return {
        "customer_id": customer.id,
        "name": shown_name(actor, customer),
        "is_vip": customer.is_vip,
        "segment_code": customer.segment_code,
        "status": customer.status,
        "rfm_segment": rfm if Part.BUSINESS in shown else None,
        "cif_masked": cif if Part.IDENTIFIERS in shown else None,
        "phone_masked": masks.phone(customer.phone_e164) if Part.PHONE in shown else None,
        "branch": {"code": customer.home_branch_code, "name": customer.branch_name},
        "can": {"open": True},
    }


def recent_customers(actor: Actor, limit: int = 10) -> list[dict[str, Any]]:
    """The customers that this user opened last and may still see, latest first."""
    opened = query("SELECT customer_id FROM crm.recent_customers WHERE user_id = %s ORDER BY opened_at DESC LIMIT %s", (actor.id, limit))
    rows = result_rows(actor, (row["customer_id"] for row in opened))
    return [rows[row["customer_id"]] for row in opened if row["customer_id"] in rows]


def customer_labels(actor: Actor, customer_ids: list[str]) -> dict[str, str]:
    """The names of customers in reach, as this actor may read them."""
    found = _placed(visible_customers(actor)).filter(pk__in=[each for each in customer_ids if _is_uuid(each)])
    return {str(customer.id): shown_name(actor, customer) for customer in found}


def change_request_labels(actor: Actor, request_ids: list[str]) -> dict[str, str]:
    """The requests that the actor may read, called by their customer."""
    found = visible_change_requests(actor).select_related("customer").filter(pk__in=[each for each in request_ids if _is_uuid(each)])
    return {str(request.id): shown_name(actor, request.customer) for request in found}


def _is_uuid(written: str) -> bool:
    try:
        return bool(UUID(written))
    except ValueError:
        return False


def change_request_get(*, actor: Actor, change_request_id: UUID) -> ChangeRequest:
    """One request within the actor's reach, with its customer.

    Raises: ChangeRequestNotFound.
    """
    request = visible_change_requests(actor).select_related("customer").filter(pk=change_request_id).first()
    if request is None:
        raise ChangeRequestNotFound()
    return request


def change_request_page(*, actor: Actor, status: str | None, customer_id: UUID | None, cursor: str | None, limit: int) -> Page:
    """One page of the requests within the actor's reach, newest first.

    Raises: Invalid for a cursor that we did not write.
    """
    rows = visible_change_requests(actor).select_related("customer")
    if status:
        rows = rows.filter(status=status)
    if customer_id:
        rows = rows.filter(customer_id=customer_id)
    return _LATEST_REQUESTS.page(rows, cursor, limit, lambda page: change_request_rows(actor, page))


def change_request_rows(actor: Actor, requests: list[ChangeRequest]) -> list[dict[str, Any]]:
    """Requests as the API gives them: every value masked, with what the actor may do."""
    also: dict[UUID, list[UUID]] = {}
    for key, user in ChangeRequestAsker.objects.filter(request__in=requests).order_by("asked_at", "user_id").values_list("request_id", "user_id"):
        also.setdefault(key, []).append(user)
    asked = {request.requested_by for request in requests} | {user for users in also.values() for user in users}
    names = people(asked | {request.decided_by for request in requests if request.decided_by})
    now = current_values([request.customer for request in requests])
    open_moves = _open_moves(actor, requests)
    rows = []
    for request in requests:
        decided_by = names.get(request.decided_by) if request.decided_by else None
        standing = standing_values(request, now[request.customer_id]) if request.status == "PENDING" else {**dict.fromkeys(request.changes), **request.replaced}
        rows.append(
            {
                "request_id": request.id,
                "customer_id": request.customer_id,
                "customer_name": shown_name(actor, request.customer),
                "branch_code": request.customer.home_branch_code,
                "status": request.status,
                "changes": [_asked_row(request, field, standing[field], now[request.customer_id].get(field)) for field in request.changes],
                "note": request.note,
                "requested_by": {"id": request.requested_by, "full_name": names[request.requested_by].full_name},
                "requested_at": request.requested_at,
                "askers": [{"id": key, "full_name": names[key].full_name} for key in also.get(request.id, [])],
                "decided_by": {"id": decided_by.id, "full_name": decided_by.full_name} if decided_by else None,
                "decided_at": request.decided_at,
                "decision_note": request.decision_note,
                "can": _request_can(actor, request, open_moves.get(str(request.id), {})),
            }
        )
    return rows


def _asked_row(request: ChangeRequest, field: str, before: str | None, present: Any) -> dict[str, Any]:
    asked = request.changes[field]
    after = masks.change_text(field, asked, today())
    # Only what differed could be asked for; while it waits, somebody else may have made the same change.
    alike = request.status == "PENDING" and same_value(present, asked)
    return {"field": field, "before": before, "after": after, "concealed": before is not None and before == after and not alike}


def same_value(before: Any, value: Any) -> bool:
    """Whether a field already holds the value; of an address, whether it holds the parts that are given."""
    if isinstance(value, dict):
        return all(((before or {}).get(part) or "") == (text or "") for part, text in value.items())
    return bool(before == value)


def standing_values(request: ChangeRequest, values: dict[str, Any]) -> dict[str, str | None]:
    """What a request would replace, masked, from the customer's present values."""
    return {field: masks.change_text(field, _asked_of(values.get(field), asked), today()) for field, asked in request.changes.items()}


def _asked_of(standing: Any, asked: Any) -> Any:
    """Of an address, the parts that the request names."""
    return {part: standing.get(part, "") for part in asked} if isinstance(asked, dict) and isinstance(standing, dict) else standing


def _request_can(actor: Actor, request: ChangeRequest, open_moves: Mapping[str, bool]) -> dict[str, bool]:
    """Both must allow it: the grants that the policies read, and the workflow with its roles, checks and guards."""
    allowed = {"approve": can_decide, "reject": can_decide, "withdraw": can_withdraw}
    return {name: open_moves.get(name, False) and bool(policy(actor, request)) for name, policy in allowed.items()}


def _open_moves(actor: Actor, requests: list[ChangeRequest]) -> dict[str, dict[str, bool]]:
    """What the workflow lets this actor do with each pending request."""
    pending = [request.id for request in requests if request.status == "PENDING"]
    found = allowed_moves(actor, CHANGE_WORKFLOW, pending) if pending else {}
    return {key: {move.transition: move.verdict.allowed for move in moves} for key, moves in found.items()}


def current_values(customers: list[Customer]) -> dict[UUID, dict[str, Any]]:
    """The editable fields of customers as they stand, in the form of `fields.clean`."""
    homes = {row.customer_id: row for row in Address.objects.filter(customer_id__in=[customer.id for customer in customers], kind="HOME")}
    return {customer.id: _values(customer, homes.get(customer.id)) for customer in customers}


def _values(customer: Customer, home: Address | None) -> dict[str, Any]:
    values = {name: getattr(customer, name) for name in EDITABLE if name != "home_address"}
    values["birth_date"] = customer.birth_date.isoformat() if customer.birth_date else None
    values["home_address"] = {part: getattr(home, part) for part in ADDRESS_PARTS} if home else {}
    if home and home.latitude is not None and home.longitude is not None:
        values["home_address"] |= {"latitude": str(home.latitude), "longitude": str(home.longitude)}
    return values
