"""Zo rekent Plekwijs tells every rule, every wish and every assumption there is."""

import re
from collections.abc import AsyncIterator
from dataclasses import asdict

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistijd import AANNAMES, Vervoermiddel
from marketplace.web.uitleg.zinnen import REGELS, TRAPPEN, WENSEN
from solver.matching.pair_rules import PAIR_RULES
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.wishes import TIERS, WISHES
from solver.spreektaal import VERVOER
from tests.marketplace.web.site import Site
from tests.marketplace.web.werkbank import EIGEN, Werkbank, open_werkbank


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


@pytest.fixture
async def bank(database: Dsns, clock: FixedClock) -> AsyncIterator[Werkbank]:
    async with open_werkbank(database, clock) as opened:
        yield opened


async def read(bank: Werkbank, herkomst: Herkomst | None) -> str:
    """The page after a plan whose travel times come from there."""
    await bank.solve()
    await bank.eigenaar.execute(
        "update rekenruns set instantie = ((instantie::jsonb - 'reistijden') || $1::jsonb)::json",
        {} if herkomst is None else {"reistijden": asdict(herkomst)},
    )
    async with bank.site.logged_in(EIGEN) as visitor:
        return " ".join((await visitor.get("/uitleg")).text.split())


async def test_it_says_which_travel_times_a_routing_service_gave_and_why_others_are_estimated(
    bank: Werkbank,
) -> None:
    lopen, fiets, auto = Vervoermiddel.LOPEN, Vervoermiddel.FIETS, Vervoermiddel.AUTO
    herkomst = Herkomst(bron="OSRM", wegen=6806, gevonden={fiets: 6806, auto: 6794}, uitgevallen=(lopen,))
    text = re.sub(r"<[^>]+>| +", " ", await read(bank, herkomst))
    text = " ".join(text.split())
    assert "Lopend Geschat. OSRM gaf geen antwoord. Met" in text
    assert "Met de fiets Van OSRM. Met de e-bike Geschat. Met het" in text
    assert "Met de auto Van OSRM. Van de 6.806 wegen kent OSRM er 12 niet. Die zijn geschat." in text
    assert "Met de taxibus Geschat. De routeplanner krijgt alleen" in text
    assert "Zo schatten we de reistijd" in text


@pytest.mark.parametrize("herkomst", [None, Herkomst()])
async def test_where_all_is_estimated_no_routing_service_is_spoken_of(
    bank: Werkbank, herkomst: Herkomst | None
) -> None:
    text = await read(bank, herkomst)
    assert "routeplanner" not in text
    assert "Zo schatten we de reistijd" in text
