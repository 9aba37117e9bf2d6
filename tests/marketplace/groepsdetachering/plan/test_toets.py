"""The rules about the board, at once: what is wrong and where, what a move would do, what was promised."""

import pytest

from marketplace.groepsdetachering.plan.namen import Namen
from marketplace.groepsdetachering.plan.toets import compare, look, weeks_of, weigh
from marketplace.rekenruns.regelbreuk import Regelbreuk
from marketplace.web.groepsdetachering.plan.kiezen import MensKeuze, choices_of, group_of
from marketplace.web.namen import link_names
from tests.marketplace.groepsdetachering.kleine_detachering import ALLE, DO_VR, MA_WO, WEKEN
from tests.marketplace.groepsdetachering.plan.bordspel import Spel


async def broken(spel: Spel) -> dict[str, list[str]]:
    """What is broken on the board: by rule the sentences with names, without their links."""
    over = await spel.over()
    assert over.stand is not None
    found: dict[str, list[str]] = {}
    for each in over.stand.breuken:
        found.setdefault(each.regel, []).append(said(each, over.namen))
    return found


def said(each: Regelbreuk, namen: Namen) -> str:
    """A sentence with names."""
    return str(link_names(each.zin, namen.name, {}))


async def choices(spel: Spel, wie: int, week: int = 0) -> MensKeuze:
    """Where somebody by number can go."""
    found = choices_of(
        await spel.over(), spel.kleine.planner, spel.clock, spel.kleine.mensen[wie], WEKEN[week]
    )
    assert found is not None
    return found


async def test_an_empty_board_breaks_nothing_and_falls_short_of_what_was_promised(spel: Spel) -> None:
    stand = (await spel.over()).stand
    assert stand is not None
    assert stand.breuken == ()
    assert stand.tekort == {(spel.kleine.perken, week): 6 for week in range(4)}
    assert stand.marge == 0


async def test_each_day_of_somebody_is_one_less_to_come(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken)
    await perken.put(2, kleine.perken, dagen=0b00011)
    stand = (await perken.over()).stand
    assert stand is not None
    assert stand.tekort == {(kleine.perken, week): (1 if week == 0 else 6) for week in range(4)}


async def test_a_group_that_is_too_small_is_named_by_day(perken: Spel) -> None:
    await perken.end(perken.kleine.perken, 1, verder=True)
    await perken.put(0, perken.kleine.perken)
    await perken.put(2, perken.kleine.perken, dagen=0b00011)
    assert await broken(perken) == {
        "groepsgrootte": [
            "Bij opdracht Perken is op woensdag 18 nov 1 persoon. Het zijn er minstens 2.",
        ]
    }


async def test_a_group_that_is_too_large(perken: Spel) -> None:
    await perken.end(perken.kleine.perken, 1, verder=True)
    for wie in range(4):
        await perken.put(wie, perken.kleine.perken, dagen=0b00001)
    found = await broken(perken)
    assert (
        "Bij opdracht Perken zijn op maandag 16 nov 4 mensen. Er is plaats voor 3." in found["groepsgrootte"]
    )


async def test_who_may_not_meet_in_a_group_is_told(perken: Spel) -> None:
    await perken.end(perken.kleine.perken, 1, verder=True)
    for wie in (0, 1):
        await perken.put(wie, perken.kleine.perken)
    found = await broken(perken)
    assert list(found) == ["apart"]
    assert "K-0001" in found["apart"][0]
    assert "K-0002" in found["apart"][0]


async def test_who_does_not_wish_to_go_out_is_a_matter_of_law(perken: Spel) -> None:
    await perken.put(5, perken.kleine.perken)
    over = await perken.over()
    assert over.stand is not None
    assert [each.regel for each in over.stand.breuken if each.wet] == ["eigen_keuze"]
    first = over.stand.breuken[0]
    assert "K-0006" in said(first, over.namen)
    assert first.names("medewerker") == {perken.kleine.mensen[5]}
    assert weeks_of(first) == {0}


async def test_a_group_at_what_was_withdrawn_is_told_until_it_is_ended(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.end(kleine.perken, 1, verder=True)
    await perken.put(0, kleine.perken)
    assert "periode" not in await broken(perken)
    await perken.conn.execute(
        "update opdrachten set status = 'ingetrokken', reden = 'Geen werk' where id = $1", kleine.perken
    )
    first = (await broken(perken))["periode"][0]
    assert first == "Opdracht Perken heeft dan geen werk: maandag 16 nov."
    await perken.end(kleine.perken, 0)
    over = await perken.over()
    assert over.stand is not None
    assert (over.stand.breuken, over.vooraf) == ((), ())
    assert kleine.perken not in {each.id for each in over.wereld.opdrachten}


async def test_who_learns_is_where_it_counts(perken: Spel) -> None:
    await perken.start(perken.kleine.kas, perken.kleine.bram, dagen=DO_VR)
    await perken.put(2, perken.kleine.kas)
    assert "leren" in await broken(perken)


async def test_more_days_than_the_step_are_told(perken: Spel) -> None:
    await perken.put(2, perken.kleine.perken)
    over = await perken.over()
    assert over.stand is not None
    assert list(over.stand.stappen[perken.kleine.mensen[2]]) == [2, 2, 2, 2]
    assert "opbouw" in await broken(perken)
    await perken.put(2, perken.kleine.perken, dagen=0b00011, verder=True)
    over = await perken.over()
    assert over.stand is not None
    assert list(over.stand.stappen[perken.kleine.mensen[2]]) == [2, 2, 5, 5]


async def test_who_cannot_come_alone_needs_a_bus_past_their_stop(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.end(kleine.perken, 1, verder=True)
    for wie in (0, 3):
        await perken.put(wie, kleine.perken)
    assert list(await broken(perken)) == ["reistijd", "vervoer"]
    await perken.start(kleine.perken, kleine.anna, bus_id=kleine.bus)
    assert await broken(perken) == {}
    over = await perken.over()
    assert over.stand is not None
    assert over.stand.ritten[kleine.perken, 0].opstappen == (kleine.stop,)


async def test_where_a_bus_would_stop_for_somebody_is_known_before_they_move(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken)
    (by_foot,) = (await choices(perken, 3)).keuzes
    await perken.start(kleine.perken, kleine.anna, bus_id=kleine.bus)
    (by_bus,) = (await choices(perken, 3)).keuzes
    told = {each.regel for each in by_foot.verandering.erbij} - {
        each.regel for each in by_bus.verandering.erbij
    }
    assert told == {"reistijd", "vervoer"}


async def test_who_leads_without_what_is_asked_is_told(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.end(kleine.perken, 1, verder=True)
    for wie in (0, 3):
        await perken.put(wie, kleine.perken)
    await perken.start(kleine.perken, kleine.bram, bus_id=kleine.bus)
    (sentence,) = (await broken(perken))["leiding"]
    assert "Bram Voorbeeld mist 1 van wat de opdracht vraagt" in sentence


async def test_a_plan_that_is_weighed_counts_as_one_that_is_looked_at(perken: Spel) -> None:
    await perken.put(5, perken.kleine.perken)
    over = await perken.over()
    assert over.opgave is not None
    seen = look(over.opgave, over.stuk)
    assert weigh(over.opgave, over.stuk) == (len(seen.breuken), seen.punten)


async def test_each_place_says_what_it_breaks_and_mends_the_best_first(perken: Spel) -> None:
    kleine = perken.kleine
    for wie in (0, 1):
        await perken.put(wie, kleine.perken)
    await perken.start(kleine.kas, kleine.bram, dagen=ALLE)
    found = await choices(perken, 1)
    assert found.indeling is not None
    assert found.indeling.opdracht_id == kleine.perken
    assert [(each.opdracht.kort if each.opdracht else "", each.dagen) for each in found.keuzes] == [
        ("Kas", ALLE),
        ("", 0),
    ]
    assert [len(each.verandering.minder) for each in found.keuzes] == [5, 0]
    for each in found.keuzes:
        assert [one.regel for one in each.verandering.eraf] == ["apart"]
        assert [one.regel for one in each.verandering.erbij] == ["groepsgrootte"] * 3
    assert found.keuzes[0].verandering.last < found.keuzes[1].verandering.last


async def test_a_choice_says_what_the_move_then_does(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken)
    over = await perken.over()
    before = await broken(perken)
    (choice,) = (await choices(perken, 1)).keuzes
    await perken.put(1, kleine.perken)
    after = await perken.over()
    assert over.opgave is not None
    (change,) = compare(over.opgave, over.stuk, [after.stuk])
    assert change == choice.verandering
    come = {said(each, over.namen) for each in change.erbij}
    assert come == {each for found in (await broken(perken)).values() for each in found} - {
        each for found in before.values() for each in found
    }


async def test_who_shares_no_day_or_is_pinned_has_nowhere_to_go(perken: Spel) -> None:
    assert (await choices(perken, 4)).keuzes == ()
    await perken.put(0, perken.kleine.perken)
    await perken.pin(0)
    assert (await choices(perken, 0)).keuzes == ()


@pytest.mark.parametrize("week", [0, 1])
async def test_of_a_week_that_is_over_nothing_is_chosen(perken: Spel, week: int) -> None:
    later = perken.later(1)
    over = await later.over()
    wie = perken.kleine.mensen[0]
    found = choices_of(over, perken.kleine.planner, later.clock, wie, WEKEN[week])
    assert (found is None) == (week == 0)


async def test_of_somebody_or_an_opdracht_that_is_not_known_nothing_is_chosen(perken: Spel) -> None:
    over = await perken.over()
    assert choices_of(over, perken.kleine.planner, perken.clock, 0, WEKEN[0]) is None
    assert group_of(over, 0, WEKEN[0]) is None


async def test_who_can_lead_and_what_stands_in_the_way(perken: Spel) -> None:
    kleine = perken.kleine
    away = (
        "insert into werkleider_afwezig (organisatie_id, werkleider_id, periode)"
        " values ($1, $2, '[2026-11-23,2026-11-28)')"
    )
    await perken.conn.execute(away, kleine.id, kleine.bram)
    over = await perken.over()
    kas, later = group_of(over, kleine.kas, WEKEN[0]), group_of(over, kleine.perken, WEKEN[1])
    perks = group_of(over, kleine.perken, WEKEN[0])
    assert kas is not None
    assert later is not None
    assert perks is not None
    assert [each.bezwaar for each in kas.leiders] == ["leidt dan al Perken", ""]
    assert [each.bezwaar for each in perks.leiders] == ["", "mist VCA"]
    assert [each.bezwaar for each in later.leiders] == ["", "is er niet"]
    assert (kas.groep, kas.werkdagen, perks.werkdagen) == (None, ALLE, MA_WO)
