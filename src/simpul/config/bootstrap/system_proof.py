"""The secret that the web server proves SYSTEM with: the database holds what it compares with, written by whoever migrates."""

from __future__ import annotations

from typing import Any

import psycopg

from simpul.config.environment import SettingInvalid
from simpul.platform.crypto import KeyRing, hmac_blocks
from simpul.platform.crypto import system_proof as proof_of

_KEEP = """
INSERT INTO iam.system_proof_keys AS k (inner_block, outer_block) VALUES (%s, %s)
ON CONFLICT (is_only) DO UPDATE SET inner_block = excluded.inner_block, outer_block = excluded.outer_block, set_at = now()
 WHERE (k.inner_block, k.outer_block) IS DISTINCT FROM (excluded.inner_block, excluded.outer_block)
"""


def secret_keep(connection: psycopg.Connection[Any], ring: KeyRing) -> bool:
    """As the owner: from now on the proofs of this key file count, and no others; whether that is a change."""
    return connection.execute(_KEEP, hmac_blocks(ring.system_proof)).rowcount == 1


def require_accepted(connection: psycopg.Connection[Any], ring: KeyRing) -> None:
    """Raises: SettingInvalid when the database would not take this process for SYSTEM."""
    mark = (connection.execute("SELECT iam.session_mark()").fetchone() or (None,))[0]
    if mark is None:
        raise SettingInvalid("The database cannot tell the session of this login apart. Log in as simpul_app, or GRANT pg_read_all_stats TO simpul_proof.")
    if connection.execute("SELECT iam.system_ticket(%s) <> ''", [proof_of(str(mark), ring)]).fetchone() != (True,):
        raise SettingInvalid("The database knows another secret for SYSTEM than SIMPUL_KEYS_FILE holds. Run `simpul migrate` with this key file.")
