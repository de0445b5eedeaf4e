"""Transactions: one row is one booking on one account, known by (source system, key)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Mapping, Sequence

import uuid_utils

from simpul.customers.public import hash_of, normalise
from simpul.imports.public import Field, Merged, Problem, Problems, Setting, TableLoader, Target, bad, fields
from simpul.platform import clock
from simpul.platform.db import execute, query
from simpul.platform.jobs import defer
from simpul.platform.text import Text
from simpul.value.ordering import in_order_of_balance

_UNKNOWN = Text(id="Rekening tidak ditemukan.", en="There is no such account.")
_BOOKED = Text(id="Transaksi ini sudah dibukukan dengan isi lain.", en="This transaction was booked with other contents.")
_NOT_YOURS = Text(id="Rekening di luar cabang Anda.", en="The account is outside your branches.")
_OTHER_DAY = Text(id="Waktu dan tanggal buku tidak cocok.", en="The time does not fit the booking day.")
_OWNERS = "SELECT DISTINCT customer_id FROM crm.customer_identifiers WHERE id_type = 'ACCOUNT_NO' AND id_hash = ANY (%s)"
SCORED_AT_ONCE = 1_000  # accounts; after a larger file all customers are scored
OPENS, CLOSES = time(8), time(16)


def _past(value: Any) -> Any:
    return fields.past_day(clock.today())(value)


def _instant(value: Any) -> datetime:
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise bad("Bukan waktu (yyyy-mm-dd hh:mm).", "This is no instant (yyyy-mm-dd hh:mm).") from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=clock.JAKARTA)
    if moment > clock.now():
        raise bad("Waktu di masa depan.", "The instant lies in the future.")
    return moment


def _account(value: Any) -> str:
    written = normalise("ACCOUNT_NO", value)
    if not 3 <= len(written) <= 34:
        raise bad("Nomor rekening 3 sampai 34 huruf dan angka.", "An account number has 3 to 34 letters and digits.")
    return written


_word = fields.pattern(r"[A-Z][A-Z0-9_]{1,39}", "Harus huruf besar, angka, dan _.", "It takes capital letters, digits and _.")
FIELDS = {
    "source_key": Field(fields.text(120), required=True),
    "account_no": Field(_account, required=True),
    "booked_on": Field(_past, required=True, few=True),
    "occurred_at": Field(_instant),
    "direction": Field(fields.choice(("IN", "OUT")), required=True, few=True),
    "amount": Field(fields.decimal(15, 2, least=Decimal("0.01")), required=True),
    "currency": Field(fields.pattern(r"[A-Z]{3}", "Kode mata uang tiga huruf.", "A currency code has three letters."), few=True),
    "kind": Field(_word, required=True, few=True),
    "channel": Field(_word, few=True),
    "counterparty": Field(fields.text(200)),
    "balance_after": Field(fields.decimal(15, 2)),
}


class TransactionLoader(TableLoader):
    """Adds what is new. A booking is never changed: the same key with other contents is refused.

    Option `order = "balance"`: the source has days but no times; within a day an account's bookings take the order in
    which their balances follow from each other, spread over the opening hours.
    """

    name = "import_transactions"
    columns = {
        "new_id": "uuid", "source_key": "text", "account_hash": "bytea", "account_hint": "text", "booked_on": "date", "occurred_at": "timestamptz", "direction": "text", "amount": "numeric",
        "currency": "text", "kind": "text", "channel": "text", "counterparty": "text", "balance_after": "numeric",
    }  # fmt: skip

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        execute("DROP TABLE IF EXISTS pg_temp.import_accounts")
        execute("CREATE TEMP TABLE import_accounts (account_hash bytea, customer_id uuid) ON COMMIT DELETE ROWS")
        self.accounts: dict[str, tuple[bytes, str]] = {}
        self.balances: dict[str, Decimal] = {}

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        known = self.accounts
        for account in set(columns["account_no"]) - known.keys():
            known[account] = (hash_of("ACCOUNT_NO", account), account[-4:])
        found = [known[account] for account in columns["account_no"]]
        # Keys are made here: the server's own uuidv7() takes ten times as long.
        new_ids = [str(uuid_utils.uuid7()) for _ in rows]
        ready = {**columns, "new_id": new_ids, "account_hash": [one[0] for one in found], "account_hint": [one[1] for one in found]}
        if "currency" not in columns:
            ready["currency"] = ["IDR"] * len(rows)
        if self.setting.options.get("order") == "balance":
            ready["occurred_at"] = self._spread(columns)
        elif "occurred_at" not in columns:
            ready["occurred_at"] = [
                datetime.combine(day, time(12), clock.JAKARTA) if isinstance(day, date) else f"{day} 12:00+07" for day in columns["booked_on"]
            ]
        else:
            self._check_days(rows, columns, problems)
        return ready

    def skip(self, columns: Mapping[str, Sequence[Any]]) -> None:
        if self.setting.options.get("order") == "balance":
            self._spread(columns)

    @staticmethod
    def _check_days(rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> None:
        for place, moment, day in zip(rows, columns["occurred_at"], columns["booked_on"], strict=True):
            if isinstance(moment, datetime) and abs((moment.astimezone(clock.JAKARTA).date() - day).days) > 7:
                problems.setdefault(place, []).append(Problem("occurred_at", _OTHER_DAY))

    def _spread(self, columns: Mapping[str, Sequence[Any]]) -> list[datetime]:
        """Times for rows that have none; remembers each account's last balance for the next chunk."""
        groups: dict[tuple[date, str], list[int]] = {}
        for number, key in enumerate(zip(columns["booked_on"], columns["account_no"], strict=True)):
            groups.setdefault(key, []).append(number)
        amounts, after, directions = columns["amount"], columns["balance_after"], columns["direction"]
        moments: list[Any] = [None] * len(amounts)
        for (day, account), numbers in sorted(groups.items()):
            steps = [(amounts[n] if directions[n] == "IN" else -amounts[n], after[n]) for n in numbers]
            order = in_order_of_balance(steps, self.balances.get(account))
            opens = datetime.combine(day, OPENS, clock.JAKARTA)
            pause = (datetime.combine(day, CLOSES, clock.JAKARTA) - opens) / (len(numbers) + 1)
            for turn, which in enumerate(order, start=1):
                moments[numbers[which]] = opens + timedelta(seconds=int((pause * turn).total_seconds()))
            self.balances[account] = after[numbers[order[-1]]]
        return moments

    def settle(self, result: Merged) -> None:
        # Whose each account is: looked up once for each, by its index.
        execute("DELETE FROM import_accounts")
        owner = "SELECT i.customer_id FROM crm.customer_identifiers i WHERE i.id_type = 'ACCOUNT_NO' AND i.id_hash = a.account_hash LIMIT 1"
        execute(f"INSERT INTO import_accounts SELECT a.account_hash, ({owner}) FROM (SELECT DISTINCT account_hash FROM {self.name}) a")
        execute("ANALYZE import_accounts")
        if query("SELECT EXISTS (SELECT FROM import_accounts WHERE customer_id IS NULL) AS yes")[0]["yes"]:
            self.refuse(result, "s.account_hash IN (SELECT account_hash FROM import_accounts WHERE customer_id IS NULL)", "account_no", _UNKNOWN)
        if self.setting.branches is not None:
            reached = "SELECT a.account_hash FROM import_accounts a JOIN crm.customers c ON c.customer_id = a.customer_id WHERE c.home_branch_code = ANY (%s)"
            self.refuse(result, f"s.account_hash NOT IN ({reached})", "account_no", _NOT_YOURS, [list(self.setting.branches)])
        kept = [column for column in self.columns if column != "new_id"]
        result.added = execute(
            f"INSERT INTO crm.transactions (transaction_id, customer_id, source_system, {', '.join(kept)}) "
            f"SELECT s.new_id, a.customer_id, %s, {', '.join(f's.{column}' for column in kept)} FROM {self.name} s "
            f"JOIN import_accounts a ON a.account_hash = s.account_hash ORDER BY s.place ON CONFLICT (source_system, source_key) DO NOTHING",
            (self.setting.source_system,),
        )
        staged = self._staged()
        if result.added < staged:
            same = "(t.account_hash, t.booked_on, t.direction, t.amount) IS NOT DISTINCT FROM (s.account_hash, s.booked_on, s.direction, s.amount)"
            self.refuse(
                result,
                f"NOT (SELECT {same} FROM crm.transactions t WHERE t.source_system = %s AND t.source_key = s.source_key LIMIT 1)",
                "source_key",
                _BOOKED,
                [self.setting.source_system],
            )
            result.unchanged = self._staged() - result.added

    def finish_file(self) -> None:
        """What each customer moved is counted anew, and the customers are scored anew, in the background."""
        defer("value.recount_transactions", key="value.recount_transactions")
        if len(self.accounts) > SCORED_AT_ONCE:
            defer("value.compute_rfm", key="value.compute_rfm")
        elif self.accounts:
            owners = query(_OWNERS, ([hashed for hashed, _ in self.accounts.values()],))
            defer("value.score_customers", customer_ids=[str(row["customer_id"]) for row in owners])

    def _staged(self) -> int:
        return int(query(f"SELECT count(*) AS n FROM {self.name}")[0]["n"])


TARGET = Target("transactions", FIELDS, TransactionLoader, at_once=50_000, side_by_side=True)
