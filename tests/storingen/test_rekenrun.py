"""A worker killed in each transition of a run: complete or untouched, and the next worker ends it well."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from marketplace.embedded import Dsns
from tests.marketplace.kleine_regio import make_regio
from tests.marketplace.werkplaats import Werkplaats, open_werkplaats
from tests.storingen.stilstand import Moment, Overgang, read_all, stand_still

CLAIMED = Overgang("rekenruns", "update", "old.status = 'wachtrij' and new.status = 'bezig'")
STORED = Overgang("rekenruns", "update", "old.gelezen_op is distinct from new.gelezen_op")
SOLVING = Overgang("rekenrun_voortgang", "insert", "new.fase = 'uitleg'")
KEPT = Overgang("rekenrun_voortgang", "insert", "new.fase = 'klaar'")
STOPPED = Overgang("rekenruns", "update", "old.status = 'bezig' and new.status = 'geannuleerd'")
FAILED = Overgang("rekenruns", "update", "old.status = 'bezig' and new.status = 'mislukt'")
WHOLE = (
    (CLAIMED, ("bezig", False, False, 0, 0)),
    (STORED, ("bezig", True, False, 0, 0)),
    (SOLVING, ("bezig", True, False, 0, 0)),
    (KEPT, ("geslaagd", True, True, 1, 3)),
)
STATE = """
    select status, instantie is not null as gevraagd, uitkomst is not null as beantwoord,
           (select count(*) from plannen) as plannen,
           (select count(*) from plan_voorstellen) + (select count(*) from plan_niet_geplaatst) as mensen
    from rekenruns where id = $1
"""


@pytest.fixture
async def werkplaats(database: Dsns, tmp_path: Path) -> AsyncIterator[Werkplaats]:
    """The small region: a run takes a moment."""
    async with open_werkplaats(database, tmp_path) as place:
        await make_regio(place.conn)
        yield place


async def kill_worker(place: Werkplaats, overgang: Overgang, moment: Moment) -> bool:
    """Kill a worker in a transition; whether it came to be."""
    async with stand_still(place.conn, overgang, moment) as until_it_stands:
        worker = place.start_worker()
        before = await until_it_stands()
        worker.kill()
        worker.wait()
    return await read_all(place.conn) != before


async def state(place: Werkplaats, run: int) -> tuple[object, ...]:
    """Status, whether question and outcome are kept, how many plans, how many people are in one."""
    row = await place.conn.fetchrow(STATE, run)
    assert row is not None
    return tuple(row)


async def test_a_run_is_whole_or_untouched_and_the_next_worker_goes_on(werkplaats: Werkplaats) -> None:
    run = await werkplaats.ask()
    for overgang, whole in WHOLE:
        for moment in Moment:
            # Of two attempts none has been used: here more than two workers die.
            await werkplaats.conn.execute("update rekenruns set poging = 0")
            happened = await kill_worker(werkplaats, overgang, moment)
            assert happened is (moment is Moment.COMMITTING), overgang
        assert await state(werkplaats, run) == whole


@pytest.mark.parametrize("moment", Moment)
async def test_a_run_that_people_stopped_ends_so_whoever_dies(werkplaats: Werkplaats, moment: Moment) -> None:
    run = await werkplaats.ask()
    await werkplaats.conn.execute("update rekenruns set annuleren = true")
    if not await kill_worker(werkplaats, STOPPED, moment):
        werkplaats.start_worker()
    await werkplaats.wait_for_status(run, "geannuleerd")
    assert await state(werkplaats, run) == ("geannuleerd", True, False, 0, 0)


@pytest.mark.parametrize("moment", Moment)
async def test_a_run_that_cannot_be_planned_says_so_whoever_dies(
    werkplaats: Werkplaats, moment: Moment
) -> None:
    run = await werkplaats.ask()
    await werkplaats.conn.execute("update leerwerkplekken set status = 'gesloten'")
    if not await kill_worker(werkplaats, FAILED, moment):
        werkplaats.start_worker()
    await werkplaats.wait_for_status(run, "mislukt")
    assert "geen gepubliceerde" in await werkplaats.conn.fetchval("select fout from rekenruns")
