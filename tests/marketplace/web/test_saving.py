"""A form or a button that came too late: the page as it is now, with what was in the way."""

import re
from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from marketplace.web.overtaken import MOVED_ON
from tests.marketplace.web.regio_site import EIGEN, RegioSite, make_beheerder, open_regio_site
from tests.marketplace.web.werkprocessen.test_catalogus import CREBO


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    """An accountmanager who keeps the catalogue too."""
    async with open_regio_site(database, clock) as opened:
        await make_beheerder(opened.eigenaar)
        yield opened


@pytest.fixture
async def paths(huis: RegioSite) -> dict[str, str]:
    """Where each noun stands."""
    werkproces = await huis.eigenaar.fetchval("select id from werkprocessen where code = 'VB-GRO-01'")
    return {
        "organisatie": f"/organisaties/{huis.regio.organisatie}",
        "vestiging": f"/vestigingen/{huis.regio.vestiging}",
        "praktijkopleider": f"/praktijkopleiders/{huis.details.praktijkopleider}",
        "leerwerkplek": f"/leerwerkplekken/{huis.regio.plekken[0]}",
        "werkproces": f"/werkprocessen/{werkproces}",
    }


@pytest.mark.parametrize(
    ("noun", "step", "back"),
    [
        ("organisatie", "archiveren", "organisatie"),
        ("organisatie", "terughalen", "organisatie"),
        ("vestiging", "archiveren", "organisatie"),
        ("vestiging", "terughalen", "organisatie"),
        ("praktijkopleider", "blijft", "praktijkopleider"),
        ("leerwerkplek", "publiceren", "leerwerkplek"),
        ("leerwerkplek", "sluiten", "leerwerkplek"),
        ("werkproces", "archiveren", "werkproces"),
    ],
)
async def test_a_step_that_was_overtaken_comes_back_on_its_page(
    huis: RegioSite, paths: dict[str, str], noun: str, step: str, back: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        page = await visitor.get(paths[back])
        for fields in ({"versie": "9"}, {}):
            late = await visitor.post(f"{paths[noun]}/{step}", fields)
            assert late.status_code == 409
            assert MOVED_ON in late.text
            assert _title(late.text) == _title(page.text)
    assert not await huis.eigenaar.fetchval("select count(*) from gebeurtenissen where soort <> 'ingelogd'")


@pytest.mark.parametrize(
    ("noun", "step", "back", "sentence"),
    [
        ("vestiging", "archiveren", "organisatie", "Hier zijn 2 leerwerkplekken nog open."),
        ("leerwerkplek", "publiceren", "leerwerkplek", "Deze leerwerkplek is al gepubliceerd."),
        ("werkproces", "terughalen", "werkproces", "Dit werk is al in gebruik."),
    ],
)
async def test_what_is_in_the_way_of_a_step_is_said_on_its_page(
    huis: RegioSite, paths: dict[str, str], noun: str, step: str, back: str, sentence: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        page = await visitor.get(paths[back])
        refused = await visitor.post(f"{paths[noun]}/{step}", {"versie": "1"})
    assert refused.status_code == 409
    assert sentence in refused.text
    assert _title(refused.text) == _title(page.text)


async def test_a_last_day_that_was_overtaken_is_shown_beside_what_is_there(
    huis: RegioSite, paths: dict[str, str]
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        for path, field in (
            (f"/kwalificaties/{CREBO}/einde", "tot"),
            (f"{paths['praktijkopleider']}/vertrek", "laatste_dag"),
        ):
            first = await visitor.post(path, {field: "2029-03-02", "versie": "1"})
            assert first.status_code == 303
            late = await visitor.post(path, {field: "2029-05-04", "versie": "1"})
            assert late.status_code == 409
            assert re.search(r"<td>4 mei 2029</td>\s*<td>2 maart 2029</td>", late.text)
            assert 'name="versie" value="2"' in late.text


def _title(page: str) -> str:
    """The heading of a page."""
    return page.partition("<h1")[2].partition("</h1>")[0]
