"""An instance refuses nonsense when it is made, and says what, whose and which field."""

from collections.abc import Callable

import pytest

from solver.matching.instance import (
    Erkenning,
    Gewichten,
    Inzet,
    Opleiding,
    Paar,
    Plaatsingsvorm,
    Praktijkopleider,
    Reistabel,
    Vervoermiddel,
)
from tests.solver.matching.small_instances import (
    WEKEN,
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
)

EIGEN = Plaatsingsvorm.EIGEN_WERKNEMER
NONSENSE: list[tuple[Callable[[], object], str]] = [
    (lambda: make_kandidaat(max_reistijd=-1), "kandidaat 1: max_reistijd is negative"),
    (lambda: make_kandidaat(max_afstand=-1), "kandidaat 1: max_afstand is negative"),
    (lambda: make_kandidaat(wachtweken=-1), "kandidaat 1: wachtweken is negative"),
    (lambda: make_kandidaat(dagdelen=1024), "kandidaat 1: dagdelen is not a mask"),
    (
        lambda: make_kandidaat(minuten_min=5, minuten_max=4),
        "kandidaat 1: minuten_min..minuten_max is no range",
    ),
    (lambda: make_kandidaat(eerste_week=5), "kandidaat 1: laatste_week lies before eerste_week"),
    (lambda: make_kandidaat(weken=0), "kandidaat 1: weken is less than 1"),
    (lambda: make_kandidaat(begeleiding=()), "kandidaat 1: begeleiding is empty"),
    (lambda: make_kandidaat(begeleiding=(5, -1)), "kandidaat 1: begeleiding has a negative number"),
    (lambda: make_kandidaat(vormen=(EIGEN, EIGEN)), "kandidaat 1: vormen names something twice"),
    (lambda: make_kandidaat(taal=5), "kandidaat 1: taal is not 0..4"),
    (lambda: make_plek(plaatsen=(-1,)), "plek 1: plaatsen has a negative number"),
    (lambda: make_plek(van_week=3, tot_week=2), "plek 1: tot_week lies before van_week"),
    (
        lambda: make_plek(
            inzet=(
                Inzet(praktijkopleider=1, van_week=0, tot_week=3),
                Inzet(praktijkopleider=2, van_week=2, tot_week=9),
            )
        ),
        "plek 1: two praktijkopleiders lead in week 2",
    ),
    (lambda: Erkenning(crebo=7, werkprocessen=None, van_week=3, tot_week=1), "erkenning 7: tot_week"),
    (lambda: Opleiding(crebo=7, van_week=-1, tot_week=1), "opleiding 7: tot_week"),
    (lambda: Praktijkopleider(id=4, minuten=(0, -5)), "praktijkopleider 4: minuten has a negative number"),
    (lambda: Reistabel(minuten={}, kilometers=((0, 1),)), "reistabel kilometers: row 0 has 2 of 1 numbers"),
    (lambda: Reistabel(minuten={Vervoermiddel.OV: ()}, kilometers=((0,),)), "reistabel ov: 0 rows where 1"),
    (lambda: Reistabel(minuten={}, kilometers=((-1,),)), "reistabel kilometers: row 0 has a negative number"),
    (lambda: Gewichten(spoed=-1), "gewichten: spoed is negative"),
    (lambda: Gewichten(spoed=1 << 53), "gewichten: spoed is too large"),
    (lambda: make_kandidaat(weken=1 << 31), "kandidaat 1: weken is too large"),
    (
        lambda: make_kandidaat(begeleiding=(1 << 31,)),
        "kandidaat 1: begeleiding has a number that is too large",
    ),
    (lambda: make_kandidaat(minuten_max=1 << 31), "kandidaat 1: minuten_min..minuten_max is no range"),
    (lambda: make_plek(tot_week=1 << 31), "plek 1: tot_week is too large"),
    (lambda: make_plek(plaatsen=(1 << 31,)), "plek 1: plaatsen has a number that is too large"),
    (lambda: Reistabel(minuten={}, kilometers=((1 << 31,),)), "row 0 has a number that is too large"),
    (lambda: make_beleid(startweken=(2, 0)), "beleid: startweken is not ascending"),
    (lambda: make_beleid(startweken=(-1, 0)), "beleid: startweken has a negative week"),
    (lambda: make_beleid(vouchers=-1), "beleid: vouchers is negative"),
    (lambda: make_instance(weken=0), "instance: weken is less than 1"),
    (
        lambda: make_instance(beleid=make_beleid(startweken=(WEKEN,))),
        "startweken has a week past the horizon",
    ),
    (
        lambda: make_instance(kandidaten=(make_kandidaat(), make_kandidaat())),
        "kandidaten: an id is used twice",
    ),
    (
        lambda: make_instance(kandidaten=(make_kandidaat(zone=2),)),
        "kandidaat 1: zone 2 is not in the reistabel",
    ),
    (lambda: make_instance(plekken=(make_plek(zone=2),)), "plek 1: zone 2 is not in the reistabel"),
    (lambda: make_instance(plekken=(make_plek(plaatsen=(1,)),)), "plek 1: plaatsen has 1 weeks of 12"),
    (lambda: make_instance(praktijkopleiders=()), "plek 1: inzet names the unknown praktijkopleider 1"),
    (
        lambda: make_instance(praktijkopleiders=(Praktijkopleider(id=1, minuten=()),)),
        "praktijkopleider 1: minuten has 0 weeks of 12",
    ),
    (lambda: make_instance(vast=(Paar(kandidaat=9, plek=1),)), "vast: names the unknown kandidaat 9"),
    (lambda: make_instance(vast=(Paar(kandidaat=1, plek=9),)), "vast: names the unknown plek 9"),
    (
        lambda: make_instance(reistabel=Reistabel(minuten={}, kilometers=((0, 1), (1, 0)))),
        "kandidaat 1: the reistabel has no fiets",
    ),
]


@pytest.mark.parametrize(("make", "said"), NONSENSE)
def test_nonsense_is_refused_by_name(make: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("(", "\\(")):
        make()


def test_unknown_ids_in_verboden_and_vorige_mean_nothing() -> None:
    make_instance(verboden=frozenset({(8, 9)}), vorige=(Paar(kandidaat=8, plek=9),))
