"""A lesson's summary and homework, drafted by a cloud engine for a tutor to change and approve."""
