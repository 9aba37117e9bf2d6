"""What the solver gets of a SW-bedrijf: numbers only, days that people are not there, what was done, pins."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from marketplace.errors import NotFound
from marketplace.groepsdetachering.plan.instance import (
    NotPlannable,
    PlanMovedOn,
    WeeksOver,
    load_opgave,
    read_rijen,
    read_wereld,
)
from marketplace.groepsdetachering.plan.opgave import build_opgave
from solver.groepsdetachering import instance as solver
from solver.groepsdetachering.codec import encode_instance
from solver.groepsdetachering.solution import Groep, Indeling, Leiding
from tests.marketplace.groepsdetachering.kleine_detachering import (
    EERSTE,
    MA_WO,
    WEKEN,
)
from tests.marketplace.groepsdetachering.plan.bordspel import Spel
from tests.marketplace.groepsdetachering.plan.opgaven import instance_of, medewerker, opdracht, opgave_of

# Words of our own that an instance may have: names of tiers, ways of travelling, keys.
WORD = re.compile(r"[a-z_]+")


def texts(value: object) -> Iterator[str]:
    """Every text in JSON, but keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


async def test_nothing_in_the_question_says_who_or_where_it_is(perken: Spel) -> None:
    await perken.conn.execute("update kandidaten set voorwaarden = '{rustig}'")
    plain = json.loads(json.dumps(encode_instance(await instance_of(perken))))
    assert [each for each in texts(plain) if not WORD.fullmatch(each)] == [plain["format"]]
    written = json.dumps(plain)
    for said in ("K-000", "Anna", "Bram", "Zelhem", "Vorden", "Perken", "Markt", "VCA", "rustig", "7021"):
        assert said not in written
    assert not re.search(r"5[12]\.\d|6\.3", written)


async def test_who_is_away_or_busy_or_leaves_is_not_there_on_those_days(perken: Spel) -> None:
    kleine, conn = perken.kleine, perken.conn
    first = kleine.mensen[0]
    away = (
        "insert into medewerker_afwezig (organisatie_id, kandidaat_id, periode)"
        " values ($1, $2, $3::text::daterange)"
    )
    await conn.execute(away, kleine.id, first, "[2026-11-19,2026-11-25)")
    await conn.execute(away, kleine.id, first, "[2026-10-01,2026-11-17)")
    assert (await medewerker(perken, 0)).afwezig == {0, 3, 4, 5, 6}
    await conn.execute("update medewerkers set uit_dienst_op = '2026-12-10' where kandidaat_id = $1", first)
    assert (await medewerker(perken, 0)).afwezig == {0, 3, 4, 5, 6, 18, 19}
    await conn.execute("reset role")
    await conn.execute(
        "insert into bezetting (kandidaat_id, leerwerkplek_id, praktijkopleider_id, week, minuten, bron)"
        " select $1, $2, id, $3, 240, 'plaatsing' from praktijkopleiders",
        first,
        kleine.regio.plekken[0],
        WEKEN[2],
    )
    assert (await medewerker(perken, 0)).afwezig == {0, 3, 4, 5, 6, *range(10, 15), 18, 19}


async def test_a_werkleider_and_a_bus_are_away_by_day(perken: Spel) -> None:
    kleine, conn = perken.kleine, perken.conn
    for table, number in (("werkleider", kleine.anna), ("bus", kleine.bus)):
        await conn.execute(
            f"insert into {table}_afwezig (organisatie_id, {table}_id, periode)"  # noqa: S608 (one of two of our own)
            " values ($1, $2, '[2026-11-26,2026-12-01)')",
            kleine.id,
            number,
        )
    instance = await instance_of(perken)
    (anna,) = (each for each in instance.werkleiders if each.id == kleine.anna)
    assert anna.afwezig == instance.bussen[0].afwezig == {8, 9, 10}


async def test_an_opdracht_is_closed_on_days_of_its_weeks_before_it_begins_and_after_it_ends(
    perken: Spel,
) -> None:
    kleine = perken.kleine
    await perken.conn.execute(
        "update opdrachten set periode = '[2026-11-25,2026-12-08)' where id = $1", kleine.perken
    )
    await perken.conn.execute(
        "insert into opdracht_gesloten values ($1, $2, '2026-11-30')", kleine.id, kleine.perken
    )
    found = await opdracht(perken, kleine.perken)
    assert (found.van_week, found.tot_week) == (1, 4)
    assert [found.days_in(week) for week in range(4)] == [0, 0b00100, 0b00110, 0b00001]


async def test_an_opdracht_outside_these_weeks_is_no_part_of_it(perken: Spel) -> None:
    await perken.conn.execute(
        "update opdrachten set periode = '[2026-12-14,2027-03-01)' where id = $1", perken.kleine.kas
    )
    assert [each.id for each in (await instance_of(perken)).opdrachten] == [perken.kleine.perken]


async def test_what_is_pinned_on_the_board_may_not_move(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken, verder=True)
    await perken.pin(0, week=1, opdrachten=(kleine.perken,))
    opgave = await opgave_of(perken, max_plaatsen=4, max_mensen=2)
    instance = opgave.instance
    assert instance.vast == (solver.Plaats(medewerker=kleine.mensen[0], week=1, opdracht=kleine.perken),)
    assert instance.vaste_leiding == (
        solver.VasteLeiding(opdracht=kleine.perken, week=1, werkleider=kleine.anna),
    )
    assert (instance.max_plaatsen, instance.max_mensen) == (4, 2)


async def test_what_is_pinned_at_an_opdracht_that_is_there_no_more_is_let_go(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken, verder=True)
    await perken.pin(0, opdrachten=(kleine.perken,))
    await perken.conn.execute(
        "update opdrachten set periode = '[2027-01-04,2027-03-01)' where id = $1", kleine.perken
    )
    instance = await instance_of(perken)
    assert (instance.vast, instance.vaste_leiding) == ((), ())
    assert (await perken.over()).stand is not None


async def test_what_went_to_the_archive_stops_no_board(perken: Spel) -> None:
    """An afdeling of a leaver, a stop on the way of a bus, who leads a group that was pinned."""
    kleine, conn = perken.kleine, perken.conn
    await perken.put(0, kleine.perken)
    await perken.pin(0, opdrachten=(kleine.perken,))
    await conn.execute("update afdelingen set gearchiveerd_op = now() where id = $1", kleine.afdeling)
    await conn.execute("update opstapplaatsen set gearchiveerd_op = now() where id = $1", kleine.stop)
    await conn.execute("update werkleiders set gearchiveerd_op = now() where id = $1", kleine.anna)
    over = await perken.over()
    assert over.opgave is not None
    assert {each.afdeling for each in over.opgave.instance.medewerkers} == {None}
    assert [each.opstappen for each in over.opgave.instance.bussen] == [()]
    assert over.opgave.instance.vaste_leiding == ()
    assert over.stand is not None
    assert over.stand.breuken


async def test_the_published_plan_and_the_concept_go_with_it_from_this_week_on(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken, verder=True)
    await perken.publish()
    later = perken.later(1)
    await later.begin()
    await later.put(0, None, 1)
    opgave = await opgave_of(later)
    leiding = tuple(Leiding(dag=dag, werkleider=kleine.anna) for dag in range(3))
    assert opgave.instance.vorige.groepen == tuple(
        Groep(opdracht=kleine.perken, week=week, werkleider=kleine.anna, leiding=leiding) for week in range(3)
    )
    assert [each.week for each in opgave.instance.vorige.indelingen] == [0, 1, 2]
    assert [each.week for each in opgave.huidig.indelingen] == [1, 2]
    assert opgave.huidig.indelingen[0] == Indeling(
        medewerker=kleine.mensen[0], week=1, opdracht=kleine.perken, dagen=MA_WO
    )


async def test_who_cannot_come_alone_reaches_a_stop_on_foot(perken: Spel) -> None:
    kleine = perken.kleine
    wie = await medewerker(perken, 3)
    assert not wie.reist_alleen
    assert [each.opstapplaats for each in wie.opstappen] == [kleine.stop]
    (alone,) = (await medewerker(perken, 0)).opstappen
    assert alone.minuten < wie.opstappen[0].minuten
    await perken.conn.execute(
        "update opstapplaatsen set plaats_id = (select plaats_id from vestigingen where id = $1)",
        kleine.buurvestiging,
    )
    assert (await medewerker(perken, 3)).opstappen == ()


async def test_who_is_fetched_by_a_taxibus_does_not_come_alone(perken: Spel) -> None:
    await perken.conn.execute(
        "update kandidaten set vervoermiddel = 'taxibus' where id = $1", perken.kleine.mensen[0]
    )
    assert not (await medewerker(perken, 0)).reist_alleen


async def test_policy_pairs_and_agreements_go_with_it(perken: Spel) -> None:
    kleine, conn = perken.kleine, perken.conn
    await conn.execute("update detacheringsbeleid set lagen = array_reverse(lagen), fase_volgorde = true")
    for number, soort in ((0, "nooit"), (1, "uitzondering")):
        await conn.execute(
            "insert into opdracht_afspraken values ($1, $2, $3, $4, 'Dat is zo afgesproken', $5)",
            kleine.id,
            kleine.kas,
            kleine.mensen[number],
            soort,
            kleine.planner.account_id,
        )
    instance = await instance_of(perken)
    assert instance.apart == {(kleine.mensen[0], kleine.mensen[1])}
    assert instance.verboden == {(kleine.mensen[0], kleine.kas)}
    assert instance.uitzonderingen == {(kleine.mensen[1], kleine.kas)}
    assert instance.beleid.tiers[0].name == "uitstroom"
    assert (instance.beleid.fase_volgorde, instance.beleid.loon) == (True, 1000)
    assert instance.afdelingen == (solver.Afdeling(id=kleine.afdeling, minimum=(1,) * 5, gewenst=(2,) * 5),)


async def test_without_a_concept_or_people_there_is_no_question(leeg: Spel) -> None:
    with pytest.raises(NotPlannable):
        await opgave_of(leeg)
    await leeg.begin()
    await leeg.conn.execute("update opdrachten set status = 'gevraagd'")
    with pytest.raises(NotPlannable):
        await opgave_of(leeg)
    with pytest.raises(NotFound):
        await load_opgave(leeg.conn, [], leeg.kleine.id, leeg.clock.today(), {})


async def test_a_question_about_another_version_or_weeks_that_are_over_is_not_asked(perken: Spel) -> None:
    versie = (await perken.concept()).versie
    assert await opgave_of(perken, soort="tarief", opdracht=perken.kleine.perken, versie=versie)
    with pytest.raises(PlanMovedOn):
        await opgave_of(perken, soort="tarief", opdracht=perken.kleine.perken, versie=versie - 1)
    with pytest.raises(WeeksOver):
        await opgave_of(perken.later(4))


async def test_only_the_opdracht_that_is_asked_about_is_known_of_those_that_were_asked_for(
    perken: Spel,
) -> None:
    kleine = perken.kleine
    await perken.conn.execute("update opdrachten set status = 'gevraagd' where id = $1", kleine.kas)
    versie = (await perken.concept()).versie
    assert [each.id for each in (await instance_of(perken)).opdrachten] == [kleine.perken]
    asked = await opgave_of(perken, soort="opdracht", opdracht=kleine.kas, versie=versie)
    assert {each.id for each in asked.instance.opdrachten} == {kleine.perken, kleine.kas}
    other = await opgave_of(perken, soort="opdracht", opdracht=kleine.perken, versie=versie)
    assert {each.id for each in other.instance.opdrachten} == {kleine.perken}


async def test_the_same_rows_make_the_same_question(perken: Spel) -> None:
    wereld = await read_wereld(perken.conn, [perken.kleine.id], perken.kleine.id)
    assert wereld is not None
    rijen = await read_rijen(perken.conn, wereld, (EERSTE, WEKEN[3]), None)
    turned = replace(rijen, groepen=tuple(reversed(rijen.groepen)))
    assert encode_instance(build_opgave(rijen).instance) == encode_instance(build_opgave(turned).instance)
    assert build_opgave(rijen).instance.weken == 3
