"""Fill an empty database with what every real region needs, and let its first beheerder in.

Regions, gemeenten, places, codes and the catalogue come from the tables beside this; nobody and no firm is
made up. The policies are a beginning that the regiocoordinator of the region replaces, and say so.
"""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING

import asyncpg

from marketplace.clock import clock_at
from marketplace.toegang.links import LENGTH
from marketplace.toegang.model import Doel, Rol
from marketplace.toegang.service import hash_token
from seed.beleid import insert_beleid
from seed.catalogus import add_codes, add_kwalificaties, add_werkprocessen
from seed.gebied import add_plaatsen, add_regios
from seed.load import NotEmpty, is_empty
from seed.rijen import Rijen

if TYPE_CHECKING:
    from marketplace.clock import Clock
    from marketplace.db import Connection
    from marketplace.settings import Settings

BRON = "waarde om mee te beginnen, geen beleid van de regio"


class UnknownRegio(ValueError):
    """There is no region with this code."""


class CannotBegin(RuntimeError):
    """Why nothing was filled, in Dutch, for the person at the terminal."""


async def begin(conn: Connection, *, clock: Clock, regio_code: str, email: str, naam: str) -> str:
    """Fill the database in one transaction; returns the token of the link for the first beheerder.

    Raises NotEmpty when there is something already, UnknownRegio for a code that is not one of the 35, and
    CheckViolationError for an address or name that the database refuses.
    """
    rijen = Rijen()
    add_regios(rijen)
    add_plaatsen(rijen)
    add_codes(rijen)
    add_kwalificaties(rijen)
    add_werkprocessen(rijen)
    if regio_code not in {row["code"] for row in rijen.tables["regios"]}:
        raise UnknownRegio(regio_code)
    async with conn.transaction():
        if not await is_empty(conn):
            raise NotEmpty("The database is not empty: nothing was loaded.")
        await rijen.copy_to(conn)
        await insert_beleid(conn, regio_code=regio_code, bron=BRON)
        return await _invite(conn, clock, regio_code, email, naam)


async def _invite(conn: Connection, clock: Clock, regio_code: str, email: str, naam: str) -> str:
    """Make the account, its role and the link with which it chooses a password."""
    now, token = clock.now(), secrets.token_urlsafe(32)
    account_id = await conn.fetchval(
        "insert into accounts (email, naam, aangemaakt_op) values ($1, $2, $3) returning id", email, naam, now
    )
    await conn.execute(
        "insert into account_rollen (account_id, rol, regio_code) values ($1, $2, $3)",
        account_id,
        Rol.BEHEERDER,
        regio_code,
    )
    await conn.execute(
        """
        insert into links (token_hash, doel, account_id, gemaakt_door, gemaakt_op, verloopt_op)
        values ($1, $2, $3, $3, $4, $5)
        """,
        hash_token(token),
        Doel.UITNODIGING,
        account_id,
        now,
        now + LENGTH[Doel.UITNODIGING],
    )
    return token


async def _begin_from_settings(settings: Settings, regio_code: str, email: str, naam: str) -> str:
    """Connect as eigenaar and begin."""
    conn = await asyncpg.connect(settings.url_of_owner())
    try:
        clock = clock_at(settings.vandaag)
        return await begin(conn, clock=clock, regio_code=regio_code, email=email, naam=naam)
    finally:
        await conn.close()


def main(settings: Settings, regio_code: str, email: str, naam: str) -> str:
    """`python -m marketplace begin`: fill an empty database; returns what to say, with the link.

    Raises CannotBegin with a sentence, and then has changed nothing.
    """
    try:
        token = asyncio.run(_begin_from_settings(settings, regio_code, email, naam))
    except NotEmpty:
        raise CannotBegin("Deze database is niet leeg. Er is niets veranderd.") from None
    except UnknownRegio:
        raise CannotBegin(
            f"{regio_code} is geen code van een arbeidsmarktregio. Kies bijvoorbeeld AM09 (Achterhoek)."
        ) from None
    except asyncpg.CheckViolationError:
        raise CannotBegin(
            "Dit e-mailadres of deze naam kan niet. Kijk of het klopt. Er is niets veranderd."
        ) from None
    days = LENGTH[Doel.UITNODIGING].days
    return (
        f"De database is gevuld. Met deze link kiest {naam} een wachtwoord. "
        f"De link werkt {days} dagen en één keer:\n"
        f"{settings.base_url}/link/wachtwoord/{token}"
    )
