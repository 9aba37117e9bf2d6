"""What we ask of a routing service and how we ask it; whatever goes wrong there is one exception here."""

from collections.abc import Sequence
from typing import Annotated, NamedTuple, Protocol, TypeAlias, TypeVar

import httpx2
from pydantic import BaseModel, Field, ValidationError

from marketplace.geo.reistijd import Punt, Vervoermiddel

Answer = TypeVar("Answer", bound=BaseModel)
Cell = TypeVar("Cell")
Amount: TypeAlias = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]


class RouteplannerDown(Exception):
    """A routing service gave no answer that we can use; the message says why, never what was asked."""


class Weg(NamedTuple):
    """A way over the road: time under way and length."""

    seconden: float
    meters: float


Matrix: TypeAlias = Sequence[Sequence[Weg | None]]
"""Rows of where ways begin by columns of where they end; None where the service knows no way."""


class Routeplanner(Protocol):
    """A routing service: OSRM, Valhalla, or another that can give a matrix of ways."""

    @property
    def naam(self) -> str:
        """The name by which people know it."""

    @property
    def vervoermiddelen(self) -> Sequence[Vervoermiddel]:
        """What it knows the ways of."""

    async def ask_matrix(
        self,
        client: httpx2.AsyncClient,
        vervoermiddel: Vervoermiddel,
        van: Sequence[Punt],
        naar: Sequence[Punt],
    ) -> Matrix:
        """One request for all ways from these points to those; raises RouteplannerDown."""


async def fetch(client: httpx2.AsyncClient, request: httpx2.Request, kind: type[Answer]) -> Answer:
    """Send one request and read its JSON; raises RouteplannerDown."""
    try:
        response = await client.send(request)
        response.raise_for_status()
        return kind.model_validate_json(response.content)
    except httpx2.HTTPStatusError as error:
        raise RouteplannerDown(f"status {error.response.status_code}") from None
    except httpx2.HTTPError as error:
        raise RouteplannerDown(type(error).__name__) from None
    except ValidationError:
        raise RouteplannerDown("an answer that cannot be read") from None


def check_shape(
    matrix: Sequence[Sequence[Cell]], van: Sequence[Punt], naar: Sequence[Punt]
) -> Sequence[Sequence[Cell]]:
    """The matrix itself when it has a row per start and a column per end; else raises RouteplannerDown."""
    if len(matrix) != len(van) or any(len(row) != len(naar) for row in matrix):
        raise RouteplannerDown("a matrix of another size")
    return matrix
