"""Alembic's entry: all revisions in one transaction, one migrator at a time."""

import asyncio

from alembic import context
from sqlalchemy import Connection, make_url, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

LOCK = 7_533_594_769  # an arbitrary number of our own; alembic itself takes no lock


def run(connection: Connection) -> None:
    """Bring the database to the newest revision."""
    context.configure(connection=connection, transactional_ddl=True)
    with context.begin_transaction():
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        context.run_migrations()


async def run_online() -> None:
    """Connect as the owner through asyncpg."""
    url = make_url(context.config.attributes["dsn"]).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


asyncio.run(run_online())
