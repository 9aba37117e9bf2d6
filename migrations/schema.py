"""What the migrations add up to, as one file: `python -m migrations.schema` writes schema.sql."""

import re
import subprocess
import tempfile
from pathlib import Path

from marketplace.cluster import binaries
from marketplace.embedded import EmbeddedPostgres
from marketplace.migrate import migrate

SCHEMA = Path(__file__).with_name("schema.sql")
HEADER = "-- What the migrations add up to. Written by ./dev schema, never by hand.\n\n"
NOISE = re.compile(r"^(--.*|SET .*|SELECT pg_catalog\.set_config.*|\\(un)?restrict .*)$\n?", re.MULTILINE)


def dump_schema(dsn: str) -> str:
    """The schema of a database as SQL, without what differs from one dump to the next."""
    options = ["--schema-only", "--no-owner", "--exclude-table=alembic_version"]
    command: list[str | Path] = [binaries() / "pg_dump", *options, dsn]
    dumped = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return HEADER + re.sub(r"\n{3,}", "\n\n", NOISE.sub("", dumped)).strip() + "\n"


def main() -> None:
    """Migrate an empty database and write down what it holds."""
    with (
        tempfile.TemporaryDirectory(prefix="plekwijs-schema-") as folder,
        EmbeddedPostgres(Path(folder) / "data", fsync=False) as dsns,
    ):
        migrate(dsns.eigenaar)
        SCHEMA.write_text(dump_schema(dsns.eigenaar), encoding="utf-8")


if __name__ == "__main__":
    main()
