"""Regions, gemeenten and the gazetteer with its postcodes."""

from dataclasses import dataclass
from datetime import date

from asyncpg import Range

from seed.rijen import Rijen
from seed.tabel import read_tabel

REGIO = "AM09"
INDELING_VANAF = date(2025, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Woonplaats:
    """A place where people of the story can live: its postcodes and how many inhabitants weigh it."""

    naam: str
    gemeente_id: int
    pc4s: tuple[str, ...]
    inwoners: int


VILLAGE = 400
"""Inhabitants assumed where the gazetteer has no number."""


def add_regios(rijen: Rijen) -> None:
    """All 35 regions and 342 gemeenten with the membership of 2025."""
    for row in read_tabel("regios"):
        rijen.add("regios", code=row["code"], naam=row["naam"])
    for row in read_tabel("gemeenten"):
        rijen.add("gemeenten", id=int(row["id"]), naam=row["naam"])
    for row in read_tabel("gemeenten"):
        rijen.add(
            "gemeente_regios",
            gemeente_id=int(row["id"]),
            regio_code=row["regio"],
            periode=Range(INDELING_VANAF, None),
        )


def add_plaatsen(rijen: Rijen) -> dict[str, int]:
    """The gazetteer and its postcodes; returns the id of each place by name."""
    found: dict[tuple[str, str], int] = {}
    for row in read_tabel("plaatsen"):
        found[row["naam"], row["gemeente"]] = rijen.add_numbered(
            "plaatsen",
            naam=row["naam"],
            gemeente_id=int(row["gemeente"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            inwoners=int(row["inwoners"] or 0),
            bron=row["bron"],
        )
    for row in read_tabel("postcodes"):
        rijen.add("postcodes", pc4=row["pc4"], plaats_id=found[row["plaats"], row["gemeente"]])
    return {naam: number for (naam, _gemeente), number in found.items()}


def list_woonplaatsen() -> tuple[Woonplaats, ...]:
    """Places with at least one postcode, in the order of the gazetteer."""
    pc4s: dict[tuple[str, str], list[str]] = {}
    for row in read_tabel("postcodes"):
        pc4s.setdefault((row["plaats"], row["gemeente"]), []).append(row["pc4"])
    return tuple(
        Woonplaats(
            naam=row["naam"],
            gemeente_id=int(row["gemeente"]),
            pc4s=tuple(pc4s[row["naam"], row["gemeente"]]),
            inwoners=int(row["inwoners"] or VILLAGE),
        )
        for row in read_tabel("plaatsen")
        if (row["naam"], row["gemeente"]) in pc4s
    )
