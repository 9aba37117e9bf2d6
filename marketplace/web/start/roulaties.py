"""What roulaties ask of who decides: sign, publish, hear how a block was, ask about an offer, end."""

from datetime import date, timedelta

from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.roulatie.aandacht import Aandacht, list_aandacht, list_open_aanbod
from marketplace.roulatie.oordeel import list_verblijven
from marketplace.roulatie.terugblik import CLOSES_AFTER_END, OPENS_BEFORE_END
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEOORDEELT
from marketplace.web.formats import aantal
from marketplace.web.start.werk import Werk

# So long before it begins a roulatie that is not published asks for attention.
AHEAD = timedelta(weeks=6)


async def work_with_roulaties(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """A row for each thing that a roulatie asks."""
    return [row for each in await list_aandacht(conn, actor, vandaag) for row in _rows(each, vandaag)]


async def work_to_know_of(conn: Connection, actor: Actor) -> list[Werk]:
    """For who only reads a regio: offers within an afspraak of which the reason is still asked."""
    return [
        Werk(
            titel=f"{aantal(each.aantal, 'aanbod', 'aanbiedingen')} binnen de afspraak",
            uitleg=f"In {each.naam} bood een ander bedrijf iemand een plek aan. Er staat nog niet waarom.",
            pad=f"/roulaties/{each.roulatie_id}/bedrijven",
            knop="Bekijk het aanbod",
            dringend=True,
        )
        for each in await list_open_aanbod(conn, actor)
    ]


async def work_of_judges(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """For a company: whose block is over or nearly so, not long ago, and who was not judged yet."""
    if not actor.heeft(*BEOORDEELT):
        return []
    waits = [
        each
        for each in await list_verblijven(conn)
        if each.gegeven_op is None and each.tot - OPENS_BEFORE_END <= vandaag < each.tot + CLOSES_AFTER_END
    ]
    if not waits:
        return []
    who = aantal(len(waits), "deelnemer", "deelnemers")
    return [
        Werk(
            titel=f"Hoe ging het met {who}?",
            uitleg="Hun blok is klaar of bijna klaar. Zeg wat u zag. Dat maakt het rooster beter.",
            pad="/mijn-roulatie",
            knop="Geef uw oordeel",
        )
    ]


def _rows(each: Aandacht, vandaag: date) -> list[Werk]:
    """What one roulatie asks."""
    here = f"/roulaties/{each.id}"
    rows = []
    if each.voorbij:
        rows.append(
            Werk(
                titel=f"{each.naam} is voorbij",
                uitleg="Kijk wie teruggaat en voor wie u een blijvende plek zoekt.",
                pad=f"{here}/einde",
                knop="Rond de roulatie af",
            )
        )
    if each.aanbiedingen:
        rows.append(
            Werk(
                titel=f"{aantal(each.aanbiedingen, 'aanbod', 'aanbiedingen')} binnen de afspraak",
                uitleg=f"In {each.naam} bood een ander bedrijf iemand een plek aan. Vraag en noteer waarom.",
                pad=f"{here}/bedrijven",
                knop="Noteer de reden",
                dringend=True,
            )
        )
    if each.niet_verteld and not each.voorbij:
        who = aantal(each.niet_verteld, "deelnemer vertelde", "deelnemers vertelden")
        rows.append(
            Werk(
                titel=f"Terugblik van {each.naam}",
                uitleg=f"{who} nog niet hoe het laatste blok was.",
                pad=f"{here}/terugblik",
                knop="Naar de terugblik",
            )
        )
    if not each.gepubliceerd and each.van - vandaag <= AHEAD:
        rows.append(_unpublished(each, here))
    return rows


def _unpublished(each: Aandacht, here: str) -> Werk:
    """A roulatie that begins soon without a rooster."""
    titel = "Rooster klaarmaken"
    begins = f"{each.naam} begint op {datum(each.van)}."
    if each.ongetekend:
        who = aantal(each.ongetekend, "bedrijf heeft", "bedrijven hebben")
        told = f"{begins} {who} de afspraak nog niet getekend."
        return Werk(
            titel="Rooster klaarmaken", uitleg=told, pad=f"{here}/bedrijven", knop="Naar de bedrijven"
        )
    told = f"{begins} Er is nog geen rooster gepubliceerd."
    return Werk(titel=titel, uitleg=told, pad=f"{here}/bord", knop="Naar het bord")
