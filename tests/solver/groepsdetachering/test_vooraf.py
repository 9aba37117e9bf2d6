"""What is said before solving, and that nothing is said where nothing lacks."""

from solver.groepsdetachering.instance import Stap, Vakkracht
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.vooraf import warnings
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    make_instance,
    make_medewerker,
    make_opdracht,
    make_werkleider,
)


def said(**changes: object) -> list[str]:
    """The sentences about an instance."""
    return warnings(Known(make_instance(**changes)))


def test_of_an_instance_with_people_enough_nothing_is_said() -> None:
    assert said() == []


def test_more_days_promised_than_people_can_work_is_said_with_the_number() -> None:
    people = tuple(make_medewerker(each, opbouw=(Stap(dagen=1),)) for each in (1, 2))
    promised = make_opdracht(1, toegezegd=2)
    first, second = said(medewerkers=people, opdrachten=(promised,))
    assert first == (
        "In week {week:0} zijn 4 persoonsdagen toegezegd. Samen kunnen mensen dan hooguit 2 dagen buiten "
        "werken: 2 te weinig."
    )
    assert second.startswith("In week {week:1} ")


def test_who_does_not_wish_to_work_outside_does_not_count() -> None:
    people = (make_medewerker(1), make_medewerker(2, wil_buiten=False))
    assert len(said(medewerkers=people, opdrachten=(make_opdracht(1, toegezegd=2),))) == 2


def test_an_opdracht_without_days_in_these_weeks_is_named() -> None:
    later = make_opdracht(1, van_week=5, tot_week=9)
    assert said(opdrachten=(later,)) == ["Opdracht {opdracht:1} heeft geen werkdagen in deze weken."]


def test_an_opdracht_that_nobody_can_lead_is_named() -> None:
    trained = make_opdracht(1, trainingen=frozenset({7}))
    leaders = (make_werkleider(1),)
    expected = ["Er is geen werkleider die opdracht {opdracht:1} kan leiden."]
    assert said(opdrachten=(trained,), werkleiders=leaders) == expected


def test_too_few_people_for_the_smallest_group_are_counted() -> None:
    large = make_opdracht(1, minimum=4, maximum=5, gevraagd=5)
    assert said(medewerkers=(make_medewerker(1),), opdrachten=(large,)) == [
        "Bij opdracht {opdracht:1} kan op geen dag meer dan 1 persoon werken. Het zijn er minstens 4."
    ]


def test_too_few_who_master_a_werkproces_are_counted() -> None:
    skilled = make_opdracht(1, mix=(Vakkracht(werkproces=3, aantal=2),))
    people = (make_medewerker(1, beheerst=frozenset({3})), make_medewerker(2))
    (only,) = said(medewerkers=people, opdrachten=(skilled,))
    assert only == (
        "Opdracht {opdracht:1} vraagt 2 mensen die werkproces {werkproces:3} beheersen. "
        "Er kan er hooguit 1 zijn."
    )
