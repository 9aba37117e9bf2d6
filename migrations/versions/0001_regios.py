"""Regions, gemeenten with dated membership, dated policies, the gazetteer, and the domains of all tables."""

from migrations.revision import run_sql

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
