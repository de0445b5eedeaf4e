"""The door to customers.

For one customer: `customer_get`, `profile`, `products`, `interactions`, `relationships`, `can`, `profile_opened`.
For a manager's own customers: `portfolio_facts`.
For lists of other domains: `result_rows`, `customers_meant` (whom a text names), `visible_customers` (a queryset to join on).
For what other domains find out: `facts_write`, `facts_write_from` (one statement for a set).

Sources that write many customers (imports, generated volume) insert with SQL under these rules:
- `customer_id` is a UUIDv7; `(source_system, source_key)` is the business key; `sort_name` is generated, never written.
- identifiers are sealed here (`seal`) and are unique by `(id_type, id_hash)`.
- `rm_user_id` may be written with the customer, and one active row of `customer_assignments` must say the same.
- reach and search index follow by triggers, once for each statement: write sets, not rows.
"""

from simpul.customers.codes import segment_name
from simpul.customers.errors import CustomerNotFound
from simpul.customers.facts import (
    COUNTED_FOR,
    ContactSource,
    UnknownFact,
    contacts_of_customer,
    contacts_recount,
    facts_write,
    facts_write_from,
)
from simpul.customers.identifiers import hash_of, normalise
from simpul.customers.identifiers import unseal as unseal_identifier
from simpul.customers.importing.reference import Reference, reference_fields, reference_keys
from simpul.customers.knowing import QUESTIONS, answers_match, contact_of, contacts_of
from simpul.customers.limits import SEARCH
from simpul.customers.masks import contact as mask_contact
from simpul.customers.masks import identifier as mask_identifier
from simpul.customers.masks import name as mask_name
from simpul.customers.masks import phone as mask_phone
from simpul.customers.phones import normalise as phone_normalise
from simpul.customers.policies import Part, Placed, parts, tier_of, visible_customers
from simpul.customers.portfolios import PortfolioFacts, portfolio_facts
from simpul.customers.schemas import BranchRefOut, CustomerCanOut, CustomerOut, InteractionsOut, PersonRefOut, ProductOut, RelationshipOut
from simpul.customers.search.find import Meant, customers_meant
from simpul.customers.selectors import (
    can,
    customer_get,
    customers_by_contact,
    identity_masked,
    interactions,
    no_interactions,
    phone_shown,
    products,
    profile,
    relationships,
    result_rows,
    shown_names,
)
from simpul.customers.selectors.segment_fields import PERSON, FieldSource, SegmentField, field_sources
from simpul.customers.services import profile_opened
from simpul.customers.tabs import Tab, tabs

__all__ = [
    "COUNTED_FOR",
    "PERSON",
    "QUESTIONS",
    "SEARCH",
    "BranchRefOut",
    "ContactSource",
    "CustomerCanOut",
    "CustomerNotFound",
    "CustomerOut",
    "FieldSource",
    "InteractionsOut",
    "Meant",
    "Part",
    "PersonRefOut",
    "Placed",
    "PortfolioFacts",
    "ProductOut",
    "Reference",
    "RelationshipOut",
    "SegmentField",
    "Tab",
    "UnknownFact",
    "answers_match",
    "can",
    "contact_of",
    "contacts_of",
    "contacts_of_customer",
    "contacts_recount",
    "customer_get",
    "customers_by_contact",
    "customers_meant",
    "facts_write",
    "facts_write_from",
    "field_sources",
    "hash_of",
    "identity_masked",
    "interactions",
    "mask_contact",
    "mask_identifier",
    "mask_name",
    "mask_phone",
    "no_interactions",
    "normalise",
    "parts",
    "phone_normalise",
    "phone_shown",
    "portfolio_facts",
    "products",
    "profile",
    "profile_opened",
    "reference_fields",
    "reference_keys",
    "relationships",
    "result_rows",
    "segment_name",
    "shown_names",
    "tabs",
    "tier_of",
    "unseal_identifier",
    "visible_customers",
]  # fmt: skip
