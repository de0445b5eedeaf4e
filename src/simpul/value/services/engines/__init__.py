"""Where customers are scored in bulk: DuckDB in this process, Spark by configuration, or PostgreSQL itself.

Each engine fills the temporary table of the result by the one definition; so each gives the same answer.
"""
