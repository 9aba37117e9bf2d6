"""A form or a button that came too late: the page as it is now, with what was in the way."""

import re
from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from marketplace.web.overtaken import MOVED_ON
from tests.marketplace.web.regio_site import EIGEN, RegioSite, make_beheerder, open_regio_site
from tests.marketplace.web.werkprocessen.test_catalogus import CREBO

EMPTIED = {"organisatie", "vestiging"}  # which go to the archive when their plekken are closed
GECONTROLEERD = {"gecontroleerd_op": "2026-11-01"}


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
    erkenning = await huis.eigenaar.fetchval("select min(id) from erkenningen")
    return {
        "organisatie": f"/organisaties/{huis.regio.organisatie}",
        "vestiging": f"/vestigingen/{huis.regio.vestiging}",
        "vestigingsformulier": f"/vestigingen/{huis.regio.vestiging}/bewerken",
        "praktijkopleider": f"/praktijkopleiders/{huis.details.praktijkopleider}",
        "erkenning": f"/erkenningen/{erkenning}",
        "erkenningsformulier": f"/erkenningen/{erkenning}/bewerken",
        "kwalificatie": f"/kwalificaties/{CREBO}",
        "leerwerkplek": f"/leerwerkplekken/{huis.regio.plekken[0]}",
        "werkproces": f"/werkprocessen/{werkproces}",
    }


@pytest.mark.parametrize(
    ("noun", "step", "back"),
    [
        ("organisatie", "archiveren", "organisatie"),
        ("organisatie", "terughalen", "organisatie"),
        ("vestiging", "archiveren", "vestigingsformulier"),
        ("vestiging", "terughalen", "vestigingsformulier"),
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
        ("vestiging", "archiveren", "vestigingsformulier", "Hier zijn 2 leerwerkplekken nog open."),
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


@pytest.mark.parametrize(
    ("noun", "step", "back", "other"),
    [
        ("organisatie", "archiveren", "organisatie", {}),
        ("vestiging", "archiveren", "vestigingsformulier", {}),
        ("leerwerkplek", "sluiten", "leerwerkplek", {}),
        ("werkproces", "archiveren", "werkproces", {}),
        ("praktijkopleider", "vertrek", "praktijkopleider", {"laatste_dag": "2029-03-02"}),
        ("kwalificatie", "einde", "kwalificatie", {"tot": "2029-03-02"}),
        ("erkenning", "bewerken", "erkenningsformulier", {"tot": "2029-03-02", **GECONTROLEERD}),
    ],
)
async def test_why_a_step_was_taken_stands_in_the_history(
    huis: RegioSite, paths: dict[str, str], noun: str, step: str, back: str, other: dict[str, str]
) -> None:
    await huis.eigenaar.execute("update leerwerkplekken set status = 'gesloten' where $1", noun in EMPTIED)
    path, fields = f"{paths[noun]}/{step}", {"versie": "1", **other}
    async with huis.site.logged_in(EIGEN) as visitor:
        refused = await visitor.post(path, {**fields, "reden": "van 123456782"})
        assert refused.status_code == 400
        assert 'value="van 123456782"' in refused.text
        before, fault, after = refused.text.partition('id="reden-fout"')
        assert fault
        assert "BSN" in after.partition("</p>")[0]
        assert not re.search(r"<details(?![^>]* open)[^>]*>(?:(?!</details>).)*$", before, re.DOTALL)
        done = await visitor.post(path, {**fields, "reden": "Het bedrijf is verhuisd."})
        assert done.status_code == 303, done.text
        assert "<p>Het bedrijf is verhuisd.</p>" in (await visitor.get(paths[back])).text


def _title(page: str) -> str:
    """The heading of a page."""
    return page.partition("<h1")[2].partition("</h1>")[0]
