"""What the walk calls the functions of hours with, about one half of the world."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from marketplace.clock import FixedClock
from marketplace.groepsdetachering.uren.invullen import Weekwijziging
from marketplace.groepsdetachering.uren.model import Uur
from marketplace.rekenruns.weken import WEEK
from tests.marketplace.toegang.wandeling_wereld import DAAR, SW

CLOCK = FixedClock(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
FILLED, PLANNED = date(2026, 11, 16), date(2026, 11, 23)
BIJ = {"organisatie_id": DAAR.n + SW}
WEKEN = {**BIJ, "van": FILLED, "tot": FILLED + WEEK}
EEN = {"opdracht_id": DAAR.n + SW, "week": FILLED}
WIJZIGING = {"wijziging": Weekwijziging(clock=CLOCK, opdracht_id=DAAR.n + SW, week=FILLED, versie=1)}
_GIVEN: Mapping[str, Mapping[str, Any]] = {
    "opdrachten.overeenkomst.list_nummers": BIJ,
    "uren.invullen.own_urenweek": WIJZIGING,
    "uren.invullen.record_week": {"soort": "uren_ingevuld"},
    "uren.invullen.save_uren": {**WIJZIGING, "uren": [Uur(DAAR.n + 6, 1, 60)]},
    "uren.link_queries.insert": {**EEN, "token_hash": bytes(31) + b"w"},
    "uren.link_queries.revoke": EEN,
    "uren.links.make_uren_link": WIJZIGING,
    "uren.links.withdraw_uren_link": WIJZIGING,
    "uren.planning.load_planning": {**BIJ, "week": PLANNED},
    "uren.queries.list_gewerkt": WEKEN,
    "uren.queries.list_kenmerken": BIJ,
    "uren.weken.find_urenweek": EEN,
    "uren.weken.list_urenweken": WEKEN,
}
UREN: Final = {f"groepsdetachering.{name}": given for name, given in _GIVEN.items()}
