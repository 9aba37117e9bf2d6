"""What the checks of several nouns share."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from marketplace.datum import datum
from marketplace.inlezen.soort import Huidig
from marketplace.tables.table import Table

UNKNOWN_CREBO = "Deze kwalificatie kennen we niet. Lees eerst de kwalificaties in."
ARCHIVED = "Dit staat in het archief. Haal het eerst terug."
NOT_YOURS = "U mag dit hier niet wijzigen."


def wrong_fixed(table: Table[Any], row: object, now: Huidig | None, names: Iterable[str]) -> dict[str, str]:
    """A sentence at each of these fields that never change once something is there, and would."""
    if now is None:
        return {}
    columns = {column.name: column for column in table.columns}
    wrong = {}
    for name in names:
        old = getattr(now.rij, name)
        if old != getattr(row, name):
            said = columns[name].write(old)
            shown = datum(said) if isinstance(said, date) else said
            wrong[name] = "Dit verandert niet meer. " + (
                "Laat deze cel leeg." if shown is None else f"Er staat: {shown}."
            )
    return wrong


def wrong_period(van: date, laatste_dag: date | None) -> dict[str, str]:
    """A sentence at a last day before the first."""
    if laatste_dag is None or van <= laatste_dag:
        return {}
    return {"laatste_dag": "De laatste dag ligt voor de eerste dag."}


def wrong_spelling(naam: str, known: str | None) -> dict[str, str]:
    """A sentence at a new name that reads the same as one that is known."""
    if known is None or known == naam:
        return {}
    return {"naam": f"Deze naam is er al, anders geschreven. Schrijf hem precies zo: {known}."}
