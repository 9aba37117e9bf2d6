"""The report on a whole plan: what is wrong, points of each wish, points of each tier."""

import subprocess
import sys
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from solver.groepsdetachering.beleid import Beleid
from solver.groepsdetachering.cell_rules import CELL_RULES
from solver.groepsdetachering.check import check, tier_values, violations
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.plan_rules import PLAN_RULES
from solver.groepsdetachering.solution import Groep, Indeling, Leiding, Solution
from solver.groepsdetachering.wishes import WISHES
from solver.tiers import Tier
from tests.solver.groepsdetachering.odd_groepsdetacheringen import SEEDS, odd_instance
from tests.solver.groepsdetachering.small_groepsdetacheringen import make_instance, make_opdracht, plan

NAMES = {rule.NAME for rule in (*CELL_RULES, *PLAN_RULES)}
NUMBER = st.integers(-1, 9)
JUNK = st.builds(
    Solution,
    groepen=st.lists(
        st.builds(
            Groep,
            opdracht=NUMBER,
            week=NUMBER,
            werkleider=NUMBER,
            leiding=st.lists(st.builds(Leiding, dag=NUMBER, werkleider=NUMBER), max_size=3).map(tuple),
            bus=st.none() | NUMBER,
            opstappen=st.lists(NUMBER, max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    indelingen=st.lists(
        st.builds(Indeling, medewerker=NUMBER, week=NUMBER, opdracht=NUMBER, dagen=st.integers(-2, 64)),
        max_size=4,
    ).map(tuple),
)


def test_a_plan_without_groups_is_valid() -> None:
    report = check(make_instance(), Solution())
    assert report.violations == ()
    assert report.wishes["belofte"] == report.wishes["vervulling"] == 0


def test_a_report_has_all_wishes_and_the_tiers_of_the_policy() -> None:
    tiers = (
        Tier(name="eerst", gewichten={"vervulling": 3, "groep": 2}),
        Tier(name="dan", gewichten={"reistijd": 1}),
    )
    instance = make_instance(beleid=Beleid(tiers=tiers))
    report = check(instance, plan("1 1", "1ma ."))
    assert set(report.wishes) == set(WISHES)
    assert report.wishes["vervulling"] == 5
    assert report.wishes["groep"] == 1
    assert report.tiers == (3 * 5 + 2 * 1, 900 - 5 * 20)
    assert report.tiers == tier_values(Plan(instance, plan("1 1", "1ma .")))


def test_all_that_is_wrong_is_told_at_once() -> None:
    instance = make_instance(
        opdrachten=(make_opdracht(1, minimum=2), make_opdracht(2)), verboden=frozenset({(1, 1)})
    )
    found = [each.rule for each in check(instance, plan("1ma .", ". 9")).violations]
    assert found.count("verboden") == found.count("groepsgrootte") == 1
    assert found.count("een_groep") == 2


@given(solution=JUNK, seed=st.sampled_from(SEEDS))
@settings(max_examples=300, deadline=None)
def test_whatever_a_plan_says_is_answered_in_words(solution: Solution, seed: int) -> None:
    instance = odd_instance(seed)
    report = check(instance, solution)
    assert {each.rule for each in report.violations} <= NAMES
    assert all(each.sentence.endswith(".") and each.shortfall > 0 for each in report.violations)
    assert all(points >= 0 for points in report.wishes.values())


@given(solution=JUNK)
@settings(max_examples=100, deadline=None)
def test_any_published_plan_can_be_compared_with(solution: Solution) -> None:
    instance = make_instance(vorige=solution, max_plaatsen=0, max_mensen=0)
    found = violations(Plan(instance, plan("1 1", "2 2")))
    assert {each.rule for each in found} <= {"wijzigingen"}


def test_the_order_of_rows_changes_nothing() -> None:
    instance = make_instance(verboden=frozenset({(1, 1), (2, 2)}))
    random, rows = Random(1), plan("1 1", "1 2", "2 2ma")
    told = sorted(each.sentence for each in check(instance, rows).violations)
    assert told
    for _ in range(10):
        groups, placed = list(rows.groepen), list(rows.indelingen)
        random.shuffle(groups)
        random.shuffle(placed)
        report = check(instance, Solution(groepen=tuple(groups), indelingen=tuple(placed)))
        assert sorted(each.sentence for each in report.violations) == told
        assert report.wishes == check(instance, rows).wishes


def test_the_rules_load_without_ortools() -> None:
    code = "import sys, solver.groepsdetachering.check; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
