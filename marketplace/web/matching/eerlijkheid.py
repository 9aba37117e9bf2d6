"""The ondergrenzen of a plan as its pages show them: asked, reached, and what they cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marketplace.web.formats import aantal, getal

NOT_COUNTED = "te weinig mensen om te tellen"


@dataclass(frozen=True, slots=True)
class Groepregel:
    """One doelgroep with its ondergrens, in words."""

    naam: str
    gevraagd: str
    bereikt: str
    zonder: str


def groepregels(found: Mapping[str, Any], namen: Mapping[str, str]) -> list[Groepregel]:
    """A line for each doelgroep of which someone takes part; nothing is counted of a few."""
    rows = []
    for each in found["standen"]:
        naam = namen.get(each["doelgroep"], each["doelgroep"])
        if each["leden"] is None:
            rows.append(Groepregel(naam, NOT_COUNTED, "", ""))
            continue
        asked = f"{getal(each['minstens'])} van {getal(each['leden'])}"
        rows.append(Groepregel(naam, asked, _reached(each), getal(each["zonder"])))
    return rows


def _reached(stand: Mapping[str, Any]) -> str:
    """How many have a plek, and how many lack where that is too few."""
    lacking = stand["minstens"] - stand["bereikt"]
    number = getal(stand["bereikt"])
    return f"{number}, dat zijn er {getal(lacking)} te weinig" if lacking > 0 else number


def say_cost(found: Mapping[str, Any]) -> str:
    """What the plan that was found without ondergrenzen has more."""
    people = found["geplaatst_zonder"] - found["geplaatst"]
    points, most = found["punten_zonder"] - found["punten"], found["grens"] - found["punten"]
    if points == 0:
        told = "Zonder ondergrenzen vonden we geen beter plan."
    elif people > 0:
        have = f"{aantal(people, 'persoon', 'mensen')} meer een plek {'heeft' if people == 1 else 'hebben'}"
        told = f"Zonder ondergrenzen vonden we een plan waarin {have}."
    else:
        told = "Zonder ondergrenzen vonden we een plan waarin mensen die langer wachten voorgaan."
    if points:
        told += f" Dat scheelt {getal(points)} punten."
    if most == 0:
        return f"{told} De ondergrenzen kosten dus niets, dat is bewezen."
    if most > points:
        told += f" Meer dan {getal(most)} punten kunnen ze niet kosten."
    return f"{told} Een plek telt 100 punten, of meer voor wie wacht."
