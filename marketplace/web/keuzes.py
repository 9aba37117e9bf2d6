"""The words and choices of the catalogue and the gazetteer, for the forms that ask for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.regios.queries import list_plaatsen
from marketplace.web.formats import hoofdletter
from marketplace.werkprocessen.model import (
    FASE_WOORDEN,
    NIVEAUS,
    TAALNIVEAUS,
    Keuze,
    Plaatsingsvorm,
    Sector,
    Werkproces,
)
from marketplace.werkprocessen.queries import (
    list_plaatsingsvormen,
    list_sectoren,
    list_voorwaarden,
    list_werkprocessen,
)

VORM_UITLEG = {
    "proefplaatsing": "Even proberen of het past. Een erkenning is nog niet nodig.",
    "behoud_uitkering": "De kandidaat houdt de uitkering.",
    "detachering": "De kandidaat blijft in dienst bij een andere organisatie.",
    "dienstverband_lks": "De kandidaat komt in dienst, met subsidie op het loon.",
    "groeibaan": "Een tijdelijke baan om in te groeien.",
    "eigen_werknemer": "De kandidaat werkt al bij u.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzes:
    """All that can be chosen, in the order in which it is shown."""

    sectoren: Sequence[Sector]
    voorwaarden: Sequence[Keuze]
    vormen: Sequence[Plaatsingsvorm]
    werkprocessen: Sequence[Werkproces]

    def groups(
        self, without: Collection[int] = (), chosen: Collection[str] = ()
    ) -> list[tuple[Sector, list[Werkproces]]]:
        """The werkprocessen of each sector that has any, leaving out those with these ids.

        One from the archive is still there for who chose it before.
        """
        left = [
            each
            for each in self.werkprocessen
            if each.id not in without and (not each.gearchiveerd or str(each.id) in chosen)
        ]
        found = [(sector, [each for each in left if each.sector == sector.code]) for sector in self.sectoren]
        return [group for group in found if group[1]]

    def sector_options(self) -> list[tuple[str, str]]:
        """Sectors for a list to choose from."""
        return [(each.code, each.kort) for each in self.sectoren]

    def voorwaarde_options(self) -> list[tuple[str, str, str]]:
        """Conditions with what they mean."""
        return [(each.code, each.naam, each.uitleg) for each in self.voorwaarden]

    def vorm_options(self) -> list[tuple[str, str, str]]:
        """Legal forms with what they mean."""
        return [(each.code, each.naam, VORM_UITLEG.get(each.code, "")) for each in self.vormen]

    def names(self) -> dict[object, str]:
        """The words for every code and id."""
        return {
            **{each.code: each.kort for each in self.sectoren},
            **{each.code: each.naam for each in self.voorwaarden},
            **{each.code: each.naam for each in self.vormen},
            **{each.id: each.uitleg for each in self.werkprocessen},
        }

    def titels(self) -> dict[int, str]:
        """What the dossier calls each werkproces: shorter, for a table."""
        return {each.id: each.titel for each in self.werkprocessen}


TALEN = [(level, hoofdletter(words)) for level, words in enumerate(TAALNIVEAUS)]
NIVEAU_OPTIONS = [(level, hoofdletter(words)) for level, words in NIVEAUS.items()]
# The colours of `bord.css` by their numbers, beside a short name.
KLEUREN = (
    *("Donkergroen", "Oker", "Blauw", "Roze", "Grijs", "Zeegroen"),
    *("Paars", "Oranje", "Petrol", "Mosterd", "Hemelsblauw", "Rood"),
)
KLEUR_OPTIONS = list(enumerate(KLEUREN, start=1))
FASE_OPTIONS = [(code.value, hoofdletter(words)) for code, words in FASE_WOORDEN.items()]


async def load_plaatsen(
    conn: Connection, regio_code: str, op: date, now: tuple[int, str] | None = None
) -> list[tuple[int, str]]:
    """The places of a regio on a day to choose from, and the one of `now` where the regio has lost it."""
    names = {
        each.id: each.naam if each.naam == each.gemeente else f"{each.naam} ({each.gemeente})"
        for each in await list_plaatsen(conn, regio_code, op)
    }
    return list((names if now is None else {now[0]: now[1], **names}).items())


async def load_keuzes(conn: Connection) -> Keuzes:
    """Everything that can be chosen, from the catalogue."""
    return Keuzes(
        sectoren=await list_sectoren(conn),
        voorwaarden=await list_voorwaarden(conn),
        vormen=await list_plaatsingsvormen(conn),
        werkprocessen=await list_werkprocessen(conn),
    )
