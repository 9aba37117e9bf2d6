"""PDOK Locatieserver v3_1 as a geocoder of geopy, https://api.pdok.nl/bzk/locatieserver/search/v3_1/ui/.

Off until an address is set. Of kandidaten the product has only the four digits of a postcode, so that an
address of a person can never go out.
"""

from typing import Annotated
from urllib.parse import urlencode

from geopy.exc import GeocoderParseError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from pydantic import BaseModel, StringConstraints

FIELDS = "weergavenaam,woonplaatsnaam,gemeentecode,gemeentenaam,centroide_ll"
ROWS = 100
SECONDS = 10.0
LAT, LON = (50.5, 53.7), (3.2, 7.4)


class Vondst(BaseModel):
    """What the service tells of a postcode, a woonplaats or an adres; `centroide_ll` is WKT in WGS84."""

    weergavenaam: str
    woonplaatsnaam: str
    gemeentecode: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    gemeentenaam: str
    centroide_ll: Annotated[str, StringConstraints(pattern=r"^POINT\([0-9.]+ [0-9.]+\)$")]


class Found(BaseModel):
    """A page of results, best first."""

    docs: list[Vondst]


class Answer(BaseModel):
    """The answer of the free search."""

    response: Found


class Locatieserver(Geocoder):  # type: ignore[misc] # geopy has no types
    """The free search of the Locatieserver; the service refuses parameters that it does not know."""

    def __init__(self, adres: str, *, timeout: float = SECONDS) -> None:
        super().__init__(timeout=timeout, user_agent="plekwijs")
        self.adres = adres

    def geocode(self, query: str, *, soort: str = "adres") -> list[Location]:
        """What is found of one kind (adres, postcode, woonplaats), best first, with its Vondst in `raw`.

        Raises geopy.exc.GeopyError: timed out, refused, too often, or an answer that is none.
        """
        parameters = {"q": query, "fq": f"type:{soort}", "fl": FIELDS, "rows": ROWS}
        found: list[Location] = self._call_geocoder(f"{self.adres}/free?{urlencode(parameters)}", _read)
        return found


def _read(answer: object) -> list[Location]:
    """All of an answer; raises GeocoderParseError."""
    try:
        return [_to_location(each) for each in Answer.model_validate(answer).response.docs]
    except ValueError:
        raise GeocoderParseError("The answer is not one of the Locatieserver.") from None


def _to_location(vondst: Vondst) -> Location:
    """One result; raises ValueError when its point is none in the Netherlands."""
    lon, lat = map(float, vondst.centroide_ll.removeprefix("POINT(").removesuffix(")").split())
    if not (LAT[0] <= lat <= LAT[1] and LON[0] <= lon <= LON[1]):
        raise ValueError("outside the Netherlands")
    return Location(vondst.weergavenaam, (lat, lon), vondst)
