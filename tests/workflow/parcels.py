"""A small domain for the tests of the engine: parcels, with a table of their own, that move through workflows.

`registered` puts the subject, its actions and its check into the registries and takes them out again; `table` makes the
table where the test works, in its transaction or in a database of its own.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from simpul.platform.actor import ALLOW, Actor, Reach, Verdict, deny
from simpul.platform.db import execute, query
from simpul.platform.errors import Conflict
from simpul.platform.ids import SYSTEM_ID, uuid7
from simpul.platform.text import Text
from simpul.workflow.definitions.shape import as_stored
from simpul.workflow.public import (
    Action,
    Check,
    Choice,
    Field,
    FieldSet,
    FieldType,
    MoveFacts,
    Parameter,
    Place,
    WorkflowSubject,
)
from tests.support.database import rows
from tests.support.registries import holding

SUBJECT = "PARCEL"
OWN = deny(Text(id="Bukan untuk pengirim sendiri.", en="Not for the sender."))


def _text(word: str) -> Text:
    return Text(id=word, en=word)


def _words(word: str) -> dict[str, str]:
    return {"id": word, "en": word}


FIELDS = FieldSet.of(
    Field("weight", FieldType.INTEGER, _text("Berat"), sql="weight"),
    Field("worth", FieldType.MONEY, _text("Nilai"), sql="worth"),
    Field("fragile", FieldType.BOOLEAN, _text("Mudah pecah"), sql="fragile"),
    Field("size", FieldType.CHOICE, _text("Ukuran"), choices=(Choice("S", _text("Kecil")), Choice("L", _text("Besar"))), sql="size"),
    Field("due_on", FieldType.DATE, _text("Tenggat"), sql="due_on"),
    Field("note", FieldType.TEXT, _text("Catatan"), sql="note"),
)
INPUTS = (
    Parameter("note", "text", _text("Catatan"), required=False, max_length=200),
    Parameter("weight", "integer", _text("Berat"), required=False),
)


class ParcelIsLost(Conflict):
    """An effect refused."""


def _places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    """Everybody sees the parcels of the own branches and the own ones; who manages everything sees all."""
    found = query(
        "SELECT parcel_id::text AS id, customer_id, branch_code, rm_user_id, owner_id FROM crm.parcels WHERE parcel_id::text = ANY (%s)", (list(ids),)
    )
    everything = actor.kind == "SYSTEM" or actor.reach("change_request", "R") is Reach.ALL
    return {
        row["id"]: Place(row["customer_id"], row["branch_code"], row["rm_user_id"], (row["owner_id"],) if row["owner_id"] else ())
        for row in found
        if everything or row["branch_code"] in actor.branch_codes or actor.id in (row["owner_id"], row["rm_user_id"])
    }


def _load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    found = query("SELECT parcel_id::text AS id, weight, worth, fragile, size, due_on, note FROM crm.parcels WHERE parcel_id::text = ANY (%s)", (list(ids),))
    return {row.pop("id"): row for row in found}


def _entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    states = json.dumps([{"id": move.subject_id, "state": move.to_state, "given": dict(move.given)} for move in moves])
    execute(
        """UPDATE crm.parcels p SET state = n.state,
                  note = CASE WHEN n.given ? 'note' THEN n.given ->> 'note' ELSE p.note END,
                  weight = CASE WHEN n.given ? 'weight' THEN (n.given ->> 'weight')::integer ELSE p.weight END
           FROM jsonb_to_recordset(%s::jsonb) AS n (id text, state text, given jsonb) WHERE p.parcel_id::text = n.id""",
        (states,),
    )


def _stamp(actor: Actor, move: MoveFacts, settings: Mapping[str, Any]) -> dict[str, Any]:
    before = query("SELECT stamps FROM crm.parcels WHERE parcel_id = %s", (move.subject_id,))[0]["stamps"]
    execute("UPDATE crm.parcels SET stamps = stamps || %s WHERE parcel_id = %s", (settings["mark"], move.subject_id))
    return {"before": before}


def _unstamp(actor: Actor, move: MoveFacts, settings: Mapping[str, Any], memory: Mapping[str, Any]) -> None:
    execute("UPDATE crm.parcels SET stamps = %s WHERE parcel_id = %s", (memory["before"], move.subject_id))


def _lose(actor: Actor, move: MoveFacts, settings: Mapping[str, Any]) -> None:
    raise ParcelIsLost()


def _burn(actor: Actor, move: MoveFacts, settings: Mapping[str, Any]) -> None:
    execute("UPDATE crm.parcels SET stamps = 'burnt' WHERE parcel_id = %s", (move.subject_id,))


def _not_sender(actor: Actor, move: MoveFacts) -> Verdict:
    return OWN if actor.id in move.place.owner_ids else ALLOW


SUBJECT_OF_PARCELS = WorkflowSubject(
    SUBJECT, _text("Paket"), resource="change_request", places=_places, load=_load, entered=_entered, fields=FIELDS, inputs=INPUTS
)
MARK = Parameter("mark", "text", _text("Cap"), max_length=5)


@contextmanager
def registered() -> Iterator[None]:
    """The parcels' subject, actions and check in the registries."""
    actions = [
        Action("parcels.stamp", _text("Cap"), run=_stamp, compensate=_unstamp, parameters=(MARK,), subjects=(SUBJECT,)),
        Action("parcels.lose", _text("Hilangkan"), run=_lose, subjects=(SUBJECT,)),
        Action("parcels.burn", _text("Bakar"), run=_burn, subjects=(SUBJECT,)),
    ]
    check = Check("parcels.not_sender", _text("Bukan pengirim"), holds=_not_sender, subjects=(SUBJECT,))
    with holding(SUBJECT_OF_PARCELS, check, *actions):
        yield


def table() -> None:
    """The parcels' table, open to the application: who may see what is not what is tried here."""
    with rows():
        execute("RESET ROLE")
        execute("SET LOCAL ROLE simpul_owner")
        execute(
            """CREATE TABLE crm.parcels (parcel_id uuid PRIMARY KEY, state text, customer_id uuid, branch_code text, rm_user_id uuid, owner_id uuid,
               weight integer, worth numeric(15,2), fragile boolean, size text, due_on date, note text, stamps text NOT NULL DEFAULT '')"""
        )


def parcel(**fields: Any) -> UUID:
    """One parcel of branch MDN."""
    values = {"parcel_id": uuid7(), "branch_code": "MDN", "weight": 3, "worth": "100000.00", "fragile": False, "size": "S", **fields}
    with rows():
        execute(f"INSERT INTO crm.parcels ({', '.join(values)}) VALUES ({', '.join(['%s'] * len(values))})", list(values.values()))
    return values["parcel_id"]


def stored(parcel_id: UUID) -> dict[str, Any]:
    """A parcel as it stands."""
    with rows():
        return query("SELECT * FROM crm.parcels WHERE parcel_id = %s", (parcel_id,))[0]


def state(key: str, kind: str = "task", **more: Any) -> dict[str, Any]:
    """A state for a definition."""
    return {"key": key, "title": _words(key.title()), "kind": kind, "lane": "agent", **more}


def transition(key: str, sources: Sequence[str] | str, to: str, **more: Any) -> dict[str, Any]:
    """A transition for a definition; `by` is anybody of the service unless told otherwise."""
    passed = more.pop("passed", False)
    by = {} if passed else {"by": {"roles": ["AGENT", "SUPERVISOR", "DATA_STEWARD"], "reach": "ALL"}}
    return {"key": key, "title": _words(key), "from": [sources] if isinstance(sources, str) else list(sources), "to": to, **by, **more}


def definition(states: Sequence[dict[str, Any]], transitions: Sequence[dict[str, Any]], key: str = "parcel") -> dict[str, Any]:
    """A definition of parcels."""
    return {"key": key, "title": _words("Paket"), "subject": SUBJECT, "states": list(states), "transitions": list(transitions)}


# Taken in, weighed at a gateway (heavy ones are examined), sent, delivered or returned; a delivery may be reopened.
SHIPPING = definition(
    [
        state("START", "start"),
        state("TAKEN", timers=[{"key": "remind", "after": {"seconds": 3600}, "then": {"action": "parcels.stamp", "with": {"mark": "R"}}}]),
        state("SCALES", "gateway"),
        state("EXAMINED", timers=[{"key": "give_up", "after": {"seconds": 7200}, "then": {"transition": "release"}}]),
        state("SENT", timers=[{"key": "late", "after": {"field": "due_on"}, "then": {"transition": "send_back"}}]),
        state("DELIVERED", "end"),
        state("RETURNED", "end"),
    ],
    [
        transition("take", "START", "TAKEN", passed=True, effects=[{"action": "parcels.stamp", "with": {"mark": "T"}}]),
        transition(
            "weigh", "TAKEN", "SCALES", required=[{"field": "note", "min_length": 3}], effects=[{"action": "parcels.stamp", "with": {"mark": "W"}}],
            rollback={"roles": ["SUPERVISOR"], "reach": "BRANCH"},
        ),
        transition("heavy", "SCALES", "EXAMINED", passed=True, guard={"cel": "weight > 20"}, effects=[{"action": "parcels.stamp", "with": {"mark": "H"}}]),
        transition("light", "SCALES", "SENT", passed=True),
        transition("release", "EXAMINED", "SENT", guard={"rule": {"field": "fragile", "op": "eq", "value": False}}),
        transition(
            "deliver", "SENT", "DELIVERED", by={"roles": ["AGENT"], "reach": "BRANCH"}, checks=["parcels.not_sender"],
            rollback={"roles": ["SUPERVISOR", "AGENT"], "reach": "ALL"},
        ),
        transition("send_back", ["EXAMINED", "SENT"], "RETURNED", by={"roles": ["SUPERVISOR"], "reach": "BRANCH"}),
        transition("lose", "SENT", "RETURNED", effects=[{"action": "parcels.stamp", "with": {"mark": "L"}}, {"action": "parcels.lose"}]),
        transition("reopen", "RETURNED", "TAKEN", by={"roles": ["SUPERVISOR"], "reach": "OWN"}, required=[{"field": "reason", "min_length": 10}]),
    ],
)  # fmt: skip


def shipping(**changes: Any) -> dict[str, Any]:
    """The shipping of parcels, to be changed at will."""
    return {**copy.deepcopy(SHIPPING), **changes}


def publish(content: Mapping[str, Any], *, number: int = 1) -> UUID:
    """Put a content in force as it is, unchecked; gives the version's id."""
    with rows():
        execute(
            "INSERT INTO crm.workflow_definitions (definition_id, key, subject) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            (uuid7(), content["key"], content["subject"]),
        )
        version_id = uuid7()
        execute(
            """INSERT INTO crm.workflow_versions (version_id, definition_id, number, content, origin, published_by)
               SELECT %s, definition_id, %s, %s, 'EDITED', %s FROM crm.workflow_definitions WHERE key = %s""",
            (version_id, number, json.dumps(as_stored(dict(content))), SYSTEM_ID, content["key"]),
        )
    return version_id
