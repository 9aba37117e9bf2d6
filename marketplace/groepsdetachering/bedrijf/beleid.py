"""The verbs on the beleid of a SW-bedrijf, and their SQL: begin, the bounds and costs, which wishes first."""

from dataclasses import asdict, dataclass

from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.model import Trede
from marketplace.groepsdetachering.bedrijf.treden import ONDERWERP, put_treden, treden_of
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij, claim_beleid, list_velden, record_bedrijf
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.werkprocessen.model import Fase

# With which treden one begins who takes over no example.
GEWOON: tuple[Trede, ...] = (
    Trede(nummer=1, naam="Binnen", uitleg="", fase=Fase.BINNEN),
    Trede(nummer=2, naam="Buiten, in een groep", uitleg="", fase=Fase.BUITEN_BESCHERMD),
)


class AlreadyBegun(Conflict):
    """Dit bedrijf is al begonnen met groepsdetachering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginner:
    """A SW-bedrijf that does not lend out groups yet."""

    id: int
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeleidGegevens:
    """What people fill in of the beleid; rides in minutes, costs in cents."""

    weken: int
    fase_volgorde: bool
    max_rit: int
    max_omweg: int
    loon: int
    leiding: int
    kilometer: int
    uitstroom_per_groep: int
    terugkeer_maanden: int
    waarschuwing_weken: int


async def list_beginners(conn: Connection, actor: Actor) -> list[Beginner]:
    """The SW-bedrijven whose people the actor plans and that do not lend out groups yet, by name."""
    rows = await conn.fetch(
        """
        select organisatie.id, organisatie.naam from organisaties organisatie
        where organisatie.id = any($1::bigint[]) and organisatie.soort = 'sw_bedrijf'
          and organisatie.gearchiveerd_op is null
          and not exists (select from detacheringsbeleid where organisatie_id = organisatie.id)
        order by organisatie.naam
        """,
        list(actor.organisaties_als(*PLANT_MENSEN)),
    )
    return [Beginner(**dict(row)) for row in rows]


async def begin(conn: Connection, actor: Actor, bij: Bij, voorbeeld: str | None) -> None:
    """Let a SW-bedrijf lend out groups, with the treden of an example or the plain ones.

    Raises NotFound, InvalidInput with fields, or AlreadyBegun.
    """
    if bij.organisatie_id not in {each.id for each in await list_beginners(conn, actor)}:
        raise NotFound
    treden = await treden_of(conn, voorbeeld) if voorbeeld else GEWOON
    begun = await conn.fetchval(
        """
        insert into detacheringsbeleid (organisatie_id) values ($1) on conflict do nothing
        returning organisatie_id
        """,
        bij.organisatie_id,
    )
    if begun is None:
        raise AlreadyBegun
    await put_treden(conn, bij.organisatie_id, treden)
    await record_bedrijf(conn, actor, bij, "groepsdetachering_begonnen", ONDERWERP, bij.organisatie_id)


async def edit_beleid(
    conn: Connection, actor: Actor, bij: Bij, versie: int, gegevens: BeleidGegevens
) -> None:
    """Change the bounds and costs over this version; raises StaleVersion."""
    now = (await own_bedrijf(conn, actor, bij.organisatie_id)).beleid
    await claim_beleid(conn, bij, versie)
    await conn.execute(
        """
        update detacheringsbeleid
        set weken = $2, fase_volgorde = $3, max_rit = $4, max_omweg = $5, loon = $6, leiding = $7,
            kilometer = $8, uitstroom_per_groep = $9, terugkeer_maanden = $10, waarschuwing_weken = $11
        where organisatie_id = $1
        """,
        bij.organisatie_id,
        *asdict(gegevens).values(),
    )
    velden = list_velden(now, gegevens)
    await record_bedrijf(
        conn, actor, bij, "detacheringsbeleid_gewijzigd", ONDERWERP, bij.organisatie_id, {"velden": velden}
    )


async def raise_laag(conn: Connection, actor: Actor, bij: Bij, versie: int, laag: str) -> None:
    """Let a tier of wishes count before the one that stands above it; raises NotFound for no such tier."""
    lagen = list((await own_bedrijf(conn, actor, bij.organisatie_id)).beleid.lagen)
    if laag not in lagen[1:]:
        raise NotFound
    place = lagen.index(laag)
    lagen[place - 1 : place + 1] = [laag, lagen[place - 1]]
    await claim_beleid(conn, bij, versie)
    await conn.execute(
        "update detacheringsbeleid set lagen = $2 where organisatie_id = $1", bij.organisatie_id, lagen
    )
    await record_bedrijf(conn, actor, bij, "detacheringslagen_gewijzigd", ONDERWERP, bij.organisatie_id)
