"""Runs of the optimiser: asked for, claimed by a worker, followed, ended."""
