"""More people around the small region, each with one role, and a mbo-school."""

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import REGIO, KleineRegio, _make_actor


async def make_actor(
    conn: Connection, rol: Rol, *, regio_code: str | None = None, organisatie_id: int | None = None
) -> Actor:
    """An account with one role, made as superuser; the connection is role app afterwards where it was."""
    await conn.execute("reset role")
    await conn.execute(
        "insert into rollen select $1::text, $1::text, true, array_agg(code) from organisatiesoorten"
        " on conflict do nothing",
        rol.value,
    )
    place = Toekenning(rol=rol, regio_code=regio_code, organisatie_id=organisatie_id)
    made = await _make_actor(conn, f"{rol.value}-{regio_code or organisatie_id}", place)
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return made


async def beheerder_of(conn: Connection, regio: KleineRegio) -> Actor:
    """The beheerder of the first organisatie."""
    return await make_actor(conn, Rol.BEHEERDER, organisatie_id=regio.organisatie)


async def make_opleider(conn: Connection) -> int:
    """A mbo-school in the regio."""
    await conn.execute("reset role")
    await conn.execute("insert into organisatiesoorten (code, naam) values ('mbo', 'Mbo-school')")
    made: int = await conn.fetchval(
        "insert into organisaties (naam, soort, regio_code) values ('Voorbeeldcollege', 'mbo', $1)"
        " returning id",
        REGIO,
    )
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return made
