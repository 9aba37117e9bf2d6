"""A SW-bedrijf in the small region: a planner, a werkleider, a stranger at another SW-bedrijf."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.beleid import begin
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import KleineRegio, make_regio

KLOK = FixedClock(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
WEEK = date(2026, 11, 16)
ROWS = """
    insert into organisatiesoorten (code, naam) values ('sw_bedrijf', 'SW-bedrijf');
    insert into rollen (code, naam, in_regio, organisatiesoorten) values
        ('planner', 'Planner', false, '{sw_bedrijf}'), ('werkleider', 'Werkleider', false, '{sw_bedrijf}');
    insert into organisaties (naam, soort, regio_code, voorbeeld) values
        ('Voorbeeld Werkplein', 'sw_bedrijf', 'AM09', true),
        ('Voorbeeld Buren', 'sw_bedrijf', 'AM09', true);
    insert into kwalificaties (crebo, dossier_crebo, dossier, naam, niveau, sector, geldig, bron)
        values (25258, 23192, 'Entree', 'Assistent groen', 1, 'groen', '[2015-08-01,)', 'proef');
    insert into werkprocessen (dossier_crebo, crebo, code, titel, uitleg, sector, voorbeeld, bron) values
        (23192, 25258, 'VB-GRO-01', 'Onkruid weghalen', 'Je haalt onkruid weg.', 'groen', true, 'proef'),
        (23192, 25258, 'VB-GRO-02', 'Hagen snoeien', 'Je knipt hagen.', 'groen', true, 'proef');
    insert into trede_voorbeelden (voorbeeld, nummer, naam, uitleg, fase, bron) values
        ('Voorbeeld drie', 1, 'Leren', 'Binnen leren werken', 'binnen', 'proef'),
        ('Voorbeeld drie', 2, 'Samen naar buiten', 'In een groep', 'buiten_beschermd', 'proef'),
        ('Voorbeeld drie', 3, 'Alleen naar buiten', 'Met begeleiding', 'regulier', 'proef'),
        ('Voorbeeld een', 1, 'Werken', 'Er is maar één trede', null, 'proef');
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KleinBedrijf:
    """The ids of what was made, and who comes; with a clock that stands still."""

    id: int
    buren: int
    regio: KleineRegio
    planner: Actor
    werkleider: Actor
    vreemd: Actor
    werkprocessen: tuple[int, ...]
    plaatsen: tuple[int, ...]
    bij: Bij = field(default=Bij(clock=KLOK, organisatie_id=0))


async def make_bedrijf(conn: Connection, *, begonnen: bool = True) -> KleinBedrijf:
    """Insert the small region with two SW-bedrijven; the first has begun, unless that is said otherwise."""
    regio = await make_regio(conn)
    unbound = await conn.fetchval("select current_user <> session_user")
    await conn.execute("reset role")
    await conn.execute(ROWS)
    ids = [
        row[0]
        for row in await conn.fetch("select id from organisaties where soort = 'sw_bedrijf' order by id")
    ]
    made = KleinBedrijf(
        id=ids[0],
        buren=ids[1],
        regio=regio,
        planner=await _make_account(conn, "planner", Rol.PLANNER, ids[0]),
        werkleider=await _make_account(conn, "werkleider", Rol.WERKLEIDER, ids[0]),
        vreemd=await _make_account(conn, "buurplanner", Rol.PLANNER, ids[1]),
        werkprocessen=tuple(row[0] for row in await conn.fetch("select id from werkprocessen order by code")),
        plaatsen=tuple(row[0] for row in await conn.fetch("select id from plaatsen order by naam")),
        bij=Bij(clock=KLOK, organisatie_id=ids[0]),
    )
    if begonnen:
        await begin(conn, made.planner, made.bij, None)
    if unbound:
        await conn.execute("set local role app_ongebonden")
    return made


async def _make_account(conn: Connection, naam: str, rol: Rol, organisatie_id: int) -> Actor:
    """An account with one role at a SW-bedrijf."""
    email = f"{naam}@voorbeeld.plekwijs.nl"
    number = await conn.fetchval(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ($1, $2, 'geen', '2026-01-01') returning id",
        email,
        naam,
    )
    await conn.execute(
        "insert into account_rollen values ($1, $2, null, $3)", number, rol.value, organisatie_id
    )
    held = (Toekenning(rol=rol, organisatie_id=organisatie_id),)
    return Actor(account_id=number, naam=naam, email=email, toekenningen=held)


OPDRACHT = """
    insert into opdrachten (organisatie_id, vestiging_id, naam, kort, status, periode, dagen, minuten,
        minimum, maximum, gevraagd, trede, aangemaakt_op)
    values ($1, $2, 'Tuin', 'Tuin', 'open', '[2026-11-01,2027-11-01)', 31, 360, 1, 6, 4, $3, '2026-11-01')
    returning id
"""


async def plan_group(
    conn: Connection, bedrijf: KleinBedrijf, werkleider_id: int, bus_id: int | None, week: date, status: str
) -> None:
    """Let a group run on a Monday in a plan with this status, as superuser; the role is left at that."""
    await conn.execute("reset role")
    opdracht = await conn.fetchval(OPDRACHT, bedrijf.id, bedrijf.regio.vestiging, 1)
    told = status in ("gepubliceerd", "historie")
    plan = await conn.fetchval(
        """
        insert into groepsplannen (organisatie_id, status, van, weken, gemaakt_op, gepubliceerd_op,
            gepubliceerd_door, geldt_vanaf)
        values ($1, $2, $3, 4, '2026-11-01', $4, $5, $6) returning id
        """,
        bedrijf.id,
        status,
        week,
        datetime(2026, 11, 2, tzinfo=UTC) if told else None,
        bedrijf.planner.account_id if told else None,
        week if told else None,
    )
    await conn.execute(
        "insert into groepsplan_groepen (plan_id, organisatie_id, opdracht_id, week, werkleider_id, bus_id)"
        " values ($1, $2, $3, $4, $5, $6)",
        plan,
        bedrijf.id,
        opdracht,
        week,
        werkleider_id,
        bus_id,
    )
    await conn.execute(
        "insert into groepsplan_dagen"
        " (plan_id, organisatie_id, opdracht_id, week, dag, werkleider_id, bus_id)"
        " values ($1, $2, $3, $4, 0, $5, $6)",
        plan,
        bedrijf.id,
        opdracht,
        week,
        werkleider_id,
        bus_id,
    )


async def hire(
    conn: Connection, bedrijf: KleinBedrijf, kandidaat_id: int, trede: int, afdeling_id: int | None
) -> None:
    """Let a kandidaat be a medewerker, as superuser; the role is left at that."""
    await conn.execute("reset role")
    await conn.execute("update kandidaten set sw_bedrijf_id = $2 where id = $1", kandidaat_id, bedrijf.id)
    await conn.execute(
        "insert into medewerkers (kandidaat_id, organisatie_id, afdeling_id, trede, opbouw_vanaf)"
        " values ($1, $2, $3, $4, '2026-11-16')",
        kandidaat_id,
        bedrijf.id,
        afdeling_id,
        trede,
    )
