"""Pages of the week board and of what was published."""
