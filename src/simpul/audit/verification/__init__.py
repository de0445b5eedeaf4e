"""Checking the trail against its seals and against the checkpoints outside the database.

Written apart from `simpul.audit.sealing`: it imports nothing of Simpul, reads with plain psycopg, and has its own encoding,
tree and file reader, so that neither a mistake nor a hand in the sealer's code passes unseen. An auditor can run it from a
copy of this directory alone: `python -m verification`, with the options of `simpul audit_verify`.
"""
