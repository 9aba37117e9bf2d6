"""The medewerkers of the example SW-bedrijf: drawn as people of the regio, whom it alone knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from marketplace.groepsdetachering.mensen.model import Stap
from seed.dagdelen import PATRONEN
from seed.detacheringsverhaal import BINNEN, GARANTIES, GROEP, PLAN, TREDEN
from seed.kansen import pick
from seed.personen import add_persoon
from seed.soorten import get_soort
from seed.tabel import read_tabel, split_cell

if TYPE_CHECKING:
    from random import Random

    from seed.detacheringsbedrijf import Basis, Bedrijf
    from seed.persoon import Persoon
    from seed.trekking import Trekking

WILLEN_BUITEN, BLIJVEN_BINNEN = 88, 30
"""How many wish to work outside, and how many are left alone; besides them those of GARANTIES left."""
KLAAR_BINNEN, WACHTEN_BINNEN, KLAAR_GROEP = 6, 8, 2
"""Of those who wish to: ready for a first group, not yet ready, and ready for more than a group."""
OPGEHAALD_PER, LEERT_PER, WEG_PER = 5, 6, 20
"""One in so many of them is fetched by a bus, learns for a praktijkverklaring, has a week off."""
LEERWEKEN = 10


class Rooster(NamedTuple):
    """Days on which somebody works, as a mask, and the pattern of dagdelen that fits."""

    dagen: int
    patroon: str


ROOSTERS = (
    (50, Rooster(0b11111, "ma_vr")),
    (30, Rooster(0b01111, "ma_do")),
    (12, Rooster(0b11110, "di_vr")),
    (8, Rooster(0b01011, "ma_di_do")),
)
FIRST_STEPS = (Stap(dagen=1, weken=3), Stap(dagen=2, weken=4), Stap(dagen=3, weken=26))
STAPPEN: tuple[tuple[int, tuple[Stap, ...]], ...] = (
    (64, ()),
    (14, FIRST_STEPS),
    (14, (Stap(dagen=2, weken=4), Stap(dagen=3, weken=4), Stap(dagen=4, weken=26))),
    (8, (Stap(dagen=1, weken=2), Stap(dagen=2, weken=26))),
)
"""Steps outside; none means all days."""
MINUTEN_DAG = ((70, 480), (22, 420), (8, 300))
BEHOEFTE = ((55, 1), (35, 2), (10, 3))
DOELGROEPEN = ((45, ("beschut_werk",)), (40, ("wsw",)), (15, ("banenafspraak", "lks")))
"""All chances are ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Medewerker:
    """A person with what groepsdetachering asks of them; `dagen` is a mask, `weg` a week of holiday."""

    id: int
    persoon: Persoon
    plaats: str
    dagen: int
    minuten_dag: int
    behoefte: int
    trede: int
    klaar: bool
    wil_buiten: bool
    stappen: tuple[Stap, ...]
    leerdoelen: tuple[str, ...]
    weg: int | None
    vertrokken: int | None


def draw_medewerkers(trekking: Trekking, first_id: int) -> list[Medewerker]:
    """Everybody: who wishes to go outside, who stays inside, and who left for a place of their own."""
    return [
        _draw(trekking, number, first_id + number)
        for number in range(WILLEN_BUITEN + BLIJVEN_BINNEN + len(GARANTIES))
    ]


def _draw(trekking: Trekking, number: int, kandidaat_id: int) -> Medewerker:
    """One of them; the number says which part of the story is theirs."""
    rng = trekking.rng
    buiten = number < WILLEN_BUITEN
    opgehaald = buiten and number % OPGEHAALD_PER == 0
    plaats = rng.choice(_list_stops()) if opgehaald else trekking.draw_woonplaats().naam
    drawn = trekking.draw(pick(rng, _weigh_soorten()), plaats)
    rooster, gone = pick(rng, ROOSTERS), number - WILLEN_BUITEN - BLIJVEN_BINNEN
    inside = KLAAR_BINNEN + WACHTEN_BINNEN
    trede = len(TREDEN) if gone >= 0 else GROEP if inside <= number < WILLEN_BUITEN else BINNEN
    learns = buiten and number % LEERT_PER == 1
    return Medewerker(
        id=kandidaat_id,
        persoon=_settle(rng, drawn, rooster, TREDEN[trede - 1].fase, opgehaald=opgehaald, learns=learns),
        plaats=plaats,
        dagen=rooster.dagen,
        minuten_dag=pick(rng, MINUTEN_DAG),
        behoefte=pick(rng, BEHOEFTE),
        trede=trede,
        klaar=number < KLAAR_BINNEN or inside <= number < inside + KLAAR_GROEP,
        wil_buiten=buiten or gone >= 0,
        stappen=pick(rng, STAPPEN) if trede == GROEP else FIRST_STEPS,
        leerdoelen=drawn.gewenst if learns else (),
        weg=number // WEG_PER + 1 if buiten and number % WEG_PER == WEG_PER - 1 else None,
        vertrokken=GARANTIES[gone].weken[0] if gone >= 0 else None,
    )


def _settle(
    rng: Random, drawn: Persoon, rooster: Rooster, fase: str, *, opgehaald: bool, learns: bool
) -> Persoon:
    """A drawn person as one who works at the company: who is not on the market, and how they travel."""
    soort = get_soort(drawn.soort)
    can = () if learns else tuple(rng.sample(soort.werkprocessen, rng.choice([0, 1, 2, 3, 3, 4])))
    own = drawn.vervoermiddel if drawn.vervoermiddel != "taxibus" else "e_bike"
    days = rooster.dagen.bit_count()
    return replace(
        drawn,
        status="voor_aangemeld",
        besloten=True,
        wachtweken=None,
        sw=True,
        vervoermiddel="taxibus" if opgehaald else own,
        max_reistijd=90 if opgehaald else max(45, drawn.max_reistijd),
        reist_alleen=not opgehaald,
        dagdelen=PATRONEN[rooster.patroon],
        minuten_min=240 * days,
        minuten_max=480 * days,
        periode=(-104, None),
        praktijkleren=learns,
        vormen=("detachering", "eigen_werknemer"),
        fase=fase,
        gewenst=tuple(each for each in drawn.gewenst if each not in can),
        bewezen=can,
        doelgroepen=pick(rng, DOELGROEPEN),
    )


@cache
def _list_stops() -> tuple[str, ...]:
    """The places in which a bus can stop."""
    return tuple(plaats for row in read_tabel("bussen") for plaats in split_cell(row["opstapplaatsen"]))


@cache
def _weigh_soorten() -> tuple[tuple[int, str], ...]:
    """The kinds of work of the afdelingen with their shares."""
    return tuple((int(row["aandeel"]), row["soort"]) for row in read_tabel("afdelingen"))


def add_medewerkers(basis: Basis, bedrijf: Bedrijf, people: list[Medewerker], uitstroom: int) -> None:
    """Add everybody with steps, leerdoelen and a week off; `uitstroom` will leave the group soon."""
    for wie in people:
        made = add_persoon(
            basis.rijen, basis.kalender, wie.persoon, basis.werkprocessen, basis.organisatie_id
        )
        if made != wie.id:
            raise ValueError(f"medewerker {wie.id} became kandidaat {made}")
    for wie in people:
        own = {"organisatie_id": basis.organisatie_id, "kandidaat_id": wie.id}
        basis.rijen.add(
            "medewerkers",
            **own,
            afdeling_id=bedrijf.afdelingen[wie.persoon.soort],
            dagen=wie.dagen,
            max_minuten_dag=wie.minuten_dag,
            behoefte=wie.behoefte,
            trede=wie.trede,
            klaar=wie.klaar,
            wil_buiten=wie.wil_buiten,
            uitstroom=wie.id == uitstroom,
            naam_delen=wie.id % 3 > 0,
            opbouw_vanaf=basis.kalender.week(PLAN[0]),
            uit_dienst_op=None if wie.vertrokken is None else basis.kalender.week(wie.vertrokken),
        )
        for nummer, stap in enumerate(wie.stappen, start=1):
            basis.rijen.add("medewerker_stappen", **own, nummer=nummer, dagen=stap.dagen, weken=stap.weken)
        for sleutel in wie.leerdoelen:
            basis.rijen.add(
                "medewerker_leerdoelen",
                **own,
                werkproces_id=basis.werkprocessen[sleutel],
                weken=LEERWEKEN,
            )
        if wie.weg is not None:
            basis.rijen.add_numbered(
                "medewerker_afwezig", **own, periode=basis.kalender.periode(wie.weg, wie.weg + 1)
            )
