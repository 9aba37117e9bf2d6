"""Who sees and writes which row: row-level security, and the doors before anybody is known."""

from migrations.revision import run_sql

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
