"""Attaching, opening, hiding and keeping documents."""
