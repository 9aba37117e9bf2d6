"""The weeks of a praktijkopleider and of a plek, and a kenmerk only for who may know it."""

import html
import re
from datetime import date

import pytest

from tests.marketplace.regio_details import occupy
from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import BUURMAN, EIGEN, VREEMD, WERKGEVER, RegioSite

WEEK = date(2027, 1, 4)


def paths(huis: RegioSite) -> list[str]:
    """Both pages."""
    return [
        f"/praktijkopleiders/{huis.details.praktijkopleider}",
        f"/leerwerkplekken/{huis.regio.plekken[0]}/weken",
    ]


def row(text: str, week: str) -> str:
    """The words in the row of a week."""
    found = re.search(rf'<th scope="row">{week}</th>(.*?)</tr>', text, re.DOTALL)
    assert found
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[1])).split())


async def test_the_weeks_say_what_is_used_what_is_free_and_who(huis: RegioSite) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 0, WEEK)
    async with huis.site.logged_in(EIGEN) as visitor:
        person, plek = [(await visitor.get(path)).text for path in paths(huis)]
    assert row(person, "4 jan 2027") == "60 van 360 300 1 K-0001 bij Tuin aanleggen"
    assert row(person, "11 jan 2027") == "0 van 360 360 0 niemand"
    assert row(plek, "4 jan 2027") == "1 van 1 0 Voorbeeld 60 van 360 K-0001"
    for text in (person, plek):
        assert f'href="/kandidaten/{huis.regio.kandidaten[0]}"' in text
        assert text.count("<tbody>") == 1
        assert text.count('<th scope="row">') == 26


async def test_a_werkgever_knows_who_works_there_and_not_who_is_reserved(huis: RegioSite) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 0, WEEK)
    await huis.eigenaar.execute(
        """
        with gekozen as (insert into voorstellen
            (kandidaat_id, leerwerkplek_id, status, ja_kandidaat_op, ja_vastgelegd_door)
            values ($1, $2, 'akkoord_accountmanager', '2026-11-20', $3) returning id)
        insert into bezetting select $1, $2, $4, '2027-01-11', 60, 'voorstel', id from gekozen
        """,
        huis.regio.kandidaten[1],
        huis.regio.plekken[0],
        huis.regio.eigen.account_id,
        huis.details.praktijkopleider,
    )
    async with huis.site.logged_in(WERKGEVER) as visitor:
        for path in paths(huis):
            text = (await visitor.get(path)).text
            assert "K-0001" in row(text, "4 jan 2027")
            assert "nog niet bekend" in row(text, "11 jan 2027")
            assert "(gereserveerd)" in row(text, "11 jan 2027")
            assert "K-0002" not in text
            assert "/kandidaten/" not in text


async def test_a_coordinator_and_a_praktijkopleider_read_the_weeks(huis: RegioSite) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 0, WEEK)
    coordinator = await give_role(huis, "regiocoordinator", regio_code="AM09")
    praktijkopleider = await give_role(huis, "praktijkopleider", organisatie_id=huis.regio.organisatie)
    for email in (coordinator, praktijkopleider):
        async with huis.site.logged_in(email) as visitor:
            for path in paths(huis):
                assert "K-0001" in row((await visitor.get(path)).text, "4 jan 2027")


async def test_an_adviser_of_sbb_sees_no_weeks(huis: RegioSite) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 0, WEEK)
    email = await give_role(huis, "sbb_adviseur", regio_code="AM09")
    async with huis.site.logged_in(email) as visitor:
        person, plek = [await visitor.get(path) for path in paths(huis)]
    assert "Met uw rol ziet u niet" in person.text
    assert "K-0001" not in person.text
    assert plek.status_code == 403


@pytest.mark.parametrize("email", [VREEMD, BUURMAN])
async def test_the_weeks_of_somebody_else_do_not_exist(huis: RegioSite, email: str) -> None:
    async with huis.site.logged_in(email) as visitor:
        for path in paths(huis):
            assert (await visitor.get(path)).status_code == 404


async def test_the_year_ahead_has_two_pages(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        for path in paths(huis):
            first = (await visitor.get(path)).text
            assert "16 nov 2026" in first
            assert f'href="{path}?pagina=2"' in first
            second = (await visitor.get(f"{path}?pagina=2")).text
            assert "17 mei 2027" in second
            assert "Latere weken" not in second
            assert (await visitor.get(f"{path}?pagina=9999")).status_code == 200
