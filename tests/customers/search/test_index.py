"""The index follows the customers within the transaction that changes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction

from simpul.customers.search.find import find
from simpul.customers.search.query import read
from simpul.customers.tasks import recount_words
from simpul.platform.db import execute, query, scope
from tests.support import customers as make
from tests.support.database import rows

pytestmark = pytest.mark.django_db


def count(actor: Any, username: str, written: str) -> int:
    with scope(actor(username)):
        return find(read(written)).count


@contextmanager
def as_search() -> Iterator[None]:
    """The role that owns the search functions; the index is closed to every other."""
    execute("SET LOCAL ROLE simpul_search")
    yield
    execute("SET LOCAL ROLE simpul_app")


def words() -> set[str]:
    with as_search():
        return {row["token"] for row in query("SELECT token FROM crm.search_tokens")}


def test_a_new_name_is_found_at_once_and_the_old_one_no_longer(actor: Any) -> None:
    customer = make.customer("Siti Aminah")
    with rows():
        execute("UPDATE crm.customers SET full_name = 'Qonita Zulfaidah' WHERE customer_id = %s", (customer.id,))

    assert count(actor, "agent_mdn", "qonita zulfaidah") == 1
    assert count(actor, "agent_mdn", "qonitta zulfaida") == 1
    assert count(actor, "agent_mdn", "siti aminah") == 0


def test_a_customer_who_moves_is_found_where_they_are_now(actor: Any) -> None:
    customer = make.customer("Siti Aminah", "MDN")
    with rows():
        execute("UPDATE crm.customers SET home_branch_code = 'BNJ' WHERE customer_id = %s", (customer.id,))

    for written in ("siti aminah", "aminah", "sity aminah", "081234567678"):
        assert (count(actor, "agent_mdn", written), count(actor, "agent_bnj", written)) == (0, 1), written


def test_a_portfolio_that_changes_hands_is_found_by_the_new_manager(actor: Any) -> None:
    customer = make.customer("Siti Aminah", rm="rm_mdn")
    assert (count(actor, "rm_mdn", "siti"), count(actor, "rm_mdn_2", "siti")) == (1, 0)
    with rows():
        execute("UPDATE crm.customer_assignments SET active = false, ended_at = now() WHERE customer_id = %s", (customer.id,))

    assert (count(actor, "rm_mdn", "siti"), count(actor, "rm_mdn_2", "siti")) == (0, 0)


def test_what_search_does_not_read_leaves_the_index_alone(actor: Any) -> None:
    customer = make.customer("Siti Aminah")
    with as_search():
        before = query("SELECT xmin::text, cmin::text FROM crm.customer_search WHERE customer_id = %s", (customer.id,))
    with rows():
        execute("UPDATE crm.customers SET email = 'x@example.co.id', version = version + 1 WHERE customer_id = %s", (customer.id,))
    with as_search():
        assert query("SELECT xmin::text, cmin::text FROM crm.customer_search WHERE customer_id = %s", (customer.id,)) == before


def test_a_change_undone_is_undone_in_the_index(actor: Any) -> None:
    customer = make.customer("Siti Aminah")
    with pytest.raises(RuntimeError), transaction.atomic():
        with rows():
            execute("UPDATE crm.customers SET full_name = 'Qonita' WHERE customer_id = %s", (customer.id,))
        raise RuntimeError

    assert (count(actor, "agent_mdn", "siti aminah"), count(actor, "agent_mdn", "qonita")) == (1, 0)
    assert "qonita" not in words()


def test_the_count_of_words_forgets_those_that_nobody_has(organisation: None) -> None:
    customer = make.customer("Zulfaidah Siti")
    make.customer("Siti Aminah")
    with rows():
        execute("UPDATE crm.customers SET full_name = 'Siti' WHERE customer_id = %s", (customer.id,))
    assert "zulfaidah" in words()

    execute("SET LOCAL ROLE simpul_worker")
    recount_words()
    execute("SET LOCAL ROLE simpul_app")

    assert words() == {"siti", "aminah"}
    with as_search():
        assert query("SELECT token, df FROM crm.search_tokens ORDER BY token") == [{"token": "aminah", "df": 1}, {"token": "siti", "df": 2}]
        assert query("SELECT DISTINCT token FROM crm.search_token_keys ORDER BY token") == [{"token": "aminah"}, {"token": "siti"}]


def test_the_words_of_a_branch_follow_its_customers_and_are_forgotten_with_the_next_count(organisation: None) -> None:
    customer = make.customer("Siti Aminah", "MDN")
    make.customer("Siti Lubis", "BNJ")
    with rows():
        execute("UPDATE crm.customers SET home_branch_code = 'BNJ', full_name = 'Qonita Aminah' WHERE customer_id = %s", (customer.id,))

    def known() -> list[tuple[str, str, int]]:
        with as_search():
            found = query("SELECT b.branch_code, t.token, t.df FROM crm.search_branch_tokens t JOIN iam.branches b USING (branch_no) ORDER BY 1, 2")
        return [(row["branch_code"], row["token"], row["df"]) for row in found]

    own = [("BNJ", "aminah", 1), ("BNJ", "lubis", 1), ("BNJ", "qonita", 1), ("BNJ", "siti", 1)]
    assert known() == [*own, ("MDN", "aminah", 1), ("MDN", "siti", 1)]

    execute("SET LOCAL ROLE simpul_worker")
    recount_words()
    execute("SET LOCAL ROLE simpul_app")
    assert known() == own


def test_words_are_heard_anew_with_the_keys_of_their_sound(organisation: None) -> None:
    make.customer("Jahja")
    with as_search():
        kept = query("SELECT key, token FROM crm.search_token_keys ORDER BY key")
        execute("DELETE FROM crm.search_token_keys WHERE key >= '~'")
        execute("INSERT INTO crm.search_token_keys (key, token) VALUES ('~jah?a', 'jahja')")
        execute("UPDATE crm.search_tokens SET sound = 'jahja'")
        execute("SELECT crm.search_resound()")
        assert query("SELECT key, token FROM crm.search_token_keys ORDER BY key") == kept
        assert query("SELECT sound FROM crm.search_tokens") == [{"sound": "iahia"}]


def test_no_entry_stays_postponed_where_every_search_would_read_it_again(organisation: None) -> None:
    for number in range(30):
        make.customer(f"Siti Aminah {number}", phone_e164=None)

    execute("SET LOCAL ROLE simpul_owner")
    merged = [query("SELECT gin_clean_pending_list(%s::regclass) AS pages", (f"crm.customer_search_{index}_idx",)) for index in ("toks", "branch_toks")]
    execute("SET LOCAL ROLE simpul_app")
    assert merged == [[{"pages": 0}], [{"pages": 0}]]


def test_words_can_be_made_known_before_anybody_has_them(organisation: None) -> None:
    execute("SELECT crm.search_learn(ARRAY['zulfaidah siti', 'siti'])")

    with as_search():
        assert query("SELECT token, df FROM crm.search_tokens ORDER BY token") == [{"token": "siti", "df": 2}, {"token": "zulfaidah", "df": 1}]
    customer = make.customer("Zulfaidah Siti")
    with as_search():
        assert query("SELECT count(*) AS n FROM crm.search_tokens") == [{"n": 2}]
        assert query("SELECT sort_name FROM crm.customer_search WHERE customer_id = %s", (customer.id,)) == [{"sort_name": "zulfaidah siti"}]


def test_each_new_word_is_known_with_every_letter_unknown_in_turn_and_nothing_else_is_a_word(organisation: None) -> None:
    execute("SELECT crm.search_learn(ARRAY['anna sitti', 'a?? x? anna Siti', %s])", ("n" * 41,))

    with as_search():
        assert query("SELECT array_agg(token ORDER BY token) AS words FROM crm.search_tokens") == [{"words": ["anna", "sitti"]}]
        keys = {(row["key"], row["token"]) for row in query("SELECT key, token FROM crm.search_token_keys")}
    assert keys == {
        *(("anna"[:i] + "?" + "anna"[i + 1 :], "anna") for i in range(4)),
        *(("sitti"[:i] + "?" + "sitti"[i + 1 :], "sitti") for i in range(5)),
        *(("~" + "siti"[:i] + "?" + "siti"[i + 1 :], "sitti") for i in range(4)),
    }


def test_the_index_can_be_made_anew(actor: Any) -> None:
    for name in ("Siti Aminah", "Budi Santoso"):
        make.customer(name, phone_e164=None)
    with as_search():
        execute("DELETE FROM crm.customer_search")
        execute("DELETE FROM crm.search_tokens")
        execute("DELETE FROM crm.search_token_keys")
        execute("SELECT crm.search_rebuild()")

    assert (count(actor, "agent_mdn", "siti aminah"), count(actor, "agent_mdn", "bubi santoso")) == (1, 1)
