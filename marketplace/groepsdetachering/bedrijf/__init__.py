"""What a SW-bedrijf lends out groups with: its policy, treden, afdelingen, werkleiders, buses and stops."""
