"""The placement test: ten words, each chosen by the answers so far, give a CEFR level."""
