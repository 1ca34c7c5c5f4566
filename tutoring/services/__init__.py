"""What changes in tutoring, a file per idea."""
