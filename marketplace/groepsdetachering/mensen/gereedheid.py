"""What speaks for the next trede and what is missing: four points, each with its reason, never a score."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from marketplace.datum import datum
from marketplace.groepsdetachering.mensen.model import Gesprek, Medewerker, Stap
from marketplace.groepsdetachering.mensen.opbouw import step_after
from solver.spreektaal import count

# So many weeks on the last step say that somebody keeps it up.
GENOEG_WEKEN = 4
# With so few points missing somebody is nearly ready.
BIJNA = 2


class Onderdeel(StrEnum):
    """What is looked at."""

    VOLHOUDEN = "volhouden"
    ZELFSTANDIG = "zelfstandig"
    BEGELEIDING = "begeleiding"
    WENS = "wens"


class Oordeel(StrEnum):
    """What it says: it speaks for the step, it does not yet, or nobody knows."""

    GOED = "goed"
    NOG_NIET = "nog_niet"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One of the four, with the sentence that says why."""

    onderdeel: Onderdeel
    oordeel: Oordeel
    zin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gereedheid:
    """The four points of somebody who wishes to go on."""

    punten: tuple[Punt, ...]

    @property
    def mist(self) -> tuple[Punt, ...]:
        """What does not speak for the step yet."""
        return tuple(each for each in self.punten if each.oordeel is not Oordeel.GOED)

    @property
    def bijna(self) -> bool:
        """Whether little is missing."""
        return len(self.mist) <= BIJNA


@dataclass(frozen=True, slots=True, kw_only=True)
class Feiten:
    """What is known of a medewerker.

    `volgehouden` are weeks of the steps, or without steps weeks outside; `geoefend` weeks by werkproces;
    `eerder` the behoefte before it last changed; `gesprek` the last talk about going on.
    """

    wie: Medewerker
    volgehouden: int
    geoefend: Mapping[int, int]
    eerder: int | None
    gesprek: Gesprek | None


def reckon(feiten: Feiten, hoogste: int) -> Gereedheid | None:
    """Reckon the four points; None for who wishes to stay, or stands on the highest trede."""
    if not feiten.wie.wil_buiten or feiten.wie.trede >= hoogste:
        return None
    return Gereedheid(punten=(_volhouden(feiten), _zelfstandig(feiten), _begeleiding(feiten), _wens(feiten)))


def _volhouden(feiten: Feiten) -> Punt:
    """Whether the days of the last step were kept up for some weeks."""
    stappen = feiten.wie.stappen
    number, weken = step_after(stappen, feiten.volgehouden)
    said = count(weken, "week", "weken")
    if not feiten.volgehouden:
        oordeel, zin = Oordeel.ONBEKEND, "Er is nog geen week buiten volgehouden."
    elif number < len(stappen) - 1:
        stap, rest = stappen[number], len(stappen) - 1 - number
        oordeel = Oordeel.NOG_NIET
        zin = (
            f"Hield {weken} van {count(stap.weken, 'week', 'weken')} vol met {_days(stap)} buiten. "
            f"Daarna {count(rest, 'stap', 'stappen')} te gaan."
        )
    else:
        oordeel = Oordeel.GOED if weken >= GENOEG_WEKEN else Oordeel.NOG_NIET
        laatste = f"Hield {said} vol op de laatste stap: {_days(stappen[-1])} buiten." if stappen else ""
        zin = laatste or f"Was {said} buiten. Er zijn geen stappen."
        if oordeel is Oordeel.NOG_NIET:
            zin += f" Dat moeten er {GENOEG_WEKEN} zijn."
    return Punt(onderdeel=Onderdeel.VOLHOUDEN, oordeel=oordeel, zin=zin)


def _zelfstandig(feiten: Feiten) -> Punt:
    """Whether all learning goals were reached, or without any whether something is mastered."""
    wie = feiten.wie
    kan = (
        f" Doet {count(len(wie.bewezen), 'werkproces', 'werkprocessen')} zelfstandig." if wie.bewezen else ""
    )
    left = [
        weken - feiten.geoefend.get(werkproces, 0)
        for werkproces, weken in wie.leerdoelen.items()
        if werkproces not in wie.bewezen and feiten.geoefend.get(werkproces, 0) < weken
    ]
    if left:
        doelen = "Eén leerdoel" if len(left) == 1 else f"{len(left)} leerdoelen"
        zin = f"{doelen} niet gehaald: nog {count(max(left), 'week', 'weken')} oefenen.{kan}"
        oordeel = Oordeel.NOG_NIET
    elif wie.leerdoelen:
        oordeel, zin = Oordeel.GOED, f"Alle leerdoelen zijn gehaald.{kan}"
    elif wie.bewezen:
        oordeel, zin = Oordeel.GOED, kan.strip()
    else:
        oordeel, zin = Oordeel.ONBEKEND, "Er is nog niet vastgelegd wat deze medewerker zelfstandig doet."
    return Punt(onderdeel=Onderdeel.ZELFSTANDIG, oordeel=oordeel, zin=zin)


def _begeleiding(feiten: Feiten) -> Punt:
    """Whether somebody asks less of who leads than before."""
    nu, eerder = feiten.wie.behoefte, feiten.eerder
    if nu == 0:
        oordeel, zin = Oordeel.GOED, "Heeft geen begeleiding nodig."
    elif eerder is None:
        oordeel, zin = Oordeel.ONBEKEND, f"Het getal is nu {nu}. Wat het eerder was, is niet bekend."
    elif nu < eerder:
        oordeel, zin = Oordeel.GOED, f"Het getal is nu {nu}. Eerder was dat {eerder}."
    else:
        oordeel, zin = (
            Oordeel.NOG_NIET,
            f"Het getal is nu {nu}. Eerder was dat {eerder}, dus het wordt niet minder.",
        )
    return Punt(onderdeel=Onderdeel.BEGELEIDING, oordeel=oordeel, zin=zin)


def _wens(feiten: Feiten) -> Punt:
    """What somebody said in the last talk about going on."""
    gesprek = feiten.gesprek
    if gesprek is None:
        oordeel, zin = Oordeel.ONBEKEND, "Er is nog geen gesprek over naar buiten gaan of de volgende trede."
    elif gesprek.wil:
        oordeel, zin = Oordeel.GOED, f"Zei ja in het gesprek van {datum(gesprek.gevoerd_op)}."
    else:
        oordeel, zin = Oordeel.NOG_NIET, f"Zei nee in het gesprek van {datum(gesprek.gevoerd_op)}."
    return Punt(onderdeel=Onderdeel.WENS, oordeel=oordeel, zin=zin)


def _days(stap: Stap) -> str:
    """The days of a step."""
    return count(stap.dagen, "dag", "dagen")
