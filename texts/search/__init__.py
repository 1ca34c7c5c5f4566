"""Search over explanations: FTS5 on SQLite, ``tsvector`` and ``pg_trgm`` on PostgreSQL."""
