"""Groepsdetachering: a SW-bedrijf lends out groups under its own werkleiders, who grow into it."""
