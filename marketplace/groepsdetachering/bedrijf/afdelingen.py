"""The verbs on the afdelingen of a SW-bedrijf, and their SQL: how many people the own work asks by day."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.vastleggen import (
    Bij,
    Onderdeel,
    claim_rij,
    list_velden,
    one_of,
    put_away,
    record_bedrijf,
)
from marketplace.groepsdetachering.werkdagen import KORT, LANG
from marketplace.organisaties.vastleggen import refused_at
from marketplace.toegang.model import Actor

MOST_MENSEN = 1000


class StillThere(Conflict):
    """Er horen nog medewerkers bij deze afdeling. Geef hun eerst een andere afdeling."""


class MayReturn(Conflict):
    """Iemand mag nog terugkomen op deze afdeling. Wacht tot die tijd voorbij is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AfdelingGegevens:
    """What people fill in of an afdeling: five numbers from Monday on, of who must stay and who is wished."""

    naam: str
    minimum: tuple[int, ...]
    gewenst: tuple[int, ...]


async def add_afdeling(conn: Connection, actor: Actor, bij: Bij, gegevens: AfdelingGegevens) -> int:
    """Make an afdeling and give its id; raises InvalidInput with fields."""
    await own_bedrijf(conn, actor, bij.organisatie_id)
    _expect_enough_wished(gegevens)
    async with refused_at(conn, afdeling_naam_eenmalig="naam"):
        afdeling_id: int = await conn.fetchval(
            """
            insert into afdelingen (organisatie_id, naam, minimum, gewenst) values ($1, $2, $3, $4)
            returning id
            """,
            bij.organisatie_id,
            gegevens.naam,
            list(gegevens.minimum),
            list(gegevens.gewenst),
        )
    await record_bedrijf(conn, actor, bij, "afdeling_toegevoegd", "afdeling", afdeling_id)
    return afdeling_id


async def edit_afdeling(
    conn: Connection, actor: Actor, bij: Bij, afdeling_id: int, versie: int, gegevens: AfdelingGegevens
) -> None:
    """Change an afdeling over this version; raises InvalidInput with fields, or StaleVersion."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    now = one_of(bedrijf.afdelingen, afdeling_id)
    _expect_enough_wished(gegevens)
    await claim_rij(conn, bij, Onderdeel.AFDELING, afdeling_id, versie)
    async with refused_at(conn, afdeling_naam_eenmalig="naam"):
        await conn.execute(
            """
            update afdelingen set naam = $3, minimum = $4, gewenst = $5
            where organisatie_id = $1 and id = $2
            """,
            bij.organisatie_id,
            afdeling_id,
            gegevens.naam,
            list(gegevens.minimum),
            list(gegevens.gewenst),
        )
    velden = list_velden(now, gegevens)
    await record_bedrijf(conn, actor, bij, "afdeling_gewijzigd", "afdeling", afdeling_id, {"velden": velden})


async def archive_afdeling(conn: Connection, actor: Actor, bij: Bij, afdeling_id: int, versie: int) -> None:
    """Close an afdeling; raises StillThere or MayReturn while somebody belongs there."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    one_of(bedrijf.afdelingen, afdeling_id)
    [(there, may_return)] = await conn.fetch(
        """
        select exists (select from medewerkers
                       where organisatie_id = $1 and afdeling_id = $2
                         and (uit_dienst_op is null or uit_dienst_op > $3)),
               exists (select from terugkeergaranties
                       where organisatie_id = $1 and afdeling_id = $2
                         and teruggekeerd_op is null and upper(periode) > $3)
        """,
        bij.organisatie_id,
        afdeling_id,
        bij.clock.today(),
    )
    if there:
        raise StillThere
    if may_return:
        raise MayReturn
    await put_away(conn, bij, Onderdeel.AFDELING, afdeling_id, versie)
    await record_bedrijf(conn, actor, bij, "afdeling_gearchiveerd", "afdeling", afdeling_id)


def _expect_enough_wished(gegevens: AfdelingGegevens) -> None:
    """Raise InvalidInput for each day on which fewer are wished than must stay."""
    wrong = {
        f"gewenst_{kort}": f"Op {lang} is het gewenste aantal lager dan het minimum."
        for kort, lang, least, wished in zip(KORT, LANG, gegevens.minimum, gegevens.gewenst, strict=True)
        if wished < least
    }
    if wrong:
        raise InvalidInput(fields=wrong)
