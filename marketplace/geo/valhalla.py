"""Valhalla: its matrix service, https://valhalla.github.io/valhalla/api/matrix/api-reference/.

One Valhalla knows all ways of travelling; we give it the speeds that our own assumptions have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import httpx2
from pydantic import BaseModel

from marketplace.geo.reistijd import AANNAME_VAN, Punt, Vervoermiddel
from marketplace.geo.routeplanner import Amount, Matrix, Weg, check_shape, fetch

COSTING: Mapping[Vervoermiddel, tuple[str, str | None]] = MappingProxyType(
    {
        Vervoermiddel.LOPEN: ("pedestrian", "walking_speed"),
        Vervoermiddel.FIETS: ("bicycle", "cycling_speed"),
        Vervoermiddel.E_BIKE: ("bicycle", "cycling_speed"),
        Vervoermiddel.AUTO: ("auto", None),
    }
)
"""The costing model of each vervoermiddel and the option for its speed; a car takes the speed of the road."""


class Cell(BaseModel):
    """Seconds and kilometres of one way, null where there is none."""

    time: Amount | None
    distance: Amount | None


class Answer(BaseModel):
    """What the matrix service gives."""

    sources_to_targets: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Valhalla:
    """A Valhalla at one address."""

    adres: str
    naam: str = "Valhalla"

    @property
    def vervoermiddelen(self) -> Sequence[Vervoermiddel]:
        """All that go over the road."""
        return tuple(COSTING)

    async def ask_matrix(
        self,
        client: httpx2.AsyncClient,
        vervoermiddel: Vervoermiddel,
        van: Sequence[Punt],
        naar: Sequence[Punt],
    ) -> Matrix:
        """One request to the matrix service; raises RouteplannerDown."""
        question = _costing(vervoermiddel) | {
            "sources": [punt._asdict() for punt in van],
            "targets": [punt._asdict() for punt in naar],
            "units": "kilometers",
        }
        request = client.build_request("POST", f"{self.adres}/sources_to_targets", json=question)
        answer = await fetch(client, request, Answer)
        matrix = [[_weg(cell) for cell in row] for row in answer.sources_to_targets]
        return check_shape(matrix, van, naar)


def _costing(vervoermiddel: Vervoermiddel) -> dict[str, Any]:
    """How somebody travels, in Valhalla's words."""
    model, speed = COSTING[vervoermiddel]
    options = {} if speed is None else {speed: AANNAME_VAN[vervoermiddel].snelheid_km_u}
    return {"costing": model, "costing_options": {model: options}}


def _weg(cell: Cell) -> Weg | None:
    """One cell."""
    return None if cell.time is None or cell.distance is None else Weg(cell.time, 1000 * cell.distance)
