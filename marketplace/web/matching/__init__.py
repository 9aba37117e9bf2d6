"""Pages of the planner: the plan, rekenruns, differences, why someone is not placed."""
