"""Builds the lexicon's data file from WordNet 3.1 and small files of our own."""
