"""Leerlijnen, what is agreed to be learned and to take over: the SQL and the verbs.

Who reads a regio sees its own and those that another shares; who decides in a regio changes its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO

MAX_NAAM = 200
CIRCLE = "Kies een ander werkproces: dit komt al eerder dan het eerste."
TAKEN = "Er is al een leerlijn met deze naam in deze regio."


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerlijnDoel:
    """A werkproces and its weeks: of everybody, or with an organisatie of those who belong there."""

    werkproces_id: int
    organisatie_id: int | None
    organisatie: str | None
    weken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlijn:
    """A leerlijn as a row of a list; `doelen` counts its werkprocessen."""

    id: int
    regio_code: str
    regio: str
    naam: str
    sector: str
    gedeeld: bool
    doelen: int
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerlijnInhoud:
    """A leerlijn with what it holds: the werkprocessen, and which come first."""

    leerlijn: Leerlijn
    doelen: tuple[LeerlijnDoel, ...]
    volgorde: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerlijnGegevens:
    """What a leerlijn is called, of which sector, and whether other regios may take it over."""

    naam: str
    sector: str
    gedeeld: bool


_LEERLIJN = """
    select leerlijn.id, leerlijn.regio_code, regio.naam as regio, leerlijn.naam, leerlijn.sector,
           leerlijn.gedeeld, leerlijn.versie,
           (select count(distinct deel.werkproces_id) from leerlijn_werkprocessen deel
            where deel.leerlijn_id = leerlijn.id) as doelen
    from leerlijnen leerlijn join regios regio on regio.code = leerlijn.regio_code
    where (leerlijn.regio_code = any($1::text[]) or (leerlijn.gedeeld and cardinality($1::text[]) > 0))
"""


async def list_leerlijnen(conn: Connection, actor: Actor) -> list[Leerlijn]:
    """Every leerlijn of the actor's regios and those that others share, by name."""
    rows = await conn.fetch(
        f"{_LEERLIJN} order by leerlijn.naam, leerlijn.id", list(actor.regios_als(*LEEST_REGIO))
    )
    return [Leerlijn(**dict(row)) for row in rows]


async def get_leerlijn(conn: Connection, actor: Actor, leerlijn_id: int) -> LeerlijnInhoud | None:
    """One leerlijn with what it holds; None for a stranger."""
    row = await conn.fetchrow(
        f"{_LEERLIJN} and leerlijn.id = $2", list(actor.regios_als(*LEEST_REGIO)), leerlijn_id
    )
    if row is None:
        return None
    volgorde = await conn.fetch(
        "select eerst, dan from leerlijn_volgorde where leerlijn_id = $1 order by eerst, dan", leerlijn_id
    )
    return LeerlijnInhoud(
        leerlijn=Leerlijn(**dict(row)),
        doelen=tuple(await list_doelen(conn, actor, leerlijn_id)),
        volgorde=tuple((each["eerst"], each["dan"]) for each in volgorde),
    )


async def list_doelen(conn: Connection, actor: Actor, leerlijn_id: int) -> list[LeerlijnDoel]:
    """The werkprocessen of a leerlijn; of one that another regio shares only what holds for everybody."""
    rows = await conn.fetch(
        """
        select doel.werkproces_id, doel.organisatie_id, organisatie.naam as organisatie, doel.weken
        from leerlijn_werkprocessen doel
        join leerlijnen leerlijn on leerlijn.id = doel.leerlijn_id
        join werkprocessen werkproces on werkproces.id = doel.werkproces_id
        left join organisaties organisatie on organisatie.id = doel.organisatie_id
        where doel.leerlijn_id = $2 and (leerlijn.regio_code = any($1::text[])
            or (leerlijn.gedeeld and doel.organisatie_id is null and cardinality($1::text[]) > 0))
        order by organisatie.naam nulls first, werkproces.code, werkproces.id
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        leerlijn_id,
    )
    return [LeerlijnDoel(**dict(row)) for row in rows]


async def make_leerlijn(
    conn: Connection, actor: Actor, *, clock: Clock, regio_code: str, gegevens: LeerlijnGegevens
) -> int:
    """Write a leerlijn and give its id; raises InvalidInput with fields, NotFound in another regio."""
    own = actor.regios_als(*BESLIST)
    leerlijn_id: int | None = await conn.fetchval(
        """
        insert into leerlijnen (regio_code, naam, sector, gedeeld)
        select $2, $3, $4, $5 where $2 = any($1::text[])
        on conflict do nothing returning id
        """,
        list(own),
        regio_code,
        gegevens.naam,
        gegevens.sector,
        gegevens.gedeeld,
    )
    if leerlijn_id is None and regio_code in own:
        raise InvalidInput(fields={"naam": TAKEN})
    if leerlijn_id is None:
        raise NotFound
    await _record(conn, actor, clock, "leerlijn_gemaakt", leerlijn_id, regio_code)
    return leerlijn_id


async def edit_leerlijn(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    leerlijn_id: int,
    versie: int,
    gegevens: LeerlijnGegevens,
) -> None:
    """Change its name, sector and sharing; raises InvalidInput, StaleVersion, NotFound or Forbidden."""
    now = await _own(conn, actor, leerlijn_id, versie)
    if await _taken(conn, now.leerlijn.regio_code, gegevens.naam, leerlijn_id):
        raise InvalidInput(fields={"naam": TAKEN})
    await conn.execute(
        "update leerlijnen set naam = $2, sector = $3, gedeeld = $4 where id = $1",
        leerlijn_id,
        gegevens.naam,
        gegevens.sector,
        gegevens.gedeeld,
    )
    await _record(conn, actor, clock, "leerlijn_gewijzigd", leerlijn_id, now.leerlijn.regio_code)


async def set_doelen(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    leerlijn_id: int,
    versie: int,
    doelen: Mapping[tuple[int, int | None], int],
) -> None:
    """Let these be its werkprocessen: weeks by (werkproces, organisatie or None for everybody)."""
    now = await _own(conn, actor, leerlijn_id, versie)
    await conn.execute("delete from leerlijn_werkprocessen where leerlijn_id = $1", leerlijn_id)
    await _insert_doelen(conn, leerlijn_id, doelen)
    await _record(conn, actor, clock, "leerlijn_gewijzigd", leerlijn_id, now.leerlijn.regio_code)


async def set_volgorde(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    leerlijn_id: int,
    versie: int,
    volgorde: Sequence[tuple[int, int]],
) -> None:
    """Let these (first, then) be its order; raises InvalidInput where they go round in a circle."""
    now = await _own(conn, actor, leerlijn_id, versie)
    refuse_circle(volgorde)
    await conn.execute("delete from leerlijn_volgorde where leerlijn_id = $1", leerlijn_id)
    await _insert_volgorde(conn, leerlijn_id, volgorde)
    await _record(conn, actor, clock, "leerlijn_gewijzigd", leerlijn_id, now.leerlijn.regio_code)


async def copy_leerlijn(
    conn: Connection, actor: Actor, *, clock: Clock, leerlijn_id: int, regio_code: str
) -> int:
    """Take a leerlijn over into a regio of the actor and give the id of the copy.

    What another regio added for its own organisaties stays there.
    """
    other = await get_leerlijn(conn, actor, leerlijn_id)
    if other is None:
        raise NotFound
    gegevens = LeerlijnGegevens(
        naam=await _free_name(conn, regio_code, other.leerlijn.naam),
        sector=other.leerlijn.sector,
        gedeeld=False,
    )
    made = await make_leerlijn(conn, actor, clock=clock, regio_code=regio_code, gegevens=gegevens)
    same = other.leerlijn.regio_code == regio_code
    doelen = {
        (each.werkproces_id, each.organisatie_id): each.weken
        for each in other.doelen
        if same or each.organisatie_id is None
    }
    await _insert_doelen(conn, made, doelen)
    await _insert_volgorde(conn, made, other.volgorde)
    return made


def refuse_circle(volgorde: Sequence[tuple[int, int]]) -> None:
    """Raise InvalidInput where a werkproces would come before itself."""
    graph = TopologicalSorter[int]()
    for first, then in volgorde:
        graph.add(then, first)
    try:
        graph.prepare()
    except CycleError:
        raise InvalidInput(fields={"dan": CIRCLE}) from None


async def _own(conn: Connection, actor: Actor, leerlijn_id: int, versie: int) -> LeerlijnInhoud:
    """Claim the next version of a leerlijn and give it as it was."""
    now = await get_leerlijn(conn, actor, leerlijn_id)
    if now is None:
        raise NotFound
    if now.leerlijn.regio_code not in actor.regios_als(*BESLIST):
        raise Forbidden
    claimed = await conn.fetchval(
        """
        update leerlijnen set versie = versie + 1
        where id = $2 and versie = $3 and regio_code = any($1::text[]) returning id
        """,
        list(actor.regios_als(*BESLIST)),
        leerlijn_id,
        versie,
    )
    if claimed is None:
        raise StaleVersion
    return now


async def _insert_doelen(
    conn: Connection, leerlijn_id: int, doelen: Mapping[tuple[int, int | None], int]
) -> None:
    """Write werkprocessen with their weeks."""
    await conn.execute(
        """
        insert into leerlijn_werkprocessen (leerlijn_id, werkproces_id, organisatie_id, weken)
        select $1, doel.werkproces_id, doel.organisatie_id, doel.weken
        from unnest($2::bigint[], $3::bigint[], $4::smallint[]) as doel(werkproces_id, organisatie_id, weken)
        """,
        leerlijn_id,
        [werkproces for werkproces, _ in doelen],
        [organisatie for _, organisatie in doelen],
        list(doelen.values()),
    )


async def _insert_volgorde(conn: Connection, leerlijn_id: int, volgorde: Sequence[tuple[int, int]]) -> None:
    """Write which werkprocessen come first."""
    await conn.execute(
        """
        insert into leerlijn_volgorde (leerlijn_id, eerst, dan)
        select $1, paar.eerst, paar.dan from unnest($2::bigint[], $3::bigint[]) as paar(eerst, dan)
        on conflict do nothing
        """,
        leerlijn_id,
        [eerst for eerst, _ in volgorde],
        [dan for _, dan in volgorde],
    )


async def _taken(conn: Connection, regio_code: str, naam: str, besides: int | None) -> bool:
    """Whether another leerlijn of the regio has this name."""
    return bool(
        await conn.fetchval(
            r"""
            select exists (select from leerlijnen where regio_code = $1 and id is distinct from $3
                and lower(regexp_replace(naam, '\s+', ' ', 'g')) = lower(regexp_replace($2, '\s+', ' ', 'g')))
            """,
            regio_code,
            naam,
            besides,
        )
    )


async def _free_name(conn: Connection, regio_code: str, naam: str) -> str:
    """The name, with a number where it is taken."""
    number, wanted = 1, naam
    while await _taken(conn, regio_code, wanted, None):
        number += 1
        wanted = f"{naam[: MAX_NAAM - 5]} {number}"
    return wanted


async def _record(
    conn: Connection, actor: Actor, clock: Clock, soort: str, leerlijn_id: int, regio_code: str
) -> None:
    """Append what happened to a leerlijn."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="leerlijn",
        onderwerp_id=leerlijn_id,
        regio_code=regio_code,
    )
