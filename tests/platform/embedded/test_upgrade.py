"""The way to another major version of PostgreSQL, proven within one: the same programs serve as old and new."""

from __future__ import annotations

import psycopg
import pytest

from simpul.platform.embedded.errors import EmbeddedError
from simpul.platform.embedded.upgrade import upgrade


def test_data_and_logins_come_over_and_the_former_data_stays(cluster):
    cluster.start()
    with psycopg.connect(cluster.url()) as connection:
        connection.execute("CREATE ROLE someone LOGIN PASSWORD 'theirs'")
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 100) AS i")
    cluster.stop()

    former = upgrade(cluster, cluster.bin, force=True)

    assert former == cluster.home / "data.18"
    assert (former / "PG_VERSION").exists()
    cluster.start()
    with psycopg.connect(cluster.url("someone", "theirs")) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("someone",)
    with psycopg.connect(cluster.url()) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (100,)


def test_a_running_or_current_database_is_refused(cluster, place):
    with pytest.raises(EmbeddedError, match="There is no database in"):
        upgrade(cluster, place)
    cluster.start()
    with pytest.raises(EmbeddedError, match="is of PostgreSQL 18 already"):
        upgrade(cluster, cluster.bin)
    with pytest.raises(EmbeddedError, match=r"holds no PostgreSQL that the user .* can run"):
        upgrade(cluster, place / "nowhere", force=True)
    with pytest.raises(EmbeddedError, match="The database is running"):
        upgrade(cluster, cluster.bin, force=True)
