"""Handing messages over: claim, gate, hand over, and what came of it."""
