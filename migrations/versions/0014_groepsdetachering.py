"""Groepsdetachering: a SW-bedrijf lends out groups under its own werkleiders, who grow into it."""

from migrations.revision import run_sql

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
