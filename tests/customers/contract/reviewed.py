"""What was looked at and allowed: tables without row policies and functions that run with their owner's rights."""

from __future__ import annotations

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "crm.reach_follow()": ("simpul_search", "a trigger: keeps iam.customer_reach equal to crm.customers"),
    "crm.refuse_unknown_customer()": (
        "simpul_search",
        "a trigger: refuses a row of a customer who is not there, whoever writes it; says no more than a foreign key does",
    ),
    "crm.refuse_unknown_branch()": ("simpul_search", "a trigger: refuses a customer of a branch that is not there"),
    "crm.assignment_follow()": ("simpul_search", "a trigger: keeps the customer's manager equal to the active assignment"),
    "crm.masked_customers(wanted uuid[])": ("simpul_search", "masked names and the end of the CIF, for who asks for emergency access or decides about it"),
    "crm.customers_numbered(types text[], hashes bytea[])": (
        "simpul_search",
        "ids by exact number, for who may ask for emergency access; each look-up is recorded",
    ),
    "crm.hidden_relatives(wanted uuid)": ("simpul_search", "initials of the other end of a tie, for who reaches this end"),
    "crm.portfolio_rows(only_branch text, only_rm uuid, only_unassigned boolean, only_ids uuid[], after uuid, keep integer)": (
        "simpul_search",
        "applies the caller's reach on portfolios itself; ids, branches and initials",
    ),
    "crm.refuse_unknown_code()": ("simpul_search", "a trigger: refuses a code that its list does not have, tells nothing"),
    "crm.requested_values_follow()": ("simpul_search", "a trigger: keeps which values pending requests ask for, tells nothing"),
    "crm.portfolio_sizes()": ("simpul_search", "applies the caller's reach on portfolios itself; numbers only"),
    "crm.search_merge()": ("simpul_owner", "tidies two indexes, takes and returns nothing; for simpul_search alone"),
    "crm.search_learn(names text[])": ("simpul_search", "adds words to the vocabulary of names, returns nothing"),
    "crm.search_follow()": ("simpul_search", "a trigger: keeps the search index equal to crm.customers"),
    "crm.search_rebuild()": ("simpul_search", "writes the whole search index, returns nothing; not for the product's roles"),
    "crm.search_recount()": ("simpul_search", "counts words of the search index, returns nothing"),
    "crm.search_places_follow()": ("simpul_search", "a trigger: keeps the words of each branch equal to crm.customers"),
    "crm.search_places_recount()": ("simpul_search", "counts the words of each branch, returns nothing"),
    "crm.search_resound()": ("simpul_search", "hears the words of the search index anew, returns nothing; not for the product's roles"),
    "crm.search_customers(plain text, whole text, phone_end text, phones text[], id_types text[], id_hashes bytea[], only_branch text, only_segment text, only_status text,"
    " only_vip boolean, only_rfm text, keep integer)": ("simpul_search", "applies the caller's reach itself, returns ids and ranks within it"),
    "crm.list_customers(only_branch text, only_segment text, only_status text, only_vip boolean, only_rfm text, after_id uuid, keep integer)": (
        "simpul_search",
        "applies the caller's reach itself, returns ids within it",
    ),
}
SYSTEM_VIEWS: dict[str, str] = {
    "crm.segment_customers": "attributes of customers, for segments: no name, number or address",
    "crm.segment_cities": "the city of the home address, for segments",
    "crm.segment_products": "which products are held, for segments",
    "crm.segment_facts": "what other domains found out, for segments",
}
