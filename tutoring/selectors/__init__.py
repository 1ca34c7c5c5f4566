"""What is read in tutoring, a file per idea."""
