"""Counts over everything, for who keeps the service running; reads only."""
