"""Call every compiled function once, so that its machine code is on disk (python -m ...precompile)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.budget import Budget, Stopwatch
from solver.roulatie.beleid import Beleid
from solver.roulatie.instance import (
    Blok,
    Cel,
    Deelnemer,
    Instance,
    Inzet,
    Leerdoel,
    Plek,
    Praktijkopleider,
    Reistabel,
)
from solver.roulatie.routes.across import Halves, Rows, find_sums
from solver.roulatie.routes.bound import Relaxation
from solver.roulatie.routes.columns import Columns
from solver.roulatie.routes.covers import find_cover
from solver.roulatie.routes.crew import Crew
from solver.roulatie.routes.narrow import Narrowing
from solver.roulatie.routes.points import worth_of
from solver.roulatie.routes.pool import make_pool
from solver.roulatie.routes.start import start
from solver.roulatie.routes.tables import make_routes
from solver.vocabulary import Vervoermiddel

if TYPE_CHECKING:
    from solver.arrays import IntArray


def main() -> None:
    """Look for routes of two deelnemers over two plekken, who may change one cell; bound and cover them."""
    lead = Inzet(praktijkopleider=1, van_week=0, tot_week=2)
    doel = Leerdoel(werkproces=1, weken=0)
    instance = Instance(
        maand=(1, 1),
        blokken=(Blok(id=1, van_week=0, tot_week=1), Blok(id=2, van_week=1, tot_week=2)),
        deelnemers=tuple(
            Deelnemer(
                id=each,
                zone=0,
                vervoermiddel=Vervoermiddel.FIETS,
                max_minuten=1,
                max_kilometers=1,
                leerdoelen=(doel,),
            )
            for each in (1, 2)
        ),
        plekken=tuple(
            Plek(id=each, werkgever=each, zone=0, maximum=1, dagdelen=1, inzet=(lead,)) for each in (1, 2)
        ),
        praktijkopleiders=(Praktijkopleider(id=1, minuten=(0, 0)),),
        reistabel=Reistabel(minuten={Vervoermiddel.FIETS: ((0,),)}, kilometers=((0,),)),
        beleid=Beleid(),
        vorige=(Cel(deelnemer=1, blok=1, plek=1),),
        max_cellen=1,
        max_mensen=1,
    )
    budget = Budget(seconds=60, workers=1)
    start(instance, budget, Stopwatch(budget))
    routes = make_routes(instance)
    with Crew(routes, 1) as crew:
        relaxation = Relaxation(
            routes, worth_of(instance.beleid.tiers[0], routes.units, routes.shape), [], crew
        )
        columns = Columns(routes)
        relaxation.run_lines(columns, -1, lambda: True)
        near = relaxation.near(0, 2, 100, lambda: True)
        units = np.repeat(np.arange(len(near.routes)), [len(each) for each in near.routes])
        pool = make_pool(columns.routes, relaxation.worth, [], units, np.concatenate(near.routes))
        Narrowing(relaxation, columns, pool, 0, Halves()).begin(pool, lambda: True)
    few: IntArray = np.arange(2)
    weight = few.astype(np.float64)
    find_sums(Rows(few[:, None] > 0, few, weight, few[:1], weight[:1]), 2)
    find_cover(few, few, weight, 0, few > 0)


if __name__ == "__main__":
    main()
