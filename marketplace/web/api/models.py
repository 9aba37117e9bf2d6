"""The models at the edge of the API: camelCase outside, strict on what comes in, open on what goes out."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from marketplace.web.fields import (
    FIRST_DAY,
    LAST_DAY,
    LEAST_MINUTES,
    MOST_MINUTES,
    KorteTekst,
    VeiligeTekst,
    VrijeTekst,
)

MOST_ROWS = 200
MOST_CHOICES = 200
CODE = r"^[a-z_]{1,60}$"
FIGURES = frozenset("0123456789")


class Answer(BaseModel):
    """What is sent of a row: its attributes by name, in camelCase; a later 1.x may add fields."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        from_attributes=True,
        validate_by_name=True,
        validate_by_alias=False,
        serialize_by_alias=True,
        frozen=True,
    )


class Body(BaseModel):
    """What a program sends: unknown fields and values of another type are refused."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", strict=True, frozen=True)


class Query(BaseModel):
    """The parameters after the question mark; unknown ones are refused."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", frozen=True)


def _whole(value: object) -> object:
    """JSON knows one kind of number, so 1.0 is whole; true is no number. In a query only figures are."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and not (value and FIGURES.issuperset(value)):
        message = "Vul een heel getal in."
        raise ValueError(message)
    return value


def plain_date(value: object) -> object:
    """A day, without a time."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value if len(value) == len("2026-11-23") else "")
        except ValueError:
            message = "Vul een datum in als jaar-maand-dag, bijvoorbeeld 2026-11-23."
            raise ValueError(message) from None
    return value


def _sensible(day: date) -> date:
    """Refuse years that nobody means."""
    if not FIRST_DAY <= day <= LAST_DAY:
        message = "Deze datum ligt te ver weg. Controleer het jaar."
        raise ValueError(message)
    return day


def _monday(day: date) -> date:
    """Refuse a day on which no week begins."""
    if day.weekday():
        message = "Kies een maandag."
        raise ValueError(message)
    return day


Geheel = Annotated[int, BeforeValidator(_whole)]
Id = Annotated[Geheel, Field(ge=1, le=10**18 - 1, examples=[12])]
Crebo = Annotated[Geheel, Field(ge=10_000, le=99_999, examples=[25_250])]
Code = Annotated[str, StringConstraints(pattern=CODE), Field(examples=["groen"])]
Dag = Annotated[date, BeforeValidator(plain_date), AfterValidator(_sensible), Field(examples=["2026-11-23"])]
Maandag = Annotated[Dag, AfterValidator(_monday)]
Niveau = Annotated[Geheel, Field(ge=1, le=4, examples=[2])]
Taal = Annotated[
    Geheel, Field(ge=0, le=4, examples=[2], description="0 geen Nederlands tot 4 goed Nederlands")
]
Minuten = Annotated[
    Geheel, Field(ge=LEAST_MINUTES, le=MOST_MINUTES, examples=[1200], description="minuten per week")
]
Codes = Annotated[tuple[Code, ...], Field(max_length=MOST_CHOICES)]
Ids = Annotated[tuple[Id, ...], Field(max_length=MOST_CHOICES)]
Korte = Annotated[KorteTekst, Field(examples=["Hovenier in het stadspark"])]
Naam = Annotated[KorteTekst, Field(examples=["Voorbeeld Groen"])]
RegioCode = Annotated[str, StringConstraints(pattern="^AM[0-9]{2}$"), Field(examples=["AM09"])]
Reden = Annotated[VeiligeTekst, Field(examples=["Zo is het afgesproken met de werkgever."])]
Vrije = Annotated[VrijeTekst, Field(examples=["Met een vaste ploeg van vier mensen."])]


class Dagdeel(StrEnum):
    """Half a working day."""

    MA_OCHTEND = "ma_ochtend"
    MA_MIDDAG = "ma_middag"
    DI_OCHTEND = "di_ochtend"
    DI_MIDDAG = "di_middag"
    WO_OCHTEND = "wo_ochtend"
    WO_MIDDAG = "wo_middag"
    DO_OCHTEND = "do_ochtend"
    DO_MIDDAG = "do_middag"
    VR_OCHTEND = "vr_ochtend"
    VR_MIDDAG = "vr_middag"


def to_mask(dagdelen: tuple[Dagdeel, ...]) -> int:
    """The mask of ten bits that the service keeps."""
    every = list(Dagdeel)
    return sum(1 << every.index(deel) for deel in set(dagdelen))


def _from_mask(value: object) -> object:
    """The dagdelen of a mask."""
    if isinstance(value, int):
        return tuple(deel for bit, deel in enumerate(Dagdeel) if value >> bit & 1)
    return value


Dagdelen = Annotated[tuple[Dagdeel, ...], Field(min_length=1, max_length=10)]
DagdelenUit = Annotated[tuple[Dagdeel, ...], BeforeValidator(_from_mask)]


class Bladeren(Query):
    """A page of a list: the rows after a key, in order of that key."""

    na: Annotated[
        Id | None,
        Field(description="De rijen na deze sleutel; neem `volgende` van de vorige bladzijde over."),
    ] = None
    aantal: Annotated[
        Geheel, Field(ge=1, le=MOST_ROWS, description="Hoeveel rijen een bladzijde heeft.", examples=[50])
    ] = 50

    @property
    def after(self) -> int:
        """The key that goes before; zero is before every row."""
        return self.na or 0

    @property
    def one_more(self) -> int:
        """How many rows to ask for, so that it shows whether there is a next page."""
        return self.aantal + 1
