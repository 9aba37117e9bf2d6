"""Arbeidsmarktregios, their gemeenten and places, and the dated policies that a region plans by."""
