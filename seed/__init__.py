"""The example Achterhoek: real places and names of codes, invented firms, plekken and people."""
