"""What the walk calls the functions with that read or change medewerkers, about one half of the world."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from marketplace.groepsdetachering.mensen.gesprekken import GesprekGegevens
from marketplace.groepsdetachering.mensen.model import GesprekOver, Stap
from marketplace.groepsdetachering.mensen.service import NieuweMedewerker, Wijziging
from marketplace.groepsdetachering.mensen.terugkeer import GarantieGegevens
from marketplace.groepsdetachering.mensen.wijzigen import MedewerkerGegevens
from tests.marketplace.toegang.wandeling_groepsdetachering import BIJ, EIGEN
from tests.marketplace.toegang.wandeling_wereld import DAAR, SW

ALLE = {**EIGEN, "bedrijven": [DAAR.n + SW]}
# Somebody with an afdeling and an absence; the other of a pair goes on and has a way back.
EEN = {"wijziging": Wijziging(bij=BIJ, kandidaat_id=DAAR.n + 1, versie=1)}
VERDER = {"wijziging": Wijziging(bij=BIJ, kandidaat_id=DAAR.n + 6, versie=1)}
# What the addresses about a medewerker are filled in with.
PAD: Final[Mapping[str, int]] = {"wie": DAAR.n + 6, "ander": DAAR.n + 1, "garantie": DAAR.n + 6}
GEGEVENS = MedewerkerGegevens(
    afdeling_id=DAAR.n + SW,
    dagen=15,
    max_minuten_dag=420,
    behoefte=2,
    trede=2,
    wil_buiten=True,
    naam_delen=True,
    uit_dienst_op=None,
    stappen=(Stap(dagen=1, weken=3),),
    leerdoelen={1: 6},
)
GESPREK = GesprekGegevens(
    gevoerd_op=date(2026, 11, 19), over=GesprekOver.NAAR_BUITEN, wil=True, verslag="Een verslag"
)
GARANTIE = GarantieGegevens(
    waarheen="Een werkgever", van=date(2026, 12, 7), tot=None, afdeling_id=DAAR.n + SW
)
NIEUW = NieuweMedewerker(kandidaat_id=DAAR.n + 7, afdeling_id=DAAR.n + SW, trede=1)
_GIVEN: Mapping[str, Mapping[str, Any]] = {
    "afwezig.add_afwezig": {**EEN, "eerste": date(2027, 3, 1), "laatste": date(2027, 3, 5)},
    "afwezig.withdraw_afwezig": {**EEN, "eerste": date(2026, 12, 21)},
    "gesprekken.latest_with": EEN,
    "gesprekken.list_gesprekken": EIGEN,
    "gesprekken.record_gesprek": {**EEN, "gegevens": GESPREK},
    "groei.mark_klaar": VERDER,
    "groei.move_up": VERDER,
    "groei.withdraw_klaar": EEN,
    "paren.end_paar": {**EEN, "ander_id": DAAR.n + 6},
    "paren.put_paar": {**EEN, "kenmerk": f"K-{DAAR.woord[:4].upper()}6"},
    "queries.list_medewerkers": ALLE,
    "queries.list_paren": ALLE,
    "queries.read_medewerker": {"bedrijven": [DAAR.n + SW]},
    "service.add_medewerker": {"bij": BIJ, "nieuw": NIEUW},
    "service.claim_medewerker": {**EEN, "soort": "medewerker_gewijzigd"},
    "service.list_nieuwelingen": EIGEN,
    "service.own_medewerker": EEN,
    "stand.list_eerdere_behoeften": EIGEN,
    "stand.load_mensen": EIGEN,
    "terugkeer.list_garanties": EIGEN,
    "terugkeer.record_garantie": {**EEN, "gegevens": GARANTIE},
    "terugkeer.record_return": {**VERDER, "garantie_id": DAAR.n + 6},
    "uitstroom.make_known": VERDER,
    "uitstroom.start_uitstroom": EEN,
    "uitstroom.stop_uitstroom": VERDER,
    "wijzigen.edit_medewerker": {**EEN, "gegevens": GEGEVENS},
}
MENSEN: Final = {f"groepsdetachering.mensen.{name}": given for name, given in _GIVEN.items()}
