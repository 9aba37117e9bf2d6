"""How the fields of organisaties and what belongs to them are called, in forms and in what was overtaken."""

from collections.abc import Mapping

from marketplace.datum import datum
from marketplace.organisaties.wijziging import (
    ErkenningEdit,
    OrganisatieGegevens,
    VestigingGegevens,
    changes,
)
from marketplace.web.forms import last_day
from marketplace.web.overtaken import Regel, Woorden

ORGANISATIE: Mapping[str, str] = {
    "naam": "Naam",
    "soort": "Soort organisatie",
    "kvk": "KVK-nummer",
    "regio": "Regio",
}
VESTIGING: Mapping[str, str] = {
    "naam": "Hoe heet de vestiging?",
    "plaats": "In welke plaats?",
    "leerbedrijf_id": "Leerbedrijf-ID bij SBB",
}
PRAKTIJKOPLEIDER: Mapping[str, str] = {
    "naam": "Naam",
    "nabijheid": "Hoe dichtbij?",
    "minuten": "Minuten per week",
}
VERTREK: Mapping[str, str] = {
    "laatste_dag": "Laatste werkdag",
    "opvolger": "Wie neemt de begeleiding over?",
    "reden": "Waarom?",
}
ERKENNING: Mapping[str, str] = {
    "crebo": "Kwalificatie",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "werkprocessen": "Waarvoor geldt de erkenning?",
    "gecontroleerd_op": "Nagekeken bij SBB op",
    "gezien": "Gevolgen",
    "reden": "Waarom?",
}
OPLEIDING: Mapping[str, str] = {
    "crebo": "Kwalificatie",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "regios": "Voor kandidaten uit welke regio’s?",
}


def organisatie_differences(
    now: object, typed: OrganisatieGegevens, names: Mapping[object, str]
) -> list[Regel]:
    """Every field of an organisatie in which an edit differs from what is there."""
    there = OrganisatieGegevens(**{name: getattr(now, name) for name in OrganisatieGegevens.__slots__})
    words = Woorden(ORGANISATIE, {"kvk": lambda edit: edit.kvk or "leeg"}, names)
    return words.differences(changes(there, typed), typed, there)


def vestiging_differences(now: object, typed: VestigingGegevens, names: Mapping[int, str]) -> list[Regel]:
    """Every field of a vestiging in which an edit differs from what is there."""
    there = VestigingGegevens(**{name: getattr(now, name) for name in VestigingGegevens.__slots__})
    labels = {**VESTIGING, "plaats_id": VESTIGING["plaats"]}
    words: Woorden[VestigingGegevens] = Woorden(
        labels,
        {
            "plaats_id": lambda edit: names.get(edit.plaats_id, "een andere plaats"),
            "leerbedrijf_id": lambda edit: edit.leerbedrijf_id or "leeg",
        },
        {},
    )
    return words.differences(changes(there, typed), typed, there)


def erkenning_differences(
    now: ErkenningEdit, typed: ErkenningEdit, names: Mapping[object, str]
) -> list[Regel]:
    """Every field of an erkenning in which an edit differs from what is there."""
    words: Woorden[ErkenningEdit] = Woorden(
        ERKENNING,
        {
            "tot": lambda edit: (
                "geen laatste dag" if edit.tot is None else datum(last_day(edit.tot) or edit.tot)
            ),
            "gecontroleerd_op": lambda edit: datum(edit.gecontroleerd_op),
        },
        names,
    )
    return words.differences(changes(now, typed), typed, now)
