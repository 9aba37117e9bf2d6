"""A region small enough to reckon by hand: three kandidaten, two plekken, one praktijkopleider."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol, Toekenning

REGIO, ELDERS = "AM09", "AM07"
WEEK0 = date(2026, 11, 23)
BELEID: dict[str, object] = {
    "wachttermijn_weken": 13,
    "startweken_om_de": 1,
    "startweken_aantal": 4,
    "horizon_weken": 20,
    "niveau_is_eis": False,
    "fase_volgorde": False,
    "vouchers": 1,
    "gewichten": {
        "per_wachtweek": 2,
        "werkproces_dekking": 6,
        "sectorwens": 5,
        "reistijd": 3,
        "niveau": 2,
        "spoed": 2,
        "stabiliteit": 4,
    },
    "begeleiding_minuten": {"steeds_ernaast": 480, "af_en_toe": 240, "op_afroep": 90},
    "ondergrenzen": {},
    "ondergrens_prijs": 150,
    "spreiding": {"plaatsingen": 3, "prijs": 0},
    "rekenseconden": 2,
    "pin_weken": 8,
}
BASIS = """
    insert into regios (code, naam) values ('AM09', 'Achterhoek'), ('AM07', 'Midden-Gelderland');
    insert into gemeenten (id, naam) values (1876, 'Bronckhorst');
    insert into gemeente_regios (gemeente_id, regio_code, periode) values (1876, 'AM09', '[2024-01-01,)');
    insert into plaatsen (naam, gemeente_id, lat, lon, bron)
        values ('Zelhem', 1876, 52.006, 6.348, 'proef'), ('Vorden', 1876, 52.104, 6.309, 'proef');
    insert into postcodes (pc4, plaats_id) select '7021', id from plaatsen where naam = 'Zelhem';
    insert into sectoren (code, naam, kort) values ('groen', 'Groen', 'Groen'), ('zorg', 'Zorg', 'Zorg');
    insert into organisatiesoorten (code, naam) values ('werkgever', 'Werkgever');
    insert into rollen (code, naam, in_regio, organisatiesoorten) values
        ('accountmanager', 'Accountmanager', true, '{}'), ('werkgever', 'Werkgever', false, '{werkgever}');
    insert into plaatsingsvormen (code, naam, eist_erkenning) values
        ('proefplaatsing', 'Proefplaatsing', false), ('behoud_uitkering', 'Behoud van uitkering', true);
    insert into afwijsredenen (code, partij, tekst, gevolg) values
        ('te_ver', 'kandidaat', 'De reis is te ver.', 'minder_reizen'),
        ('ander_werk', 'kandidaat', 'De kandidaat wil ander werk.', 'nooit_dit_paar'),
        ('niet_dit_bedrijf', 'kandidaat', 'De kandidaat wil dit bedrijf niet.', 'niet_deze_vestiging'),
        ('nu_niet', 'werkgever', 'Er is nu te weinig tijd.', null);
    insert into organisaties (naam, soort, regio_code, voorbeeld) values
        ('Voorbeeld Tuinen', 'werkgever', 'AM09', true), ('Voorbeeld Elders', 'werkgever', 'AM09', true);
    insert into vestigingen (organisatie_id, naam, plaats_id)
        select organisatie.id, 'Vestiging', plaats.id from organisaties organisatie, plaatsen plaats
        where organisatie.naam = 'Voorbeeld Tuinen' and plaats.naam = 'Zelhem';
"""
KANDIDAAT = """
    insert into kandidaten (kenmerk, regio_code, gemeente_id, pc4, status, matchbaar_sinds, vervoermiddel,
        max_reistijd, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, praktijkleren,
        vormen, begeleiding, taal, voorbeeld)
    values ($1, 'AM09', 1876, '7021', 'matchbaar', $2, 'fiets', 60, 255, 960, 960, '[2026-11-01,2027-11-01)',
        6, 1, false, '{proefplaatsing}', '{300,120}', 3, true)
    returning id
"""
PLEK = """
    insert into leerwerkplekken (vestiging_id, regio_code, titel, sector, niveau, plaatsen, periode, dagdelen,
        minuten_min, minuten_max, taal, vormen, status, voorbeeld)
    select id, 'AM09', $1, 'groen', 1, $2, '[2026-11-01,2027-11-01)', 255, 480, 1440, 1, '{proefplaatsing}',
        'gepubliceerd', true
    from vestigingen
    returning id
"""


@dataclass(frozen=True, slots=True)
class KleineRegio:
    """The ids of what was made."""

    kandidaten: tuple[int, ...]
    plekken: tuple[int, ...]
    vestiging: int
    organisatie: int
    eigen: Actor
    vreemd: Actor
    werkgever: Actor


async def make_regio(conn: Connection) -> KleineRegio:
    """Insert the region as superuser; `conn` may be a connection as role app in a rolled-back transaction."""
    await conn.execute("reset role")
    await conn.execute(BASIS)
    for sleutel, waarde in BELEID.items():
        await conn.execute("insert into beleidssleutels (code, uitleg) values ($1, 'proef')", sleutel)
        await conn.execute(
            "insert into regio_beleid (regio_code, sleutel, waarde, vanaf, bron)"
            " values ('AM09', $1, $2::text::jsonb, '2024-01-01', 'proef')",
            sleutel,
            json.dumps(waarde),
        )
    plekken = await _make_plekken(conn)
    kandidaten = tuple(
        [
            await conn.fetchval(KANDIDAAT, f"K-000{number}", WEEK0 - timedelta(weeks=10 * number))
            for number in (1, 2, 3)
        ]
    )
    organisatie = await conn.fetchval("select id from organisaties where naam = 'Voorbeeld Tuinen'")
    made = KleineRegio(
        kandidaten=kandidaten,
        plekken=plekken,
        vestiging=await conn.fetchval("select id from vestigingen"),
        organisatie=organisatie,
        eigen=await _make_actor(conn, "eigen", Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code=REGIO)),
        vreemd=await _make_actor(conn, "vreemd", Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code=ELDERS)),
        werkgever=await _make_actor(
            conn, "werkgever", Toekenning(rol=Rol.WERKGEVER, organisatie_id=organisatie)
        ),
    )
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return made


async def _make_plekken(conn: Connection) -> tuple[int, ...]:
    """One plek with one plaats and one with two, both led by somebody with 360 minutes a week."""
    plekken = (await conn.fetchval(PLEK, "Tuin aanleggen", 1), await conn.fetchval(PLEK, "Gras maaien", 2))
    leider = await conn.fetchval(
        "insert into praktijkopleiders (vestiging_id, naam)"
        " select id, 'Voorbeeld' from vestigingen returning id"
    )
    await conn.execute(
        "insert into begeleidingscapaciteiten values ($1, '[2026-01-01,2028-01-01)', 'af_en_toe', 360)",
        leider,
    )
    await conn.executemany(
        "insert into leerwerkplek_praktijkopleiders values ($1, $2, '[2026-11-01,2027-11-01)')",
        [(plek, leider) for plek in plekken],
    )
    return plekken


async def _make_actor(conn: Connection, name: str, toekenning: Toekenning) -> Actor:
    """An account with one role, as an Actor."""
    email = f"{name}@voorbeeld.plekwijs.nl"
    number = await conn.fetchval(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ($1, $2, 'geen', '2026-01-01') returning id",
        email,
        name,
    )
    await conn.execute(
        "insert into account_rollen values ($1, $2, $3, $4)",
        number,
        toekenning.rol.value,
        toekenning.regio_code,
        toekenning.organisatie_id,
    )
    return Actor(account_id=number, naam=name, email=email, toekenningen=(toekenning,))
