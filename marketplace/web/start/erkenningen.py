"""What waits for an adviseur of SBB: erkenningen that end."""

from datetime import date

from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.leerwerkplekken.model import BINNENKORT
from marketplace.organisaties.erkenning import list_aflopend
from marketplace.toegang.model import Actor
from marketplace.web.formats import aantal
from marketplace.web.start.werk import Werk

MOST = 5


async def work_with_erkenningen(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The first erkenningen that end; where there are none the organisaties to look at."""
    found = await list_aflopend(conn, actor, vandaag, vandaag + BINNENKORT)
    rows = [
        Werk(
            titel=f"De erkenning van {each.organisatie} loopt af",
            uitleg=f"{each.kwalificatie} is erkend tot {datum(each.tot)}. Wordt dat verlengd?",
            pad=f"/organisaties/{each.organisatie_id}",
            knop="Bekijk de organisatie",
        )
        for each in found[:MOST]
    ]
    if rows:
        more = len(found) - len(rows)
        if not more:
            return rows
        rest = f"Binnenkort eindigt ook de erkenning van {aantal(more, 'vestiging', 'vestigingen')}."
        return [*rows, _organisaties("De organisaties in de regio", rest)]
    return [
        _organisaties(
            "De organisaties in de regio",
            "Er loopt de komende weken geen erkenning af. Klopt nog wat er staat?",
        )
    ]


def _organisaties(titel: str, uitleg: str) -> Werk:
    """The way to all organisaties."""
    return Werk(titel=titel, uitleg=uitleg, pad="/organisaties", knop="Bekijk de organisaties")
