"""The verb that fills in the hours of a week; what was confirmed stays as it is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock
from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.opdrachten.model import Opdracht
from marketplace.groepsdetachering.uren import link_queries
from marketplace.groepsdetachering.uren.model import MOST_MINUTES, UrenStand, Urenweek, Uur
from marketplace.groepsdetachering.uren.queries import list_kenmerken
from marketplace.groepsdetachering.uren.weken import find_urenweek
from marketplace.groepsdetachering.werkdagen import day_of
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN
from solver.groepsdetachering.dagen import WERKDAGEN


class Confirmed(Conflict):
    """De inlener heeft deze uren bevestigd. Ze veranderen niet meer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekwijziging:
    """The week of an opdracht that is changed, and the version that the page showed; 0 for a week without."""

    clock: Clock
    opdracht_id: int
    week: date
    versie: int


def field_of(kandidaat_id: int, dag: int) -> str:
    """How a form calls the hours of somebody on a weekday."""
    return f"uur_{kandidaat_id}_{dag}"


async def own_urenweek(conn: Connection, actor: Actor, wijziging: Weekwijziging) -> Urenweek:
    """A week that still can change, of a SW-bedrijf whose people the actor plans.

    Raises NotFound, Forbidden, NotBegun, Confirmed or StaleVersion.
    """
    now = await find_urenweek(conn, actor, wijziging.clock, wijziging.opdracht_id, wijziging.week)
    await own_bedrijf(conn, actor, now.opdracht.organisatie_id)
    if now.stand is UrenStand.BEVESTIGD:
        raise Confirmed
    if now.versie != wijziging.versie:
        raise StaleVersion
    return now


async def save_uren(conn: Connection, actor: Actor, wijziging: Weekwijziging, uren: Collection[Uur]) -> None:
    """Write down who was there and how long.

    An inlener confirms what they saw: a link to what stood there before works no more. Raises as
    `own_urenweek`, and InvalidInput with fields.
    """
    now = await own_urenweek(conn, actor, wijziging)
    await _expect_right(conn, actor, now, wijziging, uren)
    await link_queries.revoke(conn, actor, now.opdracht.id, now.week, wijziging.clock.now())
    await _claim(conn, actor, now, wijziging)
    await conn.execute(
        "delete from detacheringsuren where opdracht_id = $1 and week = $2", now.opdracht.id, now.week
    )
    await conn.execute(
        """
        insert into detacheringsuren (organisatie_id, opdracht_id, week, kandidaat_id, dag, minuten)
        select $1, $2, $3, uur.kandidaat_id, uur.dag, uur.minuten
        from unnest($4::bigint[], $5::smallint[], $6::smallint[]) uur (kandidaat_id, dag, minuten)
        """,
        now.opdracht.organisatie_id,
        now.opdracht.id,
        now.week,
        [each.kandidaat_id for each in uren],
        [each.dag for each in uren],
        [each.minuten for each in uren],
    )
    await record_week(conn, actor, wijziging.clock, now.opdracht, "uren_ingevuld", now.week)


async def record_week(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    opdracht: Opdracht,
    soort: str,
    week: date,
    **gegevens: object,
) -> None:
    """Append what happened to the hours of a week, at its opdracht."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="opdracht",
        onderwerp_id=opdracht.id,
        regio_code=None,
        organisatie_id=opdracht.organisatie_id,
        gegevens={**told_of(week), **gegevens},
    )


def told_of(week: date) -> Mapping[str, object]:
    """A week as `gegevens` of a gebeurtenis, and how people read it."""
    return {"week": week.isoformat(), "tekst": f"week van {datum(week)}"}


async def _expect_right(
    conn: Connection, actor: Actor, now: Urenweek, wijziging: Weekwijziging, uren: Collection[Uur]
) -> None:
    """Raise InvalidInput with a sentence at every field, or NotFound for who is no medewerker."""
    wrong = {}
    for each in uren:
        if not 0 < each.minuten <= MOST_MINUTES:
            wrong[field_of(each.kandidaat_id, each.dag)] = "Vul hooguit 12 uur per dag in."
        elif each.dag not in WERKDAGEN or day_of(now.week, each.dag) > wijziging.clock.today():
            wrong[field_of(each.kandidaat_id, each.dag)] = "Deze dag is nog niet geweest."
    if wrong:
        raise InvalidInput(fields=wrong)
    known = await list_kenmerken(conn, actor, now.opdracht.organisatie_id)
    if not {each.kandidaat_id for each in uren} <= known.keys():
        raise NotFound


async def _claim(conn: Connection, actor: Actor, now: Urenweek, wijziging: Weekwijziging) -> None:
    """Claim the next version of a week, or its first; raises StaleVersion when somebody was earlier."""
    claimed = await conn.fetchval(
        """
        insert into detacheringsweken as gewerkt
            (organisatie_id, opdracht_id, week, ingevuld_op, ingevuld_door, tarief)
        select opdracht.organisatie_id, opdracht.id, $3, $4, $5, opdracht.tarief from opdrachten opdracht
        where opdracht.organisatie_id = any($1::bigint[]) and opdracht.id = $2
        on conflict (opdracht_id, week) do update
            set ingevuld_op = excluded.ingevuld_op, ingevuld_door = excluded.ingevuld_door,
                tarief = excluded.tarief, versie = gewerkt.versie + 1
            where gewerkt.versie = $6 and gewerkt.bevestigd_op is null
        returning versie
        """,
        list(actor.organisaties_als(*PLANT_MENSEN)),
        now.opdracht.id,
        now.week,
        wijziging.clock.now(),
        actor.account_id,
        wijziging.versie,
    )
    if claimed is None:
        raise StaleVersion
