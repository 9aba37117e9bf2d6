"""Zo rekent Plekwijs tells every rule, every wish and every assumption there is."""

import re

from marketplace.geo.reistijd import AANNAMES
from marketplace.web.uitleg.zinnen import REGELS, TRAPPEN, WENSEN
from solver.matching.pair_rules import PAIR_RULES
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.spreektaal import VERVOER
from solver.matching.wishes import TIERS, WISHES
from tests.marketplace.web.site import Site


def test_each_rule_and_wish_of_the_solver_has_its_sentence_and_no_other_has_one() -> None:
    assert set(REGELS) == {rule.NAME for rule in PAIR_RULES} | {rule.NAME for rule in RESOURCE_RULES}
    assert set(WENSEN) == {wish.NAME for wish in WISHES}
    assert set(TRAPPEN) == set(TIERS)
    assert set(VERVOER) == {row.vervoermiddel.value for row in AANNAMES}


async def test_the_page_shows_them_with_their_figures(site: Site) -> None:
    async with site.logged_in("werkgever@hier.nl") as visitor:
        text = (await visitor.get("/uitleg")).text
        assert all(sentence in text for sentence in (*REGELS.values(), *WENSEN.values()))
        assert all(row.toelichting in text for row in AANNAMES)
        assert re.search(r"Met de e-bike.*?20 km per uur", text, re.DOTALL)
        assert "niet gekozen" in text


async def test_nobody_reads_it_without_coming_in(site: Site) -> None:
    async with site.visitor() as visitor:
        assert (await visitor.get("/uitleg")).status_code == 303
