"""A plek at a vestiging: what really happens there, what it takes, asks and offers, and who leads it when."""

from migrations.revision import run_sql

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
