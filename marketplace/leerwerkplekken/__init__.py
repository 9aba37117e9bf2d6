"""Leerwerkplekken: what really happens there, what they take, ask and offer, and who leads them when."""
