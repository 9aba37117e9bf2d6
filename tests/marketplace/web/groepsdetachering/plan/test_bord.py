"""The week board by its pages and forms: what it shows, what was in the way of a move, who may move."""

import re

import pytest

from tests.marketplace.groepsdetachering.kleine_detachering import WEKEN
from tests.marketplace.web.groepsdetachering.plan.bord_site import (
    EIGEN,
    PLANNER,
    VREEMD,
    WERKLEIDER,
    BordSite,
)


def forms(page: str) -> list[str]:
    """Where the forms of a page below its SW-bedrijf lead."""
    return re.findall(r'<form[^>]*action="/groepsdetachering/\d+/([^"]+)"', page)


async def test_what_is_not_there_yet_is_said_before_a_board_begins(leeg: BordSite) -> None:
    page = await leeg.get("/bord")
    assert "Het weekbord is nog leeg" in page
    assert {"bord/rekenen", "bord/beginnen"} <= set(forms(page))
    assert (await leeg.post("/bord/beginnen"))[0] == 303
    page = await leeg.get("/bord")
    assert "Nog niemand ziet dit plan." in page
    assert page.count("Geen groep</span>") == 2
    await leeg.spel.conn.execute("update opdrachten set status = 'gevraagd'")
    assert "Er is nog geen weekbord" in await leeg.get("/bord")


async def test_a_week_by_opdracht(bekeken: BordSite) -> None:
    page = await bekeken.get(f"/bord?week={WEKEN[1].isoformat()}")
    for words in ("Anna Voorbeeld, Bus 1", "Voorbeeld Tuinen, Zelhem", "Binnen: Montage"):
        assert words in page
    assert "Dit plan houdt zich aan alle regels." in page
    assert "3 medewerkers; 1 wil niet naar buiten" in page
    assert f'id="vak-{bekeken.kleine.mensen[1]}-{WEKEN[1].isoformat()}"' in page
    assert f'id="vak-{bekeken.kleine.mensen[5]}-{WEKEN[1].isoformat()}"' not in page


async def test_a_week_by_medewerker_and_who_stays_inside_when_asked(bekeken: BordSite) -> None:
    page = await bekeken.get("/bord?beeld=mensen")
    assert ("K-0002" in page, "K-0006" in page) == (True, False)
    assert "K-0006" in await bekeken.get("/bord?beeld=mensen&wie=allen")


async def test_a_week_by_bus_with_who_boards_where(bord: BordSite) -> None:
    page = await bord.get("/bord?beeld=bussen")
    assert re.search(r"Markt: \d+ minuten voor aankomst; K-0004 stapt in", page)
    assert "1 van 4 plaatsen bezet" in page
    await bord.spel.end(bord.kleine.perken)
    assert "Rijdt deze week niet." in await bord.get("/bord?beeld=bussen")


async def test_what_is_picked_says_what_each_choice_breaks(bord: BordSite) -> None:
    picked = f"/bord?kies={bord.kleine.mensen[0]}-{WEKEN[0].isoformat()}"
    page = await bord.get(picked)
    assert "Kies Perken" in page
    assert "Dit breekt geen regel." not in page
    await bord.spel.put(1, None)
    page = await bord.get(picked)
    assert "Opgelost:" in page
    assert "Dit breekt geen regel." in page


async def test_a_group_that_is_picked_says_who_can_lead(bekeken: BordSite) -> None:
    page = await bekeken.get(f"/bord?kies=groep-{bekeken.kleine.perken}")
    assert "Bram Voorbeeld (mist VCA)" in page
    assert "Groep opslaan" in page
    page = await bekeken.get(f"/bord?kies=groep-{bekeken.kleine.kas}")
    assert "Anna Voorbeeld (leidt dan al Perken)" in page
    assert "Start deze groep" in page


NONSENSE = """week=gisteren week=2020-01-01 week=9999-12-27 beeld=kaart kies= kies=niemand kies=-1
    kies=0-2026-11-16 kies=99999999999999999999-2026-11-16 kies=1-morgen kies=%C2%B2-2026-11-16
    kies=groep- kies=groep-0 kies=groep-99999999999999999999 verder=misschien&wie=niemand"""


async def test_who_cannot_show_the_work_is_told_where_that_is_asked(bord: BordSite) -> None:
    kleine = bord.kleine
    await bord.spel.conn.execute(
        "update opdracht_werkprocessen set werkleider = true where opdracht_id = $1", kleine.perken
    )
    await bord.spel.conn.execute("update werkleiders set trainingen = '{VCA}'")
    page = await bord.get(f"/bord?kies=groep-{kleine.perken}")
    assert "Bram Voorbeeld (kan het werk niet voordoen)" in page


async def test_a_group_at_what_was_withdrawn_is_ended_from_its_panel(bord: BordSite) -> None:
    kleine = bord.kleine
    await bord.spel.start(kleine.kas, kleine.bram)
    await bord.spel.conn.execute(
        "update opdrachten set status = 'ingetrokken', reden = 'Geen werk' where id = $1", kleine.kas
    )
    page = await bord.get(f"/bord?week={WEKEN[0].isoformat()}&kies=groep-{kleine.kas}")
    assert "Deze opdracht heeft deze week geen werkdagen." in page
    assert "Geen groep deze week" in page
    assert (await bord.move("groep-weg", opdracht=kleine.kas))[0] == 303
    assert f'id="vak-groep-{kleine.kas}"' not in await bord.get("/bord")


async def test_nonsense_in_the_address_shows_the_board(bekeken: BordSite) -> None:
    async with bekeken.site.logged_in(PLANNER) as visitor:
        for query in (*NONSENSE.split(), f"kies=groep-{'1' * 5000}", f"kies={'1' * 5000}-2026-11-16"):
            response = await visitor.get(f"{bekeken.thuis}/bord?{query}")
            assert response.status_code == 200, query
            assert "Welke groep werkt waar deze week" in response.text
            assert 'id="kiezer"' not in response.text or "kies=1-" in query


async def test_of_a_week_that_is_over_nothing_is_picked(bord: BordSite) -> None:
    bord.site.app.state.clock = bord.spel.later(1).clock
    kies = f"{bord.kleine.mensen[0]}-{WEKEN[0].isoformat()}"
    page = await bord.get(f"/bord?week={WEKEN[0].isoformat()}&kies={kies}")
    assert 'id="kiezer"' not in page
    assert f'data-basis=\'{{"beeld": "groepen", "week": "{WEKEN[1].isoformat()}"}}\'' in page


async def test_a_move_goes_back_to_the_week_and_view_it_was_made_in(bord: BordSite) -> None:
    status, where = await bord.move(
        "zetten",
        kandidaat=bord.kleine.mensen[1],
        week=WEKEN[1].isoformat(),
        beeld="mensen",
        verder="ja",
    )
    assert (status, where) == (
        303,
        f"{bord.thuis}/bord?week={WEKEN[1].isoformat()}&beeld=mensen&verder=ja",
    )
    assert await bord.spel.where(1, 1) is None
    assert (await bord.move("ongedaan"))[0] == 303
    assert await bord.spel.where(1, 1) is not None
    assert (await bord.move("opnieuw"))[0] == 303
    assert await bord.spel.where(1, 1) is None


async def test_somebody_comes_on_the_days_that_are_ticked(bord: BordSite) -> None:
    kleine = bord.kleine
    page = await bord.get(f"/bord?kies={kleine.mensen[2]}-{WEKEN[0].isoformat()}")
    ticked = re.findall(r'name="dagen"\s+value="(\d)"( checked)?', page)
    assert ticked == [("0", " checked"), ("1", " checked"), ("2", "")]
    fields = {"kandidaat": kleine.mensen[2], "opdracht": kleine.perken, "per_dag": "ja"}
    assert (await bord.move("zetten", dagen=[1, 2], **fields))[0] == 303
    place = await bord.spel.where(2)
    assert place is not None
    assert place.dagen == 0b00110


async def test_a_group_runs_as_it_is_typed(bord: BordSite) -> None:
    kleine = bord.kleine
    status, _ = await bord.move(
        "groep",
        opdracht=kleine.kas,
        werkleider=kleine.bram,
        dagen=[1, 3, 4],
        invaller=kleine.anna,
        invaldagen=[4],
        verder="ja",
    )
    assert status == 303
    group = await bord.spel.group(kleine.kas, 1)
    assert group is not None
    assert group.leiding == ((1, kleine.bram), (3, kleine.bram), (4, kleine.anna))
    assert (await bord.move("groep-weg", opdracht=kleine.kas))[0] == 303
    assert await bord.spel.group(kleine.kas) is None


async def test_what_is_in_the_way_of_a_move_stands_on_the_board(bord: BordSite) -> None:
    kleine = bord.kleine
    await bord.spel.pin(1)
    group = {"opdracht": kleine.kas, "werkleider": kleine.bram, "dagen": [0, 1]}
    for verb, fields, words in (
        ("zetten", {"kandidaat": kleine.mensen[1]}, "Deze plaats staat vast."),
        ("zetten", {"kandidaat": kleine.mensen[0], "opdracht": kleine.kas}, "Start eerst een groep."),
        ("zetten", {"kandidaat": kleine.mensen[4], "opdracht": kleine.perken}, "geen werkdag samen"),
        ("groep", group | {"werkleider": kleine.anna}, "leidt op een van die dagen al een andere groep"),
        ("groep", group | {"bus": kleine.bus}, "rijdt op een van die dagen al voor een andere groep"),
        ("groep", group | {"opdracht": kleine.perken, "dagen": [4]}, "Kies ten minste één dag waarop"),
        ("groep-weg", {"opdracht": kleine.kas}, "Start eerst een groep."),
        ("opnieuw", {}, "Er is geen zet"),
    ):
        status, page = await bord.move(verb, **fields)
        assert status == 409, (verb, page)
        assert words in page
        assert "Welke groep werkt waar deze week" in page


async def test_a_move_that_is_nonsense_changes_nothing_and_is_said(bekeken: BordSite) -> None:
    kleine, before = bekeken.kleine, await bekeken.spel.concept()
    group = {"opdracht": kleine.perken, "werkleider": kleine.anna}
    place = {"kandidaat": kleine.mensen[1], "opdracht": kleine.perken}
    for verb, fields, status in (
        ("zetten", {"kandidaat": "iemand"}, 400),
        ("zetten", {}, 400),
        ("zetten", place | {"week": "ooit"}, 400),
        ("zetten", place | {"dagen": [7], "per_dag": "ja"}, 400),
        ("zetten", place | {"per_dag": "ja"}, 400),
        ("zetten", place | {"versie": "oud"}, 409),
        ("zetten", place | {"versie": 1}, 409),
        ("zetten", place | {"week": "2030-01-07"}, 404),
        ("zetten", place | {"kandidaat": 2**63 - 1}, 404),
        ("groep", group, 400),
        ("groep", group | {"dagen": [0], "bus": 2**63 - 1}, 404),
        ("vast", {"vast": "half"}, 400),
        ("overnemen", {"plan": 2**63 - 1}, 404),
    ):
        found, page = await bekeken.move(verb, **fields)
        assert found == status, (verb, fields, page)
    assert await bekeken.spel.concept() == before


async def test_a_week_is_pinned_and_let_go_at_once(bord: BordSite) -> None:
    await bord.move("vast", vast="true")
    now = await bord.spel.concept()
    assert [each.vast for each in now.groepen] == [True, False]
    assert [each.vast for each in now.indelingen] == [True, False] * 3
    assert "staat vast" in await bord.get("/bord")
    await bord.move("vast", vast="false")
    assert not any(each.vast for each in (await bord.spel.concept()).indelingen)


async def test_a_werkleider_looks_and_moves_nothing(bekeken: BordSite) -> None:
    page = await bekeken.get("/bord", WERKLEIDER)
    assert "Anna Voorbeeld" in page
    assert forms(page) == []
    for words in ("Nakijken en publiceren", "Ongedaan maken", "data-stuk", "draggable"):
        assert words not in page
    for verb in ("beginnen", "zetten", "groep", "groep-weg", "vast", "ongedaan", "overnemen", "rekenen"):
        assert (await bekeken.post(f"/bord/{verb}", WERKLEIDER))[0] == 403


@pytest.mark.parametrize(("email", "status"), [(EIGEN, 403), (VREEMD, 404)])
async def test_others_see_nothing_of_it(bekeken: BordSite, email: str, status: int) -> None:
    for path in ("/bord", "/plannen", "/plannen/1", "/publiceren", "/wat-als", "/wat-als/1"):
        assert (await bekeken.ask(path, email))[0] == status, path
    for path in ("/bord/beginnen", "/bord/rekenen", "/publiceren", "/wat-als/tarief", "/wat-als/1/gebruiken"):
        fields = {"versie": 1, "week": WEKEN[0].isoformat(), "tarief": bekeken.kleine.perken}
        assert (await bekeken.post(path, email, **fields))[0] == status, path
