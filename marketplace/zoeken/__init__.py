"""Searching rows by words, forgiving of spelling; it knows nothing of what the rows are."""
