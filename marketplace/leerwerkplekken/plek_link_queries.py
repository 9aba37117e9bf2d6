"""SQL behind a link to a plek: what it shows, by a function that asks for its token; what was answered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST


class Antwoord(StrEnum):
    """What the employer says of the plek."""

    KLOPT = "klopt"
    KLOPT_NIET = "klopt_niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class GegevenAntwoord:
    """The answer to a link, in the employer's words."""

    antwoord: Antwoord
    tijd: datetime
    toelichting: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GelinktePlek:
    """The one plek that a link shows; nobody's name."""

    id: int
    titel: str
    omschrijving: str
    organisatie_id: int
    organisatie: str
    plaats: str
    regio_code: str
    plaatsen: int
    van: date
    tot: date | None
    dagdelen: int
    minuten_min: int
    minuten_max: int
    werkprocessen: tuple[int, ...]
    voorwaarden: tuple[str, ...]


async def get_gelinkte_plek(conn: Connection, token_hash: bytes, now: datetime) -> GelinktePlek | None:
    """The plek of a live link; None for any other."""
    row = await conn.fetchrow(
        """
        select id, titel, omschrijving, organisatie_id, organisatie, plaats, regio_code, plaatsen, van, tot,
               dagdelen, minuten_min, minuten_max, werkprocessen, voorwaarden
        from plek_bij_link($1, $2)
        """,
        token_hash,
        now,
    )
    if row is None:
        return None
    lists = {name: tuple(row[name]) for name in ("werkprocessen", "voorwaarden")}
    return GelinktePlek(**{**dict(row), **lists})


# The last answer about a plek, unless the plek was edited since.
_ANTWOORD = """
    select substr(laatste.soort, 6) as antwoord, laatste.tijd, laatste.reden as toelichting
    from (select soort, tijd, reden from gebeurtenissen
          where onderwerp = 'leerwerkplek' and onderwerp_id = {plek}
            and soort in ('plek_klopt', 'plek_klopt_niet', 'leerwerkplek_gewijzigd')
          order by id desc limit 1) laatste
    where laatste.soort <> 'leerwerkplek_gewijzigd'
"""


async def get_antwoord(conn: Connection, plek_id: int) -> GegevenAntwoord | None:
    """The last answer about a plek that the caller may see, until the plek is edited."""
    row = await conn.fetchrow(_ANTWOORD.format(plek="$1"), plek_id)
    if row is None:
        return None
    return GegevenAntwoord(**{**dict(row), "antwoord": Antwoord(row["antwoord"])})


async def list_wrong_plekken(conn: Connection, actor: Actor) -> list[int]:
    """The plekken in regios where the actor decides of which the werkgever said that they no longer hold."""
    rows = await conn.fetch(
        f"""
        select plek.id from leerwerkplekken plek
        cross join lateral ({_ANTWOORD.format(plek="plek.id")}) gezegd
        where plek.regio_code = any($1::text[]) and gezegd.antwoord = 'klopt_niet'
        order by gezegd.tijd
        """,  # noqa: S608 (a part of our own)
        list(actor.regios_als(*BESLIST)),
    )
    return [row["id"] for row in rows]
