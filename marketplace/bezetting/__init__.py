"""Who is at which plek under which praktijkopleider in which week: the one capacity of all planners."""
