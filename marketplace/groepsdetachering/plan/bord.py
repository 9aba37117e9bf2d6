"""The verbs on the concept of a week board: begin, put somebody, lead, start and end a group, pin, undo.

Each keeps what stood there, so that it can be undone; what a run proved of the plan then holds no more.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from marketplace.clock import Clock, monday
from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.plan import plannen, writes
from marketplace.groepsdetachering.plan.instance import open_weeks, read_rijen, read_wereld
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling, PlanStatus, Planwereld
from marketplace.groepsdetachering.plan.opgave import Opgave, build_opgave
from marketplace.groepsdetachering.plan.ritten import bus_groups, pass_stops
from marketplace.groepsdetachering.plan.writes import GROEPSPLANNEN
from marketplace.groepsdetachering.plan.zet import Plek, Zet, write_zet
from marketplace.rekenruns import concepten
from marketplace.rekenruns.weken import WEEK
from marketplace.toegang.model import Actor
from solver.groepsdetachering.dagen import ALLE_DAGEN

R = TypeVar("R")


class WeekOver(Conflict):
    """Deze week is voorbij. Wat gebeurd is, verandert niet meer."""


class Held(Conflict):
    """Deze plaats staat vast. Maak haar eerst los."""


class NoGroup(Conflict):
    """Deze opdracht heeft in die week geen groep. Start eerst een groep."""


class NotTheseDays(Conflict):
    """Deze medewerker en deze groep hebben geen werkdag samen."""


class NothingToUndo(Conflict):
    """Er is geen zet om ongedaan te maken of opnieuw te doen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bord:
    """A concept at a version with all that is planned with, and who moves on it."""

    actor: Actor
    clock: Clock
    wereld: Planwereld
    concept: Groepsplan

    def weken(self, week: date, *, verder: bool) -> list[date]:
        """A week of the plan, with `verder` those after it too; raises NotFound or WeekOver."""
        if week not in self.concept.weken:
            raise NotFound
        if week < monday(self.clock.today()):
            raise WeekOver
        return [each for each in self.concept.weken if each == week or (verder and each > week)]

    async def opgave(self, conn: Connection) -> Opgave:
        """The question of the board, for the ways that buses can take."""
        weken = open_weeks(self.concept, self.clock.today())
        return build_opgave(await read_rijen(conn, self.wereld, weken, None))


async def begin(conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int) -> Groepsplan:
    """The concept of a SW-bedrijf: the one there is, or a new one from this week on, as published.

    It reaches as far as was published at least, so that publishing takes no week back that nobody looked at.
    A concept of which all weeks are over lapses.
    """
    bedrijf = await own_bedrijf(conn, actor, organisatie_id)
    told = await plannen.get_by_status(conn, [bedrijf.id], bedrijf.id, PlanStatus.GEPUBLICEERD)
    van = monday(clock.today())
    weken = max(bedrijf.beleid.weken, (told.tot - van) // WEEK if told else 0)
    await writes.lapse_concept(conn, bedrijf.id, van)
    part = told.between(van, van + weken * WEEK) if told else None
    await writes.insert_plan(
        conn,
        organisatie_id=bedrijf.id,
        status=PlanStatus.CONCEPT,
        van=van,
        weken=weken,
        basis_id=told.id if told else None,
        now=clock.now(),
        account_id=actor.account_id,
        groepen=part.groepen if part else (),
        indelingen=part.indelingen if part else (),
    )
    concept = await plannen.get_by_status(conn, [bedrijf.id], bedrijf.id, PlanStatus.CONCEPT)
    if concept is None:
        raise StaleVersion
    return concept


async def open_bord(
    conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int, versie: int
) -> Bord:
    """The concept at this version; raises NotFound, Forbidden, or StaleVersion when somebody was earlier."""
    bedrijf = await own_bedrijf(conn, actor, organisatie_id)
    wereld = await read_wereld(conn, [bedrijf.id], bedrijf.id)
    concept = await plannen.get_by_status(conn, [bedrijf.id], bedrijf.id, PlanStatus.CONCEPT)
    if wereld is None or concept is None or concept.versie != versie:
        raise StaleVersion
    return Bord(actor=actor, clock=clock, wereld=wereld, concept=concept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wens:
    """Where somebody goes: a group in a week (None: inside), on which days, and with `verder` until the end.

    Without `dagen` it is on all days on which both work.
    """

    kandidaat_id: int
    week: date
    opdracht_id: int | None
    dagen: int | None = None
    verder: bool = False


async def put(conn: Connection, bord: Bord, wens: Wens) -> None:
    """Put somebody in a group, or let them work inside; its bus passes a stop for them where it can.

    Raises NotFound, Held, NoGroup, NotTheseDays or WeekOver.
    """
    weken = bord.weken(wens.week, verder=wens.verder)
    zet, name = put_as(bord, wens, weken)
    if bus_groups(bord.concept, zet):
        zet = pass_stops(await bord.opgave(conn), bord.concept, zet)
    where = "binnen" if wens.opdracht_id is None else name
    await move(conn, bord, f"{called(bord, wens.kandidaat_id)}: {where}{when(weken)}", zet)


def put_as(bord: Bord, wens: Wens, weken: Sequence[date]) -> tuple[Zet, str]:
    """The move that puts somebody somewhere in these weeks, and what the opdracht is called."""
    wie = bord.wereld.medewerker(wens.kandidaat_id)
    opdracht = None if wens.opdracht_id is None else bord.wereld.opdracht(wens.opdracht_id)
    if wie is None or (opdracht is None and wens.opdracht_id is not None):
        raise NotFound
    places: dict[Plek, Indeling | None] = {}
    for week in weken:
        present = bord.concept.where(wie.kandidaat_id, week)
        if present is not None and present.vast:
            if week == wens.week:
                raise Held
            continue
        if opdracht is None:
            places[wie.kandidaat_id, week] = None
            continue
        group = bord.concept.groep(opdracht.id, week)
        dagen = (group.dagen if group else 0) & wie.dagen & (ALLE_DAGEN if wens.dagen is None else wens.dagen)
        if dagen:
            places[wie.kandidaat_id, week] = Indeling(
                kandidaat_id=wie.kandidaat_id, week=week, opdracht_id=opdracht.id, dagen=dagen
            )
        elif week == wens.week:
            raise NoGroup if group is None else NotTheseDays
    return Zet(indelingen=places), opdracht.kort if opdracht else ""


async def pin(
    conn: Connection,
    bord: Bord,
    plaatsen: Sequence[Plek],
    groepen: Sequence[Plek],
    *,
    vast: bool,
) -> None:
    """Pin places (kandidaat, week) and werkleiders of groups (opdracht, week), or let them go.

    Raises NotFound or WeekOver.
    """
    for _, week in (*plaatsen, *groepen):
        bord.weken(week, verder=False)
    people: dict[Plek, Indeling | None] = {}
    leaders: dict[Plek, Groep | None] = {}
    for key in plaatsen:
        if place := bord.concept.where(*key):
            people[key] = replace(place, vast=vast)
    for key in groepen:
        if group := bord.concept.groep(*key):
            leaders[key] = replace(group, vast=vast)
    places = changes(people, bord.concept.where)
    groups = changes(leaders, bord.concept.groep)
    if places or groups:
        number = len(places) + len(groups)
        words = f"{number} {'plaats' if number == 1 else 'plaatsen'}: {'vast' if vast else 'los'}"
        await move(conn, bord, words, Zet(groups, places))


def changes(
    wanted: Mapping[Plek, R | None], present: Callable[[int, date], R | None]
) -> dict[Plek, R | None]:
    """Only what differs."""
    return {key: each for key, each in wanted.items() if each != present(*key)}


async def undo(conn: Connection, bord: Bord, *, opnieuw: bool) -> str:
    """Undo the last move, or do the last undone one again; gives its words.

    Raises NothingToUndo, WeekOver or StaleVersion.
    """
    row = await concepten.get_zet(conn, GROEPSPLANNEN, bord.concept.id, opnieuw=opnieuw)
    if row is None:
        raise NothingToUndo
    zet = Zet.from_plain(row["naar"] if opnieuw else row["van"])
    if any(week < monday(bord.clock.today()) for week in zet.weken):
        raise WeekOver
    if not await concepten.bump(conn, GROEPSPLANNEN, bord.concept.id, bord.concept.versie):
        raise StaleVersion
    await write_zet(conn, bord.concept, zet)
    await concepten.turn_zet(conn, GROEPSPLANNEN, bord.concept.id, row["nummer"], ongedaan=not opnieuw)
    return str(row["zin"])


async def move(conn: Connection, bord: Bord, zin: str, zet: Zet) -> None:
    """Write a move and keep it, unless all stands so; raises StaleVersion, LedElsewhere or RidesElsewhere."""
    back = zet.back(bord.concept)
    if back == zet:
        return
    if not await concepten.bump(conn, GROEPSPLANNEN, bord.concept.id, bord.concept.versie):
        raise StaleVersion
    await write_zet(conn, bord.concept, zet)
    await concepten.insert_zet(
        conn,
        GROEPSPLANNEN,
        bord.concept.id,
        zin=zin,
        van=back.to_plain(),
        naar=zet.to_plain(),
        account_id=bord.actor.account_id,
        now=bord.clock.now(),
    )


def called(bord: Bord, kandidaat_id: int) -> str:
    """Somebody by kenmerk."""
    wie = bord.wereld.medewerker(kandidaat_id)
    return wie.kenmerk if wie else "?"


def when(weken: Sequence[date]) -> str:
    """In which weeks a move is, in words."""
    first = weken[0].isocalendar().week
    return f" (week {first})" if len(weken) == 1 else f" (vanaf week {first})"
