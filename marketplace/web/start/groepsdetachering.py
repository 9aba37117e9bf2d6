"""What groepsdetachering asks of a planner: answer inleners, mend hours, ways back that end, publish."""

from datetime import date

from marketplace.db import Connection
from marketplace.groepsdetachering.aandacht import Aandacht, list_aandacht
from marketplace.toegang.model import Actor
from marketplace.web.formats import aantal
from marketplace.web.start.werk import Werk


async def work_with_groups(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """A row for each thing that is asked."""
    return [row for each in await list_aandacht(conn, actor, vandaag) for row in _rows(each)]


def _rows(each: Aandacht) -> list[Werk]:
    """What is asked at one SW-bedrijf."""
    here = f"/groepsdetachering/{each.organisatie_id}"
    rows = []
    if each.gevraagd:
        rows.append(
            Werk(
                titel=f"{aantal(each.gevraagd, 'inlener vraagt', 'inleners vragen')} om een groep",
                uitleg="Kijk met ‘Wat als’ of het kan, en geef antwoord.",
                pad=f"{here}/opdrachten",
                knop="Bekijk wat er is gevraagd",
                dringend=True,
            )
        )
    if each.betwist:
        rows.append(
            Werk(
                titel=f"Bij {aantal(each.betwist, 'week', 'weken')} kloppen de uren niet",
                uitleg="Dat zegt de inlener. Verbeter de uren en stuur een nieuwe link.",
                pad=f"{here}/uren",
                knop="Bekijk de uren",
                dringend=True,
            )
        )
    if each.terugkeer:
        rows.append(
            Werk(
                titel=aantal(each.terugkeer, "terugkeergarantie eindigt", "terugkeergaranties eindigen"),
                uitleg="Vraag op tijd of het goed gaat. Daarna kan iemand niet meer vanzelf terug.",
                pad=f"{here}/mensen",
                knop="Bekijk om wie het gaat",
            )
        )
    if each.concept:
        rows.append(
            Werk(
                titel="Het weekbord heeft een concept",
                uitleg="Niemand ziet het nog. Kijk het na en publiceer het.",
                pad=f"{here}/bord",
                knop="Naar het weekbord",
            )
        )
    return rows
