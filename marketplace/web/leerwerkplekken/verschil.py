"""What somebody typed of a plek beside what is there now, for a form that was overtaken."""

from collections.abc import Callable, Mapping

from marketplace.leerwerkplekken.model import Leerwerkplek
from marketplace.leerwerkplekken.service import gegevens_of
from marketplace.leerwerkplekken.wijziging import PlekGegevens, changed_fields
from marketplace.web.formats import dagdelen, minuten, periode
from marketplace.web.overtaken import Regel, Woorden
from marketplace.werkprocessen.model import NIVEAUS, TAALNIVEAUS

LABELS: Mapping[str, str] = {
    "vestiging": "Vestiging",
    "titel": "Titel",
    "omschrijving": "Omschrijving",
    "sector": "Sector",
    "werkprocessen": "Werk dat hier voorkomt",
    "niveau": "Niveau",
    "plaatsen": "Aantal plaatsen",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "dagdelen": "Dagdelen",
    "minuten_min": "Minste uren",
    "minuten_max": "Meeste uren",
    "taal": "Nederlands",
    "vervoer_geregeld": "Vervoer is geregeld",
    "voorwaarden": "Wat deze plek kan bieden",
    "vormen": "Vorm van de plaatsing",
    "praktijkopleider": "Praktijkopleider",
    "praktijkopleider_vanaf": "Praktijkopleider vanaf",
}
SAY: Mapping[str, Callable[[PlekGegevens], str]] = {
    "niveau": lambda plek: NIVEAUS[plek.niveau],
    "van": lambda plek: periode(plek.van, plek.tot),
    "tot": lambda plek: periode(plek.van, plek.tot),
    "dagdelen": lambda plek: dagdelen(plek.dagdelen),
    "minuten_min": lambda plek: minuten(plek.minuten_min),
    "minuten_max": lambda plek: minuten(plek.minuten_max),
    "taal": lambda plek: TAALNIVEAUS[plek.taal],
    "vervoer_geregeld": lambda plek: "ja" if plek.vervoer_geregeld else "nee",
}


def differences(plek: Leerwerkplek, typed: PlekGegevens, names: Mapping[object, str]) -> list[Regel]:
    """Every field in which an edit differs from what is there; `names` are the words for codes and ids."""
    return Woorden(LABELS, SAY, names).differences(changed_fields(plek, typed), typed, gegevens_of(plek))
