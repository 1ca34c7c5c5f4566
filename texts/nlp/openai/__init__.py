"""The engine that asks a model of OpenAI, or of a server that speaks the same protocol."""
