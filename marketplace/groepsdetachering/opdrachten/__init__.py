"""The opdrachten of inleners: what is asked, what was agreed, and for whom it is nothing."""
