"""Pages of opdrachten, for the planner and for the inlener."""
