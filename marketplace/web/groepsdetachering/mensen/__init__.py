"""Pages of medewerkers: who is where, what speaks for a next step, the way back."""
