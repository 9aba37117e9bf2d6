"""Two people save the same form in one instant: what the second reads, and that neither waits for ever."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import TypeAlias

import asyncpg
import httpx2
import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.kandidaten.test_bewerken import GOOD, path_of
from tests.marketplace.web.leerwerkplekken.formulier import Fields, good
from tests.marketplace.web.regio_site import EIGEN, WERKGEVER, RegioSite, open_regio_site

WAITING = (
    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
)
Send: TypeAlias = Callable[[Coroutine[None, None, httpx2.Response]], Awaitable[asyncio.Task[httpx2.Response]]]


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    async with open_regio_site(database, clock) as opened:
        yield opened


@pytest.fixture
async def held_up(database: Dsns) -> AsyncIterator[Send]:
    """Send a form and come back when it waits for a row that is held."""
    watcher = await asyncpg.connect(database.app)

    async def send(form: Coroutine[None, None, httpx2.Response]) -> asyncio.Task[httpx2.Response]:
        task = asyncio.create_task(form)
        async with asyncio.timeout(10):
            while not await watcher.fetchval(WAITING):
                assert not task.done(), "nothing held it up"
                await asyncio.sleep(0.01)
        return task

    yield send
    await watcher.close()


async def test_a_plek_overtaken_in_the_act_shows_what_was_written(huis: RegioSite, held_up: Send) -> None:
    plek = huis.regio.plekken[1]
    path = f"/leerwerkplekken/{plek}/bewerken"
    async with huis.site.logged_in(WERKGEVER) as visitor:
        async with huis.eigenaar.transaction():
            change = "update leerwerkplekken set titel = 'Intussen', versie = versie + 1 where id = $1"
            await huis.eigenaar.execute(change, plek)
            task = await held_up(visitor.post(path, good(huis, versie="1")))
        late = await task
        assert late.status_code == 409
        assert re.search(r"<td>Hulp in de kas</td>\s*<td>Intussen</td>", late.text)
        again = await visitor.post(path, good(huis, versie="2"))
    assert again.status_code == 303


@pytest.mark.parametrize(
    ("tabel", "noun", "fields"),
    [
        ("organisaties", "organisatie", {"naam": "Getypt", "soort": "werkgever"}),
        ("vestigingen", "vestiging", {"naam": "Getypt", "plaats": "1"}),
        ("praktijkopleiders", "praktijkopleider", {"naam": "Getypt"}),
    ],
)
async def test_a_name_overtaken_in_the_act_shows_what_was_written(
    huis: RegioSite, held_up: Send, tabel: str, noun: str, fields: Fields
) -> None:
    number = huis.details.praktijkopleider if noun == "praktijkopleider" else getattr(huis.regio, noun)
    path = f"/{tabel}/{number}/bewerken"
    async with huis.site.logged_in(EIGEN) as visitor:
        async with huis.eigenaar.transaction():
            change = f"update {tabel} set naam = 'Intussen', versie = versie + 1 where id = $1"  # noqa: S608 (ours)
            await huis.eigenaar.execute(change, number)
            task = await held_up(visitor.post(path, {**fields, "versie": "1"}))
        late = await task
    assert late.status_code == 409
    assert re.search(r"<td>Getypt</td>\s*<td>Intussen</td>", late.text)
    assert 'name="versie" value="2"' in late.text


async def test_a_profile_overtaken_in_the_act_shows_what_was_written(huis: RegioSite, held_up: Send) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        async with huis.eigenaar.transaction():
            change = "update kandidaten set max_reistijd = 55, versie = versie + 1 where id = $1"
            await huis.eigenaar.execute(change, huis.regio.kandidaten[0])
            task = await held_up(visitor.post(path_of(huis), GOOD))
        late = await task
    assert late.status_code == 409
    assert re.search(r"<td>45 minuten</td>\s*<td>55 minuten</td>", late.text)


async def test_the_time_of_two_praktijkopleiders_is_locked_in_the_order_of_bezetting(
    huis: RegioSite, held_up: Send
) -> None:
    first = huis.details.praktijkopleider
    add = "insert into praktijkopleiders (vestiging_id, naam) values ($1, 'Aaltje') returning id"
    second = await huis.eigenaar.fetchval(add, huis.regio.vestiging)
    fields: Fields = good(huis, versie="1")
    for number in (first, second):
        fields |= {f"tijd_versie_{number}": "1", f"nabijheid_{number}": "op_afroep"}
        fields |= {f"minuten_{number}": "300"}
    lock = "select 1 from praktijkopleiders where id = $1 for update"
    async with huis.site.logged_in(WERKGEVER) as visitor:
        async with huis.eigenaar.transaction():
            await huis.eigenaar.execute(lock, first)
            path = f"/leerwerkplekken/{huis.regio.plekken[1]}/bewerken"
            task = await held_up(visitor.post(path, fields))
            await huis.eigenaar.execute(lock, second)
        assert (await task).status_code == 303
