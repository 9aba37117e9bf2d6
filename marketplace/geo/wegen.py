"""The table of ways as a routing service knows them, with the built-in estimate where it knows nothing.

Only middle points of places go out, those of a whole region together: they say nothing about a person. A
service that fails is not asked again for that vervoermiddel, so that the times of one stay comparable.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence

import httpx2
import structlog

from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistabel import Minuten, Reistabel, build_reistabel
from marketplace.geo.reistijd import AANNAME_VAN, EstimatedTravelTime, Punt, Vervoermiddel, total_minutes
from marketplace.geo.routeplanner import Matrix, Routeplanner, RouteplannerDown, Weg

# 50 by 50 stays within what OSRM (100 coordinates) and Valhalla (2,500 pairs) take unless told otherwise.
BATCH = 50
REQUEST_SECONDS = 10.0
TOTAL_SECONDS = 60.0

log = structlog.get_logger("marketplace.geo")


async def ask_reistabel(planner: Routeplanner, zones: Sequence[Punt]) -> tuple[Reistabel, Herkomst]:
    """Ask a service for all ways between these points; takes a minute at most and never fails."""
    known: dict[Vervoermiddel, Matrix] = {}
    try:
        async with asyncio.timeout(TOTAL_SECONDS), httpx2.AsyncClient(timeout=REQUEST_SECONDS) as client:
            for vervoermiddel in planner.vervoermiddelen:
                try:
                    known[vervoermiddel] = await _ask_square(planner, client, vervoermiddel, zones)
                except RouteplannerDown as error:
                    log.warning(
                        "no travel times", bron=planner.naam, vervoermiddel=vervoermiddel, reason=str(error)
                    )
    except TimeoutError:
        log.warning("no travel times in time", bron=planner.naam, known=list(known))
    herkomst = Herkomst(
        bron=planner.naam,
        wegen=len(zones) * (len(zones) - 1),
        gevonden={each: len(list(_ways(matrix))) for each, matrix in known.items()},
        uitgevallen=tuple(each for each in planner.vervoermiddelen if each not in known),
    )
    return _lay_over(build_reistabel(EstimatedTravelTime(), zones), known), herkomst


async def _ask_square(
    planner: Routeplanner, client: httpx2.AsyncClient, vervoermiddel: Vervoermiddel, zones: Sequence[Punt]
) -> Matrix:
    """All ways of one vervoermiddel, batch by batch; raises RouteplannerDown."""
    batches = [zones[start : start + BATCH] for start in range(0, len(zones), BATCH)]
    rows: list[list[Weg | None]] = []
    for van in batches:
        parts = [await planner.ask_matrix(client, vervoermiddel, van, naar) for naar in batches]
        rows += [[weg for part in line for weg in part] for line in zip(*parts, strict=True)]
    return rows


def _ways(matrix: Matrix) -> Iterator[tuple[int, int, Weg]]:
    """The known ways between two places; a way inside one place is estimated, for we know no addresses."""
    for van, row in enumerate(matrix):
        for naar, weg in enumerate(row):
            if weg is not None and van != naar:
                yield van, naar, weg


def _lay_over(estimate: Reistabel, known: Mapping[Vervoermiddel, Matrix]) -> Reistabel:
    """The estimate with known ways over it; the distance becomes that of the shortest known way."""
    meters: dict[tuple[int, int], float] = {}
    minuten = dict(estimate.minuten)
    for vervoermiddel, matrix in known.items():
        minuten[vervoermiddel] = _known_minutes(vervoermiddel, estimate.minuten[vervoermiddel], matrix)
        for van, naar, weg in _ways(matrix):
            meters[van, naar] = min(weg.meters, meters.get((van, naar), weg.meters))
    kilometers = [list(row) for row in estimate.kilometers]
    for (van, naar), shortest in meters.items():
        kilometers[van][naar] = round(shortest / 1000)
    return Reistabel(minuten=minuten, kilometers=tuple(map(tuple, kilometers)))


def _known_minutes(vervoermiddel: Vervoermiddel, estimate: Minuten, matrix: Matrix) -> Minuten:
    """The minutes of one vervoermiddel, with the fixed minutes and the maximum of its assumption."""
    minuten = [list(row) for row in estimate]
    for van, naar, weg in _ways(matrix):
        minuten[van][naar] = total_minutes(AANNAME_VAN[vervoermiddel], weg.meters / 1000, weg.seconden / 60)
    return tuple(map(tuple, minuten))
