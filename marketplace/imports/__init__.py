"""Files that come in: every row that is right, and every cell that is not, with its place."""
