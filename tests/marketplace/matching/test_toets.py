"""Asking the rules at once about a stored plan: same words as the plan, and nothing for a stranger."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from marketplace.matching import toets
from marketplace.matching.toets import ask_toets, get_toets
from tests.marketplace.web.werkbank import Werkbank, open_werkbank


@pytest.fixture
async def bank(database: Dsns, clock: FixedClock) -> AsyncIterator[Werkbank]:
    toets._kept.clear()
    async with open_werkbank(database, clock) as opened:
        yield opened


async def test_a_plek_that_fits_is_short_of_nothing_and_has_its_cost(bank: Werkbank) -> None:
    plan = await bank.solve()
    kandidaat = bank.regio.kandidaten[0]
    for plek in bank.regio.plekken:
        answer = await ask_toets(bank.eigenaar, bank.actor, plan_id=plan, kandidaat=kandidaat, plek=plek)
        assert answer is not None
        assert answer.reis["kilometers"] == 2


async def test_a_plek_that_asks_more_says_what_is_short(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4 where titel = 'Gras maaien'")
    plan = await bank.solve()
    answer = await ask_toets(
        bank.eigenaar,
        bank.actor,
        plan_id=plan,
        kandidaat=bank.regio.kandidaten[0],
        plek=bank.regio.plekken[1],
    )
    assert answer is not None
    assert [each["regel"] for each in answer.tekort] == ["taal"]
    assert answer.alternatief is None


async def test_who_took_no_part_gets_no_answer(bank: Werkbank) -> None:
    plan = await bank.solve()
    assert await ask_toets(bank.eigenaar, bank.actor, plan_id=plan, kandidaat=-1, plek=-1) is None


async def test_a_stranger_cannot_ask(bank: Werkbank) -> None:
    plan = await bank.solve()
    assert await get_toets(bank.eigenaar, bank.actor, plan) is not None
    for stranger in (bank.regio.vreemd, bank.regio.werkgever):
        assert await get_toets(bank.eigenaar, stranger, plan) is None


async def test_only_a_few_plans_are_kept_in_memory(bank: Werkbank) -> None:
    plans = [await bank.solve() for _ in range(toets.KEPT + 1)]
    for plan in plans:
        await get_toets(bank.eigenaar, bank.actor, plan)
    assert list(toets._kept) == plans[1:]
