"""What only a file of kandidaten can have wrong: each fault is a sentence at its column."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from marketplace.clock import Clock
from marketplace.inlezen.soort import Huidig
from marketplace.kandidaten.geleerd import TWICE
from marketplace.kandidaten.identiteit import wrong_birth
from marketplace.kandidaten.model import KandidaatStatus, Kenmerk
from marketplace.kandidaten.status import STEPS, TO_COME
from marketplace.kandidaten.tabel import OF_PLEKWIJS, KandidaatRij
from marketplace.kandidaten.wijziging import MAX_SECTOREN

S = KandidaatStatus
BY_FILE = frozenset({S.VOOR_AANGEMELD, S.MATCHBAAR})
IDENTITY_MISSING = "Vul deze cel in: deze persoon is nieuw."
ARCHIVED = "Deze persoon staat in het archief. Haal de persoon eerst terug op de pagina van de kandidaat."


@dataclass(frozen=True, slots=True)
class Bekend:
    """Who is known by which kenmerk, at which SW-bedrijf, and whether that is in the archive."""

    by_kenmerk: Mapping[str, Mapping[str | None, bool]]

    @classmethod
    def of(cls, kenmerken: Iterable[Kenmerk]) -> "Bekend":
        """From what the database knows; our own kenmerk holds everywhere."""
        found: dict[str, dict[str | None, bool]] = defaultdict(dict)
        for each in kenmerken:
            found[each.kenmerk.casefold()][None] = each.gearchiveerd
            if each.eigen_kenmerk is not None:
                bedrijf = None if each.sw_bedrijf_id is None else str(each.sw_bedrijf_id)
                found[each.eigen_kenmerk.casefold()][bedrijf] = each.gearchiveerd
        return cls(found)

    def wrong_new(self, row: KandidaatRij) -> dict[str, str]:
        """Why somebody whom the file calls new is not."""
        there = self.by_kenmerk.get(row.kenmerk.casefold(), {})
        if row.kenmerk.upper().startswith(OF_PLEKWIJS):
            return {"kenmerk": ARCHIVED if there.get(None) else UNKNOWN}
        if row.sw_bedrijf in there:
            return {"kenmerk": ARCHIVED}
        if there and (row.sw_bedrijf is None or None in there):
            return {"sw_bedrijf": OTHER}
        return {}


UNKNOWN = (
    "Dit kenmerk kennen we hier niet. Kenmerken met K- geeft Plekwijs. Gebruik uw eigen kenmerk, of begin met"
    " het bestand dat u hier ophaalt."
)
OTHER = "Met dit kenmerk staat er al iemand bij een ander SW-bedrijf. Controleer het SW-bedrijf."


def wrong_in_file(row: KandidaatRij, now: Huidig | None, bekend: Bekend, clock: Clock) -> dict[str, str]:
    """A sentence at every column that a form would not have let through."""
    wrong = _wrong_choices(row) | _wrong_status(row, now, clock)
    if now is not None:
        return wrong | _wrong_known(row, now)
    if row.van_plekwijs is not None:
        wrong["van_plekwijs"] = "Deze persoon kennen we niet. Laat deze cel leeg voor wie nieuw is."
    wrong |= {name: IDENTITY_MISSING for name in ("naam", "geboortedatum") if getattr(row, name) is None}
    if row.geboortedatum is not None:
        wrong |= wrong_birth(row.geboortedatum, clock)
    return wrong | bekend.wrong_new(row)


def _wrong_known(row: KandidaatRij, now: Huidig) -> dict[str, str]:
    """What a file cannot change of somebody."""
    wrong = {}
    if row.van_plekwijs != now.rij.van_plekwijs:
        wrong["van_plekwijs"] = f"Bij dit eigen kenmerk hoort {now.rij.van_plekwijs}."
    if row.sw_bedrijf != now.rij.sw_bedrijf:
        wrong["sw_bedrijf"] = "Het SW-bedrijf van iemand verandert niet met een bestand."
    return wrong


def _wrong_choices(row: KandidaatRij) -> dict[str, str]:
    """Codes that stand in two columns, or too many of them."""
    wrong = {}
    if {*row.gewenst} & {*row.geoefend, *row.bewezen}:
        wrong["gewenst"] = "Hier staat werk dat ook al geoefend of bewezen is. Laat het op één plek staan."
    if {*row.geoefend} & {*row.bewezen}:
        wrong["bewezen"] = TWICE
    if len(row.sectoren) > MAX_SECTOREN:
        wrong["sectoren"] = f"Vul hooguit {MAX_SECTOREN} sectoren in."
    return wrong


def _wrong_status(row: KandidaatRij, now: Huidig | None, clock: Clock) -> dict[str, str]:
    """A step that cannot be taken so, or a day that does not go with it."""
    was, naar = now.bron.status if now else S.VOOR_AANGEMELD, S(row.status)
    if naar is not was and (naar not in BY_FILE or was not in STEPS[naar]):
        return {"status": "Deze stap kan niet met een bestand. Zet hem op de pagina van de kandidaat."}
    if naar is not S.MATCHBAAR:
        return (
            {"wacht_sinds": "Laat deze cel leeg: alleen wie een plek zoekt, wacht."}
            if row.wacht_sinds
            else {}
        )
    wrong = {}
    if row.wacht_sinds is not None and row.wacht_sinds > clock.today():
        wrong["wacht_sinds"] = TO_COME
    if was is naar and now is not None:
        if row.wacht_sinds != now.rij.wacht_sinds:
            wrong["wacht_sinds"] = "Deze dag staat vast zolang iemand een plek zoekt."
    elif row.laatste_dag is not None and row.laatste_dag < clock.today():
        wrong["laatste_dag"] = "Deze dag is voorbij. Wie een plek zoekt, moet nog beschikbaar zijn."
    return wrong
