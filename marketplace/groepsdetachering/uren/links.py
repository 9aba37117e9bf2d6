"""Links with which an inlener without an account sees the hours of a week and says whether they are right."""

import secrets

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, LinkEnded, NotFound
from marketplace.groepsdetachering.uren import link_queries
from marketplace.groepsdetachering.uren.invullen import Weekwijziging, own_urenweek, record_week, told_of
from marketplace.groepsdetachering.uren.link_queries import GelinkteUren
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.links import LENGTH
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.service import hash_token


class NotFilledIn(Conflict):
    """Vul eerst de uren van deze week in. Maak daarna een link."""


async def make_uren_link(conn: Connection, actor: Actor, wijziging: Weekwijziging) -> str:
    """Make a link in the place of the former one; returns its token.

    Raises as `own_urenweek`, and NotFilledIn.
    """
    now, moment = await own_urenweek(conn, actor, wijziging), wijziging.clock.now()
    if now.gewerkt is None:
        raise NotFilledIn
    token = secrets.token_urlsafe(32)
    await link_queries.revoke(conn, actor, now.opdracht.id, now.week, moment)
    link_id = await link_queries.insert(
        conn, actor, now.opdracht.id, now.week, hash_token(token), moment, moment + LENGTH[Doel.UREN]
    )
    if link_id is None:
        raise NotFound
    await record_week(conn, actor, wijziging.clock, now.opdracht, "uren_link_gemaakt", now.week, link=link_id)
    return token


async def withdraw_uren_link(conn: Connection, actor: Actor, wijziging: Weekwijziging) -> None:
    """Let the open link to a week work no more; raises as `own_urenweek`."""
    now = await own_urenweek(conn, actor, wijziging)
    if await link_queries.revoke(conn, actor, now.opdracht.id, now.week, wijziging.clock.now()):
        await record_week(conn, actor, wijziging.clock, now.opdracht, "uren_link_ingetrokken", now.week)


async def find_uren(conn: Connection, *, clock: Clock, token: str) -> GelinkteUren:
    """The hours behind a live link; raises LinkEnded for any other."""
    found = await link_queries.get_gelinkte_uren(conn, hash_token(token), clock.now())
    if found is None:
        raise LinkEnded
    return found


async def answer(conn: Connection, *, clock: Clock, token: str, wie: str, opmerking: str) -> None:
    """Keep once that an inlener agrees, or with a remark that they do not; nobody acts, the link is named."""
    given = await link_queries.confirm(conn, hash_token(token), clock.now(), wie, opmerking)
    if given is None:
        raise LinkEnded
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=None,
        soort="uren_kloppen_niet" if opmerking else "uren_bevestigd",
        onderwerp="opdracht",
        onderwerp_id=given.opdracht_id,
        regio_code=None,
        organisatie_id=given.organisatie_id,
        reden=opmerking or None,
        gegevens={**told_of(given.week), "link": given.link_id},
    )
