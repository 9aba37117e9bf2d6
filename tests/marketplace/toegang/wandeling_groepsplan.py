"""What the walk calls the functions of the week board with, about the SW-bedrijf of one half."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.groepsdetachering.plan.bord import Wens, open_bord
from marketplace.groepsdetachering.plan.groepen import GroepWens
from marketplace.groepsdetachering.plan.instance import read_wereld
from marketplace.groepsdetachering.plan.model import Groep, Indeling, PlanStatus
from marketplace.groepsdetachering.plan.writes import GROEPSPLANNEN
from marketplace.groepsdetachering.plan.zet import Zet
from marketplace.rekenruns.model import Claim, PlannerNaam, RekenrunSoort
from marketplace.toegang.model import Actor
from tests.marketplace.toegang.wandeling_wereld import DAAR, SW

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
VAN, WEEK, LATER, TOT = date(2026, 11, 16), date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 14)
# The published plan, the concept and the alternative; the run that found it, and the one about a split.
OPDRACHT, WERKLEIDER, BUS = (DAAR.n + SW,) * 3
VERTELD, CONCEPT, ALTERNATIEF = (DAAR.n + number for number in (SW, SW + 1, SW + 2))
MISLUKT, AANNEMEN, SPLITSEN = (DAAR.n + number for number in (6, 7, 8))
WIE, ANDER = DAAR.n + 1, DAAR.n + 6
EIGEN = {"organisatie_id": DAAR.n + SW}
VAN_DEZE = {**EIGEN, "bedrijven": [DAAR.n + SW]}
OP_BORD = {"plan_id": CONCEPT}
WEG = Zet(indelingen={(WIE, WEEK): None})
GROEP = Groep(
    opdracht_id=OPDRACHT, week=LATER, werkleider_id=WERKLEIDER, leiding=((1, WERKLEIDER),), bus_id=BUS
)
PLAATS = Indeling(kandidaat_id=ANDER, week=WEEK, opdracht_id=OPDRACHT, dagen=1)
GROEPWENS = GroepWens(opdracht_id=OPDRACHT, week=WEEK, werkleider_id=WERKLEIDER, dagen=3, bus_id=BUS)
CLAIM = Claim(
    id=AANNEMEN,
    regio_code=DAAR.regio,
    vandaag=NOW.date(),
    seconden=1.0,
    seed=1,
    poging=1,
    geclaimd_door="proef",
    gevraagd_door=None,
    max_verplaatst=None,
    soort=RekenrunSoort.NIEUW,
    planner=PlannerNaam.GROEPSDETACHERING,
    organisatie_id=DAAR.n + SW,
)
_GIVEN: Mapping[str, Mapping[str, Any]] = {
    "antwoord.adopt": {**EIGEN, "run_id": AANNEMEN},
    "antwoord.get_antwoord": {"run_id": AANNEMEN},
    "antwoord.list_antwoorden": EIGEN,
    "antwoord.split": {**EIGEN, "run_id": SPLITSEN},
    "bord.begin": EIGEN,
    "bord.move": {"zet": WEG},
    "bord.open_bord": EIGEN,
    "bord.pin": {"plaatsen": [(WIE, WEEK)], "groepen": [(OPDRACHT, WEEK)]},
    "bord.put": {"wens": Wens(kandidaat_id=ANDER, week=WEEK, opdracht_id=OPDRACHT)},
    "groepen.change_group": {"wens": GROEPWENS},
    "groepen.end_group": {"opdracht_id": OPDRACHT, "week": WEEK},
    "instance.load_opgave": {**VAN_DEZE, "vraag": {}},
    "instance.read_rijen": {"weken": (LATER, TOT), "gepubliceerd": None},
    "instance.read_wereld": VAN_DEZE,
    "overnemen.take_over": {"plan_id": ALTERNATIEF},
    "overzicht.load_overzicht": EIGEN,
    "plannen.get_by_status": VAN_DEZE,
    "plannen.get_plan": {"plan_id": ALTERNATIEF},
    "plannen.list_geldend": {**VAN_DEZE, "van": VAN, "tot": TOT},
    "plannen.list_plannen": EIGEN,
    "plannen.list_voorstellen": EIGEN,
    "planner.keep": {"claim": CLAIM, "answer": {"uitkomst": {}}},
    "planner.load": {"claim": CLAIM},
    "publicatie.publish": EIGEN,
    "rekenen.request_plan": {**EIGEN, "vraag": {}},
    "writes.delete_dagen": {**OP_BORD, "groups": [(OPDRACHT, WEEK)]},
    "writes.delete_groepen": {**OP_BORD, "groups": [(OPDRACHT, WEEK)]},
    "writes.delete_indelingen": {**OP_BORD, "places": [(WIE, WEEK)]},
    "writes.insert_plan": {**EIGEN, "status": PlanStatus.ALTERNATIEF, "van": VAN, "basis_id": VERTELD},
    "writes.lapse_concept": {**EIGEN, "van": TOT},
    "writes.publish": {"geldt_vanaf": VAN},
    "writes.put_groepen": {**EIGEN, **OP_BORD, "groepen": [GROEP]},
    "writes.put_indelingen": {**EIGEN, **OP_BORD, "indelingen": [PLAATS]},
    "zet.write_zet": {"zet": WEG},
}
# What every planner shares, once more on a week board.
_ALLER = {"soort": GROEPSPLANNEN, **OP_BORD}
_VAN_HIER = {"soort": GROEPSPLANNEN, "hoort_bij": DAAR.n + SW}
_CONCEPTEN: Mapping[str, Mapping[str, Any]] = {
    "bump": _ALLER,
    "get_zet": _ALLER,
    "insert_zet": {**_ALLER, "van": {}, "naar": {}},
    "lapse_alternatieven": {**_VAN_HIER, "keep": 0},
    "retire": {**_VAN_HIER, "plan_id": VERTELD},
    "turn_zet": {**_ALLER, "nummer": 1},
}
# A run of a SW-bedrijf: the regio does not read it, who is there does.
_RUNS: Mapping[str, Mapping[str, Any]] = {
    "rekenruns.queries.get_latest_of_bedrijf": EIGEN,
    "rekenruns.queries.insert_rekenrun": {**EIGEN, "planner": CLAIM.planner, "roulatie_id": None},
    "rekenruns.service.enqueue": {**EIGEN, "roulatie_id": None},
    "rekenruns.queries.get_rekenrun#bedrijf": {"rekenrun_id": MISLUKT},
    "rekenruns.queries.list_voortgang#bedrijf": {"rekenrun_id": MISLUKT, "na": 0},
}
GROEPSPLAN: Final = {
    **{f"groepsdetachering.plan.{name}": given for name, given in _GIVEN.items()},
    **{f"rekenruns.concepten.{name}#groepsplan": given for name, given in _CONCEPTEN.items()},
    **_RUNS,
}
# In an address of the week board; only a question about a split is answered by splitting.
GROEPSPLAN_ADRES: Final = {
    "run": AANNEMEN,
    "welk": "opdracht",
    "/groepsdetachering/{id:int}/wat-als/{run:int}/splitsen run": SPLITSEN,
}
# On the week board: whom and what a move is about.
GROEPSPLAN_VELDEN: Final = {
    "week": WEEK.isoformat(),
    "opdracht": str(OPDRACHT),
    "werkleider": str(WERKLEIDER),
    "plan": str(ALTERNATIEF),
    "vast": "ja",
}


async def load_groepsplan(conn: Connection, owner: Actor) -> list[object]:
    """The board and what it is planned with, as who owns it reads it."""
    bord = await open_bord(conn, owner, clock=FixedClock(NOW), organisatie_id=DAAR.n + SW, versie=1)
    return [bord, bord.concept, await read_wereld(conn, [DAAR.n + SW], DAAR.n + SW)]
