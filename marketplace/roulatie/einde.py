"""What comes after: return to the moederbedrijf, or a lasting place by the evidence of all blocks."""

from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock, monday
from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Conflict, StaleVersion
from marketplace.kandidaten.model import GroepStatus, KandidaatProfiel, KandidaatStatus
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.status import move
from marketplace.rekenruns.weken import WEEK
from marketplace.roulatie import writes
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.model import (
    Blok,
    Cohort,
    Oordeel,
    Roulatie,
    RoulatieDeelnemer,
    RoulatiePlek,
    RoulatieStatus,
    Terugblik,
)
from marketplace.roulatie.overzicht import Overzicht
from marketplace.roulatie.waardering import eindplek
from marketplace.roulatie.wijziging import Wijziging, claim_roulatie
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.voorstellen import groep as groepen


class NotOver(Conflict):
    """De roulatie loopt nog. Afronden kan vanaf de laatste week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijs:
    """What is known of one block of somebody at a plek; None where nobody told it."""

    blok: Blok
    terugblik: Terugblik | None
    oordeel: Oordeel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindplek:
    """A plek where somebody was: the points of `waardering.eindplek`, and what they rest on."""

    plek: RoulatiePlek
    punten: int
    bewijs: tuple[Bewijs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Afloop:
    """A deelnemer in the end: who returns, and for the others the plekken, the best first."""

    deelnemer: RoulatieDeelnemer
    eindplekken: tuple[Eindplek, ...]

    @property
    def gaat_terug(self) -> bool:
        """Whether somebody has a moederbedrijf to return to."""
        return self.deelnemer.moederbedrijf_id is not None


def list_aflopen(over: Overzicht) -> list[Afloop]:
    """Everybody who is still there, with the plekken of the published rooster by what was told of them."""
    return [
        Afloop(deelnemer=each, eindplekken=_eindplekken(over, each))
        for each in over.cohort.deelnemers
        if each.gestopt_op is None
    ]


def _eindplekken(over: Overzicht, deelnemer: RoulatieDeelnemer) -> tuple[Eindplek, ...]:
    """Where somebody was or will be, with what was told of it; a company that stopped offers nothing."""
    cohort, told = over.cohort, over.gepubliceerd
    at: dict[int, list[Blok]] = {}
    for blok in cohort.blokken:
        cel = told.where(deelnemer.kandidaat_id, blok.id) if told else None
        if cel is not None:
            at.setdefault(cel.leerwerkplek_id, []).append(blok)
    found = [
        Eindplek(
            plek=plek,
            punten=eindplek(cohort, deelnemer, plek.leerwerkplek_id),
            bewijs=tuple(_bewijs(cohort, deelnemer, blok) for blok in at[plek.leerwerkplek_id]),
        )
        for plek in cohort.plekken
        if plek.leerwerkplek_id in at and plek.stopt_op is None
    ]
    return tuple(sorted(found, key=lambda each: -each.punten))


def _bewijs(cohort: Cohort, deelnemer: RoulatieDeelnemer, blok: Blok) -> Bewijs:
    """What was told of somebody in a block."""
    here = (deelnemer.kandidaat_id, blok.id)
    terugblik = (each for each in cohort.terugblikken if (each.kandidaat_id, each.blok_id) == here)
    oordeel = (each for each in cohort.oordelen if (each.kandidaat_id, each.blok_id) == here)
    return Bewijs(blok=blok, terugblik=next(terugblik, None), oordeel=next(oordeel, None))


def can_finish(roulatie: Roulatie, vandaag: date) -> bool:
    """Whether a roulatie runs and is in its last week or past it."""
    return roulatie.status is RoulatieStatus.LOPEND and vandaag >= roulatie.tot - WEEK


async def finish(conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int, versie: int) -> None:
    """Let a roulatie end: who has a moederbedrijf returns there, the others look for a lasting place.

    Raises NotOver before its last week, StaleVersion, or Conflict when it had ended.
    """
    cohort = await own_cohort(conn, actor, roulatie_id)
    roulatie = cohort.roulatie
    if roulatie.status is not RoulatieStatus.LOPEND:
        raise Conflict("Deze roulatie loopt niet. Er valt niets af te ronden.")
    if not can_finish(roulatie, clock.today()):
        raise NotOver(
            f"De roulatie loopt tot en met {datum(roulatie.laatste_dag)}. Afronden kan vanaf die week."
        )
    if not await writes.end_roulatie(conn, actor, roulatie_id, versie):
        raise StaleVersion
    await _let_go(conn, actor, clock, cohort)
    groep = await groepen.visible_groep(conn, actor, roulatie.groep_id)
    if groep.status is GroepStatus.GESTART:
        await groepen.finish(conn, actor, clock=clock, groep_id=groep.id, versie=groep.versie)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="roulatie_afgerond",
        onderwerp="roulatie",
        onderwerp_id=roulatie_id,
        regio_code=roulatie.regio_code,
    )


async def stop_roulatie(conn: Connection, actor: Actor, wijziging: Wijziging, reden: str) -> None:
    """Let a roulatie end before its time, with the reason; what was published stays to be read.

    From next week on its plaatsen and guidance are free; people go on as after the end. The group stays.
    """
    cohort = await claim_roulatie(conn, actor, wijziging, "roulatie_gestopt", reden=reden)
    roulatie = cohort.roulatie
    await conn.execute(
        "update roulaties set status = 'gestopt', reden = $2 where id = $1", roulatie.id, reden
    )
    if roulatie.status is RoulatieStatus.LOPEND:
        next_week = monday(wijziging.clock.today()) + WEEK
        await writes.replace_bezetting(conn, roulatie.id, next_week, ())
        await _let_go(conn, actor, wijziging.clock, cohort)


async def _let_go(conn: Connection, actor: Actor, clock: Clock, cohort: Cohort) -> None:
    """Let everybody who is still there return, or look on."""
    for deelnemer in cohort.deelnemers:
        profiel = await visible_kandidaat(conn, actor, deelnemer.kandidaat_id)
        if deelnemer.gestopt_op is None and profiel.status is KandidaatStatus.LOPEND:
            await _send_on(conn, actor, clock, deelnemer, profiel)


async def _send_on(
    conn: Connection, actor: Actor, clock: Clock, deelnemer: RoulatieDeelnemer, profiel: KandidaatProfiel
) -> None:
    """Let somebody return, or look on."""
    if deelnemer.moederbedrijf_id is not None:
        await move(conn, actor, clock, profiel, profiel.versie, KandidaatStatus.AFGEROND)
    else:
        await move(
            conn,
            actor,
            clock,
            profiel,
            profiel.versie,
            KandidaatStatus.MATCHBAAR,
            sinds=clock.today(),
        )
