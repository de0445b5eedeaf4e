"""How fast a sealed trail is verified, against a plain count of the same rows; the trail is written and sealed for it."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

import psycopg

from bench.environment import Size, machine, prepare
from simpul.audit.sealing import keys
from simpul.audit.sealing.checkpoints import CheckpointFile
from simpul.audit.sealing.sealer import Sealer
from simpul.audit.verification.command import verify
from simpul.config.bootstrap.database import address
from simpul.config.cli.installation import DATABASE
from simpul.platform.ids import SYSTEM_ID

_PER_TRANSACTION = 2_000
_FILL = """
INSERT INTO audit.audit_logs (action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key, ip_address, user_agent, request_id, outcome,
                              meta)
SELECT (ARRAY['VIEW_PROFILE', 'SEARCH_CUSTOMER', 'UPDATE_CUSTOMER', 'REVEAL_FIELD'])[1 + n %% 4], 'CUSTOMER', gen_random_uuid()::text, gen_random_uuid(),
       'C' || n %% 100, %s, 'AGENT', '10.0.0.1', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
       gen_random_uuid()::text, 'ALLOWED', jsonb_build_object('fields', ARRAY['phone_e164', 'email'], 'results', n)
  FROM generate_series(1, %s) n
"""


def main() -> None:
    """Print rows a second of sealing and verifying, and the ratio to a plain count."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=500_000)
    given = arguments.parse_args()
    installation = prepare(Size(1_000, 10_000, 0))
    place = Path(tempfile.mkdtemp(prefix="simpul-bench-seals-"))
    database = f"{DATABASE}_verify"
    urls = {role: address(installation.admin_url, role, installation.keys["database"][role], database) for role in ("simpul_sealer", "simpul_backup")}
    try:
        with psycopg.connect(installation.admin_url, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
            admin.execute(f"CREATE DATABASE {database} TEMPLATE {DATABASE}")
            admin.execute(f"GRANT CONNECT ON DATABASE {database} TO simpul_sealer, simpul_backup")
        with psycopg.connect(installation.admin_url, dbname=database, autocommit=True) as admin:
            for _ in range(0, given.rows, _PER_TRANSACTION):
                admin.execute(_FILL, [SYSTEM_ID, _PER_TRANSACTION])
            admin.execute("VACUUM ANALYZE audit.audit_logs")
        measure(urls["simpul_sealer"], urls["simpul_backup"], place)
    finally:
        shutil.rmtree(place)
        with psycopg.connect(installation.admin_url, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


def measure(sealing: str, reading: str, place: Path) -> None:
    """Seal what is there, verify it, count it."""
    key_file, checkpoints = place / "seal-key.json", place / "checkpoints.ndjson"
    keys.make(key_file)
    with psycopg.connect(sealing, autocommit=True) as connection:
        began = time.perf_counter()
        made = Sealer(connection, keys.load(key_file), CheckpointFile(checkpoints)).catch_up()
        sealed_in = time.perf_counter() - began
    processor = time.process_time()
    report, _ = verify(reading, keys.public_file(key_file), checkpoints)
    processor = time.process_time() - processor
    counted_in = []
    with psycopg.connect(reading) as connection:
        for _ in range(3):
            began = time.perf_counter()
            connection.execute("SELECT count(*) FROM audit.audit_logs")
            counted_in.append(time.perf_counter() - began)
    rows, pace = report.rows, report.rows / report.seconds
    print(machine())
    print(f"sealed {rows:,} rows in {len(made)} seals, {rows / sealed_in:,.0f} rows/s")
    print(f"verified in {report.seconds:.1f} s, {pace:,.0f} rows/s (budget 20,000), {processor:.1f} s of the verifier's processor")
    print(f"plain count {min(counted_in):.2f} s, {rows / min(counted_in):,.0f} rows/s: verifying takes {report.seconds / min(counted_in):.0f} times as long")


if __name__ == "__main__":
    main()
