"""Small groepsdetacheringen: a plain one to change at will, plans in short, and every plan of a tiny one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from solver.groepsdetachering.cell_rules import CELL_RULES
from solver.groepsdetachering.check import violations
from solver.groepsdetachering.dagen import days_in
from solver.groepsdetachering.instance import (
    Beleid,
    Bus,
    Instance,
    Medewerker,
    Opdracht,
    Opstap,
    Opstapplaats,
    Reistabel,
    Werkleider,
)
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.solution import Groep, Indeling, Leiding, Solution
from solver.vocabulary import Vervoermiddel

FIETS, AUTO = Vervoermiddel.FIETS, Vervoermiddel.AUTO
WEKEN = 2
MADI = 0b00011
DAGEN = ("ma", "di", "wo", "do", "vr")
BUS = 1
BY_BUS = {"reistijd"}
# Zone 0 is where people live, 1 and 2 are sites, at 3 a bus can stop too.
TABEL = Reistabel(
    minuten={
        FIETS: ((0, 20, 20, 10), (20, 0, 30, 30), (20, 30, 0, 30), (10, 30, 30, 0)),
        AUTO: ((0, 10, 10, 5), (10, 0, 15, 10), (10, 15, 0, 12), (5, 10, 12, 0)),
    },
    kilometers=((0, 6, 6, 3), (6, 0, 9, 7), (6, 9, 0, 8), (3, 7, 8, 0)),
)


def make_medewerker(number: int, **changes: object) -> Medewerker:
    """A medewerker who can be everywhere, alone."""
    plain: dict[str, object] = {
        "id": number,
        "zone": 0,
        "vervoermiddel": FIETS,
        "max_minuten": 30,
        "max_kilometers": 20,
    }
    return Medewerker(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def make_rider(number: int, **changes: object) -> Medewerker:
    """A medewerker who comes by bus only, from opstapplaats 1 at the door or 2 after ten minutes."""
    stops = (Opstap(opstapplaats=1, minuten=0), Opstap(opstapplaats=2, minuten=10))
    return make_medewerker(number, **{"reist_alleen": False, "opstappen": stops, **changes})


def make_werkleider(number: int, **changes: object) -> Werkleider:
    """A werkleider who works all days, forty hours."""
    plain: dict[str, object] = {"id": number, "minuten": 2400, "span": 10}
    return Werkleider(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def make_opdracht(number: int, **changes: object) -> Opdracht:
    """An opdracht of inlener `number` in zone `number` on Mondays and Tuesdays, for up to three people."""
    plain: dict[str, object] = {
        "id": number,
        "inlener": number,
        "zone": number,
        "dagen": MADI,
        "minuten": 360,
        "maximum": 3,
        "gevraagd": 2,
        "tot_week": WEKEN,
    }
    return Opdracht(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def make_instance(**changes: object) -> Instance:
    """Three medewerkers, opdrachten 1 and 2, werkleiders 1 and 2 and bus 1 for two, in two weeks."""
    plain: dict[str, object] = {
        "weken": WEKEN,
        "medewerkers": tuple(make_medewerker(each) for each in (1, 2, 3)),
        "werkleiders": (make_werkleider(1), make_werkleider(2)),
        "opdrachten": (make_opdracht(1), make_opdracht(2)),
        "bussen": (Bus(id=BUS, zone=0, plaatsen=2, opstappen=(1, 2)),),
        "opstapplaatsen": (Opstapplaats(id=1, zone=0), Opstapplaats(id=2, zone=3)),
        "reistabel": TABEL,
        "beleid": Beleid(),
    }
    return Instance(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def read_cell(cell: str) -> tuple[int, int]:
    """The opdracht and days of "1" (Monday and Tuesday) or "1diwo"."""
    days = cell[1:] or "madi"
    return int(cell[0]), sum(1 << day for day, name in enumerate(DAGEN) if name in days)


def plan(
    *rows: str,
    heads: Mapping[tuple[int, int], int] | None = None,
    deputies: Mapping[tuple[int, int, int], int] | None = None,
    stops: Mapping[tuple[int, int], tuple[int, ...]] | None = None,
) -> Solution:
    """A plan from a row for each medewerker (from 1) with a cell a week: "1 2di", or "." for inside.

    A group runs when somebody is there, under the werkleider of its own number unless `heads[opdracht, week]`
    or `deputies[opdracht, week, day]` say otherwise, with bus 1 past `stops[opdracht, week]` if given.
    """
    placed = tuple(
        Indeling(medewerker=place + 1, week=week, opdracht=read_cell(cell)[0], dagen=read_cell(cell)[1])
        for place, row in enumerate(rows)
        for week, cell in enumerate(row.split())
        if cell != "."
    )
    masks: dict[tuple[int, int], int] = {}
    for each in placed:
        masks[each.opdracht, each.week] = masks.get((each.opdracht, each.week), 0) | each.dagen
    groups = []
    for (opdracht, week), mask in sorted(masks.items()):
        head = (heads or {}).get((opdracht, week), opdracht)
        leads = tuple(
            Leiding(dag=day, werkleider=(deputies or {}).get((opdracht, week, day), head))
            for day in days_in(mask)
        )
        ridden = (stops or {}).get((opdracht, week), ())
        groups.append(
            Groep(
                opdracht=opdracht,
                week=week,
                werkleider=head,
                leiding=leads,
                bus=BUS if ridden else None,
                opstappen=ridden,
            )
        )
    return Solution(groepen=tuple(groups), indelingen=placed)


def every_plan(instance: Instance) -> Iterator[Solution]:
    """All plans that break no rule; first those of each week by itself, then these together."""
    parts = [list(_plans_of(_week_alone(instance, week), week)) for week in range(instance.weken)]
    for chosen in product(*parts):
        found = Solution(
            groepen=tuple(group for part in chosen for group in part.groepen),
            indelingen=tuple(each for part in chosen for each in part.indelingen),
        )
        if not violations(Plan(instance, found)):
            yield found


def _week_alone(instance: Instance, week: int) -> Instance:
    """The instance without what hangs on other weeks: pins there, steps, and the budget of changes."""
    return replace(
        instance,
        medewerkers=tuple(
            replace(each, opbouw=each.opbouw[-1:], volgehouden=0) for each in instance.medewerkers
        ),
        vast=tuple(pin for pin in instance.vast if pin.week == week),
        vaste_leiding=tuple(pin for pin in instance.vaste_leiding if pin.week == week),
        max_plaatsen=None,
        max_mensen=None,
    )


def _plans_of(instance: Instance, week: int) -> Iterator[Solution]:
    """All that one week can be, the others empty."""
    cells = [[None, *_cells(instance, each.id, week)] for each in instance.medewerkers]
    for chosen in product(*cells):
        placed = tuple(each for each in chosen if each is not None)
        masks: dict[int, int] = {}
        for each in placed:
            masks[each.opdracht] = masks.get(each.opdracht, 0) | each.dagen
        for groups in product(*(every_group(instance, each, week, mask) for each, mask in masks.items())):
            found = Solution(groepen=groups, indelingen=placed)
            if not violations(Plan(instance, found)):
                yield found


def _cells(instance: Instance, medewerker: int, week: int) -> Iterator[Indeling]:
    """Where somebody could be on which days, as far as the rules of one cell can say without a bus."""
    for opdracht in instance.opdrachten:
        for mask in subsets(opdracht.dagen):
            cell = Indeling(medewerker=medewerker, week=week, opdracht=opdracht.id, dagen=mask)
            alone = Plan(instance, Solution(indelingen=(cell,)))
            if not any(found.rule not in BY_BUS for rule in CELL_RULES for found in rule.violations(alone)):
                yield cell


def every_group(instance: Instance, opdracht: int, week: int, mask: int) -> list[Groep]:
    """All ways to lead a group on these days and to bring people there."""
    days = days_in(mask)
    leaders = [row.id for row in instance.werkleiders]
    ways: list[tuple[int | None, tuple[int, ...]]] = [(None, ())]
    for bus in instance.bussen:
        for number in range(1, len(bus.opstappen) + 1):
            ways += [(bus.id, stops) for stops in combinations(bus.opstappen, number)]
    return [
        Groep(
            opdracht=opdracht,
            week=week,
            werkleider=head,
            leiding=tuple(Leiding(dag=day, werkleider=who) for day, who in zip(days, leads, strict=True)),
            bus=bus,
            opstappen=stops,
        )
        for leads in product(leaders, repeat=len(days))
        for head in sorted(set(leads))
        for bus, stops in ways
    ]


def subsets(mask: int) -> list[int]:
    """The masks of at least one of these days."""
    return [each for each in range(1, mask + 1) if not each & ~mask]
