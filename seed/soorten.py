"""Kinds of work in the story: which werkprocessen they hold and for which kwalificatie."""

from dataclasses import dataclass
from functools import cache

from seed.tabel import read_tabel, split_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """A kind of work; `aandeel` weighs how many kandidaten wish it (domain A13 has the intake)."""

    code: str
    sector: str
    crebo: int
    niveau: int
    werkprocessen: tuple[str, ...]
    voorwaarden: tuple[str, ...]
    taal: int
    aandeel: int
    omschrijving: str


@cache
def list_soorten() -> tuple[Soort, ...]:
    """All kinds of work in the order of the CSV."""
    return tuple(
        Soort(
            code=row["code"],
            sector=row["sector"],
            crebo=int(row["crebo"]),
            niveau=int(row["niveau"]),
            werkprocessen=tuple(split_cell(row["werkprocessen"])),
            voorwaarden=tuple(split_cell(row["voorwaarden"])),
            taal=int(row["taal"]),
            aandeel=int(row["aandeel"]),
            omschrijving=row["omschrijving"],
        )
        for row in read_tabel("soorten_werk")
    )


@cache
def get_soort(code: str) -> Soort:
    """The kind of work with this code; StopIteration would be a mistake in the CSV."""
    return next(soort for soort in list_soorten() if soort.code == code)
