"""What roulaties ask of who decides in their regio: one row each that asks anything."""

from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Aandacht:
    """A roulatie and what it asks: numbers of people, companies and offers, and whether its end is past."""

    id: int
    naam: str
    van: date
    niet_verteld: int
    aanbiedingen: int
    ongetekend: int
    gepubliceerd: bool
    voorbij: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAanbod:
    """Offers within the term of an afspraak of which nobody wrote down why yet."""

    roulatie_id: int
    naam: str
    aantal: int


async def list_open_aanbod(conn: Connection, actor: Actor) -> list[OpenAanbod]:
    """By roulatie of the regions that the actor reads."""
    rows = await conn.fetch(
        """
        select roulatie.id as roulatie_id, roulatie.naam, count(*) as aantal
        from roulaties roulatie
        join roulatie_aanbiedingen aanbieding on aanbieding.roulatie_id = roulatie.id
        where roulatie.regio_code = any($1::text[]) and aanbieding.reden is null
        group by roulatie.id, roulatie.naam order by roulatie.id
        """,
        list(actor.regios_als(*LEEST_REGIO)),
    )
    return [OpenAanbod(**dict(row)) for row in rows]


async def list_aandacht(conn: Connection, actor: Actor, vandaag: date) -> list[Aandacht]:
    """The open roulaties of the actor's regions, the first that began on top.

    `niet_verteld` counts who told nothing yet of the last block that is over.
    """
    rows = await conn.fetch(
        """
        select roulatie.id, roulatie.naam, lower(roulatie.periode) as van,
               (select count(*) from roulatie_cellen cel
                join roulatie_roosters rooster
                  on rooster.id = cel.rooster_id and rooster.status = 'gepubliceerd'
                where cel.roulatie_id = roulatie.id
                  and cel.blok_id = (select blok.id from roulatie_blokken blok
                                     where blok.roulatie_id = roulatie.id and upper(blok.periode) <= $2
                                     order by blok.periode desc limit 1)
                  and not exists (select from roulatie_terugblikken verteld
                                  where (verteld.roulatie_id, verteld.kandidaat_id, verteld.blok_id) =
                                        (cel.roulatie_id, cel.kandidaat_id, cel.blok_id))) as niet_verteld,
               (select count(*) from roulatie_aanbiedingen aanbieding
                where aanbieding.roulatie_id = roulatie.id and aanbieding.reden is null) as aanbiedingen,
               (select count(*) from roulatie_bedrijven bedrijf
                where bedrijf.roulatie_id = roulatie.id and bedrijf.getekend_op is null) as ongetekend,
               exists (select from roulatie_roosters rooster where rooster.roulatie_id = roulatie.id
                       and rooster.status = 'gepubliceerd') as gepubliceerd,
               upper(roulatie.periode) <= $2 as voorbij
        from roulaties roulatie
        where roulatie.regio_code = any($1::text[]) and roulatie.status in ('voorbereiding', 'lopend')
        order by van, roulatie.id
        """,
        list(actor.regios_als(*BESLIST)),
        vandaag,
    )
    return [Aandacht(**dict(row)) for row in rows]
