"""The verbs on a vestiging and their SQL: make, edit, archive, bring back."""

from datetime import datetime

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.organisaties.model import Vestiging
from marketplace.organisaties.organisatie import visible_organisatie
from marketplace.organisaties.queries import find_vestiging
from marketplace.organisaties.vastleggen import Bij, expect_within, record, refused_at
from marketplace.organisaties.wijziging import VestigingGegevens, changes
from marketplace.organisaties.zicht import editors
from marketplace.regios.queries import list_plaatsen
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ORGANISATIES


async def visible_vestiging(conn: Connection, actor: Actor, vestiging_id: int) -> Vestiging:
    """The vestiging; raises NotFound for a stranger."""
    found = await find_vestiging(conn, actor, vestiging_id)
    if found is None:
        raise NotFound
    return found


async def create_vestiging(
    conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int, gegevens: VestigingGegevens
) -> int:
    """Make a vestiging of an organisatie and return its id; raises InvalidInput, NotFound or Forbidden."""
    organisatie = await visible_organisatie(conn, actor, organisatie_id)
    bij = Bij(organisatie.id, organisatie.regio_code)
    expect_within(editors(actor), bij, BEHEERT_ORGANISATIES)
    await _name_of_plaats(conn, clock, bij, gegevens.plaats_id)
    async with refused_at(conn, vestiging_naam_eenmalig="naam"):
        vestiging_id: int = await conn.fetchval(
            """
            insert into vestigingen (organisatie_id, naam, plaats_id, leerbedrijf_id)
            values ($1, $2, $3, $4) returning id
            """,
            organisatie.id,
            gegevens.naam,
            gegevens.plaats_id,
            gegevens.leerbedrijf_id,
        )
    await _record(conn, actor, clock, bij, vestiging_id, "vestiging_gemaakt")
    return vestiging_id


async def edit_vestiging(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    vestiging_id: int,
    versie: int,
    gegevens: VestigingGegevens,
) -> None:
    """Write an edit over this version; raises InvalidInput, StaleVersion, NotFound or Forbidden."""
    found = await editable_vestiging(conn, actor, vestiging_id)
    bij = Bij(found.organisatie_id, found.regio_code)
    velden = changes(found, gegevens)
    if velden.pop("plaats_id", None):
        naam = await _name_of_plaats(conn, clock, bij, gegevens.plaats_id)
        velden["plaats"] = [found.plaats, naam]
    async with refused_at(conn, vestiging_naam_eenmalig="naam"):
        written = await conn.fetchval(
            """
            update vestigingen vestiging
            set naam = $5, plaats_id = $6, leerbedrijf_id = $7, versie = vestiging.versie + 1
            from organisaties organisatie
            where organisatie.id = vestiging.organisatie_id
              and (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
              and vestiging.id = $3 and vestiging.versie = $4
            returning vestiging.id
            """,
            *editors(actor),
            vestiging_id,
            versie,
            gegevens.naam,
            gegevens.plaats_id,
            gegevens.leerbedrijf_id,
        )
    if written is None:
        raise StaleVersion
    await _record(conn, actor, clock, bij, vestiging_id, "vestiging_gewijzigd", {"velden": velden})


async def archive_vestiging(
    conn: Connection, actor: Actor, *, clock: Clock, vestiging_id: int, versie: int, reden: str | None = None
) -> None:
    """Take a vestiging out of lists and choices; raises Conflict while plekken are open or people there."""
    bij = await _set_archived(conn, actor, vestiging_id, versie, clock.now())
    await _record(conn, actor, clock, bij, vestiging_id, "vestiging_gearchiveerd", reden=reden)


async def restore_vestiging(
    conn: Connection, actor: Actor, *, clock: Clock, vestiging_id: int, versie: int
) -> None:
    """Bring a vestiging back."""
    bij = await _set_archived(conn, actor, vestiging_id, versie, None)
    await _record(conn, actor, clock, bij, vestiging_id, "vestiging_teruggehaald")


async def _set_archived(
    conn: Connection, actor: Actor, vestiging_id: int, versie: int, moment: datetime | None
) -> Bij:
    """Archive or bring back, over this version."""
    found = await editable_vestiging(conn, actor, vestiging_id)
    async with refused_at(conn):
        written = await conn.fetchval(
            """
            update vestigingen vestiging set gearchiveerd_op = $5, versie = vestiging.versie + 1
            from organisaties organisatie
            where organisatie.id = vestiging.organisatie_id
              and (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
              and vestiging.id = $3 and vestiging.versie = $4
            returning vestiging.id
            """,
            *editors(actor),
            vestiging_id,
            versie,
            moment,
        )
    if written is None:
        raise StaleVersion
    return Bij(found.organisatie_id, found.regio_code)


async def editable_vestiging(conn: Connection, actor: Actor, vestiging_id: int) -> Vestiging:
    """The vestiging; raises NotFound for a stranger and Forbidden for who only reads it."""
    found = await visible_vestiging(conn, actor, vestiging_id)
    expect_within(editors(actor), Bij(found.organisatie_id, found.regio_code), BEHEERT_ORGANISATIES)
    return found


async def _name_of_plaats(conn: Connection, clock: Clock, bij: Bij, plaats_id: int) -> str:
    """The name of a place in the regio of the organisatie; raises InvalidInput for any other."""
    names = {each.id: each.naam for each in await list_plaatsen(conn, bij.regio_code, clock.today())}
    if plaats_id not in names:
        raise InvalidInput(fields={"plaats": "Kies een plaats uit de lijst."})
    return names[plaats_id]


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    bij: Bij,
    vestiging_id: int,
    soort: str,
    gegevens: dict[str, object] | None = None,
    reden: str | None = None,
) -> None:
    """Append what happened to a vestiging."""
    await record(
        conn,
        actor,
        clock,
        bij,
        soort,
        onderwerp="vestiging",
        onderwerp_id=vestiging_id,
        reden=reden,
        gegevens=gegevens,
    )
