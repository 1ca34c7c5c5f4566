"""What a learner achieved: pure queries, the same for the student, the tutor and the API.

``days`` gives figures by day, out of the daily roll-up and, where that is behind, out of the rows;
``streak``, ``cefr``, ``errors``, ``memory`` and ``sounds`` each answer one question; ``summary``
puts them together. ``rollup`` keeps the roll-up.
"""
