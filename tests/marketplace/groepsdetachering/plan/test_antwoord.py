"""What if: each question is answered beside the plan, and laid on it while the plan is still the same."""

import inspect

import pytest

from marketplace.errors import Forbidden, NotFound
from marketplace.groepsdetachering.opdrachten.model import OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import list_opdrachten
from marketplace.groepsdetachering.plan.antwoord import (
    NoPlanOfIt,
    adopt,
    get_antwoord,
    list_antwoorden,
    split,
)
from marketplace.groepsdetachering.plan.instance import NotInPlan, PlanMovedOn
from marketplace.groepsdetachering.plan.vraag import VraagSoort
from marketplace.rekenruns.claims import get_opgeslagen
from marketplace.replay import SAME, replay
from marketplace.toegang.model import Actor
from tests.marketplace.groepsdetachering.kleine_detachering import WEKEN
from tests.marketplace.groepsdetachering.plan.bordspel import Spel
from tests.marketplace.groepsdetachering.plan.rekenen import answer_of, ask, carry_out


@pytest.fixture
async def vol(leeg: Spel, monkeypatch: pytest.MonkeyPatch) -> Spel:
    """Two weeks in which a group works at Perken as it should; Kas was only asked for. Nobody waits long."""
    monkeypatch.setattr("marketplace.groepsdetachering.run.WHAT_IF_SECONDS", 0.1)
    kleine = leeg.kleine
    await leeg.conn.execute("update detacheringsbeleid set weken = 2")
    await leeg.conn.execute("update opdrachten set status = 'gevraagd' where id = $1", kleine.kas)
    await leeg.begin()
    await leeg.start(kleine.perken, kleine.anna, verder=True, bus_id=kleine.bus)
    for wie, dagen in ((1, None), (2, 0b00011), (3, None)):
        await leeg.put(wie, kleine.perken, dagen=dagen, verder=True)
    over = await leeg.over()
    assert over.stand is not None
    assert over.stand.breuken == ()
    return leeg


async def use(spel: Spel, run: int, who: Actor | None = None) -> None:
    """Lay an answer on the board."""
    async with spel.conn.transaction():
        await adopt(
            spel.conn,
            who or spel.kleine.planner,
            clock=spel.clock,
            organisatie_id=spel.kleine.id,
            run_id=run,
        )


async def status_of_kas(spel: Spel) -> str:
    """How far the opdracht is."""
    status = await spel.conn.fetchval("select status from opdrachten where id = $1", spel.kleine.kas)
    return str(status)


async def test_an_opdracht_that_was_asked_for_is_accepted_with_its_groups(vol: Spel) -> None:
    kleine = vol.kleine
    before = await vol.concept()
    answer = await answer_of(vol, soort="opdracht", opdracht=kleine.kas)
    assert (answer.soort, answer.fout) == (VraagSoort.OPDRACHT, None)
    assert answer.wat_als is not None
    assert (answer.wat_als["opdracht"], answer.wat_als["eerste_week"]) == (kleine.kas, 0)
    assert answer.wat_als["verschil"]["dagen"][str(kleine.kas)] > 0
    assert await vol.concept() == before
    assert await status_of_kas(vol) == "gevraagd"
    stored = await get_opgeslagen(vol.conn, answer.id)
    assert stored is not None
    assert replay(stored) == SAME
    await use(vol, answer.id)
    assert await status_of_kas(vol) == "open"
    group = await vol.group(kleine.kas)
    assert group is not None
    assert group.werkleider_id == kleine.bram
    await vol.undo()
    assert (await vol.concept()).groepen == before.groepen


async def test_a_werkleider_who_is_away_leaves_a_group_without_one(vol: Spel) -> None:
    kleine = vol.kleine
    answer = await answer_of(
        vol,
        soort="werkleider",
        werkleider=kleine.anna,
        van=WEKEN[1].isoformat(),
        tot=WEKEN[2].isoformat(),
    )
    assert answer.wat_als is not None
    verschil = answer.wat_als["verschil"]
    assert (verschil["dagen"], verschil["tekort"]) == ({str(kleine.perken): -8}, 6)
    assert {(each["medewerker"], each["week"], each["naar"]) for each in verschil["verplaatsingen"]} == {
        (kleine.mensen[wie], 1, None) for wie in (1, 2, 3)
    }
    await use(vol, answer.id)
    assert await vol.group(kleine.perken) is not None
    assert await vol.group(kleine.perken, 1) is None


async def test_a_split_tells_what_lacks_and_makes_two_opdrachten_of_one(vol: Spel) -> None:
    kleine = vol.kleine
    await vol.conn.execute(
        """
        insert into opdracht_afspraken
            (organisatie_id, opdracht_id, kandidaat_id, soort, reden, vastgelegd_door)
        values ($1, $2, $3, 'nooit', 'Zo besproken', $4)
        """,
        kleine.id,
        kleine.perken,
        kleine.mensen[0],
        kleine.planner.account_id,
    )
    answer = await answer_of(vol, soort="splitsen", opdracht=kleine.perken)
    assert answer.wat_als is not None
    assert answer.wat_als["verschil"]["tekort"] > 0
    assert answer.plan_id is None
    with pytest.raises(NoPlanOfIt):
        await use(vol, answer.id)
    second = await split(
        vol.conn, kleine.planner, clock=vol.clock, organisatie_id=kleine.id, run_id=answer.id
    )
    rows = {
        each.id: each
        for each in await list_opdrachten(vol.conn, [kleine.id], kleine.id, [OpdrachtStatus.OPEN])
    }
    one, two = rows[kleine.perken], rows[second]
    assert [(each.minimum, each.maximum, each.gevraagd, each.toegezegd) for each in (one, two)] == [
        (1, 2, 2, 1),
        (1, 1, 1, 1),
    ]
    assert (two.naam, two.tarief, two.trainingen) == (f"{one.naam} (2)", one.tarief, one.trainingen)
    held = await vol.conn.fetch("select kandidaat_id, soort, reden from opdracht_afspraken")
    assert [tuple(each) for each in held] == [(kleine.mensen[0], "nooit", "Zo besproken")] * 2
    with pytest.raises(PlanMovedOn):
        await split(vol.conn, kleine.planner, clock=vol.clock, organisatie_id=kleine.id, run_id=answer.id)
    assert two.kort not in ("", one.kort)


async def test_what_an_opdracht_must_bring_in_at_least(vol: Spel) -> None:
    kleine = vol.kleine
    answer = await answer_of(vol, soort="tarief", opdracht=kleine.perken)
    assert answer.wat_als is not None
    assert answer.wat_als["verschil"]["dagen"] == {str(kleine.perken): -16}
    hours = 16 * 6
    brought_in = 1250 * hours
    lost = brought_in + answer.wat_als["verschil"]["marge"]
    assert answer.wat_als["kostendekkend"] == -(-lost // hours)
    assert answer.plan_id is None


async def test_what_is_pinned_at_an_opdracht_is_no_part_of_the_plan_without_it(vol: Spel) -> None:
    kleine = vol.kleine
    await vol.pin(1, opdrachten=(kleine.perken,))
    answer = await answer_of(vol, soort="tarief", opdracht=kleine.perken)
    assert (answer.fout, answer.wat_als is None) == (None, False)
    answer = await answer_of(vol, soort="opdracht", opdracht=kleine.perken)
    assert (answer.fout, answer.wat_als is None) == (None, False)


async def test_an_answer_about_a_board_that_moved_on_is_not_laid_on_it(vol: Spel) -> None:
    answer = await answer_of(vol, soort="opdracht", opdracht=vol.kleine.kas)
    await vol.put(0, vol.kleine.perken)
    now = await vol.concept()
    with pytest.raises(PlanMovedOn):
        await use(vol, answer.id)
    assert await vol.concept() == now
    assert await status_of_kas(vol) == "gevraagd"


async def test_an_answer_about_a_concept_that_went_is_not_laid_on_the_next(
    vol: Spel,
) -> None:
    await vol.conn.execute("update groepsplannen set versie = 1")
    answer = await answer_of(vol, soort="opdracht", opdracht=vol.kleine.kas)
    await ask(vol)
    await vol.conn.execute("update groepsplannen set status = 'vervallen' where status = 'concept'")
    await vol.begin()
    assert (await vol.concept()).versie == answer.vraag["versie"]
    with pytest.raises(PlanMovedOn):
        await use(vol, answer.id)
    assert await carry_out(vol) is None
    lapsed = await vol.conn.fetchval("select status from groepsplannen order by id desc limit 1")
    assert lapsed == "vervallen"


async def test_a_board_that_moved_on_before_it_was_read_is_told(vol: Spel) -> None:
    number = await ask(vol, {"soort": "tarief", "opdracht": vol.kleine.perken})
    await vol.put(0, vol.kleine.perken)
    told = "Het plan is intussen veranderd. Stel de vraag opnieuw."
    assert await carry_out(vol) == told
    found = await get_antwoord(vol.conn, vol.kleine.planner, number)
    assert found is not None
    assert (found.fout, found.wat_als, found.plan_id) == (told, None, None)


async def test_who_may_not_plan_lays_nothing_on_the_board(vol: Spel) -> None:
    kleine = vol.kleine
    answer = await answer_of(
        vol,
        soort="werkleider",
        werkleider=kleine.bram,
        van=WEKEN[0].isoformat(),
        tot=WEKEN[1].isoformat(),
    )
    assert [each.id for each in await list_antwoorden(vol.conn, kleine.werkleider, kleine.id, 5)] == [
        answer.id
    ]
    assert await list_antwoorden(vol.conn, kleine.vreemd, kleine.id, 5) == []
    for who, refusal in ((kleine.werkleider, Forbidden), (kleine.vreemd, NotFound)):
        with pytest.raises(refusal):
            await use(vol, answer.id, who)
    with pytest.raises(NotFound):
        await split(vol.conn, kleine.planner, clock=vol.clock, organisatie_id=kleine.id, run_id=answer.id)
    with pytest.raises(NotFound):
        await use(vol, 0)


async def test_what_is_not_of_these_weeks_or_not_there_any_more_is_told(vol: Spel) -> None:
    later = "update opdrachten set periode = '[2026-12-01,2027-03-01)' where id = $1"
    await vol.conn.execute(later, vol.kleine.kas)
    for vraag in (
        {"soort": "opdracht", "opdracht": vol.kleine.kas},
        {"soort": "splitsen", "opdracht": 0},
        {"soort": "tarief", "opdracht": 0},
        {"soort": "werkleider", "werkleider": 0, "van": WEKEN[0].isoformat(), "tot": WEKEN[1].isoformat()},
    ):
        await ask(vol, vraag)
        assert await carry_out(vol) == inspect.getdoc(NotInPlan)
