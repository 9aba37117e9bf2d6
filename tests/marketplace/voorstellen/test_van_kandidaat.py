"""The voorstellen of one kandidaat: what the plan of now says, and what people hold on to."""

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.voorstellen.model import VoorstelStatus
from marketplace.voorstellen.service import discuss
from marketplace.voorstellen.van_kandidaat import list_voorstellen_van
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import WEEK0, make_regio


async def test_the_plan_of_now_is_told_to_the_own_only(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    plan = await keep_plan(conn, regio, clock, (0, 1), (1, 0))
    (found,) = await list_voorstellen_van(conn, regio.eigen, regio.kandidaten[0])
    assert found.id == await voorstel_of(conn, regio, plan, 0)
    assert (found.titel, found.organisatie) == ("Gras maaien", "Voorbeeld Tuinen")
    assert (found.status, found.startweek) == (VoorstelStatus.VOORGESTELD, WEEK0)
    assert await list_voorstellen_van(conn, regio.eigen, regio.kandidaten[2]) == []
    for stranger in (regio.vreemd, regio.werkgever):
        assert await list_voorstellen_van(conn, stranger, regio.kandidaten[0]) == []


async def test_a_yes_stays_when_the_plan_of_now_lacks_it(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    plan = await keep_plan(conn, regio, clock, (0, 0))
    number = await voorstel_of(conn, regio, plan, 0)
    await discuss(conn, regio.eigen, clock=clock, voorstel_id=number, versie=1, ja_op=clock.today())
    await keep_plan(conn, regio, clock, (1, 0))
    (found,) = await list_voorstellen_van(conn, regio.eigen, regio.kandidaten[0])
    assert (found.id, found.status, found.startweek) == (number, VoorstelStatus.BESPROKEN, None)


async def test_a_proposal_that_an_older_plan_made_is_no_more(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await keep_plan(conn, regio, clock, (0, 0))
    await keep_plan(conn, regio, clock, (1, 0))
    assert await list_voorstellen_van(conn, regio.eigen, regio.kandidaten[0]) == []
