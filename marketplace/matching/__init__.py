"""The planner that says which kandidaat goes to which leerwerkplek, from which week."""
