"""Publish a concept: the rules and signatures first, then people, plaatsen and guidance are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock, monday
from marketplace.db import Connection
from marketplace.errors import CapacityReached, Conflict, InvalidInput, StaleVersion
from marketplace.kandidaten.model import GroepStatus
from marketplace.rekenruns.concepten import lapse_alternatieven
from marketplace.rekenruns.regelbreuk import Regelbreuk
from marketplace.rekenruns.weken import WEEK
from marketplace.roulatie import roosters, writes
from marketplace.roulatie.bord import open_cohort
from marketplace.roulatie.instance import held_cells, read_rijen
from marketplace.roulatie.model import Cel, Cohort, Rooster, RoosterStatus
from marketplace.roulatie.opgave import build_opgave
from marketplace.roulatie.toets import look
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.voorstellen import groep as groepen
from marketplace.voorstellen.vertrek import take_up


class Overtaken(Conflict):
    """Intussen is een ander rooster gepubliceerd. Vergelijk uw concept daarmee en neem over wat nog klopt."""


class AgainstLaw(Conflict):
    """Dit rooster houdt zich niet aan een regel die altijd geldt. Los dat eerst op."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """A place on the board that changes with publishing: the plek that people know of, and the new one."""

    kandidaat_id: int
    blok_id: int
    was: int | None
    wordt: int | None


def differences(told: Rooster | None, concept: Rooster) -> list[Verschil]:
    """Where a concept differs from what people were told, by id."""
    before = {
        (each.kandidaat_id, each.blok_id): each.leerwerkplek_id for each in (told.cellen if told else ())
    }
    after = {(each.kandidaat_id, each.blok_id): each.leerwerkplek_id for each in concept.cellen}
    return [
        Verschil(kandidaat_id=who, blok_id=blok, was=before.get((who, blok)), wordt=after.get((who, blok)))
        for who, blok in sorted(before.keys() | after.keys())
        if before.get((who, blok)) != after.get((who, blok))
    ]


def in_order(cohort: Cohort, found: Sequence[Verschil]) -> list[Verschil]:
    """Differences as people read them: person after person, block after block."""
    people = {each.kandidaat_id: number for number, each in enumerate(cohort.deelnemers)}
    blokken = {each.id: each.nummer for each in cohort.blokken}
    return sorted(found, key=lambda each: (people.get(each.kandidaat_id, 0), blokken.get(each.blok_id, 0)))


async def publish(
    conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int, versie: int, reden: str | None
) -> None:
    """Let everyone know where they will be; `reden` says why rules of beleid are set aside, where they are.

    Raises StaleVersion or Overtaken when somebody was earlier, AgainstLaw, InvalidInput without a reason,
    CapacityReached with the week that is full, Conflict for a missing signature, StillPromised, Over.
    """
    cohort = await open_cohort(conn, actor, roulatie_id)
    regios = [cohort.roulatie.regio_code]
    told = await roosters.get_by_status(conn, regios, roulatie_id, RoosterStatus.GEPUBLICEERD)
    concept = await roosters.get_by_status(conn, regios, roulatie_id, RoosterStatus.CONCEPT)
    if concept is None or concept.versie != versie:
        raise StaleVersion
    if concept.basis_id != (told.id if told else None):
        raise Overtaken
    broken = await _broken_rules(conn, cohort, clock, told, concept)
    _refuse(broken, reden)
    if not await roosters.publish(conn, concept, actor.account_id, clock.now()):
        raise Overtaken
    await lapse_alternatieven(conn, roosters.ROOSTERS, roulatie_id, 0)
    await _take_up(conn, actor, clock, cohort)
    await _take_capacity(conn, cohort, concept, clock.today())
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="rooster_gepubliceerd",
        onderwerp="roulatie",
        onderwerp_id=roulatie_id,
        regio_code=cohort.roulatie.regio_code,
        reden=reden,
        gegevens={"rooster": concept.id, "anders": len(differences(told, concept)), "tegen": len(broken)},
    )


async def _broken_rules(
    conn: Connection, cohort: Cohort, clock: Clock, told: Rooster | None, concept: Rooster
) -> tuple[Regelbreuk, ...]:
    """What the rules say of a concept today."""
    rijen = await read_rijen(conn, cohort, clock.today(), told)
    opgave = build_opgave(rijen, held_cells(cohort, clock.today(), told, concept))
    return look(opgave, concept.cellen).conflicten


def _refuse(broken: Sequence[Regelbreuk], reden: str | None) -> None:
    """Raise AgainstLaw, or InvalidInput where beleid is set aside without a reason."""
    if any(each.wet for each in broken):
        raise AgainstLaw
    if broken and not reden:
        raise InvalidInput(
            fields={"reden": "Schrijf op waarom het rooster mag afwijken van de regels die hierboven staan."}
        )


async def _take_up(conn: Connection, actor: Actor, clock: Clock, cohort: Cohort) -> None:
    """The roulatie runs, its group has begun, and nobody in it is looked for elsewhere any more."""
    groep = await groepen.visible_groep(conn, actor, cohort.roulatie.groep_id)
    if groep.status is GroepStatus.AANGEMELD:
        await groepen.start(conn, actor, clock=clock, groep_id=groep.id, versie=groep.versie)
    for deelnemer in cohort.deelnemers:
        if deelnemer.gestopt_op is None:
            await take_up(conn, actor, clock=clock, kandidaat_id=deelnemer.kandidaat_id)
    await writes.start_roulatie(conn, cohort.roulatie.id)


async def _take_capacity(conn: Connection, cohort: Cohort, concept: Rooster, vandaag: date) -> None:
    """Take plaatsen and guidance from this week on, as the rooster says; raises CapacityReached."""
    this_week = monday(vandaag)
    weeks = [each for each in stay_weeks(cohort, concept.cellen) if each.week >= this_week]
    taken = await writes.replace_bezetting(conn, cohort.roulatie.id, this_week, weeks)
    if taken < len(weeks):
        raise CapacityReached("Niet in elke week leidt iemand de plek. Vraag het bedrijf wie er begeleidt.")


def stay_weeks(cohort: Cohort, cellen: Sequence[Cel]) -> list[writes.Verblijfsweek]:
    """Every week in which somebody is at a plek, with how many weeks the stay there has lasted by then."""
    found = []
    for deelnemer in cohort.deelnemers:
        own = {
            each.blok_id: each.leerwerkplek_id
            for each in cellen
            if each.kandidaat_id == deelnemer.kandidaat_id
        }
        start, before = cohort.roulatie.van, None
        for blok in cohort.blokken:
            plek = own.get(blok.id)
            if plek is None:
                continue
            if plek != before:
                start, before = blok.van, plek
            found += [
                writes.Verblijfsweek(deelnemer.kandidaat_id, plek, week, (week - start) // WEEK)
                for week in blok.maandagen
                if deelnemer.is_there(week)
            ]
    return found
