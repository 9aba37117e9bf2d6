"""Gegevens: download them, read a file in, see what it would change, undo it."""
