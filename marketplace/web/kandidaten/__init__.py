"""The pages of kandidaten: the list, a profile in plain words, editing it, and who it is, for a purpose."""
