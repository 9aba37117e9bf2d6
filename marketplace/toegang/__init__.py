"""Accounts, roles, sessions, the Actor of a request and the append-only record of what happened."""
