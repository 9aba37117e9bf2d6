"""The file of a groepsdetachering: what was written is read back, nonsense is a sentence that names it."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from solver.codec import CodecError
from solver.groepsdetachering.codec import decode_instance, decode_solution, encode_instance, encode_solution
from solver.groepsdetachering.instance import (
    Aanbod,
    Afdeling,
    Beleid,
    Bus,
    Leerdoel,
    Opstap,
    Opstapplaats,
    Plaats,
    Stap,
    Tier,
    Vakkracht,
    VasteLeiding,
)
from tests.solver.groepsdetachering.odd_groepsdetacheringen import odd_instance
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    make_instance,
    make_medewerker,
    make_opdracht,
    make_werkleider,
    plan,
)

LEADS = tuple(VasteLeiding(opdracht=1, week=0, werkleider=each) for each in (1, 2))


@pytest.mark.parametrize("seed", range(20))
def test_what_was_written_is_read_back(seed: int) -> None:
    instance = replace(odd_instance(seed), vorige=plan("1 2", "1 .", stops={(1, 0): (1, 2)}))
    assert decode_instance(json.loads(json.dumps(encode_instance(instance)))) == instance


def test_a_plan_is_read_back() -> None:
    solution = plan("1 2di", "1 .", heads={(1, 0): 2}, stops={(1, 0): (2,)})
    assert decode_solution(json.loads(json.dumps(encode_solution(solution)))) == solution


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": "groepsdetachering/2"}, "format is 'groepsdetachering/2'"),
        ({"ploeg": 1}, "unknown key 'ploeg'"),
        ({"weken": 0}, "weken is not 1..104"),
        ({"weken": 105}, "weken is not 1..104"),
        ({"max_plaatsen": -1}, "max_plaatsen is negative"),
        ({"max_mensen": -1}, "max_mensen is negative"),
        ({"apart": [[1, 1]]}, "apart: medewerker 1 stands beside itself"),
        ({"samen": [[1, 7]]}, "samen: names an unknown medewerker"),
        ({"liever": [[7, 1]]}, "liever: names an unknown medewerker"),
        ({"vast": [{"medewerker": 9, "week": 0, "opdracht": 1}]}, "unknown medewerker or opdracht"),
        ({"vast": [{"medewerker": 1, "week": 0, "opdracht": 9}]}, "unknown medewerker or opdracht"),
        ({"vast": [{"medewerker": 1, "week": 2, "opdracht": 1}]}, "week 2 is not in the horizon"),
        ({"vaste_leiding": [{"opdracht": 1, "week": 0, "werkleider": 9}]}, "unknown werkleider or opdracht"),
        ({"vaste_leiding": [{"opdracht": 9, "week": 0, "werkleider": 1}]}, "unknown werkleider or opdracht"),
        ({"vaste_leiding": [{"opdracht": 1, "week": -1, "werkleider": 1}]}, "week -1 is not in the horizon"),
    ],
)
def test_a_file_that_is_no_good_is_refused_with_what_is_wrong(changes: dict[str, object], words: str) -> None:
    plain = {**encode_instance(make_instance()), **changes}
    with pytest.raises((CodecError, ValueError), match=words):
        decode_instance(plain)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: make_opdracht(4, minimum=4), "opdracht 4: minimum 4 is above maximum 3"),
        (lambda: make_opdracht(4, minimum=0), "opdracht 4: minimum is below 1"),
        (lambda: make_opdracht(4, dagen=0), "opdracht 4: dagen is empty"),
        (lambda: make_opdracht(4, dagen=32), "opdracht 4: dagen is not a mask of five bits"),
        (lambda: make_opdracht(4, gevraagd=4), "opdracht 4: gevraagd is above maximum"),
        (lambda: make_opdracht(4, toegezegd=3), "opdracht 4: toegezegd is above gevraagd"),
        (lambda: make_opdracht(4, van_week=3), "opdracht 4: tot_week lies before van_week"),
        (lambda: make_opdracht(4, tarief=-1), "opdracht 4: tarief is negative"),
        (lambda: make_opdracht(4, mix=(Vakkracht(werkproces=1, aantal=1),) * 2), "opdracht 4: mix.*twice"),
        (lambda: make_opdracht(4, aanbod=(Aanbod(werkproces=1),) * 2), "opdracht 4: aanbod.*twice"),
        (lambda: Vakkracht(werkproces=5, aantal=-1), "werkproces 5: aantal is negative"),
        (lambda: Aanbod(werkproces=5, van_week=-1), "werkproces 5: van_week is negative"),
        (lambda: Bus(id=3, zone=0, plaatsen=0), "bus 3: plaatsen is 0"),
        (lambda: Bus(id=3, zone=0, plaatsen=1, opstappen=(1, 1)), "bus 3: an opstapplaats is named twice"),
        (lambda: Bus(id=3, zone=0, plaatsen=1, opstappen=tuple(range(6))), "bus 3: more than 5 opstappen"),
        (lambda: Opstapplaats(id=3, zone=-1), "opstapplaats 3: zone is negative"),
        (lambda: make_medewerker(7, dagen=-1), "medewerker 7: dagen is not a mask of five bits"),
        (lambda: make_medewerker(7, opbouw=()), "medewerker 7: opbouw is empty"),
        (lambda: make_medewerker(7, opbouw=(Stap(dagen=2), Stap(dagen=1))), "opbouw goes down to 1 days"),
        (lambda: make_medewerker(7, behoefte=-1), "medewerker 7: behoefte is negative"),
        (
            lambda: make_medewerker(7, leerdoelen=(Leerdoel(werkproces=1, weken=1),) * 2),
            "medewerker 7: leerdoelen.*twice",
        ),
        (
            lambda: make_medewerker(7, opstappen=(Opstap(opstapplaats=1, minuten=1),) * 2),
            "medewerker 7: opstappen.*twice",
        ),
        (lambda: Leerdoel(werkproces=5, weken=-1), "werkproces 5: weken is negative"),
        (lambda: Opstap(opstapplaats=3, minuten=-1), "opstapplaats 3: minuten is negative"),
        (lambda: Stap(dagen=6), "dagen is not 1..5"),
        (lambda: Stap(dagen=1, weken=0), "weken is below 1"),
        (lambda: make_werkleider(6, span=-1), "werkleider 6: span is negative"),
        (lambda: make_werkleider(6, dagen=99), "werkleider 6: dagen is not a mask of five bits"),
        (
            lambda: Afdeling(id=2, minimum=(1, 0, 0, 0, 0)),
            "afdeling 2: gewenst is below minimum on weekday 0",
        ),
        (lambda: Afdeling(id=2, gewenst=(0, -1, 0, 0, 0)), "afdeling 2: gewenst has a negative number"),
        (lambda: Beleid(max_rit=-1), "beleid: max_rit is negative"),
        (lambda: Beleid(tiers=(Tier(name="a", gewichten={"groep": 1}),) * 2), "a wish stands in two tiers"),
        (lambda: Tier(name="a", gewichten={}), "tier a: gewichten is empty"),
        (lambda: Tier(name="a", gewichten={"groep": 0}), "the weight of groep is below 1"),
        (lambda: Beleid(tiers=(Tier(name="a", gewichten={"geluk": 1}),)), "geluk is no wish"),
        (lambda: make_instance(vaste_leiding=LEADS), "vaste_leiding: 2 werkleiders at opdracht 1 in week 0"),
        (
            lambda: make_instance(vast=(Plaats(medewerker=9, week=0, opdracht=1),)),
            "vast: names an unknown medewerker or opdracht .*medewerker=9",
        ),
        (lambda: make_instance(medewerkers=(make_medewerker(1),) * 2), "medewerkers: an id is used twice"),
        (
            lambda: make_instance(medewerkers=(make_medewerker(7, afdeling=2),)),
            "medewerker 7: afdeling 2 is unknown",
        ),
        (
            lambda: make_instance(
                medewerkers=(make_medewerker(7, opstappen=(Opstap(opstapplaats=9, minuten=1),)),)
            ),
            "medewerker 7: opstapplaats 9 is unknown",
        ),
        (
            lambda: make_instance(bussen=(Bus(id=3, zone=0, plaatsen=1, opstappen=(9,)),)),
            "bus 3: opstapplaats 9 is unknown",
        ),
        (
            lambda: make_instance(bussen=(Bus(id=3, zone=8, plaatsen=1),)),
            "bus 3: zone 8 is not in the reistabel",
        ),
        (lambda: make_instance(opdrachten=(make_opdracht(4, zone=8),)), "opdracht 4: zone 8 is not in"),
        (lambda: make_instance(medewerkers=(make_medewerker(7, zone=8),)), "medewerker 7: zone 8 is not in"),
    ],
)
def test_nonsense_is_refused_when_it_is_made(make: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make()
