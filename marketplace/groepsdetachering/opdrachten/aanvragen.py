"""What an inlener does: ask a SW-bedrijf for a group, and see its own opdrachten with who comes.

Who belongs to the vestiging sees no price, no value and no short name, and nothing of another inlener; of
people as much as was agreed, which a function of the database says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import asyncpg

from marketplace.bordnaam import short_names
from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput
from marketplace.groepsdetachering.opdrachten.model import (
    OpdrachtStatus,
    OpdrachtWerkproces,
    Toont,
    say_where,
)
from marketplace.groepsdetachering.opdrachten.wijziging import CHOOSE, wrong_numbers, wrong_times
from marketplace.groepsdetachering.opdrachten.writes import insert_werkprocessen
from marketplace.organisaties.model import Vestiging
from marketplace.organisaties.queries import list_vestigingen
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_PLEKKEN, LEEST_PLEKKEN
from marketplace.werkprocessen.queries import get_keuzen


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenOpdracht:
    """An opdracht as its inlener sees it, on the weekdays of a mask in [van, tot)."""

    id: int
    bedrijf: str | None
    vestiging: str
    plaats: str
    naam: str
    status: OpdrachtStatus
    reden: str | None
    toelichting: str
    van: date
    tot: date
    dagen: int
    minuten: int
    minimum: int
    maximum: int
    gevraagd: int
    toegezegd: int
    toont: Toont
    werkprocessen: tuple[int, ...]

    @property
    def waar(self) -> str:
        """The vestiging and its place."""
        return say_where(self.vestiging, self.plaats)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepInWeek:
    """The group of a week as its inlener sees it: of `mensen` as much as was agreed."""

    week: date
    werkleider: str
    dagen: int
    aantal: int
    mensen: tuple[str, ...]
    kan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraag:
    """The group that an inlener asks for."""

    organisatie_id: int
    vestiging_id: int
    naam: str
    werkprocessen: tuple[int, ...]
    van: date
    tot: date
    dagen: int
    minuten: int
    minimum: int
    gevraagd: int
    maximum: int
    toelichting: str


_EIGEN = """
    select opdracht.id, bedrijf.naam as bedrijf, vestiging.naam as vestiging, plaats.naam as plaats,
           opdracht.naam, opdracht.status, opdracht.reden, opdracht.toelichting,
           lower(opdracht.periode) as van, upper(opdracht.periode) as tot, opdracht.dagen, opdracht.minuten,
           opdracht.minimum, opdracht.maximum, opdracht.gevraagd, opdracht.toegezegd, opdracht.toont,
           array(select deel.werkproces_id from opdracht_werkprocessen deel
                 where deel.opdracht_id = opdracht.id order by 1) as werkprocessen
    from opdrachten opdracht
    join vestigingen vestiging on vestiging.id = opdracht.vestiging_id
    join plaatsen plaats on plaats.id = vestiging.plaats_id
    left join sw_bedrijven_voor_inlener() bedrijf on bedrijf.id = opdracht.organisatie_id
    where vestiging.organisatie_id = any($1::bigint[])
"""


def _own(actor: Actor) -> list[int]:
    """The companies whose opdrachten the actor sees as inlener."""
    return list(actor.organisaties_als(*LEEST_PLEKKEN))


async def list_eigen(conn: Connection, actor: Actor) -> list[EigenOpdracht]:
    """The opdrachten of the actor's companies, those that end last first."""
    rows = await conn.fetch(f"{_EIGEN} order by upper(opdracht.periode) desc, opdracht.id desc", _own(actor))
    return [_eigen(row) for row in rows]


async def get_eigen(conn: Connection, actor: Actor, opdracht_id: int) -> EigenOpdracht | None:
    """One opdracht of the actor's companies; None for a stranger."""
    row = await conn.fetchrow(f"{_EIGEN} and opdracht.id = $2", _own(actor), opdracht_id)
    return None if row is None else _eigen(row)


def _eigen(row: asyncpg.Record) -> EigenOpdracht:
    """An opdracht as a value."""
    return EigenOpdracht(
        **{
            **dict(row),
            "status": OpdrachtStatus(row["status"]),
            "toont": Toont(row["toont"]),
            "werkprocessen": tuple(row["werkprocessen"]),
        }
    )


async def list_groepen(conn: Connection, opdracht_id: int, weken: Sequence[date]) -> list[GroepInWeek]:
    """The groups of these weeks, by their Mondays, at an opdracht of who asks; the database says whose."""
    rows = await conn.fetch(
        """
        select week, groep.werkleider, groep.dagen, groep.aantal, groep.mensen, groep.kan
        from unnest($2::date[]) week cross join lateral groep_bij_inlener($1, week) groep order by week
        """,
        opdracht_id,
        list(weken),
    )
    return [
        GroepInWeek(**{**dict(row), "mensen": tuple(row["mensen"]), "kan": tuple(row["kan"])}) for row in rows
    ]


async def list_sw_bedrijven(conn: Connection) -> list[tuple[int, str]]:
    """The SW-bedrijven that an inlener can ask, with their names; the database says whom."""
    rows = await conn.fetch("select id, naam from sw_bedrijven_voor_inlener()")
    return [(row["id"], row["naam"]) for row in rows]


async def list_eigen_vestigingen(conn: Connection, actor: Actor) -> list[Vestiging]:
    """Where the actor may ask for a group."""
    own = actor.organisaties_als(*BEHEERT_PLEKKEN)
    return [each for each in await list_vestigingen(conn, actor) if each.organisatie_id in own]


async def ask_groep(conn: Connection, actor: Actor, *, clock: Clock, aanvraag: Aanvraag) -> int:
    """Ask for a group and give the id of the opdracht; raises InvalidInput with fields or Forbidden."""
    if not actor.heeft(*BEHEERT_PLEKKEN):
        raise Forbidden
    if wrong := await _wrong_fields(conn, actor, clock, aanvraag):
        raise InvalidInput(fields=wrong)
    opdracht_id = await _insert(conn, actor, clock, aanvraag)
    await insert_werkprocessen(
        conn,
        aanvraag.organisatie_id,
        opdracht_id,
        [
            OpdrachtWerkproces(werkproces_id=each, aantal=0, werkleider=False)
            for each in aanvraag.werkprocessen
        ],
    )
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="opdracht_gevraagd",
        onderwerp="opdracht",
        onderwerp_id=opdracht_id,
        regio_code=None,
        organisatie_id=aanvraag.organisatie_id,
    )
    return opdracht_id


async def _wrong_fields(conn: Connection, actor: Actor, clock: Clock, aanvraag: Aanvraag) -> dict[str, str]:
    """A sentence at every field that does not go with the others or with who asks."""
    wrong = wrong_times(aanvraag.van, aanvraag.tot, aanvraag.dagen)
    wrong |= wrong_numbers(aanvraag.minimum, aanvraag.gevraagd, aanvraag.maximum)
    if aanvraag.van < clock.today():
        wrong["van"] = "Deze dag is al geweest."
    if aanvraag.organisatie_id not in {number for number, _ in await list_sw_bedrijven(conn)}:
        wrong["bedrijf"] = CHOOSE
    if aanvraag.vestiging_id not in {each.id for each in await list_eigen_vestigingen(conn, actor)}:
        wrong["vestiging"] = CHOOSE
    known = (await get_keuzen(conn, clock.today())).werkprocessen
    if not set(aanvraag.werkprocessen) <= known:
        wrong["werkprocessen"] = CHOOSE
    return wrong


async def _insert(conn: Connection, actor: Actor, clock: Clock, aanvraag: Aanvraag) -> int:
    """Write it under a short name that is free; which names are taken, an inlener does not see."""
    for kort in short_names(aanvraag.naam.split(), "Opdracht"):
        made: int | None = await conn.fetchval(
            """
            insert into opdrachten (organisatie_id, vestiging_id, naam, kort, status, toelichting, periode,
                dagen, minuten, minimum, maximum, gevraagd, gevraagd_door, aangemaakt_op, voorbeeld)
            select $2, vestiging.id, $4, $5, 'gevraagd', $6, daterange($7, $8), $9, $10, $11, $12, $13, $14,
                $15, inlener.voorbeeld
            from vestigingen vestiging join organisaties inlener on inlener.id = vestiging.organisatie_id
            where inlener.id = any($1::bigint[]) and vestiging.id = $3
            on conflict do nothing returning id
            """,
            list(actor.organisaties_als(*BEHEERT_PLEKKEN)),
            aanvraag.organisatie_id,
            aanvraag.vestiging_id,
            aanvraag.naam,
            kort,
            aanvraag.toelichting,
            aanvraag.van,
            aanvraag.tot,
            aanvraag.dagen,
            aanvraag.minuten,
            aanvraag.minimum,
            aanvraag.maximum,
            aanvraag.gevraagd,
            actor.account_id,
            clock.now(),
        )
        if made is not None:
            return made
    raise InvalidInput(fields={"naam": "Deze naam is te vaak gebruikt. Kies andere woorden."})
