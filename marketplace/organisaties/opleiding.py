"""The verbs on what a mbo-school offers and their SQL: add, give a last day, take back what a file made."""

from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.organisaties.model import MBO, Opleiding, Organisatie
from marketplace.organisaties.organisatie import visible_organisatie
from marketplace.organisaties.queries import list_opleidingen_of
from marketplace.organisaties.vastleggen import Bij, expect_within, record, refused_at
from marketplace.organisaties.wijziging import NewOpleiding
from marketplace.organisaties.zicht import editors_of_opleidingen, readers
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_OPLEIDINGEN


class NoOpleider(Conflict):
    """Alleen een mbo-school of andere opleider biedt opleidingen aan."""


async def visible_opleiding(
    conn: Connection, actor: Actor, opleiding_id: int
) -> tuple[Organisatie, Opleiding]:
    """The opleiding and who offers it; raises NotFound for a stranger."""
    organisatie_id = await conn.fetchval(
        """
        select organisatie.id from opleidingen opleiding
        join organisaties organisatie on organisatie.id = opleiding.organisatie_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and opleiding.id = $3
        """,
        *readers(actor),
        opleiding_id,
    )
    if organisatie_id is None:
        raise NotFound
    offered = await list_opleidingen_of(conn, organisatie_id)
    organisatie = await visible_organisatie(conn, actor, organisatie_id)
    return organisatie, next(each for each in offered if each.id == opleiding_id)


async def create_opleiding(
    conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int, new: NewOpleiding
) -> int:
    """Let a school offer a kwalificatie and return the id; raises InvalidInput, NotFound or Forbidden."""
    opleider = await visible_organisatie(conn, actor, organisatie_id)
    bij = Bij(opleider.id, opleider.regio_code)
    expect_within(editors_of_opleidingen(actor), bij, BEHEERT_OPLEIDINGEN)
    if opleider.soort != MBO:
        raise NoOpleider
    await _refuse_wrong(conn, new)
    async with refused_at(conn, opleiding_een_tegelijk="crebo"):
        opleiding_id: int = await conn.fetchval(
            """
            insert into opleidingen (organisatie_id, crebo, periode, regio_codes)
            values ($1, $2, daterange($3, $4), $5) returning id
            """,
            opleider.id,
            new.crebo,
            new.van,
            new.tot,
            sorted(new.regio_codes),
        )
    await record(
        conn,
        actor,
        clock,
        bij,
        "opleiding_toegevoegd",
        onderwerp="opleiding",
        onderwerp_id=opleiding_id,
        gegevens={"crebo": new.crebo},
    )
    return opleiding_id


async def end_opleiding(
    conn: Connection, actor: Actor, *, clock: Clock, opleiding_id: int, versie: int, tot: date | None
) -> None:
    """Give an opleiding another end, or none; raises InvalidInput, StaleVersion, NotFound or Forbidden."""
    opleider, now = await visible_opleiding(conn, actor, opleiding_id)
    bij = Bij(opleider.id, opleider.regio_code)
    expect_within(editors_of_opleidingen(actor), bij, BEHEERT_OPLEIDINGEN)
    if tot is not None and tot <= now.van:
        raise InvalidInput(fields={"tot": "De laatste dag ligt voor de eerste dag."})
    async with refused_at(conn, opleiding_een_tegelijk="tot"):
        written = await conn.fetchval(
            """
            update opleidingen opleiding
            set periode = daterange(lower(opleiding.periode), $5), versie = opleiding.versie + 1
            from organisaties organisatie
            where organisatie.id = opleiding.organisatie_id
              and (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
              and opleiding.id = $3 and opleiding.versie = $4
            returning opleiding.id
            """,
            *editors_of_opleidingen(actor),
            opleiding_id,
            versie,
            tot,
        )
    if written is None:
        raise StaleVersion
    velden = {"tot": [None if each is None else each.isoformat() for each in (now.tot, tot)]}
    await record(
        conn,
        actor,
        clock,
        bij,
        "opleiding_gewijzigd",
        onderwerp="opleiding",
        onderwerp_id=opleiding_id,
        gegevens={"velden": velden},
    )


async def take_back_opleiding(
    conn: Connection, actor: Actor, *, clock: Clock, opleiding_id: int, versie: int
) -> None:
    """Remove an opleiding that the file made which is being undone.

    Raises Conflict for any other and where something was promised, StaleVersion, NotFound or Forbidden.
    """
    opleider, now = await visible_opleiding(conn, actor, opleiding_id)
    bij = Bij(opleider.id, opleider.regio_code)
    expect_within(editors_of_opleidingen(actor), bij, BEHEERT_OPLEIDINGEN)
    async with refused_at(conn):
        removed = await conn.fetchval(
            """
            delete from opleidingen opleiding using organisaties organisatie
            where organisatie.id = opleiding.organisatie_id
              and (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
              and opleiding.id = $3 and opleiding.versie = $4
            returning opleiding.id
            """,
            *editors_of_opleidingen(actor),
            opleiding_id,
            versie,
        )
    if removed is None:
        raise StaleVersion
    await record(
        conn,
        actor,
        clock,
        bij,
        "opleiding_teruggenomen",
        onderwerp="opleiding",
        onderwerp_id=opleiding_id,
        gegevens={"crebo": now.crebo},
    )


async def _refuse_wrong(conn: Connection, new: NewOpleiding) -> None:
    """Raise InvalidInput for what does not exist or does not go together."""
    wrong: dict[str, str] = {}
    if not await conn.fetchval("select exists (select from kwalificaties where crebo = $1)", new.crebo):
        wrong["crebo"] = "Maak een keuze uit de lijst."
    known = {row["code"] for row in await conn.fetch("select code from regios")}
    if not new.regio_codes or not known.issuperset(new.regio_codes):
        wrong["regios"] = "Kies ten minste één regio uit de lijst."
    if new.tot is not None and new.tot <= new.van:
        wrong["tot"] = "De laatste dag ligt voor de eerste dag."
    if wrong:
        raise InvalidInput(fields=wrong)
