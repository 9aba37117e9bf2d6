"""The verbs on an organisatie and their SQL: make, edit, archive, bring back."""

from datetime import datetime

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.organisaties.model import Organisatie
from marketplace.organisaties.overzicht import get_organisatie, list_soorten
from marketplace.organisaties.vastleggen import Bij, expect_within, record, refused_at
from marketplace.organisaties.wijziging import OrganisatieGegevens, changes
from marketplace.organisaties.zicht import editors
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ORGANISATIES
from marketplace.toegang.weigeren import only_for


async def visible_organisatie(conn: Connection, actor: Actor, organisatie_id: int) -> Organisatie:
    """The organisatie; raises NotFound for a stranger."""
    found = await get_organisatie(conn, actor, organisatie_id)
    if found is None:
        raise NotFound
    return found


async def create_organisatie(
    conn: Connection, actor: Actor, *, clock: Clock, regio_code: str, gegevens: OrganisatieGegevens
) -> int:
    """Make an organisatie in a regio of the actor and return its id; raises InvalidInput or Forbidden."""
    if regio_code not in editors(actor)[1]:
        raise only_for(*BEHEERT_ORGANISATIES)
    await _refuse_unknown(conn, gegevens)
    async with refused_at(conn, organisatie_naam_eenmalig="naam"):
        organisatie_id: int = await conn.fetchval(
            "insert into organisaties (naam, soort, kvk, regio_code) values ($1, $2, $3, $4) returning id",
            gegevens.naam,
            gegevens.soort,
            gegevens.kvk,
            regio_code,
        )
    bij = Bij(organisatie_id, regio_code)
    await _record(conn, actor, clock, bij, "organisatie_gemaakt")
    return organisatie_id


async def edit_organisatie(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    organisatie_id: int,
    versie: int,
    gegevens: OrganisatieGegevens,
) -> None:
    """Write an edit over this version; raises InvalidInput, StaleVersion, NotFound or Forbidden."""
    found = await editable_organisatie(conn, actor, organisatie_id)
    await _refuse_unknown(conn, gegevens)
    velden = changes(found, gegevens)
    async with refused_at(conn, organisatie_naam_eenmalig="naam"):
        await _write(conn, actor, found, versie, gegevens=gegevens, gearchiveerd_op=found.gearchiveerd_op)
    bij = Bij(found.id, found.regio_code)
    await _record(conn, actor, clock, bij, "organisatie_gewijzigd", {"velden": velden})


async def archive_organisatie(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    organisatie_id: int,
    versie: int,
    reden: str | None = None,
) -> None:
    """Take an organisatie with its vestigingen out of lists and choices.

    Raises Conflict with what keeps it: open plekken, people who are there, opleidingen that are offered.
    """
    found = await editable_organisatie(conn, actor, organisatie_id)
    await _write(conn, actor, found, versie, gegevens=found, gearchiveerd_op=clock.now())
    bij = Bij(found.id, found.regio_code)
    await _record(conn, actor, clock, bij, "organisatie_gearchiveerd", reden=reden)


async def restore_organisatie(
    conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int, versie: int
) -> None:
    """Bring an organisatie back; vestigingen that were archived by themselves stay so."""
    found = await editable_organisatie(conn, actor, organisatie_id)
    await _write(conn, actor, found, versie, gegevens=found, gearchiveerd_op=None)
    await _record(conn, actor, clock, Bij(found.id, found.regio_code), "organisatie_teruggehaald")


async def editable_organisatie(conn: Connection, actor: Actor, organisatie_id: int) -> Organisatie:
    """The organisatie; raises NotFound for a stranger and Forbidden for who only reads it."""
    found = await visible_organisatie(conn, actor, organisatie_id)
    expect_within(editors(actor), Bij(found.id, found.regio_code), BEHEERT_ORGANISATIES)
    return found


async def _refuse_unknown(conn: Connection, gegevens: OrganisatieGegevens) -> None:
    """Raise InvalidInput for a kind that does not exist."""
    if gegevens.soort not in {code for code, _ in await list_soorten(conn)}:
        raise InvalidInput(fields={"soort": "Maak een keuze uit de lijst."})


async def _write(
    conn: Connection,
    actor: Actor,
    found: Organisatie,
    versie: int,
    *,
    gegevens: OrganisatieGegevens | Organisatie,
    gearchiveerd_op: datetime | None,
) -> None:
    """Write over this version, in a savepoint; raises StaleVersion, and Conflict when it is not empty."""
    async with refused_at(conn, organisatie_naam_eenmalig="naam"):
        written = await conn.fetchval(
            """
            update organisaties organisatie
            set naam = $5, soort = $6, kvk = $7, gearchiveerd_op = $8, versie = versie + 1
            where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
              and organisatie.id = $3 and organisatie.versie = $4
            returning organisatie.id
            """,
            *editors(actor),
            found.id,
            versie,
            gegevens.naam,
            gegevens.soort,
            gegevens.kvk,
            gearchiveerd_op,
        )
    if written is None:
        raise StaleVersion


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    bij: Bij,
    soort: str,
    gegevens: dict[str, object] | None = None,
    reden: str | None = None,
) -> None:
    """Append what happened to an organisatie."""
    await record(
        conn,
        actor,
        clock,
        bij,
        soort,
        onderwerp="organisatie",
        onderwerp_id=bij.organisatie_id,
        reden=reden,
        gegevens=gegevens,
    )
