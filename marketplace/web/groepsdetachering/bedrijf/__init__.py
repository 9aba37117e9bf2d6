"""Pages of what a SW-bedrijf lends out groups with."""
