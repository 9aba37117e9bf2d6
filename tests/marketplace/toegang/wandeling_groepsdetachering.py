"""What the walk calls the functions of groepsdetachering with, about the SW-bedrijf of one half."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from marketplace.clock import FixedClock
from marketplace.groepsdetachering.bedrijf.afdelingen import AfdelingGegevens
from marketplace.groepsdetachering.bedrijf.afwezig import Wie
from marketplace.groepsdetachering.bedrijf.bussen import BusGegevens
from marketplace.groepsdetachering.bedrijf.model import Trede
from marketplace.groepsdetachering.bedrijf.opstapplaatsen import OpstapplaatsGegevens
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij, Onderdeel
from marketplace.groepsdetachering.bedrijf.werkleiders import WerkleiderGegevens
from tests.marketplace.toegang.wandeling_wereld import BEGINNER, DAAR, SW

CLOCK = FixedClock(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
EIGEN = {"organisatie_id": DAAR.n + SW}
BIJ = Bij(clock=CLOCK, organisatie_id=DAAR.n + SW)
HALTE = OpstapplaatsGegevens(naam="Nieuw", plaats_id=101)
BUS = BusGegevens(naam="Nieuw", plaatsen=8, plaats_id=101, opstapplaatsen=(DAAR.n + SW,))
AFDELING = AfdelingGegevens(naam="Nieuw", minimum=(1,) * 5, gewenst=(2,) * 5)
WERKLEIDER = WerkleiderGegevens(
    naam="Nieuw", minuten=1920, span=8, dagen=31, trainingen=(), werkprocessen=frozenset({1})
)
TREDE = Trede(nummer=3, naam="Nieuw", uitleg="", fase=None)
_BEDRIJF: Mapping[str, Mapping[str, Any]] = {
    "afdelingen.add_afdeling": {"gegevens": AFDELING},
    "afdelingen.archive_afdeling": {"afdeling_id": DAAR.n + SW},
    "afdelingen.edit_afdeling": {"afdeling_id": DAAR.n + SW, "gegevens": AFDELING},
    "afwezig.add_afwezig": {"eerste": date(2027, 3, 1), "laatste": date(2027, 3, 5)},
    "afwezig.withdraw_afwezig": {"eerste": date(2026, 12, 7)},
    "beleid.begin": {"bij": Bij(clock=CLOCK, organisatie_id=DAAR.n + BEGINNER), "voorbeeld": None},
    "beleid.raise_laag": {"laag": "marge"},
    "bussen.add_bus": {"gegevens": BUS},
    "bussen.archive_bus": {"bus_id": DAAR.n + SW},
    "bussen.edit_bus": {"bus_id": DAAR.n + SW, "gegevens": BUS},
    "eigen.own_bedrijf": EIGEN,
    "opstapplaatsen.add_opstapplaats": {"gegevens": HALTE},
    "opstapplaatsen.archive_opstapplaats": {"opstapplaats_id": DAAR.n + SW},
    "opstapplaatsen.edit_opstapplaats": {"opstapplaats_id": DAAR.n + SW, "gegevens": HALTE},
    "queries.get_bedrijf": EIGEN,
    "queries.read_bedrijf": {**EIGEN, "bedrijven": [DAAR.n + SW]},
    "treden.edit_trede": {"nummer": 1},
    "treden.put_treden": {**EIGEN, "treden": [TREDE]},
    "treden.take_over_voorbeeld": {"voorbeeld": "Een voorbeeld"},
    "treden.treden_of": {"voorbeeld": "Een voorbeeld"},
    "vastleggen.claim_rij": {"onderdeel": Onderdeel.WERKLEIDER, "rij_id": DAAR.n + SW},
    "vastleggen.expect_plaats": {"regio_code": DAAR.regio},
    "vastleggen.put_away": {"onderdeel": Onderdeel.AFDELING, "rij_id": DAAR.n + SW},
    "werkleiders.archive_werkleider": {"werkleider_id": DAAR.n + SW},
    "werkleiders.add_werkleider": {"gegevens": WERKLEIDER},
    "werkleiders.edit_werkleider": {"werkleider_id": DAAR.n + SW, "gegevens": WERKLEIDER},
}
GROEPSDETACHERING: Final = {f"groepsdetachering.bedrijf.{name}": given for name, given in _BEDRIJF.items()}
# What is asked whole.
GEVULD: Final[Mapping[Any, Any]] = {
    Bij: BIJ,
    Wie: Wie(onderdeel=Onderdeel.WERKLEIDER, id=DAAR.n + SW, versie=1),
}
