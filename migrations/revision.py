"""What every revision does: run the SQL file of the same name whole."""

from pathlib import Path
from typing import Any

from alembic import op


def run_sql(module_file: str) -> None:
    """Run the .sql beside a revision module; asyncpg takes many statements at once only outside prepared ones."""
    sql = Path(module_file).with_suffix(".sql").read_text(encoding="utf-8")
    adapted: Any = (
        op.get_bind().connection.dbapi_connection
    )  # SQLAlchemy types the driver's own connection as Any
    adapted.run_async(lambda conn: conn.execute(sql))
