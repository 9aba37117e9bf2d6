"""What is said before solving is true: where it says something there is no plan."""

import pytest

from solver.roulatie.instance import Aanbod, Instance, Leerdoel
from solver.roulatie.vooraf import reasons
from tests.solver.roulatie.small_roulaties import draw, make_deelnemer, make_instance, make_plek, valid_plans


def with_goal(weken: int, **plek: object) -> Instance:
    """The first of two is to practise werkproces 1, taught at the only plek."""
    first = make_deelnemer(1, leerdoelen=(Leerdoel(werkproces=1, weken=weken),))
    return make_instance(deelnemers=(first, make_deelnemer(2)), plekken=(make_plek(1, **plek),))


AWAY = tuple(make_deelnemer(each, afwezig=frozenset({0, 1})) for each in (1, 2))


@pytest.mark.parametrize(
    ("instance", "words"),
    [
        (make_instance(plekken=(make_plek(1, maximum=1),)), "Alle plekken samen hebben ruimte voor 1."),
        (make_instance(deelnemers=AWAY), "In blok {blok:0} is er niemand."),
        (with_goal(7), "hooguit 6 weken. Er zijn 7 nodig."),
        (with_goal(1, aanbod=()), "Geen bedrijf biedt dat nu aan."),
        (
            with_goal(1, aanbod=(Aanbod(werkproces=1, maanden=frozenset({7})),)),
            "Geen bedrijf biedt dat nu aan.",
        ),
    ],
)
def test_a_reason_is_said(instance: Instance, words: str) -> None:
    assert any(words in each for each in reasons(instance))


def test_of_a_plain_instance_nothing_is_said() -> None:
    assert reasons(make_instance()) == []
    assert reasons(with_goal(6)) == []


@pytest.mark.parametrize("seed", range(300, 360))
def test_where_something_is_said_there_is_no_plan(seed: int) -> None:
    instance = draw(seed)
    said = [each for each in reasons(instance) if "is er niemand" not in each]
    assert not (said and valid_plans(instance))
