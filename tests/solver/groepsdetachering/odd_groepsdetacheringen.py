"""Odd tiny groepsdetacheringen from a seed: any rule may bind, and there may be no plan at all."""

from dataclasses import replace
from functools import cache
from random import Random
from typing import TypeVar

from solver.groepsdetachering.instance import (
    Aanbod,
    Afdeling,
    Beleid,
    Bus,
    Instance,
    Leerdoel,
    Medewerker,
    Opdracht,
    Opstap,
    Opstapplaats,
    Plaats,
    Reistabel,
    Stap,
    Tier,
    Vakkracht,
    VasteLeiding,
    Werkleider,
)
from solver.groepsdetachering.solution import Groep, Indeling, Leiding, Solution
from solver.groepsdetachering.wishes import WISHES
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    AUTO,
    BUS,
    FIETS,
    MADI,
    WEKEN,
    every_plan,
    make_instance,
    make_medewerker,
    make_opdracht,
    make_werkleider,
)

T = TypeVar("T")
ZONES = 4
# Those with at most two thousand plans.
SEEDS = [seed for seed in range(30) if seed != 17]
STEPS = (
    (Stap(dagen=5),),
    (Stap(dagen=2),),
    (Stap(dagen=1),),
    (Stap(dagen=2),),
    (Stap(dagen=1), Stap(dagen=2)),
    (Stap(dagen=1, weken=2), Stap(dagen=2)),
)
GROWTH = (
    (Stap(dagen=1), Stap(dagen=2)),
    (Stap(dagen=1, weken=2), Stap(dagen=2)),
    (Stap(dagen=1), Stap(dagen=2), Stap(dagen=3)),
    (Stap(dagen=1), Stap(dagen=1), Stap(dagen=2, weken=2), Stap(dagen=3)),
)


def odd_instance(seed: int) -> Instance:
    """Two or three medewerkers, two opdrachten of a day or two, two werkleiders and a bus with two stops."""
    random = Random(seed)
    numbers = range(1, random.choice((3, 4)))
    masks = (0b1, 0b10) if len(numbers) > 2 else (MADI, MADI, MADI, 0b1, 0b10)
    medewerkers = tuple(_draw_medewerker(random, each) for each in numbers)
    opdrachten = tuple(_draw_opdracht(random, each, random.choice(masks)) for each in (1, 2))
    pair = frozenset({(1, 2)})
    return make_instance(
        medewerkers=medewerkers,
        werkleiders=tuple(_draw_werkleider(random, each) for each in (1, 2)),
        opdrachten=opdrachten,
        bussen=(_draw_bus(random),),
        opstapplaatsen=tuple(Opstapplaats(id=each, zone=random.randrange(ZONES)) for each in (1, 2)),
        afdelingen=(_draw_afdeling(random),),
        reistabel=_draw_reistabel(random),
        beleid=_draw_beleid(random),
        vast=tuple(
            Plaats(medewerker=1, week=random.randrange(WEKEN), opdracht=random.choice((1, 2)))
            for _ in range(random.random() < 0.1)
        ),
        vaste_leiding=tuple(
            VasteLeiding(opdracht=1, week=random.randrange(WEKEN), werkleider=random.choice((1, 2)))
            for _ in range(random.random() < 0.1)
        ),
        verboden=frozenset(_few(random, ((1, 1), (2, 1)), 0.1)),
        uitzonderingen=frozenset(_few(random, ((1, 2), (2, 2)), 0.3)),
        apart=pair if random.random() < 0.15 else frozenset(),
        samen=pair if random.random() < 0.15 else frozenset(),
        liever=pair if random.random() < 0.5 else frozenset(),
        eerder=frozenset((each, random.choice((1, 2))) for each in numbers if random.random() < 0.6),
        eerder_leiding=frozenset((each, random.choice((1, 2))) for each in (1, 2) if random.random() < 0.6),
        **_draw_vorige(random, medewerkers, opdrachten),
    )


def growing(seed: int) -> Instance:
    """One medewerker who builds up over four weeks, with an opdracht of two or three days."""
    random = Random(seed)
    person = make_medewerker(
        1,
        opbouw=random.choice(GROWTH),
        volgehouden=random.choice((0, 0, 1, 2)),
        afwezig=frozenset(_few(random, tuple(range(15)), 0.08)),
    )
    opdracht = make_opdracht(1, dagen=random.choice((0b11, 0b111)), gevraagd=1, tot_week=4)
    return make_instance(
        weken=4,
        medewerkers=(person,),
        werkleiders=(make_werkleider(1),),
        opdrachten=(opdracht,),
        bussen=(),
    )


@cache
def plans_of(seed: int) -> tuple[Solution, ...]:
    """Every plan of an odd instance."""
    return tuple(every_plan(odd_instance(seed)))


def spoil(random: Random, solution: Solution) -> Solution:
    """A plan with one or two things otherwise, which may break any rule or none."""
    for _ in range(random.choice((1, 1, 2))):
        groups, placed = list(solution.groepen), list(solution.indelingen)
        if random.random() < 0.5:
            _spoil_people(random, placed)
        else:
            _spoil_groups(random, groups)
        solution = Solution(groepen=tuple(groups), indelingen=tuple(placed))
    return solution


def _spoil_people(random: Random, placed: list[Indeling]) -> None:
    """Other days for somebody, one less, or one more."""
    place = random.randrange(len(placed) + 1)
    if place == len(placed):
        week, opdracht = random.randrange(WEKEN), random.choice((1, 2))
        who, days = random.choice((1, 2)), random.randint(1, MADI)
        placed.append(Indeling(medewerker=who, week=week, opdracht=opdracht, dagen=days))
    elif random.random() < 0.5:
        placed.pop(place)
    else:
        placed[place] = replace(placed[place], dagen=placed[place].dagen ^ random.randint(1, MADI))


def _spoil_groups(random: Random, groups: list[Groep]) -> None:
    """Another werkleider of the week or of a day, another ride, or one more group."""
    place, head = random.randrange(len(groups) + 1), random.choice((1, 2))
    if place == len(groups):
        leads = tuple(Leiding(dag=day, werkleider=head) for day in random.choice(((0,), (1,), (0, 1))))
        week, opdracht = random.randrange(WEKEN), random.choice((1, 2))
        groups.append(Groep(opdracht=opdracht, week=week, werkleider=head, leiding=leads))
        return
    leads = tuple(replace(each, werkleider=random.choice((1, 2))) for each in groups[place].leiding)
    stops = random.choice(((), (1,), (2,), (1, 2)))
    groups[place] = random.choice(
        (
            replace(groups[place], werkleider=head),
            replace(groups[place], leiding=leads),
            replace(groups[place], bus=BUS if stops else None, opstappen=stops),
        )
    )


def _few(random: Random, rows: tuple[T, ...], share: float) -> list[T]:
    """Each of these with a chance."""
    return [row for row in rows if random.random() < share]


def _draw_medewerker(random: Random, number: int) -> Medewerker:
    return make_medewerker(
        number,
        zone=random.choice((0, 3)),
        max_minuten=random.choice((20, 30, 40, 40, 60)),
        max_kilometers=random.choice((5, 20, 20, 20, 20)),
        reist_alleen=random.random() < 0.6,
        opstappen=tuple(
            Opstap(opstapplaats=each, minuten=random.choice((0, 5, 15)))
            for each in random.sample((1, 2), random.choice((0, 1, 2, 2, 2)))
        ),
        dagen=random.choice((31, 31, 31, 31, 0b10, MADI)),
        max_minuten_dag=random.choice((480,) * 9 + (300,)),
        behoefte=random.choice((0, 1, 1, 2)),
        beheerst=frozenset(_few(random, (1, 2), 0.75)),
        voorwaarden=frozenset(_few(random, (1,), 0.15)),
        niveau=random.choice((None, 1, 2)),
        leerdoelen=tuple(
            Leerdoel(werkproces=each, weken=random.choice((0, 1, 2)), geoefend=random.choice((0, 0, 1)))
            for each in _few(random, (1, 2), 0.2)
        ),
        opbouw=random.choice(STEPS),
        volgehouden=random.choice((0, 0, 1)),
        trede=random.choice((1, 1, 2)),
        klaar=random.random() < 0.7,
        wil_buiten=random.random() < 0.97,
        uitstroom=random.random() < 0.5,
        afdeling=random.choice((None, 1, 1)),
        afwezig=frozenset(_few(random, (0, 1, 5, 6), 0.08)),
    )


def _draw_opdracht(random: Random, number: int, dagen: int) -> Opdracht:
    maximum = random.choice((1, 2, 2, 3, 3))
    wanted = random.randint(1, maximum)
    return make_opdracht(
        number,
        zone=random.choice((1, 2)),
        dagen=dagen,
        minuten=random.choice((240, 360)),
        minimum=min(maximum, random.choice((1, 1, 1, 1, 2))),
        maximum=maximum,
        gevraagd=wanted,
        toegezegd=random.randint(0, wanted),
        waarde=random.choice((1, 2)),
        tarief=random.choice((0, 500, 2500)),
        van_week=random.choice((0,) * 9 + (1,)),
        tot_week=random.choice((WEKEN,) * 9 + (1,)),
        trede=random.choice((1, 1, 2, 2, 2, 3)),
        niveau=random.choice((None, 1, 2)),
        mix=tuple(Vakkracht(werkproces=each, aantal=1) for each in _few(random, (1,), 0.2)),
        aanbod=tuple(
            Aanbod(
                werkproces=each,
                van_week=random.choice((0, 0, 1)),
                tot_week=random.choice((None, None, 1)),
            )
            for each in _few(random, (1, 2), 0.8)
        ),
        biedt=frozenset(_few(random, (1,), 0.7)),
        trainingen=frozenset(_few(random, (1,), 0.15)),
        vakkennis=frozenset(_few(random, (2,), 0.15)),
        gesloten=frozenset(_few(random, (0, 6), 0.08)),
    )


def _draw_werkleider(random: Random, number: int) -> Werkleider:
    return make_werkleider(
        number,
        minuten=random.choice((360, 720, 1200, 2400, 2400)),
        span=random.choice((1, 2, 3, 5, 5)),
        dagen=random.choice((31, 31, 31, 0b1, 0b10)),
        trainingen=frozenset(_few(random, (1,), 0.8)),
        beheerst=frozenset(_few(random, (2,), 0.8)),
        afwezig=frozenset(_few(random, (0, 6), 0.08)),
    )


def _draw_bus(random: Random) -> Bus:
    away = frozenset(_few(random, (0, 6), 0.1))
    return Bus(id=BUS, zone=0, plaatsen=random.choice((1, 2)), opstappen=(1, 2), afwezig=away)


def _draw_afdeling(random: Random) -> Afdeling:
    least, more = random.choice((0, 0, 0, 1)), random.choice((0, 1, 2))
    return Afdeling(id=1, minimum=(0, least, 0, 0, 0), gewenst=(more, least + more, 0, 0, 0))


def _draw_reistabel(random: Random) -> Reistabel:
    return Reistabel(
        minuten={
            way: tuple(
                tuple(random.choice((*lengths, 8)) if one != other else 0 for other in range(ZONES))
                for one in range(ZONES)
            )
            for way, lengths in ((FIETS, (15, 25, 25, 40, None)), (AUTO, (4, 9, 9, 14, 14)))
        },
        kilometers=tuple(
            tuple(random.choice((2, 4, 7)) if one != other else 0 for other in range(ZONES))
            for one in range(ZONES)
        ),
    )


def _draw_beleid(random: Random) -> Beleid:
    """All wishes over up to three tiers, in any order."""
    names = sorted(WISHES)
    random.shuffle(names)
    one, other = sorted(random.sample(range(1, len(names)), 2))
    return Beleid(
        fase_volgorde=random.random() < 0.3,
        max_rit=random.choice((15, 30, 60, 60)),
        max_omweg=random.choice((10, 20, 30)),
        loon=random.choice((0, 1000)),
        leiding=random.choice((0, 3000)),
        kilometer=random.choice((0, 50, 500)),
        uitstroom_per_groep=random.choice((0, 1)),
        tiers=tuple(
            Tier(name=f"tier {place}", gewichten={name: random.choice((1, 3)) for name in part})
            for place, part in enumerate((names[:one], names[one:other], names[other:]))
        ),
    )


def _draw_vorige(
    random: Random, medewerkers: tuple[Medewerker, ...], opdrachten: tuple[Opdracht, ...]
) -> dict[str, object]:
    """A published plan, whether or not it could be, and how much of it may change."""
    if random.random() < 0.6:
        return {}
    placed = tuple(
        Indeling(medewerker=each.id, week=week, opdracht=where.id, dagen=where.dagen)
        for each in medewerkers
        for week in range(WEKEN)
        for where in _few(random, (random.choice(opdrachten),), 0.7)
    )
    groups = []
    for opdracht, week in sorted({(each.opdracht, each.week) for each in placed}):
        head = random.choice((1, 2))
        leads = (Leiding(dag=0, werkleider=head),)
        groups.append(Groep(opdracht=opdracht, week=week, werkleider=head, leiding=leads))
    return {
        "vorige": Solution(groepen=tuple(groups), indelingen=placed),
        "max_plaatsen": random.choice((None, 2, 3)),
        "max_mensen": random.choice((None, None, 1, 2)),
    }
