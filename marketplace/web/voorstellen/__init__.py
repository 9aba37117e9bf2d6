"""Pages of one voorstel: why, what else, and what people decide."""
