"""The pages of groepen: people who are registered at once, and start or not, together."""
