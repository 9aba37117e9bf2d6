"""Blocks on their pages: add, move, split with who is in them, lock, remove, or choose another calendar."""

import re

import asyncpg
import pytest

from tests.marketplace.web.roulatie.conftest import Huis

PERIODES = "select lower(periode)::text, upper(periode)::text from roulatie_blokken order by 1"


async def publish_somebody(huis: Huis) -> None:
    """Somebody at a plek in the first block, in a concept and in a published rooster."""
    kleine = huis.kleine
    for status in ("concept", "gepubliceerd"):
        await huis.eigenaar.execute(
            """
            with rooster as (
                insert into roulatie_roosters (roulatie_id, status, gemaakt_op)
                values ($1, 'alternatief', now()) returning id)
            insert into roulatie_cellen select id, $1, $2, $3, $4 from rooster
            """,
            kleine.id,
            kleine.deelnemers[0],
            kleine.blokken[0],
            kleine.plekken[0],
        )
        await huis.eigenaar.execute(
            """
            update roulatie_roosters set status = $1,
                gepubliceerd_op = case $1 when 'gepubliceerd' then now() end,
                gepubliceerd_door = case $1 when 'gepubliceerd' then $2::bigint end
            where status = 'alternatief'
            """,
            status,
            kleine.actor.account_id,
        )


async def test_a_block_is_removed_and_added_again(huis: Huis) -> None:
    last = huis.kleine.blokken[2]
    assert (await huis.post(f"/blokken/{last}/weghalen"))[0] == 303
    assert "Van 1 februari 2027 tot en met 28 februari 2027 ligt in geen blok." in await huis.get("/blokken")
    assert (await huis.post("/blokken", van="2027-02-01", laatste_dag="2027-02-26"))[0] == 303
    assert len(await huis.rows(PERIODES)) == 3
    assert "ligt in geen blok" not in await huis.get("/blokken")


@pytest.mark.parametrize(
    ("van", "laatste_dag", "field", "words"),
    [
        ("2026-12-07", "2026-12-18", "van", "Dit blok valt samen met blok 1"),
        ("2026-12-08", "2026-12-18", "van", "Dit is geen maandag"),
        ("2026-11-30", "2026-12-04", "van", "Een blok ligt tussen 7 december 2026 en 26 februari 2027."),
        ("2027-02-22", "2027-03-05", "laatste_dag", "Een blok ligt tussen"),
        ("2027-02-01", "2027-01-01", "laatste_dag", "Het blok eindigt voor het begint"),
        ("", "2027-01-01", "van", "Vul dit veld in"),
    ],
)
async def test_a_block_that_cannot_be_is_refused_at_its_field(
    huis: Huis, van: str, laatste_dag: str, field: str, words: str
) -> None:
    status, page = await huis.post("/blokken", van=van, laatste_dag=laatste_dag)
    assert status == 400
    assert re.search(rf'id="{field}-fout".*?{words}', page, re.DOTALL), page


async def test_a_block_gets_other_dates(huis: Huis) -> None:
    first = huis.kleine.blokken[0]
    assert (await huis.post(f"/blokken/{first}", van="2026-12-14", laatste_dag="2027-01-01"))[0] == 303
    assert (await huis.rows(PERIODES))[0] == ("2026-12-14", "2027-01-04")
    status, page = await huis.post(f"/blokken/{first}", van="2026-12-14", laatste_dag="2027-01-08")
    assert (status, "Dit blok valt samen met blok 2" in page) == (400, True)


async def test_a_split_keeps_everybody_where_they_are_on_every_board(huis: Huis) -> None:
    await publish_somebody(huis)
    first = huis.kleine.blokken[0]
    for maandag in ("2026-12-07", "2027-01-04"):
        status, page = await huis.post(f"/blokken/{first}/splitsen", maandag=maandag)
        assert (status, "Kies een maandag binnen dit blok" in page) == (400, True)
    assert (await huis.post(f"/blokken/{first}/splitsen", maandag="2026-12-21"))[0] == 303
    assert (await huis.rows(PERIODES))[:2] == [("2026-12-07", "2026-12-21"), ("2026-12-21", "2027-01-04")]
    cells = """
        select rooster.status, count(*), count(distinct cel.leerwerkplek_id) from roulatie_cellen cel
        join roulatie_roosters rooster on rooster.id = cel.rooster_id group by 1 order by 1
    """
    assert await huis.rows(cells) == [("concept", 2, 1), ("gepubliceerd", 2, 1)]
    status, page = await huis.post(f"/blokken/{first}", van="2026-12-07", laatste_dag="2026-12-11")
    assert (status, "gepubliceerd rooster" in page) == (409, True)


async def test_only_the_next_half_takes_the_people_of_a_block_over(huis: Huis) -> None:
    await publish_somebody(huis)
    first, last = huis.kleine.blokken[0], huis.kleine.blokken[2]
    await huis.eigenaar.execute("delete from roulatie_blokken where id = $1", last)
    with pytest.raises(asyncpg.PostgresError, match="sluiten op elkaar aan"):
        await huis.eigenaar.execute(
            "insert into roulatie_blokken (roulatie_id, periode, deel_van)"
            " values ($1, '[2027-02-01,2027-03-01)', $2)",
            huis.kleine.id,
            first,
        )


async def test_a_rooster_that_lapsed_keeps_nothing_in_its_place(huis: Huis) -> None:
    await publish_somebody(huis)
    await huis.eigenaar.execute("delete from roulatie_roosters where status = 'gepubliceerd'")
    await huis.eigenaar.execute("update roulatie_roosters set status = 'vervallen'")
    kleine = huis.kleine
    paths = (
        f"/blokken/{kleine.blokken[0]}",
        f"/bedrijven/{kleine.plekken[0]}",
        f"/deelnemers/{kleine.deelnemers[0]}",
    )
    for path in paths:
        assert (await huis.post(f"{path}/weghalen"))[0] == 303, path
    assert await huis.rows("select count(*) from roulatie_cellen") == [(0,)]


async def test_a_block_is_locked_and_unlocked(huis: Huis) -> None:
    first = huis.kleine.blokken[0]
    locked = "select vergrendeld from roulatie_blokken order by id limit 1"
    assert (await huis.post(f"/blokken/{first}/slot", vergrendeld="ja"))[0] == 303
    assert await huis.rows(locked) == [(True,)]
    assert "Haal van slot" in await huis.get("/blokken")
    assert (await huis.post(f"/blokken/{first}/slot", vergrendeld=""))[0] == 303
    assert await huis.rows(locked) == [(False,)]


async def test_calendars_say_who_reaches_all_and_one_is_chosen(huis: Huis) -> None:
    page = await huis.get("/kalenders?blokken_van=2&blokken_tot=3&weken_van=4&weken_tot=6")
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert re.search(r"3 blokken van 4 weken Zo is het nu\. Iedereen kan alles leren", said)
    assert re.search(r"2 blokken van 6 weken Niet alles wat is afgesproken kan .* voor: K-0001, K-0002", said)
    assert (await huis.post("/kalenders", kalender="6-6"))[0] == 303
    assert await huis.rows(PERIODES) == [("2026-12-07", "2027-01-18"), ("2027-01-18", "2027-03-01")]
    for nonsense in ("6-7", "0-6", "zes", ""):
        assert (await huis.post("/kalenders", kalender=nonsense))[0] == 400
    assert "Er past geen indeling" in await huis.get("/kalenders?blokken_van=9&blokken_tot=3")


async def test_what_is_wrong_with_a_calendar_names_its_own_blocks(huis: Huis) -> None:
    await huis.post("/kalenders", kalender="6-6")
    await huis.eigenaar.execute("update roulatie_plekken set maximum = 1")
    page = await huis.get("/kalenders?blokken_van=2&blokken_tot=3&weken_van=4&weken_tot=6")
    for number in (1, 2, 3):
        assert f"In blok {number} zijn er 4 deelnemers." in page
