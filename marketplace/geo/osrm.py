"""OSRM: its table service, https://project-osrm.org/docs/v5.24.0/api/#table-service.

One `osrm-routed` serves one profile and ignores the profile in the path, so each vervoermiddel has its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import httpx2
from pydantic import BaseModel

from marketplace.geo.reistijd import Punt, Vervoermiddel
from marketplace.geo.routeplanner import Amount, Matrix, Weg, check_shape, fetch


class Answer(BaseModel):
    """What the table service gives: seconds and metres, null where there is no way."""

    code: Literal["Ok"]
    durations: list[list[Amount | None]]
    distances: list[list[Amount | None]]


@dataclass(frozen=True, slots=True)
class Osrm:
    """The address of an OSRM for each vervoermiddel."""

    adressen: Mapping[Vervoermiddel, str]
    naam: str = "OSRM"

    @property
    def vervoermiddelen(self) -> Sequence[Vervoermiddel]:
        """Those that have an address."""
        return tuple(self.adressen)

    async def ask_matrix(
        self,
        client: httpx2.AsyncClient,
        vervoermiddel: Vervoermiddel,
        van: Sequence[Punt],
        naar: Sequence[Punt],
    ) -> Matrix:
        """One request to the table service; raises RouteplannerDown."""
        points = ";".join(f"{punt.lon:.5f},{punt.lat:.5f}" for punt in (*van, *naar))
        request = client.build_request(
            "GET",
            f"{self.adressen[vervoermiddel]}/table/v1/driving/{points}",
            params={
                "sources": ";".join(map(str, range(len(van)))),
                "destinations": ";".join(map(str, range(len(van), len(van) + len(naar)))),
                "annotations": "duration,distance",
            },
        )
        answer = await fetch(client, request, Answer)
        durations = check_shape(answer.durations, van, naar)
        distances = check_shape(answer.distances, van, naar)
        return [
            [_weg(*each) for each in zip(*rows, strict=True)]
            for rows in zip(durations, distances, strict=True)
        ]


def _weg(seconds: float | None, meters: float | None) -> Weg | None:
    """One cell."""
    return None if seconds is None or meters is None else Weg(seconds, meters)
