"""SQL that lives in files beside the migrations that run it."""

from __future__ import annotations

from pathlib import Path


def sql_file(migration: str, *names: str) -> str:
    """The texts of `sql/<name>` in the domain of the migration file, one after the other.

    What a later migration replaces and brings back on its way down stands in a file of its own, run by both.
    """
    folder = Path(migration).resolve().parents[1] / "sql"
    return "\n".join((folder / name).read_text() for name in names)


def unprotected(*tables: str) -> str:
    """SQL that takes all policies of these tables away and row-level security with them: the way back of `iam.protect`."""
    names = ", ".join(f"'{table}'" for table in tables)
    return f"""
DO $$
DECLARE
    target regclass;
    policy name;
BEGIN
    FOREACH target IN ARRAY ARRAY[{names}]::regclass[] LOOP
        FOR policy IN SELECT polname FROM pg_policy WHERE polrelid = target LOOP
            EXECUTE format('DROP POLICY %I ON %s', policy, target);
        END LOOP;
        EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', target);
    END LOOP;
END $$;
"""
