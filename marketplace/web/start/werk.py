"""A row of work: what waits for somebody, with its number and the page where it is done."""

from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.leerwerkplekken.model import BINNENKORT, PlekFilter, PlekStatus
from marketplace.leerwerkplekken.queries import list_leerwerkplekken
from marketplace.toegang.model import Actor
from marketplace.web.formats import aantal


@dataclass(frozen=True, slots=True, kw_only=True)
class Werk:
    """A row of work; what is `dringend` gets a sign."""

    titel: str
    uitleg: str
    pad: str
    knop: str
    dringend: bool = False


async def work_with_plekken(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """Plekken that are still a concept and so take no part in planning."""
    concept = await list_leerwerkplekken(
        conn, actor, PlekFilter(status=PlekStatus.CONCEPT, aantal=1), vandaag
    )
    if not concept.totaal:
        return []
    one = concept.regels[0]
    return [
        Werk(
            titel=f"{aantal(concept.totaal, 'plek is', 'plekken zijn')} nog niet gepubliceerd",
            uitleg="Een concept doet nog niet mee in het plan. Vul aan wat ontbreekt en publiceer.",
            pad=f"/leerwerkplekken/{one.id}" if concept.totaal == 1 else "/leerwerkplekken?status=concept",
            knop="Bekijk het concept" if concept.totaal == 1 else "Bekijk de concepten",
        )
    ]


async def work_with_ending(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """Published plekken that have their last day soon."""
    soon = PlekFilter(status=PlekStatus.GEPUBLICEERD, eindigt=vandaag + BINNENKORT, aantal=1)
    found = await list_leerwerkplekken(conn, actor, soon, vandaag)
    if not found.totaal:
        return []
    one = found.regels[0]
    return [
        Werk(
            titel=f"{aantal(found.totaal, 'leerwerkplek stopt', 'leerwerkplekken stoppen')} binnenkort",
            uitleg=f"De laatste dag is binnen {BINNENKORT.days // 7} weken. Gaat het door? Pas het aan.",
            pad=f"/leerwerkplekken/{one.id}"
            if found.totaal == 1
            else "/leerwerkplekken?status=gepubliceerd&eindigt=binnenkort",
            knop="Bekijk de plek" if found.totaal == 1 else "Bekijk de plekken",
        )
    ]
