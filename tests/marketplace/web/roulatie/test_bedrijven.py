"""Companies and plekken on their pages: take part, season, signatures, overeenkomsten and offers."""

import re

import pytest

from tests.marketplace.web.roulatie.conftest import Huis


def page_of(huis: Huis, number: int = 0) -> str:
    """The page of a plek."""
    return f"/bedrijven/{huis.kleine.plekken[number]}"


async def test_a_plek_of_the_regio_is_searched_added_and_removed(huis: Huis) -> None:
    other = huis.kleine.regio.plekken[0]
    page = await huis.get("/bedrijven/toevoegen")
    assert "Tuin aanleggen" in page
    assert "Tuin aanleggen" not in await huis.get("/bedrijven/toevoegen?woorden=gras")
    status, path = await huis.post("/bedrijven/toevoegen", plek=other)
    assert (status, path) == (303, f"{huis.path}/bedrijven/{other}")
    added = "select kort, kleur, minimum, maximum from roulatie_plekken order by kleur desc limit 1"
    assert await huis.rows(added) == [("Tuinen", 4, 0, 1)]
    assert (await huis.post("/bedrijven/toevoegen", plek=other))[0] == 400
    companies = "select count(*) from roulatie_bedrijven"
    assert await huis.rows(companies) == [(4,)]
    assert (await huis.post(f"/bedrijven/{other}/weghalen"))[0] == 303
    assert await huis.rows(companies) == [(3,)]


async def test_only_what_is_published_and_open_then_can_take_part(huis: Huis) -> None:
    one, two = huis.kleine.regio.plekken
    await huis.eigenaar.execute("update leerwerkplekken set status = 'gesloten' where id = $1", one)
    await huis.eigenaar.execute(
        "update leerwerkplekken set periode = '[2026-11-01,2026-12-01)' where id = $1", two
    )
    assert "Er is geen open plek die nog niet meedoet." in await huis.get("/bedrijven/toevoegen")
    assert (await huis.post("/bedrijven/toevoegen", plek=one))[0] == 400


async def test_how_a_plek_takes_part_is_changed(huis: Huis) -> None:
    fields = {"kort": "Kwekerij", "kleur": 9, "minimum": 1, "maximum": 2, "taxibus": 3}
    assert (await huis.post(f"{page_of(huis)}/gegevens", **fields))[0] == 303
    page = await huis.get("/bedrijven")
    assert "Kwekerij" in page
    assert "kleur-9" in page
    for field, value, words in (
        ("kort", "haag", "Een andere plek heeft deze korte naam al."),
        ("kort", "Een veel te lange naam", "Er passen 14 tekens in"),
        ("minimum", 3, "Het minimum is hoger dan het maximum."),
        ("kleur", 13, "Vul 12 of minder in"),
    ):
        status, page = await huis.post(f"{page_of(huis)}/gegevens", **{**fields, field: value})
        assert status == 400
        assert re.search(rf'id="{field}-fout".*?{re.escape(words)}', page, re.DOTALL), page


async def test_season_and_what_must_come_first(huis: Huis) -> None:
    one, two, _ = huis.kleine.werkprocessen
    months = {f"maanden_{one}": [4, 5, 6]}
    assert (await huis.post(f"{page_of(huis)}/lessen", vereist=[two], **months))[0] == 303
    assert await huis.rows("select maanden from roulatie_seizoenen") == [([4, 5, 6],)]
    assert await huis.rows("select werkproces_id from roulatie_vereist") == [(two,)]
    page = await huis.get(page_of(huis))
    assert re.search(rf'name="maanden_{one}"\s+value="4" checked', page)
    assert "hooguit" not in await huis.get("/bedrijven")
    page = await huis.get("")
    assert "leren. Geen bedrijf biedt dat nu aan." in page
    assert (await huis.post(f"{page_of(huis)}/lessen", **{f"maanden_{one}": [13]}))[0] == 400
    status, page = await huis.post(f"{page_of(huis)}/lessen", vereist=[9999], **months)
    assert (status, 'id="vereist-fout"' in page) == (400, True)
    assert re.search(rf'name="maanden_{one}"\s+value="4" checked', page)
    whole = {f"maanden_{one}": list(range(1, 13))}
    await huis.post(f"{page_of(huis)}/lessen", **whole)
    assert await huis.rows("select count(*) from roulatie_seizoenen") == [(0,)]


async def test_closed_weeks_come_and_go(huis: Huis) -> None:
    path = page_of(huis)
    assert (await huis.post(f"{path}/dicht", dicht_van="2026-12-21", dicht_tot="2026-12-28"))[0] == 303
    assert "2 weken dicht" in await huis.get("/bedrijven")
    assert (await huis.post(f"{path}/open", dicht_van="2026-12-21", dicht_tot="2026-12-28"))[0] == 303
    assert await huis.rows("select count(*) from roulatie_gesloten") == [(0,)]
    for weeks, field in (
        ({"dicht_van": "2026-12-22"}, "dicht_van"),
        ({"dicht_van": "2026-11-23"}, "dicht_van"),
        ({"dicht_van": "2026-12-21", "dicht_tot": "2026-12-14"}, "dicht_tot"),
        ({"dicht_van": "2026-12-21", "dicht_tot": "2099-12-28"}, "dicht_tot"),
    ):
        status, page = await huis.post(f"{path}/dicht", **weeks)
        assert (status, f'id="{field}-fout"' in page) == (400, True)


async def test_a_company_signs_and_may_take_that_back_until_something_is_published(huis: Huis) -> None:
    tuin = huis.kleine.organisaties[0]
    assert (await huis.post(f"/handtekeningen/{tuin}/terug"))[0] == 303
    assert "Nog niet getekend door Voorbeeld Tuin." in await huis.get("")
    status, page = await huis.post(f"/handtekeningen/{tuin}", getekend_door="", getekend_op="2030-01-01")
    assert (status, f'id="getekend_door-teken-{tuin}-fout"' in page) == (400, True)
    status, page = await huis.post(
        f"/handtekeningen/{tuin}", getekend_door="De directeur", getekend_op="2030-01-01"
    )
    assert (status, "Deze dag is nog niet geweest." in page) == (400, True)
    fields = {"getekend_door": "De directeur", "getekend_op": "2026-11-19"}
    assert (await huis.post(f"/handtekeningen/{tuin}", **fields))[0] == 303
    assert "Getekend door De directeur op 19 november 2026." in await huis.get("/bedrijven")
    await huis.eigenaar.execute("update roulaties set status = 'lopend'")
    status, page = await huis.post(f"/handtekeningen/{tuin}/terug")
    assert (status, "kan dan niet meer terug" in page) == (409, True)
    assert (await huis.post("/handtekeningen/9999", **fields))[0] == 404


async def test_overeenkomsten_keep_the_day_on_which_each_was_signed(huis: Huis) -> None:
    who, tuin, haag = huis.kleine.deelnemers[0], *huis.kleine.organisaties[:2]
    await huis.post("/overeenkomsten", getekend=[f"{who}-{tuin}"], getekend_op="2026-11-10")
    await huis.post("/overeenkomsten", getekend=[f"{who}-{tuin}", f"{who}-{haag}"], getekend_op="2026-11-12")
    days = "select getekend_op::text from roulatie_overeenkomsten order by 1"
    assert await huis.rows(days) == [("2026-11-10",), ("2026-11-12",)]
    assert "10 nov 2026" in await huis.get("/overeenkomsten")
    await huis.post("/overeenkomsten", getekend_op="2026-11-12")
    assert await huis.rows(days) == []
    status, _ = await huis.post("/overeenkomsten", getekend=[f"{who}-9999"], getekend_op="2026-11-12")
    assert status == 404
    status, page = await huis.post("/overeenkomsten", getekend=["x-y"], getekend_op="2030-11-12")
    assert (status, 'id="getekend_op-fout"' in page) == (400, True)


@pytest.mark.parametrize("status", ["lopend", "afgerond"])
async def test_an_offer_within_the_term_is_shown_with_the_reason_asked(huis: Huis, status: str) -> None:
    kleine = huis.kleine
    await huis.eigenaar.execute("update roulaties set status = $1", status)
    await huis.eigenaar.execute(
        """
        update roulatie_deelnemers set moederbedrijf_id = $2 where kandidaat_id = $1
        """,
        kleine.deelnemers[0],
        kleine.organisaties[0],
    )
    await huis.eigenaar.execute(
        "insert into voorstellen (kandidaat_id, leerwerkplek_id) values ($1, $2)",
        kleine.deelnemers[0],
        kleine.plekken[1],
    )
    await huis.eigenaar.execute(
        "insert into roulatie_aanbiedingen (roulatie_id, kandidaat_id, organisatie_id, voorstel_id)"
        " select $1, $2, $3, id from voorstellen",
        kleine.id,
        kleine.deelnemers[0],
        kleine.organisaties[1],
    )
    assert "K-0001: Voorbeeld Haag" in await huis.get("/bedrijven")
    number = await huis.eigenaar.fetchval("select id from roulatie_aanbiedingen")
    code, page = await huis.post(f"/aanbiedingen/{number}", reden="Nee")
    assert (code, f'id="reden-reden-{number}-fout"' in page) == (400, True)
    assert (await huis.post(f"/aanbiedingen/{number}", reden="De deelnemer vroeg er zelf om."))[0] == 303
    assert "Reden: De deelnemer vroeg er zelf om." in await huis.get("/bedrijven")
    assert (await huis.post("/aanbiedingen/9999", reden="Er is geen aanbod."))[0] == 404


async def test_a_werkproces_that_nobody_teaches_says_who_could(huis: Huis) -> None:
    one = huis.kleine.werkprocessen[0]
    plek = huis.kleine.regio.plekken[0]
    await huis.eigenaar.execute("insert into leerwerkplek_werkprocessen values ($1, $2)", plek, one)
    await huis.post(f"{page_of(huis)}/weghalen")
    page = await huis.get("")
    assert "Geen plek van deze roulatie leert ‘Onkruid weghalen’" in page
    said = re.sub(r"\s+", " ", page)
    assert "Tuin aanleggen</a>, Voorbeeld Tuinen. Kan het leren, als deze plek meedoet." in said
    await huis.eigenaar.execute("update kandidaten set praktijkleren = true, crebo = 25258")
    said = re.sub(r"\s+", " ", await huis.get(""))
    assert "Voorbeeld Tuinen. Kan het leren, als deze plek meedoet en een erkenning krijgt." in said
