"""The catalogue: what can be learned, in plain words first."""
