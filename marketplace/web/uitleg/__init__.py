"""How Plekwijs reckons, told to everyone who is in: rules, wishes with their weights, and assumptions."""
