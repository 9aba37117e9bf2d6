"""The SQL by which the worker keeps a new concept plan, all within its one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from marketplace.db import Connection
from marketplace.rekenruns.model import PlannerNaam
from marketplace.voorstellen.plan import NieuwNietGeplaatst, NieuwPaar


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastgehouden:
    """A pairing that the next run must keep: a pin that holds, or one with a person's yes.

    `startweek` is given where the weeks are reserved or the pin names one; `gereserveerd` tells which.
    """

    voorstel_id: int
    kandidaat_id: int
    leerwerkplek_id: int
    startweek: date | None
    gereserveerd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Eerder:
    """A pairing of the plan that the next one stays near."""

    kandidaat_id: int
    leerwerkplek_id: int
    startweek: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVanNu:
    """The newest plan of a region: what is mended, with everybody who stands in it."""

    plan_id: int
    paren: tuple[Eerder, ...]


async def list_vastgehouden(conn: Connection, regio_code: str, op: date) -> list[Vastgehouden]:
    """What the next run must keep, for the worker; by kandidaat."""
    rows = await conn.fetch(
        """
        select voorstel.id as voorstel_id, voorstel.kandidaat_id, voorstel.leerwerkplek_id,
               coalesce(bezet.startweek, case when pin.geldt then voorstel.pin_startweek end) as startweek,
               bezet.startweek is not null as gereserveerd
        from voorstellen voorstel
        join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id
        cross join lateral (select coalesce(voorstel.pin_tot > $2, false) as geldt) pin
        left join lateral (
            select min(week) as startweek from bezetting where bezetting.voorstel_id = voorstel.id
        ) bezet on true
        where kandidaat.regio_code = $1 and kandidaat.status = 'matchbaar'
          and ((pin.geldt and voorstel.status not in ('afgewezen', 'vervallen'))
               or voorstel.status in ('besproken_met_kandidaat', 'akkoord_accountmanager',
                                      'voorgelegd_aan_werkgever', 'kennismaking', 'match'))
        order by voorstel.kandidaat_id, voorstel.id
        """,
        regio_code,
        op,
    )
    return [Vastgehouden(**dict(row)) for row in rows]


async def list_afgewezen(conn: Connection, regio_code: str) -> list[tuple[int, int]]:
    """The pairs (kandidaat, plek) that were rejected, for the worker."""
    rows = await conn.fetch(
        """
        select voorstel.kandidaat_id, voorstel.leerwerkplek_id from voorstellen voorstel
        join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id
        where kandidaat.regio_code = $1 and voorstel.status = 'afgewezen'
        order by voorstel.kandidaat_id, voorstel.leerwerkplek_id
        """,
        regio_code,
    )
    return [(row["kandidaat_id"], row["leerwerkplek_id"]) for row in rows]


async def list_eerder(conn: Connection, regio_code: str) -> list[Eerder]:
    """The published plan of a region, else its concept, without what was rejected; for the worker."""
    rows = await conn.fetch(
        """
        select deel.kandidaat_id, deel.leerwerkplek_id, deel.startweek
        from plan_voorstellen deel
        join voorstellen voorstel on voorstel.id = deel.voorstel_id and voorstel.status <> 'afgewezen'
        where deel.plan_id = (
            select id from plannen where regio_code = $1 and status in ('gepubliceerd', 'concept')
            order by status = 'gepubliceerd' desc limit 1)
        order by deel.kandidaat_id
        """,
        regio_code,
    )
    return [Eerder(**dict(row)) for row in rows]


async def get_nieuwste(conn: Connection, regio_code: str) -> PlanVanNu | None:
    """The concept of a region, else its published plan, as it was made; for the worker that mends it."""
    rows = await conn.fetch(
        """
        select plan.id as plan_id, deel.kandidaat_id, deel.leerwerkplek_id, deel.startweek
        from (select id from plannen where regio_code = $1 and status in ('concept', 'gepubliceerd')
              order by status = 'concept' desc limit 1) plan
        left join plan_voorstellen deel on deel.plan_id = plan.id
        order by deel.kandidaat_id
        """,
        regio_code,
    )
    if not rows:
        return None
    paren = [
        {name: row[name] for name in Eerder.__slots__} for row in rows if row["kandidaat_id"] is not None
    ]
    return PlanVanNu(plan_id=rows[0]["plan_id"], paren=tuple(Eerder(**paar) for paar in paren))


async def replace_concept(
    conn: Connection, *, rekenrun_id: int, regio_code: str, now: datetime, cijfers: Mapping[str, object]
) -> int:
    """Let the former concept lapse and begin a new one; returns its id."""
    await conn.execute(
        "update plannen set status = 'vervallen', versie = versie + 1"
        " where regio_code = $1 and planner = $2 and status = 'concept'",
        regio_code,
        PlannerNaam.MATCHING,
    )
    made: int = await conn.fetchval(
        """
        insert into plannen (rekenrun_id, regio_code, planner, status, basis_plan_id, gemaakt_op, cijfers)
        select id, $2, $3, 'concept', basis_plan_id, $4, $5 from rekenruns where id = $1
        returning id
        """,
        rekenrun_id,
        regio_code,
        PlannerNaam.MATCHING,
        now,
        cijfers,
    )
    return made


async def upsert_voorstellen(conn: Connection, paren: Sequence[NieuwPaar]) -> dict[tuple[int, int], int]:
    """Give each pair its voorstel: a known one keeps its status, one that lapsed begins anew; ids by pair."""
    rows = await conn.fetch(
        """
        insert into voorstellen as voorstel (kandidaat_id, leerwerkplek_id)
        select * from unnest($1::bigint[], $2::bigint[])
        on conflict (kandidaat_id, leerwerkplek_id) do update
        set status = case voorstel.status when 'vervallen' then 'voorgesteld' else voorstel.status end,
            ja_kandidaat_op = case when voorstel.status <> 'vervallen' then voorstel.ja_kandidaat_op end,
            ja_vastgelegd_door = case when voorstel.status <> 'vervallen'
                                      then voorstel.ja_vastgelegd_door end,
            versie = voorstel.versie + (voorstel.status = 'vervallen')::integer
        returning id, kandidaat_id, leerwerkplek_id
        """,
        [paar.kandidaat_id for paar in paren],
        [paar.leerwerkplek_id for paar in paren],
    )
    return {(row["kandidaat_id"], row["leerwerkplek_id"]): row["id"] for row in rows}


async def insert_plan_voorstellen(
    conn: Connection, plan_id: int, paren: Sequence[NieuwPaar], ids: Mapping[tuple[int, int], int]
) -> None:
    """Keep what the plan proposes and why."""
    await conn.executemany(
        """
        insert into plan_voorstellen
            (plan_id, voorstel_id, kandidaat_id, leerwerkplek_id, startweek, weken, vorm, uitleg)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        [
            (
                plan_id,
                ids[paar.kandidaat_id, paar.leerwerkplek_id],
                paar.kandidaat_id,
                paar.leerwerkplek_id,
                paar.startweek,
                paar.weken,
                paar.vorm,
                dict(paar.uitleg),
            )
            for paar in paren
        ],
    )


async def insert_niet_geplaatst(conn: Connection, plan_id: int, regels: Sequence[NieuwNietGeplaatst]) -> None:
    """Keep for whom there is no plek and why."""
    await conn.executemany(
        "insert into plan_niet_geplaatst (plan_id, kandidaat_id, reden, uitleg) values ($1, $2, $3, $4)",
        [(plan_id, regel.kandidaat_id, regel.reden, dict(regel.uitleg)) for regel in regels],
    )
