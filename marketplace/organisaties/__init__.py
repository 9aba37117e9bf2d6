"""Organisaties and their vestigingen, erkenningen, opleidingen and praktijkopleiders."""
