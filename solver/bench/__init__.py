"""Instances made from a seed, and the comparison of baselines with the solver."""
