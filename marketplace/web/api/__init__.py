"""API v1: each noun declares its operations; routes, openapi.json and the reference are made of them."""
