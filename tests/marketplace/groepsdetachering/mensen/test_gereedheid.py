"""What speaks for the next trede: of each point a pair that does and does not."""

from dataclasses import replace
from datetime import date

import pytest

from marketplace.geo.reistijd import Vervoermiddel
from marketplace.groepsdetachering.mensen.gereedheid import Feiten, Onderdeel, Oordeel, reckon
from marketplace.groepsdetachering.mensen.model import Gesprek, GesprekOver, Medewerker, Stap
from marketplace.groepsdetachering.mensen.opbouw import days_after, step_after

WIE = Medewerker(
    kandidaat_id=1,
    kenmerk="K-0001",
    afdeling_id=None,
    dagen=31,
    max_minuten_dag=480,
    behoefte=1,
    trede=1,
    klaar=False,
    wil_buiten=True,
    uitstroom=False,
    naam_delen=False,
    opbouw_vanaf=date(2026, 11, 2),
    uit_dienst_op=None,
    stappen=(Stap(dagen=1, weken=3), Stap(dagen=3, weken=26)),
    leerdoelen={7: 10},
    afwezig=(),
    bezet=frozenset(),
    plaats="Zelhem",
    lat=52.0,
    lon=6.3,
    vervoermiddel=Vervoermiddel.FIETS,
    max_reistijd=60,
    max_afstand=None,
    reist_alleen=True,
    niveau=1,
    voorwaarden=(),
    bewezen=frozenset({8}),
    versie=1,
)
JA = Gesprek(
    kandidaat_id=1,
    gevoerd_op=date(2026, 11, 2),
    over=GesprekOver.VOLGENDE_TREDE,
    wil=True,
    verslag="",
    door="planner",
)
ALLES = Feiten(wie=WIE, volgehouden=7, geoefend={7: 10}, eerder=2, gesprek=JA)


def say(feiten: Feiten, onderdeel: Onderdeel) -> tuple[Oordeel, str]:
    """What one point says."""
    found = reckon(feiten, 2)
    assert found is not None
    return next((each.oordeel, each.zin) for each in found.punten if each.onderdeel is onderdeel)


def test_of_whom_everything_speaks_for_it_nothing_is_missing() -> None:
    found = reckon(ALLES, 2)
    assert found is not None
    assert (found.mist, found.bijna, len(found.punten)) == ((), True, 4)


def test_who_misses_three_things_is_not_nearly_ready() -> None:
    one = reckon(replace(ALLES, gesprek=None, eerder=None), 2)
    two = reckon(replace(ALLES, gesprek=None, eerder=None, volgehouden=0), 2)
    assert one is not None
    assert two is not None
    assert (one.bijna, two.bijna) == (True, False)


@pytest.mark.parametrize("wie", [replace(WIE, wil_buiten=False), replace(WIE, trede=2)])
def test_nothing_is_reckoned_of_who_stays_where_they_are(wie: Medewerker) -> None:
    assert reckon(replace(ALLES, wie=wie), 2) is None


@pytest.mark.parametrize(
    ("weken", "oordeel", "words"),
    [
        (0, Oordeel.ONBEKEND, "nog geen week buiten"),
        (2, Oordeel.NOG_NIET, "Hield 2 van 3 weken vol met 1 dag buiten. Daarna 1 stap te gaan."),
        (6, Oordeel.NOG_NIET, "Hield 3 weken vol op de laatste stap: 3 dagen buiten. Dat moeten er 4 zijn."),
        (7, Oordeel.GOED, "Hield 4 weken vol op de laatste stap: 3 dagen buiten."),
    ],
)
def test_the_last_step_is_kept_up_for_four_weeks(weken: int, oordeel: Oordeel, words: str) -> None:
    found = say(replace(ALLES, volgehouden=weken), Onderdeel.VOLHOUDEN)
    assert found[0] is oordeel
    assert words in found[1]


@pytest.mark.parametrize(
    ("weken", "oordeel"), [(0, Oordeel.ONBEKEND), (3, Oordeel.NOG_NIET), (4, Oordeel.GOED)]
)
def test_without_steps_weeks_outside_count(weken: int, oordeel: Oordeel) -> None:
    found = say(replace(ALLES, wie=replace(WIE, stappen=()), volgehouden=weken), Onderdeel.VOLHOUDEN)
    assert found[0] is oordeel


@pytest.mark.parametrize(
    ("leerdoelen", "geoefend", "bewezen", "oordeel", "words"),
    [
        ({7: 10}, {7: 9}, {8}, Oordeel.NOG_NIET, "Eén leerdoel niet gehaald: nog 1 week oefenen."),
        ({7: 10, 9: 4}, {}, set(), Oordeel.NOG_NIET, "2 leerdoelen niet gehaald: nog 10 weken oefenen."),
        ({7: 10}, {7: 10}, set(), Oordeel.GOED, "Alle leerdoelen zijn gehaald."),
        ({7: 10}, {}, {7}, Oordeel.GOED, "Doet 1 werkproces zelfstandig."),
        ({}, {}, {7, 8}, Oordeel.GOED, "Doet 2 werkprocessen zelfstandig."),
        ({}, {}, set(), Oordeel.ONBEKEND, "nog niet vastgelegd"),
    ],
)
def test_learning_goals_are_reached_or_something_is_mastered(
    leerdoelen: dict[int, int], geoefend: dict[int, int], bewezen: set[int], oordeel: Oordeel, words: str
) -> None:
    wie = replace(WIE, leerdoelen=leerdoelen, bewezen=frozenset(bewezen))
    found = say(replace(ALLES, wie=wie, geoefend=geoefend), Onderdeel.ZELFSTANDIG)
    assert found[0] is oordeel
    assert words in found[1]


@pytest.mark.parametrize(
    ("nu", "eerder", "oordeel"),
    [
        (1, 2, Oordeel.GOED),
        (2, 2, Oordeel.NOG_NIET),
        (3, 2, Oordeel.NOG_NIET),
        (1, None, Oordeel.ONBEKEND),
        (0, None, Oordeel.GOED),
    ],
)
def test_less_is_asked_of_who_leads_than_before(nu: int, eerder: int | None, oordeel: Oordeel) -> None:
    found = say(replace(ALLES, wie=replace(WIE, behoefte=nu), eerder=eerder), Onderdeel.BEGELEIDING)
    assert found[0] is oordeel
    assert ("niet bekend" in found[1]) == (oordeel is Oordeel.ONBEKEND)


@pytest.mark.parametrize(
    ("gesprek", "oordeel", "words"),
    [
        (JA, Oordeel.GOED, "Zei ja in het gesprek van 2 november 2026."),
        (replace(JA, wil=False), Oordeel.NOG_NIET, "Zei nee"),
        (None, Oordeel.ONBEKEND, "nog geen gesprek"),
    ],
)
def test_somebody_said_yes_in_the_last_talk(gesprek: Gesprek | None, oordeel: Oordeel, words: str) -> None:
    found = say(replace(ALLES, gesprek=gesprek), Onderdeel.WENS)
    assert found[0] is oordeel
    assert words in found[1]


@pytest.mark.parametrize(
    ("weken", "step", "days"), [(0, (0, 0), 1), (2, (0, 2), 1), (3, (1, 0), 3), (40, (1, 37), 3)]
)
def test_a_step_lasts_its_weeks_and_the_last_has_no_end(weken: int, step: tuple[int, int], days: int) -> None:
    assert step_after(WIE.stappen, weken) == step
    assert days_after(WIE.stappen, weken) == days


def test_without_steps_all_days_may_be_outside() -> None:
    assert step_after((), 5) == (0, 5)
    assert days_after((), 5) == 5
