"""What waits for who works with people; for a person the own profile."""

from datetime import date, timedelta

from marketplace.db import Connection
from marketplace.kandidaten.model import KandidaatFilter, KandidaatStatus
from marketplace.kandidaten.queries import count_waiting, list_kandidaten
from marketplace.regios.queries import get_wachttermijn
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEGELEIDT, LEEST_REGIO, MELDT_MENSEN_AAN, PLANT_MENSEN
from marketplace.web.formats import aantal
from marketplace.web.start.werk import Werk

OWN_PROFILE = Werk(
    titel="Mijn profiel",
    uitleg="Bekijk wat wij weten om een goede plek te zoeken, en wie uw gegevens bekeek.",
    pad="/mijn-profiel",
    knop="Bekijk mijn profiel",
)


async def work_of_guides(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """Who is not ready to take part, then the list; those who read a whole regio have their own rows."""
    del vandaag
    if actor.heeft(*LEEST_REGIO):
        return []
    edits = actor.heeft(*PLANT_MENSEN, *BEGELEIDT)
    return [*(await work_with_new_people(conn, actor) if edits else []), await _work_with_people(conn, actor)]


async def work_with_new_people(conn: Connection, actor: Actor) -> list[Werk]:
    """People who were registered and take no part in planning yet."""
    new = KandidaatFilter(status=KandidaatStatus.VOOR_AANGEMELD, besloten=False, aantal=1)
    found = await list_kandidaten(conn, actor, new)
    if not found.totaal:
        return []
    one = found.regels[0]
    return [
        Werk(
            titel=f"{aantal(found.totaal, 'kandidaat doet', 'kandidaten doen')} nog niet mee",
            uitleg="Wie is aangemeld, doet mee in het plan zodra iemand de status op ‘zoekt een plek’ zet.",
            pad=f"/kandidaten/{one.id}"
            if found.totaal == 1
            else "/kandidaten?status=voor_aangemeld&besloten=nee",
            knop="Bekijk het profiel" if found.totaal == 1 else "Bekijk wie dat zijn",
        )
    ]


async def work_with_waiting(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """People who wait longer than their region agreed."""
    termijn = await get_wachttermijn(conn, actor.regios_als(*LEEST_REGIO), vandaag)
    if termijn is None:
        return []
    _, long = await count_waiting(conn, actor, vandaag - timedelta(weeks=termijn))
    if not long:
        return []
    return [
        Werk(
            titel=f"{aantal(long, 'kandidaat wacht', 'kandidaten wachten')} te lang",
            uitleg=f"De afspraak is hooguit {termijn} weken. Wie het langst wacht, staat bovenaan.",
            pad="/kandidaten?wacht=te_lang",
            knop="Bekijk wie er wachten",
            dringend=True,
        )
    ]


async def _work_with_people(conn: Connection, actor: Actor) -> Werk:
    """The people of a planner, consulent or jobcoach; for who has none yet the way to begin."""
    everyone = (await list_kandidaten(conn, actor, KandidaatFilter(aantal=1))).totaal
    if everyone:
        return Werk(
            titel=f"{aantal(everyone, 'kandidaat', 'kandidaten')} met wie u werkt",
            uitleg="Klopt nog wat er in de profielen staat? Met een goed profiel vinden wij een betere plek.",
            pad="/kandidaten",
            knop="Bekijk de kandidaten",
        )
    if actor.heeft(*PLANT_MENSEN, *MELDT_MENSEN_AAN):
        return Werk(
            titel="Meld uw eerste kandidaat aan",
            uitleg="U vult in wie het is en wat deze persoon wil. Dat kost ongeveer tien minuten.",
            pad="/kandidaten/nieuw",
            knop="Nieuwe kandidaat",
        )
    return Werk(
        titel="Nog niemand aan u gekoppeld",
        uitleg="De accountmanager kan u toevoegen bij de betrokkenen van een kandidaat.",
        pad="/kandidaten",
        knop="Naar de kandidaten",
    )


async def work_of_person(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The own profile."""
    del conn, actor, vandaag
    return [OWN_PROFILE]
