"""What the small region has besides: a catalogue, an erkenning, identity, and an organisatie next door."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import KleineRegio

ROWS = """
    insert into gemeenten (id, naam) values (202, 'Arnhem');
    insert into gemeente_regios (gemeente_id, regio_code, periode) values (202, 'AM07', '[2024-01-01,)');
    insert into plaatsen (naam, gemeente_id, lat, lon, bron) values ('Arnhem', 202, 51.98, 5.91, 'proef');
    insert into postcodes (pc4, plaats_id) select '6811', id from plaatsen where naam = 'Arnhem';
    insert into postcodes (pc4, plaats_id) select '7251', id from plaatsen where naam = 'Vorden';
    insert into voorwaarden (code, naam, uitleg) values
        ('rustige_plek', 'Rustige plek', 'Er is een rustige plek.'),
        ('niet_tillen', 'Niet zwaar tillen', 'Zwaar tillen hoeft niet.');
    insert into kwalificaties (crebo, dossier_crebo, dossier, naam, niveau, sector, geldig, bron)
        values (25258, 23192, 'Entree', 'Assistent groen', 1, 'groen', '[2015-08-01,)', 'proef');
    insert into werkprocessen (dossier_crebo, crebo, code, titel, uitleg, sector, voorbeeld, bron) values
        (23192, 25258, 'VB-GRO-01', 'Onkruid weghalen', 'Je haalt onkruid weg.', 'groen', true, 'proef'),
        (23192, 25258, 'VB-GRO-02', 'Hagen snoeien', 'Je knipt hagen.', 'groen', true, 'proef');
    insert into erkenningen (vestiging_id, crebo, periode, gecontroleerd_op)
        select id, 25258, '[2026-01-01,2030-01-01)', '2026-01-01' from vestigingen;
    insert into erkenning_werkprocessen
        select erkenning.id, werkproces.id from erkenningen erkenning, werkprocessen werkproces
        where werkproces.code = 'VB-GRO-01';
    insert into leerwerkplek_werkprocessen
        select plek.id, werkproces.id from leerwerkplekken plek, werkprocessen werkproces
        where werkproces.code = 'VB-GRO-01';
    insert into vestigingen (organisatie_id, naam, plaats_id)
        select organisatie.id, 'Buren', plaats.id from organisaties organisatie, plaatsen plaats
        where organisatie.naam = 'Voorbeeld Elders' and plaats.naam = 'Vorden';
    insert into praktijkopleiders (vestiging_id, naam)
        select id, 'Buurvrouw' from vestigingen where naam = 'Buren';
    insert into leerwerkplekken (vestiging_id, regio_code, titel, sector, niveau, plaatsen, periode, dagdelen,
        minuten_min, minuten_max, taal, vormen, status)
        select id, 'AM09', 'Plek bij de buren', 'zorg', 1, 1, '[2026-11-01,2027-11-01)', 255, 480, 1440, 1,
            '{proefplaatsing}', 'concept' from vestigingen where naam = 'Buren';
    insert into kandidaat_sectorwensen select id, 1, 'groen' from kandidaten where kenmerk = 'K-0001';
    insert into kandidaat_werkprocessen
        select kandidaat.id, werkproces.id, 'gewenst' from kandidaten kandidaat, werkprocessen werkproces
        where kandidaat.kenmerk = 'K-0001' and werkproces.code = 'VB-GRO-01';
    insert into persoonsgegevens (kandidaat_id, naam, geboortedatum, telefoon)
        select id, 'Sanne Voorbeeld', '1990-05-01', '06-00000001' from kandidaten where kenmerk = 'K-0001';
    insert into opleidingen (organisatie_id, crebo, periode, regio_codes)
        select id, 25258, '[2026-01-01,2030-01-01)', '{AM09}' from organisaties
        where naam = 'Voorbeeld Elders';
"""


@dataclass(frozen=True, slots=True)
class Details:
    """The ids of what was added; `buurman` is the werkgever of the other organisatie."""

    werkprocessen: tuple[int, int]
    praktijkopleider: int
    buren_vestiging: int
    buren_plek: int
    buren_praktijkopleider: int
    buurman: Actor


async def add_details(conn: Connection, regio: KleineRegio) -> Details:
    """Insert them as superuser or eigenaar, and be role app again where the connection was."""
    await conn.execute("reset role")
    await conn.execute(ROWS)
    buren = await conn.fetchval("select id from organisaties where naam = 'Voorbeeld Elders'")
    toekenning = Toekenning(rol=Rol.WERKGEVER, organisatie_id=buren)
    account = await conn.fetchval(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ('buurman@voorbeeld.plekwijs.nl', 'buurman', 'geen', '2026-01-01') returning id"
    )
    await conn.execute("insert into account_rollen values ($1, 'werkgever', null, $2)", account, buren)
    werkprocessen = await conn.fetch("select id from werkprocessen order by code")
    leider = "select id from praktijkopleiders where vestiging_id = $1"
    vestiging = await conn.fetchval("select id from vestigingen where naam = 'Buren'")
    made = Details(
        werkprocessen=(werkprocessen[0]["id"], werkprocessen[1]["id"]),
        praktijkopleider=await conn.fetchval(leider, regio.vestiging),
        buren_vestiging=vestiging,
        buren_plek=await conn.fetchval("select id from leerwerkplekken where vestiging_id = $1", vestiging),
        buren_praktijkopleider=await conn.fetchval(leider, vestiging),
        buurman=Actor(account_id=account, naam="buurman", email="buurman", toekenningen=(toekenning,)),
    )
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return made


async def occupy(conn: Connection, regio: KleineRegio, kandidaat: int, plek: int, week: object) -> None:
    """Let somebody be at a plek in one week, at their own workplace, for an hour of guidance."""
    await conn.execute("reset role")
    await conn.execute(
        """
        insert into bezetting (kandidaat_id, leerwerkplek_id, praktijkopleider_id, week, minuten, bron)
        select $1, $2, inzet.praktijkopleider_id, $3, 60, 'eigen_werkplek'
        from leerwerkplek_praktijkopleiders inzet where inzet.leerwerkplek_id = $2
        """,
        regio.kandidaten[kandidaat],
        regio.plekken[plek],
        week,
    )
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
