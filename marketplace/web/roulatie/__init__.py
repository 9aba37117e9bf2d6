"""The pages of roulaties: set up, board, what people tell, what happens, the end."""
