"""Changing segments and campaigns, and sending what was approved."""
