"""What somebody typed of a plek beside what is there now, for a form that was overtaken."""

from collections.abc import Callable, Mapping

from marketplace.datum import datum
from marketplace.leerwerkplekken.model import Inzet, Leerwerkplek
from marketplace.leerwerkplekken.service import gegevens_of
from marketplace.leerwerkplekken.wijziging import NewInzet, PlekGegevens, changed_fields, led_by, settled
from marketplace.web.formats import dagdelen, minuten, periode
from marketplace.web.overtaken import Regel, Woorden, difference
from marketplace.werkprocessen.model import FASE_WOORDEN, NIVEAUS, TAALNIVEAUS

LABELS: Mapping[str, str] = {
    "vestiging": "Bij welke vestiging?",
    "titel": "Hoe heet de plek?",
    "omschrijving": "Vertel iets over de plek",
    "sector": "Sector",
    "werkprocessen": "Wat doet iemand hier?",
    "niveau": "Op welk niveau is het werk?",
    "plaatsen": "Hoeveel mensen kunnen hier tegelijk leren?",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "dagdelen": "Op welke dagdelen is er werk?",
    "minuten_min": "Minste uren per week",
    "minuten_max": "Meeste uren per week",
    "taal": "Hoeveel Nederlands is ten minste nodig?",
    "fase": "Hoe beschermd is het werk?",
    "vervoer_geregeld": "Wij regelen vervoer voor wie niet alleen kan reizen",
    "voorwaarden": "Wat kan deze plek bieden?",
    "vormen": "In welke vorm kan iemand hier beginnen?",
    "praktijkopleider": "Wie begeleidt de kandidaten?",
    "praktijkopleider_vanaf": "Vanaf welke dag?",
}
SAY: Mapping[str, Callable[[PlekGegevens], str]] = {
    "niveau": lambda plek: NIVEAUS[plek.niveau],
    "van": lambda plek: periode(plek.van, plek.tot),
    "tot": lambda plek: periode(plek.van, plek.tot),
    "dagdelen": lambda plek: dagdelen(plek.dagdelen),
    "minuten_min": lambda plek: minuten(plek.minuten_min),
    "minuten_max": lambda plek: minuten(plek.minuten_max),
    "taal": lambda plek: TAALNIVEAUS[plek.taal],
    "fase": lambda plek: "niet bekend" if plek.fase is None else FASE_WOORDEN[plek.fase],
    "vervoer_geregeld": lambda plek: "ja" if plek.vervoer_geregeld else "nee",
}


def differences(plek: Leerwerkplek, typed: PlekGegevens, names: Mapping[object, str]) -> list[Regel]:
    """Every field in which an edit differs from what is there; `names` are the words for codes and ids."""
    return Woorden(LABELS, SAY, names).differences(changed_fields(plek, typed), typed, gegevens_of(plek))


def leider_difference(plek: Leerwerkplek, typed: NewInzet | None, names: Mapping[int, str]) -> list[Regel]:
    """A row when the choice would give the plek another last praktijkopleider, or from another day."""
    after = led_by(plek.inzet, settled(plek.inzet, typed), plek.van, plek.tot)
    return difference(LABELS["praktijkopleider"], _leads(after, names), _leads(plek.inzet, names))


def _leads(inzet: tuple[Inzet, ...], names: Mapping[int, str]) -> str:
    """Wim Voorbeeld, vanaf 4 januari 2027; the day only when somebody else led before."""
    if not inzet:
        return "niemand"
    last = inzet[-1]
    since = f", vanaf {datum(last.van)}" if len(inzet) > 1 else ""
    return names.get(last.praktijkopleider_id, "iemand anders") + since
