"""Publish a concept: the rules first, then people are told of it."""

from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, StaleVersion
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.plan import writes
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling, Stuk
from marketplace.groepsdetachering.plan.overzicht import load_overzicht
from marketplace.rekenruns.concepten import lapse_alternatieven
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor


class Overtaken(Conflict):
    """Intussen is een ander plan gepubliceerd. Vergelijk uw concept daarmee en neem over wat nog klopt."""


class AgainstLaw(Conflict):
    """Dit plan houdt zich niet aan een regel die altijd geldt. Los dat eerst op."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschoven:
    """Somebody who is elsewhere in a week, or on other days, than people were told."""

    kandidaat_id: int
    week: date
    was: Indeling | None
    wordt: Indeling | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Herzien:
    """A group that starts, ends, or has another werkleider, other days or another bus."""

    opdracht_id: int
    week: date
    was: Groep | None
    wordt: Groep | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """What changes for people and groups in the weeks that are not over."""

    mensen: tuple[Verschoven, ...]
    groepen: tuple[Herzien, ...]


def differences(told: Stuk, concept: Stuk) -> Verschil:
    """What differs between two plans, week after week; that something is pinned is nobody's news."""
    were = {(each.week, each.kandidaat_id): each for each in told.indelingen}
    become = {(each.week, each.kandidaat_id): each for each in concept.indelingen}
    ran = {(each.week, each.opdracht_id): each for each in told.groepen}
    run = {(each.week, each.opdracht_id): each for each in concept.groepen}
    return Verschil(
        mensen=tuple(
            Verschoven(kandidaat_id=who, week=week, was=were.get((week, who)), wordt=become.get((week, who)))
            for week, who in sorted(were.keys() | become.keys())
            if _place(were.get((week, who))) != _place(become.get((week, who)))
        ),
        groepen=tuple(
            Herzien(opdracht_id=which, week=week, was=ran.get((week, which)), wordt=run.get((week, which)))
            for week, which in sorted(ran.keys() | run.keys())
            if _group(ran.get((week, which))) != _group(run.get((week, which)))
        ),
    )


def _place(each: Indeling | None) -> tuple[int, int] | None:
    """Where and when, of a place."""
    return None if each is None else (each.opdracht_id, each.dagen)


def _group(each: Groep | None) -> tuple[object, ...] | None:
    """Who leads when and what brings people, of a group."""
    return None if each is None else (each.werkleider_id, each.leiding, each.bus_id, each.opstapplaatsen)


async def publish(
    conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int, versie: int, reden: str | None
) -> None:
    """Let everyone know where they will be; `reden` says why rules of beleid are set aside, where they are.

    It holds from this week on: what was published of weeks that are over stays. Raises StaleVersion or
    Overtaken when somebody was earlier, AgainstLaw, InvalidInput without a reason.
    """
    await own_bedrijf(conn, actor, organisatie_id)
    over = await load_overzicht(conn, actor, clock, organisatie_id)
    concept, told = over.concept, over.gepubliceerd
    if concept is None or concept.versie != versie:
        raise StaleVersion
    if concept.basis_id != (told.id if told else None):
        raise Overtaken
    broken = over.stand.breuken if over.stand else ()
    if any(each.wet for each in broken):
        raise AgainstLaw
    if broken and not reden:
        raise InvalidInput(
            fields={"reden": "Schrijf op waarom het plan mag afwijken van de regels die hierboven staan."}
        )
    await _write(conn, actor, clock, concept, over.van)
    found = differences(told.between(over.van, over.tot) if told else Stuk(), over.stuk)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="groepsplan_gepubliceerd",
        onderwerp="groepsplan",
        onderwerp_id=concept.id,
        regio_code=None,
        organisatie_id=organisatie_id,
        reden=reden,
        gegevens={"anders": len(found.mensen), "groepen": len(found.groepen), "tegen": len(broken)},
    )


async def _write(conn: Connection, actor: Actor, clock: Clock, concept: Groepsplan, van: date) -> None:
    """Publish over the version that was read; raises Overtaken."""
    if not await writes.publish(conn, concept, actor.account_id, clock.now(), van):
        raise Overtaken
    await lapse_alternatieven(conn, writes.GROEPSPLANNEN, concept.organisatie_id, 0)
