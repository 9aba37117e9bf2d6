"""The budget of changes: by brute force, on a town, in words; and beleid that was set aside for a pair."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.matching.check import check, stayers, verplaatst
from solver.matching.codec import decode_instance, encode_instance
from solver.matching.explain import Explainer
from solver.matching.instance import Instance, Paar, Plaatsingsvorm
from solver.matching.pair_rules import MAY_BE_SET_ASIDE, PAIR_RULES
from solver.matching.relax import relax
from solver.matching.solution import Solution, Toewijzing
from solver.matching.solve import solve
from solver.result import Status
from solver.rule import Label
from tests.solver.matching.small_instances import make_instance, make_kandidaat, make_plek, random_instance
from tests.solver.matching.test_solve import best_by_trying, with_pins

BUDGET = Budget(seconds=20, workers=1, moves=5)
SHORT = Budget(seconds=60, workers=1, moves=0.5, seed=1)
MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
EIGEN = Plaatsingsvorm.EIGEN_WERKNEMER


def two(**changes: object) -> Instance:
    """Kandidaat 1 has the near plek, and kandidaat 2, who waits for long, can go nowhere else."""
    plain: dict[str, object] = {
        "kandidaten": (
            make_kandidaat(id=1, begeleiding=(40,)),
            make_kandidaat(id=2, wachtweken=20, begeleiding=(40,)),
        ),
        "plekken": (make_plek(id=1, tot_week=4), make_plek(id=2, tot_week=4, zone=1, sector="zorg")),
        "vorige": (Paar(kandidaat=1, plek=1),),
        "verboden": frozenset({(2, 2)}),
    }
    return make_instance(**{**plain, **changes})


def plan_of(*stays: tuple[int, int]) -> Solution:
    """These kandidaten at these plekken from week 0."""
    return Solution(
        toewijzingen=tuple(Toewijzing(kandidaat=k, plek=p, startweek=0, vorm=EIGEN) for k, p in stays)
    )


def test_a_plan_within_the_budget_breaks_nothing() -> None:
    assert not check(two(max_verplaatst=1), plan_of((1, 2), (2, 1))).violations
    assert not check(two(max_verplaatst=0), plan_of((1, 1))).violations


def test_a_plan_past_the_budget_is_told() -> None:
    (broken,) = check(two(max_verplaatst=0), plan_of((1, 2), (2, 1))).violations
    assert broken.sentence == "Het plan verplaatst 1 persoon. Het mag er hooguit 0 verplaatsen."
    former = (Paar(kandidaat=1, plek=1), Paar(kandidaat=2, plek=2))
    both = two(max_verplaatst=1, vorige=former, verboden=frozenset())
    (more,) = check(both, plan_of()).violations
    assert more.sentence == "Het plan verplaatst 2 mensen. Het mag er hooguit 1 verplaatsen."
    assert (more.label, more.shortfall) == (Label.BELEID, 1)
    assert check(replace(both, max_verplaatst=0), plan_of()).violations[0].shortfall == 2


def test_who_falls_out_of_the_plan_counts_and_who_is_new_does_not() -> None:
    assert [each.rule for each in check(two(max_verplaatst=0), plan_of((2, 1))).violations] == ["verplaatst"]
    assert not check(two(max_verplaatst=0, verboden=frozenset()), plan_of((1, 1), (2, 2))).violations


def test_with_a_budget_of_nobody_who_can_stay_stays() -> None:
    free = solve(two(), BUDGET).solution
    held = solve(two(max_verplaatst=0), BUDGET).solution
    assert free is not None
    assert held is not None
    assert {(each.kandidaat, each.plek) for each in free.toewijzingen} == {(1, 2), (2, 1)}
    assert {(each.kandidaat, each.plek) for each in held.toewijzingen} == {(1, 1)}


def test_who_cannot_stay_does_not_count() -> None:
    closed = two(max_verplaatst=0, verboden=frozenset({(1, 1), (2, 2)}))
    found = solve(closed, BUDGET).solution
    assert found is not None
    assert stayers(closed) == {}
    assert {(each.kandidaat, each.plek) for each in found.toewijzingen} == {(1, 2), (2, 1)}


def test_a_pin_elsewhere_does_not_count() -> None:
    pinned = two(max_verplaatst=0, vast=(Paar(kandidaat=1, plek=2),))
    found = solve(pinned, BUDGET).solution
    assert found is not None
    assert {(each.kandidaat, each.plek) for each in found.toewijzingen} == {(1, 2), (2, 1)}


@MANY
@given(seed=st.integers(0, 100_000), most=st.integers(0, 2), pinned=st.booleans())
@example(seed=26, most=0, pinned=False)
def test_a_budget_agrees_with_brute_force(seed: int, most: int, *, pinned: bool) -> None:
    random = Random(seed)
    instance = random_instance(seed, kandidaten=3, plekken=2)
    instance = with_pins(instance, random) if pinned else instance
    former = tuple(
        Paar(kandidaat=each.id, plek=random.choice(instance.plekken).id)
        for each in instance.kandidaten
        if instance.plekken and random.random() < 0.8
    )
    instance = replace(instance, vorige=former, max_verplaatst=most)
    best = best_by_trying(instance)
    result = solve(instance, BUDGET)
    assert (result.status is Status.INFEASIBLE) == (best is None)
    if best is not None:
        assert tuple(tier.value for tier in result.tiers) == best
        assert tuple(tier.bound for tier in result.tiers) == best


@pytest.fixture(scope="module")
def changed_town() -> Instance:
    """A town whose plan was made before a quarter of its plekken closed and ten people joined."""
    before = generate(Size(kandidaten=60, plekken=26), seed=5)
    kept = replace(before, kandidaten=before.kandidaten[:50])
    plan = solve(kept, SHORT).solution
    assert plan is not None
    former = tuple(Paar(kandidaat=e.kandidaat, plek=e.plek, startweek=e.startweek) for e in plan.toewijzingen)
    return replace(before, plekken=before.plekken[6:], vorige=former)


@pytest.mark.parametrize("most", [0, 1, 3, 100])
def test_no_plan_of_a_town_passes_its_budget(changed_town: Instance, most: int) -> None:
    asked = replace(changed_town, max_verplaatst=most)
    result = solve(asked, SHORT)
    assert result.solution is not None
    assert not check(asked, result.solution).violations
    now = {each.kandidaat: each.plek for each in result.solution.toewijzingen}
    assert verplaatst(stayers(asked), now) <= most
    assert result.value <= result.bound


def test_a_budget_is_stored_with_the_question() -> None:
    asked = two(max_verplaatst=2, uitzonderingen=frozenset({(1, 2, "reistijd")}))
    assert decode_instance(encode_instance(asked)) == asked


def test_who_stays_for_the_budget_is_told_so() -> None:
    asked = two(max_verplaatst=0)
    explainer = Explainer(asked, plan_of((1, 1)))
    assert explainer.toewijzing(1).blijft == "De kandidaat blijft zitten: het plan mag niemand verplaatsen."
    assert [each.rule for each in explainer.why_not(1, 2)] == ["verplaatst"]
    roomy = Explainer(two(max_verplaatst=1), plan_of((1, 1)))
    assert (roomy.toewijzing(1).blijft, roomy.why_not(1, 2)) == ("", ())


def test_an_alternative_that_moves_too_many_says_so() -> None:
    (other,) = Explainer(two(max_verplaatst=0), plan_of((1, 1))).toewijzing(1).alternatieven
    assert other.sentence.endswith("Dat zijn meer verplaatsingen dan dit plan mag doen.")


def test_too_little_room_for_all_who_were_there_says_how_many_must_move() -> None:
    people = tuple(make_kandidaat(id=each, begeleiding=(0,)) for each in (1, 2, 3))
    asked = make_instance(
        kandidaten=people,
        plekken=(make_plek(tot_week=4),),
        vorige=tuple(Paar(kandidaat=each.id, plek=1) for each in people),
        max_verplaatst=1,
    )
    assert solve(asked, BUDGET).status is Status.INFEASIBLE
    found = relax(asked, BUDGET)
    assert found.sentence == (
        "Op de plekken van nu is niet genoeg ruimte voor wie daar staat: 2 mensen moeten naar een andere "
        "plek, en het plan mag er 1 verplaatsen. Sta 2 verplaatsingen toe, of maak meer ruimte."
    )
    assert solve(replace(asked, max_verplaatst=2), BUDGET).status is Status.OPTIMAL


@MANY
@given(seed=st.integers(0, 100_000))
def test_beleid_that_was_set_aside_agrees_with_brute_force(seed: int) -> None:
    random = Random(seed)
    instance = random_instance(seed, kandidaten=3, plekken=2)
    set_aside = frozenset(
        (k.id, p.id, rule.NAME)
        for k in instance.kandidaten
        for p in instance.plekken
        for rule in PAIR_RULES
        if random.random() < 0.5
    )
    instance = replace(instance, uitzonderingen=set_aside)
    best = best_by_trying(instance)
    result = solve(instance, BUDGET)
    assert best is not None
    assert tuple(tier.value for tier in result.tiers) == best


def test_wet_the_period_and_a_no_are_never_set_aside() -> None:
    assert {
        "werkproces_aanbod", "beschikbaarheid_dagdelen", "uren", "reistijd", "voorwaarden", "taal", "niveau",
        "fase",
    } == MAY_BE_SET_ASIDE  # fmt: skip
    barred = two(uitzonderingen=frozenset({(2, 2, "verboden"), (1, 1, "erkenning")}))
    assert [each.rule for each in Explainer(barred, plan_of()).why_not(2, 2)] == ["verboden"]
