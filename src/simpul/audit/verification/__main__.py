"""`python -m verification --database URL --public-keys FILE --checkpoints FILE`: the verifier without Simpul."""

from __future__ import annotations

import argparse

from .command import add_arguments, directory_reader, tell


def main() -> int:
    """Verify the database that the options name; the exit status."""
    parser = argparse.ArgumentParser(prog="verification", description="Verify a sealed audit trail.")
    parser.add_argument("--database", required=True, metavar="URL", help="a login that reads the whole trail")
    add_arguments(parser)
    given = parser.parse_args()
    if given.public_keys is None or (given.checkpoints is None and not given.without_checkpoints):
        parser.error("name --public-keys, and --checkpoints or --without-checkpoints")
    return tell(given.database, given.public_keys, None if given.without_checkpoints else given.checkpoints, directory_reader(given.stored))


if __name__ == "__main__":
    raise SystemExit(main())
