"""The pages of tutors and admins, inside the Django admin."""
