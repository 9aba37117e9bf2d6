"""What the database refuses of groups, whatever writes them: also a hand that passes the verbs by."""

import asyncpg
import pytest

from marketplace.groepsdetachering.plan.model import Groep, Indeling
from marketplace.groepsdetachering.plan.writes import put_groepen, put_indelingen
from tests.databases import act_as
from tests.marketplace.groepsdetachering.kleine_detachering import ALLE, MA_WO, WEKEN
from tests.marketplace.groepsdetachering.plan.bordspel import Spel

PUBLISH = """
    update groepsplannen
    set status = 'gepubliceerd', gepubliceerd_op = $2, gepubliceerd_door = $3, geldt_vanaf = $4 where id = $1
"""


async def refused(spel: Spel, name: str, query: str, *values: object) -> None:
    """Let the database refuse a statement by this constraint."""
    with pytest.raises(asyncpg.IntegrityConstraintViolationError) as caught:
        async with spel.conn.transaction():
            await spel.conn.execute(query, *values)
    assert caught.value.as_dict().get("constraint_name") == name


def group(opdracht: int, week: int, leider: int, bus: int | None = None) -> Groep:
    """A group on Monday."""
    return Groep(
        opdracht_id=opdracht,
        week=WEKEN[0] + week * (WEKEN[1] - WEKEN[0]),
        werkleider_id=leider,
        leiding=((0, leider),),
        bus_id=bus,
    )


async def test_one_werkleider_and_one_bus_with_one_group_on_a_day(spel: Spel) -> None:
    kleine, plan = spel.kleine, (await spel.concept()).id
    await put_groepen(spel.conn, plan, kleine.id, [group(kleine.perken, 0, kleine.anna, kleine.bus)])
    for leider, bus, name in (
        (kleine.anna, None, "werkleider_bij_een_groep"),
        (kleine.bram, kleine.bus, "bus_bij_een_groep"),
    ):
        with pytest.raises(asyncpg.UniqueViolationError) as caught:
            async with spel.conn.transaction():
                await put_groepen(spel.conn, plan, kleine.id, [group(kleine.kas, 0, leider, bus)])
        assert caught.value.constraint_name == name
    await put_groepen(spel.conn, plan, kleine.id, [group(kleine.kas, 1, kleine.anna, kleine.bus)])


@pytest.mark.parametrize("week", [-1, 4])
async def test_no_group_outside_the_weeks_of_its_plan(spel: Spel, week: int) -> None:
    kleine, plan = spel.kleine, (await spel.concept()).id
    with pytest.raises(asyncpg.PostgresError, match="ligt buiten dit plan"):
        await put_groepen(spel.conn, plan, kleine.id, [group(kleine.perken, week, kleine.anna)])


async def test_nobody_is_in_a_group_that_is_not_there_or_on_no_day(perken: Spel) -> None:
    kleine, plan = perken.kleine, (await perken.concept()).id
    for opdracht, dagen, refusal in (
        (kleine.kas, MA_WO, asyncpg.ForeignKeyViolationError),
        (kleine.perken, 0, asyncpg.CheckViolationError),
        (kleine.perken, ALLE + 1, asyncpg.CheckViolationError),
    ):
        place = Indeling(kandidaat_id=kleine.mensen[0], week=WEKEN[0], opdracht_id=opdracht, dagen=dagen)
        with pytest.raises(refusal):
            async with perken.conn.transaction():
                await put_indelingen(perken.conn, plan, kleine.id, [place])


async def test_a_werkleider_of_another_leads_no_group(spel: Spel) -> None:
    kleine, plan = spel.kleine, (await spel.concept()).id
    other = await spel.conn.fetchval(
        "insert into werkleiders (organisatie_id, naam, minuten, span) select organisatie_id, 'Buur', 600, 5"
        " from detacheringsbeleid where organisatie_id <> $1 returning id",
        kleine.id,
    )
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await put_groepen(spel.conn, plan, kleine.id, [group(kleine.perken, 0, other)])


async def test_a_group_stops_with_a_bus_only(spel: Spel) -> None:
    kleine, plan = spel.kleine, (await spel.concept()).id
    await refused(
        spel,
        "groep_stopt_alleen_met_bus",
        "insert into groepsplan_groepen"
        " (plan_id, organisatie_id, opdracht_id, week, werkleider_id, opstapplaatsen)"
        " values ($1, $2, $3, $4, $5, $6)",
        plan,
        kleine.id,
        kleine.perken,
        WEKEN[0],
        kleine.anna,
        [kleine.stop],
    )


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("minimum = 4", "opdracht_gevraagd"),
        ("minimum = 0", "opdracht_minimum"),
        ("gevraagd = 4", "opdracht_gevraagd"),
        ("gevraagd = 1", "opdracht_gevraagd"),
        ("toegezegd = 4", "opdracht_toegezegd"),
        ("dagen = 0", "opdracht_dagen"),
        ("periode = '[2026-11-26,2026-11-28)'", "opdracht_dagen"),
        ("periode = '[2026-11-26,)'", "opdracht_periode"),
        ("minuten = 30", "opdracht_duur"),
    ],
)
async def test_an_opdracht_that_cannot_be_is_refused(spel: Spel, change: str, name: str) -> None:
    await refused(spel, name, f"update opdrachten set {change}")  # noqa: S608 (changes of our own)


async def test_a_bus_without_seats_is_refused(spel: Spel) -> None:
    await refused(spel, "bus_heeft_plaatsen", "update bussen set plaatsen = 0")


async def test_no_plan_is_published_for_a_week_that_is_over(spel: Spel) -> None:
    plan = (await spel.concept()).id
    account = spel.kleine.planner.account_id
    name = "groepsplan_niet_in_het_verleden"
    later = spel.later(1).clock.now()
    await refused(spel, name, PUBLISH, plan, later, account, WEKEN[0])
    await refused(spel, name, PUBLISH, plan, spel.clock.now(), account, WEKEN[0] - (WEKEN[1] - WEKEN[0]))
    await spel.conn.execute(PUBLISH, plan, later, account, WEKEN[1])


async def test_one_concept_and_one_published_plan_at_a_time(spel: Spel) -> None:
    plan, now = await spel.concept(), spel.clock.now()
    beside = await spel.alternative((), ())
    await refused(
        spel, "groepsplannen_een_concept", "update groepsplannen set status = 'concept' where id = $1", beside
    )
    await spel.conn.execute(PUBLISH, plan.id, now, spel.kleine.planner.account_id, WEKEN[0])
    await refused(
        spel,
        "groepsplannen_een_gepubliceerd",
        PUBLISH,
        beside,
        now,
        spel.kleine.planner.account_id,
        WEKEN[0],
    )


async def test_row_by_row_a_published_plan_stays_what_people_were_told(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken, verder=True)
    await perken.publish()
    await perken.conn.execute("set local role app")
    for who, seen in ((perken.kleine.planner, 4), (perken.kleine.werkleider, 4), (perken.kleine.vreemd, 0)):
        await act_as(perken.conn, who)
        assert await perken.conn.fetchval("select count(*) from groepsplan_groepen") == seen
        for statement in (
            "update groepsplan_indelingen set dagen = 1",
            "delete from groepsplan_dagen",
            "delete from groepsplan_groepen",
        ):
            assert (await perken.conn.execute(statement)).endswith(" 0")
