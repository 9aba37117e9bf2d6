"""The exchange rates that people read are those by which plans are made."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from solver.matching.check import check, waarderingen
from solver.matching.exchange import STEPS, rates_of_geplaatst, rates_of_wensen
from solver.matching.instance import Gewichten, Instance, Ondergrens, Paar, Spreiding
from solver.matching.solution import Solution, Toewijzing
from solver.matching.wishes import WISHES
from tests.solver.matching.small_instances import (
    EIGEN,
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
    make_reistabel,
)

ZERO = Gewichten(
    per_wachtweek=0, werkproces_dekking=0, sectorwens=0, reistijd=0, niveau=0, spoed=0, stabiliteit=0
)


def worth(instance: Instance, wish: str, week: int = 0) -> int:
    """What a wish gives the first kandidaat at the first plek."""
    given = waarderingen(instance, instance.kandidaten[0], instance.plekken[0], week)
    return next(each.value for each in given if each.wish == wish)


def changed(**fields: object) -> Instance:
    """One kandidaat and one plek, with these fields of the kandidaat."""
    return make_instance(kandidaten=(make_kandidaat(**fields),))


def far(minutes: int) -> Instance:
    """Somebody who travels an hour at most, so many minutes away."""
    return replace(changed(max_reistijd=60), reistabel=make_reistabel(minutes, 8))


PAIRS: Mapping[str, tuple[Instance, Instance]] = {
    "reistijd": (far(15), far(30)),
    "werkproces_dekking": (changed(werkprocessen=(1, 3)), changed(werkprocessen=(1, 2))),
    "sectorwens": (changed(sectorwensen=("groen", "zorg")), changed(sectorwensen=("zorg", "groen"))),
    "niveau": (changed(niveau=1), changed(niveau=2)),
    "stabiliteit": (replace(make_instance(), vorige=(Paar(kandidaat=1, plek=1),)), make_instance()),
}


@pytest.mark.parametrize("wish", PAIRS)
def test_a_step_is_the_difference_between_two_stays(wish: str) -> None:
    better, worse = PAIRS[wish]
    gewichten = make_beleid().gewichten
    assert worth(better, wish) - worth(worse, wish) == STEPS[wish][1] * getattr(gewichten, wish)


def test_a_week_earlier_is_a_step_of_its_wish() -> None:
    instance = make_instance()
    difference = worth(instance, "spoed", 2) - worth(instance, "spoed", 4)
    assert difference == 2 * STEPS["spoed"][1] * instance.beleid.gewichten.spoed


def test_every_wish_of_the_last_tier_has_a_step() -> None:
    assert set(STEPS) == {wish.NAME for wish in WISHES if wish.TIER == "wensen"}


def test_a_price_is_worth_what_the_checker_takes() -> None:
    floor = Ondergrens(groepen=frozenset({0}), minstens=1, prijs=150)
    beleid = make_beleid(ondergrenzen=(floor,), spreiding=Spreiding(vrij=0, prijs=45))
    instance = make_instance(kandidaten=(make_kandidaat(groep=0),), plekken=(make_plek(),), beleid=beleid)
    plain = replace(instance, beleid=make_beleid())
    stay = Solution(toewijzingen=(Toewijzing(kandidaat=1, plek=1, startweek=0, vorm=EIGEN),))
    nobody = Solution(toewijzingen=())
    assert check(plain, nobody).tiers[1] - check(instance, nobody).tiers[1] == 150
    assert check(plain, stay).tiers[2] - check(instance, stay).tiers[2] == 45
    assert rates_of_geplaatst(beleid.gewichten, 150)[-1].waard == 75
    assert rates_of_wensen(beleid.gewichten, 45)[-1].punten == 45


def test_all_is_measured_in_quarters_of_travel_unless_travel_weighs_nothing() -> None:
    found = {each.stap: each.waard for each in rates_of_wensen(Gewichten(), 150)}
    assert found[STEPS["reistijd"][0]] == 1
    assert found[STEPS["werkproces_dekking"][0]] == 4
    assert {each.waard for each in rates_of_wensen(ZERO, 150)} == {None}
