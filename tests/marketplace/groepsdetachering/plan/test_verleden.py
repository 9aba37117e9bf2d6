"""What people did counts: steps they kept up and what they practised, in weeks that were published."""

from solver.groepsdetachering import instance as solver
from tests.marketplace.groepsdetachering.kleine_detachering import EERSTE, WEKEN, published_before
from tests.marketplace.groepsdetachering.plan.bordspel import Spel
from tests.marketplace.groepsdetachering.plan.opgaven import instance_of, medewerker, opdracht

VROEGER = tuple(EERSTE + number * (WEKEN[1] - EERSTE) for number in (-2, -1))


async def test_steps_and_practice_are_counted_from_what_was_published(spel: Spel) -> None:
    kleine = spel.kleine
    assert (await medewerker(spel, 2)).volgehouden == 0
    await published_before(spel.conn, kleine, VROEGER, 2, 0b00011)
    wie = await medewerker(spel, 2)
    assert wie.opbouw == (solver.Stap(dagen=2, weken=2), solver.Stap(dagen=5, weken=1))
    assert wie.volgehouden == 2
    assert wie.leerdoelen == (solver.Leerdoel(werkproces=kleine.werkprocessen[0], weken=8, geoefend=2),)
    instance = await instance_of(spel)
    assert instance.eerder == {(kleine.mensen[2], kleine.perken)}
    assert instance.eerder_leiding == {(kleine.perken, kleine.anna)}


async def test_a_week_on_fewer_days_than_the_step_or_before_the_steps_does_not_count(spel: Spel) -> None:
    kleine = spel.kleine
    await published_before(spel.conn, kleine, VROEGER[:1], 2, 0b00001)
    await published_before(spel.conn, kleine, VROEGER[1:], 2, 0b00011)
    assert (await medewerker(spel, 2)).volgehouden == 1
    await spel.conn.execute("update medewerkers set opbouw_vanaf = $1", EERSTE)
    assert (await medewerker(spel, 2)).volgehouden == 0


async def test_a_werkproces_counts_while_it_is_erkend_there(spel: Spel) -> None:
    kleine = spel.kleine
    await spel.conn.execute("reset role")
    await spel.conn.execute("update erkenningen set periode = '[2026-11-09,2026-12-07)'")
    await published_before(spel.conn, kleine, VROEGER, 2, 0b00011)
    taught = [(await opdracht(spel, kleine.perken)).teaches(week) for week in range(4)]
    assert taught == [{kleine.werkprocessen[0]}] * 3 + [set()]
    assert (await opdracht(spel, kleine.kas)).aanbod == ()
    assert (await medewerker(spel, 2)).leerdoelen[0].geoefend == 1


async def test_an_erkenning_of_other_werkprocessen_does_not_count(spel: Spel) -> None:
    kleine = spel.kleine
    await spel.conn.execute("reset role")
    await spel.conn.execute(
        "insert into erkenning_werkprocessen select id, $1 from erkenningen", kleine.werkprocessen[1]
    )
    assert (await opdracht(spel, kleine.perken)).aanbod == ()
