"""Roulatie: a group learns at several companies in turn."""
