"""Between the rows of a week board and a plan of the solver."""

from collections.abc import Iterable

from marketplace.groepsdetachering.plan.model import Groep, Indeling
from marketplace.rekenruns.weken import Weken
from solver.groepsdetachering import instance as solver
from solver.groepsdetachering.solution import Groep as SolverGroep
from solver.groepsdetachering.solution import Indeling as SolverIndeling
from solver.groepsdetachering.solution import Leiding, Solution


def to_solution(
    groepen: Iterable[Groep],
    indelingen: Iterable[Indeling],
    weken: Weken,
    opdrachten: Iterable[solver.Opdracht],
) -> Solution:
    """Groups and places in the words of the solver, of the opdrachten that it knows."""
    known = {each.id for each in opdrachten}
    return Solution(
        groepen=tuple(
            SolverGroep(
                opdracht=each.opdracht_id,
                week=weken.index(each.week),
                werkleider=each.werkleider_id,
                leiding=tuple(Leiding(dag=dag, werkleider=leider) for dag, leider in each.leiding),
                bus=each.bus_id,
                opstappen=each.opstapplaatsen,
            )
            for each in sorted(groepen)
            if each.opdracht_id in known
        ),
        indelingen=tuple(
            SolverIndeling(
                medewerker=each.kandidaat_id,
                week=weken.index(each.week),
                opdracht=each.opdracht_id,
                dagen=each.dagen,
            )
            for each in sorted(indelingen)
            if each.opdracht_id in known
        ),
    )


def from_solution(solution: Solution, weken: Weken) -> tuple[tuple[Groep, ...], tuple[Indeling, ...]]:
    """A plan of the solver as rows of a board."""
    groepen = tuple(
        Groep(
            opdracht_id=each.opdracht,
            week=weken.monday(each.week),
            werkleider_id=each.werkleider,
            leiding=tuple((day.dag, day.werkleider) for day in each.leiding),
            bus_id=each.bus,
            opstapplaatsen=each.opstappen,
        )
        for each in solution.groepen
    )
    indelingen = tuple(
        Indeling(
            kandidaat_id=each.medewerker,
            week=weken.monday(each.week),
            opdracht_id=each.opdracht,
            dagen=each.dagen,
        )
        for each in solution.indelingen
    )
    return groepen, indelingen
