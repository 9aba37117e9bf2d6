"""What is short at many plekken at once is what the single forms say, one plek and one week at a time."""

from collections import Counter
from itertools import groupby
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.matching.instance import Instance, Kandidaat, Leerwerkplek
from solver.matching.pair_rules import PAIR_RULES, ask_rules
from solver.matching.pairs import build_pairs
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import Row
from solver.matching.shortfall import IMPLIED, Look
from solver.matching.solution import Solution, Toewijzing
from solver.matching.survey import Survey
from solver.rule import Violation
from tests.solver.matching.small_instances import EIGEN, random_instance, with_exceptions


def any_plan(instance: Instance, random: Random) -> Solution:
    """Some pairs that the rules allow, whether they fit together or not."""
    pairs = build_pairs(instance)
    chosen = {}
    for pair in random.sample(range(len(pairs)), len(pairs)):
        who = instance.kandidaten[pairs.kandidaat[pair]].id
        plek, week = instance.plekken[pairs.plek[pair]].id, int(pairs.startweek[pair])
        if random.random() < 0.4:
            chosen[who] = Toewijzing(kandidaat=who, plek=plek, startweek=week, vorm=EIGEN)
    return Solution(toewijzingen=tuple(sorted(chosen.values())))


def left(instance: Instance, solution: Solution, without: int) -> Counter[Row]:
    """What a plan without this kandidaat leaves of every capacity."""
    people = {row.id: row for row in instance.kandidaten}
    places = {row.id: row for row in instance.plekken}
    free: Counter[Row] = Counter()
    for rule in RESOURCE_RULES:
        free.update(rule.capacity(instance))
        for each in solution.toewijzingen:
            if each.kandidaat != without:
                free.subtract(rule.uses(instance, people[each.kandidaat], places[each.plek], each.startweek))
    return free


def pair_short(instance: Instance, person: Kandidaat, plek: Leerwerkplek, week: int) -> list[Violation]:
    """The pair rules that are broken, without what another implies; those that look at the week last."""
    rules = sorted(PAIR_RULES, key=lambda rule: rule.TIMED)
    broken = ask_rules(instance, person, plek, week, rules)
    implied = [IMPLIED[each.rule] for each in broken if each.rule in IMPLIED]
    return [each for each in broken if (each.rule, each.unit) not in implied]


def room_short(
    instance: Instance, free: Counter[Row], person: Kandidaat, plek: Leerwerkplek, week: int
) -> list[Violation]:
    """The capacities that are short, by unbroken run of weeks."""
    found = []
    for rule in sorted(RESOURCE_RULES, key=lambda rule: rule.NAME):
        uses = rule.uses(instance, person, plek, week)
        rows = sorted(row for row, amount in uses.items() if amount > free[row])
        for _, run in groupby(enumerate(rows), key=lambda each: (each[1].id, each[1].week - each[0])):
            weeks = [row for _, row in run]
            capacity = min(rule.capacity(instance)[row] for row in weeks)
            worst = max(uses[row] - free[row] for row in weeks)
            found.append(rule.violation(weeks[0], weeks[-1].week + 1, capacity, worst))
    return found


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_every_plek_tells_what_the_single_forms_tell_in_its_best_week(seed: int) -> None:
    instance = with_exceptions(random_instance(seed, kandidaten=6, plekken=4), seed)
    solution = any_plan(instance, Random(seed))
    survey = Survey(instance, solution)
    for person in instance.kandidaten:
        stay = survey.cancel(person.id)
        look = Look(survey, person.id, np.arange(len(instance.plekken)))
        free = left(instance, solution, person.id)
        for place, plek in enumerate(instance.plekken):
            weeks = []
            for week in instance.beleid.startweken or (0,):
                pair = pair_short(instance, person, plek, week)
                short = room_short(instance, free, person, plek, week)
                size = sum(each.shortfall for each in (*pair, *short))
                weeks.append((len(pair), len(short), size, week, (*pair, *short)))
            *_, week, violations = min(weeks, key=lambda each: each[:4])
            told = look.tell(place)
            assert (told.plek, told.startweek, told.violations) == (plek.id, week, violations)
            assert look.lacks(place) == [(each.rule, each.shortfall) for each in violations]
        if stay:
            survey.book(stay)
