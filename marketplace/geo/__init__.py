"""Where places are and how long the way between them takes."""
