"""A SW-bedrijf with one medewerker and an open opdracht at Voorbeeld Tuinen, on the small region.

There is a second SW-bedrijf in the regio with a planner of its own, and a vestiging in another regio.
"""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import KleineRegio, _make_actor, make_regio

ROWS = """
    insert into organisatiesoorten values ('sw_bedrijf', 'SW-bedrijf');
    insert into rollen values ('planner', 'Planner', false, '{sw_bedrijf}'),
        ('werkleider', 'Werkleider', false, '{sw_bedrijf}'),
        ('praktijkopleider', 'Praktijkopleider', false, '{werkgever}');
    insert into voorwaarden values
        ('rustig', 'Rustig', 'Weinig geluid'), ('binnen', 'Binnen', 'Onder een dak');
    insert into organisaties (naam, soort, regio_code, voorbeeld) values
        ('Voorbeeld Werk', 'sw_bedrijf', 'AM09', true), ('Voorbeeld Ander Werk', 'sw_bedrijf', 'AM09', true),
        ('Voorbeeld Ver Weg', 'werkgever', 'AM07', true);
    insert into vestigingen (organisatie_id, naam, plaats_id)
        select organisatie.id, 'Kas', plaats.id from organisaties organisatie, plaatsen plaats
        where organisatie.naam in ('Voorbeeld Ver Weg', 'Voorbeeld Elders') and plaats.naam = 'Vorden';
    insert into detacheringsbeleid (organisatie_id) select id from organisaties where soort = 'sw_bedrijf';
    insert into treden (organisatie_id, nummer, naam)
        select organisatie.id, trede.nummer, trede.naam from organisaties organisatie,
        (values (1, 'Binnen'), (2, 'In een groep')) trede (nummer, naam)
        where soort = 'sw_bedrijf';
    insert into kwalificaties (crebo, dossier_crebo, dossier, naam, niveau, sector, geldig, bron)
        values (25258, 23192, 'Entree', 'Assistent groen', 1, 'groen', '[2015-08-01,)', 'proef');
    insert into werkprocessen (dossier_crebo, crebo, code, titel, uitleg, sector, voorbeeld, bron) values
        (23192, 25258, 'VB-GRO-01', 'Onkruid weghalen', 'Je haalt onkruid weg.', 'groen', true, 'proef'),
        (23192, 25258, 'VB-GRO-02', 'Hagen snoeien', 'Je knipt hagen.', 'groen', true, 'proef');
    insert into erkenningen (vestiging_id, crebo, periode, gecontroleerd_op)
        select id, 25258, '[2026-01-01,2030-01-01)', '2026-01-01' from vestigingen where naam = 'Vestiging';
"""
OPDRACHT = """
    insert into opdrachten (organisatie_id, vestiging_id, naam, kort, kleur, status, periode, dagen, minuten,
        minimum, maximum, gevraagd, toegezegd, waarde, tarief, trede, voorwaarden, trainingen, aangemaakt_op,
        voorbeeld)
    values ($1, $2, 'Voorbeeld perken', $3, 1, 'open', '[2026-11-02,2027-11-01)', 7, 360, 2, 6, 4, 2, 3,
        1250, 2, '{rustig}', '{VCA}', '2026-10-01', true)
    returning id
"""


@dataclass(frozen=True, slots=True)
class KleineOpdrachten:
    """The ids of what was made, and who looks: of the SW-bedrijf, of another one, of the inlener."""

    regio: KleineRegio
    bedrijf: int
    opdracht: int
    vestiging: int
    buurvestiging: int
    verre_vestiging: int
    werkprocessen: tuple[int, int]
    medewerker: int
    planner: Actor
    werkleider: Actor
    vreemd: Actor
    inlener: Actor
    praktijkopleider: Actor
    buurman: Actor


async def make_opdrachten(conn: Connection) -> KleineOpdrachten:
    """Insert it as superuser; `conn` may be a connection as role app in a rolled-back transaction."""
    regio = await make_regio(conn)
    await conn.execute("reset role")
    await conn.execute(ROWS)
    bedrijven = {row["naam"]: row["id"] for row in await conn.fetch("select id, naam from organisaties")}
    own, other = bedrijven["Voorbeeld Werk"], bedrijven["Voorbeeld Ander Werk"]
    firma, buur = regio.organisatie, bedrijven["Voorbeeld Elders"]
    places = {
        row["organisatie_id"]: row["id"]
        for row in await conn.fetch("select id, organisatie_id from vestigingen")
    }
    medewerker = regio.kandidaten[0]
    await conn.execute("update kandidaten set sw_bedrijf_id = $2 where id = $1", medewerker, own)
    await conn.execute(
        """
        insert into medewerkers (kandidaat_id, organisatie_id, trede, opbouw_vanaf)
        values ($1, $2, 1, '2026-11-02')
        """,
        medewerker,
        own,
    )
    opdracht = await conn.fetchval(OPDRACHT, own, regio.vestiging, "Perken")
    processes = [row["id"] for row in await conn.fetch("select id from werkprocessen order by code")]
    await conn.execute(
        "insert into opdracht_werkprocessen values ($1, $2, $3, 2, true)", own, opdracht, processes[0]
    )
    await conn.execute("insert into opdracht_gesloten values ($1, $2, '2026-12-25')", own, opdracht)
    made = KleineOpdrachten(
        regio=regio,
        bedrijf=own,
        opdracht=opdracht,
        vestiging=regio.vestiging,
        buurvestiging=places[buur],
        verre_vestiging=places[bedrijven["Voorbeeld Ver Weg"]],
        werkprocessen=(processes[0], processes[1]),
        medewerker=medewerker,
        planner=await _make_actor(conn, "planner", Toekenning(rol=Rol.PLANNER, organisatie_id=own)),
        werkleider=await _make_actor(conn, "werkleider", Toekenning(rol=Rol.WERKLEIDER, organisatie_id=own)),
        vreemd=await _make_actor(conn, "andere_planner", Toekenning(rol=Rol.PLANNER, organisatie_id=other)),
        inlener=regio.werkgever,
        praktijkopleider=await _make_actor(
            conn, "praktijkopleider", Toekenning(rol=Rol.PRAKTIJKOPLEIDER, organisatie_id=firma)
        ),
        buurman=await _make_actor(conn, "buurman", Toekenning(rol=Rol.WERKGEVER, organisatie_id=buur)),
    )
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return made
