"""PostgreSQL 18 that Simpul runs itself: real server binaries from a Python package, one directory per cluster."""
