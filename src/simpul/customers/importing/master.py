"""The customer master: one row is one customer with the identifiers and the address that came with it."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import Any, Mapping, Sequence

import uuid_utils
from django.db import IntegrityError, transaction
from psycopg.errors import UniqueViolation

from simpul.customers.codes import codes_in_use
from simpul.customers.identifiers import seal_column
from simpul.customers.importing import values
from simpul.customers.importing.changes import REGIONS, kept, text_of
from simpul.customers.importing.listed import refuse_unlisted
from simpul.customers.vocabulary import AddressKind, Channel, CodeList, Gender, Kind, Language, Status
from simpul.iam.public import branches
from simpul.imports.public import Field, Merged, Problem, Problems, Setting, Staged, TableLoader, Target, fields
from simpul.platform import clock
from simpul.platform.db import execute, query
from simpul.platform.jobs import defer
from simpul.platform.text import Text

_NO_BRANCH = Text(id="Cabang tidak dikenal.", en="There is no such branch.")
_NOT_YOURS = Text(id="Di luar cabang Anda.", en="Outside your branches.")
_TWICE = Text(id="Kunci ini sudah ada di baris sebelumnya.", en="An earlier row has this key.")
_SHARED = Text(id="{what} ini milik nasabah lain.", en="This {what} belongs to another customer.")
_HALF_PLACE = Text(id="Lintang dan bujur harus ada keduanya.", en="Latitude and longitude go together.")
_ORGANISATION_GENDER = Text(id="Badan usaha tidak berjenis kelamin.", en="An organisation has no gender.")
_PERSON_GENDER = Text(
    id="Nasabah ini tersimpan sebagai orang dengan jenis kelamin; hapus jenis kelaminnya sebelum dijadikan badan usaha.",
    en="This customer is stored as a person with a gender; take the gender away before it becomes an organisation.",
)

# Words of names that a loader knows it has told; what is told twice costs time only.
_WORDS_REMEMBERED = 500_000
# Types of identifiers that a customer has one of, by the field that fills them.
IDENTIFIERS = {"nik": "NIK", "cif": "CIF", "member_no": "MEMBER_NO", "meter_no": "METER_NO"}
OWN = {
    "kind": "text", "full_name": "text", "birth_date": "date", "gender": "text", "phone_e164": "text", "email": "citext", "segment_code": "text", "status": "text",
    "is_vip": "boolean", "home_branch_code": "text", "preferred_language": "text", "preferred_channel": "text", "tags": "text[]",
}  # fmt: skip
# What a row without a value means for columns that are never empty.
DEFAULTS = {"kind": "'PERSON'", "segment_code": "'MASS'", "status": "'ACTIVE'", "is_vip": "false", "preferred_language": "'id'", "tags": "'{}'"}
PLACE = {
    "street": "text", "rt": "text", "rw": "text", "kelurahan": "text", "kecamatan": "text", "city": "text", "province": "text", "postcode": "text",
    "latitude": "numeric", "longitude": "numeric",
}  # fmt: skip

# What is left out together when one of them is bad.
TOGETHER = {"latitude": ("latitude", "longitude")}


def _past(value: Any) -> Any:
    return fields.past_day(clock.today())(value)


FIELDS = {
    "source_key": Field(values.source_key, required=True),
    "kind": Field(fields.choice(Kind.values), few=True),
    "full_name": Field(values.full_name, required=True),
    "birth_date": Field(_past, few=True, clearable=True),
    "gender": Field(fields.choice(Gender.values), few=True, clearable=True),
    "phone_e164": Field(values.phone, clearable=True),
    "email": Field(values.email, clearable=True),
    "segment_code": Field(fields.text(30), few=True, listed=lambda: codes_in_use(CodeList.SEGMENT), clearable=True),
    "status": Field(fields.choice(Status.values), few=True),
    "is_vip": Field(fields.yes_or_no, few=True, clearable=True),
    "home_branch_code": Field(fields.text(20), required=True, few=True, listed=branches, listed_by="branches"),
    "preferred_language": Field(fields.choice(Language.values), few=True, clearable=True),
    "preferred_channel": Field(fields.choice(Channel.values), few=True, clearable=True),
    "tags": Field(values.tags, few=True, clearable=True),
    "nik": Field(values.nik_number, doubt=values.nik_doubt),
    "cif": Field(values.code),
    "member_no": Field(values.code),
    "meter_no": Field(values.code),
    "street": Field(fields.text(200), clearable=True),
    "rt": Field(fields.text(5), few=True, clearable=True),
    "rw": Field(fields.text(5), few=True, clearable=True),
    "kelurahan": Field(fields.text(80), few=True, clearable=True),
    "kecamatan": Field(fields.text(80), few=True, clearable=True),
    "city": Field(fields.text(80), few=True, clearable=True),
    "province": Field(fields.text(80), few=True, clearable=True),
    "postcode": Field(values.postcode, few=True, clearable=True),
    "latitude": Field(values.latitude, clearable=True),
    "longitude": Field(values.longitude, clearable=True),
}


class CustomerLoader(TableLoader):
    """Puts customers in by (source system, key); what the profile does not fill stays as it is."""

    name = "import_customers"

    def __init__(self, setting: Setting) -> None:
        self.own = [column for column in OWN if column in setting.columns]
        self.place = [column for column in PLACE if column in setting.columns]
        # In the order of their types, which is that of the index on a customer's identifiers: it grows at its end.
        self.identifiers = {column: id_type for column, id_type in sorted(IDENTIFIERS.items(), key=itemgetter(1)) if column in setting.columns}
        # Keys are made here: the server's own uuidv7() takes ten times as long.
        self.keys = ["new_id", *(["address_new"] if self.place else []), *(f"{column}_new" for column in self.identifiers)]
        # What is known of a customer who is there: id, whether anything differs, identifiers.
        self.found = {"customer_id": "uuid", "differs": "boolean"}
        self.columns = dict.fromkeys(self.keys, "uuid")
        for column in self.identifiers:
            self.found.update({f"{column}_id": "uuid", f"{column}_old": "bytea"})
            self.columns.update({f"{column}_value": "text", f"{column}_hash": "bytea", f"{column}_hint": "text"})
        self.columns.update({"source_key": "text", **{column: OWN[column] for column in self.own}, **{column: PLACE[column] for column in self.place}})
        # Whoever is looked up is looked up by an index; texts of thirty columns take a second to weigh.
        self.weighed = ("place", *self.found)
        super().__init__(setting)
        self.known_branches = frozenset(branches())
        self.segments = codes_in_use(CodeList.SEGMENT)
        # Nobody is there of a source system that comes in for the first time, and nobody else brings it in meanwhile.
        known = query("SELECT (SELECT true FROM crm.customers WHERE source_system = %s LIMIT 1) IS NOT NULL AS yes", (setting.source_system,))
        self.all_new = not known[0]["yes"]
        self.seen: set[int] = set()
        self.told: set[str] = set()

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        ready = dict(columns)
        found: Problems = {}
        self._check(rows, columns, found)
        self.leave_out(rows, ready, found, problems, TOGETHER)
        made = [str(uuid_utils.uuid7()) for _ in range(len(rows) * len(self.keys))]
        for place, key in enumerate(self.keys):  # in the order in which the rows are inserted, so that indexes grow at their end
            ready[key] = made[place :: len(self.keys)]
        for column, id_type in self.identifiers.items():
            ready[f"{column}_value"], ready[f"{column}_hash"], ready[f"{column}_hint"] = seal_column(id_type, columns[column])  # as its field made it
            hashes = ready[f"{column}_hash"]
            self._refuse_repeated(rows, hashes, column, problems)
        return ready

    def stage(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> Staged:
        """New words of names are made known ahead: two chunks that bring the same one would wait for each other."""
        if len(self.told) > _WORDS_REMEMBERED:
            self.told.clear()
        ahead = []
        for name in columns["full_name"]:
            if not self.told.issuperset(words := name.split()):
                self.told.update(words)
                ahead.append(name)
        return replace(super().stage(rows, columns), ahead=ahead or None)

    def announce(self, staged: Staged) -> None:
        query("SELECT crm.search_learn(ARRAY(SELECT crm.name_plain(name) FROM unnest(%s::text[]) AS name))", (staged.ahead,))

    def skip(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self.seen.update(map(hash, columns["source_key"]))

    def finish_file(self) -> None:
        """The words of names are counted anew, in the background."""
        defer("customers.recount_words", key="customers.recount_words")

    def _check(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> None:
        def refuse(place: int, field: str, reason: Text) -> None:
            problems.setdefault(place, []).append(Problem(field, reason))

        allowed = self.setting.branches
        if not self.known_branches.issuperset(columns["home_branch_code"]) or allowed is not None:
            for place, branch in zip(rows, columns["home_branch_code"], strict=True):
                if branch not in self.known_branches:
                    refuse(place, "home_branch_code", _NO_BRANCH)
                elif allowed is not None and branch not in allowed:
                    refuse(place, "home_branch_code", _NOT_YOURS)
        if "segment_code" in columns:
            refuse_unlisted(rows, columns["segment_code"], self.segments, "segment_code", problems)
        keys = set(map(hash, columns["source_key"]))
        if len(keys) < len(rows) or not self.seen.isdisjoint(keys):
            for place, key in zip(rows, map(hash, columns["source_key"]), strict=True):
                if key in self.seen:
                    refuse(place, "source_key", _TWICE)
                self.seen.add(key)
        self.seen |= keys
        if self.place and "latitude" in columns:
            for place, latitude, longitude in zip(rows, columns["latitude"], columns.get("longitude", columns["latitude"]), strict=True):
                if (latitude is None) is not (longitude is None):
                    refuse(place, "latitude", _HALF_PLACE)
        if "kind" in columns and "gender" in columns:
            for place, kind, gender in zip(rows, columns["kind"], columns["gender"], strict=True):
                if kind == Kind.ORGANISATION and gender in ("M", "F"):
                    refuse(place, "gender", _ORGANISATION_GENDER)

    @staticmethod
    def _refuse_repeated(rows: Sequence[int], hashes: Sequence[bytes | None], column: str, problems: Problems) -> None:
        """The same identifier twice in one chunk; over chunks the database knows the first one."""
        if len(set(hashes)) == len(hashes):
            return
        seen: set[bytes] = set()
        for place, digest in zip(rows, hashes, strict=True):
            if digest is not None and digest in seen and place not in problems:
                problems.setdefault(place, []).append(Problem(column, _shared(column)))
            elif digest is not None and place not in problems:
                seen.add(digest)

    def settle(self, result: Merged) -> None:
        known = 0 if self.all_new else self._look_up()
        if known:
            self._refuse_gender(result)
        if not (self.all_new and self._add_unseen(result)):
            for column, id_type in self.identifiers.items():
                owner = f"(SELECT i.customer_id FROM crm.customer_identifiers i WHERE i.id_type = '{id_type}' AND i.id_hash = s.{column}_hash LIMIT 1)"
                self.refuse(result, f"{owner} <> coalesce(s.customer_id, s.new_id)", column, _shared(column))
            result.added = self._add()
        if known:
            changed = self._change_own(result) | self._change_identifiers(result) | self._change_addresses(result)
            known = query(f"SELECT count(*) AS n FROM {self.name} WHERE customer_id IS NOT NULL")[0]["n"]
            result.changed, result.unchanged = len(changed), known - len(changed)

    def _add_unseen(self, result: Merged) -> bool:
        """Add new customers without asking first whether another has their identifiers; False when the unique index says so."""
        try:
            with transaction.atomic():
                result.added = self._add()
        except IntegrityError as error:
            cause = error.__cause__
            if not (isinstance(cause, UniqueViolation) and cause.diag.constraint_name == "customer_identifiers_once"):
                raise
            return False
        return True

    def _look_up(self) -> int:
        """Which rows are of known customers. Each row probes an index: a join could be planned as a scan of everybody."""
        kept = self._kept()
        differs = f"({', '.join(f'c.{column}' for column in kept)}) IS DISTINCT FROM ({', '.join(kept.values())})"
        known = execute(
            f"UPDATE {self.name} s SET customer_id = k.customer_id, differs = k.differs FROM (SELECT s.place, k.* FROM {self.name} s CROSS JOIN LATERAL "
            f"(SELECT c.customer_id, {differs} AS differs FROM crm.customers c WHERE c.source_system = %s AND c.source_key = s.source_key LIMIT 1) k) k WHERE k.place = s.place",
            (self.setting.source_system,),
        )
        if known:
            self._leave_retired()
            for column, id_type in self.identifiers.items():
                execute(
                    f"UPDATE {self.name} s SET {column}_id = k.identifier_id, {column}_old = k.id_hash FROM (SELECT s.place, k.* FROM {self.name} s CROSS JOIN LATERAL "
                    f"(SELECT i.identifier_id, i.id_hash FROM crm.customer_identifiers i WHERE i.customer_id = s.customer_id AND i.id_type = '{id_type}' AND i.is_primary LIMIT 1) k "
                    f"WHERE s.customer_id IS NOT NULL) k WHERE k.place = s.place"
                )
        return known

    def _refuse_gender(self, result: Merged) -> None:
        """Take out the rows by which an organisation would have a gender, the row's own or the stored one."""
        kept = {"kind": "c.kind", "gender": "c.gender", **self._kept()}
        becomes = (
            f"s.differs AND EXISTS (SELECT FROM crm.customers c WHERE c.customer_id = s.customer_id AND {kept['kind']} = '{Kind.ORGANISATION.value}'"
            f" AND {kept['gender']} IN ('{Gender.MALE.value}', '{Gender.FEMALE.value}'))"
        )
        if "gender" in self.own:
            self.refuse(result, f"s.gender IS NOT NULL AND {becomes}", "gender", _ORGANISATION_GENDER)
        if "kind" in self.own:
            self.refuse(result, becomes, "kind", _PERSON_GENDER)

    def _leave_retired(self) -> None:
        """What a steward took out of use does not come back with the next file."""
        if query("SELECT EXISTS (SELECT FROM crm.retired_identifiers) AS yes")[0]["yes"]:
            for column, id_type in self.identifiers.items():
                execute(
                    f"UPDATE {self.name} s SET {column}_hash = NULL FROM crm.retired_identifiers r "
                    f"WHERE r.customer_id = s.customer_id AND r.id_type = '{id_type}' AND r.id_hash = s.{column}_hash"
                )

    def _kept(self) -> dict[str, str]:
        """What a known customer's columns become: a blank cell keeps what is stored, unless the profile says that it clears."""
        kept = {column: f"coalesce(s.{column}, c.{column})" for column in self.own}
        for column in self.setting.cleared & kept.keys():
            kept[column] = self._new_value(column)
        if {"kind", "gender"} <= kept.keys() and "gender" not in self.setting.cleared:  # who has become an organisation has none
            kept["gender"] = f"coalesce(s.gender, CASE WHEN {kept['kind']} = '{Kind.PERSON.value}' THEN c.gender END)"
        return kept

    @staticmethod
    def _new_value(column: str) -> str:
        return f"coalesce(s.{column}, {DEFAULTS[column]})" if column in DEFAULTS else f"s.{column}"

    def _add(self) -> int:
        own = ", ".join(self.own)
        taken = ", ".join(map(self._new_value, self.own))
        added = execute(
            f"INSERT INTO crm.customers (customer_id, source_system, source_key, synced_at, {own}) "
            f"SELECT s.new_id, %s, s.source_key, now(), {taken} FROM {self.name} s WHERE s.customer_id IS NULL",
            (self.setting.source_system,),
        )
        if added and self.identifiers:
            execute(
                f"INSERT INTO crm.customer_identifiers (identifier_id, customer_id, id_type, id_value, id_hash, id_hint, is_primary) "
                f"SELECT v.id, s.new_id, v.id_type, v.value, v.hash, v.hint, true FROM {self.name} s CROSS JOIN LATERAL ({self._identifier_rows()}) v "
                f"WHERE s.customer_id IS NULL AND v.hash IS NOT NULL"
            )
        if added and self.place:
            columns, filled = self._place_values()
            execute(
                f"INSERT INTO crm.customer_addresses (address_id, customer_id, kind, {', '.join(columns)}) "
                f"SELECT s.address_new, s.new_id, '{AddressKind.HOME.value}', {', '.join(columns.values())} FROM {self.name} s WHERE s.customer_id IS NULL AND ({filled})"
            )
        return added

    def _identifier_rows(self) -> str:
        rows = ", ".join(f"('{id_type}', s.{column}_value, s.{column}_hash, s.{column}_hint, s.{column}_new)" for column, id_type in self.identifiers.items())
        return f"SELECT * FROM (VALUES {rows}) w (id_type, value, hash, hint, id)"

    def _changing(self, result: Merged, moved: str, fields: Mapping[str, tuple[str, str]], *, always: bool = False, first: str = "") -> set[int]:
        places, counts = kept(self.setting.run_id, moved, fields, always=always, first=first)
        result.fields.update(counts)
        return places

    def _change_own(self, result: Merged) -> set[int]:
        if not self._any("s.differs"):
            return set()
        changes = ", ".join(f"{column} = {value}" for column, value in self._kept().items())
        both = ", ".join(f"old.{column} AS old_{column}, new.{column} AS new_{column}" for column in self.own)
        return self._changing(
            result,
            f"UPDATE crm.customers c SET {changes}, synced_at = now(), updated_at = now(), version = c.version + 1 FROM {self.name} s "
            f"WHERE c.customer_id = s.customer_id AND s.differs RETURNING s.place, c.customer_id, {both}",
            {column: text_of(column, OWN[column]) for column in self.own},
        )

    def _change_identifiers(self, result: Merged) -> set[int]:
        changed: set[int] = set()
        for column, id_type in self.identifiers.items():
            value, digest, hint = f"s.{column}_value", f"s.{column}_hash", f"s.{column}_hint"
            if self._any(f"s.customer_id IS NOT NULL AND {digest} <> s.{column}_old"):
                changed |= self._changing(
                    result,
                    f"UPDATE crm.customer_identifiers i SET id_value = {value}, id_hash = {digest}, id_hint = {hint}, verified_at = NULL FROM {self.name} s "
                    f"WHERE i.identifier_id = s.{column}_id AND {digest} <> s.{column}_old RETURNING s.place, i.customer_id, old.id_hint AS old_hint, new.id_hint AS new_hint",
                    {column: ("m.old_hint", "m.new_hint")},
                    always=True,  # two numbers may look the same behind their mask
                )
            missing = f"s.customer_id IS NOT NULL AND {digest} IS NOT NULL AND s.{column}_id IS NULL"
            if self._any(missing):
                execute(
                    f"INSERT INTO crm.customer_identifiers (identifier_id, customer_id, id_type, id_value, id_hash, id_hint, is_primary) "
                    f"SELECT s.{column}_new, s.customer_id, '{id_type}', {value}, {digest}, {hint}, true FROM {self.name} s WHERE {missing} "
                    f"ON CONFLICT (id_type, id_hash) DO UPDATE SET is_primary = true"
                )
                changed |= self._changing(
                    result, f"SELECT s.place, s.customer_id, {hint} AS new_hint FROM {self.name} s WHERE {missing}", {column: ("NULL", "m.new_hint")}
                )
        return changed

    def _any(self, condition: str) -> bool:
        return bool(query(f"SELECT EXISTS (SELECT FROM {self.name} s WHERE {condition}) AS yes")[0]["yes"])

    def _place_values(self) -> tuple[dict[str, str], str]:
        """What an address's columns become, and the condition that a row has one."""
        taken = {column: f"coalesce(s.{column}, '')" if PLACE[column] == "text" else f"s.{column}" for column in self.place}
        if "latitude" in taken:
            taken["coordinate_source"] = "CASE WHEN s.latitude IS NOT NULL THEN 'IMPORT' END"
        return taken, " OR ".join(f"s.{column} IS NOT NULL" for column in self.place)

    def _cleared_place(self) -> frozenset[str]:
        cleared = self.setting.cleared
        return cleared | {"latitude", "longitude", "coordinate_source"} if cleared & {"latitude", "longitude"} else cleared

    @staticmethod
    def _kept_place(column: str) -> str:
        """A blank cell, which stands as empty text or NULL, keeps the stored part of the address."""
        return f"coalesce(nullif(excluded.{column}, ''), a.{column})" if PLACE.get(column, "text") == "text" else f"coalesce(excluded.{column}, a.{column})"

    def _change_addresses(self, result: Merged) -> set[int]:
        """Addresses of known customers."""
        if not self.place:
            return set()
        taken, filled = self._place_values()
        names = ", ".join(taken)
        becomes = {column: self._kept_place(column) for column in taken}
        if cleared := self._cleared_place() & taken.keys():
            filled += f" OR EXISTS (SELECT FROM crm.customer_addresses a WHERE a.customer_id = s.customer_id AND a.kind = '{AddressKind.HOME.value}')"
            becomes.update((column, f"excluded.{column}") for column in cleared)
        excluded = ", ".join(becomes.values())
        current = ", ".join(f"a.{column}" for column in taken)
        before, after = ("concat_ws(', ', " + ", ".join(f"nullif({row}.{part}, '')" for part in REGIONS) + ")" for row in ("old", "new"))
        return self._changing(
            result,
            f"SELECT s.place, put.* FROM put JOIN {self.name} s ON s.customer_id = put.customer_id",
            {"home_address": ("m.old_address", "m.new_address")},
            first=f"put AS (INSERT INTO crm.customer_addresses AS a (address_id, customer_id, kind, {names}) "
            f"SELECT s.address_new, s.customer_id, '{AddressKind.HOME.value}', {', '.join(taken.values())} FROM {self.name} s WHERE s.customer_id IS NOT NULL AND ({filled}) "
            f"ON CONFLICT (customer_id, kind) DO UPDATE SET ({names}) = ROW({excluded}), updated_at = now() WHERE ({current}) IS DISTINCT FROM ({excluded}) "
            f"RETURNING customer_id, {before} AS old_address, {after} AS new_address), ",
            always=True,  # what differs in the street alone reads the same on both sides
        )


def _shared(column: str) -> Text:
    what = {"nik": "NIK", "cif": "CIF"}.get(column)
    return _SHARED.format(what=what) if what else Text(id="Nomor ini milik nasabah lain.", en="This number belongs to another customer.")


TARGET = Target("customers", FIELDS, CustomerLoader, side_by_side=True)
