"""Nightly upkeep: what is derived from other rows is checked against them and repaired."""
