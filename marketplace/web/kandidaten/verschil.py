"""What somebody typed beside what is there now, for a form that was overtaken."""

from collections.abc import Callable, Mapping

from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.kandidaten.wijziging import ProfielWijziging, changed_fields, editable, steps_of
from marketplace.web.formats import dagdelen, minuten, periode
from marketplace.web.overtaken import Regel, Woorden
from marketplace.werkprocessen.model import NIVEAUS, TAALNIVEAUS
from solver.matching.spreektaal import VERVOER

LABELS: Mapping[str, str] = {
    "gewenst": "Wil leren",
    "sectorwensen": "Werkt het liefst in",
    "vormen": "Vormen van plaatsing",
    "niveau_geschat": "Geschat niveau",
    "pc4": "Postcode",
    "vervoermiddel": "Reist",
    "max_reistijd": "Langste reistijd",
    "max_afstand": "Grootste afstand",
    "reist_alleen": "Kan alleen reizen",
    "dagdelen": "Dagdelen",
    "minuten_min": "Minste uren",
    "minuten_max": "Meeste uren",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "weken": "Aantal weken",
    "voorwaarden": "Nodig op het werk",
    "taal": "Nederlands",
    "begeleiding": "Begeleiding",
    "toelichting": "Toelichting",
}
SAY: Mapping[str, Callable[[ProfielWijziging], str]] = {
    "niveau_geschat": lambda edit: NIVEAUS[edit.niveau_geschat],
    "vervoermiddel": lambda edit: VERVOER[edit.vervoermiddel],
    "max_reistijd": lambda edit: f"{edit.max_reistijd} minuten",
    "max_afstand": lambda edit: "geen grens" if edit.max_afstand is None else f"{edit.max_afstand} km",
    "reist_alleen": lambda edit: "ja" if edit.reist_alleen else "nee",
    "dagdelen": lambda edit: dagdelen(edit.dagdelen),
    "minuten_min": lambda edit: minuten(edit.minuten_min),
    "minuten_max": lambda edit: minuten(edit.minuten_max),
    "van": lambda edit: periode(edit.van, edit.tot),
    "tot": lambda edit: periode(edit.van, edit.tot),
    "taal": lambda edit: TAALNIVEAUS[edit.taal],
    "begeleiding": lambda edit: "; ".join(
        f"vanaf week {step.week}: {minuten(step.minuten)}" for step in steps_of(edit.begeleiding)
    ),
}


def differences(
    profiel: KandidaatProfiel, typed: ProfielWijziging, names: Mapping[object, str]
) -> list[Regel]:
    """Every field in which an edit differs from what is there; `names` are the words for codes and ids."""
    changed = changed_fields(profiel, typed)
    return Woorden(LABELS, SAY, names).differences(changed, typed, editable(profiel))
