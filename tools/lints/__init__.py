"""Rules of the house that ruff and import-linter do not know, each one function from files to findings."""
