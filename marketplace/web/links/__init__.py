"""What a signed link opens, for who has no account or cannot come in."""
