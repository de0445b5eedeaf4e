"""What an installation has before its first migration: database roles, database, schemas, and its keys."""
