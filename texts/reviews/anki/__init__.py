"""Anki packages (.apkg): decks come in and go out. Knows neither Django nor the database."""
