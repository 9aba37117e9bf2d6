"""Every rule in a plan that keeps it and one that breaks it, and what it then says."""

import pytest

from solver.roulatie.beleid import Beleid
from solver.roulatie.cell_rules import CELL_RULES
from solver.roulatie.check import check
from solver.roulatie.instance import Aanbod, Cel, Instance, Inzet, Leerdoel, Praktijkopleider
from solver.roulatie.plan_rules import PLAN_RULES
from solver.roulatie.solution import Solution
from solver.vocabulary import Fase
from tests.solver.roulatie.small_roulaties import WEKEN, cells, make_deelnemer, make_instance, make_plek

FEW = tuple(Praktijkopleider(id=each, minuten=(100,) * WEKEN) for each in (1, 2, 3))
NEEDY = tuple(make_deelnemer(each, begeleiding=(60, 40)) for each in (1, 2))
BOTH = (Aanbod(werkproces=1), Aanbod(werkproces=2))
SUMMER = (Aanbod(werkproces=1, maanden=frozenset({6})),)
GONE = (Aanbod(werkproces=1, tot_week=2),)
THREE = (make_plek(1), make_plek(2), make_plek(3, maximum=3))


def with_first(**changes: object) -> dict[str, object]:
    """The first of the two deelnemers changed."""
    return {"deelnemers": (make_deelnemer(1, **changes), make_deelnemer(2))}


def with_plek(**changes: object) -> dict[str, object]:
    """The second of the two plekken changed."""
    return {"plekken": (make_plek(1), make_plek(2, **changes))}


def doel(weken: int, geoefend: int = 0) -> dict[str, object]:
    """The first deelnemer is to practise werkproces 1."""
    return with_first(leerdoelen=(Leerdoel(werkproces=1, weken=weken, geoefend=geoefend),))


# Rule, instance, a plan that breaks it, one that keeps it, words of the sentence.
PAIRS: tuple[tuple[str, dict[str, object], Solution, Solution, str], ...] = (
    (
        "reistijd",
        {**with_plek(zone=1), **with_first(max_minuten=15)},
        cells("211", "121"),
        cells("111", "222"),
        "de reis duurt 20 minuten, maximaal 15",
    ),
    (
        "reistijd",
        {**with_plek(zone=1), **with_first(max_kilometers=5)},
        cells("211", "121"),
        cells("111", "222"),
        "de reis is 9 kilometer, maximaal 5",
    ),
    (
        "dagdelen",
        {**with_plek(dagdelen_minstens=3), **with_first(dagdelen=0b11)},
        cells("211", "121"),
        cells("111", "222"),
        "maar 2 dagdelen op plek {plek:2} zijn. De plek vraagt er 3.",
    ),
    (
        "gesloten",
        with_plek(gesloten=frozenset({3})),
        cells("121", "111"),
        cells("111", "212"),
        "Plek {plek:2} is gesloten in week {week:3}.",
    ),
    (
        "leiding",
        with_plek(inzet=(Inzet(praktijkopleider=2, van_week=0, tot_week=5),)),
        cells("112", "111"),
        cells("121", "111"),
        "vanaf week {week:5} geen praktijkopleider",
    ),
    (
        "verboden",
        {"verboden": frozenset({(1, 2)})},
        cells("121", "111"),
        cells("111", "121"),
        "dat is zo afgesproken",
    ),
    ("een_plek", {}, cells("1.1", "222"), cells("111", "222"), "heeft in blok {blok:1} geen plek"),
    (
        "een_plek",
        with_first(van_week=2),
        cells("111", "222"),
        cells(".11", "222"),
        "is er in blok {blok:0} niet",
    ),
    (
        "een_plek",
        {},
        Solution(cellen=(*cells("111", "222").cellen, Cel(deelnemer=1, blok=0, plek=2))),
        cells("111", "222"),
        "op 2 plekken",
    ),
    (
        "groepsgrootte",
        with_plek(maximum=1),
        cells("222", "211"),
        cells("222", "111"),
        "In blok {blok:0} zijn 2 mensen op plek {plek:2}. Er is plaats voor 1.",
    ),
    (
        "groepsgrootte",
        with_plek(minimum=2),
        cells("211", "111"),
        cells("211", "211"),
        "is 1 persoon op plek {plek:2}. Het zijn er minstens 2.",
    ),
    (
        "begeleiding",
        {"deelnemers": NEEDY, "praktijkopleiders": FEW},
        cells("111", "111"),
        cells("111", "212"),
        "vanaf week {week:0} tot 20 minuten per week te weinig",
    ),
    ("leerdoelen", doel(3), cells("122", "111"), cells("112", "222"), "1 week te weinig"),
    ("leerdoelen", doel(3, geoefend=2), cells("222", "111"), cells("122", "111"), "1 week te weinig"),
    (
        "leerdoelen",
        {**doel(1), "plekken": (make_plek(1), make_plek(2, aanbod=SUMMER))},
        cells("222", "111"),
        cells("122", "111"),
        "1 week te weinig",
    ),
    (
        "leerdoelen",
        {**doel(1), "plekken": (make_plek(1, aanbod=GONE), make_plek(2))},
        cells("211", "111"),
        cells("122", "111"),
        "1 week te weinig",
    ),
    (
        "volgorde",
        {"beleid": Beleid(max_blokken=3, volgorde=((1, 2),))},
        cells("211", "111"),
        cells("122", "112"),
        "maar nog niet werkproces {werkproces:1}",
    ),
    (
        "volgorde",
        {"beleid": Beleid(max_blokken=3, volgorde=((3, 2),)), "plekken": (make_plek(1), make_plek(2))},
        cells("211", "111"),
        cells("111", "111"),
        "Dat komt eerst.",
    ),
    (
        "vereist",
        with_plek(vereist=frozenset({1}), aanbod=BOTH),
        cells("211", "111"),
        cells("121", "112"),
        "eerst komt werkproces {werkproces:1}",
    ),
    (
        "fase",
        {**with_plek(fase=Fase.BINNEN), "beleid": Beleid(max_blokken=3, fase_volgorde=True)},
        cells("122", "111"),
        cells("221", "211"),
        "terug naar een meer beschermde plek",
    ),
    (
        "herhaling",
        {"beleid": Beleid(max_blokken=2)},
        cells("111", "221"),
        cells("112", "221"),
        "staat 3 blokken op plek {plek:1}. Het mogen er 2 zijn.",
    ),
    (
        "werkgevers",
        {"beleid": Beleid(max_blokken=3, min_werkgevers=2)},
        cells("111", "122"),
        cells("112", "122"),
        "bij 1 verschillende bedrijven. Het zijn er minstens 2.",
    ),
    (
        "verblijf",
        {"beleid": Beleid(max_blokken=3, min_weken=4)},
        cells("122", "112"),
        cells("112", "221"),
        "2 weken op plek {plek:1}. Het zijn er minstens 4.",
    ),
    (
        "vervoer",
        with_first(reist_alleen=False, reist_met=frozenset({2})),
        cells("111", "112"),
        cells("121", "121"),
        "niet alleen reizen: {deelnemer:1}",
    ),
    (
        "vervoer",
        {**with_first(reist_alleen=False), "plekken": (make_plek(1), make_plek(2, taxibus=1))},
        cells("221", "111"),
        cells("222", "111"),
        "In de taxibus zijn 0 plaatsen.",
    ),
    ("apart", {"apart": frozenset({(1, 2)})}, cells("111", "122"), cells("112", "221"), "uit elkaar"),
    ("samen", {"samen": frozenset({(1, 2)})}, cells("112", "111"), cells("112", "112"), "blijven samen"),
    (
        "vast",
        {"vast": (Cel(deelnemer=1, blok=1, plek=2),)},
        cells("111", "222"),
        cells("121", "222"),
        "vast op plek {plek:2}",
    ),
    (
        "wijzigingen",
        {"vorige": cells("111", "222").cellen, "max_cellen": 1},
        cells("112", "221"),
        cells("112", "222"),
        "verandert 2 cellen. Het mogen er hooguit 1 zijn.",
    ),
    (
        "wijzigingen",
        {"vorige": cells("111", "222").cellen, "max_mensen": 1},
        cells("112", "221"),
        cells("122", "222"),
        "verandert 2 mensen.",
    ),
    (
        "wijzigingen",
        {"vorige": cells("333", "222").cellen, "max_cellen": 0, "plekken": THREE},
        cells("113", "222"),
        cells("333", "222"),
        "verandert 2 cellen.",
    ),
)


@pytest.mark.parametrize(("rule", "changes", "broken", "kept", "words"), PAIRS)
def test_a_rule_refuses_and_allows(
    rule: str, changes: dict[str, object], broken: Solution, kept: Solution, words: str
) -> None:
    instance: Instance = make_instance(**changes)
    said = [each for each in check(instance, broken).violations if each.rule == rule]
    assert said
    assert words in said[0].sentence
    assert said[0].shortfall > 0
    assert not [each for each in check(instance, kept).violations if each.rule == rule]


def test_every_rule_has_a_pair() -> None:
    rules = {rule.NAME for rule in CELL_RULES} | {rule.NAME for rule in PLAN_RULES}
    assert {row[0] for row in PAIRS} == rules


def test_what_cannot_be_any_more_is_no_change() -> None:
    before = cells("222", "111").cellen
    closed = make_plek(2, gesloten=frozenset({4}))
    instance = make_instance(plekken=(make_plek(1), closed), vorige=before, max_cellen=0)
    assert check(instance, cells("221", "111")).violations == ()
