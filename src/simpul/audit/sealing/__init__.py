"""Sealing the trail: blocks of ended transactions, Merkle roots, a signed chain, checkpoints outside the database.

Runs under the database role `simpul_sealer` on a connection of its own. The verifier (`simpul.audit.verification`) shares
no code with it, so that a mistake here is found there.
"""
