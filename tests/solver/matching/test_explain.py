"""Explanations: every cost is the difference of two real plans, every shortage is true in this plan."""

import subprocess
import sys
from dataclasses import replace

import pytest

from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.matching.alternatives import changes_with, measure
from solver.matching.check import check, pair_violations
from solver.matching.explain import Explainer
from solver.matching.explanation import CAPACITY_REDENEN, SENTENCES, Reden
from solver.matching.instance import (
    Instance,
    Inzet,
    Ondergrens,
    Paar,
    Praktijkopleider,
    Spreiding,
    Vervoermiddel,
)
from solver.matching.pair_rules import PAIR_RULES
from solver.matching.solution import Solution, Toewijzing
from solver.matching.solve import solve
from solver.matching.survey import Stay, Survey
from solver.matching.vorm import choose_vorm
from solver.spreektaal import PLACEHOLDER, fill
from tests.solver.matching.small_instances import (
    EIGEN,
    WEKEN,
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
)


def plan(*stays: tuple[int, int, int]) -> Solution:
    """A plan of (kandidaat, plek, startweek)."""
    return Solution(
        toewijzingen=tuple(Toewijzing(kandidaat=k, plek=p, startweek=w, vorm=EIGEN) for k, p, w in stays)
    )


@pytest.fixture(scope="module")
def town() -> tuple[Instance, Solution]:
    """A planned town."""
    instance = generate(Size(kandidaten=60, plekken=25), seed=2)
    result = solve(instance, Budget(seconds=10, workers=1, moves=0.3))
    assert result.solution is not None
    return instance, result.solution


ROOMY = (Praktijkopleider(id=1, minuten=(200,) * WEKEN),)


def two_plekken(**kandidaat: object) -> Instance:
    """One kandidaat, a groen plek and a hout plek of one seat each."""
    plekken = (make_plek(id=1), make_plek(id=2, sector="hout"))
    return make_instance(kandidaten=(make_kandidaat(**kandidaat),), plekken=plekken)


def test_why_tells_what_every_wish_gives() -> None:
    why = Explainer(two_plekken(), plan((1, 1, 0))).toewijzing(1)
    assert (why.plek, why.startweek) == (1, 0)
    points = {each.wish: (each.points, each.sentence) for each in why.waarderingen}
    assert points["sectorwens"] == (100, "De sector groen is wens nummer 1 van de kandidaat.")
    assert points["werkproces_dekking"] == (50, "Hier komt 1 van de 2 gewenste werkprocessen voor.")


def test_a_free_alternative_costs_the_difference_of_the_person_alone() -> None:
    (other,) = Explainer(two_plekken(), plan((1, 1, 0))).toewijzing(1).alternatieven
    assert (other.plek, other.startweek, other.verschil) == (2, 0, (0, 0, -150))
    assert (other.verplaatst, other.zonder_plek) == ((), ())
    assert other.sentence == (
        "Op plek {plek:2} kan dit vanaf week {week:0}. Niemand anders hoeft daarvoor te verschuiven. "
        "De plek past minder goed."
    )


def test_who_must_give_way_goes_where_it_fits() -> None:
    people = (make_kandidaat(id=1), make_kandidaat(id=2, sectorwensen=("hout", "groen"), laatste_week=0))
    plekken = (make_plek(id=1), make_plek(id=2, sector="hout", tot_week=6))
    instance = make_instance(kandidaten=people, plekken=plekken, praktijkopleiders=ROOMY)
    (other,) = Explainer(instance, plan((1, 1, 0), (2, 2, 0))).toewijzing(1).alternatieven
    assert (other.plek, other.startweek) == (2, 0)
    assert (other.verplaatst, other.zonder_plek) == ((2,), ())
    assert other.verschil == (0, 0, -150 - 150)
    assert other.sentence.endswith(
        "Dan krijgt {kandidaat:2} een andere plek of startweek. "
        "Voor iedereen samen passen de plekken dan minder goed."
    )


def test_who_cannot_go_elsewhere_is_named() -> None:
    people = (make_kandidaat(id=1), make_kandidaat(id=2, laatste_week=0))
    verboden = frozenset({(2, 1)})
    plekken = (make_plek(id=1), make_plek(id=2, tot_week=4))
    instance = make_instance(kandidaten=people, plekken=plekken, verboden=verboden, praktijkopleiders=ROOMY)
    (other,) = Explainer(instance, plan((1, 1, 0), (2, 2, 0))).toewijzing(1).alternatieven
    assert other.zonder_plek == (2,)
    assert other.verschil[1] == -100
    assert other.sentence.endswith(
        "Dan heeft {kandidaat:2} in dit plan geen plek meer. Dan krijgt er 1 kandidaat minder een plek."
    )


def test_a_plek_that_is_still_free_places_one_more() -> None:
    instance = make_instance(kandidaten=(make_kandidaat(id=1),))
    other = Explainer(instance, plan()).alternatief(1, 1)
    assert other is not None
    assert other.sentence.endswith("Dan krijgt er 1 kandidaat meer een plek.")


@pytest.mark.parametrize(("weken", "words"), [(9, "langer"), (3, "korter")])
def test_taking_the_plek_of_another_tells_who_waits_longer(weken: int, words: str) -> None:
    people = (make_kandidaat(id=1, wachtweken=weken), make_kandidaat(id=2, wachtweken=6))
    instance = make_instance(kandidaten=people, plekken=(make_plek(tot_week=4),))
    other = Explainer(instance, plan((2, 1, 0))).alternatief(1, 1)
    assert other is not None
    assert other.sentence.endswith(
        f"geen plek meer. Wie zo een plek krijgt, wacht {words} dan wie hem verliest."
    )


def test_a_pinned_person_never_gives_way() -> None:
    people = (make_kandidaat(id=1), make_kandidaat(id=2))
    plekken = (make_plek(id=1), make_plek(id=2, tot_week=4))
    instance = make_instance(
        kandidaten=people, plekken=plekken, vast=(Paar(kandidaat=2, plek=2),), praktijkopleiders=ROOMY
    )
    assert Explainer(instance, plan((1, 1, 0), (2, 2, 0))).toewijzing(1).alternatieven == ()


@pytest.mark.parametrize("spreiding", [None, Spreiding(vrij=1, prijs=35)])
def test_costs_are_the_difference_between_two_checked_plans(
    town: tuple[Instance, Solution], spreiding: Spreiding | None
) -> None:
    instance = replace(town[0], beleid=replace(town[0].beleid, spreiding=spreiding))
    solution = town[1]
    survey = Survey(instance, solution)
    before = check(instance, solution).tiers
    seen = 0
    for stay in solution.toewijzingen:
        for wanted in [each for plek in survey.plekken for each in survey.options(stay.kandidaat, plek)][:6]:
            other, changes = measure(survey, wanted), changes_with(survey, wanted)
            assert other is not None
            assert changes is not None
            report = check(instance, as_solution(instance, {**survey.plan, **changes}))
            assert report.violations == ()
            assert tuple(new - old for new, old in zip(report.tiers, before, strict=True)) == other.verschil
            seen += 1 if other.verplaatst or other.zonder_plek else 0
    assert seen > 20


def test_no_explanation_tells_that_someone_belongs_to_a_groep_with_an_ondergrens() -> None:
    people = (make_kandidaat(id=1, wachtweken=6), make_kandidaat(id=2, groep=0))
    plain = make_instance(kandidaten=people, plekken=(make_plek(tot_week=4),))
    floor = Ondergrens(groepen=frozenset({0}), minstens=1, prijs=1000)
    with_floor = replace(plain, beleid=make_beleid(ondergrenzen=(floor,)))
    first, second = (Explainer(each, plan((2, 1, 0))) for each in (plain, with_floor))
    assert first.alternatief(1, 1) == second.alternatief(1, 1)
    assert first.toewijzing(2) == second.toewijzing(2)
    assert first.unplaced(1) == second.unplaced(1)


def test_one_more_at_a_werkgever_is_a_cost_for_all_and_not_of_the_plek() -> None:
    plekken = (make_plek(id=1), make_plek(id=2), make_plek(id=3, werkgever=2))
    people = (make_kandidaat(id=1), make_kandidaat(id=2))
    beleid = make_beleid(spreiding=Spreiding(vrij=1, prijs=35))
    instance = make_instance(kandidaten=people, plekken=plekken, praktijkopleiders=ROOMY, beleid=beleid)
    other = Explainer(instance, plan((1, 1, 0), (2, 3, 0))).alternatief(2, 2)
    assert other is not None
    assert other.verschil == (0, 0, -35)
    assert other.sentence.endswith("Voor iedereen samen passen de plekken dan minder goed.")


def as_solution(instance: Instance, stays: dict[int, Stay | None]) -> Solution:
    """Give every stay its plaatsingsvorm."""
    people = {row.id: row for row in instance.kandidaten}
    places = {row.id: row for row in instance.plekken}
    chosen = []
    for each in filter(None, stays.values()):
        vorm = choose_vorm(instance, people[each.kandidaat], places[each.plek], each.startweek)
        assert vorm is not None
        chosen.append(
            Toewijzing(kandidaat=each.kandidaat, plek=each.plek, startweek=each.startweek, vorm=vorm)
        )
    return Solution(toewijzingen=tuple(sorted(chosen)))


def test_explaining_leaves_the_plan_as_it_was(town: tuple[Instance, Solution]) -> None:
    instance, solution = town
    explainer = Explainer(instance, solution)
    first = [explainer.toewijzing(each.kandidaat) for each in solution.toewijzingen]
    again = [explainer.toewijzing(each.kandidaat) for each in solution.toewijzingen]
    assert first == again


def test_an_asked_alternative_is_measured(town: tuple[Instance, Solution]) -> None:
    instance, solution = town
    explainer = Explainer(instance, solution)
    stay = solution.toewijzingen[0]
    here = explainer.alternatief(stay.kandidaat, stay.plek)
    assert here is not None
    assert here.verschil >= (0, 0, 0)
    barred = next(
        plek.id
        for plek in instance.plekken
        if all(
            pair_violations(instance, instance.kandidaten[0], plek, week)
            for week in instance.beleid.startweken
        )
    )
    assert explainer.alternatief(instance.kandidaten[0].id, barred) is None


def test_why_not_names_all_that_is_short_and_nothing_implied() -> None:
    people = (make_kandidaat(id=1, max_reistijd=10, werkprocessen=(8,)), make_kandidaat(id=2))
    instance = make_instance(kandidaten=people, plekken=(make_plek(tot_week=4),))
    found = Explainer(instance, plan((2, 1, 0))).why_not(1, 1)
    assert {each.rule for each in found} == {"reistijd", "werkproces_aanbod", "plaatsen", "begeleiding"}
    sentence = next(each.sentence for each in found if each.rule == "plaatsen")
    assert sentence == (
        "Plek {plek:1} heeft 1 plaats voor dit plan. Die is vanaf week {week:0} 4 weken lang bezet."
    )


def test_why_not_is_silent_when_it_fits() -> None:
    assert Explainer(two_plekken(), plan((1, 1, 0))).why_not(1, 2) == ()
    assert Explainer(two_plekken(), plan((1, 1, 0))).why_not(1, 1) == ()


UNPLACED = [
    (
        {"max_reistijd": 10},
        {},
        Reden.REISTIJD,
        "Wel als de reistijd 10 minuten langer mag zijn (plek {plek:1}).",
    ),
    (
        {"taal": 0},
        {"taal": 2},
        Reden.TAAL,
        "Wel als de plek taalniveau geen Nederlands genoeg vindt of taalhulp biedt (plek {plek:1}).",
    ),
    ({"dagdelen": 0b111}, {}, Reden.DAGDELEN, "Wel als beiden nog op 1 dagdeel meer kunnen (plek {plek:1})."),
    (
        {"werkprocessen": (8,)},
        {},
        Reden.WERKPROCES_AANBOD,
        (
            "Wel als een van de gewenste werkprocessen hier ook voorkomt en het bedrijf daarvoor erkend is"
            " (plek {plek:1})."
        ),
    ),
    (
        {"voorwaarden": frozenset({"rust"})},
        {},
        Reden.VOORWAARDEN,
        "Wel als de plek ook dit kan bieden: rust (plek {plek:1}).",
    ),
    ({}, {"plaatsen": (0,) * WEKEN}, Reden.PLAATSEN_VOL, "Wel als er 1 plaats bij komt voor plek {plek:1}."),
    (
        {"begeleiding": (100,)},
        {},
        Reden.BEGELEIDING_VOL,
        "Wel als de praktijkopleider 10 minuten per week meer tijd krijgt voor plek {plek:1}.",
    ),
    (
        {"crebo": 8},
        {},
        Reden.ERKENNING,
        (
            "Wel als het bedrijf de hele periode erkend is voor deze kwalificatie,"
            " en als een opleider deze kwalificatie in die week aanbiedt (plek {plek:1})."
        ),
    ),
]


@pytest.mark.parametrize(("kandidaat", "plek", "reden", "change"), UNPLACED)
def test_unplaced_names_the_reason_and_the_smallest_change(
    kandidaat: dict[str, object], plek: dict[str, object], reden: Reden, change: str
) -> None:
    instance = make_instance(kandidaten=(make_kandidaat(**kandidaat),), plekken=(make_plek(**plek),))
    why = Explainer(instance, plan()).unplaced(1)
    assert (why.reden, why.sentence) == (reden, SENTENCES[reden])
    assert [each.sentence for each in why.wel_als] == [change]
    assert why.dichtstbij[0].plek == 1


def test_vouchers_and_no_plekken_have_their_own_reason() -> None:
    voucher = make_instance(kandidaten=(make_kandidaat(voucher=True),), beleid=make_beleid(vouchers=0))
    why = Explainer(voucher, plan()).unplaced(1)
    assert why.reden is Reden.VOUCHERS_OP
    assert [each.sentence for each in why.wel_als] == ["Wel als er 1 voucher bij komt voor plek {plek:1}."]
    assert Explainer(make_instance(plekken=()), plan()).unplaced(1).reden is Reden.GEEN_PLEKKEN
    assert Explainer(make_instance(), plan()).unplaced(1).reden is Reden.AFGEWOGEN


def test_without_startweken_nobody_is_told_that_there_is_room() -> None:
    why = Explainer(make_instance(beleid=make_beleid(startweken=())), plan()).unplaced(1)
    assert why.reden is Reden.PERIODE
    assert why.dichtstbij[0].violations[0].sentence == "In week {week:0} kan niemand beginnen."


def test_a_full_plek_nearby_comes_before_one_that_breaks_a_rule() -> None:
    full = make_plek(id=1, plaatsen=(0,) * WEKEN)
    other = make_plek(id=2, taal=4)
    instance = make_instance(kandidaten=(make_kandidaat(taal=1, voucher=True),), plekken=(full, other))
    instance = replace(instance, beleid=make_beleid(vouchers=0))
    why = Explainer(instance, plan()).unplaced(1)
    assert [each.plek for each in why.dichtstbij] == [1, 2]
    assert why.reden in {Reden.PLAATSEN_VOL, Reden.VOUCHERS_OP}


def test_a_journey_that_cannot_be_made_is_further_than_one_that_is_long() -> None:
    near, far = make_plek(id=1, zone=1), make_plek(id=2, zone=0)
    instance = make_instance(kandidaten=(make_kandidaat(max_reistijd=5),), plekken=(near, far))
    table = replace(instance.reistabel, minuten=dict.fromkeys(Vervoermiddel, ((20, None),) * 2))
    why = Explainer(replace(instance, reistabel=replace(table, kilometers=((3, 9),) * 2)), plan()).unplaced(1)
    assert [each.plek for each in why.dichtstbij] == [2, 1]


def test_a_plek_that_cannot_be_reached_is_not_near_however_little_else_lacks() -> None:
    away, short = make_plek(id=1, zone=1), make_plek(id=2, zone=0, taal=4)
    kandidaat = make_kandidaat(max_reistijd=5, taal=1)
    instance = make_instance(kandidaten=(kandidaat,), plekken=(away, short))
    table = replace(instance.reistabel, minuten=dict.fromkeys(Vervoermiddel, ((20, None),) * 2))
    why = Explainer(replace(instance, reistabel=replace(table, kilometers=((3, 9),) * 2)), plan()).unplaced(1)
    assert [each.plek for each in why.dichtstbij] == [2, 1]


def test_a_forbidden_pair_offers_no_change() -> None:
    why = Explainer(make_instance(verboden=frozenset({(1, 1)})), plan()).unplaced(1)
    assert (why.reden, why.wel_als) == (Reden.VERBODEN, ())


def test_the_nearest_plek_comes_first_and_the_smallest_change_of_a_rule_is_told() -> None:
    plekken = (make_plek(id=1, taal=4), make_plek(id=2, taal=3), make_plek(id=3, taal=4, tot_week=1))
    why = Explainer(make_instance(kandidaten=(make_kandidaat(taal=1),), plekken=plekken), plan()).unplaced(1)
    assert [each.plek for each in why.dichtstbij] == [2, 1, 3]
    assert [(each.plek, each.shortfall) for each in why.wel_als] == [(2, 2)]
    assert dict(why.tellingen)["taal"] == 3


def test_of_the_equally_near_plekken_those_with_the_reason_told_come_first() -> None:
    language = make_plek(id=1, taal=2, plaatsen=(0,) * WEKEN)
    work = make_plek(id=2, werkprocessen=frozenset({3}), plaatsen=(0,) * WEKEN)
    others = [
        make_plek(
            id=each, werkprocessen=frozenset({3}), inzet=(Inzet(praktijkopleider=2, van_week=0, tot_week=60),)
        )
        for each in (3, 4)
    ]
    instance = make_instance(
        kandidaten=(make_kandidaat(taal=1),),
        plekken=(language, work, *others),
        praktijkopleiders=(
            Praktijkopleider(id=1, minuten=(90,) * WEKEN),
            Praktijkopleider(id=2, minuten=(0,) * WEKEN),
        ),
    )
    why = Explainer(instance, plan()).unplaced(1)
    assert why.reden is Reden.WERKPROCES_AANBOD
    assert [each.plek for each in why.dichtstbij] == [2, 3, 4, 1]
    assert [each.rule for each in why.wel_als] == ["werkproces_aanbod"]


def test_the_nearest_plekken_tell_all_that_is_short(town: tuple[Instance, Solution]) -> None:
    full = make_plek(taal=4, voorwaarden=frozenset(), plaatsen=(0,) * WEKEN)
    instance = make_instance(
        kandidaten=(make_kandidaat(taal=1, voorwaarden=frozenset({"rust"})),), plekken=(full,)
    )
    (near,) = Explainer(instance, plan()).unplaced(1).dichtstbij
    assert {each.rule for each in near.violations} == {"taal", "voorwaarden", "plaatsen"}
    explainer = Explainer(*town)
    placed = {each.kandidaat for each in town[1].toewijzingen}
    for kandidaat in {each.id for each in town[0].kandidaten} - placed:
        for near in explainer.unplaced(kandidaat).dichtstbij:
            assert near.violations == explainer.why_not(kandidaat, near.plek)


def test_wel_als_is_true_for_everyone_without_a_plek(town: tuple[Instance, Solution]) -> None:
    instance, solution = town
    explainer = Explainer(instance, solution)
    placed = {each.kandidaat for each in solution.toewijzingen}
    for kandidaat in instance.kandidaten:
        if kandidaat.id in placed:
            continue
        why = explainer.unplaced(kandidaat.id)
        assert why.reden in Reden
        for change in why.wel_als:
            short = [each.rule for each in explainer.why_not(kandidaat.id, change.plek)]
            assert short == [change.rule, *change.ook]


def test_every_reason_has_a_sentence_and_every_rule_a_reason() -> None:
    assert set(SENTENCES) == set(Reden)
    assert {rule.NAME for rule in PAIR_RULES} <= {reden.value for reden in Reden}
    assert set(CAPACITY_REDENEN) == {"plaatsen", "begeleiding", "vouchers"}


def test_placeholders_are_filled_by_who_knows_the_names() -> None:
    sentence = "Op plek {plek:4} kan {kandidaat:17} vanaf week {week:0}."
    assert PLACEHOLDER.findall(sentence) == [("plek", "4"), ("kandidaat", "17"), ("week", "0")]
    assert fill(sentence, lambda kind, number: f"<{kind} {number}>") == (
        "Op plek <plek 4> kan <kandidaat 17> vanaf week <week 0>."
    )


def test_rules_checks_and_explanations_load_without_or_tools() -> None:
    modules = "instance, check, explain, codec, explanation"
    code = f"import sys; from solver.matching import {modules}; "
    code += "from solver import result, budget, rule, spreektaal; "
    code += "sys.exit(any(name.startswith('ortools') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
