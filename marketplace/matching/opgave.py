"""Build the question of a run from rows that were read; nothing here reads or decides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from marketplace.bezetting.model import Bezetting
from marketplace.bezetting.ruimte import to_praktijkopleiders
from marketplace.errors import Conflict
from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistabel import Reistabel, build_reistabel
from marketplace.geo.reistijd import EstimatedTravelTime, Punt
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.leerwerkplekken.model import Plannable
from marketplace.matching.ondergrenzen import to_ondergrenzen, with_groepen
from marketplace.matching.personen import to_kandidaat
from marketplace.matching.plekken import to_plek
from marketplace.organisaties.model import Opleiding
from marketplace.regios.model import Beleid, Spreiding
from marketplace.rekenruns.reizen import to_reistabel
from marketplace.rekenruns.weken import Weken
from marketplace.voorstellen.store import Eerder, PlanVanNu, Vastgehouden
from solver.matching import instance as solver

MOST_WEKEN = 520


class NotPlannable(Conflict):
    """Er valt nu niets te plannen in deze regio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijen:
    """Everything that was read for one question, which was asked on the day `vandaag`.

    `doelgroepen` says who belongs to those that have an ondergrens; only a run reads them.
    """

    vandaag: date
    beleid: Beleid
    profielen: Sequence[KandidaatProfiel]
    plannable: Plannable
    opleidingen: Sequence[Opleiding]
    bezetting: Sequence[Bezetting]
    vastgehouden: Sequence[Vastgehouden]
    verboden: frozenset[tuple[int, int]]
    eerder: Sequence[Eerder]
    uitzonderingen: frozenset[tuple[int, int, str]] = frozenset()
    doelgroepen: Mapping[str, frozenset[int]] = field(default_factory=dict)
    max_verplaatst: int | None = None
    herstel: PlanVanNu | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """The plan that is mended, and its pairs in the calendar of the question."""

    plan_id: int
    paren: tuple[solver.Paar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """The question, its calendar, whose period leaves no start, and each plek's plaatsen when it is empty.

    `zones` are the points between which people travel, in the order of the reistabel; `herkomst` says where
    its times come from; `doelgroepen` are those of the ondergrenzen, in their order. With a `herstel` that
    plan is mended; without one the plan is new.
    """

    instance: solver.Instance
    weken: Weken
    zonder_periode: tuple[int, ...]
    plaatsen: dict[int, int]
    zones: tuple[Punt, ...]
    doelgroepen: tuple[str, ...] = ()
    herkomst: Herkomst = field(default_factory=Herkomst)
    herstel: Herstel | None = None

    def with_reistabel(self, tabel: Reistabel, herkomst: Herkomst) -> "Opgave":
        """The same question with other travel times."""
        instance = replace(self.instance, reistabel=to_reistabel(tabel))
        return replace(self, instance=instance, herkomst=herkomst)


def build_opgave(rijen: Rijen, weken: Weken) -> Opgave:
    """Build the question; raises NotPlannable with the sentence that people read."""
    begun = {each.kandidaat_id for each in rijen.vastgehouden if _has_begun(each, weken)}
    profielen = [each for each in rijen.profielen if each.id not in begun]
    zones = _zones(profielen, rijen.plannable)
    kandidaten = tuple(
        each
        for profiel in profielen
        if (each := to_kandidaat(profiel, rijen.vandaag, weken, zones)) is not None
    )
    _refuse_empty(kandidaten, rijen.plannable)
    kandidaten = with_groepen(kandidaten, rijen.doelgroepen)
    vast = _vast(rijen, weken, {each.id for each in kandidaten}, begun)
    beleid = replace(
        _beleid(rijen.beleid, weken, vast),
        ondergrenzen=to_ondergrenzen(kandidaten, tuple(rijen.doelgroepen), rijen.beleid),
    )
    # Every week of every possible stay lies inside, so that what a plan proposes can be reserved whole.
    horizon = max(beleid.startweken) + max(each.weken for each in kandidaten)
    horizon = max(horizon, rijen.beleid.horizon_weken)
    _refuse_far(horizon)
    taken = _taken_by_others(rijen, begun)
    instance = solver.Instance(
        weken=horizon,
        kandidaten=kandidaten,
        plekken=tuple(
            to_plek(
                row,
                weken,
                horizon,
                zones,
                [each for each in taken if each.leerwerkplek_id == row.plek.id],
            )
            for row in rijen.plannable.plekken
        ),
        praktijkopleiders=to_praktijkopleiders(rijen.plannable, weken, horizon, taken),
        opleidingen=tuple(_opleidingen(rijen.opleidingen, weken)),
        reistabel=to_reistabel(build_reistabel(EstimatedTravelTime(), tuple(zones))),
        beleid=beleid,
        vast=vast,
        verboden=rijen.verboden,
        uitzonderingen=rijen.uitzonderingen,
        vorige=tuple(_paar(each, weken) for each in rijen.eerder),
        max_verplaatst=rijen.max_verplaatst,
    )
    present = {each.id for each in kandidaten}
    return Opgave(
        instance=instance,
        weken=weken,
        zonder_periode=tuple(each.id for each in profielen if each.id not in present),
        plaatsen={row.plek.id: row.plek.plaatsen for row in rijen.plannable.plekken},
        zones=tuple(zones),
        doelgroepen=tuple(rijen.doelgroepen),
        herstel=_herstel(rijen.herstel, weken),
    )


def _has_begun(each: Vastgehouden, weken: Weken) -> bool:
    """Whether a reserved stay began before week 0: the person is under way and no longer looks for a plek."""
    return each.gereserveerd and each.startweek is not None and each.startweek < weken.week0


def _refuse_empty(kandidaten: Sequence[solver.Kandidaat], plannable: Plannable) -> None:
    """Raise NotPlannable when one side is missing."""
    if not plannable.plekken:
        raise NotPlannable("Er zijn geen gepubliceerde leerwerkplekken die nog open zijn. Publiceer er een.")
    if not kandidaten:
        raise NotPlannable("Er zijn geen kandidaten die in de komende tijd kunnen beginnen.")


def _refuse_far(horizon: int) -> None:
    """Raise NotPlannable for a horizon that no plan needs and no machine holds."""
    if horizon > MOST_WEKEN:
        raise NotPlannable(
            f"Een plan kijkt hooguit {MOST_WEKEN} weken vooruit. Met het beleid van deze regio worden het er "
            f"{horizon}. Kies minder startweken of minder weken ertussen, of kijk minder weken vooruit."
        )


def _zones(profielen: Iterable[KandidaatProfiel], plannable: Plannable) -> dict[Punt, int]:
    """Number the points where people live and plekken are."""
    points = {Punt(each.lat, each.lon) for each in profielen}
    points |= {Punt(row.plek.lat, row.plek.lon) for row in plannable.plekken}
    return {point: number for number, point in enumerate(sorted(points))}


def _vast(rijen: Rijen, weken: Weken, kandidaten: set[int], begun: set[int]) -> tuple[solver.Paar, ...]:
    """What must hold; raises NotPlannable naming each held pairing whose person or plek cannot take part."""
    plekken = {row.plek.id for row in rijen.plannable.plekken}
    held = [each for each in rijen.vastgehouden if each.kandidaat_id not in begun]
    impossible = [
        _tell_impossible(each, plekken)
        for each in held
        if each.kandidaat_id not in kandidaten or each.leerwerkplek_id not in plekken
    ]
    if impossible:
        way_out = "Zet het voorstel een stap terug, wijs het af of maak het los."
        raise NotPlannable(" ".join([*impossible, way_out]))
    return tuple(_paar(each, weken) for each in held)


def _tell_impossible(each: Vastgehouden, plekken: set[int]) -> str:
    """Why a held pairing cannot take part, with placeholders for the names."""
    why = "de kandidaat kan niet lang genoeg meer" if each.leerwerkplek_id in plekken else "de plek is dicht"
    pair = f"Kandidaat {{kandidaat:{each.kandidaat_id}}} staat vast op plek {{plek:{each.leerwerkplek_id}}}"
    return f"{pair}, maar {why}."


def _herstel(plan: PlanVanNu | None, weken: Weken) -> Herstel | None:
    """The plan to mend in weeks of the question; None where a new one is asked for."""
    if plan is None:
        return None
    return Herstel(plan_id=plan.plan_id, paren=tuple(_paar(each, weken) for each in plan.paren))


def _paar(each: Vastgehouden | Eerder, weken: Weken) -> solver.Paar:
    """A held pairing, or one of the plan before; a start that has passed is forgotten."""
    start = None if each.startweek is None else weken.index(each.startweek)
    return solver.Paar(
        kandidaat=each.kandidaat_id,
        plek=each.leerwerkplek_id,
        startweek=start if start is not None and start >= 0 else None,
    )


def _beleid(beleid: Beleid, weken: Weken, vast: Iterable[solver.Paar]) -> solver.Beleid:
    """The region's policy; weeks that were agreed or pinned stay weeks in which one can begin.

    The solver has one list of startweken for all: a week off the grid opens for everybody, because else the
    held pair could not exist.
    """
    agreed = {each.startweek for each in vast if each.startweek is not None}
    regular = weken.startweken(beleid.startweken_om_de, max(1, beleid.startweken_aantal))
    return solver.Beleid(
        wachttermijn_weken=beleid.wachttermijn_weken,
        startweken=tuple(sorted(agreed | set(regular))),
        niveau_is_eis=beleid.niveau_is_eis,
        fase_volgorde=beleid.fase_volgorde,
        vouchers=beleid.vouchers,
        gewichten=solver.Gewichten(**asdict(beleid.gewichten)),
        spreiding=_spreiding(beleid.spreiding),
    )


def _spreiding(spreiding: Spreiding) -> solver.Spreiding | None:
    """The spread over werkgevers, None where it costs nothing."""
    if not spreiding.prijs:
        return None
    return solver.Spreiding(vrij=spreiding.plaatsingen, prijs=spreiding.prijs)


def _taken_by_others(rijen: Rijen, begun: set[int]) -> list[Bezetting]:
    """What is taken and not up for planning: everything but the reservations that this plan holds itself."""
    own = {each.voorstel_id for each in rijen.vastgehouden if each.kandidaat_id not in begun}
    return [each for each in rijen.bezetting if each.voorstel_id is None or each.voorstel_id not in own]


def _opleidingen(opleidingen: Iterable[Opleiding], weken: Weken) -> Iterable[solver.Opleiding]:
    """In which weeks a starter finds a school; a week counts by its Monday."""
    for each in opleidingen:
        van, tot = weken.by_monday(each.van, each.tot)
        if van < tot:
            yield solver.Opleiding(crebo=each.crebo, van_week=van, tot_week=tot)
