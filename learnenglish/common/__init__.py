"""What every app may import: base model, errors, problem details, pagination, environment."""
