"""The board: moves that are checked, undone and done again, and what may not move."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, NotFound, StaleVersion
from marketplace.roulatie import bord, roosters
from marketplace.roulatie.bord import Begun, Held, Locked, NothingToUndo, Plaats
from marketplace.roulatie.instance import held_cells, read_rijen
from marketplace.roulatie.model import Cel, Rooster, RoosterStatus
from marketplace.roulatie.opgave import build_opgave
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.toets import Stand, compare_plekken, is_at, look, weigh
from tests.marketplace.roulatie.kleine_roulatie import BEGIN, REGIO, KleineRoulatie, make_roulatie


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_roulatie(conn)


async def concept(conn: Connection, kleine: KleineRoulatie) -> Rooster:
    found = await roosters.get_by_status(conn, [REGIO], kleine.id, RoosterStatus.CONCEPT)
    assert found is not None
    return found


async def put(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock, wie: int, blok: int, plek: int | None
) -> None:
    """Put somebody by number at a plek by number."""
    now = await concept(conn, kleine)
    await bord.put(
        conn,
        kleine.actor,
        clock=clock,
        roulatie_id=kleine.id,
        versie=now.versie,
        plaats=Plaats(kleine.deelnemers[wie], kleine.blokken[blok]),
        plek=None if plek is None else kleine.plekken[plek],
    )


async def turn(conn: Connection, kleine: KleineRoulatie, clock: FixedClock, *, opnieuw: bool) -> None:
    """Undo the last move, or do it again."""
    versie = (await concept(conn, kleine)).versie
    await bord.undo(conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=versie, opnieuw=opnieuw)


async def pin(conn: Connection, kleine: KleineRoulatie, clock: FixedClock, *, vast: bool) -> None:
    """Pin the first person in the first block, or let go."""
    versie = (await concept(conn, kleine)).versie
    plaatsen = [Plaats(kleine.deelnemers[0], kleine.blokken[0])]
    await bord.pin(
        conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=versie, plaatsen=plaatsen, vast=vast
    )


async def lay(conn: Connection, kleine: KleineRoulatie, clock: FixedClock, plek: int) -> None:
    """Lay an alternative on the board in which the first person is at a plek by number in every block."""
    other = await roosters.insert_rooster(
        conn,
        roulatie_id=kleine.id,
        status=RoosterStatus.ALTERNATIEF,
        basis_id=None,
        now=clock.now(),
        account_id=kleine.actor.account_id,
        cellen=[Cel(kleine.deelnemers[0], blok, kleine.plekken[plek]) for blok in kleine.blokken],
    )
    assert other is not None
    versie = (await concept(conn, kleine)).versie
    await bord.take_over(
        conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=versie, rooster_id=other
    )


async def stand(conn: Connection, kleine: KleineRoulatie, clock: FixedClock) -> Stand:
    """The concept as the rules see it."""
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    assert cohort is not None
    now = await concept(conn, kleine)
    rijen = await read_rijen(conn, cohort, clock.today(), None)
    return look(build_opgave(rijen, held_cells(cohort, clock.today(), None, now)), now.cellen)


async def test_a_move_is_undone_and_done_again(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    await put(conn, kleine, clock, 0, 0, 1)
    await put(conn, kleine, clock, 0, 0, 2)
    for opnieuw, plek in ((False, 1), (False, None), (True, 1), (True, 2)):
        await turn(conn, kleine, clock, opnieuw=opnieuw)
        cel = (await concept(conn, kleine)).where(kleine.deelnemers[0], kleine.blokken[0])
        assert (cel.leerwerkplek_id if cel else None) == (None if plek is None else kleine.plekken[plek])
    with pytest.raises(NothingToUndo):
        await turn(conn, kleine, clock, opnieuw=True)


async def test_a_new_move_ends_what_could_be_done_again(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    await put(conn, kleine, clock, 0, 0, 1)
    await turn(conn, kleine, clock, opnieuw=False)
    await put(conn, kleine, clock, 1, 0, 1)
    with pytest.raises(NothingToUndo):
        await turn(conn, kleine, clock, opnieuw=True)


async def test_two_places_change_plek_also_with_an_empty_one(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    await put(conn, kleine, clock, 0, 0, 1)
    een, ander = (
        Plaats(kleine.deelnemers[0], kleine.blokken[0]),
        Plaats(kleine.deelnemers[1], kleine.blokken[0]),
    )
    versie = (await concept(conn, kleine)).versie
    await bord.swap(
        conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=versie, een=een, ander=ander
    )
    now = await concept(conn, kleine)
    assert now.where(een.kandidaat_id, een.blok_id) is None
    cel = now.where(ander.kandidaat_id, ander.blok_id)
    assert cel is not None
    assert cel.leerwerkplek_id == kleine.plekken[1]


async def test_a_place_swapped_with_itself_stays(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    first = await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    same = Plaats(kleine.deelnemers[0], kleine.blokken[0])
    await bord.swap(
        conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=first.versie, een=same, ander=same
    )
    assert (await concept(conn, kleine)).versie == first.versie


async def test_what_is_pinned_locked_or_begun_does_not_move(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    await put(conn, kleine, clock, 0, 0, 1)
    versie = (await concept(conn, kleine)).versie
    plaats = Plaats(kleine.deelnemers[0], kleine.blokken[0])
    await bord.pin(
        conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=versie, plaatsen=[plaats], vast=True
    )
    with pytest.raises(Held):
        await put(conn, kleine, clock, 0, 0, 2)
    await conn.execute("update roulatie_blokken set vergrendeld = true where id = $1", kleine.blokken[1])
    with pytest.raises(Locked):
        await put(conn, kleine, clock, 0, 1, 2)
    now = await concept(conn, kleine)
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    assert cohort is not None
    later = FixedClock(
        datetime.combine(BEGIN + timedelta(weeks=1), datetime.min.time(), ZoneInfo("Europe/Amsterdam"))
    )
    with pytest.raises(Begun):
        bord._allow(cohort, replace(now, basis_id=1), Plaats(kleine.deelnemers[1], kleine.blokken[0]), later)
    bord._allow(cohort, now, Plaats(kleine.deelnemers[1], kleine.blokken[0]), later)


async def test_the_rules_say_at_once_what_is_wrong_and_where(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    for wie in (0, 1, 2):
        await put(conn, kleine, clock, wie, 0, 0)
    now = await stand(conn, kleine, clock)
    plek, blok = kleine.plekken[0], kleine.blokken[0]
    full = [each for each in now.conflicten if each.regel == "groepsgrootte"]
    assert [each.zin for each in full] == [
        f"In blok {{blok:{blok}}} zijn 3 mensen op plek {{plek:{plek}}}. Er is plaats voor 2."
    ]
    assert full[0].wet
    assert is_at(full[0], kleine.deelnemers[0], blok, plek)
    assert not is_at(full[0], kleine.deelnemers[0], kleine.blokken[1], plek)
    assert not is_at(full[0], kleine.deelnemers[3], blok, kleine.plekken[1])
    assert now.mensen[plek, blok] == kleine.deelnemers[:3]
    druk = now.druk[plek, blok]
    assert (druk.gevraagd, druk.minuten) == (900, 600)
    assert now.geoefend[kleine.deelnemers[0], kleine.werkprocessen[0]] == 4


async def test_a_rooster_is_weighed_anew_where_it_or_the_question_differs(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    assert cohort is not None
    rijen = await read_rijen(conn, cohort, clock.today(), None)
    full = [Cel(wie, kleine.blokken[0], kleine.plekken[0]) for wie in kleine.deelnemers[:2]]
    crowded = [*full, Cel(kleine.deelnemers[2], kleine.blokken[0], kleine.plekken[0])]
    narrow = replace(
        rijen, cohort=replace(cohort, plekken=tuple(replace(each, maximum=1) for each in cohort.plekken))
    )
    for _ in range(2):
        for question, cellen in ((rijen, full), (rijen, crowded), (narrow, full)):
            opgave = build_opgave(question)
            seen = look(opgave, cellen)
            regels, punten = weigh(opgave, cellen)
            assert regels == len(seen.conflicten)
            assert punten == tuple(
                sum(weight * seen.punten[wish] for wish, weight in tier.gewichten.items())
                for tier in opgave.instance.beleid.tiers
            )


async def test_each_plek_says_what_it_would_break_the_best_first(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    for wie in (0, 1, 2):
        await put(conn, kleine, clock, wie, 0, 0)
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    assert cohort is not None
    cellen = (await concept(conn, kleine)).cellen
    rijen = await read_rijen(conn, cohort, clock.today(), None)
    found = compare_plekken(
        build_opgave(rijen), cellen, kleine.deelnemers[2], kleine.blokken[0], kleine.plekken
    )
    assert {each.plek for each in found[:2]} == set(kleine.plekken[1:])
    assert all({one.regel for one in each.eraf} >= {"groepsgrootte"} for each in found[:2])
    assert found[2].heeft_al
    assert not found[2].erbij


async def test_a_conflict_that_is_there_grows_or_shrinks_and_is_not_solved(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    for wie in range(4):
        await put(conn, kleine, clock, wie, 0, 0)
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    assert cohort is not None
    opgave = build_opgave(await read_rijen(conn, cohort, clock.today(), None))
    all_four = (await concept(conn, kleine)).cellen
    rest = [each for each in all_four if each.kandidaat_id != kleine.deelnemers[3]]
    for cellen, plek, grown, shrunk in ((all_four, 1, 0, 1), (rest, 0, 1, 0), (rest, 1, 0, 0)):
        found = compare_plekken(opgave, cellen, kleine.deelnemers[3], kleine.blokken[0], kleine.plekken)
        there = next(each for each in found if each.plek == kleine.plekken[plek])
        counted = [
            sum(1 for each in part if each.regel == "groepsgrootte")
            for part in (there.erbij, there.eraf, there.erger, there.minder)
        ]
        assert counted == [0, 0, grown, shrunk]


async def test_a_stranger_and_who_only_reads_move_nothing(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    with pytest.raises(NotFound):
        await bord.begin(conn, kleine.vreemd, clock=clock, roulatie_id=kleine.id)
    with pytest.raises((Forbidden, NotFound)):
        await bord.begin(conn, kleine.regio.werkgever, clock=clock, roulatie_id=kleine.id)


async def test_who_moves_over_another_version_is_told(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    first = await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    await put(conn, kleine, clock, 0, 0, 1)
    with pytest.raises(StaleVersion):
        await bord.put(
            conn,
            kleine.actor,
            clock=clock,
            roulatie_id=kleine.id,
            versie=first.versie,
            plaats=Plaats(kleine.deelnemers[0], kleine.blokken[0]),
            plek=None,
        )


async def test_nothing_that_is_undone_or_laid_on_the_board_moves_in_a_locked_block(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    await put(conn, kleine, clock, 0, 0, 1)
    await conn.execute("update roulatie_blokken set vergrendeld = true where id = $1", kleine.blokken[0])
    with pytest.raises(Locked):
        await turn(conn, kleine, clock, opnieuw=False)
    await lay(conn, kleine, clock, 2)
    now = await concept(conn, kleine)
    where = [now.where(kleine.deelnemers[0], blok) for blok in kleine.blokken[:2]]
    assert [each.leerwerkplek_id if each else None for each in where] == [
        kleine.plekken[1],
        kleine.plekken[2],
    ]


async def test_what_was_pinned_stays_when_an_alternative_is_laid_on_the_board(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    await put(conn, kleine, clock, 0, 0, 1)
    await pin(conn, kleine, clock, vast=True)
    await lay(conn, kleine, clock, 2)
    cel = (await concept(conn, kleine)).where(kleine.deelnemers[0], kleine.blokken[0])
    assert cel is not None
    assert (cel.leerwerkplek_id, cel.vast) == (kleine.plekken[1], True)


async def test_a_pin_in_a_block_that_is_locked_is_undone_for_nobody_moves(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    await put(conn, kleine, clock, 0, 0, 1)
    await conn.execute("update roulatie_blokken set vergrendeld = true where id = $1", kleine.blokken[0])
    await pin(conn, kleine, clock, vast=True)
    await turn(conn, kleine, clock, opnieuw=False)
    cel = (await concept(conn, kleine)).where(kleine.deelnemers[0], kleine.blokken[0])
    assert cel is not None
    assert not cel.vast
