"""Each condition on who asks is taken out of its statement in turn: the walk over the functions sees it go.

A condition compares with where somebody holds roles (`= any(…)`) or with their own account. What the walk
does not see go stands in TWEEMAAL with its reason; a new condition is not in there.
"""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from marketplace.db import Connection
from tests.databases import Databases
from tests.marketplace.toegang.wandeling_functies import FUNCTIONS, OWNER, STRANGER, Wandeling, open_wandeling
from tests.marketplace.toegang.wandeling_uitgezonderd import TWEEMAAL

SENDS = frozenset({"cursor", "execute", "executemany", "fetch", "fetchrow", "fetchval"})
CONDITION = re.compile(
    r"(?P<column>[\w.$]+) = (?:any\(\$(\d+)::(?:text|bigint)\[\]\)|(?<=account_id = )\$(\d+))"
)
HELD = frozenset(
    place
    for each in OWNER.toekenningen
    for place in (each.regio_code, each.organisatie_id, each.kandidaat_id)
)
MANY = 150


@dataclass(slots=True)
class Sending:
    """A connection that notes what is sent with which arguments, and sends some statements otherwise."""

    conn: Connection
    instead: Mapping[str, str] = field(default_factory=dict)
    sent: dict[str, Sequence[object]] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever the connection has)
        found = getattr(self.conn, name)
        if name not in SENDS:
            return found

        def send(statement: str, *arguments: object, **more: object) -> object:
            self.sent[statement] = arguments
            return found(self.instead.get(statement, statement), *arguments, **more)

        return send


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that stands at `place` in a statement, and the functions that send it."""

    statement: str
    place: re.Match[str]
    functions: tuple[str, ...]

    def __str__(self) -> str:
        return f"{min(self.functions)} {self.place['column']}"

    @property
    def taken_out(self) -> dict[str, str]:
        """The statement, and what it is without this condition: true of whatever is not null."""
        end = self.place.end()
        return {self.statement: f"{self.statement[:end]} is not null{self.statement[end:]}"}


@pytest.fixture(scope="module")
async def wandeling(databases: Databases) -> AsyncIterator[Wandeling]:
    """The world and half of it."""
    async with open_wandeling(databases) as opened:
        yield opened


async def _conditions(wandeling: Wandeling) -> list[Condition]:
    """Every condition on who asks in what the functions send."""
    arguments: dict[str, Sequence[object]] = {}
    functions: dict[str, tuple[str, ...]] = {}
    for name in FUNCTIONS:
        conn = Sending(wandeling.conn)
        await wandeling.call(conn, name, OWNER)  # type: ignore[arg-type] # it stands in for a connection
        arguments |= conn.sent
        functions |= {statement: (*functions.get(statement, ()), name) for statement in conn.sent}
    return [
        Condition(statement, found, names)
        for statement, names in functions.items()
        for found in CONDITION.finditer(statement)
        if _is_of_owner(arguments[statement][int(found[2] or found[3]) - 1])
    ]


def _is_of_owner(argument: object) -> bool:
    """Whether it is where the owner holds roles, or their account."""
    return HELD.issuperset(argument) if isinstance(argument, list) else argument == OWNER.account_id


async def _is_seen(wandeling: Wandeling, each: Condition, others: Mapping[str, str]) -> bool:
    """Whether a stranger gets something else without this condition, while others are out already."""
    before: Any = Sending(wandeling.conn, {**others, each.statement: each.statement})
    after: Any = Sending(wandeling.conn, {**others, **each.taken_out})
    for name in each.functions:
        if await wandeling.gets(name, STRANGER, before) != await wandeling.gets(name, STRANGER, after):
            return True
    return False


async def test_no_condition_on_who_asks_can_be_taken_out_unseen(wandeling: Wandeling) -> None:
    """What a verb asks before it may hide what it asks again: then those before are taken out too."""
    conditions = await _conditions(wandeling)
    all_out: dict[str, str] = {}
    for each in conditions:
        all_out |= each.taken_out
    unseen = {
        str(each)
        for each in conditions
        if not await _is_seen(wandeling, each, {}) and not await _is_seen(wandeling, each, all_out)
    }
    assert len(conditions) > MANY
    assert unseen == TWEEMAAL
