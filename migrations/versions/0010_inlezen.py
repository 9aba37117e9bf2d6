"""Files that were read in: checked, written, undone."""

from migrations.revision import run_sql

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
