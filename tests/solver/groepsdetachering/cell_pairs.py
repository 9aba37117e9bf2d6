"""Every cell rule in a plan that breaks it and one that keeps all rules."""

from typing import TypeAlias

from solver.groepsdetachering.instance import (
    Aanbod,
    Beleid,
    Leerdoel,
    Opstap,
)
from solver.groepsdetachering.solution import Solution
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    make_medewerker,
    make_opdracht,
    make_rider,
    plan,
)

ONE = frozenset({1})
# Rule, instance, a plan that breaks it, one that keeps all rules, words of the sentence.
Pair: TypeAlias = tuple[str, dict[str, object], Solution, Solution, str]
BY_ONE = {(1, 0): (1,)}
BY_TWO = {(1, 0): (2,)}
ORDER = Beleid(fase_volgorde=True)


def with_first(**changes: object) -> dict[str, object]:
    """The first of the three medewerkers changed."""
    return {"medewerkers": (make_medewerker(1, **changes), make_medewerker(2), make_medewerker(3))}


def with_opdracht(**changes: object) -> dict[str, object]:
    """The first of the two opdrachten changed."""
    return {"opdrachten": (make_opdracht(1, **changes), make_opdracht(2))}


CELL_PAIRS: tuple[Pair, ...] = (
    (
        "eigen_keuze",
        with_first(wil_buiten=False),
        plan("1 ."),
        plan(". .", "1 ."),
        "wil niet buiten werken, maar staat in week {week:0} bij opdracht {opdracht:1}",
    ),
    ("verboden", {"verboden": frozenset({(1, 1)})}, plan("1 ."), plan("2 ."), "dat is zo afgesproken"),
    (
        "uren",
        {**with_first(max_minuten_dag=300), "opdrachten": (make_opdracht(1), make_opdracht(2, minuten=300))},
        plan("1 ."),
        plan("2 ."),
        "duurt 6 uur. Medewerker {medewerker:1} kan in week {week:0} hooguit 5 uur.",
    ),
    (
        "voorwaarden",
        {**with_first(voorwaarden=frozenset({1, 2})), **with_opdracht(biedt=frozenset({2, 3}))},
        plan("1 ."),
        plan(". .", "1 ."),
        "ontbreekt 1 voorwaarde voor medewerker {medewerker:1}",
    ),
    (
        "voorwaarden",
        {
            **with_first(voorwaarden=frozenset({1, 2})),
            "opdrachten": (make_opdracht(1), make_opdracht(2, biedt=frozenset({1, 2, 3}))),
        },
        plan("1 ."),
        plan("2 ."),
        "ontbreken 2 voorwaarden",
    ),
    (
        "trede",
        {
            "medewerkers": (make_medewerker(1), make_medewerker(2, klaar=True)),
            **with_opdracht(trede=2),
            "beleid": ORDER,
        },
        plan("1 ."),
        plan(". .", "1 ."),
        "staat op trede 1 en is daar nog niet klaar voor",
    ),
    (
        "trede",
        {**with_first(klaar=True), **with_opdracht(trede=3), "beleid": ORDER, "uitzonderingen": {(2, 1)}},
        plan("1 ."),
        plan(". .", "1 ."),
        "slaat dan een trede over",
    ),
    (
        "reistijd",
        with_first(max_minuten=15),
        plan("1 ."),
        plan(". .", "1 ."),
        "alleen reizen gaat niet en er stopt geen bus in de buurt",
    ),
    ("reistijd", with_first(max_kilometers=5), plan("1 ."), plan(". .", "1 ."), "alleen reizen gaat niet"),
    (
        "reistijd",
        {
            "medewerkers": (
                make_rider(
                    1, opstappen=(Opstap(opstapplaats=1, minuten=25), Opstap(opstapplaats=2, minuten=20))
                ),
            )
        },
        plan("1 .", stops=BY_ONE),
        plan("1 .", stops=BY_TWO),
        "de reis duurt 35 minuten, maximaal 30",
    ),
    ("periode", with_opdracht(tot_week=1), plan("1 1"), plan("1 ."), "heeft dan geen werk: {dag:5}"),
    ("periode", with_opdracht(dagen=0b1), plan("1 ."), plan("1ma ."), "heeft dan geen werk: {dag:1}"),
    (
        "periode",
        with_opdracht(gesloten=frozenset({6})),
        plan("1 1"),
        plan("1 1ma"),
        "is dan gesloten: {dag:6}",
    ),
    ("rooster", with_first(dagen=0b1), plan("1 ."), plan("1ma ."), "werkt niet op {dag:1}"),
    ("rooster", with_first(afwezig=frozenset({5})), plan("1 1"), plan("1 1di"), "is afwezig op {dag:5}"),
    (
        "leren",
        {
            **with_first(leerdoelen=(Leerdoel(werkproces=4, weken=1), Leerdoel(werkproces=5, weken=1))),
            "opdrachten": (make_opdracht(1), make_opdracht(2, aanbod=(Aanbod(werkproces=5),))),
        },
        plan("1 ."),
        plan("2 ."),
        "({werkproces:4}, {werkproces:5}). Bij opdracht {opdracht:1}",
    ),
    (
        "leren",
        {
            **with_first(leerdoelen=(Leerdoel(werkproces=4, weken=2),)),
            **with_opdracht(aanbod=(Aanbod(werkproces=4, tot_week=1),)),
        },
        plan("1 1"),
        plan("1 ."),
        "komt daarvan in week {week:1} niets voor",
    ),
)
