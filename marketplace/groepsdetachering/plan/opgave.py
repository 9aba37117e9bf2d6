"""Build the question of a week board from rows that were read; nothing here reads or decides."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistabel import Reistabel, build_reistabel
from marketplace.geo.reistijd import Punt
from marketplace.groepsdetachering.bedrijf.model import Beleid
from marketplace.groepsdetachering.mensen.model import PaarSoort
from marketplace.groepsdetachering.opdrachten.model import AfspraakSoort
from marketplace.groepsdetachering.plan.model import Groep, Indeling, Planwereld
from marketplace.groepsdetachering.plan.omzetting import to_solution
from marketplace.groepsdetachering.plan.rijen import Bouw, Rijen
from marketplace.rekenruns.reizen import to_reistabel
from marketplace.rekenruns.weken import Weken
from solver.groepsdetachering import instance as solver
from solver.groepsdetachering.beleid import standard_tiers
from solver.groepsdetachering.solution import Solution


@dataclass(frozen=True, slots=True, kw_only=True)
class Vast:
    """What may not move, and how much of the published plan may change at most."""

    groepen: tuple[Groep, ...] = ()
    indelingen: tuple[Indeling, ...] = ()
    max_plaatsen: int | None = None
    max_mensen: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """The question, its calendar, and the points between which people travel, as in the reistabel.

    `huidig` is the plan that a what-if is about.
    """

    instance: solver.Instance
    weken: Weken
    zones: tuple[Punt, ...]
    herkomst: Herkomst = field(default_factory=Herkomst)
    huidig: Solution = field(default_factory=Solution)

    def with_reistabel(self, tabel: Reistabel, herkomst: Herkomst) -> "Opgave":
        """The same question with other travel times."""
        instance = replace(self.instance, reistabel=to_reistabel(tabel))
        return replace(self, instance=instance, herkomst=herkomst)


def build_opgave(rijen: Rijen, vast: Vast | None = None) -> Opgave:
    """Build the question, of which what is `vast` may not move; a pin on what is there no more is let go."""
    bouw, vast = Bouw(rijen), vast or Vast()
    wereld = rijen.wereld
    opdrachten = tuple(
        bouw.opdracht(each) for each in wereld.opdrachten if each.van < rijen.tot and each.tot > rijen.van
    )
    known = {each.id for each in opdrachten}
    leaders = {each.id for each in wereld.bedrijf.werkleiders}
    vorige = to_solution(rijen.groepen, rijen.indelingen, bouw.weken, opdrachten)
    before = bouw.weken.monday(-1)
    former = rijen.verleden.in_week(before)
    led = rijen.verleden.leaders_in(before)
    instance = solver.Instance(
        weken=bouw.aantal,
        medewerkers=tuple(bouw.medewerker(each) for each in wereld.medewerkers),
        werkleiders=tuple(bouw.werkleider(each) for each in wereld.bedrijf.werkleiders),
        opdrachten=opdrachten,
        bussen=tuple(bouw.bus(each) for each in wereld.bedrijf.bussen),
        opstapplaatsen=tuple(
            solver.Opstapplaats(id=each.id, zone=bouw.zone(each)) for each in wereld.bedrijf.opstapplaatsen
        ),
        afdelingen=tuple(
            solver.Afdeling(id=each.id, minimum=_five(each.minimum), gewenst=_five(each.gewenst))
            for each in wereld.bedrijf.afdelingen
        ),
        reistabel=to_reistabel(build_reistabel(bouw.travel, tuple(bouw.zones))),
        beleid=_beleid(wereld.bedrijf.beleid),
        vast=tuple(
            solver.Plaats(
                medewerker=each.kandidaat_id, week=bouw.weken.index(each.week), opdracht=each.opdracht_id
            )
            for each in vast.indelingen
            if each.opdracht_id in known
        ),
        vaste_leiding=tuple(
            solver.VasteLeiding(
                opdracht=each.opdracht_id, week=bouw.weken.index(each.week), werkleider=each.werkleider_id
            )
            for each in vast.groepen
            if each.opdracht_id in known and each.werkleider_id in leaders
        ),
        verboden=_pairs(wereld, AfspraakSoort.NOOIT),
        uitzonderingen=_pairs(wereld, AfspraakSoort.UITZONDERING),
        apart=_paren(wereld, PaarSoort.APART),
        samen=_paren(wereld, PaarSoort.SAMEN),
        liever=_paren(wereld, PaarSoort.LIEVER),
        eerder=frozenset((each.kandidaat_id, each.opdracht_id) for each in former),
        eerder_leiding=led,
        vorige=vorige,
        max_plaatsen=vast.max_plaatsen,
        max_mensen=vast.max_mensen,
    )
    return Opgave(instance=instance, weken=bouw.weken, zones=tuple(bouw.zones))


def _five(numbers: Sequence[int]) -> tuple[int, int, int, int, int]:
    """A number for each weekday."""
    first, second, third, fourth, fifth = numbers
    return first, second, third, fourth, fifth


def _beleid(beleid: Beleid) -> solver.Beleid:
    """The policy, its tiers in the order of the planner."""
    tiers = {tier.name: tier for tier in standard_tiers()}
    return solver.Beleid(
        fase_volgorde=beleid.fase_volgorde,
        max_rit=beleid.max_rit,
        max_omweg=beleid.max_omweg,
        loon=beleid.loon,
        leiding=beleid.leiding,
        kilometer=beleid.kilometer,
        uitstroom_per_groep=beleid.uitstroom_per_groep,
        tiers=tuple(tiers[name] for name in beleid.lagen),
    )


def _pairs(wereld: Planwereld, soort: AfspraakSoort) -> frozenset[tuple[int, int]]:
    """What was agreed of one kind, as (medewerker, opdracht)."""
    return frozenset(
        (each.kandidaat_id, each.opdracht_id) for each in wereld.afspraken if each.soort is soort
    )


def _paren(wereld: Planwereld, soort: PaarSoort) -> frozenset[tuple[int, int]]:
    """The pairs of one kind."""
    return frozenset((each.kandidaat_id, each.ander_id) for each in wereld.paren if each.soort is soort)
