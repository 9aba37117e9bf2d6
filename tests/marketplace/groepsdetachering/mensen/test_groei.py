"""Ready and to the next trede: a talk goes before it."""

from datetime import timedelta

import pytest

from marketplace.errors import Forbidden, NotFound, StaleVersion
from marketplace.groepsdetachering.mensen import groei
from marketplace.groepsdetachering.mensen.gesprekken import GesprekGegevens, record_gesprek
from marketplace.groepsdetachering.mensen.model import GesprekOver
from tests.marketplace.groepsdetachering.klein_bedrijf import KLOK
from tests.marketplace.groepsdetachering.mensen.conftest import KleineMensen

TREDE = GesprekOver.VOLGENDE_TREDE


async def talk(klein: KleineMensen, over: GesprekOver, weken: int = 0, *, wil: bool = True) -> None:
    """Record a talk that was held so many weeks ago."""
    day = KLOK.today() - timedelta(weeks=weken)
    gesprek = GesprekGegevens(gevoerd_op=day, over=over, wil=wil, verslag="")
    await record_gesprek(klein.conn, klein.planner, await klein.change(), gesprek)


@pytest.mark.parametrize("over", [TREDE, GesprekOver.NAAR_BUITEN])
async def test_somebody_is_ready_after_a_talk_about_it_and_may_not_be_after_all(
    klein: KleineMensen, over: GesprekOver
) -> None:
    with pytest.raises(groei.TalkFirst):
        await groei.mark_klaar(klein.conn, klein.planner, await klein.change())
    await talk(klein, over, 30)
    await groei.mark_klaar(klein.conn, klein.planner, await klein.change())
    assert (await klein.now()).klaar
    await groei.withdraw_klaar(klein.conn, klein.planner, await klein.change())
    assert not (await klein.now()).klaar
    assert await klein.soorten() == ["gesprek_vastgelegd", "klaar_bevonden", "klaar_ingetrokken"]


async def test_a_talk_about_something_else_is_not_enough(klein: KleineMensen) -> None:
    await talk(klein, GesprekOver.ANDERE_GROEP)
    with pytest.raises(groei.TalkFirst):
        await groei.mark_klaar(klein.conn, klein.planner, await klein.change())


async def test_who_said_no_last_is_not_ready(klein: KleineMensen) -> None:
    await talk(klein, TREDE, 2)
    await talk(klein, TREDE, 1, wil=False)
    for verb in (groei.mark_klaar, groei.move_up):
        with pytest.raises(groei.SaidNo):
            await verb(klein.conn, klein.planner, await klein.change())


async def test_who_does_not_wish_to_go_outside_is_left_alone(klein: KleineMensen) -> None:
    await talk(klein, TREDE)
    await klein.conn.execute("update medewerkers set wil_buiten = false")
    with pytest.raises(groei.LeftAlone):
        await groei.mark_klaar(klein.conn, klein.planner, await klein.change())


async def test_a_move_asks_a_yes_of_the_last_eight_weeks(klein: KleineMensen) -> None:
    with pytest.raises(groei.TalkFirst):
        await groei.move_up(klein.conn, klein.planner, await klein.change())
    await talk(klein, GesprekOver.NAAR_BUITEN)
    with pytest.raises(groei.TalkFirst):
        await groei.move_up(klein.conn, klein.planner, await klein.change())
    await talk(klein, TREDE, 9)
    with pytest.raises(groei.TalkAgain):
        await groei.move_up(klein.conn, klein.planner, await klein.change())
    await talk(klein, TREDE, 8)
    await groei.move_up(klein.conn, klein.planner, await klein.change())
    now = await klein.now()
    assert (now.trede, now.klaar) == (2, False)
    told = await klein.conn.fetchval("select gegevens->'velden' from gebeurtenissen order by id desc limit 1")
    assert told == {"trede": [1, 2]}


async def test_above_the_highest_trede_is_nothing(klein: KleineMensen) -> None:
    await klein.conn.execute("update medewerkers set trede = 2")
    await talk(klein, TREDE)
    for verb in (groei.mark_klaar, groei.move_up):
        with pytest.raises(groei.Highest):
            await verb(klein.conn, klein.planner, await klein.change())


@pytest.mark.parametrize(("who", "refusal"), [("vreemd", NotFound), ("werkleider", Forbidden)])
async def test_only_who_plans_decides(klein: KleineMensen, who: str, refusal: type[Exception]) -> None:
    for verb in (groei.mark_klaar, groei.withdraw_klaar, groei.move_up):
        with pytest.raises(refusal):
            await verb(klein.conn, getattr(klein.bedrijf, who), await klein.change())


async def test_who_is_late_decides_nothing(klein: KleineMensen) -> None:
    late = await klein.change()
    await talk(klein, TREDE)
    for verb in (groei.mark_klaar, groei.withdraw_klaar, groei.move_up):
        with pytest.raises(StaleVersion):
            await verb(klein.conn, klein.planner, late)
    assert (await klein.now()).trede == 1
