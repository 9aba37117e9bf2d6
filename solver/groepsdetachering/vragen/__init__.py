"""Questions of a planner about a plan: what would be different if."""
