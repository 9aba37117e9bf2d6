"""What waits for who works at an organisatie with plekken."""

from datetime import date

from marketplace.db import Connection
from marketplace.leerwerkplekken.model import PlekFilter, PlekStatus
from marketplace.leerwerkplekken.queries import list_leerwerkplekken
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_PLEKKEN
from marketplace.web.formats import aantal
from marketplace.web.start.roulaties import work_of_judges
from marketplace.web.start.werk import Werk, work_with_ending, work_with_plekken


async def work_of_werkgever(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The own plekken: those that are not ready or about to end, and those that take part."""
    rows = [
        *await work_of_judges(conn, actor, vandaag),
        *await work_with_plekken(conn, actor, vandaag),
        *await work_with_ending(conn, actor, vandaag),
    ]
    published = await list_leerwerkplekken(
        conn, actor, PlekFilter(status=PlekStatus.GEPUBLICEERD, aantal=1), vandaag
    )
    rows.append(
        Werk(
            titel=f"{aantal(published.totaal, 'leerwerkplek doet', 'leerwerkplekken doen')} mee",
            uitleg="De accountmanager zoekt kandidaten voor deze plekken. Klopt nog wat er staat?",
            pad="/leerwerkplekken?status=gepubliceerd",
            knop="Bekijk uw plekken",
        )
        if published.totaal
        else Werk(
            titel="Maak uw eerste leerwerkplek",
            uitleg="Vertel welk werk iemand bij u kan leren. Dat kost ongeveer drie minuten.",
            pad="/leerwerkplekken/nieuw",
            knop="Nieuwe leerwerkplek",
        )
    )
    return rows


async def work_of_praktijkopleider(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The plekken at which somebody can come to learn."""
    if actor.heeft(*BEHEERT_PLEKKEN):
        return []
    published = PlekFilter(status=PlekStatus.GEPUBLICEERD, aantal=1)
    found = (await list_leerwerkplekken(conn, actor, published, vandaag)).totaal
    judging = await work_of_judges(conn, actor, vandaag)
    if not found:
        return judging
    return [
        *judging,
        Werk(
            titel=f"{aantal(found, 'leerwerkplek doet', 'leerwerkplekken doen')} mee",
            uitleg="Bekijk bij elke plek wie er is en wat er de komende weken nog vrij is.",
            pad="/leerwerkplekken?status=gepubliceerd",
            knop="Bekijk de plekken",
        ),
    ]
