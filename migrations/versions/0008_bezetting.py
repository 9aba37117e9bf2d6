"""The one capacity that planners subtract: who is where under which praktijkopleider in which week."""

from migrations.revision import run_sql

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
