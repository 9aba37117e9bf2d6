"""Reservekopieën: the whole database in one file and back, by a person at the terminal."""
