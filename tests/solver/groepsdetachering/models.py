"""Models of small groepsdetacheringen: held to one plan, or solved to the best plan of what is open."""

from collections.abc import Hashable, Mapping
from random import Random
from typing import TypeVar

from ortools.sat.python import cp_model

from solver.groepsdetachering.build import build_model
from solver.groepsdetachering.instance import Instance
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.model import Choice, Model, Term, Window, everything, is_same
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.reading import read
from solver.groepsdetachering.solution import Groep, Indeling, Solution

Key = TypeVar("Key", bound=Hashable)


def whole_model(instance: Instance, base: Solution | None = None) -> Model:
    """A model in which all is open."""
    known = Known(instance)
    return build_model(known, Plan(instance, base or Solution()), everything(known))


def takes(instance: Instance, solution: Solution) -> bool:
    """Whether the model allows exactly this plan; one that its variables cannot say is refused."""
    model = whole_model(instance)
    return fix(model, solution) and best(model, 0) is not None


def fix(model: Model, solution: Solution) -> bool:
    """Hold a model to a plan; False where a row has no variable, or none of its own."""
    plan, placed = Plan(model.instance, solution), solution.indelingen
    groups = {(each.opdracht, each.week) for each in solution.groepen}
    places = {(each.medewerker, each.opdracht, each.week) for each in placed}
    if (len(groups), len(places)) != (len(solution.groepen), len(placed)):
        return False
    works = {(e.medewerker, e.opdracht, e.week, d) for e in placed for d in range(7) if e.dagen >> d & 1}
    leads = {(g.opdracht, g.week, e.dag, e.werkleider) for g in solution.groepen for e in g.leiding}
    found = [
        _hold(model, model.works, works),
        _hold(model, model.member, places),
        _hold(model, model.leads, leads),
        _hold(model, model.runs, {row[:3] for row in leads}),
        _hold(
            model, model.leader, {(each.opdracht, each.week, each.werkleider) for each in solution.groepen}
        ),
    ]
    return all(found) and all(_ride(model, plan, group) for group in solution.groepen)


def _hold(model: Model, choices: Mapping[Key, Choice], wanted: set[Key]) -> bool:
    """Each choice as wanted; False where one lacks."""
    for key, term in choices.items():
        model.cp.add(term == int(key in wanted))
    return wanted <= choices.keys()


def _ride(model: Model, plan: Plan, group: Groep) -> bool:
    """The ride of a group, or none; False where there is no such ride."""
    rit = plan.rit(group.opdracht, group.week)
    if group.bus is not None and rit is None:
        return False
    found = False
    for each, term in model.ride[group.opdracht, group.week]:
        is_this = rit is not None and is_same(each, rit)
        model.cp.add(term == int(is_this))
        found = found or is_this
    return found or group.bus is None


def best(model: Model, points: Term) -> tuple[int, Solution] | None:
    """The most points that there are, and the plan that has them; None without any plan."""
    model.cp.maximize(points)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    if status == cp_model.INFEASIBLE:
        return None
    assert status == cp_model.OPTIMAL
    return round(solver.objective_value), read(model, solver.response_proto.solution)


def choices_in(model: Model) -> list[tuple[tuple[object, ...], Choice]]:
    """Every choice of a model with its name."""
    rides = [
        (("ride", opdracht, week, rit.bus, *sorted(rit.minuten)), term)
        for (opdracht, week), found in model.ride.items()
        for rit, term in found
    ]
    return [
        *((("works", *key), term) for key, term in model.works.items()),
        *((("leads", *key), term) for key, term in model.leads.items()),
        *((("leader", *key), term) for key, term in model.leader.items()),
        *rides,
    ]


def named_in(solution: Solution) -> set[tuple[object, ...]]:
    """The names of the choices that a plan makes."""
    found: set[tuple[object, ...]] = set()
    for each in solution.indelingen:
        found |= {
            ("works", each.medewerker, each.opdracht, each.week, day)
            for day in range(5)
            if each.dagen >> day & 1
        }
    for group in solution.groepen:
        found |= {("leads", group.opdracht, group.week, each.dag, each.werkleider) for each in group.leiding}
        found.add(("leader", group.opdracht, group.week, group.werkleider))
        if group.bus is not None:
            found.add(("ride", group.opdracht, group.week, group.bus, *sorted(group.opstappen)))
    return found


def draw_window(random: Random, instance: Instance) -> Window:
    """Some weeks in a row, some people and some groups."""
    first = random.randrange(instance.weken)
    last = random.randrange(first, instance.weken)
    people = [each.id for each in instance.medewerkers]
    groups = [each.id for each in instance.opdrachten]
    return Window(
        range(first, last + 1),
        frozenset(random.sample(people, random.randint(1, len(people)))),
        frozenset(random.sample(groups, random.randint(0, len(groups)))),
    )


def is_same_outside(window: Window, one: Solution, other: Solution) -> bool:
    """Whether two plans are alike in all that is not open."""
    return _outside(window, one) == _outside(window, other)


def _outside(window: Window, solution: Solution) -> tuple[set[Indeling], set[Groep]]:
    places = {
        each
        for each in solution.indelingen
        if each.week not in window.weken or each.medewerker not in window.mensen
    }
    groups = {
        each
        for each in solution.groepen
        if each.week not in window.weken or each.opdracht not in window.opdrachten
    }
    return places, groups
