"""One run of the optimiser, stored whole: question, instance, progress, outcome; PostgreSQL is its truth."""

from migrations.revision import run_sql

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
