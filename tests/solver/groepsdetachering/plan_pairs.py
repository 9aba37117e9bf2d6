"""Every plan rule in a plan that breaks it and one that keeps all rules."""

from dataclasses import replace

from solver.groepsdetachering.instance import (
    Afdeling,
    Beleid,
    Bus,
    Plaats,
    Reistabel,
    Stap,
    Vakkracht,
    VasteLeiding,
)
from solver.groepsdetachering.solution import Groep, Leiding, Solution
from tests.solver.groepsdetachering.cell_pairs import (
    BY_ONE,
    BY_TWO,
    ONE,
    Pair,
    with_first,
    with_opdracht,
)
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    AUTO,
    BUS,
    TABEL,
    make_medewerker,
    make_opdracht,
    make_rider,
    make_werkleider,
    plan,
)

PAIR = frozenset({(1, 2)})
BY_BOTH = {(1, 0): (1, 2)}
RIDERS: dict[str, object] = {"medewerkers": tuple(make_rider(each) for each in (1, 2, 3))}
NO_ROAD = Reistabel(
    minuten={**TABEL.minuten, AUTO: ((0, 10, 10, 5), (10, 0, 15, 10), (10, 15, 0, 12), (5, None, 12, 0))},
    kilometers=TABEL.kilometers,
)


def with_rider(**changes: object) -> dict[str, object]:
    """The first of the three medewerkers comes by bus."""
    return {"medewerkers": (make_rider(1, **changes), make_medewerker(2), make_medewerker(3))}


def with_leader(**changes: object) -> dict[str, object]:
    """The first of the two werkleiders changed."""
    return {"werkleiders": (make_werkleider(1, **changes), make_werkleider(2))}


def with_afdeling(*minimum: int) -> dict[str, object]:
    """The first two medewerkers are of an afdeling, where so many must stay on weekdays."""
    least = (*minimum, 0, 0, 0, 0)[:5]
    people = (make_medewerker(1, afdeling=1), make_medewerker(2, afdeling=1, dagen=0b01111))
    return {
        "medewerkers": (*people, make_medewerker(3)),
        "afdelingen": (Afdeling(id=1, minimum=least, gewenst=least),),  # type: ignore[arg-type] # five
    }


def with_group(solution: Solution, **changes: object) -> Solution:
    """The first group of a plan changed."""
    first = replace(solution.groepen[0], **changes)  # type: ignore[arg-type] # fields are checked at run time
    return replace(solution, groepen=(first, *solution.groepen[1:]))


def moved(solution: Solution, place: int, **changes: int) -> Solution:
    """One row of people changed."""
    rows = list(solution.indelingen)
    rows[place] = replace(rows[place], **changes)
    return replace(solution, indelingen=tuple(rows))


PLAN_PAIRS: tuple[Pair, ...] = (
    (
        "een_groep",
        {},
        moved(plan("1ma .", "2di ."), 1, medewerker=1),
        plan("1ma .", "2di ."),
        "staat in week {week:0} in 2 groepen",
    ),
    ("een_groep", {}, moved(plan("1 .", "1 ."), 1, dagen=0), plan("1 .", "1 ."), "zonder dagen"),
    (
        "een_groep",
        {},
        replace(plan("1 ."), groepen=plan("1 .").groepen * 2),
        plan("1 ."),
        "Opdracht {opdracht:1} heeft in week {week:0} 2 groepen",
    ),
    ("een_groep", {}, plan("9 ."), plan("1 ."), "Opdracht {opdracht:9} of week {week:0} hoort niet bij"),
    ("een_groep", {}, plan("1 . 1"), plan("1 ."), "Opdracht {opdracht:1} of week {week:2} hoort niet bij"),
    (
        "een_groep",
        {},
        plan("1 .", ". .", ". .", "1 ."),
        plan("1 ."),
        "Medewerker {medewerker:4} of een dag hoort niet bij",
    ),
    ("een_groep", {}, moved(plan("1 ."), 0, dagen=0b100011), plan("1 ."), "of een dag hoort niet bij"),
    (
        "groepsgrootte",
        with_opdracht(minimum=2),
        plan("1 .", "1di ."),
        plan("1 .", "1 ."),
        "is op {dag:0} 1 persoon. Het zijn er minstens 2.",
    ),
    (
        "groepsgrootte",
        with_opdracht(maximum=2),
        plan("1 .", "1 .", "1di ."),
        plan("1ma .", "1 .", "1di ."),
        "zijn op {dag:1} 3 mensen. Er is plaats voor 2.",
    ),
    ("groepsgrootte", {}, replace(plan("1 ."), groepen=()), plan("1 ."), "maar er gaat dan geen groep"),
    (
        "groepsgrootte",
        {},
        moved(plan("1 ."), 0, dagen=0b1),
        plan("1ma ."),
        "zijn op {dag:1} 0 mensen. Het zijn er minstens 1.",
    ),
    (
        "leiding",
        {
            **with_opdracht(trainingen=ONE),
            "werkleiders": (make_werkleider(1), make_werkleider(2, trainingen=ONE)),
        },
        plan("1 ."),
        plan("1 .", heads={(1, 0): 2}),
        "werkleider {werkleider:1} mist 1 van wat de opdracht vraagt",
    ),
    (
        "leiding",
        {
            **with_opdracht(vakkennis=ONE),
            "werkleiders": (make_werkleider(1), make_werkleider(2, beheerst=ONE)),
        },
        plan("1 ."),
        plan("1 .", heads={(1, 0): 2}),
        "mist 1 van wat de opdracht vraagt",
    ),
    (
        "leiding",
        with_leader(dagen=0b11110),
        plan("1 ."),
        plan("1 .", deputies={(1, 0, 0): 2}),
        "werkleider {werkleider:1} is er niet op {dag:0}",
    ),
    (
        "leiding",
        with_leader(afwezig=frozenset({6})),
        plan(". 1"),
        plan(". 1", deputies={(1, 1, 1): 2}),
        "werkleider {werkleider:1} is er niet op {dag:6}",
    ),
    (
        "leiding",
        {},
        plan("1 .", deputies={(1, 0, 0): 2}),
        plan("1 .", heads={(1, 0): 2}),
        "op {dag:0} leidt {werkleider:2}, terwijl de eigen werkleider {werkleider:1} er is",
    ),
    (
        "leiding",
        {},
        plan("1 .", "2di .", heads={(2, 0): 1}),
        plan("1ma .", "2di .", heads={(2, 0): 1}),
        "Werkleider {werkleider:1} leidt op {dag:1} 2 groepen",
    ),
    (
        "leiding",
        with_leader(minuten=600),
        plan("1ma .", "2di .", heads={(2, 0): 1}),
        plan("1ma 1ma", "2di ."),
        "leidt in week {week:0} 12 uur. Het kan hooguit 10 uur.",
    ),
    (
        "leiding",
        {},
        with_group(plan("1 ."), werkleider=2),
        plan("1 .", heads={(1, 0): 2}),
        "werkleider {werkleider:2} leidt geen dag",
    ),
    ("leiding", {}, plan("1 .", heads={(1, 0): 9}), plan("1 ."), "werkleider {werkleider:9} is onbekend"),
    (
        "leiding",
        {},
        with_group(plan("1ma ."), leiding=(Leiding(dag=0, werkleider=1), Leiding(dag=0, werkleider=2))),
        plan("1ma ."),
        "een dag heeft meer dan een werkleider",
    ),
    (
        "leiding",
        {},
        with_group(plan("1 ."), leiding=(*plan("1 .").groepen[0].leiding, Leiding(dag=5, werkleider=1))),
        plan("1 ."),
        "of is geen werkdag",
    ),
    (
        "leiding",
        {},
        Solution(groepen=(Groep(opdracht=1, week=0, werkleider=1, leiding=()),)),
        plan("1 ."),
        "leidt geen dag",
    ),
    (
        "span",
        {"medewerkers": tuple(make_medewerker(each, behoefte=4) for each in (1, 2, 3))},
        plan("1 .", "1 .", "1ma ."),
        plan("1ma .", "1 .", "1di ."),
        "vraagt op {dag:0} 12 punten begeleiding. Werkleider {werkleider:1} kan er 10 aan.",
    ),
    (
        "span",
        {**with_first(behoefte=4), **with_leader(span=3)},
        plan("1 ."),
        plan("1 .", heads={(1, 0): 2}),
        "Werkleider {werkleider:1} kan er 3 aan.",
    ),
    (
        "opbouw",
        with_first(opbouw=(Stap(dagen=1), Stap(dagen=2))),
        plan("1 1"),
        plan("1ma 1"),
        "werkt in week {week:0} 2 dagen buiten. In de opbouw is dat er dan hooguit 1.",
    ),
    (
        "opbouw",
        with_first(opbouw=(Stap(dagen=1), Stap(dagen=2))),
        plan(". 1"),
        plan(". 1ma"),
        "werkt in week {week:1} 2 dagen buiten",
    ),
    (
        "opbouw",
        {
            **with_first(opbouw=(Stap(dagen=2), Stap(dagen=3))),
            "opdrachten": (make_opdracht(1, dagen=0b111), make_opdracht(2)),
        },
        plan("1ma 1madiwo"),
        plan("2 1madiwo"),
        "werkt in week {week:1} 3 dagen buiten. In de opbouw zijn dat er dan hooguit 2.",
    ),
    (
        "opbouw",
        {
            "medewerkers": (
                make_medewerker(1, opbouw=(Stap(dagen=1, weken=3), Stap(dagen=2)), volgehouden=1),
                make_medewerker(2, opbouw=(Stap(dagen=1, weken=3), Stap(dagen=2)), volgehouden=2),
            )
        },
        plan("1ma 1"),
        plan("1ma 1ma", "1di 1"),
        "werkt in week {week:1} 2 dagen buiten",
    ),
    (
        "mix",
        {**with_first(beheerst=ONE), **with_opdracht(mix=(Vakkracht(werkproces=1, aantal=1),))},
        plan("1ma .", "1 ."),
        plan("1 .", "1ma ."),
        "beheersen op {dag:1} 0 van de mensen werkproces {werkproces:1}. Het zijn er minstens 1.",
    ),
    (
        "mix",
        {
            "medewerkers": (
                make_medewerker(1, beheerst=ONE),
                make_medewerker(2, beheerst=ONE),
                make_medewerker(3),
            ),
            **with_opdracht(mix=(Vakkracht(werkproces=1, aantal=2),)),
        },
        plan("1 .", ". .", "1 ."),
        plan("1 .", "1 .", "1 ."),
        "beheerst op {dag:0} 1 van de mensen",
    ),
    (
        "vervoer",
        with_rider(),
        plan("1 ."),
        plan("1 .", stops=BY_ONE),
        "kan op {dag:0} 1 persoon alleen met een bus. Er zijn 0 plaatsen.",
    ),
    (
        "vervoer",
        RIDERS,
        plan("1 .", "1 .", "1di .", stops=BY_ONE),
        plan("1ma .", "1 .", "1di .", stops=BY_ONE),
        "kunnen op {dag:1} 3 mensen alleen met een bus. Er zijn 2 plaatsen.",
    ),
    (
        "vervoer",
        {**RIDERS, "bussen": (Bus(id=BUS, zone=0, plaatsen=1, opstappen=(1, 2)),)},
        plan("1 .", "1 .", stops=BY_ONE),
        plan("1 .", stops=BY_ONE),
        "Er is 1 plaats.",
    ),
    (
        "vervoer",
        RIDERS,
        plan("1 .", "2di .", stops={(1, 0): (1,), (2, 0): (2,)}),
        plan("1ma .", "2di .", stops={(1, 0): (1,), (2, 0): (2,)}),
        "Bus {bus:1} rijdt op {dag:1} voor meer groepen: {opdracht:1}, {opdracht:2}.",
    ),
    (
        "vervoer",
        {**RIDERS, "bussen": (Bus(id=BUS, zone=0, plaatsen=2, opstappen=(1, 2), afwezig=ONE),)},
        plan("1 .", stops=BY_ONE),
        plan("1ma .", stops=BY_ONE),
        "in week {week:0} rijdt niet op {dag:1}",
    ),
    (
        "vervoer",
        {**RIDERS, "beleid": Beleid(max_omweg=4)},
        plan("1 .", stops=BY_BOTH),
        plan("1 .", stops=BY_ONE),
        "de langste rit is 15 minuten (hooguit 60), de omweg 5 (hooguit 4)",
    ),
    (
        "vervoer",
        {**RIDERS, "beleid": Beleid(max_rit=12)},
        plan("1 .", stops=BY_BOTH),
        plan("1 .", stops=BY_ONE),
        "de langste rit is 15 minuten (hooguit 12), de omweg 5 (hooguit 30)",
    ),
    (
        "vervoer",
        RIDERS,
        plan("1 .", stops={(1, 0): (1, 9)}),
        plan("1 .", stops=BY_ONE),
        "die bus of opstapplaats is er niet",
    ),
    (
        "vervoer",
        {},
        with_group(plan("1 ."), bus=BUS),
        plan("1 ."),
        "die bus of opstapplaats is er niet",
    ),
    (
        "vervoer",
        {},
        with_group(plan("1 .", stops=BY_ONE), bus=9),
        plan("1 .", stops=BY_ONE),
        "Bus {bus:9} naar opdracht {opdracht:1} in week {week:0} kan niet zo rijden",
    ),
    (
        "vervoer",
        {**RIDERS, "reistabel": NO_ROAD},
        plan("1 .", stops=BY_TWO),
        plan("1 .", stops=BY_ONE),
        "er is geen weg",
    ),
    (
        "apart",
        {"apart": PAIR},
        plan("1ma .", "1di ."),
        plan("1 1", "2 ."),
        "gaan niet samen, maar staan in week {week:0} allebei bij opdracht {opdracht:1}",
    ),
    (
        "samen",
        {"samen": PAIR},
        plan("1 .", "1ma ."),
        plan("1 .", "1 ."),
        "blijven samen, maar zijn op {dag:1} niet op dezelfde plek",
    ),
    (
        "samen",
        {"samen": PAIR},
        plan("1 .", "2 ."),
        plan("2ma .", "2ma ."),
        "zijn op {dag:0} niet op dezelfde",
    ),
    (
        "samen",
        {**with_first(dagen=0b11101), "samen": PAIR},
        plan("1ma .", "1di ."),
        plan("1ma .", "1 ."),
        "zijn op {dag:0} niet op dezelfde plek",
    ),
    (
        "productie",
        with_afdeling(1),
        plan("1 .", "1 ."),
        plan("1 .", "1di ."),
        "Op {dag:0} blijven er 0 mensen op afdeling {afdeling:1}. Het zijn er minstens 1.",
    ),
    (
        "productie",
        with_afdeling(0, 9),
        plan("1 ."),
        plan("1ma ."),
        "Op {dag:1} blijft er 1 persoon op afdeling {afdeling:1}. Het zijn er minstens 2.",
    ),
    (
        "vast",
        {"vast": (Plaats(medewerker=1, week=0, opdracht=1),)},
        plan("2 1"),
        plan("1di ."),
        "Medewerker {medewerker:1} staat in week {week:0} vast bij opdracht {opdracht:1}, maar is daar niet.",
    ),
    (
        "vast",
        {"vaste_leiding": (VasteLeiding(opdracht=1, week=0, werkleider=2),)},
        plan("1 ."),
        plan("1 .", heads={(1, 0): 2}),
        "Werkleider {werkleider:2} leidt in week {week:0} vast opdracht {opdracht:1}, maar in dit plan niet.",
    ),
    (
        "vast",
        {"vaste_leiding": (VasteLeiding(opdracht=1, week=0, werkleider=1),)},
        plan(". 1"),
        plan("1 ."),
        "maar in dit plan niet",
    ),
    (
        "wijzigingen",
        {"vorige": plan("1 1", "2 2"), "max_plaatsen": 1},
        plan("2 .", "2 2"),
        plan("1 .", "2 2"),
        "verandert 2 plaatsen. Het mogen er hooguit 1 zijn.",
    ),
    (
        "wijzigingen",
        {"vorige": plan("1 1", "2 2"), "max_plaatsen": 0},
        plan("1 1", "2 ."),
        plan("1ma 1", "2 2", "1 ."),
        "verandert 1 plaats. Het mogen er hooguit 0 zijn.",
    ),
    (
        "wijzigingen",
        {"vorige": plan("1 1", "2 2"), "max_mensen": 1},
        plan("1 .", "2 ."),
        plan(". .", "2 2"),
        "verandert 2 mensen. Het mogen er hooguit 1 zijn.",
    ),
)
