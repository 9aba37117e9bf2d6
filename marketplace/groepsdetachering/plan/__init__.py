"""The groepsplannen: the week board, its moves, the rules, runs and what was published."""
