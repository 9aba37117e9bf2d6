"""Plekwijs, the service: capabilities below, web and worker on top."""
