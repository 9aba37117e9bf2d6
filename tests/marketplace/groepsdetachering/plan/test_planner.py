"""A run with what a worker may do: the rest is filled in beside the board, and what is pinned stays."""

import pytest

from marketplace.errors import Forbidden, NotFound
from marketplace.groepsdetachering.plan.model import Groepsplan, PlanStatus
from marketplace.groepsdetachering.plan.rekenen import MOST_BESIDE, request_plan
from marketplace.groepsdetachering.plan.toets import weigh
from marketplace.groepsdetachering.run import GEEN_PLAN
from marketplace.rekenruns.claims import get_opgeslagen
from marketplace.rekenruns.service import AlreadyRunning
from marketplace.replay import SAME, replay
from tests.marketplace.groepsdetachering.kleine_detachering import WEKEN
from tests.marketplace.groepsdetachering.plan.bordspel import Spel
from tests.marketplace.groepsdetachering.plan.rekenen import ask, carry_out

KORT = 0.1


@pytest.fixture
async def kort(leeg: Spel) -> Spel:
    """A SW-bedrijf that plans two weeks, without a plan."""
    await leeg.conn.execute("update detacheringsbeleid set weken = 2")
    return leeg


async def alternative_of(spel: Spel) -> Groepsplan:
    """The newest plan beside the board."""
    found = await spel.with_status(PlanStatus.ALTERNATIEF)
    assert found is not None
    return found


async def test_a_plan_comes_beside_the_board_and_is_laid_on_it(kort: Spel) -> None:
    run = await ask(kort, hoogstens=KORT)
    assert await carry_out(kort) is None
    concept, made = await kort.concept(), await alternative_of(kort)
    assert (concept.groepen, concept.indelingen) == ((), ())
    assert (made.rekenrun_id, made.van, made.weken) == (run, WEKEN[0], WEKEN[:2])
    assert made.lagen is not None
    over = await kort.over()
    assert over.opgave is not None
    regels, punten = weigh(over.opgave, made.between(over.van, over.tot))
    assert regels == 0
    assert list(punten) == [each["waarde"] for each in made.lagen]
    await kort.take_over(made.id)
    over = await kort.over()
    assert over.stand is not None
    assert (over.stand.breuken, over.stand.tekort) == ((), {})
    stored = await get_opgeslagen(kort.conn, run)
    assert stored is not None
    assert replay(stored) == SAME


async def test_what_is_pinned_stays_in_what_is_filled_in(kort: Spel) -> None:
    kleine = kort.kleine
    await kort.begin()
    await kort.start(kleine.kas, kleine.anna, dagen=0b11000)
    await kort.put(0, kleine.kas)
    await kort.pin(0, opdrachten=(kleine.kas,))
    await ask(kort, hoogstens=KORT)
    assert await carry_out(kort) is None
    made = await alternative_of(kort)
    group, place = made.groep(kleine.kas, WEKEN[0]), made.where(kleine.mensen[0], WEKEN[0])
    assert group is not None
    assert place is not None
    assert (group.werkleider_id, place.opdracht_id) == (kleine.anna, kleine.kas)


async def test_a_pin_that_no_plan_can_keep_fails_with_a_sentence(kort: Spel) -> None:
    await kort.begin()
    await kort.start(kort.kleine.perken, kort.kleine.anna)
    await kort.put(5, kort.kleine.perken)
    await kort.pin(5)
    run = await ask(kort, hoogstens=KORT)
    assert await carry_out(kort) == GEEN_PLAN
    assert await kort.with_status(PlanStatus.ALTERNATIEF) is None
    found = await kort.conn.fetchrow("select status, fout from rekenruns where id = $1", run)
    assert tuple(found or ()) == ("mislukt", GEEN_PLAN)


async def test_without_people_a_run_says_what_lacks(kort: Spel) -> None:
    await kort.conn.execute("update opdrachten set status = 'gevraagd'")
    await ask(kort)
    assert await carry_out(kort) == (
        "Er valt nog niets te plannen. Zet eerst medewerkers, werkleiders en opdrachten klaar."
    )


async def test_the_oldest_alternative_makes_room_and_publishing_lets_all_lapse(kort: Spel) -> None:
    await kort.begin()
    made = [await kort.alternative((), ()) for _ in range(MOST_BESIDE)]
    await ask(kort)
    standing = "select id from groepsplannen where status = 'alternatief' order by id"
    assert [row["id"] for row in await kort.conn.fetch(standing)] == made[1:]
    await kort.publish()
    assert await kort.conn.fetch(standing) == []


async def test_a_run_that_people_stopped_keeps_nothing(kort: Spel) -> None:
    await ask(kort, hoogstens=KORT)
    await kort.conn.execute("update rekenruns set annuleren = true")
    with pytest.raises(AssertionError):
        await carry_out(kort)
    await kort.conn.execute("reset role; set local role app_ongebonden")
    assert await kort.with_status(PlanStatus.ALTERNATIEF) is None


async def test_one_run_of_a_bedrijf_waits_at_a_time(kort: Spel) -> None:
    await ask(kort)
    with pytest.raises(AlreadyRunning):
        await ask(kort)


async def test_a_werkleider_and_a_stranger_ask_for_nothing(kort: Spel) -> None:
    kleine = kort.kleine
    for who, refusal in ((kleine.werkleider, Forbidden), (kleine.vreemd, NotFound)):
        with pytest.raises(refusal):
            await request_plan(
                kort.conn,
                who,
                clock=kort.clock,
                organisatie_id=kleine.id,
                hoogstens=KORT,
                vraag={"soort": "vullen"},
            )
