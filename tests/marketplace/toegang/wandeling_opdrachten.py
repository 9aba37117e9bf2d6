"""What the walk calls the functions with that change opdrachten, about one half of the world."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from marketplace.clock import FixedClock
from marketplace.groepsdetachering.opdrachten.aanvragen import Aanvraag
from marketplace.groepsdetachering.opdrachten.model import (
    AfspraakSoort,
    OpdrachtGegevens,
    OpdrachtWerkproces,
    Overeenkomst,
    Toont,
)
from marketplace.groepsdetachering.opdrachten.service import Wijziging
from tests.marketplace.toegang.wandeling_wereld import DAAR, SW

CLOCK = FixedClock(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
BIJ = {"organisatie_id": DAAR.n + SW}
OPEN = {"wijziging": Wijziging(clock=CLOCK, opdracht_id=DAAR.n + SW, versie=1)}
ASKED = {"wijziging": Wijziging(clock=CLOCK, opdracht_id=DAAR.n + SW + 1, versie=1)}
# Before it began.
EARLY = FixedClock(datetime(2026, 10, 1, 9, 0, tzinfo=UTC))
GEGEVENS = OpdrachtGegevens(
    vestiging_id=DAAR.n + 1,
    naam="Nieuw",
    kort="Nieuw",
    kleur=1,
    toelichting="",
    van=date(2026, 12, 7),
    tot=date(2027, 6, 7),
    dagen=31,
    minuten=360,
    minimum=1,
    maximum=4,
    gevraagd=2,
    toegezegd=1,
    waarde=1,
    tarief=1000,
    trede=1,
    niveau=None,
    voorwaarden=(),
    trainingen=(),
    toont=Toont.AANTAL,
)
AANVRAAG = Aanvraag(
    organisatie_id=DAAR.n + SW,
    vestiging_id=DAAR.n + 1,
    naam="Nieuw",
    werkprocessen=(1,),
    van=date(2026, 12, 7),
    tot=date(2027, 6, 7),
    dagen=31,
    minuten=360,
    minimum=1,
    gevraagd=2,
    maximum=4,
    toelichting="",
)
OVEREENKOMST = Overeenkomst(
    nummer="1", getekend_op=date(2026, 11, 2), namens_inlener="A", namens_bedrijf="B", afspraken=""
)
WERK = OpdrachtWerkproces(werkproces_id=2, aantal=0, werkleider=False)
AFSPRAAK = {"kenmerk": "K-MERE1", "soort": AfspraakSoort.UITZONDERING}
_GIVEN: Mapping[str, Mapping[str, Any]] = {
    "aanvragen.ask_groep": {"aanvraag": AANVRAAG},
    "aanvragen.list_groepen": {"weken": [date(2026, 11, 23)]},
    "afspraken.copy_afspraken": {"van_id": DAAR.n + SW, "naar_id": DAAR.n + SW + 1},
    "afspraken.put_afspraak": {**OPEN, **AFSPRAAK},
    "afspraken.end_afspraak": {**OPEN, "kandidaat_id": DAAR.n + 6},
    "overeenkomst.list_getekend": BIJ,
    "overeenkomst.list_nummers": BIJ,
    "overeenkomst.record_overeenkomst": {**OPEN, "overeenkomst": OVEREENKOMST},
    "queries.list_afspraken": {**BIJ, "bedrijven": [DAAR.n + SW]},
    "queries.list_ingetrokken": {**BIJ, "bedrijven": [DAAR.n + SW]},
    "queries.list_inleners": BIJ,
    "queries.list_opdrachten": {**BIJ, "bedrijven": [DAAR.n + SW]},
    "service.accept_opdracht": ASKED,
    "service.claim_opdracht": {**OPEN, "soort": "opdracht_gewijzigd"},
    "service.edit_opdracht": {**OPEN, "gegevens": GEGEVENS},
    "service.make_opdracht": {**BIJ, "gegevens": GEGEVENS},
    "service.refuse_opdracht": ASKED,
    "service.stop_opdracht": {**OPEN, "vanaf": date(2026, 12, 7)},
    "service.withdraw_opdracht": {"wijziging": replace(OPEN["wijziging"], clock=EARLY)},
    "writes.cut_periode": {"tot": date(2026, 12, 7)},
    "writes.insert_gesloten": {**BIJ, "dagen": [date(2026, 12, 24)]},
    "writes.insert_opdracht": {**BIJ, "gegevens": GEGEVENS},
    "writes.insert_werkprocessen": {**BIJ, "werkprocessen": [WERK]},
    "writes.update_kleur": {"kleur": 2},
    "writes.update_opdracht": {"gegevens": GEGEVENS},
    "writes.update_status": {"reden": None},
}
OPDRACHTEN: Final = {f"groepsdetachering.opdrachten.{name}": given for name, given in _GIVEN.items()}
