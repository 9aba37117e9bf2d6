"""Pages on which hours of groups are filled in, confirmed and taken along."""
