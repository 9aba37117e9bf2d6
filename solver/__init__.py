"""Pure optimisation for praktijkleren: no files, no database, no clock but the budget."""
