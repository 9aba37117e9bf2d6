"""The words of what happened: a file for each onderwerp, its row in `woorden.py`."""
