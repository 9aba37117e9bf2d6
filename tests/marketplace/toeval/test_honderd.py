"""A hundred people say akkoord at the same moment, each over a transaction of the own."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import asyncpg
import pytest

from marketplace.bezetting.service import STEP_BACK
from marketplace.clock import FixedClock
from marketplace.controle.service import check
from marketplace.db import Connection, create_pool, prepare_connection, transaction
from marketplace.embedded import Dsns
from marketplace.errors import CapacityReached
from marketplace.voorstellen import service
from tests.marketplace.klein_plan import keep_plan
from tests.marketplace.kleine_regio import WEEK0, KleineRegio, make_regio
from tests.marketplace.regio_details import add_details

HONDERD = 100
AT_ONCE = 40
MORE = """
    insert into kandidaten (kenmerk, regio_code, gemeente_id, pc4, status, matchbaar_sinds, vervoermiddel,
        max_reistijd, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, praktijkleren,
        vormen, begeleiding, taal)
    select 'K-' || 1000 + nummer, regio_code, gemeente_id, pc4, status, matchbaar_sinds, vervoermiddel,
        max_reistijd, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, praktijkleren,
        vormen, begeleiding, taal
    from kandidaten, generate_series(1, $1 - 3) nummer where kenmerk = 'K-0001'
"""


@pytest.fixture
async def eigenaar(database: Dsns) -> AsyncIterator[Connection]:
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    yield conn
    await conn.close()


@pytest.fixture
async def menigte(database: Dsns) -> AsyncIterator[asyncpg.Pool]:
    """As many connections as the web could ever have."""
    made = await create_pool(database.app, size=AT_ONCE)
    yield made
    await made.close()


@pytest.fixture
async def regio(eigenaar: Connection) -> KleineRegio:
    """The small region with a hundred kandidaten."""
    regio = await make_regio(eigenaar)
    await add_details(eigenaar, regio)
    await eigenaar.execute(MORE, HONDERD)
    rows = await eigenaar.fetch("select id from kandidaten order by id")
    return KleineRegio(
        kandidaten=tuple(row["id"] for row in rows),
        plekken=regio.plekken,
        vestiging=regio.vestiging,
        organisatie=regio.organisatie,
        eigen=regio.eigen,
        vreemd=regio.vreemd,
        werkgever=regio.werkgever,
    )


async def all_accept(
    eigenaar: Connection, menigte: asyncpg.Pool, regio: KleineRegio, clock: FixedClock, plekken: int
) -> Counter[str]:
    """Plan everybody at the first so many plekken, let all say yes, then all akkoord; what each was told."""
    await keep_plan(eigenaar, regio, clock, *((number, number % plekken) for number in range(HONDERD)))
    for row in await eigenaar.fetch("select id from voorstellen"):
        await service.discuss(
            eigenaar, regio.eigen, clock=clock, voorstel_id=row["id"], versie=1, ja_op=clock.today()
        )

    async def accept(voorstel_id: int) -> str:
        try:
            async with transaction(menigte, regio.eigen.account_id) as conn:
                await service.accept(
                    conn, regio.eigen, clock=clock, voorstel_id=voorstel_id, versie=2, startweek=WEEK0
                )
        except CapacityReached as refusal:
            return refusal.sentence
        return "akkoord"

    ids = [row["id"] for row in await eigenaar.fetch("select id from voorstellen order by id")]
    return Counter(await asyncio.gather(*map(accept, ids)))


async def test_of_a_hundred_at_one_plaats_one_gets_it_and_the_others_a_sentence(
    eigenaar: Connection, menigte: asyncpg.Pool, regio: KleineRegio, clock: FixedClock
) -> None:
    told = await all_accept(eigenaar, menigte, regio, clock, 1)
    full = f"Op 'Tuin aanleggen' is in de week van 23 november 2026 geen plaats meer vrij. {STEP_BACK}"
    assert told == {"akkoord": 1, full: HONDERD - 1}
    assert await check(eigenaar, clock.today()) == []


@pytest.mark.parametrize(
    ("nodig", "expected"),
    [pytest.param(300, 8, id="minutes bind"), pytest.param(240, 10, id="plaatsen bind")],
)
async def test_ten_plaatsen_of_one_praktijkopleider_are_given_as_far_as_both_last(
    eigenaar: Connection,
    menigte: asyncpg.Pool,
    regio: KleineRegio,
    clock: FixedClock,
    nodig: int,
    expected: int,
) -> None:
    await eigenaar.execute(
        "update leerwerkplekken set plaatsen = 5 where id = any($1::bigint[])", regio.plekken
    )
    await eigenaar.execute("update begeleidingscapaciteiten set minuten_per_week = 2400")
    await eigenaar.execute("update kandidaten set begeleiding = array[$1::integer]", nodig)
    told = await all_accept(eigenaar, menigte, regio, clock, 2)
    assert told.pop("akkoord") == expected
    assert sum(told.values()) == HONDERD - expected
    assert all("geen plaats meer vrij" in each or "te weinig tijd" in each for each in told)
    assert await check(eigenaar, clock.today()) == []
