"""Links with which an employer without an account looks at one plek and says whether it still holds."""

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import LinkEnded, NotFound
from marketplace.leerwerkplekken import plek_link_queries as queries
from marketplace.leerwerkplekken.plek_link_queries import Antwoord, GelinktePlek
from marketplace.leerwerkplekken.service import visible_leerwerkplek
from marketplace.toegang import link_queries
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.links import make_link
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.rechten import BESLIST
from marketplace.toegang.service import hash_token


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
    plek = await queries.get_gelinkte_plek(conn, hash_token(token), clock.now())
    if plek is None:
        raise LinkEnded
    return plek


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
