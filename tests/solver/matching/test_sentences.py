"""What people read of wishes, capacities and changes: whole sentences, singular and plural."""

import pytest

from solver.matching.instance import Fase, Instance, Paar, Vervoermiddel
from solver.matching.pair_rules import PAIR_RULES
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import Row
from solver.matching.wishes import TIERS, WISHES
from solver.rule import Label, Violation
from solver.spreektaal import count, hours, listing
from tests.solver.matching.small_instances import (
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
    make_reistabel,
)


def broken(shortfall: int, unit: str = "") -> Violation:
    """A violation of so much."""
    return Violation(rule="x", label=Label.WET, sentence="x", shortfall=shortfall, unit=unit)


WISHED: list[tuple[str, Instance, int, int, str]] = [
    (
        "wachttermijn",
        make_instance(kandidaten=(make_kandidaat(wachtweken=10),)),
        0,
        1,
        "De kandidaat wacht 10 weken. De termijn is 10 weken.",
    ),
    (
        "wachttermijn",
        make_instance(kandidaten=(make_kandidaat(wachtweken=1),)),
        0,
        0,
        "De kandidaat wacht 1 week. De termijn is 10 weken.",
    ),
    (
        "geplaatst",
        make_instance(kandidaten=(make_kandidaat(wachtweken=60),)),
        0,
        204,
        "De kandidaat krijgt een plek. De wachttijd van 52 weken telt mee.",
    ),
    (
        "geplaatst",
        make_instance(kandidaten=(make_kandidaat(wachtweken=1),)),
        0,
        102,
        "De kandidaat krijgt een plek. De wachttijd van 1 week telt mee.",
    ),
    ("werkproces_dekking", make_instance(), 0, 50, "Hier komt 1 van de 2 gewenste werkprocessen voor."),
    (
        "werkproces_dekking",
        make_instance(kandidaten=(make_kandidaat(werkprocessen=(1, 3, 4)),)),
        0,
        66,
        "Hier komen 2 van de 3 gewenste werkprocessen voor.",
    ),
    (
        "werkproces_dekking",
        make_instance(kandidaten=(make_kandidaat(werkprocessen=()),)),
        0,
        0,
        "Er zijn geen werkprocessen gekozen.",
    ),
    ("sectorwens", make_instance(), 0, 100, "De sector groen is wens nummer 1 van de kandidaat."),
    (
        "sectorwens",
        make_instance(kandidaten=(make_kandidaat(sectorwensen=("a", "groen")),)),
        0,
        70,
        "De sector groen is wens nummer 2 van de kandidaat.",
    ),
    (
        "sectorwens",
        make_instance(kandidaten=(make_kandidaat(sectorwensen=("a", "b", "groen")),)),
        0,
        40,
        "De sector groen is wens nummer 3 van de kandidaat.",
    ),
    (
        "sectorwens",
        make_instance(kandidaten=(make_kandidaat(sectorwensen=("a", "b", "c", "d", "groen")),)),
        0,
        20,
        "De sector groen is wens nummer 5 van de kandidaat.",
    ),
    (
        "sectorwens",
        make_instance(kandidaten=(make_kandidaat(sectorwensen=("a",)),)),
        0,
        0,
        "De sector groen is geen wens van de kandidaat.",
    ),
    (
        "sectorwens",
        make_instance(kandidaten=(make_kandidaat(sectorwensen=()),)),
        0,
        50,
        "De kandidaat heeft geen voorkeur voor een sector.",
    ),
    ("reistijd", make_instance(), 0, 33, "De reistijd is 20 minuten met de fiets. Het maximum is 30."),
    (
        "reistijd",
        make_instance(kandidaten=(make_kandidaat(max_reistijd=20),)),
        0,
        0,
        "De reistijd is 20 minuten met de fiets. Het maximum is 20.",
    ),
    (
        "reistijd",
        make_instance(reistabel=make_reistabel(1, 0)),
        0,
        96,
        "De reistijd is 1 minuut met de fiets. Het maximum is 30.",
    ),
    (
        "reistijd",
        make_instance(reistabel=make_reistabel(None, 0)),
        0,
        0,
        "Deze reis kan niet met de fiets.",
    ),
    ("niveau", make_instance(), 0, 100, "De plek past bij niveau 1 van de kandidaat."),
    (
        "niveau",
        make_instance(plekken=(make_plek(niveau=2),)),
        0,
        50,
        "De plek vraagt niveau 2. Dat is hoger dan nu is geschat.",
    ),
    (
        "niveau",
        make_instance(kandidaten=(make_kandidaat(niveau=4),)),
        0,
        0,
        "De plek vraagt niveau 1. Dat is lager dan nu is geschat.",
    ),
    ("spoed", make_instance(), 0, 100, "De start is in de eerste week dat de kandidaat kan."),
    ("spoed", make_instance(), 1, 95, "De start is 1 week na de eerste week dat de kandidaat kan."),
    ("spoed", make_instance(), 4, 80, "De start is 4 weken na de eerste week dat de kandidaat kan."),
    ("stabiliteit", make_instance(), 0, 0, ""),
    (
        "stabiliteit",
        make_instance(vorige=(Paar(kandidaat=1, plek=1),)),
        0,
        100,
        "Dit is dezelfde plek als in het vorige plan.",
    ),
    (
        "stabiliteit",
        make_instance(vorige=(Paar(kandidaat=1, plek=5),)),
        0,
        0,
        "Dit is een andere plek dan in het vorige plan.",
    ),
]


@pytest.mark.parametrize(("name", "instance", "week", "points", "sentence"), WISHED)
def test_a_wish_says_why_it_gives_its_points(
    name: str, instance: Instance, week: int, points: int, sentence: str
) -> None:
    wish = next(each for each in WISHES if name == each.NAME)
    given = wish.waardering(instance, instance.kandidaten[0], instance.plekken[0], week)
    assert (given.wish, given.points, given.sentence) == (name, points, sentence)
    assert given.tier in TIERS
    assert given.value == points * given.weight


def test_the_weights_of_tier_wensen_are_those_of_the_policy() -> None:
    instance = make_instance(beleid=make_beleid())
    gewichten = instance.beleid.gewichten
    given = {wish.NAME: wish.weight(gewichten) for wish in WISHES}
    assert given == {
        "wachttermijn": 1,
        "geplaatst": 1,
        "werkproces_dekking": 6,
        "sectorwens": 5,
        "reistijd": 3,
        "niveau": 2,
        "spoed": 2,
        "stabiliteit": 4,
    }


SHORT = [
    (
        "plaatsen",
        0,
        3,
        4,
        1,
        ("Alle plaatsen op plek {plek:5} zijn vanaf week {week:3} 1 week lang bezet."),
    ),
    (
        "plaatsen",
        1,
        3,
        5,
        1,
        ("Plek {plek:5} heeft 1 plaats voor dit plan. Die is vanaf week {week:3} 2 weken lang bezet."),
    ),
    (
        "plaatsen",
        2,
        3,
        5,
        2,
        (
            "Plek {plek:5} heeft 2 plaatsen voor dit plan. Die zijn vanaf week {week:3} 2 weken lang bezet."
            " Er zijn 2 plaatsen te weinig."
        ),
    ),
    (
        "begeleiding",
        60,
        3,
        5,
        90,
        (
            "Praktijkopleider {praktijkopleider:5} heeft te weinig tijd: vanaf week {week:3} "
            "is er 2 weken lang tot 1 uur en 30 minuten per week te weinig. Er is 1 uur per week."
        ),
    ),
    ("vouchers", 0, 0, 1, 1, "Er zijn geen vouchers meer in deze periode."),
    ("vouchers", 1, 0, 1, 1, "De voucher van deze periode is op."),
    ("vouchers", 2, 0, 1, 2, "De 2 vouchers van deze periode zijn op. Er zijn er 2 te weinig."),
]


@pytest.mark.parametrize(("name", "capacity", "week", "until", "short", "sentence"), SHORT)
def test_a_capacity_says_how_much_it_is_short(
    name: str, capacity: int, week: int, until: int, short: int, sentence: str
) -> None:
    rule = next(each for each in RESOURCE_RULES if name == each.NAME)
    found = rule.violation(Row(name, 5, week), until, capacity, short)
    assert (found.rule, found.sentence, found.shortfall, found.label) == (name, sentence, short, rule.LABEL)
    assert found.unit == {"plaatsen": "plaatsen", "begeleiding": "minuten", "vouchers": "vouchers"}[name]


ROOM = [
    ("plaatsen", 1, "Wel als er 1 plaats bij komt."),
    ("plaatsen", 2, "Wel als er 2 plaatsen bij komen."),
    ("begeleiding", 30, "Wel als de praktijkopleider 30 minuten per week meer tijd krijgt."),
    ("vouchers", 1, "Wel als er 1 voucher bij komt."),
    ("vouchers", 2, "Wel als er 2 vouchers bij komen."),
]


@pytest.mark.parametrize(("name", "short", "sentence"), ROOM)
def test_more_room_is_offered_in_words(name: str, short: int, sentence: str) -> None:
    rule = next(each for each in RESOURCE_RULES if name == each.NAME)
    assert rule.wel_als(broken(short)) == sentence


CHANGES = [
    (
        "werkproces_aanbod",
        1,
        "",
        "Wel als een van de gewenste werkprocessen hier ook voorkomt en het bedrijf daarvoor erkend is.",
    ),
    ("erkenning", 1, "", "Wel als het bedrijf de hele periode erkend is voor deze kwalificatie."),
    ("opleider", 1, "", "Wel als een opleider deze kwalificatie in die week aanbiedt."),
    ("plaatsingsvorm", 1, "", "Wel als de werkgever ook een andere plaatsingsvorm aanneemt."),
    ("beschikbaarheid_dagdelen", 1, "", "Wel als beiden nog op 1 dagdeel meer kunnen."),
    ("beschikbaarheid_dagdelen", 2, "", "Wel als beiden nog op 2 dagdelen meer kunnen."),
    ("uren", 90, "", "Wel als de uren per week 1 uur en 30 minuten mogen schuiven."),
    ("periode", 1, "", "Wel als de periodes 1 week beter op elkaar aansluiten."),
    ("periode", 3, "", "Wel als de periodes 3 weken beter op elkaar aansluiten."),
    ("reistijd", 11, "minuten", "Wel als de reistijd 11 minuten langer mag zijn."),
    ("reistijd", 1, "minuten", "Wel als de reistijd 1 minuut langer mag zijn."),
    ("reistijd", 3, "kilometer", "Wel als de afstand 3 kilometer langer mag zijn."),
    ("reistijd", 1, "vervoer", "Wel als het vervoer naar deze plek geregeld wordt."),
    ("voorwaarden", 1, "", "Wel als de plek ook dit kan bieden: vaste taken."),
    ("taal", 1, "", "Wel als de plek taalniveau B1 genoeg vindt of taalhulp biedt."),
    ("niveau", 1, "", "Wel als het niveau hoger mag zijn dan nu is geschat."),
    ("fase", 1, "", "Wel als de kandidaat een fase mag overslaan."),
    ("verboden", 1, "", ""),
]


@pytest.mark.parametrize(("name", "short", "unit", "sentence"), CHANGES)
def test_a_change_is_offered_in_words(name: str, short: int, unit: str, sentence: str) -> None:
    rule = next(each for each in PAIR_RULES if name == each.NAME)
    kandidaat = make_kandidaat(taal=3, voorwaarden=frozenset({"vaste_taken", "rust"}))
    assert (
        rule.wel_als(broken(short, unit), kandidaat, make_plek(voorwaarden=frozenset({"rust"}))) == sentence
    )


@pytest.mark.parametrize("rule", PAIR_RULES, ids=lambda rule: rule.NAME)
def test_every_pair_rule_has_a_word_for_its_file(rule: object) -> None:
    assert getattr(rule, "__name__", "").rsplit(".", 1)[-1] == getattr(rule, "NAME", None)


WAYS = [
    (Vervoermiddel.LOPEN, "lopend"),
    (Vervoermiddel.FIETS, "met de fiets"),
    (Vervoermiddel.E_BIKE, "met de e-bike"),
    (Vervoermiddel.OV, "met het openbaar vervoer"),
    (Vervoermiddel.AUTO, "met de auto"),
    (Vervoermiddel.TAXIBUS, "met de taxibus"),
]


@pytest.mark.parametrize(("mode", "words"), WAYS)
def test_every_vervoermiddel_has_its_words(mode: Vervoermiddel, words: str) -> None:
    instance = make_instance(kandidaten=(make_kandidaat(vervoermiddel=mode, max_reistijd=5),))
    rule = next(each for each in PAIR_RULES if each.NAME == "reistijd")
    found = rule.violation(instance, instance.kandidaten[0], instance.plekken[0], 0)
    assert found is not None
    assert found.sentence == f"De reistijd is 20 minuten {words}. Het maximum is 5 minuten."


def test_every_fase_has_its_word() -> None:
    rule = next(each for each in PAIR_RULES if each.NAME == "fase")
    instance = make_instance(beleid=make_beleid(fase_volgorde=True))
    found = rule.violation(instance, make_kandidaat(fase=Fase.BINNEN), make_plek(fase=Fase.REGULIER), 0)
    assert found is not None
    assert (found.sentence, found.shortfall) == (
        "De stap van binnen naar regulier is te groot. De afspraak is: een stap tegelijk.",
        1,
    )


def test_numbers_and_lists_are_written_as_people_say_them() -> None:
    assert [count(number, "week", "weken") for number in (0, 1, 2)] == ["0 weken", "1 week", "2 weken"]
    assert [hours(minutes) for minutes in (0, 1, 60, 61, 150)] == [
        "0 minuten",
        "1 minuut",
        "1 uur",
        "1 uur en 1 minuut",
        "2 uur en 30 minuten",
    ]
    assert [listing(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]
