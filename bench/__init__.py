"""One script for each measured claim; `python -m bench NAME` runs one, `python -m bench all` writes docs/performance.md."""
