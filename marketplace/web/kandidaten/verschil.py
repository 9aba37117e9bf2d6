"""What somebody typed beside what is there now, for a form that was overtaken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from marketplace.kandidaten.model import VERVOER_WOORDEN, KandidaatProfiel
from marketplace.kandidaten.wijziging import ProfielWijziging, changed_fields, editable, steps_of
from marketplace.web.formats import dagdelen, minuten, opsomming, periode
from marketplace.werkprocessen.model import TAALNIVEAUS

LABELS: Mapping[str, str] = {
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


@dataclass(frozen=True, slots=True)
class Regel:
    """One field in which the two differ, in words."""

    label: str
    getypt: str
    nu: str


def differences(profiel: KandidaatProfiel, typed: ProfielWijziging, names: Mapping[str, str]) -> list[Regel]:
    """Every field in which an edit differs from what is there; `names` are those of conditions by code."""
    now = editable(profiel)
    return [
        Regel(LABELS[name], _words(typed, name, names), _words(now, name, names))
        for name in changed_fields(profiel, typed)
    ]


SAY: Mapping[str, Callable[[ProfielWijziging], str]] = {
    "vervoermiddel": lambda edit: VERVOER_WOORDEN[edit.vervoermiddel],
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


def _words(edit: ProfielWijziging, name: str, names: Mapping[str, str]) -> str:
    """One field as people read it."""
    if name == "voorwaarden":
        return opsomming(names.get(code, code) for code in edit.voorwaarden) or "niets"
    return SAY[name](edit) if name in SAY else str(getattr(edit, name)) or "leeg"


def capital(words: str) -> str:
    """Words as the start of a line."""
    return words[:1].upper() + words[1:]
