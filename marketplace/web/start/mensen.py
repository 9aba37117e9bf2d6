"""What waits for who works with people: their list; and for a person their own profile."""

from marketplace.db import Connection
from marketplace.kandidaten.model import KandidaatFilter
from marketplace.kandidaten.queries import list_kandidaten
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import MELDT_MENSEN_AAN, PLANT_MENSEN
from marketplace.web.formats import aantal
from marketplace.web.start.werk import Werk

OWN_PROFILE = Werk(
    titel="Mijn profiel",
    uitleg="Bekijk wat wij weten om een goede plek te zoeken, en wie uw gegevens bekeek.",
    pad="/mijn-profiel",
    knop="Bekijk mijn profiel",
)


async def work_with_people(conn: Connection, actor: Actor) -> Werk:
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
