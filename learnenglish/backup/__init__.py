"""Backup and restore: the database, and everything people left in the file storage."""
