"""People with the roles that count for kandidaten, in the small region."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import KleineRegio
from tests.marketplace.web.conftest import password_hash

ROWS = """
    insert into rollen values ('planner', 'Planner', false, '{sw_bedrijf}'),
        ('jobcoach', 'Jobcoach', false, '{sw_bedrijf}'), ('consulent', 'Consulent', false, '{gemeente}'),
        ('kandidaat', 'Kandidaat', true, '{}'), ('regiocoordinator', 'Regiocoordinator', true, '{}');
    insert into organisatiesoorten (code, naam) values ('sw_bedrijf', 'SW'), ('gemeente', 'Gemeente');
    insert into organisaties (naam, soort, regio_code) values ('Voorbeeld SW', 'sw_bedrijf', 'AM09'),
        ('Voorbeeld SW daar', 'sw_bedrijf', 'AM07'), ('Voorbeeld Gemeente', 'gemeente', 'AM09');
    update kandidaten set sw_bedrijf_id = (select id from organisaties where naam = 'Voorbeeld SW')
        where kenmerk = 'K-0002';
"""


@dataclass(frozen=True, slots=True)
class Mensen:
    """The planner of K-0002, others bound to K-0001, who was bound to it, and strangers of the same kinds."""

    sw_bedrijf: int
    planner: Actor
    vreemde_planner: Actor
    jobcoach: Actor
    vreemde_jobcoach: Actor
    consulent: Actor
    kandidaat: Actor
    coordinator: Actor


async def add_mensen(conn: Connection, regio: KleineRegio) -> Mensen:
    """Insert them as superuser or eigenaar, and be role app again where the connection was."""
    await conn.execute("reset role")
    await conn.execute(ROWS)
    first = regio.kandidaten[0]
    made = Mensen(
        sw_bedrijf=await conn.fetchval("select id from organisaties where naam = 'Voorbeeld SW'"),
        planner=await _at(conn, "planner", Rol.PLANNER, "Voorbeeld SW"),
        vreemde_planner=await _at(conn, "vreemde_planner", Rol.PLANNER, "Voorbeeld SW daar"),
        jobcoach=await _bound(
            conn, await _at(conn, "jobcoach", Rol.JOBCOACH, "Voorbeeld SW"), Rol.JOBCOACH, first
        ),
        vreemde_jobcoach=await _at(conn, "vreemde_jobcoach", Rol.JOBCOACH, "Voorbeeld SW"),
        consulent=await _at(conn, "consulent", Rol.CONSULENT, "Voorbeeld Gemeente"),
        kandidaat=await _bound(conn, await _account(conn, "kandidaat"), Rol.KANDIDAAT, first),
        coordinator=await _in_regio(conn, "coordinator", Rol.REGIOCOORDINATOR, "AM09"),
    )
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return made


async def _account(conn: Connection, name: str) -> Actor:
    """An account without a role."""
    email = f"{name}@voorbeeld.plekwijs.nl"
    number = await conn.fetchval(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ($1, $2, $3, '2026-01-01') returning id",
        email,
        name,
        password_hash(),
    )
    return Actor(account_id=number, naam=name, email=email, toekenningen=())


def _with(who: Actor, toekenning: Toekenning) -> Actor:
    """The same account with one more role."""
    return Actor(
        account_id=who.account_id,
        naam=who.naam,
        email=who.email,
        toekenningen=(*who.toekenningen, toekenning),
    )


async def _at(conn: Connection, name: str, rol: Rol, organisatie: str) -> Actor:
    """An account with a role at an organisatie."""
    who = await _account(conn, name)
    place = await conn.fetchval("select id from organisaties where naam = $1", organisatie)
    await conn.execute("insert into account_rollen values ($1, $2, null, $3)", who.account_id, rol, place)
    return _with(who, Toekenning(rol=rol, organisatie_id=place))


async def _in_regio(conn: Connection, name: str, rol: Rol, regio_code: str) -> Actor:
    """An account with a role in a regio."""
    who = await _account(conn, name)
    await conn.execute(
        "insert into account_rollen values ($1, $2, $3, null)", who.account_id, rol, regio_code
    )
    return _with(who, Toekenning(rol=rol, regio_code=regio_code))


async def _bound(conn: Connection, who: Actor, rol: Rol, kandidaat_id: int) -> Actor:
    """The same account, bound to a person since long."""
    await conn.execute(
        "insert into kandidaat_betrokkenen (kandidaat_id, account_id, rol, periode)"
        " values ($1, $2, $3, '[2020-01-01,)')",
        kandidaat_id,
        who.account_id,
        rol,
    )
    return _with(who, Toekenning(rol=rol, kandidaat_id=kandidaat_id))
