"""How people of a SW-bedrijf are said: what they ask, what a talk is about, what is missing for a step."""

from collections.abc import Sequence

from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.mensen.gereedheid import Onderdeel, Oordeel, Punt
from marketplace.groepsdetachering.mensen.model import GesprekOver, PaarSoort

BEHOEFTE = {
    0: "geen begeleiding",
    1: "soms een vraag",
    2: "een paar keer per dag hulp",
    3: "elk uur hulp",
    4: "bijna steeds hulp",
    5: "de werkleider blijft erbij",
}
MEER = "meer dan één werkleider kan geven"
OVER = {
    GesprekOver.NAAR_BUITEN: "Naar buiten",
    GesprekOver.VOLGENDE_TREDE: "Volgende trede",
    GesprekOver.ANDERE_GROEP: "Andere groep",
    GesprekOver.UITSTROOM: "Naar een eigen plek",
}
PAREN = {
    PaarSoort.APART: "Nooit in dezelfde groep",
    PaarSoort.SAMEN: "Altijd in dezelfde groep",
    PaarSoort.LIEVER: "Liefst in dezelfde groep",
}
PUNTEN = {
    Onderdeel.VOLHOUDEN: "Dagen buiten",
    Onderdeel.ZELFSTANDIG: "Zelfstandig werken",
    Onderdeel.BEGELEIDING: "Begeleiding",
    Onderdeel.WENS: "Eigen wens",
}
KORT = {
    Onderdeel.VOLHOUDEN: "weken buiten",
    Onderdeel.ZELFSTANDIG: "zelfstandig werk",
    Onderdeel.BEGELEIDING: "minder begeleiding",
    Onderdeel.WENS: "een ja in een gesprek",
}
OORDELEN = {Oordeel.GOED: "goed", Oordeel.NOG_NIET: "mist", Oordeel.ONBEKEND: "onbekend"}


def say_behoefte(behoefte: int) -> str:
    """What somebody asks of who leads: 2, een paar keer per dag hulp."""
    return f"{behoefte}: {BEHOEFTE.get(behoefte, MEER)}"


def say_trede(bedrijf: Bedrijf, nummer: int) -> str:
    """A trede by its number and name."""
    return next(
        (f"{each.nummer}. {each.naam}" for each in bedrijf.treden if each.nummer == nummer), str(nummer)
    )


def trede_options(bedrijf: Bedrijf) -> list[tuple[int, str]]:
    """The treden to choose from."""
    return [(each.nummer, f"{each.nummer}. {each.naam}") for each in bedrijf.treden]


def afdeling_options(bedrijf: Bedrijf) -> list[tuple[int, str]]:
    """The afdelingen to choose from."""
    return [(each.id, each.naam) for each in bedrijf.afdelingen]


def say_mist(mist: Sequence[Punt]) -> str:
    """What is missing in a few words."""
    return ", ".join(KORT[each.onderdeel] for each in mist)
