"""Plans, their voorstellen and what people decided; (kandidaat, plek) keeps its identity across plans."""

from migrations.revision import run_sql

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Run the plain SQL of the same name."""
    run_sql(__file__)
