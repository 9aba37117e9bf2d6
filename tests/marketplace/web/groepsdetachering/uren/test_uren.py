"""Pages of hours: the list, filling in, the link, and what can be taken along."""

import re
from urllib.parse import urlsplit

import pytest

from tests.marketplace.groepsdetachering.uren.kleine_uren import KleineUren
from tests.marketplace.web.groepsdetachering.bedrijf.conftest import (
    BUURPLANNER,
    EIGEN,
    WERKLEIDER,
    Huis,
)


def week(kleine: KleineUren, day: str = "2026-11-09") -> str:
    """The page of a week."""
    return f"/uren/{kleine.opdracht}/{day}"


def hours(kleine: KleineUren, versie: int = 0, /, **others: object) -> dict[str, object]:
    """The form as it is opened, with other hours."""
    first, second, _ = kleine.mensen
    planned = {f"uur_{first}_0": "6", f"uur_{first}_1": "6", f"uur_{second}_1": "6"}
    return {"versie": versie, "medewerker": [first, second], **planned, **others}


async def test_the_list_begins_with_the_last_week_that_ended(huis: Huis, kleine: KleineUren) -> None:
    page = await huis.get("/uren")
    for words in ("week 46 (9 november 2026)", "Tuin", "18 uur", "Nog niet ingevuld", "Volgende week"):
        assert words in page
    page = await huis.get("/uren?week=2026-11-18")
    assert "Er was geen groep in deze week" in page
    assert "Volgende week" not in page
    assert "week 47" in await huis.get("/uren?week=2027-03-01")
    assert kleine.opdracht


async def test_a_week_is_opened_with_what_was_planned_and_saved(huis: Huis, kleine: KleineUren) -> None:
    first = kleine.mensen[0]
    page = await huis.get(week(kleine))
    assert f'name="uur_{first}_0"' in page
    assert page.count('value="6"') == 3
    sent = hours(
        kleine, **{f"uur_{first}_0": "6,5", f"uur_{first}_1": "2:15", f"uur_{kleine.mensen[1]}_1": ""}
    )
    status, where = await huis.post(week(kleine), **sent)
    assert (status, where) == (303, huis.path + week(kleine))
    stored = await huis.rows("select kandidaat_id, dag, minuten from detacheringsuren order by dag")
    assert stored == [(first, 0, 390), (first, 1, 135)]
    assert "8:45" in await huis.get(week(kleine))
    assert "8 uur 45" in await huis.get("/uren")


async def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(
    huis: Huis, kleine: KleineUren
) -> None:
    first, second, _ = kleine.mensen
    status, page = await huis.post(
        week(kleine), **hours(kleine, **{f"uur_{first}_0": "12:30", f"uur_{second}_1": "zes"})
    )
    assert status == 400
    assert page.count("hooguit 12 uur per dag") == 2
    for words in ("K-0001 op maandag", "bijvoorbeeld 16 of 16,5", 'value="12:30"', 'value="zes"'):
        assert words in page
    assert await huis.rows("select count(*) from detacheringsweken") == [(0,)]


@pytest.mark.parametrize(
    "wrong", [{"medewerker": "x"}, {"medewerker": "9" * 5000}, {"versie": "x"}, {"kenmerk": "k" * 300}]
)
async def test_a_form_that_no_page_made_is_refused(
    huis: Huis, kleine: KleineUren, wrong: dict[str, object]
) -> None:
    status, page = await huis.post(week(kleine), **hours(kleine) | wrong)
    assert (status, "Uren van Tuin" in page) == (400, True)
    if "kenmerk" in wrong:
        assert page.count('value="6"') == 3
    assert (await huis.post(week(kleine), **hours(kleine) | {"medewerker": 10_000, "uur_10000_0": 1}))[
        0
    ] == 404


async def test_a_number_with_a_space_is_the_same_person(huis: Huis, kleine: KleineUren) -> None:
    sent = hours(kleine) | {"medewerker": [f" {each}" for each in kleine.mensen[:2]]}
    assert (await huis.post(week(kleine), **sent))[0] == 303
    assert await huis.rows("select count(*) from detacheringsuren") == [(3,)]
    assert (await huis.post(week(kleine), **sent | {"medewerker": "9" * 19, "versie": 1}))[0] in {400, 404}


async def test_who_stood_in_is_added_by_kenmerk_and_then_saved(huis: Huis, kleine: KleineUren) -> None:
    third = kleine.mensen[2]
    status, page = await huis.post(week(kleine), **hours(kleine, kenmerk="k-0003"))
    assert (status, f'name="uur_{third}_0"' in page) == (200, True)
    assert await huis.rows("select count(*) from detacheringsweken") == [(0,)]
    for kenmerk, said in (("K-9999", "niet van een medewerker"), ("K-0001", "staat al in de lijst")):
        status, page = await huis.post(week(kleine), **hours(kleine, kenmerk=kenmerk))
        assert (status, said in page) == (400, True)
    sent = hours(kleine) | {"medewerker": kleine.mensen, f"uur_{third}_4": "4"}
    assert (await huis.post(week(kleine), **sent))[0] == 303
    assert (third, 4, 240) in await huis.rows("select kandidaat_id, dag, minuten from detacheringsuren")


async def test_of_two_who_save_the_second_sees_it(huis: Huis, kleine: KleineUren) -> None:
    await huis.post(week(kleine), **hours(kleine))
    status, page = await huis.post(week(kleine), **hours(kleine))
    assert (status, "Iemand anders heeft dit intussen gewijzigd" in page) == (409, True)


@pytest.mark.parametrize(
    ("day", "status"), [("2026-11-23", 409), ("2026-11-10", 404), ("vandaag", 404), ("2026-01-05", 404)]
)
async def test_another_week_is_refused(huis: Huis, kleine: KleineUren, day: str, status: int) -> None:
    assert (await huis.ask(week(kleine, day)))[0] == status


async def test_who_only_reads_changes_nothing(huis: Huis, kleine: KleineUren) -> None:
    page = await huis.get(week(kleine), WERKLEIDER)
    assert "Uren opslaan" not in page
    assert "K-0001" in page
    assert (await huis.post(week(kleine), WERKLEIDER, **hours(kleine)))[0] == 403
    assert (await huis.post(f"{week(kleine)}/link", WERKLEIDER, versie=1))[0] == 403


@pytest.mark.parametrize(("email", "status"), [(BUURPLANNER, 404), (EIGEN, 403)])
async def test_a_stranger_sees_nothing(huis: Huis, kleine: KleineUren, email: str, status: int) -> None:
    for path in (
        "/uren",
        week(kleine),
        "/papier",
        "/planning.pdf",
        "/uren/setu.json?van=2026-11-09&tot=2026-11-09",
    ):
        assert (await huis.ask(path, email))[0] == status, path


async def make_link(huis: Huis, kleine: KleineUren, versie: int = 1) -> str:
    """The path of a fresh link."""
    status, page = await huis.post(f"{week(kleine)}/link", versie=versie)
    found = re.search(r"(http\S+/link/uren/\S+?)</textarea>", page)
    assert (status, bool(found)) == (200, True), page
    return urlsplit(found[1]).path if found else ""


async def test_an_inlener_says_what_is_wrong_and_agrees_when_it_was_mended(
    huis: Huis, kleine: KleineUren
) -> None:
    await huis.post(week(kleine), **hours(kleine))
    path = await make_link(huis, kleine)
    assert "Wacht op de inlener" in await huis.get("/uren")
    async with huis.site.visitor() as holder:
        seen = await holder.get(path)
        assert (seen.status_code, seen.headers["referrer-policy"]) == (200, "no-referrer")
        for words in ("Medewerker 1", "week 46", "Voorbeeld Tuinen", "18"):
            assert words in seen.text
        wrong = await holder.post(path, {"antwoord": "klopt_niet", "naam": "Bas"})
        assert (wrong.status_code, "wat er niet klopt" in wrong.text) == (400, True)
        both = await holder.post(path, {"antwoord": "klopt", "naam": "Bas", "opmerking": "Te veel"})
        assert (both.status_code, "Te veel" in both.text) == (400, True)
        sent = await holder.post(
            path, {"antwoord": "klopt_niet", "naam": "Bas", "opmerking": "Te <b>veel</b>"}
        )
        assert sent.headers["location"] == "/link/uren-bedankt"
        assert "Bedankt" in (await holder.get("/link/uren-bedankt")).text
        assert (await holder.get(path)).status_code == 410
        assert "Bas: Te &lt;b&gt;veel&lt;/b&gt;" in await huis.get(week(kleine))
        path = await make_link(huis, kleine, 2)
        assert (await holder.post(path, {"antwoord": "klopt", "naam": "Bas Baas"})).status_code == 303
        assert (await holder.post(path, {"antwoord": "klopt", "naam": "Bas Baas"})).status_code == 410
    page = await huis.get(week(kleine))
    assert "Bevestigd door Bas Baas" in page
    assert "Uren opslaan" not in page
    status, page = await huis.post(week(kleine), **hours(kleine, 3))
    assert (status, "Ze veranderen niet meer" in page) == (409, True)
    told = await huis.get(f"/opdrachten/{kleine.opdracht}")
    for words in ("Uren bevestigd door de inlener", "week van 9 november 2026", "iemand met de link"):
        assert words in told


async def test_a_link_is_withdrawn_or_ends_when_hours_change(huis: Huis, kleine: KleineUren) -> None:
    await huis.post(week(kleine), **hours(kleine))
    first = await make_link(huis, kleine)
    assert "Link intrekken" in await huis.get(week(kleine))
    assert (await huis.post(f"{week(kleine)}/link-intrekken", versie=1))[0] == 303
    second = await make_link(huis, kleine)
    assert (await huis.post(week(kleine), **hours(kleine, 1)))[0] == 303
    async with huis.site.visitor() as holder:
        for dead in (first, second):
            assert (await holder.get(dead)).status_code == 410
    status, page = await huis.post(f"{week(kleine)}/link", versie=1)
    assert (status, "Dit kan nu niet" in page) == (409, True)


@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("/uren/facturatie.xlsx?van=2026-11-09&tot=2026-11-16", b"PK"),
        ("/uren/facturatie.pdf?van=2026-11-09&tot=2026-11-16", b"%PDF"),
        ("/uren/setu.json?van=2026-11-09&tot=2026-11-16", b"{"),
        ("/planning.xlsx?week=2026-11-09", b"PK"),
        ("/planning.pdf?week=2026-11-09", b"%PDF"),
    ],
)
async def test_a_reader_takes_files_along(huis: Huis, kleine: KleineUren, path: str, start: bytes) -> None:
    await huis.post(week(kleine), **hours(kleine))
    async with huis.site.logged_in(WERKLEIDER) as visitor:
        got = await visitor.get(huis.path + path)
    assert (got.status_code, got.content[: len(start)]) == (200, start)
    name = got.headers["content-disposition"]
    assert "2026-11-09" in name
    assert "planning" in name or "voorbeeld-werkplein-2026-11-09-2026-11-22" in name


@pytest.mark.parametrize(
    "asked", ["", "?van=2026-11-16&tot=2026-11-09", "?van=2026-11-09&tot=2028-11-09", "?van=x"]
)
async def test_weeks_that_make_no_period_are_refused(huis: Huis, kleine: KleineUren, asked: str) -> None:
    status, page = await huis.ask(f"/uren/setu.json{asked}")
    assert (status, "eerst de eerste en dan de laatste week" in page) == (400, True)
    assert kleine.opdracht


async def test_a_file_can_be_of_one_opdracht(huis: Huis, kleine: KleineUren) -> None:
    for opdracht, count in ((kleine.opdracht, 1), (kleine.opdracht + 1, 0)):
        page = await huis.get(f"/uren/setu.json?van=2026-11-09&tot=2026-11-09&opdracht={opdracht}")
        assert page.count("assignmentId") == count


async def test_the_planning_can_be_looked_at_before_it_is_printed(huis: Huis, kleine: KleineUren) -> None:
    page = await huis.get("/papier?week=2026-11-09")
    for words in ("week 46", "Anna", "K-0001", "planning.pdf?week=2026-11-09"):
        assert words in page
    assert "Er is nog niets te printen" in await huis.get("/papier")
    assert kleine.opdracht
