"""How the example SW-bedrijf lends out groups: its policy and treden, and the weeks of the story.

Weeks count from the Monday of the current week. Every figure here is invented.
"""

from typing import NamedTuple

PLANNER = "planner@voorbeeld.plekwijs.nl"
JOBCOACH = "jobcoach@voorbeeld.plekwijs.nl"
INLENER = "werkgever@voorbeeld.plekwijs.nl"

BELEID = {
    "weken": 12,
    "fase_volgorde": True,
    "max_rit": 60,
    "max_omweg": 30,
    "loon": 950,
    "leiding": 3400,
    "kilometer": 55,
    "uitstroom_per_groep": 1,
    "terugkeer_maanden": 24,
    "waarschuwing_weken": 13,
}
"""Cents for an hour of a medewerker (after subsidy) and of a werkleider, and for a kilometer of a bus."""


class Trede(NamedTuple):
    """A level of the company, and as which fase it counts in the regio."""

    naam: str
    uitleg: str
    fase: str


TREDEN = (
    Trede("Binnen", "Werk op een afdeling van het bedrijf, met veel begeleiding.", "binnen"),
    Trede("Groep buiten", "Met een groep en een eigen werkleider bij een inlener.", "buiten_beschermd"),
    Trede("Alleen gedetacheerd", "Alleen bij een inlener, met weinig begeleiding.", "regulier"),
    Trede("Eigen baan", "Een baan bij een werkgever, met loonkostensubsidie.", "regulier"),
)
BINNEN, GROEP = 1, 2

PLAN = (-4, 8)
CONCEPT = (0, 12)
"""The weeks [van, tot) of the published plan, and of the concept that goes on from it."""
AFWEZIG = ("Gerben Voorbeeld-Oonk", 1, 4)
"""Who leads the groen group and is away in these weeks: the conflict that the concept shows."""
INVALLER = "8"
"""The werkleider without a group of her own, who leads on days on which another does not work."""
UREN_BEVESTIGD, UREN_INGEVULD = ("L01", "L02", "P01", "P03", "G01", "S04"), ("L01", "L02", "P01", "L04")
"""Whose hours of the week before last the inlener confirmed, and of whom last week's are filled in."""


class Garantie(NamedTuple):
    """Somebody who left for a place of their own, and the weeks in which the way back is open."""

    waarheen: str
    weken: tuple[int, int]


GARANTIES = (
    Garantie("Voorbeeld Distributie Lichtenvoorde", (-96, 8)),
    Garantie("Voorbeeld Groenwerk Aalten", (-30, 74)),
)
