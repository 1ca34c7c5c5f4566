"""Evaluation with a model's help: it corrects and advises, and measures nothing.

``engine`` puts it together: the offline evaluation first, which has everything that comes from
the sound, then the model's ``replies``, of which ``checking`` lets through what was really said.
"""
