"""Build the question of a roulatie from rows that were read; nothing here reads or decides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from marketplace.bezetting.model import Bezetting
from marketplace.bezetting.ruimte import count_people, to_inzet, to_praktijkopleiders
from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistabel import Reistabel, build_reistabel
from marketplace.geo.reistijd import EstimatedTravelTime, Punt
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.kandidaten.model import Stand as Ervaring
from marketplace.leerwerkplekken.model import Plannable, PlannablePlek, PlekStatus
from marketplace.rekenruns.reizen import to_reistabel
from marketplace.rekenruns.weken import Weken
from marketplace.roulatie.model import Cel, Cohort, PaarSoort, RoulatieDeelnemer, RoulatiePlek
from marketplace.roulatie.oefening import Oefening
from marketplace.roulatie.waardering import eindplek, wens
from solver.roulatie import instance as solver
from solver.roulatie.beleid import standard_tiers
from solver.tiers import Tier
from solver.vocabulary import Fase, Vervoermiddel

# A week counts in the month of its Thursday, as ISO 8601 does for the year.
TO_THURSDAY = timedelta(days=3)
# The wish and the tier of a repair.
KEPT = "stabiliteit"
HERSTEL = "herstel"
# Further than any way within a region: nobody is bound by kilometers unless they said so.
ANY_KILOMETERS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijen:
    """Everything that was read for one question, which is asked on the day `vandaag`.

    `bezetting` is what others take, `gepubliceerd` the cells that people were told of.
    """

    vandaag: date
    cohort: Cohort
    profielen: Sequence[KandidaatProfiel]
    plannable: Plannable
    bezetting: Sequence[Bezetting]
    verboden: frozenset[tuple[int, int]]
    gepubliceerd: Sequence[Cel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """The question, its calendar, and the points between which people travel, as in the reistabel.

    `verloren` are weeks by (deelnemer, werkproces) in which practice was planned, and none was seen.
    """

    instance: solver.Instance
    weken: Weken
    zones: tuple[Punt, ...]
    verloren: Mapping[tuple[int, int], int] = field(default_factory=dict)
    herkomst: Herkomst = field(default_factory=Herkomst)

    def as_repair(self) -> "Opgave":
        """The same question, in which keeping what was published counts before every wish."""
        beleid = self.instance.beleid
        others = (
            replace(tier, gewichten={name: weight for name, weight in tier.gewichten.items() if name != KEPT})
            for tier in beleid.tiers
        )
        tiers = (Tier(name=HERSTEL, gewichten={KEPT: 1}), *others)
        return replace(self, instance=replace(self.instance, beleid=replace(beleid, tiers=tiers)))

    def with_reistabel(self, tabel: Reistabel, herkomst: Herkomst) -> "Opgave":
        """The same question with other travel times."""
        instance = replace(self.instance, reistabel=to_reistabel(tabel))
        return replace(self, instance=instance, herkomst=herkomst)


def build_opgave(
    rijen: Rijen, vast: Sequence[Cel] = (), max_cellen: int | None = None, max_mensen: int | None = None
) -> Opgave:
    """Build the question: the whole roulatie, of which the cells `vast` may not move.

    Of the published rooster at most `max_cellen` cells may change, of at most `max_mensen` people.
    """
    cohort = rijen.cohort
    weken = Weken(cohort.roulatie.van)
    aantal = weken.index(cohort.roulatie.tot)
    points = {Punt(each.lat, each.lon) for each in rijen.profielen}
    points |= {Punt(row.plek.lat, row.plek.lon) for row in rijen.plannable.plekken}
    zones = {point: number for number, point in enumerate(sorted(points))}
    crebos = frozenset(each.crebo for each in rijen.profielen if each.praktijkleren and each.crebo)
    places = {row.plek.id: row for row in rijen.plannable.plekken}
    profielen = {each.id: each for each in rijen.profielen}
    maand = tuple((weken.monday(week) + TO_THURSDAY).month for week in range(aantal))
    plekken = tuple(
        to_plek(rijen, each, places[each.leerwerkplek_id], weken, zones, crebos) for each in cohort.plekken
    )
    oefening = Oefening(
        cohort=cohort,
        vandaag=rijen.vandaag,
        weken=weken,
        maand=maand,
        plekken={each.id: each for each in plekken},
    )
    instance = solver.Instance(
        maand=maand,
        blokken=tuple(
            solver.Blok(id=each.id, van_week=weken.index(each.van), tot_week=weken.index(each.tot))
            for each in cohort.blokken
        ),
        deelnemers=tuple(
            to_deelnemer(oefening, each, profielen[each.kandidaat_id], zones) for each in cohort.deelnemers
        ),
        plekken=plekken,
        praktijkopleiders=to_praktijkopleiders(rijen.plannable, weken, aantal, rijen.bezetting),
        reistabel=to_reistabel(build_reistabel(EstimatedTravelTime(), tuple(zones))),
        beleid=_beleid(cohort),
        vast=to_cells(vast),
        verboden=rijen.verboden,
        apart=_pairs(cohort, PaarSoort.APART),
        samen=_pairs(cohort, PaarSoort.SAMEN),
        vorige=to_cells(rijen.gepubliceerd),
        max_cellen=max_cellen,
        max_mensen=max_mensen,
    )
    lost = oefening.all_lost_weeks()
    return Opgave(instance=instance, weken=weken, zones=tuple(zones), verloren=lost)


def to_deelnemer(
    oefening: Oefening,
    deelnemer: RoulatieDeelnemer,
    profiel: KandidaatProfiel,
    zones: Mapping[Punt, int],
) -> solver.Deelnemer:
    """What planning needs of a deelnemer, and nothing that says who it is."""
    cohort, weken = oefening.cohort, oefening.weken
    return solver.Deelnemer(
        id=deelnemer.kandidaat_id,
        zone=zones[Punt(profiel.lat, profiel.lon)],
        vervoermiddel=Vervoermiddel(profiel.vervoermiddel.value),
        max_minuten=profiel.max_reistijd,
        max_kilometers=profiel.max_afstand or ANY_KILOMETERS,
        reist_alleen=profiel.reist_alleen,
        reist_met=frozenset(
            each.ander_id
            for each in cohort.paren
            if each.soort is PaarSoort.REIST_MET and each.kandidaat_id == deelnemer.kandidaat_id
        ),
        dagdelen=profiel.dagdelen,
        begeleiding=profiel.begeleiding,
        leerdoelen=oefening.leerdoelen(deelnemer),
        ervaren_in=frozenset(profiel.with_stand(Ervaring.GEOEFEND))
        | frozenset(profiel.with_stand(Ervaring.BEWEZEN)),
        voorkeuren=tuple(
            solver.Voorkeur(
                plek=each.leerwerkplek_id,
                wens=wens(cohort, deelnemer, each.leerwerkplek_id),
                eindplek=eindplek(cohort, deelnemer, each.leerwerkplek_id),
            )
            for each in cohort.plekken
        ),
        afwezig=frozenset(weken.index(each) for each in deelnemer.afwezig),
        van_week=0 if deelnemer.van is None else max(0, weken.index(deelnemer.van)),
        tot_week=None if deelnemer.gestopt_op is None else max(0, weken.index(deelnemer.gestopt_op)),
    )


def to_plek(
    rijen: Rijen,
    place: RoulatiePlek,
    row: PlannablePlek,
    weken: Weken,
    zones: Mapping[Punt, int],
    crebos: frozenset[int],
) -> solver.Plek:
    """A plek with what others leave free in its fullest week, and closed where it does not take part."""
    plek, roulatie = row.plek, rijen.cohort.roulatie
    horizon = weken.index(roulatie.tot)
    others = count_people(weken, (each for each in rijen.bezetting if each.leerwerkplek_id == plek.id))
    fullest = max((number for week, number in others.items() if 0 <= week < horizon), default=0)
    maximum = max(0, min(place.maximum, plek.plaatsen - fullest))
    van, tot = weken.whole(plek.van, plek.tot)
    if place.stopt_op is not None:
        tot = min(tot, weken.index(place.stopt_op))
    if plek.status is not PlekStatus.GEPUBLICEERD:
        tot = min(tot, weken.index(rijen.vandaag) + 1)
    closed = (
        {weken.index(each) for each in place.gesloten} | set(range(van)) | set(range(max(0, tot), horizon))
    )
    return solver.Plek(
        id=plek.id,
        werkgever=plek.organisatie_id,
        zone=zones[Punt(plek.lat, plek.lon)],
        fase=Fase.REGULIER if plek.fase is None else Fase(plek.fase.value),
        minimum=min(place.minimum, maximum),
        maximum=maximum,
        taxibus=place.taxibus,
        dagdelen=plek.dagdelen,
        aanbod=tuple(
            each
            for werkproces in plek.werkprocessen
            if (each := _aanbod(place, row, werkproces, weken, crebos)) is not None
        ),
        vereist=place.vereist,
        inzet=to_inzet(plek, weken),
        gesloten=frozenset(each for each in closed if 0 <= each < horizon),
    )


def _aanbod(
    place: RoulatiePlek, row: PlannablePlek, werkproces: int, weken: Weken, crebos: frozenset[int]
) -> solver.Aanbod | None:
    """What a plek teaches in its season, while a erkenning for a crebo of the group holds; None without one.

    Where nobody's learning counts for a crebo, no erkenning is asked.
    """
    maanden = place.seizoenen.get(werkproces, solver.Aanbod(werkproces=werkproces).maanden)
    if not crebos:
        return solver.Aanbod(werkproces=werkproces, maanden=maanden)
    periods = [
        weken.whole(each.van, each.tot)
        for each in row.erkenningen
        if each.crebo in crebos and (each.werkprocessen is None or werkproces in each.werkprocessen)
    ]
    if not periods:
        return None
    van, tot = max(periods, key=lambda period: period[1] - period[0])
    return solver.Aanbod(werkproces=werkproces, maanden=maanden, van_week=van, tot_week=tot)


def _beleid(cohort: Cohort) -> solver.Beleid:
    """The bounds of the roulatie, and its tiers in the order of its planner."""
    tiers = {tier.name: tier for tier in standard_tiers()}
    roulatie = cohort.roulatie
    return solver.Beleid(
        max_blokken=roulatie.max_blokken,
        min_weken=roulatie.min_weken,
        min_werkgevers=roulatie.min_werkgevers,
        fase_volgorde=roulatie.fase_volgorde,
        volgorde=cohort.volgorde,
        tiers=tuple(tiers[name] for name in roulatie.lagen),
    )


def to_cells(cellen: Iterable[Cel]) -> tuple[solver.Cel, ...]:
    """Cells in the words of the solver."""
    return tuple(
        solver.Cel(deelnemer=each.kandidaat_id, blok=each.blok_id, plek=each.leerwerkplek_id)
        for each in cellen
    )


def _pairs(cohort: Cohort, soort: PaarSoort) -> frozenset[tuple[int, int]]:
    """The pairs of one kind."""
    return frozenset((each.kandidaat_id, each.ander_id) for each in cohort.paren if each.soort is soort)
