"""One person, pseudonymous; identity apart with its own access log; groups of people registered together."""

from migrations.revision import run_sql

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
