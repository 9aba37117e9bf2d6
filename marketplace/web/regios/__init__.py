"""A regio: its gemeenten and the policies that it plans by."""
