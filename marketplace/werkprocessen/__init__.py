"""The catalogue: what can be learnt, under which conditions of work and in which legal form."""
