"""Who may come in, what they may do where, their sessions, and the append-only record of what happened."""

from migrations.revision import run_sql

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
