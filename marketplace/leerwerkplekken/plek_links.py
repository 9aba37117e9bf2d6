"""Links with which an employer without an account looks at one plek and says whether it still holds."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import LinkEnded, NotFound
from marketplace.leerwerkplekken.service import visible_leerwerkplek
from marketplace.toegang import link_queries
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.links import make_link
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.rechten import BESLIST
from marketplace.toegang.service import hash_token


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


async def make_plek_link(conn: Connection, actor: Actor, *, clock: Clock, plek_id: int) -> str:
    """Make a link to a plek in a regio where the actor decides; returns its token."""
    plek = await visible_leerwerkplek(conn, actor, plek_id)
    if plek.regio_code not in actor.regios_als(*BESLIST):
        raise NotFound
    link_id, token = await make_link(conn, actor, clock=clock, doel=Doel.PLEK, leerwerkplek_id=plek_id)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="plek_link_gemaakt",
        onderwerp="leerwerkplek",
        onderwerp_id=plek_id,
        regio_code=plek.regio_code,
        organisatie_id=plek.organisatie_id,
        gegevens={"link": link_id},
    )
    return token


async def withdraw_plek_links(conn: Connection, actor: Actor, *, clock: Clock, plek_id: int) -> None:
    """Let no link to this plek work any more."""
    plek = await visible_leerwerkplek(conn, actor, plek_id)
    if plek.regio_code not in actor.regios_als(*BESLIST):
        raise NotFound
    if await link_queries.revoke_links(conn, now=clock.now(), leerwerkplek_id=plek_id):
        await append_gebeurtenis(
            conn,
            clock=clock,
            actor=actor,
            soort="plek_link_ingetrokken",
            onderwerp="leerwerkplek",
            onderwerp_id=plek_id,
            regio_code=plek.regio_code,
            organisatie_id=plek.organisatie_id,
        )


async def find_plek(conn: Connection, *, clock: Clock, token: str) -> GelinktePlek:
    """The plek of a live link; raises LinkEnded for any other."""
    row = await conn.fetchrow(
        """
        select id, titel, omschrijving, organisatie_id, organisatie, plaats, regio_code, plaatsen, van, tot,
               dagdelen, minuten_min, minuten_max, werkprocessen, voorwaarden
        from plek_bij_link($1, $2)
        """,
        hash_token(token),
        clock.now(),
    )
    if row is None:
        raise LinkEnded
    values = {
        **dict(row),
        "werkprocessen": tuple(row["werkprocessen"]),
        "voorwaarden": tuple(row["voorwaarden"]),
    }
    return GelinktePlek(**values)


async def answer(
    conn: Connection, *, clock: Clock, token: str, antwoord: Antwoord, toelichting: str | None
) -> None:
    """Record what the employer says, once; nobody acts, the link is named."""
    plek = await find_plek(conn, clock=clock, token=token)
    link_id = await link_queries.use_link(conn, hash_token(token), clock.now())
    if link_id is None:
        raise LinkEnded
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=None,
        soort="plek_klopt" if antwoord is Antwoord.KLOPT else "plek_klopt_niet",
        onderwerp="leerwerkplek",
        onderwerp_id=plek.id,
        regio_code=plek.regio_code,
        organisatie_id=plek.organisatie_id,
        reden=toelichting,
        gegevens={"link": link_id},
    )


async def get_antwoord(conn: Connection, plek_id: int) -> GegevenAntwoord | None:
    """The last answer about a plek that the caller may see."""
    row = await conn.fetchrow(
        """
        select substr(soort, 6) as antwoord, tijd, reden as toelichting from gebeurtenissen
        where onderwerp = 'leerwerkplek' and onderwerp_id = $1 and soort in ('plek_klopt', 'plek_klopt_niet')
        order by id desc limit 1
        """,
        plek_id,
    )
    if row is None:
        return None
    return GegevenAntwoord(**{**dict(row), "antwoord": Antwoord(row["antwoord"])})
