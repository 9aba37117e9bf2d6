"""The answers to what-ifs: what a run found, and laying it on the board while the plan is still the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.opdrachten import service as opdrachten
from marketplace.groepsdetachering.opdrachten.afspraken import copy_afspraken
from marketplace.groepsdetachering.opdrachten.model import OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import get_opdracht
from marketplace.groepsdetachering.plan.bord import Bord, open_bord
from marketplace.groepsdetachering.plan.instance import PlanMovedOn
from marketplace.groepsdetachering.plan.overnemen import take_over
from marketplace.groepsdetachering.plan.vraag import VraagSoort, is_about, kind_of
from marketplace.groepsdetachering.plan.writes import GROEPSPLANNEN
from marketplace.rekenruns.concepten import bump
from marketplace.rekenruns.model import Json, RekenrunStatus
from marketplace.toegang.model import Actor

_ANTWOORD = """
    select run.id, run.organisatie_id, run.vraag, run.status, run.fout, run.gevraagd_op,
           run.uitkomst -> 'wat_als' as wat_als, (run.instantie ->> 'week0')::date as week0,
           plan.id as plan_id
    from rekenruns run
    left join groepsplannen plan on plan.rekenrun_id = run.id and plan.status = 'alternatief'
    where run.organisatie_id = any($1::bigint[]) and run.vraag ->> 'soort' <> 'vullen'
"""


class NoPlanOfIt(Conflict):
    """Dit antwoord kan niet op het bord worden gelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """A what-if with how far it is; `wat_als` as `run` tells it, None until it is there.

    `plan_id` is the plan that can be laid on the board.
    """

    id: int
    organisatie_id: int
    vraag: Json
    status: RekenrunStatus
    fout: str | None
    gevraagd_op: datetime
    wat_als: dict[str, Any] | None
    week0: date | None
    plan_id: int | None

    @property
    def soort(self) -> VraagSoort:
        """What was asked."""
        return kind_of(self.vraag)


async def get_antwoord(conn: Connection, actor: Actor, run_id: int) -> Antwoord | None:
    """One what-if; None for a stranger."""
    row = await conn.fetchrow(f"{_ANTWOORD} and run.id = $2", bedrijven_of(actor), run_id)
    return None if row is None else _antwoord(row)


async def list_antwoorden(
    conn: Connection, actor: Actor, organisatie_id: int, aantal: int
) -> Sequence[Antwoord]:
    """The last what-ifs of a SW-bedrijf."""
    rows = await conn.fetch(
        f"{_ANTWOORD} and run.organisatie_id = $2 order by run.id desc limit $3",
        bedrijven_of(actor),
        organisatie_id,
        aantal,
    )
    return [_antwoord(row) for row in rows]


def _antwoord(row: asyncpg.Record) -> Antwoord:
    """One what-if as a value."""
    return Antwoord(**{**dict(row), "status": RekenrunStatus(row["status"])})


async def adopt(conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int, run_id: int) -> None:
    """Lay an answer on the board; an opdracht that was asked for is accepted with it.

    Raises NotFound, NoPlanOfIt, PlanMovedOn when the board was changed since, or what accepting raises.
    """
    antwoord = await get_antwoord(conn, actor, run_id)
    if antwoord is None or antwoord.organisatie_id != organisatie_id:
        raise NotFound
    if antwoord.plan_id is None:
        raise NoPlanOfIt
    if antwoord.soort is VraagSoort.OPDRACHT:
        await _accept(conn, actor, clock, int(antwoord.vraag["opdracht"]))
    await take_over(conn, await _open(conn, actor, clock, antwoord), antwoord.plan_id)


async def _open(conn: Connection, actor: Actor, clock: Clock, antwoord: Antwoord) -> Bord:
    """The board that a question was about; raises PlanMovedOn when it was changed since."""
    versie = int(antwoord.vraag["versie"])
    try:
        bord = await open_bord(
            conn, actor, clock=clock, organisatie_id=antwoord.organisatie_id, versie=versie
        )
    except Conflict as error:
        raise PlanMovedOn from error
    if not is_about(antwoord.vraag, bord.concept.id, bord.concept.versie):
        raise PlanMovedOn
    return bord


async def _accept(conn: Connection, actor: Actor, clock: Clock, opdracht_id: int) -> None:
    """Take on an opdracht that was only asked for."""
    opdracht = await get_opdracht(conn, actor, opdracht_id)
    if opdracht is None:
        raise NotFound
    if opdracht.status is OpdrachtStatus.GEVRAAGD:
        wijziging = opdrachten.Wijziging(clock=clock, opdracht_id=opdracht_id, versie=opdracht.versie)
        await opdrachten.accept_opdracht(conn, actor, wijziging)


async def split(conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int, run_id: int) -> int:
    """Make two opdrachten of the one that a question was about, each of half the size; gives the second.

    What was agreed on people holds at both. Raises NotFound, PlanMovedOn when the board was changed or this
    was done before, or what editing an opdracht raises.
    """
    antwoord = await get_antwoord(conn, actor, run_id)
    if (
        antwoord is None
        or antwoord.organisatie_id != organisatie_id
        or antwoord.soort is not VraagSoort.SPLITSEN
    ):
        raise NotFound
    now = await get_opdracht(conn, actor, int(antwoord.vraag["opdracht"]))
    if now is None:
        raise NotFound
    bord = await _open(conn, actor, clock, antwoord)
    if not await bump(conn, GROEPSPLANNEN, bord.concept.id, bord.concept.versie):
        raise PlanMovedOn
    gegevens = opdrachten.gegevens_of(now)
    half = {name: -(-getattr(now, name) // 2) for name in ("minimum", "maximum", "gevraagd", "toegezegd")}
    rest = {name: max(name != "toegezegd", getattr(now, name) - half[name]) for name in half}
    wijziging = opdrachten.Wijziging(clock=clock, opdracht_id=now.id, versie=now.versie)
    await opdrachten.edit_opdracht(conn, actor, wijziging, replace(gegevens, **half))
    other = replace(gegevens, naam=f"{now.naam} (2)", kort="", **rest)
    second = await opdrachten.make_opdracht(
        conn, actor, clock=clock, organisatie_id=organisatie_id, gegevens=other
    )
    await copy_afspraken(conn, actor, now.id, second)
    return second
