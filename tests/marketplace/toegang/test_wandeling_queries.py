"""The walk over functions that ask or write: without row-level security strangers learn and change nothing.

Each public coroutine of the capabilities is found by its signature and called about rows of the other half,
by somebody who holds every role in this half, by each role apart and by somebody without any. What they get
must be what they get in a world without that half. Whoever holds every role over there must get more: else
the call proves nothing. A function that asks for no actor is called as role app: the policies answer for it.
`test_wandeling_voorwaarden` shows that each condition on who asks is needed for this.
"""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from marketplace.toegang.model import Actor, Rol
from tests.databases import Databases
from tests.marketplace.toegang.wandeling_functies import (
    FUNCTIONS,
    OWNER,
    STRANGER,
    Wandeling,
    asks_who,
    open_wandeling,
)
from tests.marketplace.toegang.wandeling_uitgezonderd import GEDEELD, OPEN, STIL
from tests.marketplace.toegang.wandeling_wereld import HIER, wandelaars

NOBODY = replace(STRANGER, account_id=40, toekenningen=())


@pytest.fixture(scope="module")
async def wandeling(databases: Databases) -> AsyncIterator[Wandeling]:
    """The world and half of it."""
    async with open_wandeling(databases) as opened:
        yield opened


@pytest.mark.parametrize(
    ("stranger", "known"), [(STRANGER, OPEN | GEDEELD), (NOBODY, OPEN)], ids=["all roles", "no role"]
)
async def test_a_stranger_learns_and_changes_nothing(
    wandeling: Wandeling, stranger: Actor, known: frozenset[str]
) -> None:
    found = {name: leak for name in FUNCTIONS if (leak := await wandeling.leaks(name, stranger))}
    assert {name: leak for name, leak in found.items() if name not in known} == {}
    assert known - set(found) == set()


async def test_no_role_by_itself_learns_more(wandeling: Wandeling) -> None:
    """Some roles do more where another one is not held: each asks apart what is asked as somebody."""
    asked = [name for name in FUNCTIONS if name not in OPEN | GEDEELD and asks_who(name)]
    roles = [each.actor for each in wandelaars(HIER) if each.account and each.actor.toekenningen]
    found = {
        (name, actor.naam): leak
        for actor in roles
        for name in asked
        if (leak := await wandeling.leaks(name, actor))
    }
    assert len(roles) == len(Rol) + 1  # a beheerder of a regio and one of an organisatie
    assert found == {}


async def test_every_call_tells_those_of_the_other_half_something(wandeling: Wandeling) -> None:
    """The walk can fail: without a condition on the actor a function gives a stranger what it gives these."""
    assert {name for name in FUNCTIONS if not await wandeling.leaks(name, OWNER, than=STRANGER)} == STIL
