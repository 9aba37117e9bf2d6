"""Who leads a plek after an edit, and which werkprocessen no erkenning covers."""

from datetime import date

from marketplace.leerwerkplekken.model import Inzet
from marketplace.leerwerkplekken.regels import unrecognised
from marketplace.leerwerkplekken.wijziging import NewInzet, led_by, settled
from marketplace.organisaties.model import Erkenning

VAN, HALF, TOT = date(2026, 11, 2), date(2027, 3, 1), date(2027, 11, 1)
ANNA = Inzet(praktijkopleider_id=1, naam="Anna", van=VAN, tot=HALF)
BEN = Inzet(praktijkopleider_id=2, naam="Ben", van=HALF, tot=TOT)


def stretches(inzet: tuple[Inzet, ...]) -> list[tuple[int, date, date | None]]:
    """Who and when, without names."""
    return [(each.praktijkopleider_id, each.van, each.tot) for each in inzet]


def test_nobody_leaves_a_plek_without_leader() -> None:
    assert led_by((ANNA, BEN), None, VAN, TOT) == ()
    assert settled((ANNA, BEN), None) is None


def test_a_choice_without_a_day_holds_for_the_whole_period() -> None:
    assert stretches(led_by((ANNA, BEN), NewInzet(praktijkopleider_id=1), VAN, None)) == [(1, VAN, None)]


def test_the_one_who_leads_last_keeps_the_day_on_which_that_began() -> None:
    same = settled((ANNA, BEN), NewInzet(praktijkopleider_id=2))
    assert same == NewInzet(praktijkopleider_id=2, vanaf=HALF)
    assert settled((ANNA, BEN), NewInzet(praktijkopleider_id=1)) == NewInzet(praktijkopleider_id=1)
    assert led_by((ANNA, BEN), same, VAN, TOT)[0] == ANNA
    assert stretches(led_by((ANNA, BEN), same, VAN, TOT)) == [(1, VAN, HALF), (2, HALF, TOT)]


def test_stretches_grow_and_shrink_with_the_period() -> None:
    same = NewInzet(praktijkopleider_id=2, vanaf=HALF)
    earlier, later = date(2026, 10, 5), date(2027, 12, 6)
    assert stretches(led_by((ANNA, BEN), same, earlier, later)) == [(1, earlier, HALF), (2, HALF, later)]
    assert stretches(led_by((ANNA, BEN), same, date(2027, 4, 5), TOT)) == [(2, date(2027, 4, 5), TOT)]


def test_one_who_goes_on_is_one_stretch() -> None:
    assert stretches(led_by((ANNA,), NewInzet(praktijkopleider_id=1, vanaf=HALF), VAN, TOT)) == [
        (1, VAN, TOT)
    ]


def test_a_werkproces_without_erkenning_is_named() -> None:
    erkenning = Erkenning(
        id=1,
        gecontroleerd_op=date(2026, 1, 1),
        versie=1,
        vestiging_id=1,
        crebo=25258,
        kwalificatie="Groen",
        van=VAN,
        tot=None,
        werkprocessen=None,
    )
    assert unrecognised((1, 2, 3), {1: 25258, 2: 25371, 3: None}, [erkenning]) == {2}
    assert unrecognised((1,), {1: 25258}, []) == {1}
