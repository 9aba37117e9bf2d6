"""The pages of groepsdetachering: the week board, the people, the opdrachten, the company behind them."""
