"""The verbs on when a werkleider or a bus is away, and their SQL; why is never asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.model import Bus, Periode, Werkleider
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij, Onderdeel, claim_rij, one_of, record_bedrijf
from marketplace.organisaties.vastleggen import refused_at
from marketplace.toegang.model import Actor

MOST_DAYS = 366
DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie:
    """A werkleider or a bus, and the version of it that the page showed."""

    onderdeel: Onderdeel
    id: int
    versie: int


async def add_afwezig(
    conn: Connection, actor: Actor, bij: Bij, wie: Wie, eerste: date, laatste: date
) -> None:
    """Let a werkleider or bus be away from a first day to a last one; raises InvalidInput with fields."""
    now = await _claim(conn, actor, bij, wie)
    if wrong := wrong_days(now.afwezig, eerste, laatste):
        raise InvalidInput(fields=wrong)
    async with refused_at(conn, werkleider_een_keer_afwezig="eerste", bus_een_keer_afwezig="eerste"):
        await conn.execute(
            f"""
            insert into {wie.onderdeel}_afwezig (organisatie_id, {wie.onderdeel}_id, periode)
            values ($1, $2, daterange($3, $4))
            """,  # noqa: S608 (one of two tables of our own)
            bij.organisatie_id,
            wie.id,
            eerste,
            laatste + DAG,
        )
    await record_bedrijf(conn, actor, bij, "afwezigheid_vastgelegd", wie.onderdeel, wie.id)


async def withdraw_afwezig(conn: Connection, actor: Actor, bij: Bij, wie: Wie, eerste: date) -> None:
    """Let a werkleider or bus be there after all in the period that begins on a day; raises NotFound."""
    await _claim(conn, actor, bij, wie)
    gone = await conn.fetchval(
        f"""
        delete from {wie.onderdeel}_afwezig
        where organisatie_id = $1 and {wie.onderdeel}_id = $2 and lower(periode) = $3 returning id
        """,  # noqa: S608 (one of two tables of our own)
        bij.organisatie_id,
        wie.id,
        eerste,
    )
    if gone is None:
        raise NotFound
    await record_bedrijf(conn, actor, bij, "afwezigheid_ingetrokken", wie.onderdeel, wie.id)


async def _claim(conn: Connection, actor: Actor, bij: Bij, wie: Wie) -> Werkleider | Bus:
    """The werkleider or bus as it was at this version; raises NotFound, Forbidden or StaleVersion."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    kinds: dict[Onderdeel, tuple[Werkleider | Bus, ...]] = {
        Onderdeel.WERKLEIDER: bedrijf.werkleiders,
        Onderdeel.BUS: bedrijf.bussen,
    }
    now = one_of(kinds.get(wie.onderdeel, ()), wie.id)
    await claim_rij(conn, bij, wie.onderdeel, wie.id, wie.versie)
    return now


def wrong_days(afwezig: Iterable[Periode], eerste: date, laatste: date) -> dict[str, str]:
    """What is wrong with a first and a last day beside other periods, by field."""
    if laatste < eerste:
        return {"laatste": "De laatste dag ligt voor de eerste dag."}
    if laatste - eerste >= timedelta(days=MOST_DAYS):
        return {"laatste": "Dit is langer dan een jaar. Vul hooguit een jaar in."}
    for each in afwezig:
        if each.van <= laatste and eerste < each.tot:
            said = f"{datum(each.van)} tot en met {datum(each.tot - DAG)}"
            return {"eerste": f"Deze dagen vallen samen met een andere periode: {said}."}
    return {}
