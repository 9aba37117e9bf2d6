"""A praktijkopleider with the time that holds from a day on, as a row of a file."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from marketplace.organisaties.model import NABIJHEID_WOORDEN, Praktijkopleider
from marketplace.tables.choices import Choice
from marketplace.tables.column import Column
from marketplace.tables.days import Day, last_day
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table
from marketplace.tables.text import Text

NEARNESS = {each.value: words for each, words in NABIJHEID_WOORDEN.items()}
MOST_MINUTES = 2400


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkopleiderRij:
    """A praktijkopleider as people fill it in; the number is ours."""

    naam: Annotated[
        str, Column("Naam", "Voor- en achternaam van de praktijkopleider.", Text(200), "Anna Voorbeeld")
    ]
    vestiging: Annotated[str, Column("Vestiging", "Organisatie en vestiging waar deze werkt.", Choice())]
    nabijheid: Annotated[
        str | None,
        Column(
            "Hoe dichtbij", "Hoe dichtbij deze is bij het werk. Leeg: blijft zoals het is.", Choice(NEARNESS)
        ),
    ] = None
    minuten: Annotated[
        int | None,
        Column(
            "Minuten per week",
            "Tijd voor begeleiding van iedereen samen. Gaat in op de eerste maandag die komt."
            " Leeg: blijft zoals het is.",
            Whole(0, MOST_MINUTES),
            "240",
        ),
    ] = None
    laatste_dag: Annotated[
        date | None,
        Column("Laatste dag", "Alleen om te lezen. Wie weggaat, meldt u op de eigen pagina.", Day()),
    ] = None
    nummer: Annotated[
        str | None,
        Column(
            "Nummer",
            "Geeft Plekwijs. Laat het staan als u iets wijzigt. Leeg: we zoeken op naam en vestiging.",
            Text(20, "PO-[0-9]+", "het nummer dat Plekwijs gaf, zoals PO-12"),
        ),
    ] = None


PRAKTIJKOPLEIDERS = Table.of(PraktijkopleiderRij, "Praktijkopleiders")


def to_row(leader: Praktijkopleider, op: date) -> PraktijkopleiderRij:
    """A praktijkopleider as a row, with the time that holds on a day."""
    tijd = leader.capaciteit_op(op)
    return PraktijkopleiderRij(
        naam=leader.naam,
        vestiging=str(leader.vestiging_id),
        nabijheid=tijd.nabijheid.value if tijd else None,
        minuten=tijd.minuten if tijd else None,
        laatste_dag=last_day(leader.tot),
        nummer=f"PO-{leader.id}",
    )
