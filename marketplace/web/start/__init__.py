"""The first page after logging in: the work of whoever comes in."""
