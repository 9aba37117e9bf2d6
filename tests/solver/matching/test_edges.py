"""Array and single forms agree exactly on the edge: the last allowed minute, week, kilometer and rank."""

from itertools import pairwise

import numpy as np
import pytest

from solver.matching.encode import build_columns
from solver.matching.instance import Erkenning, Instance, Inzet, Opleiding, Praktijkopleider
from solver.matching.pair_rules import PAIR_RULES
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.wishes import WISHES
from tests.solver.matching.small_instances import (
    all_stays,
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
    make_reistabel,
    single_stays,
)


def erkend(van_week: int, tot_week: int, werkprocessen: frozenset[int] | None = None) -> Erkenning:
    """An erkenning for crebo 7."""
    return Erkenning(crebo=7, werkprocessen=werkprocessen, van_week=van_week, tot_week=tot_week)


def with_kandidaat(**changes: object) -> Instance:
    """The plain pair with another kandidaat."""
    return make_instance(kandidaten=(make_kandidaat(**changes),))


def with_plek(**changes: object) -> Instance:
    """The plain pair with another plek."""
    return make_instance(plekken=(make_plek(**changes),))


LONG = make_beleid(startweken=(0, 10, 20, 24, 30))
EDGES = {
    "erkenning ends with the stay": with_plek(erkenningen=(erkend(0, 4), erkend(4, 8))),
    "erkenning ends a week early": with_plek(erkenningen=(erkend(0, 3),)),
    "erkenning of an unknown werkproces": with_plek(erkenningen=(erkend(0, 60, frozenset({9})),)),
    "erkenning of one werkproces": with_plek(erkenningen=(erkend(0, 60, frozenset({1, 9})),)),
    "no erkenning at all": with_plek(erkenningen=()),
    "two offers of one opleiding": make_instance(
        opleidingen=(Opleiding(crebo=7, van_week=0, tot_week=1), Opleiding(crebo=7, van_week=4, tot_week=5))
    ),
    "opleiding of another crebo": make_instance(opleidingen=(Opleiding(crebo=8, van_week=0, tot_week=9),)),
    "exactly the distance": with_kandidaat(max_afstand=8),
    "a kilometer less": with_kandidaat(max_afstand=7),
    "exactly the time": with_kandidaat(max_reistijd=20),
    "a minute less": with_kandidaat(max_reistijd=19),
    "no time at all": make_instance(
        kandidaten=(make_kandidaat(max_reistijd=0),), reistabel=make_reistabel(0, 0)
    ),
    "one minute": make_instance(kandidaten=(make_kandidaat(max_reistijd=1),), reistabel=make_reistabel(0, 0)),
    "exactly the dagdelen": with_kandidaat(dagdelen=0b1111),
    "dagdelen apart": make_instance(
        kandidaten=(make_kandidaat(dagdelen=0b0011, minuten_min=480),),
        plekken=(make_plek(dagdelen=0b0110, minuten_min=0),),
    ),
    "exactly the hours": with_plek(minuten_min=1440),
    "exactly the fewest hours": with_plek(minuten_max=960),
    "window closes with the stay": with_plek(tot_week=6),
    "lead ends with the stay": with_plek(inzet=(Inzet(praktijkopleider=1, van_week=0, tot_week=6),)),
    "lead begins late": with_plek(inzet=(Inzet(praktijkopleider=1, van_week=2, tot_week=60),)),
    "nobody leads": with_plek(inzet=()),
    "late startweken": make_instance(
        weken=12, beleid=make_beleid(startweken=(0, 10, 11)), kandidaten=(make_kandidaat(laatste_week=60),)
    ),
    "a minute of guidance more": with_kandidaat(begeleiding=(30, 31, 31)),
    "one minute of guidance": with_kandidaat(begeleiding=(1, 0)),
    "a fifth sector wish": with_kandidaat(sectorwensen=("a", "b", "c", "d", "groen")),
    "a fourth sector wish": with_kandidaat(sectorwensen=("a", "b", "c", "groen")),
    "no sector wish": with_kandidaat(sectorwensen=()),
    "another sector wish": with_kandidaat(sectorwensen=("a",)),
    "nobody": make_instance(kandidaten=()),
    "nowhere": make_instance(plekken=()),
}


def agree(instance: Instance) -> None:
    """Ask both forms of everything about every stay."""
    columns, stays = build_columns(instance), all_stays(instance)
    for rule in PAIR_RULES:
        single = [rule.violation(instance, *stay) is None for stay in single_stays(instance)]
        assert rule.allowed(columns, *stays).tolist() == single, rule.NAME
    for wish in WISHES:
        given = [wish.waardering(instance, *stay).points for stay in single_stays(instance)]
        assert wish.points(columns, *stays).tolist() == given, wish.NAME


@pytest.mark.parametrize("name", EDGES)
def test_both_forms_agree_on_the_edge(name: str) -> None:
    agree(EDGES[name])


@pytest.mark.parametrize("name", EDGES)
def test_use_is_the_same_in_both_forms_on_the_edge(name: str) -> None:
    instance = EDGES[name]
    columns, stays = build_columns(instance), all_stays(instance)
    for rule in RESOURCE_RULES:
        usage = rule.usage(columns, *stays)
        total = [rule.uses(instance, *stay) for stay in single_stays(instance)]
        amounts = np.repeat(usage.amount, usage.past - usage.first)
        assert amounts.tolist() == [amount for uses in total for _, amount in sorted(uses.items())]
        assert all(one <= other for one, other in pairwise(usage.stay.tolist()))


def test_a_stay_past_the_horizon_uses_nothing_of_it() -> None:
    instance = make_instance()
    columns, nowhere = build_columns(instance), np.zeros(1, dtype=np.int64)
    for rule in RESOURCE_RULES:
        for week in (instance.weken, instance.weken + 3):
            assert rule.uses(instance, *single_stays(instance)[0][:2], week) == {}
            assert len(rule.usage(columns, nowhere, nowhere, np.array([week])).stay) == 0


def test_an_early_start_earns_nothing_after_twenty_weeks() -> None:
    spoed = next(wish for wish in WISHES if wish.NAME == "spoed")
    instance = make_instance(
        weken=40,
        kandidaten=(make_kandidaat(eerste_week=0, laatste_week=60),),
        plekken=(make_plek(plaatsen=(1,) * 40, tot_week=80),),
        praktijkopleiders=(Praktijkopleider(id=1, minuten=(90,) * 40),),
        beleid=LONG,
    )
    agree(instance)
    pair = (instance.kandidaten[0], instance.plekken[0])
    given = [spoed.waardering(instance, *pair, week).points for week in LONG.startweken]
    assert given == [100, 50, 0, 0, 0]


def test_a_minute_under_the_maximum_earns_what_is_left() -> None:
    reistijd = next(wish for wish in WISHES if wish.NAME == "reistijd")
    for name, points in (("exactly the time", 0), ("no time at all", 0), ("one minute", 100)):
        instance = EDGES[name]
        stay = (instance.kandidaten[0], instance.plekken[0], 0)
        assert reistijd.waardering(instance, *stay).points == points
