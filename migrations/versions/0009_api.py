"""Keys for programs: accounts that nobody logs in with, what each key may do, and answers to repeat."""

from migrations.revision import run_sql

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
