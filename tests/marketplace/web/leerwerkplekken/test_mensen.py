"""The page of a plek: who is there, who is proposed and what is left, as far as one may know."""

import html
import re
from datetime import timedelta

from marketplace.clock import FixedClock
from marketplace.voorstellen import publicatie, service
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import WEEK0
from tests.marketplace.regio_details import occupy
from tests.marketplace.web.regio_site import BUURMAN, EIGEN, WERKGEVER, RegioSite

NOBODY = "Hier is nu niemand en er is geen plaats gereserveerd."


async def read(huis: RegioSite, email: str, plek: int) -> str:
    """The page of a plek as somebody sees it, its spaces made one."""
    async with huis.site.logged_in(email) as visitor:
        text = html.unescape((await visitor.get(f"/leerwerkplekken/{plek}")).text)
    return re.sub(r"\s+", " ", text)


def rows(text: str, caption: str) -> list[str]:
    """The words in each row of a table with this caption."""
    (table,) = re.findall(rf"<caption[^>]*>{re.escape(caption)}</caption>(.*?)</table>", text)
    body = table.split("<tbody>")[1]
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in re.findall(r"<tr>(.*?)</tr>", body)]


async def agree(huis: RegioSite, clock: FixedClock) -> int:
    """Let the second person say yes to the second plek, and reserve it; the id of the voorstel."""
    plan = await keep_plan(huis.eigenaar, huis.regio, clock, (1, 1), (2, 1))
    voorstel = await voorstel_of(huis.eigenaar, huis.regio, plan, 1)
    actor = huis.regio.eigen
    said = await service.discuss(
        huis.eigenaar, actor, clock=clock, voorstel_id=voorstel, versie=1, ja_op=clock.today()
    )
    await service.accept(
        huis.eigenaar, actor, clock=clock, voorstel_id=voorstel, versie=said.versie, startweek=WEEK0
    )
    return voorstel


async def test_an_accountmanager_sees_who_is_there_and_goes_on_to_each(
    huis: RegioSite, clock: FixedClock
) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 1, WEEK0 - timedelta(weeks=1))
    voorstel = await agree(huis, clock)
    text = await read(huis, EIGEN, huis.regio.plekken[1])
    assert rows(text, "Wie hier een plaats heeft") == [
        "K-0001 Is bezig 16 nov 2026 t/m 20 nov 2026",
        "K-0002 Akkoord 23 nov 2026 t/m 1 jan 2027",
    ]
    assert rows(text, "Wie is voorgesteld") == ["K-0003 Voorgesteld 23 nov 2026 6"]
    assert f'href="/kandidaten/{huis.regio.kandidaten[0]}"' in text
    assert f'href="/voorstellen/{voorstel}"' in text


async def test_what_is_left_is_said_per_stretch_of_weeks(huis: RegioSite, clock: FixedClock) -> None:
    await agree(huis, clock)
    text = await read(huis, WERKGEVER, huis.regio.plekken[1])
    assert rows(text, "Plaatsen per week") == [
        "16 nov 2026 t/m 20 nov 2026 0 van 2 2",
        "23 nov 2026 t/m 1 jan 2027 1 van 2 1",
        "4 jan 2027 t/m 14 mei 2027 0 van 2 2",
    ]
    assert rows(text, "Minuten begeleiding per week van Voorbeeld")[:3] == [
        "16 nov 2026 t/m 20 nov 2026 0 van 360 360",
        "23 nov 2026 t/m 27 nov 2026 300 van 360 60",
        "30 nov 2026 t/m 1 jan 2027 120 van 360 240",
    ]


async def test_a_werkgever_sees_numbers_of_the_published_plan_and_no_persons(
    huis: RegioSite, clock: FixedClock
) -> None:
    await agree(huis, clock)
    concept = await read(huis, WERKGEVER, huis.regio.plekken[1])
    assert rows(concept, "Wie hier een plaats heeft") == [
        "Nog niet bekend Akkoord 23 nov 2026 t/m 1 jan 2027"
    ]
    assert "Er staat nog niemand voor deze plek in een gepubliceerd plan." in concept
    plan_id = await huis.eigenaar.fetchval("select id from plannen")
    await publicatie.publish(
        huis.eigenaar, huis.regio.eigen, clock=clock, plan_id=plan_id, versie=1, gezien=None
    )
    text = await read(huis, WERKGEVER, huis.regio.plekken[1])
    assert "In het gepubliceerde plan staan 2 kandidaten voor deze plek, 1 met akkoord." in text
    for page in (concept, text):
        assert "K-000" not in page
        assert "/voorstellen/" not in page
        assert "/kandidaten" not in page


async def test_an_empty_plek_says_so(huis: RegioSite) -> None:
    text = await read(huis, EIGEN, huis.regio.plekken[0])
    assert NOBODY in text
    assert "In het plan van nu staat niemand voor deze plek." in text


async def test_a_concept_without_praktijkopleider_says_what_to_do(huis: RegioSite) -> None:
    plek = huis.details.buren_plek
    text = await read(huis, BUURMAN, plek)
    assert NOBODY in text
    assert "Na publiceren doet de plek mee in de volgende rekenrun." in text
    assert "Begeleiding is er nog niet" in text
    assert f'href="/leerwerkplekken/{plek}/bewerken#begeleiding"' in text


async def test_a_closed_plek_says_that_who_is_there_stays(huis: RegioSite) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 0, WEEK0)
    await huis.eigenaar.execute("update leerwerkplekken set status = 'gesloten'")
    text = await read(huis, WERKGEVER, huis.regio.plekken[0])
    assert "Deze leerwerkplek is gesloten" in text
    assert "Een gesloten plek krijgt geen nieuwe voorstellen." in text
    assert rows(text, "Wie hier een plaats heeft") == ["K-0001 Geplaatst 23 nov 2026 t/m 27 nov 2026"]


async def test_a_promised_plek_is_not_closed_and_only_the_planner_sees_to_whom(
    huis: RegioSite, clock: FixedClock
) -> None:
    await agree(huis, clock)
    path = f"/leerwerkplekken/{huis.regio.plekken[1]}/sluiten"
    for email, way_out, shown in (
        (EIGEN, 'href="#mensen"', True),
        (WERKGEVER, "Vraag uw accountmanager", False),
    ):
        async with huis.site.logged_in(email) as visitor:
            response = await visitor.post(path, {"versie": "1"})
        assert response.status_code == 409
        assert "Deze leerwerkplek kan nog niet dicht" in response.text
        assert "Hier staat nog 1 voorstel met een ja" in response.text
        assert way_out in response.text
        assert ("K-0002" in response.text) == shown
    status = "select status from leerwerkplekken where id = $1"
    assert await huis.eigenaar.fetchval(status, huis.regio.plekken[1]) == "gepubliceerd"


async def test_a_plek_that_is_over_has_nothing_left(huis: RegioSite) -> None:
    await huis.eigenaar.execute("update leerwerkplekken set periode = '[2026-01-01,2026-11-01)'")
    text = await read(huis, EIGEN, huis.regio.plekken[0])
    assert "De plek is in de komende 26 weken niet open." in text
