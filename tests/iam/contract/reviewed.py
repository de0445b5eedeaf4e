"""What was looked at and allowed: tables without row policies and functions that run with their owner's rights."""

from __future__ import annotations

_SIGN_IN = "read before anybody is signed in; holds session keys or sign-in state of a user, nothing of a customer or a branch"
_UNUSED = "comes with Django and stays empty: grants live in iam.grants"

# Tables without policies for all four commands. None of them says anything about a customer or a branch.
OPEN_TABLES: dict[str, str] = {
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

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "iam.actor(wanted uuid)": ("simpul_search", "a session's user before any scope runs: grants and scopes, no customer"),
    "iam.reach(asked_resource text, asked_action text)": ("simpul_search", "of the caller only"),
    "iam.scope_branches()": ("simpul_search", "of the caller only"),
    "iam.own_branches()": ("simpul_search", "of the caller only"),
    "iam.scope_units()": ("simpul_search", "of the caller only"),
    "iam.branches_for(asked_resource text, asked_action text)": ("simpul_search", "of the caller only"),
    "iam.resources_at(at_least integer)": ("simpul_search", "of the caller only"),
    "iam.open_service_key(asked_prefix text, asked_digest bytea, address inet)": (
        "simpul_search",
        "a key before its account is known: answers only to the digest of the whole key, and notes its use",
    ),
    "iam.session_mark()": ("simpul_proof", "when the caller's own session began, which PostgreSQL tells by role only"),
    "iam.system_ticket(proof text)": ("simpul_proof", "for who proves SYSTEM, what counts in the caller's own transaction; else nothing"),
    "iam.holds_system_ticket(ticket text)": ("simpul_proof", "whether the caller's own transaction proved SYSTEM: yes or no"),
    "iam.change_is_applied()": ("simpul_search", "whether somebody agreed to what the caller's own transaction changes: yes or no"),
    "iam.change_is_agreed_by(asked uuid)": ("simpul_search", "whether somebody took part in agreeing to the caller's own transaction: yes or no"),
    "iam.role_is_incompatible(asked_user uuid, asked_role uuid)": ("simpul_search", "whether a role that somebody holds goes with their others: yes or no"),
    "iam.password_link(asked text)": ("simpul_search", "whose a one-time link is, for who knows its token; nobody is signed in then"),
    "iam.elevated_customers()": ("simpul_search", "of the caller only"),
    "iam.elevation_of(wanted uuid)": ("simpul_search", "a session's user before any scope runs: which elevation stands open, no customer"),
    "iam.elevation_tier()": ("simpul_search", "of the caller only"),
    "iam.is_colleague(wanted uuid, asked_resource text, asked_action text)": ("simpul_search", "whether somebody works in a branch of the caller's: yes or no"),
    "iam.away_until(wanted uuid[], on_day date)": ("simpul_search", "until when colleagues are away, for who hands work on: neither why nor since when"),
    "iam.keep_former_right()": ("simpul_search", "a trigger: writes what a right was before it changed, and tells nobody"),
    "iam.keep_former_reach()": ("simpul_search", "a trigger: writes where customers belonged before they moved, and tells nobody"),
    "iam.guard_one_elevation()": ("simpul_search", "a trigger: refuses a second elevation at the same time"),
}
