"""Call every compiled function once, so that its machine code is on disk (python -m ...precompile)."""

from __future__ import annotations

from solver.budget import Budget, Stopwatch
from solver.groepsdetachering.beleid import Beleid
from solver.groepsdetachering.dagen import ALLE_DAGEN
from solver.groepsdetachering.instance import Instance, Medewerker, Opdracht, Reistabel, Werkleider
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.search.weeks import Effort, Weeks
from solver.vocabulary import Vervoermiddel


def main() -> None:
    """Search a week of two people, two opdrachten and two werkleiders."""
    medewerkers = tuple(
        Medewerker(id=each, zone=0, vervoermiddel=Vervoermiddel.FIETS, max_minuten=1, max_kilometers=1)
        for each in range(2)
    )
    opdrachten = tuple(
        Opdracht(
            id=each, inlener=each, zone=0, dagen=ALLE_DAGEN, minuten=1, maximum=2, gevraagd=2, tot_week=1
        )
        for each in range(2)
    )
    instance = Instance(
        weken=1,
        medewerkers=medewerkers,
        werkleiders=tuple(Werkleider(id=each, minuten=5, span=2) for each in range(2)),
        opdrachten=opdrachten,
        reistabel=Reistabel(minuten={Vervoermiddel.FIETS: ((0,),)}, kilometers=((0,),)),
        beleid=Beleid(),
    )
    budget = Budget(seconds=120, workers=1)
    Weeks(Known(instance), budget, Stopwatch(budget)).plan(Effort(moves=2_000, seconds=0.1))


if __name__ == "__main__":
    main()
