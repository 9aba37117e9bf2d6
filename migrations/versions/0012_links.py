"""Signed links, and what may be done to accounts only through a function."""

from migrations.revision import run_sql

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
