"""Organisatie, vestiging, kwalificaties, werkprocessen, erkenningen, opleidingen and praktijkopleiders."""

from migrations.revision import run_sql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
