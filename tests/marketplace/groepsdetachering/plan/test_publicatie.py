"""Publishing: law is kept, beleid is set aside with a reason, weeks that are over stay what they were."""

from dataclasses import replace
from datetime import timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.plan import plannen, publicatie
from marketplace.groepsdetachering.plan.model import Groep, Indeling, PlanStatus, Stuk
from marketplace.groepsdetachering.plan.publicatie import (
    AgainstLaw,
    Herzien,
    Overtaken,
    Verschoven,
    differences,
)
from tests.marketplace.groepsdetachering.kleine_detachering import EERSTE, MA_WO, WEKEN
from tests.marketplace.groepsdetachering.plan.bordspel import Spel


@pytest.fixture
async def goed(spel: Spel) -> Spel:
    """A board of which all is well: three people at Perken in all weeks, by bus."""
    kleine = spel.kleine
    await spel.start(kleine.perken, kleine.anna, verder=True, bus_id=kleine.bus)
    for wie, dagen in ((1, None), (2, 0b00011), (3, None)):
        await spel.put(wie, kleine.perken, dagen=dagen, verder=True)
    return spel


async def told(spel: Spel, week: int) -> list[tuple[int, int]]:
    """Who was told to be where in a week, by number and opdracht."""
    _, places = await plannen.list_geldend(
        spel.conn, [spel.kleine.id], spel.kleine.id, WEKEN[week], WEKEN[week] + (WEKEN[1] - EERSTE)
    )
    return [(spel.kleine.mensen.index(each.kandidaat_id), each.opdracht_id) for each in places]


async def test_a_plan_that_breaks_no_rule_is_published_without_a_reason(goed: Spel) -> None:
    await goed.publish(None)
    made = await goed.with_status(PlanStatus.GEPUBLICEERD)
    assert made is not None
    assert (made.geldt_vanaf, made.gepubliceerd_op, made.gepubliceerd_door) == (
        EERSTE,
        goed.clock.now(),
        "planner",
    )
    assert await goed.with_status(PlanStatus.CONCEPT) is None
    event = await goed.conn.fetchrow(
        "select gegevens, reden from gebeurtenissen"
        " where soort = 'groepsplan_gepubliceerd' and onderwerp_id = $1",
        made.id,
    )
    assert event is not None
    assert event["gegevens"] == {"anders": 12, "groepen": 4, "tegen": 0}
    assert event["reden"] is None


async def test_beleid_is_set_aside_with_a_reason_that_stays(goed: Spel) -> None:
    await goed.put(0, goed.kleine.perken)
    for reden in (None, ""):
        with pytest.raises(InvalidInput) as caught:
            await goed.publish(reden)
        assert list(caught.value.fields) == ["reden"]
    await goed.publish("Zij werken in twee hoeken")
    query = "select reden, gegevens from gebeurtenissen where soort = 'groepsplan_gepubliceerd'"
    event = await goed.conn.fetchrow(query)
    assert event is not None
    assert event["reden"] == "Zij werken in twee hoeken"
    assert event["gegevens"]["tegen"] > 0


async def test_law_is_not_set_aside(goed: Spel) -> None:
    await goed.put(5, goed.kleine.perken)
    with pytest.raises(AgainstLaw):
        await goed.publish("Het moet maar")
    assert (await goed.concept()).status is PlanStatus.CONCEPT


async def test_law_that_was_broken_in_a_week_that_is_over_binds_no_more(goed: Spel) -> None:
    await goed.put(5, goed.kleine.perken)
    await goed.later(1).publish("Die week is voorbij")
    made = await goed.with_status(PlanStatus.GEPUBLICEERD)
    assert made is not None
    assert made.geldt_vanaf == WEKEN[1]


async def test_who_publishes_over_another_version_is_told(goed: Spel) -> None:
    now = await goed.concept()
    await goed.pin(1)
    with pytest.raises(StaleVersion):
        await publicatie.publish(
            goed.conn,
            goed.kleine.planner,
            clock=goed.clock,
            organisatie_id=goed.kleine.id,
            versie=now.versie,
            reden=None,
        )


async def test_a_concept_made_from_another_published_plan_is_overtaken(goed: Spel) -> None:
    await goed.publish()
    await goed.begin()
    await goed.conn.execute("update groepsplannen set status = 'historie' where status = 'gepubliceerd'")
    with pytest.raises(Overtaken):
        await goed.publish()


async def test_a_werkleider_and_a_stranger_publish_nothing(goed: Spel) -> None:
    kleine, versie = goed.kleine, (await goed.concept()).versie
    for who, refusal in ((kleine.werkleider, Forbidden), (kleine.vreemd, NotFound)):
        with pytest.raises(refusal):
            await publicatie.publish(
                goed.conn, who, clock=goed.clock, organisatie_id=kleine.id, versie=versie, reden=None
            )


async def test_of_each_week_holds_what_was_published_last_before_it_ended(goed: Spel) -> None:
    kleine = goed.kleine
    await goed.publish()
    later = goed.later(2)
    await later.begin()
    await later.put(1, None, 2, verder=True)
    await later.put(0, kleine.perken, 3)
    await later.publish()
    plans = await plannen.list_plannen(goed.conn, kleine.planner, kleine.id, list(PlanStatus))
    assert [(each.status, each.geldt_vanaf) for each in plans] == [
        (PlanStatus.GEPUBLICEERD, WEKEN[2]),
        (PlanStatus.HISTORIE, EERSTE),
    ]
    at_perken = [[who for who, _ in await told(goed, week)] for week in range(4)]
    assert at_perken == [[1, 2, 3], [1, 2, 3], [2, 3], [0, 2, 3]]
    assert await plannen.list_geldend(goed.conn, [], kleine.id, EERSTE, WEKEN[3]) == ([], [])


async def test_planning_less_far_ahead_takes_no_published_week_back(goed: Spel) -> None:
    await goed.publish()
    await goed.conn.execute("update detacheringsbeleid set weken = 2")
    later = goed.later(1)
    await later.begin()
    assert (await later.concept()).weken == tuple(WEKEN[1:4])
    await later.publish()
    assert [len(await told(goed, week)) for week in range(4)] == [3, 3, 3, 3]


async def test_a_plan_ends_the_one_before_it_also_in_weeks_that_it_does_not_reach(goed: Spel) -> None:
    await goed.publish()
    again = replace(goed, clock=FixedClock(goed.clock.now() + timedelta(hours=1)))
    await again.begin()
    await again.conn.execute(
        "delete from groepsplan_groepen groep using groepsplannen plan"
        " where plan.id = groep.plan_id and plan.status = 'concept' and groep.week >= $1",
        WEKEN[2],
    )
    await again.conn.execute("update groepsplannen set weken = 2 where status = 'concept'")
    await again.publish()
    assert [len(await told(again, week)) for week in range(4)] == [3, 3, 0, 0]
    await again.conn.execute("reset role")
    for week, stands in ((1, True), (2, False)):
        holds = await again.conn.fetchval(
            "select geldend_groepsplan($1, $2) is not null", again.kleine.id, WEKEN[week]
        )
        assert holds is stands


async def test_a_plan_in_the_same_week_takes_the_place_of_the_one_before(goed: Spel) -> None:
    await goed.publish()
    again = replace(goed, clock=FixedClock(goed.clock.now() + timedelta(hours=1)))
    await again.begin()
    await again.put(1, None)
    await again.publish()
    assert [who for who, _ in await told(again, 0)] == [2, 3]


async def test_what_differs_between_two_plans_and_a_pin_is_no_news() -> None:
    stays = Indeling(kandidaat_id=1, week=EERSTE, opdracht_id=7, dagen=MA_WO)
    goes = Indeling(kandidaat_id=2, week=EERSTE, opdracht_id=7, dagen=MA_WO)
    less = replace(goes, kandidaat_id=3)
    ran = Groep(opdracht_id=7, week=EERSTE, werkleider_id=4, leiding=((0, 4), (1, 4)))
    comes = Groep(opdracht_id=8, week=EERSTE, werkleider_id=5, leiding=((0, 5),))
    before = Stuk(groepen=(ran,), indelingen=(stays, goes, less))
    after = Stuk(
        groepen=(replace(ran, vast=True), comes),
        indelingen=(replace(stays, vast=True), replace(goes, opdracht_id=8), replace(less, dagen=1)),
    )
    found = differences(before, after)
    assert found.mensen == (
        Verschoven(kandidaat_id=2, week=EERSTE, was=goes, wordt=replace(goes, opdracht_id=8)),
        Verschoven(kandidaat_id=3, week=EERSTE, was=less, wordt=replace(less, dagen=1)),
    )
    assert found.groepen == (Herzien(opdracht_id=8, week=EERSTE, was=None, wordt=comes),)


RAN = Groep(opdracht_id=7, week=EERSTE, werkleider_id=4, leiding=((0, 4), (1, 4)))


@pytest.mark.parametrize(
    "now",
    [
        replace(RAN, werkleider_id=5),
        replace(RAN, leiding=((0, 4), (1, 5))),
        replace(RAN, leiding=((0, 4),)),
        replace(RAN, bus_id=1),
        replace(RAN, opstapplaatsen=(2,)),
    ],
)
async def test_another_werkleider_stand_in_day_or_bus_is_news(now: Groep) -> None:
    found = differences(Stuk(groepen=(RAN,)), Stuk(groepen=(now,)))
    assert found.groepen == (Herzien(opdracht_id=7, week=EERSTE, was=RAN, wordt=now),)
