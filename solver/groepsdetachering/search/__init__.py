"""A compiled search for the groups of one week."""
