"""What every revision does: run the SQL file of the same name whole."""

from pathlib import Path
from typing import Any

from alembic import op


def run_sql(module_file: str) -> None:
    """Run the .sql beside a revision module; asyncpg takes several statements when unprepared."""
    sql = Path(module_file).with_suffix(".sql").read_text(encoding="utf-8")
    driver: Any = op.get_bind().connection.dbapi_connection  # SQLAlchemy leaves the driver's own untyped
    driver.run_async(lambda conn: conn.execute(sql))
