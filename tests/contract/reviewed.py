"""What was looked at and allowed: tables without row policies and functions that run with their owner's rights."""

from __future__ import annotations

_SIGN_IN = "read before anybody is signed in; holds session keys or sign-in state of a user, nothing of a customer or a branch"
_UNUSED = "comes with Django and stays empty: grants live in iam.grants"

# Tables without policies for all four commands. None of them says anything about a customer or a branch.
TABLES_WITHOUT_POLICIES: dict[str, str] = {
    "iam.django_session": _SIGN_IN,
    "iam.usersessions_usersession": _SIGN_IN,
    "iam.account_emailaddress": _SIGN_IN,
    "iam.account_emailconfirmation": _SIGN_IN,
    "iam.mfa_authenticator": "read while signing in, before anybody is signed in; secrets are sealed with the field keys, passkeys hold public keys only",
    "iam.sign_in_failures": "counted before anybody is signed in; its subjects are keyed hashes of names and addresses",
    "iam.auth_group": _UNUSED,
    "iam.auth_group_permissions": _UNUSED,
    "iam.auth_permission": _UNUSED,
    "iam.django_content_type": "the names of the product's own tables",
}

# SECURITY DEFINER functions with their owner and why they may. simpul_search passes by row-level security, so each of
# its functions either answers about the caller only or applies the caller's scope itself.
DEFINER_FUNCTIONS: dict[str, tuple[str, str]] = {
    "iam.actor(wanted uuid)": ("simpul_search", "a session's user before any scope runs: grants and scopes, no customer"),
    "iam.reach(asked_resource text, asked_action text)": ("simpul_search", "of the caller only"),
    "iam.scope_branches()": ("simpul_search", "of the caller only"),
    "iam.scope_units()": ("simpul_search", "of the caller only"),
    "iam.branches_for(asked_resource text, asked_action text)": ("simpul_search", "of the caller only"),
    "iam.resources_at(at_least integer)": ("simpul_search", "of the caller only"),
    "iam.resources_reached(asked_action text, at_least integer)": ("simpul_search", "of the caller only"),
    "iam.resources_whole(asked_action text)": ("simpul_search", "of the caller only"),
    "iam.open_service_key(asked_prefix text, asked_digest bytea, address inet)": (
        "simpul_search",
        "a key before its account is known: answers only to the digest of the whole key, and notes its use",
    ),
    "iam.password_link(asked text)": ("simpul_search", "whose a one-time link is, for who knows its token; nobody is signed in then"),
    "iam.elevated_customers()": ("simpul_search", "of the caller only"),
    "iam.elevation_of(wanted uuid)": ("simpul_search", "a session's user before any scope runs: which elevation stands open, no customer"),
    "iam.elevation_tier()": ("simpul_search", "of the caller only"),
    "iam.is_colleague(wanted uuid, asked_resource text, asked_action text)": ("simpul_search", "whether somebody works in a branch of the caller's: yes or no"),
    "iam.away_until(wanted uuid[], on_day date)": ("simpul_search", "until when colleagues are away, for who hands work on: neither why nor since when"),
    "iam.guard_one_elevation()": ("simpul_search", "a trigger: refuses a second elevation at the same time"),
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
    "crm.place_access_request()": ("simpul_search", "a trigger: the branch of the customer whom a request for access names"),
    "crm.number_case()": ("simpul_search", "a trigger: counts the numbers of cases on, which nobody else may"),
    "crm.number_left_case()": ("simpul_search", "a trigger: numbers at the commit a case that has no number yet"),
    "crm.next_case_number(branch text, received timestamp with time zone)": (
        "simpul_search",
        "counts on the numbers of a branch, for the three beside it only",
    ),
    "crm.give_case_number(wanted uuid)": ("simpul_search", "numbers a case that this very transaction stored, once; says nothing of any other"),
    "crm.case_reach(asked_action text)": ("simpul_search", "of the caller only"),
    "crm.case_branches(asked_action text)": ("simpul_search", "of the caller only"),
    "crm.case_handlers(asked_unit text, asked_branch text)": (
        "simpul_search",
        "who handles cases somewhere and how many are open with each, for who opens or assigns cases; numbers only",
    ),
    "crm.case_summaries(wanted uuid[])": ("simpul_search", "applies the caller's reach on cases itself; number, status and due time, no content"),
    "crm.case_summaries_of(wanted uuid[])": ("simpul_search", "the same summaries by the case's own id, through the function above"),
    "crm.case_heads(wanted uuid[])": ("simpul_search", "applies the caller's reach on cases itself; number, status and dates, no content"),
    "crm.case_alerts(wanted uuid[], moment timestamp with time zone, fraud_days integer)": (
        "simpul_search",
        "applies the caller's reach on customers itself; since when something stands out, no case",
    ),
    "crm.complaints_between(since timestamp with time zone, until timestamp with time zone, asked text[])": (
        "simpul_search",
        "applies the caller's reach on whole cases itself; what their clocks say, no customer and no text",
    ),
    "crm.case_queue(asked jsonb)": (
        "simpul_search",
        "applies the caller's reach on cases itself; keys and due times in order, read back under row-level security",
    ),
    "crm.place_refusal()": ("simpul_search", "a trigger: the branch that a refused attempt aimed at, written into the trail and told to nobody else"),
    "crm.follow_access_request()": ("simpul_search", "a trigger: an approved request for access is the elevation of who asked, and ends it"),
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
    "crm.search_customers(plain text, phones text[], id_types text[], id_hashes bytea[], only_branch text, only_segment text, only_status text,"
    " only_vip boolean, only_rfm text, keep integer)": ("simpul_search", "applies the caller's reach itself, returns ids and ranks within it"),
    "crm.judge_workflow_move()": ("simpul_search", "a trigger: refuses a history with a gap, tells nothing"),
    "crm.judge_workflow_item()": ("simpul_search", "a trigger: refuses a state without its move, tells nothing"),
    "crm.addresses_in_use(asked text[])": ("simpul_search", "which files of the document store are still named by a row; addresses tell nothing"),
    "audit.customer_labels(wanted uuid[])": ("simpul_search", "initials of customers, for readers of the trail"),
    "audit.sealing_lag(ceiling integer, OUT sealed_rows bigint, OUT unsealed_rows bigint, OUT oldest_unsealed_at timestamp with time zone,"
    " OUT seal_number bigint, OUT sealed_at timestamp with time zone)": ("simpul_search", "how many rows wait for a seal, and since when: nothing of any row"),
    "audit.drop_month(month date)": (
        "simpul_owner",
        "drops a month that ended a year ago, sealed and announced by a seal of this transaction; for simpul_sealer alone",
    ),
    "audit.ensure_partitions(months integer)": ("simpul_owner", "makes the trail's next months; takes a number, returns a number"),
}
