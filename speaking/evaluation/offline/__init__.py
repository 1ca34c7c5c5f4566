"""Evaluation without a network: what can be measured from the words and their times.

``engine`` puts it together. ``speech`` knows words, fillers and sentences, ``timing`` pauses and
rates, ``fluency``, ``grammar``, ``vocabulary`` and ``completeness`` give a score each, ``advice``
says it in sentences. Every formula is in one place, with where it comes from.
"""
