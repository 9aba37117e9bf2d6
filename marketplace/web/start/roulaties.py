"""What roulaties ask of who decides: sign, publish, hear how a block was, ask about an offer, end."""

from datetime import date, timedelta

from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.roulatie.aandacht import Aandacht, list_aandacht
from marketplace.toegang.model import Actor
from marketplace.web.formats import aantal
from marketplace.web.start.werk import Werk

# So long before it begins a roulatie that is not published asks for attention.
AHEAD = timedelta(weeks=6)


async def work_with_roulaties(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """A row for each thing that a roulatie asks."""
    return [row for each in await list_aandacht(conn, actor, vandaag) for row in _rows(each, vandaag)]


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
