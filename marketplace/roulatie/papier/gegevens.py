"""What stands on paper, as plain data for a template: for each deelnemer, for each company, for the wall."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from marketplace.datum import datum, datum_kort
from marketplace.roulatie.model import Cohort, Rooster
from marketplace.roulatie.oordeel import Verblijf

FOLDER = Path(__file__).parent


class Voor(StrEnum):
    """For whom a rooster is."""

    DEELNEMERS = "deelnemers"
    BEDRIJVEN = "bedrijven"
    MUUR = "muur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papier:
    """A published rooster with every stay of it; `qr` by (kandidaat, blok) the code of a link as SVG."""

    cohort: Cohort
    rooster: Rooster
    verblijven: Sequence[Verblijf]
    qr: Mapping[tuple[int, int], str]

    def plaats(self, leerwerkplek_id: int) -> str:
        """In which place a plek is."""
        plek = self.cohort.plek(leerwerkplek_id)
        return plek.plaats if plek else ""


def template(voor: Voor) -> Path:
    """The template for a reader."""
    return FOLDER / f"{voor.value}.typ"


def build_gegevens(papier: Papier, voor: Voor) -> dict[str, Any]:
    """What the template of a reader is filled with."""
    published = papier.rooster.gepubliceerd_op
    roulatie = papier.cohort.roulatie
    head = {
        "roulatie": roulatie.naam,
        "van": datum(roulatie.van),
        "tot": datum(roulatie.laatste_dag),
        "gepubliceerd": datum(published.date()) if published else "",
    }
    return head | BUILDERS[voor](papier)


def _deelnemers(papier: Papier) -> dict[str, Any]:
    """A page for each person, with their blocks in order."""
    return {
        "deelnemers": [
            {
                "kenmerk": deelnemer.kenmerk,
                "blokken": [
                    _blok(papier, each) | {"qr": papier.qr.get((each.kandidaat_id, each.blok_id))}
                    for each in papier.verblijven
                    if each.kandidaat_id == deelnemer.kandidaat_id
                ],
            }
            for deelnemer in papier.cohort.deelnemers
            if any(each.kandidaat_id == deelnemer.kandidaat_id for each in papier.verblijven)
        ]
    }


def _blok(papier: Papier, verblijf: Verblijf) -> dict[str, Any]:
    """A stay as somebody reads it who has never been there."""
    return {
        "nummer": verblijf.nummer,
        "van": datum(verblijf.van),
        "tot": datum(verblijf.laatste_dag),
        "organisatie": verblijf.organisatie,
        "werk": verblijf.titel,
        "plaats": papier.plaats(verblijf.leerwerkplek_id),
        "kort": verblijf.kort,
        "kleur": verblijf.kleur,
    }


def _bedrijven(papier: Papier) -> dict[str, Any]:
    """A page for each plek that anybody comes to: who, block by block, and since when."""
    found = []
    for plek in papier.cohort.plekken:
        here = [each for each in papier.verblijven if each.leerwerkplek_id == plek.leerwerkplek_id]
        blokken = [
            {
                "nummer": blok.nummer,
                "van": datum_kort(blok.van),
                "tot": datum_kort(blok.laatste_dag),
                "kenmerken": sorted(each.kenmerk for each in here if each.blok_id == blok.id),
            }
            for blok in papier.cohort.blokken
        ]
        if here:
            named = {"organisatie": plek.organisatie, "werk": plek.titel, "plaats": plek.plaats}
            found.append(named | {"kort": plek.kort, "kleur": plek.kleur, "blokken": blokken})
    return {"plekken": found}


def _muur(papier: Papier) -> dict[str, Any]:
    """One table: deelnemers by block."""
    where = {(each.kandidaat_id, each.blok_id): each for each in papier.verblijven}
    cells = {key: {"kort": each.kort, "kleur": each.kleur} for key, each in where.items()}
    return {
        "blokken": [
            {"nummer": each.nummer, "van": datum_kort(each.van), "tot": datum_kort(each.laatste_dag)}
            for each in papier.cohort.blokken
        ],
        "rijen": [
            {
                "kenmerk": deelnemer.kenmerk,
                "cellen": [cells.get((deelnemer.kandidaat_id, blok.id)) for blok in papier.cohort.blokken],
            }
            for deelnemer in papier.cohort.deelnemers
            if any(each.kandidaat_id == deelnemer.kandidaat_id for each in papier.verblijven)
        ],
        "plekken": [
            {"kort": plek.kort, "kleur": plek.kleur, "organisatie": plek.organisatie, "plaats": plek.plaats}
            for plek in papier.cohort.plekken
            if any(each.leerwerkplek_id == plek.leerwerkplek_id for each in papier.verblijven)
        ],
    }


BUILDERS: Mapping[Voor, Callable[[Papier], dict[str, Any]]] = {
    Voor.DEELNEMERS: _deelnemers,
    Voor.BEDRIJVEN: _bedrijven,
    Voor.MUUR: _muur,
}
