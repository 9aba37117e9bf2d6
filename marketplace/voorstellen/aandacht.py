"""What in a plan needs somebody's attention, and in which order the worklist shows it."""

from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.datum import datum
from marketplace.voorstellen.model import OPEN, VoorstelStatus
from marketplace.voorstellen.plan import PlanRegel

FREE_SOON = timedelta(days=7)
START_SOON = timedelta(weeks=3)


@dataclass(frozen=True, slots=True)
class Aandacht:
    """One reason to look; the lowest `rang` comes first, from 90 on nothing is asked of the reader."""

    rang: int
    zin: str


@dataclass(frozen=True, slots=True)
class Werkregel:
    """A line of the worklist with why it stands where it stands."""

    regel: PlanRegel
    aandacht: tuple[Aandacht, ...]

    @property
    def rang(self) -> int:
        """How urgent the most urgent reason is."""
        return min(each.rang for each in self.aandacht)


STEP = {
    VoorstelStatus.VOORGESTELD: Aandacht(60, "Nog niet besproken: het ja van de kandidaat ontbreekt."),
    VoorstelStatus.BESPROKEN: Aandacht(50, "De kandidaat zei ja. Uw akkoord ontbreekt nog."),
    VoorstelStatus.AFGEWEZEN: Aandacht(15, "Afgewezen. Herstel het plan voor een ander voorstel."),
    VoorstelStatus.VERVALLEN: Aandacht(95, "Vervallen."),
}
RESERVED = Aandacht(90, "De plaats is gereserveerd. U hoeft nu niets te doen.")


def order_worklist(regels: list[PlanRegel], vandaag: date, wachttermijn_weken: int) -> list[Werkregel]:
    """The lines with their reasons: what needs attention first, then who waits longest."""
    rows = [Werkregel(regel, tell_aandacht(regel, vandaag, wachttermijn_weken)) for regel in regels]
    return sorted(rows, key=lambda row: (row.rang, row.regel.matchbaar_sinds or vandaag, row.regel.kenmerk))


def tell_aandacht(regel: PlanRegel, vandaag: date, wachttermijn_weken: int) -> tuple[Aandacht, ...]:
    """Every reason to look at a line, the most urgent first; never empty."""
    found = [
        *_tell_pin(regel, vandaag),
        *_tell_waiting(regel, vandaag, wachttermijn_weken),
        *_tell_start(regel, vandaag),
        _tell_step(regel),
    ]
    return tuple(sorted(found, key=lambda each: each.rang))


def _tell_pin(regel: PlanRegel, vandaag: date) -> list[Aandacht]:
    """What no longer stands fixed, or soon will not."""
    if regel.pin is None or regel.status not in OPEN:
        return []
    tot = datum(regel.pin.tot)
    if not regel.pin.holds(vandaag):
        return [Aandacht(20, f"Stond vast tot {tot}. Zet het opnieuw vast of maak het los.")]
    if regel.pin.tot - vandaag > FREE_SOON:
        return []
    return [Aandacht(21, f"Staat nog maar vast tot {tot}.")]


def _tell_waiting(regel: PlanRegel, vandaag: date, wachttermijn_weken: int) -> list[Aandacht]:
    """Someone who waits longer than the region agreed, and whose plek is not yet sure."""
    if regel.matchbaar_sinds is None or regel.status not in OPEN:
        return []
    weeks = (vandaag - regel.matchbaar_sinds).days // 7
    if weeks < wachttermijn_weken:
        return []
    return [Aandacht(30, f"Wacht al {weeks} weken. De afspraak is hooguit {wachttermijn_weken}.")]


def _tell_start(regel: PlanRegel, vandaag: date) -> list[Aandacht]:
    """A start that is near or has passed while people have not agreed."""
    if regel.status not in OPEN:
        return []
    if regel.startweek <= vandaag:
        return [Aandacht(10, "De startweek is al begonnen. Herstel het plan.")]
    if regel.startweek - vandaag > START_SOON:
        return []
    return [Aandacht(40, f"Begint al op {datum(regel.startweek)} en er is nog geen akkoord.")]


def _tell_step(regel: PlanRegel) -> Aandacht:
    """What the next step is."""
    return STEP.get(regel.status, RESERVED)
