"""A published rooster on paper: what stands on it (`gegevens`), and a template of typst for each reader."""
