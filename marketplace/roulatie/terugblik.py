"""What deelnemers tell of a block: links without an account, an answer that acts once, or told by mouth.

A link takes an answer from the Monday of the last week of its block until some weeks after its end.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from marketplace.clock import AMSTERDAM, Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, LinkEnded, NotFound, StaleVersion
from marketplace.roulatie import link_queries, writes
from marketplace.roulatie import terugblik_queries as queries
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.link_queries import NieuweLink
from marketplace.roulatie.model import Blok, Cohort
from marketplace.roulatie.oordeel import Verblijf, list_verblijven
from marketplace.roulatie.terugblik_queries import Antwoord, GelinktBlok
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.service import hash_token

OPENS_BEFORE_END = timedelta(weeks=1)
CLOSES_AFTER_END = timedelta(weeks=4)


class TerugblikEnded(LinkEnded):
    """Misschien heb je al antwoord gegeven. Of het is te lang geleden. Vraag om een nieuwe link."""


class NotYet(Conflict):
    """Je kunt nog niet antwoorden. Dat kan in de laatste week van het blok."""


class TooSoon(Conflict):
    """Dit blok is nog niet in zijn laatste week. Daarna kunt u vastleggen wat iemand vertelt."""


class AnsweredAlready(Conflict):
    """Deze deelnemer heeft zelf al geantwoord. Dat antwoord blijft staan."""


class NobodyToAsk(Conflict):
    """Er is niemand meer om een link voor te maken: iedereen heeft geantwoord, of de tijd is voorbij."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GemaakteLink:
    """A link with its token, known this once, to a stay and the term in which it takes an answer."""

    verblijf: Verblijf
    token: str
    van: datetime
    tot: datetime

    @property
    def eerste_dag(self) -> date:
        """The first day on which it takes an answer."""
        return self.van.date()

    @property
    def laatste_dag(self) -> date:
        """The last such day."""
        return self.tot.date() - timedelta(days=1)


def term(blok: Blok) -> tuple[datetime, datetime]:
    """From when until when a link takes an answer about a block."""
    return _midnight(blok.tot - OPENS_BEFORE_END), _midnight(blok.tot + CLOSES_AFTER_END)


def _midnight(day: date) -> datetime:
    """The beginning of a day in Amsterdam."""
    return datetime.combine(day, time.min, AMSTERDAM)


async def make_links(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    roulatie_id: int,
    versie: int,
    blok_id: int | None = None,
    kandidaat_id: int | None = None,
) -> list[GemaakteLink]:
    """Make a link for who told nothing yet, of a block or of each that can still be told of, or for one.

    Former links to the same end. Raises NotFound, Forbidden, StaleVersion, NobodyToAsk.
    """
    cohort = await own_cohort(conn, actor, roulatie_id)
    if not await writes.bump(conn, actor, roulatie_id, versie):
        raise StaleVersion
    told = {(each.kandidaat_id, each.blok_id) for each in cohort.terugblikken}
    terms = {each.id: term(each) for each in cohort.blokken if blok_id in (None, each.id)}
    made = [
        GemaakteLink(verblijf=each, token=secrets.token_urlsafe(32), van=begin, tot=end)
        for each in await list_verblijven(conn, roulatie_id)
        if each.blok_id in terms and kandidaat_id in (None, each.kandidaat_id)
        for begin, end in [terms[each.blok_id]]
        if (each.kandidaat_id, each.blok_id) not in told and clock.now() < end
    ]
    if not made:
        raise NobodyToAsk
    await _replace(conn, actor, clock, roulatie_id, made)
    await _record(conn, actor, clock, cohort, "terugbliklinks_gemaakt", {"aantal": len(made)})
    return made


async def _replace(
    conn: Connection, actor: Actor, clock: Clock, roulatie_id: int, made: Sequence[GemaakteLink]
) -> None:
    """Store links in the place of those to the same stays."""
    stays = {(each.verblijf.kandidaat_id, each.verblijf.blok_id) for each in made}
    former = [
        each.id
        for each in await link_queries.list_links(conn, actor, roulatie_id)
        if each.doel is Doel.TERUGBLIK and (each.kandidaat_id, each.blok_id) in stays
    ]
    await link_queries.revoke_links(conn, actor, roulatie_id, former, clock.now())
    links = [
        NieuweLink(
            token_hash=hash_token(each.token),
            doel=Doel.TERUGBLIK,
            kandidaat_id=each.verblijf.kandidaat_id,
            blok_id=each.verblijf.blok_id,
            geldig_vanaf=each.van,
            verloopt_op=each.tot,
        )
        for each in made
    ]
    await link_queries.insert_links(conn, actor, roulatie_id, links, clock.now())


async def record_told(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    roulatie_id: int,
    versie: int,
    kandidaat_id: int,
    blok_id: int,
    antwoord: Antwoord,
) -> None:
    """Write down what somebody told by mouth; the open link to the same ends.

    Raises NotFound, Forbidden, StaleVersion, TooSoon, AnsweredAlready.
    """
    cohort = await own_cohort(conn, actor, roulatie_id)
    stays = await list_verblijven(conn, roulatie_id)
    verblijf = next((each for each in stays if each.is_of(kandidaat_id, blok_id)), None)
    blok = cohort.blok(blok_id)
    if verblijf is None or blok is None:
        raise NotFound
    if clock.now() < term(blok)[0]:
        raise TooSoon
    if not await writes.bump(conn, actor, roulatie_id, versie):
        raise StaleVersion
    if not await queries.put_verteld(
        conn,
        actor,
        roulatie_id=roulatie_id,
        kandidaat_id=kandidaat_id,
        blok_id=blok_id,
        plek_id=verblijf.leerwerkplek_id,
        antwoord=antwoord,
        now=clock.now(),
    ):
        raise AnsweredAlready
    open_links = [
        each.id
        for each in await link_queries.list_links(conn, actor, roulatie_id)
        if each.doel is Doel.TERUGBLIK and (each.kandidaat_id, each.blok_id) == (kandidaat_id, blok_id)
    ]
    await link_queries.revoke_links(conn, actor, roulatie_id, open_links, clock.now())
    gegevens = {"blok": blok_id, "kandidaat": kandidaat_id}
    await _record(conn, actor, clock, cohort, "terugblik_vastgelegd", gegevens)


async def find_blok(conn: Connection, *, clock: Clock, token: str) -> GelinktBlok:
    """The block of a live link, also before it takes an answer; raises TerugblikEnded for any other."""
    found = await queries.get_gelinkt_blok(conn, hash_token(token), clock.now())
    if found is None:
        raise TerugblikEnded
    return found


async def answer(conn: Connection, *, clock: Clock, token: str, antwoord: Antwoord) -> None:
    """Keep what a deelnemer tells, once; nobody acts, the link is named. Raises TerugblikEnded or NotYet."""
    found = await find_blok(conn, clock=clock, token=token)
    if clock.now() < found.geldig_vanaf:
        raise NotYet
    given = await queries.answer_with_link(conn, hash_token(token), clock.now(), antwoord)
    if given is None:
        raise TerugblikEnded
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=None,
        soort="terugblik_gegeven",
        onderwerp="roulatie",
        onderwerp_id=given.roulatie_id,
        regio_code=given.regio_code,
        gegevens={"link": given.link_id, "blok": given.blok_id},
    )


async def _record(
    conn: Connection, actor: Actor, clock: Clock, cohort: Cohort, soort: str, gegevens: dict[str, int]
) -> None:
    """Append what was done to a roulatie."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="roulatie",
        onderwerp_id=cohort.roulatie.id,
        regio_code=cohort.roulatie.regio_code,
        gegevens=gegevens,
    )
