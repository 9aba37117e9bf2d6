"""Files that come in and go out: checked first, written in one transaction, undone within a day."""
