"""What somebody typed beside what is there now, for a form that was overtaken."""

from collections.abc import Callable, Mapping

from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.kandidaten.wijziging import ProfielWijziging, changed_fields, editable, steps_of
from marketplace.web.formats import dagdelen, minuten, periode
from marketplace.web.overtaken import Regel, Woorden
from marketplace.werkprocessen.model import FASE_WOORDEN, NIVEAUS, TAALNIVEAUS
from solver.spreektaal import VERVOER

LABELS: Mapping[str, str] = {
    "crebo": "Voor welke kwalificatie leert deze persoon?",
    "gewenst": "Wat wil deze persoon leren?",
    "sectorwensen": "In welke sector werkt deze persoon het liefst?",
    "vormen": "Welke vorm van plaatsing past?",
    "niveau_geschat": "Op welk niveau schat u deze persoon?",
    "pc4": "Postcode",
    "vervoermiddel": "Hoe reist deze persoon?",
    "max_reistijd": "Langste reistijd in minuten",
    "max_afstand": "Grootste afstand in kilometers",
    "reist_alleen": "Kan alleen reizen",
    "dagdelen": "Op welke dagdelen kan deze persoon werken?",
    "interne_dagen": "Hoeveel dagen per week blijft deze persoon intern werken?",
    "minuten_min": "Minste uren per week",
    "minuten_max": "Meeste uren per week",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "weken": "Hoeveel weken duurt het leren?",
    "voorwaarden": "Wat is nodig op het werk?",
    "taal": "Hoeveel Nederlands spreekt deze persoon?",
    "begeleiding": "Begeleiding op het werk",
    "fase": "Waar werkt deze persoon nu?",
    "toelichting": "Toelichting",
}
SAY: Mapping[str, Callable[[ProfielWijziging], str]] = {
    "crebo": lambda edit: "geen" if edit.crebo is None else f"crebo {edit.crebo}",
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
    "fase": lambda edit: "niet bekend" if edit.fase is None else FASE_WOORDEN[edit.fase],
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
