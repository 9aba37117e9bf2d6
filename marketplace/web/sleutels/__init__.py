"""Keys for programs: the beheerder of a place makes them, sees their last use and withdraws them."""
