"""Bringing a database to the newest revision; forward only."""

import asyncio

import asyncpg

from marketplace.settings import ROOT

MIGRATIONS = ROOT / "migrations"
ROLES = ("app", "worker")
CURRENT = "select version_num from alembic_version"
FOUND_ROLES = "select rolname from pg_roles where rolname = any($1::text[])"


class MissingRoles(RuntimeError):
    """The roles that the migrations grant to do not exist; the message says how to make them."""


def migrate(dsn: str) -> None:
    """Run what has not run yet, as the owner; raises MissingRoles. Starts an event loop of its own."""
    from alembic import command  # noqa: PLC0415 (0.6 s that a start without new migrations saves)
    from alembic.config import Config  # noqa: PLC0415 (idem)

    asyncio.run(check_roles(dsn))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["dsn"] = dsn
    command.upgrade(config, "head")


def newest_revision() -> str:
    """The number of the last migration file."""
    return max(path.stem[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


async def is_current(dsn: str) -> bool:
    """Whether the newest revision has run already; saves loading alembic at each start."""
    conn = await asyncpg.connect(dsn)
    try:
        return str(await conn.fetchval(CURRENT)) == newest_revision()
    except asyncpg.UndefinedTableError:
        return False
    finally:
        await conn.close()


async def check_roles(dsn: str) -> None:
    """Raise MissingRoles where one lacks: we grant to roles but never make them, for they have passwords."""
    conn = await asyncpg.connect(dsn)
    try:
        found = {row["rolname"] for row in await conn.fetch(FOUND_ROLES, list(ROLES))}
    finally:
        await conn.close()
    missing = [role for role in ROLES if role not in found]
    if missing:
        make = " ".join(f"create role {role} login password '…';" for role in missing)
        raise MissingRoles(f"The database lacks the role(s) {', '.join(missing)}. Make them: {make}")
