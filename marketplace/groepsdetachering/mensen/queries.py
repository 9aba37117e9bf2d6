"""The SQL that reads medewerkers: who reads the people of a SW-bedrijf sees them."""

from collections.abc import Sequence

import asyncpg

from marketplace.db import Connection
from marketplace.geo.reistijd import Vervoermiddel
from marketplace.groepsdetachering.bedrijf.model import Periode
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.mensen.model import Medewerker, Paar, PaarSoort, Stap
from marketplace.toegang.model import Actor

_MEDEWERKER = """
    select wie.kandidaat_id, kandidaat.kenmerk, wie.afdeling_id, wie.dagen, wie.max_minuten_dag, wie.behoefte,
           wie.trede, wie.klaar, wie.wil_buiten, wie.uitstroom, wie.naam_delen, wie.opbouw_vanaf,
           wie.uit_dienst_op, wie.versie, plaats.naam as plaats, plaats.lat, plaats.lon,
           kandidaat.vervoermiddel, kandidaat.max_reistijd, kandidaat.max_afstand, kandidaat.reist_alleen,
           coalesce(kandidaat.niveau_bewezen, kandidaat.niveau_geschat) as niveau, kandidaat.voorwaarden,
           array(select werkproces_id from kandidaat_werkprocessen kan
                 where kan.kandidaat_id = wie.kandidaat_id and kan.stand = 'bewezen' order by 1) as bewezen,
           array(select row(stap.dagen, stap.weken) from medewerker_stappen stap
                 where stap.kandidaat_id = wie.kandidaat_id order by stap.nummer) as stappen,
           array(select row(doel.werkproces_id, doel.weken) from medewerker_leerdoelen doel
                 where doel.kandidaat_id = wie.kandidaat_id order by 1) as leerdoelen,
           array(select row(lower(weg.periode), upper(weg.periode)) from medewerker_afwezig weg
                 where weg.kandidaat_id = wie.kandidaat_id order by 1) as afwezig,
           array(select distinct bezet.week from bezetting bezet
                 left join voorstellen voorstel on voorstel.id = bezet.voorstel_id
                 where bezet.kandidaat_id = wie.kandidaat_id
                   and (bezet.bron <> 'voorstel' or voorstel.status = 'match') order by 1) as bezet
    from medewerkers wie
    join kandidaten kandidaat on kandidaat.id = wie.kandidaat_id
    join postcodes postcode on postcode.pc4 = kandidaat.pc4
    join plaatsen plaats on plaats.id = postcode.plaats_id
    where wie.organisatie_id = any($1::bigint[])
"""


async def get_medewerker(conn: Connection, actor: Actor, kandidaat_id: int) -> Medewerker | None:
    """One medewerker; None for a stranger."""
    return await read_medewerker(conn, bedrijven_of(actor), kandidaat_id)


async def read_medewerker(conn: Connection, bedrijven: Sequence[int], kandidaat_id: int) -> Medewerker | None:
    """The same, of these SW-bedrijven."""
    row = await conn.fetchrow(f"{_MEDEWERKER} and wie.kandidaat_id = $2", list(bedrijven), kandidaat_id)
    return None if row is None else _medewerker(row)


async def list_medewerkers(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int
) -> tuple[Medewerker, ...]:
    """Everybody of a SW-bedrijf, of these, by kenmerk."""
    rows = await conn.fetch(
        f"{_MEDEWERKER} and wie.organisatie_id = $2 order by kandidaat.kenmerk",
        list(bedrijven),
        organisatie_id,
    )
    return tuple(_medewerker(row) for row in rows)


async def list_paren(conn: Connection, bedrijven: Sequence[int], organisatie_id: int) -> tuple[Paar, ...]:
    """Who belongs with whom, or apart."""
    rows = await conn.fetch(
        """
        select kandidaat_id, ander_id, soort from medewerker_paren
        where organisatie_id = any($1::bigint[]) and organisatie_id = $2 order by kandidaat_id, ander_id
        """,
        list(bedrijven),
        organisatie_id,
    )
    return tuple(Paar(**{**dict(row), "soort": PaarSoort(row["soort"])}) for row in rows)


def _medewerker(row: asyncpg.Record) -> Medewerker:
    """One medewerker as a value."""
    values = dict(row)
    values |= {
        "vervoermiddel": Vervoermiddel(row["vervoermiddel"]),
        "voorwaarden": tuple(row["voorwaarden"]),
        "bewezen": frozenset(row["bewezen"]),
        "stappen": tuple(Stap(dagen=dagen, weken=weken) for dagen, weken in row["stappen"]),
        "leerdoelen": dict(tuple(each) for each in row["leerdoelen"]),
        "afwezig": tuple(Periode(van=van, tot=tot) for van, tot in row["afwezig"]),
        "bezet": frozenset(row["bezet"]),
    }
    return Medewerker(**values)
