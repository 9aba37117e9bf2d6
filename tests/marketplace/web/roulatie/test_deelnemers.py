"""Deelnemers on their pages: who takes part, learns what, likes what, with whom, and when they are away."""

import re

import pytest

from tests.marketplace.web.roulatie.conftest import Huis


def page_of(huis: Huis, number: int = 0) -> str:
    """The page of a deelnemer."""
    return f"/deelnemers/{huis.kleine.deelnemers[number]}"


async def test_somebody_is_taken_out_and_added_again_by_kenmerk(huis: Huis) -> None:
    assert (await huis.post(f"{page_of(huis)}/weghalen"))[0] == 303
    assert "K-0001" not in await huis.get("/deelnemers")
    assert (await huis.post("/deelnemers", kenmerk="0001"))[0] == 303
    assert "K-0001" in await huis.get("/deelnemers")
    for kenmerk, words in (("K-0001", "K-0001 doet al mee."), ("K-9999", "niemand met dit kenmerk: K-9999")):
        status, page = await huis.post("/deelnemers", kenmerk=kenmerk)
        assert (status, words in page) == (400, True)


async def test_who_stands_on_the_board_is_not_taken_out(huis: Huis) -> None:
    kleine = huis.kleine
    await huis.eigenaar.execute(
        """
        with rooster as (
            insert into roulatie_roosters (roulatie_id, status, gemaakt_op)
            values ($1, 'concept', now()) returning id)
        insert into roulatie_cellen select id, $1, $2, $3, $4 from rooster
        """,
        kleine.id,
        kleine.deelnemers[0],
        kleine.blokken[0],
        kleine.plekken[0],
    )
    status, page = await huis.post(f"{page_of(huis)}/weghalen")
    assert (status, "staat al op het bord" in page) == (409, True)
    status, page = await huis.post(f"/bedrijven/{kleine.plekken[0]}/weghalen")
    assert (status, "Er staan al mensen op deze plek" in page) == (409, True)
    status, page = await huis.post(f"/blokken/{kleine.blokken[0]}/weghalen")
    assert (status, "In dit blok staan al mensen" in page) == (409, True)
    status, page = await huis.post("/kalenders", kalender="6-6")
    assert status == 409
    page = await huis.get("/kalenders")
    assert "Kiezen kan alleen zolang het bord leeg is." in page
    assert "Kies deze" not in page


async def test_where_somebody_belongs_and_begins(huis: Huis) -> None:
    tuin = huis.kleine.organisaties[0]
    assert (await huis.post(f"{page_of(huis)}/gegevens", moederbedrijf=tuin, van="2026-12-14"))[0] == 303
    assert "Voorbeeld Tuin" in await huis.get("/deelnemers")
    for fields, field in (
        ({"moederbedrijf": 9999}, "moederbedrijf"),
        ({"van": "2026-12-15"}, "van"),
        ({"van": "2027-12-13"}, "van"),
    ):
        status, page = await huis.post(f"{page_of(huis)}/gegevens", **fields)
        assert (status, f'id="{field}-fout"' in page) == (400, True), page


async def test_leerdoelen_change_come_and_go(huis: Huis) -> None:
    one, two, three = huis.kleine.werkprocessen
    status, _ = await huis.post(
        f"{page_of(huis)}/leerdoelen", **{f"weken_{one}": "5", f"weken_{two}": "", f"weken_{three}": "3"}
    )
    assert status == 303
    rows = """
        select doel.weken from roulatie_leerdoelen doel join kandidaten on id = kandidaat_id
        where kenmerk = 'K-0001' order by 1
    """
    assert await huis.rows(rows) == [(3,), (5,)]
    keep = {f"weken_{one}": "5", f"weken_{three}": "3"}
    status, page = await huis.post(f"{page_of(huis)}/leerdoelen", **keep, werkproces=two)
    assert (status, "Vul in hoeveel weken dit geoefend wordt." in page) == (400, True)
    status, page = await huis.post(f"{page_of(huis)}/leerdoelen", **{**keep, f"weken_{one}": "veel"})
    assert (status, 'value="veel"' in page) == (400, True)
    await huis.post(f"{page_of(huis)}/leerdoelen", **keep, werkproces=two, werkproces_weken="2")
    assert await huis.rows(rows) == [(2,), (3,), (5,)]


async def test_wishes_are_kept_and_taken_back(huis: Huis) -> None:
    tuin, haag, _ = huis.kleine.plekken
    await huis.post(f"{page_of(huis)}/wensen", **{f"wens_{tuin}": "100", f"wens_{haag}": "0"})
    assert await huis.rows("select wens from roulatie_voorkeuren order by 1") == [(0,), (100,)]
    page = await huis.get(page_of(huis))
    assert re.search(rf'id="wens_{tuin}".*?value="100" selected', page, re.DOTALL)
    await huis.post(f"{page_of(huis)}/wensen", **{f"wens_{tuin}": "50"})
    assert await huis.rows("select wens from roulatie_voorkeuren") == [(50,)]
    assert (await huis.post(f"{page_of(huis)}/wensen", **{f"wens_{tuin}": "7"}))[0] == 400


async def test_apart_and_together_count_both_ways_travel_one(huis: Huis) -> None:
    first, second, third, _ = huis.kleine.deelnemers
    status, _ = await huis.post(
        f"{page_of(huis, 1)}/anderen", apart=[first], samen=[third], reist_met=[third]
    )
    assert status == 303
    assert await huis.rows("select kandidaat_id, ander_id, soort from roulatie_paren order by 3") == [
        (first, second, "apart"),
        (second, third, "reist_met"),
        (second, third, "samen"),
    ]
    page = await huis.get("/deelnemers")
    for said in ("K-0001 en K-0002", "K-0002 en K-0003", "K-0002 met K-0003"):
        assert f"<li>{said}</li>" in page
    page = await huis.get(page_of(huis, 0))
    assert re.search(rf'name="apart"\s+value="{second}" checked', page)
    status, page = await huis.post(f"{page_of(huis, 1)}/anderen", apart=[first], samen=[first])
    assert (status, "Dit spreekt elkaar tegen: K-0001" in page) == (400, True)
    assert (await huis.post(f"{page_of(huis, 2)}/anderen"))[0] == 303
    left = await huis.rows("select ander_id, soort from roulatie_paren order by 2")
    assert left == [(second, "apart"), (third, "reist_met")]
    assert (await huis.post(f"{page_of(huis)}/anderen", apart=[9999]))[0] == 404


async def test_weeks_of_absence_come_and_go(huis: Huis) -> None:
    weeks = {"afwezig_van": "2026-12-14", "afwezig_tot": "2026-12-28"}
    assert (await huis.post(f"{page_of(huis)}/afwezig", **weeks))[0] == 303
    assert "week 51 (14 december 2026) tot en met week 53 (28 december 2026)" in await huis.get(page_of(huis))
    assert (await huis.post(f"{page_of(huis)}/aanwezig", afwezig_van="2026-12-21"))[0] == 303
    assert await huis.rows("select count(*) from roulatie_afwezig") == [(2,)]


@pytest.mark.parametrize(
    ("weeks", "field", "words"),
    [
        ({"afwezig_van": "2026-12-15"}, "afwezig_van", "Dit is geen maandag"),
        ({"afwezig_van": "2026-11-30"}, "afwezig_van", "in de tijd van de roulatie"),
        ({"afwezig_van": "2026-12-14", "afwezig_tot": "2026-12-07"}, "afwezig_tot", "na de eerste"),
        ({"afwezig_van": "2026-12-14", "afwezig_tot": "2027-12-13"}, "afwezig_tot", "in de tijd van"),
    ],
)
async def test_weeks_that_cannot_be_are_refused(
    huis: Huis, weeks: dict[str, str], field: str, words: str
) -> None:
    status, page = await huis.post(f"{page_of(huis)}/afwezig", **weeks)
    assert status == 400
    assert re.search(rf'id="{field}-fout".*?{words}', page, re.DOTALL)


async def test_a_block_is_never_left_by_everybody(huis: Huis) -> None:
    whole = {"afwezig_van": "2026-12-07", "afwezig_tot": "2026-12-28"}
    for number in (0, 1, 2):
        assert (await huis.post(f"{page_of(huis, number)}/afwezig", **whole))[0] == 303
    status, page = await huis.post(f"{page_of(huis, 3)}/afwezig", **whole)
    assert (status, "Dan is er niemand in het blok van 7 december 2026" in page) == (400, True)
    assert (await huis.post(f"{page_of(huis, 3)}/afwezig", **{**whole, "afwezig_tot": "2026-12-21"}))[
        0
    ] == 303


async def test_free_text_holds_no_bsn(huis: Huis) -> None:
    status, page = await huis.post("/stoppen", reden="Het was 111222333 die stopte.")
    assert (status, "BSN" in page) == (400, True)
