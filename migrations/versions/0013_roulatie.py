"""Roulatie: a group learns at several companies in turn, from cohort to what comes after."""

from migrations.revision import run_sql

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
