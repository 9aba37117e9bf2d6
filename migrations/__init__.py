"""The schema, forward only: each revision is a plain SQL file with a few lines of Python beside it."""
