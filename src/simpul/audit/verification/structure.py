"""What guards the trail inside the database, compared with what a release brings: triggers, row policies, rules, functions.

`expected.json` beside this file is the list; it belongs to the same release as the database. Whoever takes a guard away leaves no wrong row
behind by that alone, so it is looked for by itself.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from .findings import Broken, Sentence, notice
from .reading import Connection

EXPECTED = Path(__file__).with_name("expected.json")
MONTH = "audit_logs_MONTH"
_MONTHS = re.compile(r"\baudit_logs_\d{4}_\d{2}\b")

_TABLES = """
SELECT 'table', c.relname, '', concat_ws(' ', c.relkind, c.relrowsecurity, pg_get_userbyid(c.relowner))
  FROM pg_catalog.pg_class c WHERE c.relnamespace = 'audit'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
"""
_TRIGGERS = """
SELECT 'trigger', c.relname, t.tgname, concat_ws(' ', t.tgenabled, pg_get_triggerdef(t.oid))
  FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'audit'::regnamespace AND NOT t.tgisinternal
"""
_POLICIES = """
SELECT 'policy', c.relname, p.polname,
       concat_ws(' ', p.polcmd, p.polpermissive, ARRAY(SELECT pg_get_userbyid(r) FROM unnest(p.polroles) r ORDER BY 1)::text,
                 'USING', pg_get_expr(p.polqual, p.polrelid), 'CHECK', pg_get_expr(p.polwithcheck, p.polrelid))
  FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'audit'::regnamespace
"""
_RULES = """
SELECT 'rule', c.relname, w.rulename, concat_ws(' ', w.ev_enabled, pg_get_ruledef(w.oid))
  FROM pg_catalog.pg_rewrite w JOIN pg_catalog.pg_class c ON c.oid = w.ev_class WHERE c.relnamespace = 'audit'::regnamespace
"""
# Who the policies take somebody for is said by functions of another schema: they belong to the guard.
_FUNCTIONS = """
SELECT 'function', p.proname, pg_get_function_identity_arguments(p.oid), concat_ws(' ', pg_get_userbyid(p.proowner), pg_get_functiondef(p.oid))
  FROM pg_catalog.pg_proc p
 WHERE p.prokind IN ('f', 'p') AND (p.pronamespace = 'audit'::regnamespace
       OR p.pronamespace = 'iam'::regnamespace AND p.proname IN ('uid', 'session_mark', 'system_ticket', 'holds_system_ticket', 'elevation', 'reach'))
"""
# A trigger of the database itself may undo or pass by the others.
_EVENT_TRIGGERS = "SELECT 'event trigger', e.evtname, e.evtevent, concat_ws(' ', e.evtenabled, e.evtfoid::regproc) FROM pg_catalog.pg_event_trigger e"

Found = dict[str, str]


def found(connection: Connection) -> Found:
    """Every guard of this database by kind and name, with the fingerprint of what it says; those of months count once for each wording."""
    guards: dict[str, str] = {}
    for statement in (_TABLES, _TRIGGERS, _POLICIES, _RULES, _FUNCTIONS, _EVENT_TRIGGERS):
        for kind, place, name, says in connection.execute(statement).fetchall():
            guards[" ".join(filter(None, (kind, place, name)))] = _fingerprint(str(says))
    return guards


def check(connection: Connection) -> list[Sentence]:
    """Compare the guards with those that the release brings; says which months were made without a guard of their own.

    Raises: Broken for the first guard that is missing, that is another, or that nobody knows.
    """
    expected: Found = json.loads(EXPECTED.read_text())
    here = found(connection)
    months = sorted({month for name in here for month in _MONTHS.findall(name)})
    wanted = {name: says for name, says in expected.items() if MONTH not in name}
    wanted |= {name.replace(MONTH, month): says for name, says in expected.items() if MONTH in name for month in months}
    bare = {month for month in months if not any(name.startswith("trigger ") and f" {month} " in name and "truncate" in name for name in here)}
    for name in sorted({*here, *wanted}):
        month = next(iter(_MONTHS.findall(name)), None)
        if month in bare and (name not in here or name.startswith("table ")):
            continue  # Made by hand, outside `audit.ensure_partitions`: its rows are under the seals as any others.
        if name not in here:
            raise Broken("GUARD_MISSING", guard=name)
        if name not in wanted:
            raise Broken("GUARD_UNKNOWN", guard=name)
        if here[name] != wanted[name]:
            raise Broken("GUARD_CHANGED", guard=name)
    return [notice("MONTH_UNGUARDED", month=month) for month in sorted(bare)]


def expected_of(connection: Connection) -> Found:
    """What `expected.json` holds, taken from a database that has just been made."""
    names: dict[str, Any] = {}
    for name, says in found(connection).items():
        names[_MONTHS.sub(MONTH, name)] = says
    return dict(sorted(names.items()))


def _fingerprint(says: str) -> str:
    return hashlib.sha256(_MONTHS.sub(MONTH, says).encode()).hexdigest()[:32]
