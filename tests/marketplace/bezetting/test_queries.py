"""Who is at a plek and what is left of it, for those who may see it."""

from datetime import date, timedelta

import pytest

from marketplace.bezetting import service
from marketplace.bezetting.model import Verblijf
from marketplace.bezetting.queries import list_aanwezigen, list_weekstanden
from marketplace.clock import FixedClock
from marketplace.db import Connection
from tests.databases import act_as
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import WEEK0, KleineRegio, make_regio
from tests.marketplace.regio_details import add_details, occupy

WEEK = timedelta(weeks=1)


@pytest.fixture
async def regio(conn: Connection, clock: FixedClock) -> KleineRegio:
    """Plek 1 (two plaatsen) with one person at work for three weeks and one reservation from the second."""
    made = await make_regio(conn)
    for number in range(-1, 2):
        await occupy(conn, made, 0, 1, WEEK0 + number * WEEK)
    plan = await keep_plan(conn, made, clock, (1, 1), startweek=WEEK0 + WEEK)
    await service.reserve(
        conn,
        Verblijf(
            voorstel_id=await voorstel_of(conn, made, plan, 1),
            kandidaat_id=made.kandidaten[1],
            leerwerkplek_id=made.plekken[1],
            startweek=WEEK0 + WEEK,
            weken=6,
        ),
    )
    return made


async def test_an_accountmanager_sees_who_is_there_and_who_comes(
    conn: Connection, regio: KleineRegio
) -> None:
    here, comes = await list_aanwezigen(conn, regio.eigen, regio.plekken[1], WEEK0)
    assert (here.kenmerk, here.kandidaat_id, here.gereserveerd) == ("K-0001", regio.kandidaten[0], False)
    assert (here.eerste_week, here.laatste_week, here.laatste_dag) == (
        WEEK0 - WEEK,
        WEEK0 + WEEK,
        date(2026, 12, 4),
    )
    assert (comes.kenmerk, comes.gereserveerd) == ("K-0002", True)
    assert comes.voorstel_id is not None


async def test_a_werkgever_does_not_learn_for_whom_a_plaats_is_reserved(
    conn: Connection, regio: KleineRegio
) -> None:
    await act_as(conn, regio.werkgever)
    here, comes = await list_aanwezigen(conn, regio.werkgever, regio.plekken[1], WEEK0)
    assert (here.kenmerk, here.kandidaat_id) == ("K-0001", None)
    assert (comes.kenmerk, comes.kandidaat_id, comes.voorstel_id) == (None, None, None)
    assert (comes.gereserveerd, comes.eerste_week) == (True, WEEK0 + WEEK)


async def test_who_has_left_is_not_there(conn: Connection, regio: KleineRegio) -> None:
    later = WEEK0 + 2 * WEEK
    assert [each.kenmerk for each in await list_aanwezigen(conn, regio.eigen, regio.plekken[1], later)] == [
        "K-0002"
    ]


async def test_every_week_says_what_is_taken_of_plek_and_praktijkopleider(
    conn: Connection, regio: KleineRegio
) -> None:
    weken = await list_weekstanden(conn, regio.werkgever, regio.plekken[1], WEEK0, 3)
    assert [(each.week, each.bezet, each.plaatsen, each.gebruikt, each.minuten) for each in weken] == [
        (WEEK0, 1, 2, 60, 360),
        (WEEK0 + WEEK, 2, 2, 360, 360),
        (WEEK0 + 2 * WEEK, 1, 2, 120, 360),
    ]


async def test_minutes_count_at_all_plekken_of_the_praktijkopleider(
    conn: Connection, regio: KleineRegio
) -> None:
    other = await list_weekstanden(conn, regio.eigen, regio.plekken[0], WEEK0, 1)
    assert [(each.bezet, each.gebruikt, each.praktijkopleider) for each in other] == [(0, 60, "Voorbeeld")]


async def test_a_plek_without_praktijkopleider_has_weeks_without_minutes(
    conn: Connection, regio: KleineRegio
) -> None:
    details = await add_details(conn, regio)
    (only,) = await list_weekstanden(conn, details.buurman, details.buren_plek, WEEK0, 1)
    assert (only.praktijkopleider, only.gebruikt, only.minuten) == (None, 0, 0)


async def test_weeks_in_which_the_plek_is_not_open_are_left_out(conn: Connection, regio: KleineRegio) -> None:
    assert await list_weekstanden(conn, regio.eigen, regio.plekken[0], date(2027, 11, 1), 4) == []


async def test_a_stranger_sees_nobody_and_nothing(conn: Connection, regio: KleineRegio) -> None:
    details = await add_details(conn, regio)
    for stranger in (regio.vreemd, details.buurman):
        assert await list_aanwezigen(conn, stranger, regio.plekken[1], WEEK0) == []
        assert await list_weekstanden(conn, stranger, regio.plekken[1], WEEK0, 4) == []
