"""The medewerkers: what each is up to, what speaks for a next step, and the way back of who left."""
