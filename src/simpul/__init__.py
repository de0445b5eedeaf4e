"""Simpul: the CRM for Indonesian organisations that answer to a regulator or the public."""

__version__ = "0.1.0"
