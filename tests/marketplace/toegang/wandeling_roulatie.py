"""What the walk calls the functions with that set up a roulatie, about one half of the world."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Final

from marketplace.clock import FixedClock
from marketplace.roulatie.cohort import RoulatieGegevens
from marketplace.roulatie.deelnemers import DeelnemerGegevens
from marketplace.roulatie.gebeurd import Gebeurtenis, Herstel, drop_out
from marketplace.roulatie.model import Blok, PaarSoort
from marketplace.roulatie.roosters import ROOSTERS
from marketplace.roulatie.wijziging import Wijziging
from marketplace.roulatie.writes import NieuweRoulatie
from tests.marketplace.toegang.wandeling_wereld import DAAR

GEGEVENS = RoulatieGegevens(
    naam="Nieuw",
    opleider_id=DAAR.n + 5,
    van=date(2027, 2, 1),
    tot=date(2027, 5, 3),
    afspraak=f"Afspraak {DAAR.woord}",
    afspraak_tot=date(2028, 1, 3),
)
NIEUW = NieuweRoulatie(
    regio_code=DAAR.regio,
    groep_id=DAAR.n + 1,
    naam="Nieuw",
    opleider_id=DAAR.n + 5,
    leerlijn_id=DAAR.n + 1,
    vervolg_op=DAAR.n + 1,
    van=date(2027, 9, 6),
    tot=date(2027, 11, 29),
    afspraak="Een afspraak",
    afspraak_tot=date(2028, 1, 3),
)
# Of the roulatie that is prepared, in which nobody is on a board yet.
LATER = {
    "wijziging": Wijziging(
        clock=FixedClock(datetime(2026, 11, 20, 9, 0, tzinfo=UTC)), roulatie_id=DAAR.n + 2, versie=1
    )
}
BLOK = Blok(id=DAAR.n + 1, nummer=1, van=date(2027, 2, 1), tot=date(2027, 3, 1), vergrendeld=False)
GEBEURTENIS = Gebeurtenis(vanaf=date(2027, 2, 15), reden="Er is geen werk meer")
WEEK = {"eerste": date(2027, 2, 8), "laatste": date(2027, 2, 8)}
_OP_BORD = {"soort": ROOSTERS, "plan_id": DAAR.n + 1}
_VAN_DEZE = {"soort": ROOSTERS, "hoort_bij": DAAR.n + 1}
ROULATIE: Final[Mapping[str, Mapping[str, Any]]] = {
    "rekenruns.concepten.bump": _OP_BORD,
    "rekenruns.concepten.get_zet": _OP_BORD,
    "rekenruns.concepten.insert_zet": {**_OP_BORD, "van": [], "naar": []},
    "rekenruns.concepten.lapse_alternatieven": {**_VAN_DEZE, "keep": 0},
    "rekenruns.concepten.retire": {**_VAN_DEZE, "plan_id": DAAR.n + 2},
    "rekenruns.concepten.turn_zet": {**_OP_BORD, "nummer": 1},
    "roulatie.afspraken.take_back": LATER,
    "roulatie.blokken.add_blok": {"van": date(2027, 3, 29), "tot": date(2027, 4, 26)},
    "roulatie.blokken.move_blok": {
        **LATER,
        "blok_id": DAAR.n + 3,
        "van": date(2027, 5, 10),
        "tot": date(2027, 6, 7),
    },
    "roulatie.blokken.remove_blok": {**LATER, "blok_id": DAAR.n + 3},
    "roulatie.blokken.replace_blokken": {**LATER, "periodes": [(date(2027, 5, 10), date(2027, 6, 7))]},
    "roulatie.blokken.split_blok": {"maandag": date(2027, 2, 15)},
    "roulatie.blokken.split_block": {"blok": BLOK, "monday": date(2027, 2, 15)},
    "roulatie.cohort.edit_roulatie": {"gegevens": GEGEVENS},
    "roulatie.cohort.make_cohort": {"nieuw": NIEUW, "blokken": 3},
    "roulatie.cohort.raise_laag": {"laag": "reizen"},
    "roulatie.cohort.set_volgorde": {"volgorde": [(1, 2)]},
    "roulatie.deelnemers.add_afwezig": WEEK,
    "roulatie.deelnemers.add_deelnemer": {**LATER, "kenmerk": "K-MERE1"},
    "roulatie.deelnemers.edit_deelnemer": {
        "gegevens": DeelnemerGegevens(moederbedrijf_id=DAAR.n + 1, van=date(2027, 2, 8))
    },
    "roulatie.deelnemers.remove_deelnemer": {**LATER, "kandidaat_id": DAAR.n + 3},
    "roulatie.deelnemers.set_leerdoelen": {"weken": {1: 2}},
    "roulatie.deelnemers.set_paren": {"anderen": {PaarSoort.APART: [DAAR.n + 3]}},
    "roulatie.deelnemers.set_voorkeuren": {"wensen": {DAAR.n + 1: 50}},
    "roulatie.gebeurd.company_stops": {"organisatie_id": DAAR.n + 1, "gebeurtenis": GEBEURTENIS},
    "roulatie.gebeurd.drop_out": {"gebeurtenis": GEBEURTENIS},
    "roulatie.gebeurd.erkenning_ends": {"gebeurtenis": GEBEURTENIS},
    "roulatie.gebeurd.happen": {
        "herstel": Herstel(max_mensen=None, hoogstens=1.0),
        "happening": partial(drop_out, kandidaat_id=DAAR.n + 1, gebeurtenis=GEBEURTENIS),
    },
    "roulatie.gebeurd.late_joiner": {**LATER, "kenmerk": "K-MERE1", "vanaf": date(2027, 5, 10)},
    "roulatie.leerlijnen.set_doelen": {"doelen": {(1, None): 2}},
    "roulatie.plekken.add_plek": {**LATER, "leerwerkplek_id": DAAR.n + 2},
    "roulatie.plekken.close_weeks": WEEK,
    "roulatie.plekken.list_keuzen": {"roulatie_id": DAAR.n + 2},
    "roulatie.plekken.remove_plek": LATER,
    "roulatie.plekken.set_lessen": {"seizoenen": {1: [4]}, "vereist": [2]},
    "roulatie.vervolg.copy_former": {"roulatie_id": DAAR.n + 2},
}
