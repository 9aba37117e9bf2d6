"""What waits for a werkgever."""

from datetime import date

from marketplace.db import Connection
from marketplace.leerwerkplekken.model import PlekFilter, PlekStatus
from marketplace.leerwerkplekken.queries import list_leerwerkplekken
from marketplace.toegang.model import Actor
from marketplace.web.formats import aantal
from marketplace.web.start.werk import Werk, work_with_plekken


async def work_of_werkgever(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The own plekken: those that are not ready, and those that take part."""
    rows = await work_with_plekken(conn, actor, vandaag)
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
